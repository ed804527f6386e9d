"""What falls due is written in short acts: broken off between two of them, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update

from frontdesk.models.callback import Callback
from frontdesk.models.enums import CallbackStatus, Role, VisitStatus
from frontdesk.models.journal import AuditEntry, ImportBatch
from frontdesk.models.visit import Visit
from frontdesk.services.callbacks.deriving import hands
from frontdesk.services.callbacks.deriving.run import derive, forget_derived, is_derived
from frontdesk.services.callbacks.sharing import share_in_short_acts
from frontdesk.services.desk import Desk, UnitOfWork
from frontdesk.store import seals
from tests.factories import Make

_DAY = timedelta(days=1)
_ACTS_AT_MOST = 40


@pytest.fixture(autouse=True)
def _two_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "AT_ONCE", 2)


@pytest.mark.parametrize("crashing", [False, True])
def test_broken_off_anywhere_the_next_time_does_the_rest(
    make: Make, desk: Desk, crashing: bool
) -> None:
    _a_busy_house(make, desk)
    before = _kept(desk)
    found = derive(desk)
    assert found.finished
    assert min(found.count, found.withdrawn, found.brought_back, found.moved) >= 2
    wanted = _states(desk)
    for after in range(_ACTS_AT_MOST):
        _put_back(desk, before)
        if crashing:
            with pytest.raises(_Crash):
                derive(desk, stopped=_crashing(after))
        else:
            assert not derive(desk, stopped=_stopping(after)).finished
        with desk.read() as session:
            assert not is_derived(session, desk)
        if after:
            assert _states(desk) != _only_states(before)
        assert derive(desk).finished
        assert _states(desk) == wanted
        if _acts_of(desk, before) <= after + 1:
            break
    else:
        pytest.fail("it never came to its end")
    _numbers_are_given_once(desk)
    _whole_chain(desk)


def test_what_others_write_meanwhile_is_heeded(make: Make, desk: Desk) -> None:
    visits = [_handed_over(make) for _ in range(6)]
    late = make.vehicle()
    done: list[str] = []

    def meanwhile() -> bool:
        if not done:
            done.append(visits[0])
            with desk.write() as work:
                _set(work, Visit, visits[0], status=VisitStatus.DECLINED)
                work.audit("visit.cancel", "visit", visits[0])
        elif len(done) == 1:
            done.append(_handed_over(make, late))
            with desk.write() as work:
                work.audit("visit.hand_over", "visit", done[-1])
        return False

    found = derive(desk, stopped=meanwhile)
    assert found.finished
    assert len(done) == 2
    assert {call.visit_id for call in _open(desk)} == {*visits[1:], done[1]}
    assert not derive(desk, whole=True)


def test_a_sheet_brought_in_meanwhile_leaves_all_to_be_looked_at(make: Make, desk: Desk) -> None:
    for _ in range(3):
        _handed_over(make)

    def meanwhile() -> bool:
        with desk.write() as work:
            batch = ImportBatch(
                file_name="x.xlsx",
                at=work.now,
                by=desk.actor.id,
                read=1,
                created=1,
                updated=0,
                rejected=0,
            )
            work.session.add(batch)
            work.session.flush()
            forget_derived(work)
            work.audit("deliveries.import", "import_batch", batch.id)
        return False

    assert not derive(desk, stopped=meanwhile).finished
    with desk.read() as session:
        assert not is_derived(session, desk)
    assert derive(desk).finished
    assert len(_open(desk)) == 6


def test_each_act_leaves_its_entry(make: Make, desk: Desk) -> None:
    for _ in range(5):
        _handed_over(make)
    told: list[tuple[int, int]] = []
    assert derive(desk, lambda done, found: told.append((done, found))).count == 10
    assert told == [(2, 10), (4, 10), (6, 10), (8, 10), (10, 10)]
    with desk.read() as session:
        entries = session.scalars(
            select(AuditEntry).where(AuditEntry.action == "callback.derive")
        ).all()
    assert len(entries) == 5


def test_calls_are_shared_out_in_short_acts(
    make: Make, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from frontdesk.services.callbacks import sharing

    monkeypatch.setattr(sharing, "_GIVEN_AT_ONCE", 2)
    staff = [make.staff(Role.CS_SPECIALIST).id for _ in range(2)]
    calls = [make.callback() for _ in range(7)]
    assert share_in_short_acts(desk, _stopping(1)) == 2
    assert share_in_short_acts(desk) == 5
    given = [call.assigned_to for call in _open(desk) if call.id in calls]
    assert sorted(given.count(one) for one in staff) == [3, 4]


def test_a_call_ended_meanwhile_is_given_to_nobody(
    make: Make, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from frontdesk.services.callbacks import sharing

    monkeypatch.setattr(sharing, "_GIVEN_AT_ONCE", 1)
    make.staff(Role.CS_SPECIALIST)
    calls = [make.callback() for _ in range(2)]

    def meanwhile() -> bool:
        with desk.write() as work:
            for call in calls:
                _set(work, Callback, call, status=CallbackStatus.DONE)
        return False

    assert share_in_short_acts(desk, meanwhile) == 0


# the house --------------------------------------------------------------------------------


class _Crash(Exception):
    """The program is gone."""


def _stopping(after: int) -> Callable[[], bool]:
    left = iter(range(after))
    return lambda: next(left, None) is None


def _crashing(after: int) -> Callable[[], bool]:
    stop = _stopping(after)

    def stopped() -> bool:
        if stop():
            raise _Crash
        return False

    return stopped


def _a_busy_house(make: Make, desk: Desk) -> None:
    """Calls to make, to withdraw, to bring back and to move, of each more than one act does."""
    visits = [_handed_over(make, ago=5) for _ in range(9)]
    for ago in (0, 3, 40):
        make.vehicle(sold_here=True, delivered_on=desk.today - ago * _DAY)
    derive(desk)
    with desk.write() as work:
        for visit in visits[:3]:
            _set(work, Visit, visit, status=VisitStatus.DECLINED)
    derive(desk, whole=True)
    with desk.write() as work:
        for visit in visits[:3]:
            _set(work, Visit, visit, status=VisitStatus.HANDED_OVER)
        for visit in visits[3:6]:
            _set(work, Visit, visit, status=VisitStatus.DECLINED)
        for visit in visits[6:]:
            _set(work, Visit, visit, handed_over_on=desk.today - 2 * _DAY)
        forget_derived(work)
    for _ in range(3):
        _handed_over(make)


def _handed_over(make: Make, car: str | None = None, ago: int = 0) -> str:
    return make.visit(
        car,
        status=VisitStatus.HANDED_OVER,
        arrived_at=make.desk.now - ago * _DAY,
        handed_over_on=make.desk.today - ago * _DAY,
    )


def _set(work: UnitOfWork, model: Any, id_: str, **values: object) -> None:
    work.session.execute(update(model).where(model.id == id_).values(**values))


def _open(desk: Desk) -> list[Callback]:
    states = (CallbackStatus.DUE, CallbackStatus.AGREED_TIME, CallbackStatus.RETRY)
    with desk.read() as session:
        return list(session.scalars(select(Callback).where(Callback.status.in_(states))))


def _kept(desk: Desk) -> list[dict[str, Any]]:
    with desk.read() as session:
        return [dict(row) for row in session.execute(select(Callback.__table__)).mappings()]


def _put_back(desk: Desk, calls: list[dict[str, Any]]) -> None:
    with desk.write() as work:
        work.session.execute(delete(Callback))
        work.session.execute(insert(Callback), calls)
        forget_derived(work)


def _acts_of(desk: Desk, before: list[dict[str, Any]]) -> int:
    _put_back(desk, before)
    acts: list[int] = []
    derive(desk, lambda done, _found: acts.append(done))
    return len(acts)


def _states(desk: Desk) -> set[tuple[object, ...]]:
    return _only_states(_kept(desk))


def _only_states(calls: list[dict[str, Any]]) -> set[tuple[object, ...]]:
    told = ("kind", "occasion", "status", "due_from", "due_until", "assigned_to", "withdrawn_why")
    return {tuple(call[name] for name in told) for call in calls}


def _numbers_are_given_once(desk: Desk) -> None:
    with desk.read() as session:
        numbers = session.scalars(select(Callback.number)).all()
    assert len(numbers) == len(set(numbers))


def _whole_chain(desk: Desk) -> None:
    with desk.store._fresh() as connection:
        assert seals.verify(connection, desk.store.key) == []
