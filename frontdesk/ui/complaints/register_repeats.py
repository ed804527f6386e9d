"""What a complaint being registered would repeat, said while it is still being typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.services.complaints.dto import Earlier
from frontdesk.ui.complaints.register_form import RegisterForm
from frontdesk.ui.kit.labels import button, set_tip
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.panels import KeyHint, StatusChip
from frontdesk.ui.kit.tokens import GAP, Tone

KEY = "Alt+O"


class RepeatLine(Translated, QWidget):
    """A chip and a button that opens the newest of the earlier tickets; ``opened`` has its id."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._earlier = Earlier(0)
        self._open: tuple[str, ...] = ()
        self.chip = StatusChip(Tone.WARN)
        self.look = button(look="flat")
        self.look.clicked.connect(self._look)
        self._key = KeyHint(KEY)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for widget in (self.chip, self.look, self._key):
            row.addWidget(widget)
        shortcut = QShortcut(QKeySequence(KEY), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self._look)
        self.hide()

    def begin(self, open_tickets: tuple[str, ...]) -> None:
        """Another complaint: ``open_tickets`` are the numbers of those not filed."""
        self._open = open_tickets
        self.show_earlier(Earlier(0))

    def show_earlier(self, earlier: Earlier) -> None:
        """Say how many there have been; nothing when this would be the first."""
        self._earlier = earlier
        self.retranslate()

    @property
    def text(self) -> str:
        """What is said, or ''."""
        return "" if self.isHidden() else self.chip.text

    def retranslate(self) -> None:
        tickets = self._earlier.tickets
        self.setVisible(bool(tickets))
        if not tickets:
            return
        said = self.tr("Complaint no. {count} within {days} days")
        self.chip.show_status(
            Tone.WARN, said.format(count=len(tickets) + 1, days=self._earlier.days)
        )
        numbers = ", ".join(
            self.tr("{number} (open)").format(number=number) if number in self._open else number
            for _, number in tickets
        )
        set_tip(self.chip, numbers)
        self.chip.setAccessibleDescription(numbers)
        self.look.setText(self.tr("Open {number}").format(number=tickets[0][1]))

    def _look(self) -> None:
        if self.isVisible() and self._earlier.tickets:
            self.opened.emit(self._earlier.tickets[0][0])


def tell_repeats(page: Page, form: RegisterForm, line: RepeatLine) -> None:
    """Find out what the complaint in ``form`` would repeat, and say it on ``line``."""
    about = form.about_what()
    if about is None:
        line.show_earlier(Earlier(0))
        return

    def done(earlier: Earlier) -> None:
        if form.about_what() == about:
            line.show_earlier(earlier)

    complaints = page.context.services.complaints
    page.run(lambda: complaints.earlier(*about), done)
