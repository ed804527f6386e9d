"""Finds files that look like one person's: same number, same car, same name and address.

Families share telephones, so a shared number under different names comes last. Pairs that somebody
found to be two people are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import combinations
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from frontdesk.models.change_set import NotTheSame
from frontdesk.models.values import identity, plate
from frontdesk.services.customers.masking import shown_phone
from frontdesk.services.desk import Desk
from frontdesk.services.merging.dto import Likeness, Pair

_MOST_SHARING = 6
"""A number or address that more files share is a company's, not a person's."""
_ALIKE = 0.8

_SHARED_PHONES = """SELECT p.number, p.customer_id FROM customer_phone p WHERE p.number IN
    (SELECT number FROM customer_phone GROUP BY number HAVING count(DISTINCT customer_id) > 1)"""
_SHARED_IDENTITIES = """SELECT identity_number, id FROM customer WHERE identity_number IN
    (SELECT identity_number FROM customer WHERE identity_number IS NOT NULL
     GROUP BY identity_number HAVING count(*) > 1)"""
_SHARED_PLATES = """SELECT plate, customer_id FROM vehicle WHERE plate IN
    (SELECT plate FROM vehicle WHERE plate IS NOT NULL
     GROUP BY plate HAVING count(DISTINCT customer_id) > 1)"""
# A VIN is kept once; a car that went from one file to another of a like name is the sign of it.
_HANDED_ON = """SELECT coalesce(v.vin, v.plate, v.model), o.customer_id
    FROM vehicle_ownership o JOIN vehicle v ON v.id = o.vehicle_id WHERE o.vehicle_id IN
    (SELECT vehicle_id FROM vehicle_ownership
     GROUP BY vehicle_id HAVING count(DISTINCT customer_id) > 1)"""
_WITH_ADDRESS = """SELECT id, name, coalesce(region_code, '') || address FROM customer
    WHERE coalesce(address, '') <> '' AND erased_at IS NULL"""


@dataclass(slots=True)
class _Found:
    by: set[Likeness] = field(default_factory=set)
    value: str = ""
    rank: int = len(Likeness)

    def note(self, by: Likeness, value: str) -> None:
        self.by.add(by)
        rank = list(Likeness).index(by)
        if rank < self.rank:
            self.rank, self.value = rank, value


def pairs(desk: Desk, session: Session, limit: int) -> tuple[Pair, ...]:
    """The likeliest ``limit`` pairs, the surest first."""
    found: defaultdict[tuple[str, str], _Found] = defaultdict(_Found)
    run = session.connection().exec_driver_sql
    names: dict[str, str] = {}

    def key_of(customer_id: str) -> str:
        if customer_id not in names:
            row = run("SELECT name FROM customer WHERE id = ?", (customer_id,)).one()
            names[customer_id] = _folded(row[0])
        return names[customer_id]

    for number, pair in _in_pairs(run(_SHARED_IDENTITIES)):
        found[pair].note(Likeness.IDENTITY, identity.masked(number))
    for number, pair in _in_pairs(run(_SHARED_PHONES)):
        one, other = key_of(pair[0]), key_of(pair[1])
        by = Likeness.PHONE_AND_NAME if _alike_names(one, other) else Likeness.PHONE
        found[pair].note(by, shown_phone(desk, number))
    for sign, pair in _in_pairs(run(_SHARED_PLATES)):
        found[pair].note(Likeness.CAR, plate.display(sign))
    for car, pair in _in_pairs(run(_HANDED_ON)):
        if _alike_names(key_of(pair[0]), key_of(pair[1])):
            found[pair].note(Likeness.CAR, car or "")
    for address, pair in _alike_by_address(run(_WITH_ADDRESS)):
        found[pair].note(Likeness.NAME_AND_ADDRESS, address)
    for first, second in session.execute(select(NotTheSame.first_id, NotTheSame.second_id)):
        found.pop((first, second), None)
    chosen = sorted(found, key=lambda pair: (found[pair].rank, -len(found[pair].by), pair))[:limit]
    heads = _heads(run, {id_ for pair in chosen for id_ in pair})
    return tuple(
        _pair(heads[one], heads[other], found[one, other])
        for one, other in chosen
        if one in heads and other in heads
    )


def _in_pairs(rows: Iterable[Any]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Every two files that share a value, the lesser id first."""
    sharing: defaultdict[str, set[str]] = defaultdict(set)
    for value, customer_id in rows:
        sharing[value].add(customer_id)
    for value, ids in sharing.items():
        if len(ids) <= _MOST_SHARING:
            for first, second in combinations(sorted(ids), 2):
                yield value, (first, second)


def _alike_by_address(rows: Iterable[Any]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Same name at nearly the same address, or nearly the same name at the same one."""
    by_name: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    by_address: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for id_, name, address in rows:
        line = (id_, _folded(name), _folded(address))
        by_name[line[1]].append(line)
        by_address[line[2]].append(line)
    for group in (*by_name.values(), *by_address.values()):
        if not 1 < len(group) <= 60:
            continue
        for one, other in combinations(sorted(group), 2):
            if _alike_names(one[1], other[1]) and _alike(one[2], other[2]):
                yield one[2], (one[0], other[0])


def _folded(text: str) -> str:
    """Names and addresses are compared without blanks, signs and case."""
    return "".join(char for char in text.casefold() if char.isalnum())


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if _digits(one) != _digits(other):
        # House 3 and house 8 of one street are two addresses, however alike the rest is.
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _alike_names(one: str, other: str) -> bool:
    """The same; one holds the other (a title or branch added); or written by another character."""
    if one == other or (min(len(one), len(other)) > 1 and (one in other or other in one)):
        return True
    if len(one) != len(other) or one[:1] != other[:1]:
        return False
    from frontdesk.services.search.pinyin import readings

    return bool(set(readings(one)) & set(readings(other)))


def _heads(run: Any, ids: Iterable[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    wanted = sorted(ids)
    for start in range(0, len(wanted), 500):
        some = wanted[start : start + 500]
        marks = ", ".join("?" * len(some))
        rows = run(
            "SELECT id, number, name, coalesce(last_visit_on, ''), created_at FROM customer "  # noqa: S608
            f"WHERE id IN ({marks}) AND erased_at IS NULL",
            tuple(some),
        )
        found |= {row[0]: row for row in rows}
    return found


def _pair(one: Any, other: Any, found: _Found) -> Pair:
    # The file seen last stays; of two never seen the older one.
    stays, goes = (one, other) if (one[3], other[4]) >= (other[3], one[4]) else (other, one)
    return Pair(
        stays[0],
        stays[1],
        stays[2],
        goes[0],
        goes[1],
        goes[2],
        tuple(by for by in Likeness if by in found.by),
        found.value,
    )
