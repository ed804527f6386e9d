from __future__ import annotations

import inspect
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import pytest

from frontdesk.errors import ConfirmationNeeded, PermissionDenied
from frontdesk.models.enums import Role
from frontdesk.services.confirmed import SOMETIMES
from frontdesk.services.desk import Actor, Desk
from frontdesk.services.permissions import GRANTS, Permission, granted
from frontdesk.services.registry import Services


def _calls(services: Services) -> Iterator[tuple[str, Any]]:
    """Every public call of every service, found as a newcomer's addition would be."""
    names = [name for name, kind in vars(Services).items() if isinstance(kind, cached_property)]
    for service in names:
        instance = getattr(services, service)
        for name, method in inspect.getmembers(instance, inspect.ismethod):
            if not name.startswith("_"):
                yield f"{service}.{name}", method


def _nothing(method: Any) -> list[None]:
    """As many empty arguments as the call must have."""
    return [None] * sum(
        parameter.default is inspect.Parameter.empty
        and parameter.kind in {parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD}
        for parameter in inspect.signature(method).parameters.values()
    )


def test_every_service_call_names_its_permission(services: Services) -> None:
    bare = [name for name, method in _calls(services) if not hasattr(method, "__permissions__")]

    assert bare == []


@pytest.mark.parametrize("role", list(Role))
def test_each_role_is_refused_what_it_is_not_granted(services: Services, role: Role) -> None:
    desk = services.desk
    actor = Actor(id=desk.actor.id, login="one", name="一人", roles=frozenset({role}))
    alone = Services(Desk(desk.store, actor, desk.clock, desk.rules, desk.profile))
    refused = 0
    for name, method in _calls(alone):
        if not GRANTS[role].isdisjoint(method.__permissions__):
            continue
        try:
            method(*_nothing(method))
        except PermissionDenied:
            refused += 1
        else:
            pytest.fail(f"{name} let {role} through")
    assert refused > 0


@pytest.mark.parametrize("role", list(Role))
def test_weighty_calls_wait_for_the_password_whoever_asks(services: Services, role: Role) -> None:
    desk = services.desk
    actor = Actor(id=desk.actor.id, login="one", name="一人", roles=frozenset({role}))
    alone = Services(Desk(desk.store, actor, desk.clock, desk.rules, desk.profile))
    for name, method in _calls(alone):
        if not hasattr(method, "__confirmed__") or GRANTS[role].isdisjoint(method.__permissions__):
            continue
        try:
            method(*_nothing(method))
        except ConfirmationNeeded:
            continue
        pytest.fail(f"{name} asked {role} for no password")


def test_calls_that_ask_sometimes_are_there(services: Services) -> None:
    assert SOMETIMES.keys() <= {name for name, _ in _calls(services)}


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
        (
            Permission.DO_INTAKE,
            {Role.SERVICE_ADVISOR, Role.SERVICE_MANAGER, Role.GENERAL_MANAGER},
        ),
    ],
)
def test_who_may_do_what(permission: Permission, roles: set[Role]) -> None:
    assert {role for role in Role if permission in GRANTS[role]} == roles
