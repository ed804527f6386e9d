"""The acts of a soak: everything a front office does in a day, over and over, by keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from operator import itemgetter
from time import perf_counter, process_time

from PySide6.QtCore import Qt
from sqlalchemy import select

from benchmarks.waiting import pause
from frontdesk.language import Language
from frontdesk.models.all import Callback, Complaint, StaffMember
from frontdesk.models.enums import CallbackKind, CallbackStatus, ComplaintStep, VisitStatus
from frontdesk.services.callbacks.calendar import working_days
from frontdesk.services.intake.views import VisitFilter
from frontdesk.tour import complaining
from frontdesk.tour.house import House, KnownCar
from frontdesk.ui.callbacks.page import CallbacksPage
from frontdesk.ui.customers.page import CustomersPage
from frontdesk.ui.intake.page import IntakePage
from frontdesk.ui.intake.visit_view import Mode
from frontdesk.ui.kit.pdf_view import PdfWindow
from frontdesk.ui.kit.theme import Theme

CARS_A_DAY = 12
_DRAFT_IS_KEPT_MS = 1_200
_MOST_ANSWERS = 12
_TURNS_OF_TABS = 5


class Soak:
    """One window, the acts done in it, and how long each took (s), by its kind.

    ``worked`` is the processor's time of the same acts: what a busy machine does not lengthen.
    """

    def __init__(self, house: House, cars: int = CARS_A_DAY) -> None:
        self.house, self.cars = house, cars
        self.done = 0
        self.took: dict[str, list[float]] = {}
        self.worked: dict[str, list[float]] = {}
        self._visits: list[str] = []
        house.hand.camera = False

    @contextmanager
    def act(self, kind: str) -> Iterator[None]:
        """One act of a kind; timed until the window has answered."""
        begun, worked = perf_counter(), process_time()
        with self.house.hand.act(kind):
            yield
            self.house.hand.settle()
        self.took.setdefault(kind, []).append(perf_counter() - begun)
        self.worked.setdefault(kind, []).append(process_time() - worked)
        self.done += 1
        # The tour's own diary would grow with every act.
        self.house.hand.acts.clear()

    def day(self) -> None:
        """One day of everything, ended at the same place as every other."""
        self._change_to("advisor")
        for number, car in enumerate(self.house.cars_at_home(self.cars)):
            self._search(car)
            self._file(car)
            if not number:
                self._leave_desk(car)
            self._receive(car)
        self._tabs()
        self._looks()
        self._lock()
        self._to_next_working_day()
        for visit_id, _ in sorted(self._calls(self._visits[1:]), key=itemgetter(1)):
            self._satisfied_call(visit_id)
        self._complaint(self._visits[0])
        self._statistics()
        self._visits.clear()

    def _to_next_working_day(self) -> None:
        """On a day of rest each call asks for a reason."""
        calls_are_made = working_days(self.house.services.desk).works_on
        morning = self.house.at(10, 40) + timedelta(days=1)
        while not calls_are_made(morning.date()):
            morning += timedelta(days=1)
        self.house.clock.set(morning)

    # the desk ---------------------------------------------------------------------------

    def _change_to(self, login: str) -> None:
        if self.house.hand.who != login or self.house.program.window.desk is None:
            with self.act("change person"):
                self.house.sign_in(login)

    def _lock(self) -> None:
        """As after minutes without a key."""
        window, login = self.house.program.window, self.house.hand.who
        with self.act("lock"):
            window.lock()
        with self.act("unlock"):
            self.house.sign_in(login)

    def _tabs(self) -> None:
        tabs = self.house.desk.tab_keys()
        for turn in range(_TURNS_OF_TABS * len(tabs)):
            with self.act("tab"):
                self.house.hand.press(f"ctrl+{turn % len(tabs) + 1}")

    def _looks(self) -> None:
        window, house = self.house.program.window, self.house
        other = Language.EN if house.language is Language.ZH_CN else Language.ZH_CN
        for language in (other, house.language):
            with self.act("language"):
                window.speak(language)
        for theme in (Theme.DARK, Theme.LIGHT):
            with self.act("theme"):
                window.dress(theme)

    # customers --------------------------------------------------------------------------

    def _search(self, car: KnownCar) -> None:
        hand = self.house.hand
        texts = (car.initials, car.phone[-4:], car.plate[1:].lower(), car.customer[:2])
        for typed in texts:
            with self.act("search"):
                hand.press("ctrl+k", "ctrl+a")
                hand.spell(typed)
                hand.until(self.house.found, f"hits for {typed}")
                hand.press("esc")

    def _file(self, car: KnownCar) -> None:
        """Open it, change it and save, begin to change it, look elsewhere, throw that away."""
        hand = self.house.hand
        with self.act("open file"):
            hand.press("ctrl+k", "ctrl+a")
            hand.spell(car.plate[1:])
            hand.until(self.house.found, "the car")
            hand.press("enter")
            page = self.house.page(CustomersPage)
            hand.until(lambda: _shown(page) == car.customer_id, "the file")
        with self.act("edit and save"):
            hand.press("f2")
            form = page.pane.customer
            page.pane.show_form(form)
            form.field("remarks").setFocus()
            hand.press("ctrl+a")
            hand.say(f"喝茶，等候时看报；第 {self.done} 次")
            hand.press("ctrl+enter")
            hand.until(lambda: not page.pane.is_dirty(), "the saved file")
        with self.act("draft"):
            form.field("remarks").setFocus()
            hand.say("还没写完")
            # A form that goes out of sight is kept at once.
            hand.press("ctrl+1")
            hand.until(self.house.services.drafts.all, "the draft")
            hand.press("ctrl+2")
            self._throw_away(page)
        with self.act("note"):
            hand.press("f9")
            hand.say(f"来电询问保养，第 {self.done} 次")
            hand.press("enter")
            hand.until(lambda: not page.pane.past.note.typed(), "the note")

    def _leave_desk(self, car: KnownCar) -> None:
        """Half-typed, and nothing more: the draft is kept by its clock."""
        hand, page = self.house.hand, self.house.page(CustomersPage)
        with self.act("draft, by its clock"):
            page.pane.show_form(page.pane.customer)
            page.pane.customer.field("remarks").setFocus()
            hand.say(f"{car.customer}还在等")
            pause(_DRAFT_IS_KEPT_MS)
            hand.until(self.house.services.drafts.all, "the draft")
            self._throw_away(page)

    def _throw_away(self, page: CustomersPage) -> None:
        page.saver.discard()
        self.house.hand.until(lambda: not page.pane.is_dirty(), "the discarded form")

    # the visit --------------------------------------------------------------------------

    def _receive(self, car: KnownCar) -> None:
        hand = self.house.hand
        with self.act("intake"):
            hand.press("ctrl+k", "ctrl+a")
            hand.spell(car.plate[1:])
            hand.until(self.house.found, "the car")
            hand.press("ctrl+enter")
            page = self.house.page(IntakePage)
            hand.until(lambda: page.view.shows(page.view.desk), "the intake form")
            hand.settle()
            hand.press("enter", "f6")
            hand.say(f"第 {self.done} 次来：低速时能听到吱吱声。")
            hand.press("f6", "1", "f6", "enter", "space", "ctrl+enter")
            hand.until(lambda: page.view.shows(page.view.visit), "the saved visit")
        visit = self.house.services.intake.list(VisitFilter(vehicle_id=car.vehicle_id, limit=1))[0]
        self._visits.append(visit.id)
        with self.act("print intake sheet"):
            hand.press("ctrl+p")
            paper = hand.until(lambda: page.findChild(PdfWindow), "the intake sheet")
            paper.close()
        for status in (VisitStatus.IN_WORKSHOP, VisitStatus.READY):
            self.house.clock.move(timedelta(minutes=10))
            with self.act("status"):
                hand.press("ctrl+enter")
                hand.until(lambda: self._status(visit.id) is status, status.value)  # noqa: B023 - at once
        with self.act("hand-over"):
            hand.press("ctrl+enter")
            hand.until(lambda: page.view.visit.mode is Mode.HAND_OVER, "the hand-over form")
            hand.settle()
            items = len(self.house.services.intake.open(visit.id).items)
            hand.press(*["enter"] * items, "3", "enter", "1", "ctrl+enter")
            hand.until(lambda: self._status(visit.id) is VisitStatus.HANDED_OVER, "the hand-over")

    def _status(self, visit_id: str) -> VisitStatus:
        return self.house.services.intake.open(visit_id).status

    # calls and complaints ---------------------------------------------------------------

    def _satisfied_call(self, visit_id: str) -> None:
        call_id, caller = self._call_of(visit_id)
        self._change_to(caller)
        page = self._stand_on_call(call_id)
        hand = self.house.hand
        with self.act("call, satisfied"):
            hand.press("enter")
            hand.until(lambda: page.calling.run, "the call")
            hand.press("f9")
            for _ in range(_MOST_ANSWERS):
                if self._stored(call_id).status is CallbackStatus.DONE:
                    break
                at_end = page.calling.run is not None and page.calling.run.may_end
                hand.press("f9" if at_end else "1")
            hand.until(lambda: self._stored(call_id).status is CallbackStatus.DONE, "its end")

    def _complaint(self, visit_id: str) -> None:
        """A dissatisfied call becomes a ticket that goes round its loop."""
        call_id, caller = self._call_of(visit_id)
        self._change_to(caller)
        page = self._stand_on_call(call_id)
        hand = self.house.hand
        with self.act("call, dissatisfied"):
            hand.press("enter")
            hand.until(lambda: page.calling.run, "the call sheet")
            hand.settle()
            hand.press("f9")
            for answer in "112131":
                hand.press(answer)
            for words in ("请重新检查", "昨天刚修完，今天又响了"):
                hand.say(words)
                hand.press("enter")
            hand.until(page.call.ticket_card.isVisible, "the ticket")
            hand.press("ctrl+enter")
            self.house.complaint_id = hand.until(lambda: self._ticket_of(call_id), "the ticket")
            hand.press("ctrl+enter")
            hand.until(lambda: self._stored(call_id).status is CallbackStatus.DONE, "its end")
        for turn in complaining.turns(self.house):
            if turn.step is ComplaintStep.FILED:
                # No sheet is scanned here: the reason stands in its place.
                said = (*turn.said, "enter", '"顾客在外地')
                turn = replace(turn, said=said)  # noqa: PLW2901 - the same turn, with more said
            self.house.clock.move(timedelta(minutes=turn.minutes))
            self._change_to(turn.login)
            with self.act("work list"):
                complaining.stand_on_line(self.house, self.house.complaint_id)
            with self.act(f"complaint: {turn.step.value}"):
                complaining.take_on_line(self.house, turn, self.house.complaint_id)

    def _statistics(self) -> None:
        self._change_to("csmanager")
        for period in ("1", "2", "3"):
            with self.act("statistics"):
                self.house.hand.press("ctrl+6", period)

    def _stand_on_call(self, call_id: str) -> CallbacksPage:
        hand = self.house.hand
        with self.act("queue of calls"):
            hand.press("ctrl+4")
            page = self.house.page(CallbacksPage)
            table = page.queue.table
            hand.until(lambda: table.select(call_id), "the call in the queue")
            table.setFocus(Qt.FocusReason.OtherFocusReason)
        return page

    def _calls(self, visits: list[str]) -> list[tuple[str, str]]:
        """Visits with the login of whom the call about each is for: everybody makes their own."""
        return [(visit_id, self._call_of(visit_id)[1]) for visit_id in visits]

    def _call_of(self, visit_id: str) -> tuple[str, str]:
        """The call about a visit and the login of who is to make it."""
        with self.house.services.desk.read() as session:
            call, login = session.execute(
                select(Callback.id, StaffMember.login)
                .join(StaffMember, Callback.assigned_to == StaffMember.id)
                .where(Callback.visit_id == visit_id, Callback.kind == CallbackKind.AFTER_SERVICE)
            ).one()
        return call, login

    def _ticket_of(self, call_id: str) -> str | None:
        with self.house.services.desk.read() as session:
            return session.scalar(select(Complaint.id).where(Complaint.callback_id == call_id))

    def _stored(self, call_id: str) -> Callback:
        with self.house.services.desk.read() as session:
            return session.get_one(Callback, call_id)


def _shown(page: CustomersPage) -> str:
    file = page.pane.file
    return file.id if file is not None else ""
