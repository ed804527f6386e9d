"""``frontdesk import FILE``: a delivery sheet in, counts out."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from frontdesk.language import Language
from frontdesk.texts.exchange import COUNTS, REJECTED_SHEET

if TYPE_CHECKING:
    from frontdesk.services.registry import Services


def run_import(
    services: Services,
    path: Path,
    *,
    as_json: bool,
    language: Language = Language.ZH_CN,
    out: TextIO | None = None,
) -> int:
    """Import the sheet at ``path`` as it is recognised; prints what came of it, returns 0.

    With ``as_json`` one object with exactly ``read``, ``created``, ``updated``, ``rejected`` and
    ``rejected_sheet`` (a path, or null when no row was rejected).

    Raises:
        UserError: the file cannot be read, or columns are missing; nothing was stored.
    """
    out = out or sys.stdout
    result = services.exchange.run(
        path, progress=_bar(sys.stderr) if sys.stderr.isatty() else _silent, language=language
    )
    sheet = str(result.rejected_sheet) if result.rejected_sheet is not None else None
    counts = {
        "read": result.read,
        "created": result.created,
        "updated": result.updated,
        "rejected": result.rejected,
    }
    if as_json:
        print(json.dumps({**counts, "rejected_sheet": sheet}, ensure_ascii=False), file=out)
        return 0
    print(COUNTS.in_(language).format(**counts), file=out)
    if sheet is not None:
        print(REJECTED_SHEET.in_(language).format(path=sheet), file=out)
    return 0


def _silent(done: int, total: int) -> None:
    """Nobody watches."""


def _bar(err: TextIO) -> Callable[[int, int], None]:
    def told(done: int, total: int) -> None:
        print(f"\r{done}/{total}", end="\n" if done == total else "", file=err, flush=True)

    return told
