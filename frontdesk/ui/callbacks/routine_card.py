"""One delivered car: its stages as a strip with what each brought, signature and check."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from frontdesk.errors import UserError
from frontdesk.models.enums import CallbackStatus, CallOutcome, RoutineState
from frontdesk.models.values import plate as plates
from frontdesk.services.routine.dto import RoutineCar, RoutineStage, Signature
from frontdesk.texts.routine import stage_name, stage_short
from frontdesk.ui.kit import errors, language, words
from frontdesk.ui.kit.emptied import empty_layout
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button, muted, plain, set_tip, set_tone
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.step_strip import Step, StepState, StepStrip
from frontdesk.ui.kit.tokens import GAP, Tone

TONES = {
    RoutineState.DONE: Tone.OK,
    RoutineState.LATE: Tone.WARN,
    RoutineState.MISSED: Tone.ERROR,
    RoutineState.OPEN: Tone.INFO,
    RoutineState.EXCUSED: Tone.NEUTRAL,
}
MARKS = {
    RoutineState.DONE: "■",
    RoutineState.LATE: "▲",
    RoutineState.MISSED: "×",
    RoutineState.OPEN: "□",
    RoutineState.EXCUSED: "–",
}
"""The state of a stage in a list, told apart without colour; the same as on paper."""


class RoutineCard(Translated, Card):
    """``call_asked`` carries the id of a stage's call."""

    print_asked = Signal()
    customer_asked = Signal()
    call_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._car: RoutineCar | None = None
        self.print = button()
        self.print.setIcon(icon("printer", "text"))
        self.print.clicked.connect(self.print_asked)
        self.customer = button(look="flat")
        self.customer.setIcon(icon("user", "text"))
        self.customer.clicked.connect(self.customer_asked)
        self.add_action(self.customer)
        self.add_action(self.print)
        self.about = muted(wrap=True)
        self.strip = StepStrip()
        self.strip.step_clicked.connect(self._clicked)
        self._lines = QWidget()
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP // 2)
        self.signatures = plain(wrap=True)
        for widget in (self.about, self.strip, self._lines, self.signatures):
            self.add(widget)
        self.retranslate()

    @property
    def car(self) -> RoutineCar | None:
        """The car shown."""
        return self._car

    def show_car(self, car: RoutineCar | None) -> None:
        """Show a car, or that none is chosen."""
        self._car = car
        self._show()

    def texts(self) -> list[str]:
        """What is said of the stages, line by line."""
        items = (self._column.itemAt(at) for at in range(self._column.count()))
        labels = (item.widget() for item in items if item is not None)
        return [label.text() for label in labels if isinstance(label, QLabel)]

    def retranslate(self) -> None:
        self.print.setText(self.tr("Print"))
        set_tip(self.print, self.tr("Print the routine sheet (Ctrl+P)"))
        self.customer.setText(self.tr("Customer file"))
        self._show()

    def _show(self) -> None:
        car = self._car
        empty_layout(self._column)
        for widget in (self.print, self.customer, self.strip, self.signatures):
            widget.setVisible(car is not None)
        if car is None:
            self.set_title(self.tr("No car chosen"))
            self.about.setText("")
            return
        named = plates.display(car.plate) if car.plate else car.vin
        self.set_title("　".join(part for part in (car.customer_name, named) if part))
        delivered = self.tr("Delivered {day}").format(day=words.day(car.delivered_on))
        sold = self.tr("Sold by {name}").format(name=car.consultant) if car.consultant else ""
        self.about.setText(" · ".join(part for part in (car.model, delivered, sold) if part))
        self.strip.show_steps([_step(stage) for stage in car.stages])
        for stage in car.stages:
            if text := _told(stage):
                label = plain(text, wrap=True)
                if stage.state is RoutineState.MISSED:
                    set_tone(label, Tone.ERROR)
                self._column.addWidget(label)
        told = [
            self._signed(self.tr("Signed by {name}, {when}"), car.signed),
            self._signed(self.tr("Checked by {name}, {when}"), car.checked),
        ]
        self.signatures.setText("\n".join(part for part in told if part))

    def _signed(self, text: str, signature: Signature | None) -> str:
        if signature is None:
            return ""
        said = text.format(name=signature.by, when=words.when(signature.at))
        return f"{said}\n{signature.note}" if signature.note else said

    def _clicked(self, at: int) -> None:
        call = self._car.stages[at].callback_id if self._car is not None else None
        if call is not None:
            self.call_asked.emit(call)


def _step(stage: RoutineStage) -> Step:
    open_ = stage.state is RoutineState.OPEN
    planned = f"{stage.first:%m-%d}" if stage.first == stage.last else f"–{stage.last:%m-%d}"
    return Step(
        stage_short(stage.key).in_(language.current()),
        StepState.NEXT if open_ else StepState.DONE,
        planned,
        words.word(stage.state),
        TONES[stage.state],
        stage.by,
    )


def _told(stage: RoutineStage) -> str:
    """What a stage brought; '' where there is nothing to tell."""
    speak = language.current()
    parts = []
    if stage.status is CallbackStatus.DONE:
        parts += [words.day(stage.done_on), stage.by]
    if stage.satisfaction is not None:
        parts.append(words.word(stage.satisfaction))
    if stage.score is not None:
        parts.append(f"{stage.score}")
    if stage.withdrawn_why is not None:
        parts.append(errors.said(UserError(stage.withdrawn_why)))
    elif stage.status is CallbackStatus.DONE and stage.outcome is not CallOutcome.REACHED:
        parts.append(words.word(stage.outcome) if stage.outcome else "")
    elif stage.status is not CallbackStatus.DONE and stage.outcome is not None:
        parts.append(f"{words.word(stage.outcome)} × {stage.attempts}")
    elif stage.state is RoutineState.MISSED:
        parts.append(words.word(stage.state))
    parts.append(" ".join(stage.words.split()))
    said = " · ".join(part for part in parts if part)
    return f"{stage_name(stage.key).in_(speak)}　{said}" if said else ""
