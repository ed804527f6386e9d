"""Every try at a password waits its turn, is remembered and is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from frontdesk.clock import FixedClock
from frontdesk.errors import UserError
from frontdesk.models.enums import Role
from frontdesk.models.journal import AuditEntry
from frontdesk.services.accounts.dto import AccountInput
from frontdesk.services.accounts.opening import (
    FirstManager,
    change_person,
    found_dealership,
    recover,
    sign_in,
)
from frontdesk.services.desk import Profile
from frontdesk.services.registry import Services
from frontdesk.store import keys
from frontdesk.store.files import DataFolder

PASSWORD = "frontdesk-demo"
LIN = AccountInput("lin", "林晓峰", frozenset({Role.CS_SPECIALIST}))


@pytest.fixture
def founded(tmp_path: Path, clock: FixedClock) -> Services:
    first = FirstManager("admin", "韩总", PASSWORD)
    return found_dealership(DataFolder(tmp_path / "d"), Profile(name="店"), first, clock).services


def _refused(act: Callable[[], object], times: int = 1) -> UserError:
    for _ in range(times - 1):
        with pytest.raises(UserError):
            act()
    with pytest.raises(UserError) as refused:
        act()
    return refused.value


def _told(services: Services) -> list[dict[str, object]]:
    with services.desk.read() as session:
        found = session.scalars(
            select(AuditEntry.detail)
            .where(AuditEntry.action == "account.refused")
            .order_by(AuditEntry.sequence)
        )
        return [json.loads(detail) for detail in found]


def test_every_door_counts_and_waits(founded: Services, clock: FixedClock) -> None:
    folder, accounts = founded.desk.store.folder, founded.accounts
    doors: list[Callable[[], object]] = [
        lambda: sign_in(folder, "admin", "wrong one", clock),
        lambda: change_person(founded, "admin", "wrong one"),
        lambda: accounts.confirm("wrong one"),
        lambda: accounts.change_password("wrong one", "kept to oneself"),
    ]
    codes = [_refused(door).code for door in doors]
    assert codes == [
        "sign_in.refused",
        "sign_in.refused",
        "confirm.wrong",
        "password.old_wrong",
    ]
    waits = [_refused(door) for door in doors]
    assert {error.code for error in waits} == {"sign_in.wait"}
    assert {error.params["seconds"] for error in waits} == {2}
    assert [error.field for error in waits] == ["password", "password", "password", "old_password"]

    # The right password has to wait as well, and then opens.
    assert _refused(lambda: accounts.confirm(PASSWORD)).code == "sign_in.wait"
    clock.move(timedelta(seconds=2))
    accounts.confirm(PASSWORD)
    founded.desk.confirm_fresh()


def test_the_recovery_code_waits_too(founded: Services, clock: FixedClock) -> None:
    folder = founded.desk.store.folder

    def guess() -> object:
        return recover(folder, "AAAA-" * 7 + "AAAA", "admin", "kept to oneself", clock)

    assert _refused(guess, 4).params["wait"] == 2
    late = _refused(guess)
    assert (late.code, late.field) == ("sign_in.wait", "recovery_code")
    change_person(founded, "admin", PASSWORD)


def test_one_login_does_not_slow_another(founded: Services, clock: FixedClock) -> None:
    founded.accounts.create(LIN, "until monday")
    for _ in range(12):
        _refused(lambda: change_person(founded, "lin", "wrong one"))
        clock.move(timedelta(minutes=1))

    _refused(lambda: change_person(founded, "lin", "wrong one"))
    change_person(founded, "admin", PASSWORD)


def test_nobody_is_locked_out_for_ever(founded: Services, clock: FixedClock) -> None:
    for _ in range(60):
        _refused(lambda: change_person(founded, "admin", "wrong one"))
        clock.move(timedelta(minutes=1))

    change_person(founded, "admin", PASSWORD)


def test_the_trail_is_told_at_once_where_the_store_is_open(founded: Services) -> None:
    _refused(lambda: change_person(founded, "admin", "wrong one"))
    _refused(lambda: change_person(founded, "a password by mistake", "x"), 1)
    _refused(lambda: change_person(founded, "mistaken", "wrong one"))

    told = _told(founded)
    assert [(entry["login"], entry["count"]) for entry in told] == [("admin", 1), ("", 1)]
    assert told[0]["times"] == ["2026-11-05T02:00:00+00:00"]


def test_the_trail_is_told_by_the_next_who_signs_in(founded: Services, clock: FixedClock) -> None:
    folder = founded.desk.store.folder
    founded.desk.store.close()
    _refused(lambda: sign_in(folder, "admin", "wrong one", clock), 3)

    again = sign_in(folder, "admin", PASSWORD, clock)
    once_more = change_person(again, "admin", PASSWORD)

    assert [(entry["login"], entry["count"]) for entry in _told(once_more)] == [("admin", 3)]
    again.desk.store.close()


def test_a_cheap_slot_is_renewed_by_signing_in(
    founded: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    dearer = keys.Cost(passes=2, memory_kib=64, lanes=1)
    monkeypatch.setattr(keys, "USUAL_COST", dearer)

    change_person(founded, "admin", PASSWORD)

    assert keys.KeyFile.load(founded.desk.store.folder).slots["admin"].cost == dearer
    change_person(founded, "admin", PASSWORD)


def test_a_slot_that_cannot_be_renewed_keeps_nobody_out(
    founded: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    kept = founded.desk.store.folder.keys.read_bytes()
    monkeypatch.setattr(keys, "USUAL_COST", keys.Cost(passes=2, memory_kib=64, lanes=1))
    monkeypatch.setattr(keys, "write_durably", full)

    assert change_person(founded, "admin", PASSWORD).desk.actor.login == "admin"
    assert founded.desk.store.folder.keys.read_bytes() == kept


def test_a_temporary_password_opens_only_with_ones_own(founded: Services) -> None:
    founded.accounts.create(LIN, "until monday")

    asked = _refused(lambda: change_person(founded, "lin", "until monday"))
    assert (asked.code, asked.field) == ("sign_in.change_needed", "new_password")
    for new, code in (
        ("until monday", "password.same"),
        ("12345678", "password.common"),
        ("short", "password.short"),
        ("linxiaofeng88", "password.common"),
    ):
        refused = _refused(lambda new=new: change_person(founded, "lin", "until monday", new))  # type: ignore[misc]
        assert (refused.code, refused.field) == (code, "new_password")

    change_person(founded, "lin", "until monday", "kept to oneself")
    change_person(founded, "lin", "kept to oneself")
    assert _refused(lambda: change_person(founded, "lin", "until monday")).code == "sign_in.refused"
