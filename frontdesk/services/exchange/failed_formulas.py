"""Where formulas of a workbook failed (#REF! and the like), which the reader leaves blank."""

from __future__ import annotations

import re
import zipfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from html import unescape
from typing import NamedTuple

_ERROR_CELL = re.compile(
    rb"""<c\s(?=[^>]*\bt="e")[^>]*\br="([A-Z]{1,2})(\d{1,5})"[^>]*>(?:<f[^>]*/>|<f.*?</f>)?<v>([^<]*)</v>""",
    re.DOTALL,
)
_SHEET = re.compile(r"<sheet\s[^>]*>")
_RELATION = re.compile(r"<Relationship\s[^>]*>")
#: The answer of a look-up that found nothing: an empty cell to the person who reads it.
_NOT_FOUND = "#N/A"


class Failed(NamedTuple):
    """One failed formula; ``row`` and ``column`` from 0."""

    row: int
    column: int
    text: str


def failed_formulas(archive: zipfile.ZipFile) -> Mapping[str, Sequence[Failed]]:
    """The failed formulas of each sheet, by its name."""
    parts = {name: archive.read(name) for name in archive.namelist() if "worksheets/sheet" in name}
    if not any(b't="e"' in part for part in parts.values()):
        return {}
    found: defaultdict[str, list[Failed]] = defaultdict(list)
    for sheet, part in _parts_by_sheet(archive).items():
        for letters, number, text in _ERROR_CELL.findall(parts.get(part, b"")):
            if text.decode() != _NOT_FOUND:
                found[sheet].append(Failed(int(number) - 1, _position(letters), text.decode()))
    return found


def _parts_by_sheet(archive: zipfile.ZipFile) -> dict[str, str]:
    book = archive.read("xl/workbook.xml").decode("utf-8", "replace")
    related = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    targets = {
        _attribute(tag, "Id"): "xl/" + _attribute(tag, "Target").removeprefix("/xl/")
        for tag in _RELATION.findall(related)
    }
    return {
        unescape(_attribute(tag, "name")): targets.get(_attribute(tag, "r:id"), "")
        for tag in _SHEET.findall(book)
    }


def _attribute(tag: str, name: str) -> str:
    match = re.search(rf"""\s{name}=["']([^"']*)["']""", tag)
    return match[1] if match else ""


def _position(letters: bytes) -> int:
    """A is 0, AA is 26."""
    position = 0
    for letter in letters:
        position = position * 26 + letter - ord("A") + 1
    return position - 1
