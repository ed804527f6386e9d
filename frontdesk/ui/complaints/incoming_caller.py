"""Who is calling: found while typing, or a name and a telephone of somebody new."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.errors import InputErrors, UserError
from frontdesk.models.values import names, phone
from frontdesk.services.complaints.incoming import CALLER_NAME, CALLER_PHONE, NewCaller
from frontdesk.services.search.results import Hit, SearchResult
from frontdesk.ui.kit.fields import TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import muted, plain, sized
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card, SectionTitle
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.kit.tokens import ROOM, TITLE_POINTS
from frontdesk.ui.shell.finding import Find, Finding
from frontdesk.ui.shell.search_list import SearchList

_LOW = 260
_WIDTH = 860
_DIGITS = 3


class CallerPanel(Translated, Card):
    """``chosen`` carries the ``Hit`` of a known customer, ``new`` the ``NewCaller``."""

    chosen = Signal(object)
    new = Signal(object)

    def __init__(self, tasks: Tasks, find: Find) -> None:
        super().__init__()
        self._finding = Finding(tasks, find, self._show, self)
        self._entered = False
        self.greeting = sized(plain(wrap=True), TITLE_POINTS - 1)
        self.form = FormPanel()
        # Kept with the call, once somebody is chosen; before that it is a search.
        self.form.setProperty("kept", True)
        self.search = self.form.add(TextField("caller", max_length=60), 0, span=2)
        self.hits = SearchList()
        self.hits.setMaximumHeight(_LOW)
        self.found = muted(wrap=True)
        self.form.add_widget(self.found, 1, 0, 2)
        self.form.add_widget(self.hits, 2, 0, 2)
        self.somebody_new = SectionTitle()
        self.form.add_widget(self.somebody_new, 3, 0, 2)
        self.name = self.form.add(TextField(CALLER_NAME, max_length=60), 4)
        self.phone = self.form.add(TextField(CALLER_PHONE, max_length=40), 4, 1)
        self.form.validator(CALLER_NAME, lambda value: _name(str(value)) if value else None)
        self.form.validator(CALLER_PHONE, lambda value: _phone(str(value)) if value else None)
        self.hint = muted(wrap=True)
        self.form.add_widget(self.hint, 5, 0, 2)
        ground = QWidget()
        ground.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ROOM)
        column.addWidget(self.greeting)
        column.addWidget(self.form)
        column.addStretch(1)
        self.add(ground, 1)
        self.search.line.installEventFilter(self)
        self.search.changed.connect(self._typed)
        self.hits.clicked.connect(lambda _: self._take())
        self.form.last_entered.connect(self._enter_new)
        self.form.save_requested.connect(self._enter_new)
        self._show_hits(False)
        self.retranslate()

    def begin(self, greeting: str) -> None:
        """Another call."""
        self.greeting.setText(greeting)
        self.form.set_values({})
        self._finding.look_for("")
        self._entered = False
        self._show_hits(False)
        self.search.setFocus()

    def greet(self, greeting: str) -> None:
        """Say it otherwise; what is typed stays."""
        self.greeting.setText(greeting)

    def show_fault(self, fault: UserError) -> None:
        """What is wrong with name or telephone."""
        self.form.show_errors(fault)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self.hits.isVisible():
                self.hits.step(1 if key == Qt.Key.Key_Down else -1)
                return True
            plain_enter = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain_enter:
                self._enter()
                return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        self.set_title(self.tr("Who is calling?"))
        self.search.set_label(self.tr("Caller"))
        self.search.set_placeholder(self.tr("Telephone, name or plate"))
        self.somebody_new.setText(self.tr("Somebody new"))
        self.name.set_label(self.tr("Name"))
        self.phone.set_label(self.tr("Telephone"))
        self.hint.setText(
            self.tr(
                "Enter takes the customer found. For somebody new a small file is made when the "
                "call is kept, not before."
            )
        )
        self._say_found()

    # inside -----------------------------------------------------------------------------

    def _typed(self) -> None:
        self._entered = False
        if not self._finding.look_for(self.search.typed().strip()):
            self._show_hits(False)

    def _show(self, result: SearchResult) -> None:
        self.hits.show_result(result)
        self._show_hits(self.hits.count() > 0)
        if self._entered:
            self._entered = False
            self._take()

    def _show_hits(self, shown: bool) -> None:
        self.hits.setVisible(shown)
        if shown:
            self.hits.setFixedHeight(self.hits.wanted_height(_LOW))
        self._say_found()

    def _say_found(self) -> None:
        nothing = bool(self._finding.shown_for) and not self.hits.count()
        self.found.setText(self.tr("Nobody here goes by that: Enter goes on with somebody new."))
        self.found.setVisible(nothing)

    def _enter(self) -> None:
        wanted = self.search.typed().strip()
        if not wanted:
            self.name.setFocus()
        elif self._finding.shown_for != wanted:
            self._entered = True  # faster than the search
        else:
            self._take()

    def _take(self) -> None:
        hit = self.hits.current_hit() if self.hits.count() else None
        if isinstance(hit, Hit):
            self.chosen.emit(hit)
            return
        self._carry_over()

    def _carry_over(self) -> None:
        """Nobody was found: what was typed is the name or the number of somebody new."""
        typed = self.search.typed().strip()
        is_number = sum(char.isdigit() for char in typed) >= _DIGITS
        first, second = (self.phone, self.name) if is_number else (self.name, self.phone)
        first.set_value(typed)
        second.setFocus()

    def _enter_new(self) -> None:
        self.form.clear_errors()
        name, number = self.name.typed(), self.phone.typed()
        faults: list[UserError] = []
        for check, typed in ((_name, name), (_phone, number)):
            try:
                check(typed)
            except UserError as fault:
                faults.append(fault)
        if faults:
            self.form.show_errors(InputErrors(faults))
            return
        self.new.emit(NewCaller(name.strip(), number.strip()))


def _name(typed: str) -> str:
    return names.parse(typed, CALLER_NAME)


def _phone(typed: str) -> str:
    if not typed.strip():
        raise UserError("customer.phone_missing", CALLER_PHONE)
    return phone.normalise(typed, CALLER_PHONE)
