"""Which car stands at the desk, and whose: one line above the form."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from frontdesk.models.values import plate
from frontdesk.services.intake.views import CarHead
from frontdesk.ui.kit import words
from frontdesk.ui.kit.labels import button, caption, muted, plain, set_tip, sized
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import StatusChip
from frontdesk.ui.kit.tokens import GAP, ROOM, SECTION_POINTS, TITLE_POINTS, Tone

_BETWEEN = " · "


class CarHeadLine(Translated, QWidget):
    """Plate large, car and owner beside it; the owner's name opens the file."""

    file_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._head: CarHead | None = None
        self._more: tuple[str, ...] = ()
        self.plate = sized(plain(), TITLE_POINTS, bold=True)
        self.car = muted()
        self.owner = button(look="flat")
        self.owner.clicked.connect(self._ask)
        sized_font = self.owner.font()
        sized_font.setPointSizeF(SECTION_POINTS)
        self.owner.setFont(sized_font)
        self.more = muted()
        self.more.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.more.installEventFilter(self)
        self.chip = StatusChip(Tone.NEUTRAL, "")
        self.chip.hide()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(GAP)
        self.row.addWidget(self.plate)
        self.row.addWidget(self.car)
        self.row.addSpacing(ROOM - GAP)
        self.row.addWidget(self.owner)
        self.row.addWidget(self.more, 1)
        self.row.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_head(self, head: CarHead) -> None:
        """Show another car."""
        self._head = head
        self.retranslate()

    def retranslate(self) -> None:
        head = self._head
        if head is None:
            return
        self.plate.setText(plate.display(head.plate) if head.plate else self.tr("No plate yet"))
        self.car.setText(_BETWEEN.join(part for part in (head.car, head.colour) if part))
        self.owner.setText(caption(head.customer))
        self.owner.setAccessibleName(
            self.tr("Open the file of {customer}").format(customer=head.customer)
        )
        phones = [line.number for line in head.phones if not line.wrong][:2]
        member = self.tr("Member {level}").format(level=head.member_level)
        warranty = self.tr("Warranty until {day}").format(day=words.day(head.warranty_ends_on))
        parts = [
            *phones,
            member if head.member_level else "",
            warranty if head.warranty_ends_on else "",
        ]
        self._more = tuple(part for part in parts if part)
        self._fit()
        set_tip(self, _BETWEEN.join(part for part in (head.vin, head.customer_number) if part))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.more and event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """As many of the lesser facts as there is room for, each whole: half a number rings nobody.

        All of them are told beside the owner, who is always there to be pointed at.
        """
        shown, metrics = self._more, self.more.fontMetrics()
        while shown and metrics.horizontalAdvance(_BETWEEN.join(shown)) > self.more.width():
            shown = shown[:-1]
        self.more.setText(_BETWEEN.join(shown))
        for widget in (self.more, self.owner):
            set_tip(widget, _BETWEEN.join(self._more))

    def _ask(self) -> None:
        if self._head is not None:
            self.file_asked.emit(self._head.customer_id, self._head.vehicle_id)
