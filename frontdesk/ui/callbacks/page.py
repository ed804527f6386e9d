"""The callbacks tab: the queue, the call opened from it, and the parts beside the queue."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from frontdesk.services.callbacks.dto import CallSheet, QueueLook
from frontdesk.services.desk import Change
from frontdesk.ui.callbacks.call_view import CallView
from frontdesk.ui.callbacks.calling import Calling
from frontdesk.ui.callbacks.of_the_day import CallsOfTheDay
from frontdesk.ui.callbacks.part_bar import PartBar
from frontdesk.ui.callbacks.parts import PARTS, QUEUE, CallPart
from frontdesk.ui.callbacks.queue_view import QueueView
from frontdesk.ui.callbacks.run import Mode
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.page import Page, Place, UiContext
from frontdesk.ui.settings.section import Section

_PART = "part."
"""Begins the act of a place that brings a part to the front."""


class CallbacksPage(Page):
    """Queue and call share the tab; a call that is left keeps its answers.

    Places: ``open`` and ``call`` of a call; ``part.KEY`` brings a part to the front, with
    ``payload`` for it.
    """

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.queue = QueueView(context.state, context.services.desk.rules.call_hours)
        self.call = CallView()
        self.calling = Calling(self, self.call)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.queue)
        self.stack.addWidget(self.call)
        self._parts: dict[str, CallPart] = {
            part.key: part for part in PARTS if context.services.desk.may(part.needs)
        }
        self._sections: dict[str, Section] = {}
        self._of_the_day = CallsOfTheDay(self)
        self._came_from = QUEUE
        self.bar = PartBar(tuple(self._parts.values()))
        self.bar.chosen.connect(self.show_part)
        if QUEUE in self._parts:
            self.bar.show_chosen(QUEUE)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.stack, 1)
        self.bind_keys(
            (
                ("F6", self.calling.take_along),
                ("Shift+F5", self._of_the_day.anew),
                ("Alt+Right", partial(self.bar.step, 1)),
                ("Alt+Left", partial(self.bar.step, -1)),
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
        if not changes or changes & {Change.CALLBACKS, Change.CUSTOMERS}:
            self._of_the_day.look()
            self._load_queue()
        for section in self._sections.values():
            section.refresh(changes)

    def open_place(self, place: Place) -> None:
        part = (place.action or "").removeprefix(_PART)
        if part in self._parts:
            self.show_part(part)
            if place.payload is not None and part in self._sections:
                self._sections[part].open_on(place.payload)
        elif place.record_id and place.action == "call":
            self._call(place.record_id)
        elif place.record_id:
            # Afterwards one goes on where one came from: the next call of the sheet.
            self._came_from = place.payload if isinstance(place.payload, str) else QUEUE
            self._open(place.record_id)

    def has_unsaved(self) -> bool:
        begun = self.calling.run is not None and self.calling.run.begun
        return begun or any(section.has_unsaved() for section in self._sections.values())

    def park(self) -> None:
        self.calling.keep()
        for section in self._sections.values():
            section.park()

    def focus_first(self) -> None:
        shown = self.stack.currentWidget()
        if isinstance(shown, Section):
            shown.focus_first()
        elif self.calling.run is None:
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
            ("Shift+F8", self.tr("Dial by the PC's telephone program")),
            ("F6", self.tr("Take the household's next call along")),
            ("F2", self.tr("Note")),
            ("Ctrl+Enter", self.tr("Register the complaint; close the call")),
            ("Shift+F5", self.tr("Look anew what has fallen due")),
            ("Alt+←  Alt+→", self.tr("Previous or next part of the tab")),
        ]

    # the parts beside the queue ---------------------------------------------------------

    def part_keys(self) -> tuple[str, ...]:
        """The keys of this person's parts, in order."""
        return tuple(self._parts)

    def section(self, key: str) -> Section:
        """A part beside the queue; built now if it was never shown."""
        if key not in self._sections:
            section = self._parts[key].build(self.context)
            self._sections[key] = section
            self.stack.addWidget(section)
            section.refresh(frozenset())
        return self._sections[key]

    def show_part(self, key: str) -> None:
        """Bring a part to the front; a call on screen waits behind it."""
        self.bar.show_chosen(key)
        if key == QUEUE:
            calling = self.calling.run is not None
            self.stack.setCurrentWidget(self.call if calling else self.queue)
        else:
            self.stack.setCurrentWidget(self.section(key))
        self.focus_first()

    # inside -----------------------------------------------------------------------------

    def _load_queue(self) -> None:
        callbacks, wanted = self.context.services.callbacks, self.queue.wanted()
        self.run(lambda: (callbacks.look(wanted), callbacks.done_today()), self._show_queue)

    def _show_queue(self, answer: tuple[QueueLook, int]) -> None:
        self.queue.show_queue(*answer)

    def _show_queue_part(self, view: QWidget) -> None:
        if QUEUE in self._parts:
            self.bar.show_chosen(QUEUE)
        self.stack.setCurrentWidget(view)

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
        if came_from != QUEUE and came_from in self._parts:
            self.show_part(came_from)
            return
        self.queue.focus_table()
        self._load_queue()

    def _open_customer(self) -> None:
        if self.calling.run is not None:
            self.context.navigate(Place("customers", self.calling.run.sheet.customer_id, "open"))
