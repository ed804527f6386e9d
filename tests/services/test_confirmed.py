"""The password asked again before a weighty act: how long it holds, over any clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.clock import FixedClock
from frontdesk.errors import ConfirmationNeeded, UserError
from frontdesk.language import Language
from frontdesk.models.rules import Rules
from frontdesk.services.accounts.opening import FirstManager, found_dealership
from frontdesk.services.confirmed import Act, Confirmation, confirmed, needed
from frontdesk.services.desk import Desk, Profile
from frontdesk.services.permissions import Permission, requires
from frontdesk.services.registry import Services
from frontdesk.store.files import DataFolder
from frontdesk.texts import sentence

PASSWORD = "frontdesk-demo"


class _LoosePc(FixedClock):
    """A PC whose wall clock can be set to anything while real time passes."""

    def set_wall(self, at: datetime) -> None:
        self._at = at


@pytest.fixture
def founded(tmp_path: Path, clock: FixedClock) -> Services:
    first = FirstManager("admin", "韩总", PASSWORD)
    return found_dealership(DataFolder(tmp_path / "d"), Profile(name="店"), first, clock).services


class _Weighty:
    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.done = 0

    @requires(Permission.SIGNED_IN)
    @confirmed(Act.EXPORT)
    def export(self) -> None:
        self.done += 1

    @requires(Permission.SIGNED_IN)
    @confirmed
    def other(self) -> None:
        self.done += 1


def test_an_act_waits_for_the_password_and_then_goes_through(founded: Services) -> None:
    weighty = _Weighty(founded.desk)
    with pytest.raises(ConfirmationNeeded) as asked:
        weighty.export()
    assert weighty.done == 0
    assert "密码以导出" in sentence(asked.value, Language.ZH_CN)
    assert sentence(asked.value, Language.ZH_CN).startswith("韩总，")

    founded.accounts.confirm(PASSWORD)
    weighty.export()
    weighty.other()

    assert weighty.done == 2


def test_a_wrong_password_confirms_nothing(founded: Services) -> None:
    with pytest.raises(UserError) as refused:
        founded.accounts.confirm("not it at all")

    assert (refused.value.code, refused.value.field) == ("confirm.wrong", "password")
    with pytest.raises(ConfirmationNeeded):
        _Weighty(founded.desk).other()


def test_it_holds_five_minutes(founded: Services, clock: FixedClock) -> None:
    founded.accounts.confirm(PASSWORD)
    clock.move(timedelta(minutes=5))
    founded.desk.confirm_fresh()
    clock.move(timedelta(seconds=1))
    with pytest.raises(ConfirmationNeeded):
        founded.desk.confirm_fresh()


def test_where_each_act_asks_it_is_used_up_by_one(founded: Services) -> None:
    founded.desk.rules = Rules(confirm_minutes=0)
    founded.accounts.confirm(PASSWORD)
    founded.desk.confirm_fresh()
    with pytest.raises(ConfirmationNeeded):
        founded.desk.confirm_fresh()


def test_leaving_the_desk_drops_it(founded: Services) -> None:
    founded.accounts.confirm(PASSWORD)
    founded.desk.confirmation.drop()
    with pytest.raises(ConfirmationNeeded):
        founded.desk.confirm_fresh()


@pytest.mark.parametrize("act", list(Act))
def test_each_act_has_its_question_in_both_languages(act: Act) -> None:
    error = needed(act, "郑岚")
    for language in Language:
        assert sentence(error, language).startswith("郑岚")
    assert error.code not in sentence(error, Language.EN)


@given(
    minutes=st.integers(0, 60),
    passed=st.floats(0, 7_200),
    wall=st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)),
)
def test_no_clock_makes_it_hold_longer(minutes: int, passed: float, wall: datetime) -> None:
    clock = _LoosePc(datetime(2026, 11, 5, 2, tzinfo=UTC))
    confirmation = Confirmation(clock, lambda: minutes)
    confirmation.give()
    clock.move(timedelta(seconds=passed))
    clock.set_wall(wall.replace(tzinfo=UTC))

    if confirmation.use():
        assert passed <= max(60, minutes * 60)
        assert not confirmation.use() or minutes
