"""The whole store as plain rows, to be compared before and after."""

from __future__ import annotations

import json
from typing import Any

from frontdesk.models.base import Base
from frontdesk.services.desk import Desk

APART = frozenset(
    {"audit_entry", "audit_head", "change_set", "import_mapping", "number_sequence", "search_doc"}
)
"""The trail, numbers and what is kept of acts go on only; search is compared by what it finds."""


def rows(desk: Desk) -> dict[str, list[str]]:
    """Every row of every table but ``APART``, without its version, as JSON text, sorted."""
    found: dict[str, list[str]] = {}
    with desk.read() as session:
        run = session.connection().exec_driver_sql
        for table in Base.metadata.sorted_tables:
            if table.name in APART:
                continue
            names = [column.name for column in table.columns if column.name != "version"]
            shown = ", ".join(f'"{name}"' for name in names)
            found[table.name] = sorted(
                json.dumps(dict(zip(names, row, strict=True)), default=repr, sort_keys=True)
                for row in run(f'SELECT {shown} FROM "{table.name}"')
            )
        found["setting"] = [each for each in found["setting"] if "callbacks.derived" not in each]
        found["search"] = sorted(_searchable(run))
    return found


def _searchable(run: Any) -> list[str]:
    """Each file's line with the day it ranks by, its windows, and that the trigrams find it."""
    lines = []
    for number, customer_id, text, newest in run(
        "SELECT id, customer_id, text, newest_on FROM search_doc"
    ).all():
        windows = sorted(
            row[0] for row in run('SELECT "window" FROM search_window WHERE id = ?', (number,))
        )
        word = next(part for part in text.split("|") if len(part) > 2)
        hits = run(
            "SELECT rowid FROM search_trigram WHERE search_trigram MATCH ?", (f'"{word[:3]}"',)
        ).all()
        assert (number,) in [tuple(hit) for hit in hits]
        lines.append(json.dumps([customer_id, text, newest, windows]))
    orphans = run(
        "SELECT count(*) FROM search_window WHERE id NOT IN (SELECT id FROM search_doc)"
    ).scalar_one()
    assert orphans == 0
    return lines


def differences(before: dict[str, list[str]], after: dict[str, list[str]]) -> dict[str, Any]:
    """What is in one and not in the other, by table; nothing when they are the same."""
    return {
        table: {
            "gone": [row for row in before[table] if row not in after[table]],
            "new": [row for row in after[table] if row not in before[table]],
        }
        for table in before
        if before[table] != after[table]
    }
