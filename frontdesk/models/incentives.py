"""What the month's satisfaction score brings or costs whom (domain §4.3). Pure.

The score is that of the new-car calls: a consultant's of the customers they served, a specialist's
of the calls they made, a manager's of all. Amounts are figures of ``Rules``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from frontdesk.models.enums import Role
from frontdesk.models.rules import Rules

CONCERNED = (
    Role.SALES_CONSULTANT,
    Role.CS_SPECIALIST,
    Role.SALES_MANAGER,
    Role.CS_MANAGER,
)
"""Whom the list names, in its order."""

_MANAGERS = frozenset({Role.SALES_MANAGER, Role.CS_MANAGER})
_ABOVE: Mapping[Role, str] = MappingProxyType(
    {
        Role.SALES_CONSULTANT: "incentive_above_consultant",
        Role.SALES_MANAGER: "incentive_above_sales_manager",
    }
)
_BELOW: Mapping[Role, str] = MappingProxyType(
    {
        Role.SALES_CONSULTANT: "incentive_below_consultant",
        Role.CS_SPECIALIST: "incentive_below_specialist",
        Role.SALES_MANAGER: "incentive_below_sales_manager",
        Role.CS_MANAGER: "incentive_below_cs_manager",
    }
)


@dataclass(frozen=True, slots=True)
class Incentive:
    """Yuan added (or, below zero, taken off); or per cent of the wage taken off."""

    yuan: int = 0
    wage_percent: int = 0


def incentive(role: Role, score: float | None, rules: Rules) -> Incentive:
    """What ``score`` (0-100, ``None`` where nothing was scored) brings somebody as ``role``."""
    if score is None:
        return Incentive()
    if score == 0:
        manager = role in _MANAGERS
        percent = rules.incentive_zero_manager_percent if manager else rules.incentive_zero_percent
        return Incentive(wage_percent=-percent)
    if score > rules.incentive_above and role in _ABOVE:
        return Incentive(getattr(rules, _ABOVE[role]))
    if score < rules.incentive_below and role in _BELOW:
        return Incentive(-getattr(rules, _BELOW[role]))
    return Incentive()
