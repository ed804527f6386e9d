"""Calls that are nobody's are given to somebody, once, with an entry each."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from frontdesk.models.callback import Callback
from frontdesk.models.callback_programme import Absence
from frontdesk.models.enums import CallbackStatus, Role
from frontdesk.models.journal import AuditEntry
from frontdesk.models.values.ids import new_id
from frontdesk.services.callbacks.sharing import share_out
from frontdesk.services.desk import Desk
from tests.factories import Make


def _share(desk: Desk, ids: list[str] | None = None) -> int:
    with desk.write() as work:
        return share_out(work, ids)


def _given(desk: Desk) -> dict[str, str | None]:
    with desk.read() as session:
        rows = session.execute(select(Callback.id, Callback.assigned_to))
        return dict(rows.all())


def _away(desk: Desk, staff_id: str, days: int) -> None:
    with desk.write() as work:
        work.session.add(
            Absence(
                id=new_id(),
                staff_id=staff_id,
                first=desk.today,
                last=desk.today + timedelta(days=days),
                noted_at=work.now,
                noted_by=desk.actor.id,
            )
        )


def test_calls_are_given_once_by_capacity_and_entered(make: Make, desk: Desk) -> None:
    one = make.staff(Role.CS_SPECIALIST)
    half = make.staff(Role.CS_SPECIALIST, capacity=50)
    make.staff(Role.CS_SPECIALIST, active=False)
    ids = [make.callback() for _ in range(6)]
    assert _share(desk) == 6
    given = _given(desk)
    assert [given[id_] for id_ in ids].count(one.id) == 4
    assert [given[id_] for id_ in ids].count(half.id) == 2
    with desk.read() as session:
        rows = session.scalars(select(Callback)).all()
        assert {row.version for row in rows} == {2}
        assert {row.assigned_at for row in rows} == {desk.now}
        entries = session.scalars(select(AuditEntry).where(AuditEntry.action == "callback.share"))
        assert sorted(entry.subject_id for entry in entries) == sorted(ids)
    assert _share(desk) == 0
    assert _given(desk) == given


def test_only_those_named_are_given(make: Make, desk: Desk) -> None:
    one = make.staff(Role.CS_SPECIALIST)
    named, other, theirs = make.callback(), make.callback(), make.callback(assigned_to=one.id)
    ended = make.callback(status=CallbackStatus.DONE)
    assert _share(desk, [named, theirs, ended]) == 1
    given = _given(desk)
    assert (given[named], given[other], given[ended]) == (one.id, None, None)


def test_who_is_away_or_served_is_passed_over(make: Make, desk: Desk) -> None:
    own, served, third = (make.staff(Role.CS_SPECIALIST) for _ in range(3))
    customer = make.customer(specialist_id=own.id)
    first = make.callback(customer)
    _share(desk)
    _away(desk, own.id, 9)
    then = make.callback(customer, served_by=served.id)
    _share(desk)
    assert (_given(desk)[first], _given(desk)[then]) == (own.id, third.id)


def test_a_call_somebody_is_on_stays_theirs(make: Make, desk: Desk) -> None:
    make.staff(Role.CS_SPECIALIST)
    spoken = make.callback(started_at=desk.now, progress="{}")
    dropped = make.callback(started_at=desk.now - timedelta(hours=2), progress="{}")
    assert _share(desk) == 1
    assert _given(desk)[spoken] is None
    assert _given(desk)[dropped] is not None


def test_what_is_loaded_is_read_again(make: Make, desk: Desk) -> None:
    one = make.staff(Role.CS_SPECIALIST)
    id_ = make.callback()
    with desk.write() as work:
        callback = work.session.get_one(Callback, id_)
        share_out(work)
        assert callback.assigned_to == one.id
        callback.note = "改一下"
    with desk.read() as session:
        assert session.get_one(Callback, id_).version == 3
