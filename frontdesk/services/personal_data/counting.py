"""Counts the persons held, and finds those nothing was heard of for too long."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from frontdesk.models.enums import CustomerKind
from frontdesk.models.months import plus_months
from frontdesk.services.desk import Desk
from frontdesk.services.personal_data.dto import Outlived, PersonsHeld, Retention

_LAST = """max(
    substr(c.created_at, 1, 10),
    coalesce(c.last_visit_on, ''),
    coalesce((SELECT max(coalesce(v.arrived_on, substr(v.opened_at, 1, 10)))
              FROM visit v WHERE v.customer_id = c.id), ''),
    coalesce((SELECT max(coalesce(b.closed_on, b.due_from))
              FROM callback b WHERE b.customer_id = c.id), ''),
    coalesce((SELECT substr(max(k.registered_at), 1, 10)
              FROM complaint k WHERE k.customer_id = c.id), ''),
    coalesce((SELECT substr(max(n.written_at), 1, 10)
              FROM customer_note n WHERE n.customer_id = c.id), ''),
    coalesce((SELECT max(r.delivered_on)
              FROM vehicle r WHERE r.customer_id = c.id), ''))"""
# The first two conditions spare the look into visits and calls of nearly everyone.
_OLD = f"""FROM (SELECT c.id, c.number, c.name, {_LAST} AS last_on FROM customer c
    WHERE c.erased_at IS NULL AND substr(c.created_at, 1, 10) < :before
    AND coalesce(c.last_visit_on, '') < :before) old WHERE last_on < :before"""  # noqa: S608


def held(desk: Desk, session: Session) -> PersonsHeld:
    """How many persons the store holds."""
    run = session.connection().exec_driver_sql

    def count(statement: str) -> int:
        counted: int = run(statement).scalar_one()
        return counted

    person = CustomerKind.PERSON.value
    return PersonsHeld(
        count(f"SELECT count(*) FROM customer WHERE kind = '{person}' AND erased_at IS NULL"),  # noqa: S608
        count("SELECT count(*) FROM family_member"),
        count("SELECT count(*) FROM vehicle_driver"),
        count("SELECT count(*) FROM customer WHERE erased_at IS NOT NULL"),
        desk.rules.persons_threshold,
    )


def outlived(desk: Desk, session: Session, limit: int) -> Retention:
    """Who is offered for deletion by the rule; the longest unheard first."""
    before = plus_months(desk.today, -12 * desk.rules.retention_years)
    run = session.connection().exec_driver_sql
    asked: dict[str, Any] = {"before": before.isoformat()}
    total: int = run(f"SELECT count(*) {_OLD}", asked).scalar_one()
    cars = "(SELECT count(*) FROM vehicle r WHERE r.customer_id = old.id)"
    listed = f"SELECT id, number, name, last_on, {cars} {_OLD} ORDER BY last_on, id LIMIT :most"
    rows = run(listed, {**asked, "most": limit})
    return Retention(
        before,
        total,
        tuple(Outlived(row[0], row[1], row[2], date.fromisoformat(row[3]), row[4]) for row in rows),
    )
