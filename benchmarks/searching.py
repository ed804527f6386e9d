"""Search as you type: the service call beside the bare engine on the same index."""

from __future__ import annotations

import json
import random
from typing import Any

from benchmarks.ground import Ground
from benchmarks.rows import Row, row, side_by_side
from frontdesk.services.search import query
from frontdesk.services.search.dress import FILES

_EACH = 60
_LIMIT = 20


def measure(ground: Ground) -> list[Row]:
    """Rows for a mixed run and for each sort of query; times are of one call, to the results."""
    find = ground.services.search.find
    rows: list[Row] = []
    all_ours: list[float] = []
    all_bare: list[float] = []
    with ground.bare() as connection:
        kinds = queries(connection)
        for first in [typed for kind in kinds.values() for typed in kind[:3]]:
            find(first)
            _bare(connection, first)
        for kind, typed in kinds.items():
            ours, bare = side_by_side(typed, find, lambda each: _bare(connection, each))
            rows.append(row(f"search: {kind}", ours, bare))
            all_ours += ours
            all_bare += bare
    return [row("search: mixed", all_ours, all_bare), *rows]


def _bare(connection: Any, typed: str) -> list[Any]:
    """What the engine alone takes for the same plan and the same columns shown."""
    words = query.words_of(typed)
    run = connection.execute
    run("BEGIN")
    statement, given = query.walked(len(words)), (*words, _LIMIT)
    for probe, asked in query.probes(words):
        count, ids = run(probe, (*asked, query.PROBE + 1)).fetchone()
        if not count:
            run("ROLLBACK")
            return []
        if count <= query.PROBE:
            statement, given = query.among(count, len(words)), (ids, *words, _LIMIT)
            break
    files = run(statement, given).fetchall()
    shown: list[Any] = []
    if files:
        these = json.dumps([row[0] for row in files])
        shown = run(FILES, (these,)).fetchall()
    run("ROLLBACK")
    return shown


def queries(connection: Any, seed: int = 3) -> dict[str, list[str]]:
    """Queries as people type them, by kind, drawn from the files there are."""
    rng = random.Random(seed)

    def draw(column: str, table: str) -> list[str]:
        found = connection.execute(
            f"SELECT {column} FROM {table} WHERE {column} <> '' ORDER BY rowid"
        ).fetchall()
        return [str(each[0]) for each in rng.sample(found, min(_EACH, len(found)))]

    plates, vins = draw("plate", "vehicle"), draw("vin", "vehicle")
    phones, names = draw("number", "customer_phone"), draw("name", "customer")
    fields = [text.split("|") for text in draw("text", "search_doc")]
    return {
        "plate": plates,
        "plate part": [plate[1:5] for plate in plates],
        "plate as typed": [f"{plate[:2]}·{plate[2:]}".lower() for plate in plates],
        "last 4": [phone[-4:] for phone in phones],
        "phone, growing": [phone[: 1 + at % 11] for at, phone in enumerate(phones)],
        "VIN tail": [vin[-6:] for vin in vins],
        "name, 1 character": [name[0] for name in names],
        "name, 2 characters": [name[:2] for name in names],
        "name": names,
        "pinyin": [field[1] for field in fields],
        "pinyin, growing": [field[1][: 1 + at % 8] for at, field in enumerate(fields)],
        "initials": [field[2] for field in fields],
        "two words": [
            f"{name[0]} {plate[-3:]}" for name, plate in zip(names, plates, strict=False)
        ],
        "nothing there": [
            rng.choice(("霸霸", "QQQQ", "龘", "粤Z99", "0000000", "xyzxyz")) for _ in names
        ],
    }
