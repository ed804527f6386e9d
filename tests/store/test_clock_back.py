"""The PC's clock may jump: the trail keeps its order, and says that it jumped."""

from __future__ import annotations

import json
import shutil
import tempfile
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from frontdesk.clock import FixedClock
from frontdesk.models.journal import AuditEntry
from frontdesk.services.desk import Desk
from frontdesk.store import seals, startup
from frontdesk.store.engine import connect
from frontdesk.store.files import DataFolder


def _act(desk: Desk, name: str) -> None:
    with desk.write() as work:
        work.audit("setting.change", "setting", name)


def _trail(desk: Desk) -> list[AuditEntry]:
    with desk.read() as session:
        return list(session.scalars(select(AuditEntry).order_by(AuditEntry.sequence)))


def _sound(desk: Desk) -> bool:
    connection = connect(desk.store.folder.database, desk.store.key)
    try:
        return seals.verify(connection, desk.store.key) == []
    finally:
        connection.close()


def test_a_clock_set_back_a_day_is_noted_once_before_the_act(desk: Desk, clock: FixedClock) -> None:
    _act(desk, "before")
    first = clock.now()
    clock.move(timedelta(days=-1))
    _act(desk, "after")
    _act(desk, "again")

    trail = _trail(desk)

    assert [entry.action for entry in trail] == [
        "setting.change",
        "clock.backward",
        "setting.change",
        "setting.change",
    ]
    noted = json.loads(trail[1].detail)
    assert datetime.fromisoformat(noted["from"]) == first
    assert datetime.fromisoformat(noted["to"]) == clock.now()
    assert trail[1].staff_id == desk.actor.id
    assert _sound(desk)


def test_a_clock_set_right_by_a_minute_is_no_jump(desk: Desk, clock: FixedClock) -> None:
    _act(desk, "before")
    clock.move(timedelta(minutes=-2))
    _act(desk, "after")

    assert [entry.subject_id for entry in _trail(desk)] == ["before", "after"]


def test_ten_years_ahead_and_back_again(desk: Desk, clock: FixedClock) -> None:
    _act(desk, "before")
    clock.move(timedelta(days=3650))
    _act(desk, "ahead")
    clock.move(timedelta(days=-3650))
    _act(desk, "back")

    trail = _trail(desk)

    assert [entry.subject_id for entry in trail] == ["before", "ahead", "", "back"]
    assert _sound(desk)


def test_another_time_zone_is_no_jump(desk: Desk, clock: FixedClock) -> None:
    _act(desk, "in China")
    desk.clock = FixedClock(clock.now(), timezone(timedelta(hours=-8)))
    _act(desk, "in California")

    assert [entry.subject_id for entry in _trail(desk)] == ["in China", "in California"]
    assert _sound(desk)


_KEY = bytes(range(32))


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    folder = DataFolder(tmp_path_factory.mktemp("blank"))
    startup.create_store(folder, _KEY).close()
    return folder


_JUMPS = st.lists(
    st.integers(min_value=-20 * 365 * 86_400, max_value=20 * 365 * 86_400)
    | st.integers(min_value=-300, max_value=300),
    min_size=1,
    max_size=12,
)


@settings(max_examples=60)
@given(jumps=_JUMPS)
def test_whatever_the_clock_does_the_order_holds_and_each_jump_back_is_noted(
    jumps: list[int], blank: DataFolder, desk: Desk
) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = DataFolder(Path(place))
        shutil.copy(blank.database, folder.database)
        clock = FixedClock(datetime(2026, 11, 5, 2, tzinfo=UTC))
        store = startup.open_store(folder, _KEY, clock.now())
        moved = Desk(store, desk.actor, clock, desk.rules, desk.profile)
        for n, jump in enumerate(jumps):
            clock.move(timedelta(seconds=jump))
            _act(moved, str(n))
        trail = _trail(moved)
        assert _sound(moved)
        store.close()

    acts = [entry for entry in trail if entry.action != seals.BACKWARD]
    assert [entry.subject_id for entry in acts] == [str(n) for n in range(len(jumps))]
    back = sum(jump < -120 for jump in jumps[1:])
    assert len(trail) - len(acts) == back
