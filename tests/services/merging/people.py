"""Makes files with everything that can hang on one, drawn by Hypothesis or all at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any

from hypothesis import strategies as st

from frontdesk.models.callback_programme import CallList, CallListMember, RoutineSheet
from frontdesk.models.change_set import NotTheSame
from frontdesk.models.customer import ContactConsent, CustomerNote, FamilyMember
from frontdesk.models.enums import (
    CallbackKind,
    Channel,
    Consent,
    CustomerSource,
    FamilyTie,
    Gender,
    MessageChannel,
    PayMethod,
    ValueClass,
)
from frontdesk.models.journal import Draft
from frontdesk.models.outbox import OutboxMessage
from frontdesk.models.segment import ClassChange, CustomerLoss
from frontdesk.models.values.ids import new_id
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services
from tests.factories import Make

_DAY = date(2026, 3, 1)
_serial = count(1)


@dataclass(frozen=True)
class Told:
    """What one file is to hold."""

    fields: dict[str, Any]
    phones: tuple[str, ...]
    things: tuple[str, ...] = field(default=())


_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "gender": st.sampled_from(Gender),
    "identity_number": st.sampled_from([None, "11010519491231002X", "440524188001010014"]),
    "birthday": st.sampled_from([None, date(1980, 2, 29), date(1991, 1, 1)]),
    "lunar_month": st.sampled_from([None, 4, 12]),
    "hobbies": st.sampled_from([None, "钓鱼", "羽毛球"]),
    "remarks": st.sampled_from([None, "怕吵", "周末来\n带孩子"]),
    "email": st.sampled_from([None, "a@example.com", "b@example.com"]),
    "address": st.sampled_from([None, "福田路 1 号"]),
    "region_code": st.sampled_from([None, "440304"]),
    "source": st.sampled_from(CustomerSource),
    "member_number": st.sampled_from([None, "M1", "M2"]),
    "usual_payment": st.sampled_from([None, *PayMethod]),
    "do_not_call": st.booleans(),
    "last_visit_on": st.sampled_from([None, _DAY, _DAY + timedelta(30)]),
    "next_due_on": st.sampled_from([None, _DAY, _DAY + timedelta(300)]),
    "value_class": st.sampled_from([None, *ValueClass]),
    "own_class": st.sampled_from([None, ValueClass.A]),
    "lost_since": st.sampled_from([None, _DAY]),
    "badges": st.sampled_from([None, ",fleet,", ",often,referred,"]),
    "opinion_leader": st.booleans(),
}
THINGS: dict[str, Callable[[Make, str, str], None]] = {}
_NUMBERS = ("13900000001", "13900000002", "075588886666")


def told() -> st.SearchStrategy[Told]:
    """What a file may hold."""
    return st.builds(
        Told,
        st.fixed_dictionaries({}, optional=_FIELDS),
        st.lists(st.sampled_from(_NUMBERS), unique=True, max_size=3).map(tuple),
        st.lists(st.sampled_from(sorted(THINGS)), max_size=8).map(tuple),
    )


def _thing(
    make: Callable[[Make, str, str], None],
) -> Callable[[Make, str, str], None]:
    THINGS[make.__name__] = make
    return make


def file(make: Make, told: Told, other_id: str = "") -> str:
    """A file that holds what is ``told``; ``other_id`` is that of a third person."""
    fields = {"name": "张伟", **told.fields}
    if fields.get("lunar_month"):
        fields |= {"lunar_day": 30, "lunar_leap": False}
    customer_id = make.customer(phones=told.phones, **fields)
    for thing in told.things:
        THINGS[thing](make, customer_id, other_id or make.customer())
    return customer_id


def _add(desk: Desk, *rows: Any) -> None:
    with desk.write() as work:
        work.session.add_all(rows)


@_thing
def car(make: Make, customer_id: str, _: str) -> None:
    make.vehicle(customer_id)


@_thing
def visit(make: Make, customer_id: str, _: str) -> None:
    make.visit(make.vehicle(customer_id))


@_thing
def handed_on(make: Make, customer_id: str, other_id: str) -> None:
    car_id = make.vehicle(customer_id)
    make.visit(car_id)
    Services(make.desk).customers.take_over(car_id, other_id)


@_thing
def call(make: Make, customer_id: str, _: str) -> None:
    make.callback(customer_id)


@_thing
def call_by_occasion(make: Make, customer_id: str, _: str) -> None:
    car_id = make.vehicle(customer_id)
    occasion = f"{car_id}:{customer_id}"
    make.callback(customer_id, kind=CallbackKind.NEW_CAR, vehicle_id=car_id, occasion=occasion)
    sheet = RoutineSheet(vehicle_id=car_id, customer_id=customer_id, delivered_on=_DAY)
    _add(make.desk, sheet)


@_thing
def complaint(make: Make, customer_id: str, _: str) -> None:
    make.complaint(customer_id)


@_thing
def note(make: Make, customer_id: str, _: str) -> None:
    actor = make.desk.actor.id
    row = CustomerNote(
        customer_id=customer_id, text="常在周末来", written_at=make.desk.now, written_by=actor
    )
    _add(make.desk, row)


@_thing
def family(make: Make, customer_id: str, _: str) -> None:
    row = FamilyMember(customer_id=customer_id, position=0, name="张小宝", tie=FamilyTie.CHILD)
    _add(make.desk, row)


@_thing
def consent(make: Make, customer_id: str, _: str) -> None:
    state = list(Consent)[next(_serial) % len(Consent)]
    with make.desk.write() as work:
        work.session.merge(
            ContactConsent(
                customer_id=customer_id,
                channel=Channel.SMS,
                state=state,
                said_at=work.now,
                noted_by=make.desk.actor.id,
            )
        )


@_thing
def message(make: Make, customer_id: str, _: str) -> None:
    row = OutboxMessage(
        channel=next(iter(MessageChannel)),
        template="callback.thanks",
        customer_id=customer_id,
        language="zh_CN",
        body="谢谢",
        queued_at=make.desk.now,
        queued_by=make.desk.actor.id,
    )
    _add(make.desk, row)


@_thing
def listed(make: Make, customer_id: str, _: str) -> None:
    """On the one list that every file of a test is on."""
    known = "00000000-0000-7000-8000-0000000000aa"
    with make.desk.write() as work:
        if work.session.get(CallList, known) is None:
            work.session.add(
                CallList(
                    id=known,
                    kind=CallbackKind.SPECIAL_PERIOD,
                    name="国庆",
                    occasion="国庆",
                    first=_DAY,
                    last=_DAY,
                    criteria="{}",
                    made_at=work.now,
                    made_by=make.desk.actor.id,
                )
            )
            work.session.flush()
        work.session.merge(CallListMember(call_list_id=known, customer_id=customer_id))


@_thing
def referred(make: Make, customer_id: str, _: str) -> None:
    make.customer(referrer_id=customer_id)


@_thing
def two_people(make: Make, customer_id: str, other_id: str) -> None:
    first, second = sorted((customer_id, other_id))
    with make.desk.write() as work:
        work.session.merge(
            NotTheSame(
                first_id=first,
                second_id=second,
                decided_at=work.now,
                decided_by=make.desk.actor.id,
            )
        )


@_thing
def classed(make: Make, customer_id: str, _: str) -> None:
    change = ClassChange(customer_id=customer_id, on=_DAY, after=ValueClass.B, why="{}")
    _add(make.desk, change, CustomerLoss(customer_id=customer_id, lost_on=_DAY, back_on=None))


@_thing
def draft(make: Make, customer_id: str, _: str) -> None:
    row = Draft(
        id=new_id(),
        owner_id=make.staff().id,
        form="vehicle",
        subject_id=f"new:{customer_id}",
        payload="{}",
        saved_at=make.desk.now,
    )
    _add(make.desk, row)


EVERYTHING = Told(
    {"name": "张伟", "remarks": "怕吵", "gender": Gender.MALE}, _NUMBERS[:2], tuple(sorted(THINGS))
)
