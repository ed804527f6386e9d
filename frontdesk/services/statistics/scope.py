"""Whose figures a person sees: a department's manager those of the own department (domain §1)."""

from __future__ import annotations

from frontdesk.models.enums import Department, Role
from frontdesk.services.desk import Desk

_WHOLE_HOUSE = frozenset({Role.GENERAL_MANAGER, Role.CS_MANAGER})
_LEADS = {Role.SERVICE_MANAGER: Department.SERVICE, Role.SALES_MANAGER: Department.SALES}


def scope_of(desk: Desk) -> Department | None:
    """The department this person's figures are limited to; ``None`` for the whole house."""
    roles = desk.actor.roles
    own = [department for role, department in _LEADS.items() if role in roles]
    return own[0] if len(own) == 1 and roles.isdisjoint(_WHOLE_HOUSE) else None
