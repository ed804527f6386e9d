"""Every service call × every role: who is let in, who is not, and that no way leads around."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import frontdesk.services
from frontdesk.errors import ConfirmationNeeded, PermissionDenied
from frontdesk.models.enums import Role
from frontdesk.models.rules import Rules
from frontdesk.services.confirmed import Act, needed
from frontdesk.services.permissions import GRANTS, Permission, granted, refuse
from frontdesk.services.registry import Services
from scripts import permissions

CALLS = dict(permissions.calls())
SERVICES = Path(frontdesk.services.__file__).parent
BEHIND_THE_DOORS = {
    # The doors of the house look at the password; nobody is there yet to have a role.
    "accounts/opening.py: found_dealership",
    "accounts/opening.py: recover",
    # Notes who was refused, for whoever is at the desk.
    "accounts/guard.py: tell_refusals",
    # Called by BackupService alone, each of whose calls asks.
    "backups/keeping.py: run",
    # Called by CallbackService.derive alone, which asks; in short transactions of its own.
    "callbacks/sharing.py: share_in_short_acts",
    # Called by ClassService alone, each of whose calls asks; in short transactions of their own.
    "classes/night.py: go_over",
    "classes/history.py: fill",
    # Called by ComplaintService.print_form alone, which asks.
    "complaints/paper.py: print_form",
}
"""Functions beside the services that write, and why they need not ask."""
WEIGHTY = sorted(name for name, call in CALLS.items() if hasattr(call, "__confirmed__"))


class _Inside(Exception):
    """The door let the call through: it reaches for the store, the clock, the actor."""


class _Door:
    """A desk of one role with nothing behind it."""

    def __init__(self, role: Role) -> None:
        self.permissions = granted(frozenset({role}))

    def check(self, *any_of: Permission) -> None:
        if self.permissions.isdisjoint(any_of):
            raise refuse(*any_of)

    def may(self, *any_of: Permission) -> bool:
        return not self.permissions.isdisjoint(any_of)

    @property
    def rules(self) -> Rules:
        return Rules()

    def confirm_fresh(self, act: Act = Act.GO_ON) -> None:
        raise needed(act, "一人")

    def __getattr__(self, name: str) -> Any:
        raise _Inside(name)


def _service(role: Role, call: str) -> Any:
    name, method = call.split(".")
    return getattr(getattr(Services(_Door(role)), name), method)  # type: ignore[arg-type]


def _nothing(method: Any) -> list[None]:
    return [None] * sum(
        parameter.default is inspect.Parameter.empty
        and parameter.kind in {parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD}
        for parameter in inspect.signature(method).parameters.values()
    )


def _said(method: Any) -> dict[str, None]:
    return {
        name: None
        for name, parameter in inspect.signature(method).parameters.items()
        if parameter.kind is parameter.KEYWORD_ONLY and parameter.default is inspect.Parameter.empty
    }


def test_there_are_calls_to_look_at() -> None:
    assert len(CALLS) > 60


@pytest.mark.parametrize("call", sorted(CALLS))
def test_a_call_names_its_permission(call: str) -> None:
    named = getattr(CALLS[call], "__permissions__", ())

    assert named, f"{call}: say who may do this with @requires"
    assert set(named) <= set(Permission)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("call", sorted(CALLS))
def test_the_door_lets_in_who_is_granted_and_nobody_else(call: str, role: Role) -> None:
    may = not GRANTS[role].isdisjoint(CALLS[call].__permissions__)  # type: ignore[attr-defined]
    method = _service(role, call)
    outcome: BaseException | None = None
    try:
        method(*_nothing(method), **_said(method))
    except Exception as error:  # noqa: BLE001 - whatever an empty argument leads to inside
        outcome = error

    denied = isinstance(outcome, PermissionDenied) and outcome.code == "permission.denied"
    assert denied is not may, outcome


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("call", WEIGHTY)
def test_whoever_is_let_in_is_asked_for_the_password_where_it_weighs(call: str, role: Role) -> None:
    method = _service(role, call)
    may = not GRANTS[role].isdisjoint(CALLS[call].__permissions__)  # type: ignore[attr-defined]

    with pytest.raises(ConfirmationNeeded if may else PermissionDenied):
        method(*_nothing(method), **_said(method))


def test_the_page_of_permissions_is_current() -> None:
    assert permissions.PAGE.read_text("utf-8") == permissions.page(), (
        "run python -m scripts.permissions"
    )


def _desk_writers() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Module-level functions that open a transaction to write on a desk they are given."""
    for path in sorted(SERVICES.rglob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef) and any(
                isinstance(each, ast.Call)
                and isinstance(each.func, ast.Attribute)
                and each.func.attr in {"write", "writing"}
                and not each.args
                for each in ast.walk(node)
            ):
                yield path.relative_to(SERVICES).as_posix(), node


def _asks(node: ast.FunctionDef) -> bool:
    decorators = {
        each.func.id
        for each in node.decorator_list
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name)
    }
    checks = any(
        isinstance(each, ast.Call)
        and isinstance(each.func, ast.Attribute)
        and each.func.attr == "check"
        for each in ast.walk(node)
    )
    return checks or "requires" in decorators


def test_no_function_beside_the_services_writes_unasked() -> None:
    """Such a function would be a way around the doors: only those of the house itself stand."""
    around = {
        f"{path}: {node.name}"
        for path, node in _desk_writers()
        if not node.name.startswith("_") and not _asks(node)
    }

    assert around == BEHIND_THE_DOORS
