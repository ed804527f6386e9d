"""Goes over all customers once a day, in short transactions so that nobody's save waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from frontdesk.models.class_rules import top_spend
from frontdesk.models.customer import Customer
from frontdesk.models.rules import Rules
from frontdesk.services.classes import history
from frontdesk.services.classes.by_store import differing
from frontdesk.services.classes.standing import write
from frontdesk.services.classes.tonight import to_look_at
from frontdesk.services.classes.visits import Visits, add_slice, of_some, slices
from frontdesk.services.desk import Change, Desk
from frontdesk.services.settings import load_setting, store_setting

T = TypeVar("T")
KEY = "classes.night"
FIGURES = (
    "class_a_visits",
    "class_a_top_percent",
    "class_window_months",
    "class_c_months",
    "class_d_months",
    "lost_after_months",
    "badge_visits",
    "badge_here_years",
    "badge_out_of_warranty_months",
    "warranty_months",
)
_AT_ONCE = 5_000
"""Customers read with one statement."""
_WRITTEN_AT_ONCE = 2_000
"""Customers written in one transaction."""
_WHOLE_EVERY = timedelta(days=7)
"""So often everybody is looked at, and the spend of the top found anew; between, only those for
whom something begins or ends."""


@dataclass(frozen=True, slots=True)
class Night:
    """When customers were last gone over, and all of them, by which rules.

    ``top``: the spend from which on one is among the top.
    """

    on: date
    whole_on: date
    top: Decimal | None
    rules: str


@dataclass(frozen=True, slots=True)
class Classed:
    """What came of it: customers looked at, and those whose class, loss or badges changed."""

    customers: int
    changed: int


def last_night(session: Session) -> Night | None:
    """The last time; ``None`` before the first."""
    return load_setting(session, KEY, Night | None, None)  # type: ignore[arg-type]


def is_done(session: Session, today: date) -> bool:
    """Whether everybody was gone over today."""
    night = last_night(session)
    return night is not None and night.on == today


def go_over(
    desk: Desk,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    stopped: Callable[[], bool] = lambda: False,
    *,
    whole: bool = False,
) -> Classed | None:
    """Compute classes, losses and badges anew and write what differs.

    Of everybody once a week, with other rules, on a clock set back or when ``whole``; else of those
    for whom time has brought something. Done twice on one day it changes nothing the second time.
    ``None`` when it was ``stopped``: what is written stays, the rest follows the next time.
    """
    today, rules = desk.today, desk.rules
    by = _figures(rules)
    with desk.read() as session:
        last = last_night(session)
        if whole or last is None or last.rules != by or not _lately(last, today):
            whole = True
            ids = list(session.scalars(select(Customer.id).order_by(Customer.id)))
        else:
            ids = to_look_at(session, last.on, today, rules)
    if last is None and not history.fill(desk, ids, stopped):
        return None
    visits = _visits(desk, None if whole else ids, stopped)
    if visits is None:
        return None
    top = last.top if last else None
    if whole:
        top = top_spend((each.spend for each in visits.values() if each.fen > 0), rules)
    changed, done = 0, 0
    for some in _parts(ids, _AT_ONCE):
        if stopped():
            return None
        with desk.read() as session:
            found = differing(session, some, visits, today, rules, top)
        for part in _parts(found, _WRITTEN_AT_ONCE):
            with desk.write() as work:
                changed += write(work, part)
        done += len(some)
        progress(done, len(ids))
    with desk.write() as work:
        whole_on = today if whole or last is None else last.whole_on
        store_setting(work.session, KEY, Night(today, whole_on, top, by))
        work.audit("class.night", "customer", "", customers=len(ids), changed=changed)
        if changed:
            work.changed(Change.CUSTOMERS)
    return Classed(len(ids), changed)


def _lately(last: Night, today: date) -> bool:
    return timedelta(0) <= today - last.whole_on < _WHOLE_EVERY and last.on <= today


def _figures(rules: Rules) -> str:
    """The figures that classes, losses and badges follow from."""
    return " ".join(str(getattr(rules, name)) for name in FIGURES)


def _visits(
    desk: Desk, ids: Sequence[str] | None, stopped: Callable[[], bool]
) -> dict[str, Visits] | None:
    """Of these customers, or of all; ``None`` when it was stopped."""
    found: dict[str, Visits] = {}
    with desk.read() as session:
        if ids is not None:
            return of_some(session, ids, desk.today, desk.rules)
        for part in slices(session):
            if stopped():
                return None
            add_slice(session, found, part, desk.today, desk.rules)
    return found


def _parts(all_: Sequence[T], length: int) -> Iterator[Sequence[T]]:
    return (all_[at : at + length] for at in range(0, len(all_), length))
