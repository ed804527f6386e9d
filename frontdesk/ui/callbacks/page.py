"""The callbacks tab: the queue, the call opened from it, and the parts beside the queue."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from frontdesk.services.callbacks.dto import CallSheet, QueueLook
from frontdesk.services.desk import Change
from frontdesk.ui.callbacks.call_view import CallView
from frontdesk.ui.callbacks.calling import Calling
from frontdesk.ui.callbacks.of_the_day import CallsOfTheDay
from frontdesk.ui.callbacks.parts import PARTS, QUEUE
from frontdesk.ui.callbacks.queue_view import QueueView
from frontdesk.ui.callbacks.run import Mode
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.parts import PartsPage

_LOOK_AGAIN_MS = 60_000
"""An agreed hour comes, a pause after an attempt ends, without anything having changed."""


class CallbacksPage(PartsPage):
    """Queue and call share the tab; a call that is left keeps its answers.

    Places: ``open`` and ``call`` of a call; ``part.KEY`` brings a part to the front, with
    ``payload`` for it.
    """

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, PARTS, parent)
        self.queue = QueueView(context.state, context.services.desk.rules.call_hours)
        self.call = CallView()
        self.calling = Calling(self, self.call)
        self.stack.addWidget(self.queue)
        self.stack.addWidget(self.call)
        self.stack.currentChanged.connect(self._make_room)
        self._of_the_day = CallsOfTheDay(self)
        self._came_from = QUEUE
        self._again = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._again.timeout.connect(self._load_if_seen)
        self._again.start()
        self.bind_keys(
            (
                ("F6", self.calling.take_along),
                ("Shift+F5", self._of_the_day.anew),
            )
        )
        self.queue.opened.connect(self._open)
        self.queue.call_asked.connect(self._call)
        self.queue.filter_changed.connect(self._load_queue)
        self.calling.over.connect(self._back_to_queue)
        self.calling.parked.connect(self._load_queue)
        self.calling.household.taken.connect(self._go_on)
        self.call.facts.customer_asked.connect(self._open_customer)
        self.call.facts.complaint_asked.connect(
            lambda key: context.navigate(Place("complaints", key, "open"))
        )

    # what a tab answers -----------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        if not changes:
            self.calling.keeping.look_again()
        if not changes or changes & {Change.CALLBACKS, Change.CUSTOMERS}:
            self._of_the_day.look()
            self._load_queue()
            self.queue.tools.whose.read(self.context)
        super().refresh(changes)

    def open_place(self, place: Place) -> None:
        if self.open_part(place):
            return
        if not place.record_id:
            return
        # Afterwards one goes on where one came from: the next call of the sheet, the verdict.
        self._came_from = place.payload if isinstance(place.payload, str) else QUEUE
        (self._call if place.action == "call" else self._open)(place.record_id)

    def has_unsaved(self) -> bool:
        begun = self.calling.run is not None and self.calling.run.begun
        return begun or super().has_unsaved()

    def park(self) -> None:
        self.calling.keeping.out_of_sight()
        super().park()

    def focus_first(self) -> None:
        if self.focus_part():
            return
        if self.calling.run is None:
            self.queue.focus_table()
        else:
            self.call.refocus()

    def keys(self) -> list[tuple[str, str]]:
        return [
            ("F9", self.tr("Call the next one; start or end the call")),
            ("F7", self.tr("Put the call on hold; go on with it")),
            ("1 … 6", self.tr("Give the answer and go on")),
            ("Backspace", self.tr("One step back")),
            ("Q … T, A … G", self.tr("How an attempt ended that reached nobody")),
            ("F8", self.tr("Show and copy the number to dial")),
            ("Shift+F8", self.tr("Dial by the PC's telephone program")),
            ("F6", self.tr("Take the household's next call along")),
            ("F2", self.tr("Note")),
            ("Ctrl+Enter", self.tr("Register the complaint; close the call")),
            ("Shift+F5", self.tr("Look anew what has fallen due")),
            *self.part_of_keys(),
        ]

    def main_view(self) -> QWidget:
        return self.queue if self.calling.run is None else self.call

    # inside -----------------------------------------------------------------------------

    def _load_queue(self) -> None:
        callbacks, wanted = self.context.services.callbacks, self.queue.wanted()
        self.run(lambda: (callbacks.look(wanted), callbacks.done_today()), self._show_queue)

    def _load_if_seen(self) -> None:
        if self.queue.isVisible():
            self._of_the_day.look()
            self._load_queue()

    def _show_queue(self, answer: tuple[QueueLook, int]) -> None:
        self.queue.show_queue(*answer)

    def _show_queue_part(self, view: QWidget) -> None:
        self.bar.show_chosen(QUEUE)
        self.stack.setCurrentWidget(view)

    def _make_room(self) -> None:
        """A call needs the height of a low screen, and has its own way back."""
        self.bar.setVisible(self.bar.has_choice() and self.stack.currentWidget() is not self.call)

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
            # What was said of the call before would go in its own time, and move the answers.
            self.banners.remove("notice")
            self._show_queue_part(self.call)
            self.call.say.end.by_rule = self.context.services.desk.rules.thank_after_call
            calling.show(sheet)
            ready = calling.run is not None and calling.run.mode is Mode.READY
            if start and ready and sheet.may_dial:
                calling.toggle()

        def failed(error: Exception) -> None:
            calling.busy = False
            errors.present(self, error)

        self.run(lambda: self.context.services.callbacks.open(callback_id), done, failed)

    def _go_on(self, sheet: CallSheet) -> None:
        """Another call of the household, in the same conversation."""
        self._show_queue_part(self.call)
        self.calling.show(sheet)

    def _back_to_queue(self) -> None:
        came_from, self._came_from = self._came_from, QUEUE
        self._show_queue_part(self.queue)
        if came_from != QUEUE and came_from in self.part_keys():
            self.show_part(came_from)
            return
        self.queue.focus_table()
        self._load_queue()

    def _open_customer(self) -> None:
        if self.calling.run is not None:
            self.context.navigate(Place("customers", self.calling.run.sheet.customer_id, "open"))
