"""The calls of the next morning: a satisfied customer and one who is not."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from frontdesk.models.all import Callback, Complaint
from frontdesk.models.enums import CallbackKind, CallbackStatus, Satisfaction
from frontdesk.tour.driver import ActFailed
from frontdesk.tour.house import House
from frontdesk.ui.callbacks.page import CallbacksPage

SATISFIED_KEYS, DISSATISFIED_KEYS = 8, 14
_WISH = "请重新检查刹车，并告诉我原因"
_WORDS = "昨天刚修完，今天早上又响了，专门跑一趟等于白跑"


def satisfied(house: House) -> None:
    """Open next → closed."""
    hand = house.hand
    house.clock.set(house.at(10, 40) + timedelta(days=1))
    with hand.act("change-person"):
        house.sign_in(_caller(house))
    hand.press("ctrl+4")
    page = house.page(CallbacksPage)
    hand.until(page.queue.table.rows, "calls that are due")
    hand.picture("callbacks")
    with hand.act("satisfied-call") as act:
        hand.press("f9")
        run = hand.until(lambda: page.calling.run, "the call")
        call_id = run.sheet.id
        hand.picture("callback-begin")
        for _ in range(SATISFIED_KEYS):
            if _stored(house, call_id).status is CallbackStatus.DONE:
                break
            at_end = page.calling.run is not None and page.calling.run.may_end
            hand.press("f9" if at_end else "1")
        done = _stored(house, call_id)
        act.created["callback"] = done.number
        if done.satisfaction is not Satisfaction.SATISFIED:
            raise ActFailed(f"the call stands at {done.status}, {done.satisfaction}")
        if act.keys > SATISFIED_KEYS:
            raise ActFailed(f"{act.keys} keys, {SATISFIED_KEYS} are allowed")


def dissatisfied(house: House) -> None:
    """The customer of yesterday's visit is not satisfied: a ticket, and no word typed twice."""
    hand = house.hand
    page = house.page(CallbacksPage)
    with house.services.desk.read() as session:
        call_id = session.scalars(
            select(Callback.id).where(
                Callback.visit_id == house.visit_id, Callback.kind == CallbackKind.AFTER_SERVICE
            )
        ).one()
    with hand.act("choose-call"):
        table = page.queue.table
        hand.until(lambda: table.select(call_id), "yesterday's visit in the queue")
        table.setFocus()
    with hand.act("dissatisfied-call") as act:
        hand.press("enter")
        hand.until(lambda: page.calling.run, "the call sheet")
        hand.settle()
        hand.picture("callback-sheet")
        hand.press("f9")
        for answer in "112131":
            hand.press(answer)
        hand.say(_WISH)
        hand.press("enter")
        hand.say(_WORDS)
        hand.press("enter")
        hand.until(page.call.ticket_card.isVisible, "the ticket")
        hand.picture("callback-complaint")
        hand.press("ctrl+enter")
        with house.services.desk.read() as session:
            ticket = session.scalars(
                select(Complaint).where(Complaint.callback_id == call_id)
            ).one()
            act.created["complaint"] = ticket.number
            house.complaint_id = ticket.id
            if ticket.words != _WORDS or ticket.remedy != _WISH:
                raise ActFailed("the customer's words did not reach the ticket")
        if act.keys > DISSATISFIED_KEYS:
            raise ActFailed(f"{act.keys} keys, {DISSATISFIED_KEYS} are allowed")
        hand.press("ctrl+enter")
        hand.until(lambda: _stored(house, call_id).status is CallbackStatus.DONE, "the call's end")


def _caller(house: House) -> str:
    """The specialist whom yesterday's call is given to."""
    from frontdesk.models.all import StaffMember

    with house.services.desk.read() as session:
        login = session.scalar(
            select(StaffMember.login)
            .join(Callback, Callback.assigned_to == StaffMember.id)
            .where(Callback.visit_id == house.visit_id)
        )
    return login or "specialist"


def _stored(house: House, call_id: str) -> Callback:
    with house.services.desk.read() as session:
        return session.get_one(Callback, call_id)
