"""Which value class a customer is in and why, since when lost, and which badges (domain §2).

Pure functions over what the file holds. Days are the desk's calendar days, money is yuan, a window
is the last ``Rules.class_window_months`` months: its first day is not in it, today is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from frontdesk.models.enums import Badge, ComplaintLevel, CustomerKind, ValueClass
from frontdesk.models.months import plus_months
from frontdesk.models.rules import Rules

SERIOUS = frozenset(
    {
        ComplaintLevel.GRUMBLE_SERIOUS,
        ComplaintLevel.COMPLAINT_URGENT,
        ComplaintLevel.COMPLAINT_ESCALATED,
    }
)
"""Complaints after which a customer is looked after with more care; one about safety is, too."""


class Why(StrEnum):
    """Why a class: keys of ``texts.classes``, each with its figures."""

    WARRANTY_LEFT = "class.warranty_left"
    """``ended``: no visit since the warranty ended."""
    LONG_AWAY = "class.long_away"
    """``months`` without a visit, ``last`` the newest one."""
    NEVER_HERE = "class.never_here"
    """``months`` since the car was bought (``bought``), and no visit yet."""
    AWAY = "class.away"
    """As ``LONG_AWAY``, for the shorter time."""
    UNPAID_ONLY = "class.unpaid_only"
    """``visits`` in ``months``, all of them warranty or free work."""
    OFTEN = "class.often"
    """``visits`` in ``months``."""
    TOP_SPEND = "class.top_spend"
    """``spend`` yuan in ``months``: among the top ``percent``."""
    COMPLAINING = "class.complaining"
    """Would be loyal, but a complaint is open."""
    USUAL = "class.usual"
    """``visits`` and ``spend`` in ``months``: none of the others."""
    NEW = "class.new"
    """Bought on ``bought``; the first visit is still to come."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the classes are told by.

    ``bought_on``: the newest purchase or delivery of a car. ``visits``, ``paid`` and ``spend``: of
    the window; ``paid`` are those that cost something, or may still: the car is in the house.
    ``warranty_ended_on``: when the warranty of the last of the cars ends or ended; ``None`` where
    it is unknown of any.
    """

    last_visit_on: date | None = None
    bought_on: date | None = None
    visits: int = 0
    paid: int = 0
    spend: Decimal = Decimal(0)
    warranty_ended_on: date | None = None
    complaining: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason with its figures, as they are kept: days in ISO form, yuan as text."""

    why: Why
    figures: dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Valued:
    """A class with all reasons of it that hold; no class for who never came nor bought."""

    value_class: ValueClass | None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Merits:
    """What badges are told by. ``insured_since``: the earlier of insurance and inspection here."""

    kind: CustomerKind = CustomerKind.PERSON
    bought_here: int = 0
    referred: int = 0
    visits: int = 0
    warranty_ended_on: date | None = None
    insured_since: date | None = None
    opinion_leader: bool = False
    serious_complaint: bool = False


def window_start(today: date, rules: Rules) -> date:
    """Visits after this day count."""
    return plus_months(today, -rules.class_window_months)


def top_spend(spends: Iterable[Decimal], rules: Rules) -> Decimal | None:
    """The least spend that is still among the top per cent of those who spent anything.

    Whoever spent as much as the last of them is among them. ``None`` where the share makes less
    than one customer.
    """
    ordered = sorted((each for each in spends if each > 0), reverse=True)
    among = len(ordered) * rules.class_a_top_percent // 100
    return ordered[among - 1] if among else None


def value(facts: Facts, today: date, rules: Rules, top: Decimal | None) -> Valued:
    """The class of a customer: D, C, A, else B; the first that fits (domain §2).

    ``top``: the spend from which on a customer is among the top, of :func:`top_spend`.
    """
    if facts.last_visit_on is None and facts.bought_on is None:
        return Valued(None)
    if lost := tuple(_lost(facts, today, rules)):
        return Valued(ValueClass.D, lost)
    if marginal := tuple(_marginal(facts, today, rules)):
        return Valued(ValueClass.C, marginal)
    loyal = tuple(_loyal(facts, rules, top))
    if loyal and not facts.complaining:
        return Valued(ValueClass.A, loyal)
    if loyal:
        return Valued(ValueClass.B, (Reason(Why.COMPLAINING, {}), *loyal))
    if facts.last_visit_on is None and facts.bought_on is not None:
        return Valued(ValueClass.B, (Reason(Why.NEW, {"bought": facts.bought_on.isoformat()}),))
    return Valued(ValueClass.B, (_counted(Why.USUAL, facts, rules),))


def lost_on(last_visit_on: date, rules: Rules) -> date:
    """The day on which a customer becomes lost who does not come again."""
    return plus_months(last_visit_on, rules.lost_after_months)


def lost_since(last_visit_on: date | None, today: date, rules: Rules) -> date | None:
    """Since when a customer is lost; ``None`` for one who is not, or never was here."""
    if last_visit_on is None:
        return None
    day = lost_on(last_visit_on, rules)
    return day if day <= today else None


def badges(merits: Merits, today: date, rules: Rules) -> tuple[Badge, ...]:
    """What the customer is valued for, in the order of the list (domain §2)."""
    ended, insured = merits.warranty_ended_on, merits.insured_since
    held = []
    if merits.bought_here >= 2:
        held.append(Badge.BOUGHT_AGAIN)
    if merits.referred > 0:
        held.append(Badge.REFERRED)
    if merits.visits >= rules.badge_visits:
        held.append(Badge.OFTEN)
    months = rules.badge_out_of_warranty_months
    if ended is not None and ended < today <= plus_months(ended, months):
        held.append(Badge.OUT_OF_WARRANTY)
    if insured is not None and plus_months(insured, 12 * rules.badge_here_years) <= today:
        held.append(Badge.INSURED_HERE)
    if merits.kind is CustomerKind.FLEET:
        held.append(Badge.FLEET)
    if merits.opinion_leader:
        held.append(Badge.OPINION_LEADER)
    if merits.serious_complaint:
        held.append(Badge.SERIOUS_COMPLAINT)
    return tuple(held)


def kept_badges(held: Iterable[Badge]) -> str | None:
    """Badges as they are kept: between commas, a comma at both ends."""
    names = [badge.value for badge in Badge if badge in set(held)]
    return f",{','.join(names)}," if names else None


def read_badges(kept: str | None) -> tuple[Badge, ...]:
    """Badges from the form in which they are kept."""
    return tuple(Badge(name) for name in (kept or "").split(",") if name)


def warranty_end(
    ends_on: date | None, bought_on: date | None, months: int | None, rules: Rules
) -> date | None:
    """When a car's warranty ends by time: as its file says, else counted from the purchase."""
    if ends_on is not None:
        return ends_on
    if bought_on is None:
        return None
    return plus_months(bought_on, rules.warranty_months if months is None else months)


def _lost(facts: Facts, today: date, rules: Rules) -> Iterator[Reason]:
    last, ended = facts.last_visit_on, facts.warranty_ended_on
    if ended is not None and ended < today and (last is None or last <= ended):
        yield Reason(Why.WARRANTY_LEFT, {"ended": ended.isoformat()})
    yield from _away(facts, today, rules.class_d_months, Why.LONG_AWAY)


def _marginal(facts: Facts, today: date, rules: Rules) -> Iterator[Reason]:
    if facts.last_visit_on is not None:
        yield from _away(facts, today, rules.class_c_months, Why.AWAY)
        if facts.visits and not facts.paid:
            months = rules.class_window_months
            yield Reason(Why.UNPAID_ONLY, {"visits": facts.visits, "months": months})


def _away(facts: Facts, today: date, months: int, why: Why) -> Iterator[Reason]:
    """No visit for ``months``: since the newest one, or since the car was bought."""
    last, bought = facts.last_visit_on, facts.bought_on
    if last is not None and plus_months(last, months) <= today:
        yield Reason(why, {"months": months, "last": last.isoformat()})
    elif last is None and bought is not None and plus_months(bought, months) <= today:
        yield Reason(Why.NEVER_HERE, {"months": months, "bought": bought.isoformat()})


def _loyal(facts: Facts, rules: Rules, top: Decimal | None) -> Iterator[Reason]:
    months = rules.class_window_months
    if facts.visits >= rules.class_a_visits:
        yield Reason(Why.OFTEN, {"visits": facts.visits, "months": months})
    if top is not None and facts.spend >= top:
        percent = rules.class_a_top_percent
        told: dict[str, str | int] = {"spend": f"{facts.spend:.2f}", "percent": percent}
        yield Reason(Why.TOP_SPEND, told | {"months": months})


def _counted(why: Why, facts: Facts, rules: Rules) -> Reason:
    return Reason(
        why,
        {
            "visits": facts.visits,
            "spend": f"{facts.spend:.2f}",
            "months": rules.class_window_months,
        },
    )
