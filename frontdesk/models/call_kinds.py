"""The table of the kinds of calls (domain §4.1): which comes first, who is given it, its days.

A setting. Who may *make* a call is no figure of the trade: ``callback_rules.CALLERS``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Protocol

from frontdesk.models.enums import CallbackKind, Role


@dataclass(frozen=True, slots=True)
class KindRule:
    """One row of the table.

    ``priority``: of two equally urgent calls the one with the lower number comes first; of two
    kinds with the same number the call whose last day comes first.
    ``default_role``: who is given such calls before anybody else, one of ``GIVEN_TO``; ``None``
    for who sold the car or received the customer, and for the calls of a list as they are shared.
    ``window_days``: on how many days it is to be made, as each kind counts them; ``None`` where
    another figure tells it (``OWN_FIGURES``), or where an older store told one for several kinds
    (``Rules.callback_window_days``).
    """

    kind: CallbackKind
    priority: int
    default_role: Role | None = None
    window_days: int | None = None


class HasKinds(Protocol):
    """The figures in force, as far as this table is concerned."""

    @property
    def call_kinds(self) -> tuple[KindRule, ...]:
        """The rows that were set."""

    @property
    def callback_window_days(self) -> int:
        """The days of the kinds whose row says none."""


FIRST_ASKED: Mapping[CallbackKind, tuple[Role, ...]] = MappingProxyType(
    {
        CallbackKind.AFTER_SERVICE: (Role.CS_SPECIALIST, Role.CS_MANAGER),
        CallbackKind.NEW_CAR: (Role.CS_SPECIALIST, Role.CS_MANAGER),
        CallbackKind.NEW_CAR_ROUTINE: (Role.SALES_CONSULTANT, Role.SALES_MANAGER),
        CallbackKind.FIRST_MAINTENANCE: (
            Role.CS_SPECIALIST,
            Role.SALES_CONSULTANT,
            Role.CS_MANAGER,
        ),
        CallbackKind.NEW_CUSTOMER_THANKS: (Role.SERVICE_MANAGER, Role.SERVICE_ADVISOR),
        CallbackKind.LOST_CUSTOMER: (Role.SERVICE_MANAGER,),
        CallbackKind.RETURNED_CUSTOMER: (Role.SERVICE_MANAGER,),
        CallbackKind.COMPLAINT_FOLLOW_UP: (Role.CS_MANAGER,),
        CallbackKind.SPECIAL_PERIOD: (
            Role.CS_SPECIALIST,
            Role.SERVICE_ADVISOR,
            Role.SALES_CONSULTANT,
            Role.CS_MANAGER,
            Role.SERVICE_MANAGER,
            Role.SALES_MANAGER,
        ),
        CallbackKind.SPOT_CHECK: (Role.CS_MANAGER,),
    }
)
"""In which order roles are given calls of a kind: the next only when nobody of the first is there.

All of ``CALLERS`` may *make* them; the CS manager is not *given* what specialists are there for. A
default role that was set stands before the others.
"""

OWNERS_OWN = frozenset(
    {
        CallbackKind.NEW_CAR_ROUTINE,
        CallbackKind.FIRST_MAINTENANCE,
        CallbackKind.NEW_CUSTOMER_THANKS,
    }
)
"""Calls that go to who sold the car or received the customer, where no other role is set."""

OF_A_LIST = frozenset({CallbackKind.LOST_CUSTOMER, CallbackKind.SPECIAL_PERIOD})
"""Calls on the days of their list; the row tells those a new list begins with."""

_UNSET = OWNERS_OWN | {CallbackKind.SPECIAL_PERIOD}
GIVEN_TO: Mapping[CallbackKind, tuple[Role | None, ...]] = MappingProxyType(
    {kind: (*([None] if kind in _UNSET else []), *roles) for kind, roles in FIRST_ASKED.items()}
)
"""The default roles a kind may have."""

OWN_FIGURES: Mapping[CallbackKind, str] = MappingProxyType(
    {
        CallbackKind.NEW_CAR_ROUTINE: "routine_window_days",
        CallbackKind.FIRST_MAINTENANCE: "first_maintenance_notice_days",
        CallbackKind.NEW_CUSTOMER_THANKS: "thanks_months",
    }
)
"""Kinds whose days are counted by a figure of their own in ``Rules``."""

_SPECIALIST, _MANAGER, _SERVICE = Role.CS_SPECIALIST, Role.CS_MANAGER, Role.SERVICE_MANAGER
DEFAULT_KINDS: tuple[KindRule, ...] = (
    KindRule(CallbackKind.COMPLAINT_FOLLOW_UP, 1, _MANAGER, 0),
    KindRule(CallbackKind.AFTER_SERVICE, 2, _SPECIALIST),
    KindRule(CallbackKind.NEW_CAR, 3, _SPECIALIST),
    KindRule(CallbackKind.FIRST_MAINTENANCE, 4),
    KindRule(CallbackKind.NEW_CAR_ROUTINE, 5),
    KindRule(CallbackKind.NEW_CUSTOMER_THANKS, 6),
    KindRule(CallbackKind.RETURNED_CUSTOMER, 7, _SERVICE),
    KindRule(CallbackKind.LOST_CUSTOMER, 8, _SERVICE, 30),
    KindRule(CallbackKind.SPOT_CHECK, 9, _MANAGER),
    KindRule(CallbackKind.SPECIAL_PERIOD, 10, None, 30),
)
"""The shipped table."""


def by_kind(rows: Iterable[KindRule]) -> Mapping[CallbackKind, KindRule]:
    """The table by kind; a kind without a row of its own keeps the shipped one.

    A role that may not be given such calls, kept by whatever program, counts as the shipped one.
    """
    return _by_kind(tuple(rows))


@lru_cache(maxsize=16)
def _by_kind(rows: tuple[KindRule, ...]) -> Mapping[CallbackKind, KindRule]:
    """Asked for with every queue."""
    table = {row.kind: row for row in DEFAULT_KINDS}
    for row in rows:
        if row.default_role not in GIVEN_TO[row.kind]:
            row = replace(row, default_role=table[row.kind].default_role)  # noqa: PLW2901
        table[row.kind] = row
    return MappingProxyType(table)


def priorities(rules: HasKinds) -> Mapping[CallbackKind, int]:
    """Which of two equally urgent calls comes first: the lower number."""
    return _priorities(rules.call_kinds)


@lru_cache(maxsize=16)
def _priorities(rows: tuple[KindRule, ...]) -> Mapping[CallbackKind, int]:
    return MappingProxyType({kind: row.priority for kind, row in _by_kind(rows).items()})


def window_days(kind: CallbackKind, rules: HasKinds) -> int:
    """On how many days a call of ``kind`` is to be made, as that kind counts them."""
    if kind in OWN_FIGURES:
        found: int = getattr(rules, OWN_FIGURES[kind])
        return found
    days = by_kind(rules.call_kinds)[kind].window_days
    return rules.callback_window_days if days is None else days


def first_asked(kind: CallbackKind, rules: HasKinds) -> tuple[Role, ...]:
    """The roles such calls are given to, in order."""
    role = by_kind(rules.call_kinds)[kind].default_role
    roles = FIRST_ASKED[kind]
    return roles if role is None else (role, *(each for each in roles if each is not role))


def is_specialists(kind: CallbackKind, rules: HasKinds) -> bool:
    """Whether the specialist who looks after the customer is given such a call before others."""
    role = by_kind(rules.call_kinds)[kind].default_role
    return role is Role.CS_SPECIALIST or (role is None and Role.CS_SPECIALIST in FIRST_ASKED[kind])


def goes_to_owner(kind: CallbackKind, roles: Iterable[Role], rules: HasKinds) -> bool:
    """Whether who sold the car or received the customer is given the call, holding ``roles``.

    With a default role of its own the kind goes to them only as one of that role.
    """
    if kind not in OWNERS_OWN:
        return False
    role = by_kind(rules.call_kinds)[kind].default_role
    return not set(FIRST_ASKED[kind] if role is None else (role,)).isdisjoint(roles)
