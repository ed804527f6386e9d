from __future__ import annotations

from pathlib import Path

import pytest

from frontdesk.clock import FixedClock
from frontdesk.errors import ConfirmationNeeded, Conflict, UserError
from frontdesk.models.enums import Role
from frontdesk.services.accounts.dto import AccountInput
from frontdesk.services.accounts.opening import (
    FirstManager,
    change_person,
    found_dealership,
    recover,
)
from frontdesk.services.desk import Profile
from frontdesk.services.registry import Services
from frontdesk.store.files import DataFolder

LIN = AccountInput("lin", "林晓峰", frozenset({Role.SERVICE_ADVISOR, Role.CS_SPECIALIST}))
PASSWORD = "long enough"
OWN = "kept to oneself"


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Services:
    first = FirstManager("admin", "韩总", "frontdesk-demo")
    return found_dealership(DataFolder(tmp_path / "d"), Profile(name="店"), first, clock).services


def test_a_new_colleague_signs_in_with_all_their_roles(services: Services) -> None:
    services.accounts.create(LIN, PASSWORD)

    theirs = change_person(services, "lin", PASSWORD, OWN)

    assert theirs.desk.actor.roles == LIN.roles
    assert [c.name for c in services.accounts.colleagues(Role.CS_SPECIALIST)] == ["林晓峰"]


@pytest.mark.parametrize(
    ("typed", "password", "field"),
    [
        (AccountInput("admin", "又一人", frozenset({Role.CS_MANAGER})), PASSWORD, "login"),
        (AccountInput("lin", " ", frozenset({Role.CS_MANAGER})), PASSWORD, "name"),
        (AccountInput("lin", "林", frozenset()), PASSWORD, "roles"),
        (LIN, "short", "password"),
    ],
)
def test_a_wrong_input_is_said_beside_its_field(
    services: Services, typed: AccountInput, password: str, field: str
) -> None:
    with pytest.raises(UserError) as refused:
        services.accounts.create(typed, password)

    assert refused.value.field == field
    assert len(services.accounts.list()) == 1


def test_a_closed_account_signs_in_no_more(services: Services) -> None:
    created = services.accounts.create(LIN, PASSWORD)
    closed = AccountInput(LIN.login, LIN.name, LIN.roles, active=False)
    with pytest.raises(ConfirmationNeeded):
        services.accounts.update(created, closed, version=1)
    assert all(account.active for account in services.accounts.list())
    services.accounts.confirm("frontdesk-demo")
    services.accounts.update(created, closed, version=1)

    with pytest.raises(UserError) as refused:
        change_person(services, "lin", PASSWORD, OWN)

    assert refused.value.code == "sign_in.closed"


def test_the_last_administrator_cannot_be_taken_away(services: Services) -> None:
    admin = services.accounts.list()[0]
    less = AccountInput("admin", "韩总", frozenset({Role.GENERAL_MANAGER}))

    with pytest.raises(UserError) as refused:
        services.accounts.update(admin.id, less, admin.version)

    assert refused.value.code == "account.last_of_role"
    assert services.accounts.list()[0].roles == admin.roles


def test_the_second_of_two_editors_is_told(services: Services) -> None:
    created = services.accounts.create(LIN, PASSWORD)
    services.accounts.update(created, LIN, version=1)
    renamed = AccountInput("lin", "林某", LIN.roles)
    services.accounts.update(created, renamed, version=1)

    with pytest.raises(Conflict):
        services.accounts.update(created, LIN, version=1)


def test_the_second_of_two_editors_of_roles_alone_is_told(services: Services) -> None:
    created = services.accounts.create(LIN, PASSWORD)
    less = AccountInput(LIN.login, LIN.name, frozenset({Role.CS_SPECIALIST}))
    services.accounts.update(created, less, version=1)

    with pytest.raises(Conflict):
        services.accounts.update(created, LIN, version=1)


def test_a_reset_password_replaces_the_old(services: Services) -> None:
    created = services.accounts.create(LIN, PASSWORD)

    change_person(services, "lin", PASSWORD, OWN)
    with pytest.raises(ConfirmationNeeded):
        services.accounts.reset_password(created, "another one")

    services.accounts.confirm("frontdesk-demo")
    services.accounts.reset_password(created, "another one")

    change_person(services, "lin", "another one", PASSWORD + "!")
    with pytest.raises(UserError):
        change_person(services, "lin", OWN)


def test_changing_ones_own_password_asks_for_the_old(services: Services) -> None:
    with pytest.raises(UserError) as refused:
        services.accounts.change_password("not it", "another one")
    assert refused.value.field == "old_password"

    services.accounts.change_password("frontdesk-demo", "another one")

    change_person(services, "admin", "another one")


def test_a_new_recovery_sheet_makes_the_old_worthless(
    services: Services, clock: FixedClock
) -> None:
    folder = services.desk.store.folder
    services.accounts.confirm("frontdesk-demo")
    first = services.accounts.new_recovery_sheet()
    second = services.accounts.new_recovery_sheet()

    with pytest.raises(UserError):
        recover(folder, first, "admin", "another one", clock)
    recover(folder, second, "admin", "another one", clock).desk.store.close()
