"""The callbacks tab: the queue, and the call opened from it."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from frontdesk.services.callbacks.dto import CallSheet, QueueLook
from frontdesk.services.desk import Change
from frontdesk.ui.callbacks.call_view import CallView
from frontdesk.ui.callbacks.calling import Calling
from frontdesk.ui.callbacks.queue_view import QueueView
from frontdesk.ui.callbacks.run import Mode
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.page import Page, Place, UiContext


class CallbacksPage(Page):
    """Queue and call share the tab; a call that is left keeps its answers."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.queue = QueueView(context.state)
        self.call = CallView()
        self.calling = Calling(self, self.call)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.queue)
        self.stack.addWidget(self.call)
        self.body.addWidget(self.stack, 1)
        self.queue.opened.connect(self._open)
        self.queue.call_asked.connect(self._call)
        self.queue.filter_changed.connect(self._load_queue)
        self.calling.over.connect(self._back_to_queue)
        self.calling.parked.connect(self._load_queue)
        self.call.facts.customer_asked.connect(self._open_customer)
        self.call.facts.complaint_asked.connect(
            lambda key: context.navigate(Place("complaints", key, "open"))
        )

    # what a tab answers -----------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        if not changes or changes & {Change.CALLBACKS, Change.CUSTOMERS}:
            self._load_queue()

    def open_place(self, place: Place) -> None:
        if place.record_id and place.action == "call":
            self._call(place.record_id)
        elif place.record_id:
            self._open(place.record_id)

    def has_unsaved(self) -> bool:
        return self.calling.run is not None and self.calling.run.begun

    def park(self) -> None:
        self.calling.keep()

    def focus_first(self) -> None:
        if self.calling.run is None:
            self.queue.focus_table()
        else:
            self.call.refocus()

    def keys(self) -> list[tuple[str, str]]:
        return [
            ("F9", self.tr("Call the next one; start or end the call")),
            ("1 … 6", self.tr("Give the answer and go on")),
            ("Backspace", self.tr("One step back")),
            ("Q … T, A … G", self.tr("How an attempt ended that reached nobody")),
            ("F8", self.tr("Show and copy the number to dial")),
            ("F2", self.tr("Note")),
            ("Ctrl+Enter", self.tr("Register the complaint; close the call")),
        ]

    # inside -----------------------------------------------------------------------------

    def _load_queue(self) -> None:
        callbacks, wanted = self.context.services.callbacks, self.queue.wanted()
        self.run(lambda: (callbacks.look(wanted), callbacks.done_today()), self._show_queue)

    def _show_queue(self, answer: tuple[QueueLook, int]) -> None:
        self.queue.show_queue(*answer)

    def _open(self, callback_id: str) -> None:
        self._bring(callback_id, start=False)

    def _call(self, callback_id: str) -> None:
        self._bring(callback_id, start=True)

    def _bring(self, callback_id: str, *, start: bool) -> None:
        calling = self.calling
        if calling.busy or (calling.run is not None and calling.run.sheet.id == callback_id):
            return
        if calling.run is not None:
            calling.leave()
        calling.busy = True

        def done(sheet: CallSheet) -> None:
            calling.busy = False
            self.stack.setCurrentWidget(self.call)
            calling.show(sheet)
            ready = calling.run is not None and calling.run.mode is Mode.READY
            if start and ready and sheet.may_dial:
                calling.toggle()

        def failed(error: Exception) -> None:
            calling.busy = False
            errors.present(self, error)

        self.run(lambda: self.context.services.callbacks.open(callback_id), done, failed)

    def _back_to_queue(self) -> None:
        self.stack.setCurrentWidget(self.queue)
        self.queue.focus_table()
        self._load_queue()

    def _open_customer(self) -> None:
        if self.calling.run is not None:
            self.context.navigate(Place("customers", self.calling.run.sheet.customer_id, "open"))
