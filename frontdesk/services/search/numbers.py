"""Orders and tickets by their number: looked up, never scanned for."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from frontdesk.clock import Clock, local
from frontdesk.models.enums import ComplaintState, VisitStatus
from frontdesk.models.values import plate
from frontdesk.services.search.dress import BETWEEN
from frontdesk.services.search.fold import fold
from frontdesk.services.search.marks import marks_in
from frontdesk.services.search.query import HIGHEST, LONGEST
from frontdesk.services.search.results import Hit, HitKind
from frontdesk.services.search.text import is_digits

_MOST = 5
_LEAST_DIGITS, _SERIAL_DIGITS = 3, 6

# Each part ends after a few rows of the index over numbers: a year's beginning fits thousands.
_FOUND = """SELECT * FROM (SELECT '{kind}', r.id, r.number, r.customer_id, r.vehicle_id, r.{state},
        r.{moment}, c.name, v.plate
    FROM {table} r JOIN customer c ON c.id = r.customer_id
        LEFT JOIN vehicle v ON v.id = r.vehicle_id
    WHERE {{where}} ORDER BY r.number DESC LIMIT ?)"""
_EXACTLY = "r.number IN (SELECT value FROM json_each(?))"
_BETWEEN = "r.number >= ? AND r.number < ?"
_OF_KIND = {
    HitKind.ORDER: _FOUND.format(
        kind=HitKind.ORDER, table="visit", state="status", moment="opened_at"
    ),
    HitKind.TICKET: _FOUND.format(
        kind=HitKind.TICKET, table="complaint", state="state", moment="registered_at"
    ),
}
_PREFIXES = {HitKind.ORDER: "V", HitKind.TICKET: "C"}


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers to look up: exactly these, or all in a span (first, past the last)."""

    exact: tuple[str, ...] = ()
    span: tuple[str, str] | None = None


def numbered(
    connection: Connection, typed: str, clock: Clock, kinds: Iterable[HitKind]
) -> list[Hit]:
    """The visits and complaints whose number was typed, of the ``kinds`` a person may see.

    ``V-2026-000123`` or ``C-2026-000123``, its beginning, or its digits; one statement for all.
    """
    year = local(clock.now(), clock).year
    parts: list[str] = []
    given: list[object] = []
    for kind in kinds:
        numbers = numbers_of(typed, _PREFIXES[kind], year) or Numbers()
        if numbers.exact:
            parts.append(_OF_KIND[kind].format(where=_EXACTLY))
            given += [json.dumps(numbers.exact), _MOST]
        if numbers.span is not None:
            parts.append(_OF_KIND[kind].format(where=_BETWEEN))
            given += [*numbers.span, _MOST]
    if not parts:
        return []
    rows = connection.exec_driver_sql(" UNION ALL ".join(parts), tuple(given)).all()
    word = fold("".join(typed.split()))
    return [
        Hit(
            kind=HitKind(kind),
            id=id_,
            customer_id=customer_id,
            vehicle_id=vehicle_id,
            title=number,
            title_marks=marks_in(number, [word]),
            subtitle=BETWEEN.join(part for part in (plate.display(sign or ""), name) if part),
            subtitle_marks=(),
            state=VisitStatus(state) if kind == HitKind.ORDER else ComplaintState(state),
            day=_day_of(moment, clock),
        )
        for kind, id_, number, customer_id, vehicle_id, state, moment, name, sign in rows
    ]


def numbers_of(typed: str, prefix: str, year: int, years: int = 3) -> Numbers | None:
    """What ``typed`` says of a number like ``V-2026-000123``, or ``None`` where it is none.

    The whole number, its beginning, year and digits together, or the digits alone (then of the
    last ``years`` years).
    """
    word = fold("".join(typed[:LONGEST].split()))
    bare = word.removeprefix(prefix)
    if not is_digits(bare):
        return None
    if word != bare or len(bare) > _SERIAL_DIGITS:
        return _with_year(bare, prefix)
    if len(bare) < _LEAST_DIGITS:
        return None
    return Numbers(tuple(f"{prefix}-{year - back}-{bare:>06}" for back in range(years)))


def _with_year(digits: str, prefix: str) -> Numbers | None:
    year, serial = digits[:4], digits[4:]
    if len(year) < 4 or not year.startswith(("19", "20")) or len(serial) > _SERIAL_DIGITS:
        return None
    begin = f"{prefix}-{year}-{serial}"
    if len(serial) == _SERIAL_DIGITS:
        return Numbers((begin,))
    padded = f"{prefix}-{year}-{serial:>06}"
    exact = (padded,) if serial and not padded.startswith(begin) else ()
    return Numbers(exact, (begin, begin + HIGHEST))


def _day_of(moment: str, clock: Clock) -> date:
    return local(datetime.fromisoformat(moment), clock).date()
