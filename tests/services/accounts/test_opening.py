from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from frontdesk.clock import FixedClock
from frontdesk.errors import EnvironmentFault, UserError
from frontdesk.models.enums import Role
from frontdesk.models.journal import AuditEntry
from frontdesk.services.accounts.opening import (
    FirstManager,
    change_person,
    found_dealership,
    recover,
    sign_in,
)
from frontdesk.services.desk import Profile
from frontdesk.store.files import DataFolder

SHOP = Profile(name="远航汽车服务", booking_phone="0719-8123400")
FIRST = FirstManager("Admin", "韩总", "frontdesk-demo")


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "店 data")


def test_set_up_signs_the_first_manager_in(folder: DataFolder, clock: FixedClock) -> None:
    founded = found_dealership(folder, SHOP, FIRST, clock)
    actor = founded.services.desk.actor
    founded.services.desk.store.close()

    assert actor.login == "admin"
    assert actor.roles == {Role.GENERAL_MANAGER, Role.ADMINISTRATOR}
    again = sign_in(folder, " ADMIN ", "frontdesk-demo", clock)
    assert again.desk.actor == actor
    assert again.desk.profile == SHOP
    again.desk.store.close()


def test_a_clock_set_back_since_the_last_act_is_known(
    folder: DataFolder, clock: FixedClock
) -> None:
    founded = found_dealership(folder, SHOP, FIRST, clock)
    assert founded.services.desk.behind == timedelta(0)
    founded.services.desk.store.close()
    clock.move(timedelta(hours=-26))
    behind = sign_in(folder, "admin", "frontdesk-demo", clock)
    assert behind.desk.behind == timedelta(hours=26)
    clock.move(timedelta(hours=1))
    assert change_person(behind, "admin", "frontdesk-demo").desk.behind == timedelta(0)
    behind.desk.store.close()


@pytest.mark.parametrize(
    ("profile", "first", "field"),
    [
        (Profile(name=" "), FIRST, "dealership"),
        (SHOP, FirstManager("", "韩总", "frontdesk-demo"), "login"),
        (SHOP, FirstManager("a b", "韩总", "frontdesk-demo"), "login"),
        (SHOP, FirstManager("../x", "韩总", "frontdesk-demo"), "login"),
        (SHOP, FirstManager("admin", "", "frontdesk-demo"), "name"),
        (SHOP, FirstManager("admin", "韩总", "short"), "password"),
        (SHOP, FirstManager("admin", "韩总", "12345678"), "password"),
        (SHOP, FirstManager("administration", "韩总", "Administration"), "password"),
        (SHOP, FirstManager("admin", "韩总", "x" * 201), "password"),
    ],
)
def test_a_wrong_input_founds_nothing(
    folder: DataFolder, clock: FixedClock, profile: Profile, first: FirstManager, field: str
) -> None:
    with pytest.raises(UserError) as refused:
        found_dealership(folder, profile, first, clock)

    assert refused.value.field == field
    assert not folder.exists()


def test_data_that_is_there_is_not_founded_anew(folder: DataFolder, clock: FixedClock) -> None:
    found_dealership(folder, SHOP, FIRST, clock).services.desk.store.close()
    kept = folder.keys.read_bytes()

    with pytest.raises(EnvironmentFault) as fault:
        found_dealership(folder, SHOP, FIRST, clock)

    assert fault.value.code == "store.exists"
    assert folder.keys.read_bytes() == kept


def test_the_recovery_sheet_opens_and_sets_a_new_password(
    folder: DataFolder, clock: FixedClock
) -> None:
    founded = found_dealership(folder, SHOP, FIRST, clock)
    founded.services.desk.store.close()
    typed = founded.recovery_code.lower().replace("-", " ")

    recover(folder, typed, "admin", "a new long one", clock).desk.store.close()

    sign_in(folder, "admin", "a new long one", clock).desk.store.close()
    with pytest.raises(UserError):
        sign_in(folder, "admin", "frontdesk-demo", clock)


def test_a_wrong_recovery_code_changes_nothing(folder: DataFolder, clock: FixedClock) -> None:
    found_dealership(folder, SHOP, FIRST, clock).services.desk.store.close()
    kept = folder.keys.read_bytes()

    with pytest.raises(UserError) as refused:
        recover(folder, "AAAA-" * 7 + "AAAA", "admin", "a new long one", clock)

    assert refused.value.code == "recovery.refused"
    assert folder.keys.read_bytes() == kept


def test_signing_in_is_noted(folder: DataFolder, clock: FixedClock) -> None:
    services = found_dealership(folder, SHOP, FIRST, clock).services

    change_person(services, "admin", "frontdesk-demo")

    with services.desk.read() as session:
        actions = session.scalars(select(AuditEntry.action).order_by(AuditEntry.sequence)).all()
    services.desk.store.close()
    assert actions == ["account.sign_in", "account.sign_in"]
