"""Puts one person's data into a zip: a page to read, JSON for another program, their files."""

from __future__ import annotations

import html
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import PurePath
from typing import Any

from frontdesk.language import Language
from frontdesk.services.evidence.kinds import TYPES
from frontdesk.services.personal_data.gathering import Gathered, Record
from frontdesk.texts import personal_data as texts
from frontdesk.texts import term

_INSIDE = frozenset({"id", "position", "script_key", "script_version", "occasion", "phone_id"})
"""Only of use inside the store."""

Content = Callable[[str], bytes]
"""The bytes of an attachment by its id."""


def zipped(
    gathered: Gathered,
    content: Content,
    language: Language,
    at_desk: Callable[[datetime], datetime],
    house: str,
) -> bytes:
    """The zip: ``data.html``, ``data.json`` and a folder ``files``."""
    names = dict(_file_names(gathered))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
        page = "".join(_page(gathered, names, language, at_desk, house))
        bundle.writestr("data.html", page)
        bundle.writestr("data.json", _json(gathered, names))
        for id_, name in names.items():
            bundle.writestr(f"files/{name}", content(id_))
    return buffer.getvalue()


def _file_names(gathered: Gathered) -> Iterator[tuple[str, str]]:
    """Names of our own by the content's type: what a file was called is no path."""
    for at, row in enumerate(gathered.files, start=1):
        kind = TYPES.get(row["media_type"])
        yield row["id"], f"{at:03d}{kind.suffix if kind else '.bin'}"


def _json(gathered: Gathered, names: dict[str, str]) -> str:
    plain: dict[str, Any] = {
        table: [_named(row, gathered) for row in rows] for table, rows in gathered.tables.items()
    }
    plain["files"] = [
        {**_named(row, gathered), "file": f"files/{names[row['id']]}"} for row in gathered.files
    ]
    return json.dumps(plain, ensure_ascii=False, indent=1, default=_plain)


def _plain(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)


def _named(row: Record, gathered: Gathered) -> dict[str, Any]:
    """``row`` with names of staff instead of their ids, and without what is empty."""
    return {
        name: gathered.staff.get(value, value) if isinstance(value, str) else value
        for name, value in row.items()
        if value is not None
    }


def _page(
    gathered: Gathered,
    names: dict[str, str],
    language: Language,
    at_desk: Callable[[datetime], datetime],
    house: str,
) -> Iterator[str]:
    def said(text: str) -> str:
        return html.escape(text)

    def shown(value: Any) -> str:
        if isinstance(value, bool):
            return texts.YES_NO[value].in_(language)
        if isinstance(value, StrEnum):
            return term(value, language)
        if isinstance(value, datetime):
            return f"{at_desk(value):%Y-%m-%d %H:%M}"
        if isinstance(value, Decimal):
            return f"{value:f}"
        return str(value)

    title = texts.TITLE.in_(language).format(name=gathered.name, number=gathered.number)
    yield (
        '<!doctype html><html><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">"
        f"<title>{said(title)}</title><style>{_STYLE}</style></head><body>"
        f"<h1>{said(title)}</h1><p>{said(house)}</p>"
    )
    for table, rows in gathered.tables.items():
        name = texts.TABLES.get(table)
        yield f"<h2>{said(name.in_(language) if name else table)}</h2>"
        for row in rows:
            yield "<table>"
            for column, value in _named(row, gathered).items():
                if column in _INSIDE or column.endswith("_id") or value == "":
                    continue
                label = texts.COLUMNS.get(column)
                yield (
                    f"<tr><th>{said(label.in_(language) if label else column)}</th>"
                    f"<td>{said(shown(value))}</td></tr>"
                )
            yield "</table>"
    if gathered.files:
        yield f"<h2>{said(texts.FILES.in_(language))}</h2><ul>"
        for row in gathered.files:
            known = PurePath(str(row["name"])).name
            yield f"<li>files/{names[row['id']]} – {said(known)}</li>"
        yield "</ul>"
    yield "</body></html>"


_STYLE = (
    "body{font-family:'Noto Sans SC',sans-serif;max-width:52em;margin:2em auto;color:#1b2430}"
    "table{border-collapse:collapse;margin:0 0 1em;width:100%}"
    "th,td{border:1px solid #d9dee5;padding:4px 8px;text-align:left;vertical-align:top;"
    "white-space:pre-wrap}th{width:14em;font-weight:normal;color:#5b6675}"
)
