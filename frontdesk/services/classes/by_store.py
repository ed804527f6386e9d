"""The class rules said to the store: whom of thousands they say something else of than is kept.

``models.class_rules`` says the same of one customer; tests hold both to it, text for text. Days are
compared as texts with the newest day from which the months are full, so that no month is counted
for every customer.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    CTE,
    BindParameter,
    Integer,
    Select,
    Subquery,
    Text,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal,
    not_,
    null,
    or_,
    select,
)
from sqlalchemy.orm import Session, aliased
from sqlalchemy.sql import type_coerce

from frontdesk.models.class_rules import SERIOUS, Why
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer
from frontdesk.models.enums import Badge, ComplaintState, CustomerKind, ValueClass
from frontdesk.models.months import months_full, plus_months
from frontdesk.models.rules import Rules
from frontdesk.models.vehicle import Vehicle, VehicleOwnership
from frontdesk.services.classes.facts import Kept
from frontdesk.services.classes.standing import Difference
from frontdesk.services.classes.visits import Visits
from frontdesk.store.functions import gathered, told_rows

_NONE = Visits()


def differing(
    session: Session,
    ids: Sequence[str],
    visits: Mapping[str, Visits],
    today: date,
    rules: Rules,
    top: Decimal | None,
) -> list[Difference]:
    """Those of ``ids`` whose class, loss or badges are to be written; erased ones never are."""
    asked = _days(today, rules) | {
        "given": json.dumps([(each, *visits.get(each, _NONE)) for each in ids]),
        "top": None if top is None else int(top * 100),
        "a_visits": rules.class_a_visits,
        "often": rules.badge_visits,
        "window": rules.class_window_months,
        "c_months": rules.class_c_months,
        "d_months": rules.class_d_months,
        "percent": rules.class_a_top_percent,
        "warranty": rules.warranty_months,
        "lost_months": f"{rules.lost_after_months} months",
    }
    told = session.connection().execute(_DIFFERING, asked).scalar_one()
    return [_difference(*row) for row in json.loads(told)]


def _days(today: date, rules: Rules) -> dict[str, str]:
    days = {
        "today": today,
        "c_day": months_full(today, rules.class_c_months),
        "d_day": months_full(today, rules.class_d_months),
        "lost_day": months_full(today, rules.lost_after_months),
        "out_day": months_full(today - timedelta(days=1), rules.badge_out_of_warranty_months),
        "here_day": months_full(today, 12 * rules.badge_here_years),
        "year_ago": datetime.combine(plus_months(today, -12), time()),
    }
    return {name: day.isoformat() for name, day in days.items()}


def _difference(
    whose: str,
    last: str | None,
    value_class: str | None,
    value_why: str | None,
    own: str | None,
    lost_since: str | None,
    badges: str | None,
    *now: str | None,
) -> Difference:
    computed, why, lost, held = now
    kept = Kept(_class(value_class), value_why, _class(own), _day(lost_since), badges)
    found = _class(computed)
    return Difference(
        whose, kept, _day(last), found, kept.own_class or found, why or "", _day(lost), held
    )


def _day(kept: str | None) -> date | None:
    return None if kept is None else date.fromisoformat(kept)


def _class(kept: str | None) -> ValueClass | None:
    return None if kept is None else ValueClass(kept)


# the statement ------------------------------------------------------------------------------


def _text(column: Any) -> Any:
    return type_coerce(column, Text())


def _of(name: str) -> BindParameter[str]:
    return bindparam(name, type_=Text())


def _number(name: str) -> BindParameter[int]:
    return bindparam(name, type_=Integer())


def _said(why: Why, **figures: Any) -> Any:
    """One reason as it is kept: texts between quotes, numbers bare."""
    said: Any = literal(json.dumps({"why": why})[:-1])
    for name, figure in figures.items():
        quote = "" if isinstance(figure.type, Integer) else '"'
        said = said.concat(f', "{name}": {quote}').concat(_text(figure)).concat(quote)
    return said.concat("}")


def _listed(*reasons: tuple[Any, Any]) -> Any:
    """The reasons that hold, in this order."""
    return func.substr(_following(*reasons), 3)


def _following(*reasons: tuple[Any, Any]) -> Any:
    """As :func:`_listed`, behind a comma."""
    said: Any = literal("")
    for holds, reason in reasons:
        said = said.concat(case((holds, literal(", ").concat(reason)), else_=""))
    return said


def _valued(value_class: ValueClass | None, reasons: Any) -> Any:
    start = json.dumps({"class": value_class, "why": []})[:-2]
    return literal(start).concat(reasons).concat("]}")


def _given() -> CTE:
    return told_rows("given", "whose", "visits", "paid", "fen").prefix_with("MATERIALIZED")


def _cars(given: CTE) -> Subquery:
    """Of each customer with cars: the newest bought, the last warranty's end, insured since."""
    bought = func.coalesce(_text(Vehicle.purchased_on), _text(Vehicle.delivered_on))
    months = func.coalesce(Vehicle.warranty_months, _number("warranty"))
    # A day the month does not have becomes its last one, as in ``models.months``.
    ends = func.coalesce(
        _text(Vehicle.warranty_ends_on),
        func.date(bought, _text(months).concat(" months"), "floor"),
    )
    newest = (func.max(_text(each)) for each in (Vehicle.purchased_on, Vehicle.delivered_on))
    since = [
        func.min(_text(each)) for each in (Vehicle.insured_here_since, Vehicle.inspected_here_since)
    ]
    return (
        select(
            Vehicle.customer_id.label("whose"),
            func.nullif(func.max(*(func.coalesce(each, "") for each in newest)), "").label(
                "bought"
            ),
            case((func.count() == func.count(ends), func.max(ends))).label("ended"),
            func.min(func.coalesce(*since), func.coalesce(*reversed(since))).label("insured"),
        )
        .where(Vehicle.customer_id.in_(select(given.c.whose)))
        .group_by(Vehicle.customer_id)
        .subquery()
    )


def _why(last: Any, cars: Any, given: Any) -> Any:
    """The computed class with all reasons of it that hold: D, C, A, else B."""
    visits, paid, fen = (type_coerce(given[each], Integer()) for each in ("visits", "paid", "fen"))
    window = _number("window")
    sign, whole = case((fen < 0, "-"), else_=""), type_coerce(func.abs(fen), Integer())
    spend = func.printf("%s%d.%02d", sign, whole // 100, whole % 100)
    left = and_(cars.ended < _of("today"), or_(last.is_(None), last <= cars.ended))
    long_away = last <= _of("d_day")
    never = and_(last.is_(None), cars.bought <= _of("d_day"))
    away = last <= _of("c_day")
    unpaid = and_(last.is_not(None), visits > 0, paid == 0)
    often = visits >= _number("a_visits")
    spent = fen >= _number("top")
    d_months, c_months = _number("d_months"), _number("c_months")
    loyal = (
        (often, _said(Why.OFTEN, visits=visits, months=window)),
        (
            spent,
            _said(Why.TOP_SPEND, spend=_text(spend), percent=_number("percent"), months=window),
        ),
    )
    complaining = exists().where(
        Complaint.customer_id == Customer.id, Complaint.state != ComplaintState.FILED
    )
    lost = _listed(
        (left, _said(Why.WARRANTY_LEFT, ended=cars.ended)),
        (long_away, _said(Why.LONG_AWAY, months=d_months, last=last)),
        (never, _said(Why.NEVER_HERE, months=d_months, bought=cars.bought)),
    )
    marginal = _listed(
        (away, _said(Why.AWAY, months=c_months, last=last)),
        (unpaid, _said(Why.UNPAID_ONLY, visits=visits, months=window)),
    )
    usual = _said(Why.USUAL, visits=visits, spend=_text(spend), months=window)
    return case(
        (and_(last.is_(None), cars.bought.is_(None)), _valued(None, "")),
        (or_(left, long_away, never), _valued(ValueClass.D, lost)),
        (or_(away, unpaid), _valued(ValueClass.C, marginal)),
        (
            or_(often, spent),
            case(
                (
                    complaining,
                    _valued(ValueClass.B, _said(Why.COMPLAINING).concat(_following(*loyal))),
                ),
                else_=_valued(ValueClass.A, _listed(*loyal)),
            ),
        ),
        (last.is_(None), _valued(ValueClass.B, _said(Why.NEW, bought=cars.bought))),
        else_=_valued(ValueClass.B, usual),
    )


def _badges(cars: Any, given: Any) -> Any:
    owned = (
        select(func.count())
        .select_from(VehicleOwnership)
        .where(VehicleOwnership.customer_id == Customer.id)
    )
    bought_here = owned.join(Vehicle, Vehicle.id == VehicleOwnership.vehicle_id).where(
        Vehicle.sold_here.is_(True)
    )
    friend = aliased(Customer)
    referred = exists().where(
        friend.referrer_id == Customer.id,
        _text(friend.created_at) >= _of("year_ago"),
        or_(friend.last_visit_on.is_not(None), exists().where(Vehicle.customer_id == friend.id)),
    )
    serious = exists().where(
        Complaint.customer_id == Customer.id,
        or_(Complaint.safety.is_(True), Complaint.level.in_(SERIOUS)),
    )
    held = {
        # Most have owned one car: told by the index alone.
        Badge.BOUGHT_AGAIN: case(
            (owned.scalar_subquery() >= 2, bought_here.scalar_subquery() >= 2)
        ),
        Badge.REFERRED: referred,
        Badge.OFTEN: type_coerce(given.visits, Integer()) >= _number("often"),
        Badge.OUT_OF_WARRANTY: and_(cars.ended < _of("today"), cars.ended > _of("out_day")),
        Badge.INSURED_HERE: cars.insured <= _of("here_day"),
        Badge.FLEET: _text(Customer.kind) == CustomerKind.FLEET.value,
        Badge.OPINION_LEADER: Customer.opinion_leader.is_(True),
        Badge.SERIOUS_COMPLAINT: serious,
    }
    names: Any = literal(",")
    for badge in Badge:
        names = names.concat(case((held[badge], f"{badge.value},"), else_=""))
    return func.nullif(names, ",")


def _differing() -> Select[Any]:
    given = _given()
    cars = _cars(given)
    last = _text(Customer.last_visit_on)
    lost = case(
        (last <= _of("lost_day"), func.date(last, _of("lost_months"), "floor")), else_=null()
    )
    stood = (
        select(
            Customer.id,
            last.label("last"),
            _text(Customer.value_class).label("value_class"),
            Customer.value_why,
            _text(Customer.own_class).label("own_class"),
            _text(Customer.lost_since).label("lost_since"),
            Customer.badges,
            _why(last, cars.c, given.c).label("why"),
            lost.label("lost"),
            _badges(cars.c, given.c).label("held"),
        )
        .select_from(given)
        .join(Customer, Customer.id == given.c.whose)
        .join(cars, cars.c.whose == Customer.id, isouter=True)
        .where(Customer.erased_at.is_(None))
        .cte("stood")
        .prefix_with("MATERIALIZED")
    )
    kept = stood.c
    computed = kept.why.op("->>", return_type=Text())("$.class")
    same = and_(
        kept.value_why.is_not_distinct_from(kept.why),
        kept.value_class.is_not_distinct_from(func.coalesce(kept.own_class, computed)),
        kept.lost_since.is_not_distinct_from(kept.lost),
        kept.badges.is_not_distinct_from(kept.held),
    )
    return select(
        gathered(
            *(kept.id, kept.last, kept.value_class, kept.value_why, kept.own_class),
            *(kept.lost_since, kept.badges, computed, kept.why, kept.lost, kept.held),
        )
    ).where(not_(same))


_DIFFERING = _differing()
