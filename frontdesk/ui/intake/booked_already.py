"""What the car, or its owner, is booked for already: told while another appointment is given."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.models.values import plate
from frontdesk.services.appointments.dto import Appointment
from frontdesk.ui.intake.footer import KeyedButton
from frontdesk.ui.kit import words
from frontdesk.ui.kit.icons import tone_icon
from frontdesk.ui.kit.labels import plain, show_picture
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.tokens import GAP, GRID, Tone

_MOST = 3
"""Lines; a fleet's other cars are counted."""


class BookedAlready(Translated, QFrame):
    """No refusal. ``open_asked`` shows the first one, ``move_asked`` gives it the time typed."""

    open_asked = Signal()
    move_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "banner")
        self.setProperty("tone", Tone.WARN.value)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._booked: tuple[Appointment, ...] = ()
        self._vehicle_id = ""
        self.text = plain(wrap=True)
        self.to_open, self.to_move = KeyedButton("F8", look="flat"), KeyedButton("F7", look="flat")
        self.to_open.clicked.connect(self.open_asked)
        self.to_move.clicked.connect(self.move_asked)
        sign = plain()
        show_picture(sign, tone_icon(Tone.WARN).pixmap(QSize(16, 16), self.devicePixelRatioF()))
        acts = QVBoxLayout()
        acts.setSpacing(GRID)
        for act in (self.to_move, self.to_open):
            acts.addWidget(act, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 4, 3)
        row.setSpacing(GAP)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.text, 1)
        row.addLayout(acts)
        self.retranslate()

    def listen(self, form: QWidget) -> None:
        """Answer the keys anywhere in ``form``."""
        for keys, act in (("F7", self.to_move), ("F8", self.to_open)):
            bind_key(form, keys, act.button.click)

    def first(self) -> Appointment | None:
        """The one the keys are about: the car's own before another's, the soonest first."""
        return self._booked[0] if self._booked else None

    def show_booked(self, booked: Sequence[Appointment], vehicle_id: str) -> None:
        """Tell these; nothing at all takes no room."""
        self._booked, self._vehicle_id = tuple(booked), vehicle_id
        self.retranslate()

    def retranslate(self) -> None:
        first = self.first()
        mine = first is not None and first.vehicle_id == self._vehicle_id
        self.to_open.set_text(self.tr("Open it"))
        self.to_move.set_text(self.tr("Move it to the time above") if mine else "")
        # A button out of sight answers no key.
        self.to_move.button.setEnabled(mine)
        self.to_open.button.setEnabled(first is not None)
        lines = [self._said(each) for each in self._booked[:_MOST]]
        if len(self._booked) > _MOST:
            lines.append(self.tr("%n more", "", len(self._booked) - _MOST))
        self.text.setText("\n".join(lines))
        self.setAccessibleName("; ".join(lines))
        self.setVisible(first is not None)

    def _said(self, one: Appointment) -> str:
        when = words.near(one.at)
        if one.vehicle_id == self._vehicle_id:
            text = self.tr("This car is booked already: {when}, {advisor} ({number})")
            return text.format(when=when, advisor=one.advisor, number=one.number)
        car = plate.called(one.plate, one.car)
        text = self.tr("The same customer comes with {car}: {when}, {advisor} ({number})")
        return text.format(car=car, when=when, advisor=one.advisor, number=one.number)
