"""An incoming call: who it is; then what to say at the left and the registration at the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.services.complaints.incoming import IncomingStart
from frontdesk.services.complaints.incoming_heard import Ending
from frontdesk.ui.complaints.incoming_caller import CallerPanel
from frontdesk.ui.complaints.incoming_form import IncomingForm
from frontdesk.ui.complaints.incoming_run import Run
from frontdesk.ui.complaints.incoming_say import SayCard
from frontdesk.ui.complaints.register_head import RegisterHead
from frontdesk.ui.kit.labels import button
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card, scrolled
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.kit.tokens import GAP
from frontdesk.ui.shell.finding import Find

_SAY_WIDTH = 396


class IncomingView(Translated, QWidget):
    """``save_asked``, ``left`` and ``given_up`` are the ways out."""

    save_asked = Signal()
    left = Signal()
    given_up = Signal()
    ticket_wanted = Signal()

    def __init__(self, tasks: Tasks, find: Find) -> None:
        super().__init__()
        self._run = Run()
        self._start: IncomingStart | None = None
        self.give_up = button(look="flat")
        self.give_up.clicked.connect(self.given_up)
        self.head = RegisterHead(self.give_up)
        self.head.save_asked.connect(self.save_asked)
        self.head.left.connect(self.left)
        self.repeat, self.save = self.head.repeat, self.head.save
        self.caller = CallerPanel(tasks, find)
        self.say = SayCard()
        self.say.setFixedWidth(_SAY_WIDTH)
        self.say.save_asked.connect(self.save_asked)
        self.form = IncomingForm()
        self.form.save_requested.connect(self.save_asked)
        card = Card()
        card.add(scrolled(self.form), 1)
        self.call = QWidget()
        row = QHBoxLayout(self.call)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.say)
        row.addWidget(card, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.caller)
        self.stack.addWidget(self.call)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.head)
        column.addWidget(self.stack, 1)
        bind_key(self, "Ctrl+T", self.ticket_wanted)
        self.retranslate()

    @property
    def is_under_way(self) -> bool:
        """Whether it is known who calls."""
        return self.stack.currentWidget() is self.call

    def show_caller(self, greeting: str) -> None:
        """Ask who is calling."""
        self._start = None
        self.repeat.begin(())
        self.stack.setCurrentWidget(self.caller)
        self.retranslate()
        self.caller.begin(greeting)

    def show_run(self, run: Run, start: IncomingStart) -> None:
        """Show where the call stands."""
        self._run, self._start = run, start
        self.stack.setCurrentWidget(self.call)
        self.say.show_run(run, start)
        self.retranslate()

    def retranslate(self) -> None:
        self.head.title.setText(self.tr("Incoming call"))
        self.give_up.setText(self.tr("Drop this call"))
        note = self._run.ending is Ending.NOTE
        self.save.setText(self.tr("Keep as a note") if note else self.tr("Register"))
        start = self._start.start if self._start is not None else None
        for widget in (self.give_up, self.head.key, self.save, self.head.customer):
            widget.setVisible(start is not None)
        if start is not None:
            number = start.customer_number or self.tr("new file")
            self.head.show_customer(start.customer, number, start.phone)
