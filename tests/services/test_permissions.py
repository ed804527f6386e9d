from __future__ import annotations

import pytest

from frontdesk.models.enums import Role
from frontdesk.services.confirmed import SOMETIMES
from frontdesk.services.permissions import GRANTS, Permission, granted
from scripts.permissions import calls


def test_calls_that_ask_sometimes_are_there() -> None:
    assert SOMETIMES.keys() <= {name for name, _ in calls()}


def test_every_permission_is_granted_to_someone() -> None:
    assert granted(frozenset(Role)) == frozenset(Permission)


def test_roles_add_up() -> None:
    both = frozenset({Role.SERVICE_ADVISOR, Role.CS_MANAGER})

    assert granted(both) == GRANTS[Role.SERVICE_ADVISOR] | GRANTS[Role.CS_MANAGER]
    assert granted(frozenset()) == frozenset()


def test_the_administrator_sees_no_customer_data() -> None:
    """Domain §1: no more customer data than the job needs."""
    assert GRANTS[Role.ADMINISTRATOR] == {
        Permission.SIGNED_IN,
        Permission.MANAGE_STAFF,
        Permission.MANAGE_SETTINGS,
        Permission.MANAGE_CALL_RULES,
        Permission.MANAGE_CATEGORIES,
        Permission.MANAGE_BACKUPS,
    }


@pytest.mark.parametrize(
    ("permission", "roles"),
    [
        (Permission.APPROVE_COMPLAINT, {Role.GENERAL_MANAGER}),
        (Permission.SIGN_OFF_COMPLAINT, {Role.GENERAL_MANAGER}),
        (Permission.WRITE_OPINION, {Role.CS_MANAGER, Role.GENERAL_MANAGER}),
        (
            Permission.DISPATCH_COMPLAINT,
            {Role.SERVICE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER},
        ),
        (Permission.MANAGE_STAFF, {Role.ADMINISTRATOR}),
        (Permission.MANAGE_SETTINGS, {Role.ADMINISTRATOR}),
        (Permission.MANAGE_CALL_RULES, {Role.CS_MANAGER, Role.ADMINISTRATOR}),
        (
            Permission.DO_INTAKE,
            {Role.SERVICE_ADVISOR, Role.SERVICE_MANAGER, Role.GENERAL_MANAGER},
        ),
    ],
)
def test_who_may_do_what(permission: Permission, roles: set[Role]) -> None:
    assert {role for role in Role if permission in GRANTS[role]} == roles
