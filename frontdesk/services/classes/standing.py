"""What the rules say of a customer beside what is kept, and writing where they differ.

Versions stay as they are: a file that is open somewhere must still save what was typed into it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Text, bindparam, insert, update
from sqlalchemy.sql import type_coerce

from frontdesk.models.class_rules import (
    Reason,
    Valued,
    badges,
    kept_badges,
    lost_since,
    value,
)
from frontdesk.models.customer import Customer
from frontdesk.models.enums import ValueClass
from frontdesk.models.rules import Rules
from frontdesk.models.segment import ClassChange, CustomerLoss
from frontdesk.models.values.ids import new_id
from frontdesk.services.classes.facts import Kept, Standing
from frontdesk.services.desk import UnitOfWork
from frontdesk.store.functions import told_rows

DERIVED = frozenset({"value_class", "value_why", "valued_on", "lost_since", "badges"})
"""Columns of a customer that follow from the rest: nobody types them, and nothing is built on
them. ``ClassChange`` and ``CustomerLoss`` tell how they went."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One customer whose kept columns are not what the rules say any more."""

    customer_id: str
    kept: Kept
    last_visit_on: date | None
    computed: ValueClass | None
    in_force: ValueClass | None
    why: str
    lost_since: date | None
    badges: str | None


def differences(
    standings: Mapping[str, Standing], today: date, rules: Rules, top: Decimal | None
) -> list[Difference]:
    """Those of ``standings`` whose class, loss or badges are to be written."""
    found = []
    for customer_id, each in standings.items():
        kept, facts = each.kept, each.facts
        valued = value(facts, today, rules, top)
        in_force = kept.own_class or valued.value_class
        why = why_kept(valued)
        since = lost_since(facts.last_visit_on, today, rules)
        held = kept_badges(badges(each.merits, today, rules))
        if (kept.value_class, kept.value_why, kept.lost_since, kept.badges) != (
            in_force,
            why,
            since,
            held,
        ):
            found.append(
                Difference(
                    customer_id,
                    kept,
                    facts.last_visit_on,
                    valued.value_class,
                    in_force,
                    why,
                    since,
                    held,
                )
            )
    return found


def why_kept(valued: Valued) -> str:
    """A computed class and its reasons as they are kept."""
    return json.dumps(
        {
            "class": valued.value_class,
            "why": [{"why": each.why, **each.figures} for each in valued.reasons],
        }
    )


def why_read(kept: str | None) -> tuple[ValueClass | None, tuple[tuple[str, dict[str, Any]], ...]]:
    """The computed class and its reasons, each a key of ``texts.classes`` with its figures."""
    if not kept:
        return None, ()
    found = json.loads(kept)
    reasons = tuple(
        (each["why"], {name: figure for name, figure in each.items() if name != "why"})
        for each in found["why"]
    )
    return (ValueClass(found["class"]) if found["class"] else None), reasons


def reasons_kept(reasons: Iterable[Reason]) -> list[dict[str, Any]]:
    """Reasons alone, for the trail."""
    return [{"why": each.why, **each.figures} for each in reasons]


def write(work: UnitOfWork, found: Iterable[Difference]) -> int:
    """Write what differs; what somebody has changed since it was read is left to the next time.

    One statement for all, so that thousands are written while nobody waits. Returns how many were.
    """
    by_id = {each.customer_id: each for each in found}
    connection = work.session.connection()
    given = json.dumps([_given(each) for each in by_id.values()], ensure_ascii=False)
    asked = {"given": given, "on": work.today}
    written = [by_id[id_] for id_ in connection.execute(_WRITE, asked).scalars()]
    changes, lost, moved, back = [], [], [], []
    for each in written:
        before = each.kept.value_class
        # The first class a customer is given is no change.
        if before is not None and before is not each.in_force:
            changes.append(_change(work, each))
        was, since = each.kept.lost_since, each.lost_since
        if since is not None and was is None:
            lost.append({"id": new_id(), "customer_id": each.customer_id, "lost_on": since})
        elif since is not None and since != was:
            moved.append({"whose": each.customer_id, "day": since})
        elif since is None and was is not None:
            back.append({"whose": each.customer_id, "day": each.last_visit_on or work.today})
    for statement, rows in (
        (_CHANGED, changes),
        (_LOST, lost),
        (_MOVED, moved),
        (_BACK, back),
    ):
        if rows:
            connection.execute(statement, rows)
    return len(written)


def _given(each: Difference) -> list[str | None]:
    """A line of :data:`_GIVEN`."""
    return [
        each.customer_id,
        each.kept.value_class,
        each.kept.value_why,
        each.kept.own_class,
        each.last_visit_on.isoformat() if each.last_visit_on else None,
        each.in_force,
        each.why,
        each.lost_since.isoformat() if each.lost_since else None,
        each.badges,
    ]


def _change(work: UnitOfWork, each: Difference) -> dict[str, Any]:
    return {
        "id": new_id(),
        "customer_id": each.customer_id,
        "on": work.today,
        "before": each.kept.value_class,
        "after": each.in_force,
        "why": each.why,
    }


_FILE = Customer.__table__.c
_GIVEN = told_rows(
    "given",
    *("whose", "was_class", "was_why", "was_own", "was_last"),
    *("class", "why", "lost", "badges"),
)
_TO = _GIVEN.c
_WRITE = (
    update(Customer.__table__)  # type: ignore[arg-type]
    .where(
        _FILE.id == _TO.whose,
        type_coerce(_FILE.value_class, Text()).is_not_distinct_from(_TO.was_class),
        _FILE.value_why.is_not_distinct_from(_TO.was_why),
        type_coerce(_FILE.own_class, Text()).is_not_distinct_from(_TO.was_own),
        type_coerce(_FILE.last_visit_on, Text()).is_not_distinct_from(_TO.was_last),
    )
    .values(
        {
            _FILE.value_class: _TO["class"],
            _FILE.value_why: _TO.why,
            _FILE.valued_on: bindparam("on", type_=_FILE.valued_on.type),
            _FILE.lost_since: _TO.lost,
            _FILE.badges: _TO.badges,
        }
    )
    .returning(_FILE.id)
)
_CHANGED = insert(ClassChange)
_LOST = insert(CustomerLoss)
_STILL = CustomerLoss.__table__.c
_MOVED = (
    update(CustomerLoss)
    .where(_STILL.customer_id == bindparam("whose"), _STILL.back_on.is_(None))
    .values(lost_on=bindparam("day"))
)
_BACK = (
    update(CustomerLoss)
    .where(_STILL.customer_id == bindparam("whose"), _STILL.back_on.is_(None))
    .values(back_on=bindparam("day"))
)
