"""To whom a car goes, and on which day: somebody who has a file is found by typing."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.clock import today
from frontdesk.errors import UserError
from frontdesk.models.values import plate
from frontdesk.services.customers.dto import Car
from frontdesk.services.search.results import SearchResult
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.fields import DateField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button, muted, plain
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.tokens import GAP, ROOM
from frontdesk.ui.shell.finding import Finding
from frontdesk.ui.shell.search_list import SearchList

_WIDTH, _HITS = 560, 220


class OwnerWindow(Translated, QDialog):
    """Enter hands the car to the customer found; Esc leaves all as it is."""

    moved = Signal()

    def __init__(self, parent: QWidget, context: UiContext, owner_id: str, car: Car) -> None:
        super().__init__(parent)
        self._context, self._owner_id, self._car = context, owner_id, car
        self._finding = Finding(context.tasks, context.services.search.find, self._show, self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH)
        self.about = plain(wrap=True)
        self.form = FormPanel()
        self.search = self.form.add(TextField("owner", max_length=60), 0)
        self.on = self.form.add(DateField("on"), 1)
        self.on.set_value(today(context.clock))
        self.hits = SearchList()
        self.hits.setFixedHeight(_HITS)
        self.hint = muted(wrap=True)
        self.hand_over = button(look="primary")
        self.leave = button()
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.hand_over)
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        column.setSpacing(GAP)
        for widget in (self.about, self.form, self.hits, self.hint):
            column.addWidget(widget)
        column.addLayout(row)
        self.search.line.installEventFilter(self)
        self.search.changed.connect(self._typed)
        self.form.last_entered.connect(self._act)
        self.form.save_requested.connect(self._act)
        self.hits.doubleClicked.connect(lambda _: self._act())
        self.hand_over.clicked.connect(self._act)
        self.leave.clicked.connect(self.reject)
        self.retranslate()
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}.get(event.key())
            if step is not None:
                self.hits.step(step)
                return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        named = " ".join(filter(None, (plate.display(self._car.plate), self._car.model)))
        self.setWindowTitle(self.tr("The car changed hands"))
        self.about.setText(
            self.tr(
                "{car} goes to another owner. Its history stays with the car; what is personal "
                "stays with the person, drivers too."
            ).format(car=named or self._car.vin)
        )
        self.search.set_label(self.tr("New owner"))
        self.search.set_placeholder(self.tr("Telephone, name or plate"))
        self.on.set_label(self.tr("On"))
        self.hint.setText(
            self.tr("For somebody without a file open one first (Ctrl+N), then come back.")
        )
        self.hand_over.setText(self.tr("Hand over  Ctrl+Enter"))
        self.leave.setText(self.tr("Leave as it is  Esc"))

    # inside -----------------------------------------------------------------------------

    def _typed(self) -> None:
        if not self._finding.look_for(self.search.typed().strip()):
            self.hits.show_result(SearchResult("", (), more=False))

    def _show(self, result: SearchResult) -> None:
        others = tuple(hit for hit in result.hits if hit.customer_id != self._owner_id)
        self.hits.show_result(SearchResult(result.typed, others, more=result.more))

    def _act(self) -> None:
        hit = self.hits.current_hit()
        if hit is None:
            self.search.set_error(self.tr("Please find the new owner first."))
            self.search.setFocus()
            return
        try:
            on = self.on.check()
        except UserError:
            self.on.setFocus()
            return
        day = on if isinstance(on, date) else None
        customers, new_owner = self._context.services.customers, hit.customer_id
        self._context.tasks.run(
            lambda: customers.take_over(self._car.id, new_owner, day),
            lambda _: self._done(),
            self._failed,
            kind="write",
            owner=self,
        )

    def _done(self) -> None:
        self.moved.emit()
        self.accept()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError) and error.field is not None and self.form.has(error.field):
            self.form.show_errors(error)
        else:
            errors.present(self, error)
