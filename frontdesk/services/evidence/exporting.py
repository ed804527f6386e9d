"""Writes a file out of the store: under a safe name, whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from frontdesk.models.values.text import storable
from frontdesk.services.whole_file import whole_file

_MOST, _MOST_BYTES = 120, 200
"""Characters and bytes of a name without its suffix: a disk takes 255 bytes, ``.part`` included."""
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|clock\$|(com|lpt)[\d¹²³]) *(\..*)?", re.IGNORECASE
)


def file_name(name: str, suffix: str) -> str:
    """What ``name`` is called on a disk: no paths, no signs a system refuses, the true suffix.

    The suffix is that of the content: a program that was called ``bill.pdf.exe`` opens as PDF.
    """
    stem = name[: -len(suffix)] if name.lower().endswith(suffix) else name
    tidy = _FORBIDDEN.sub("_", storable(stem)).replace("\x7f", "").strip(". ")
    clean = tidy[:_MOST].encode()[:_MOST_BYTES].decode(errors="ignore").rstrip(". ")
    # A dash in front would be taken for an option, a blank name for none.
    if not clean or clean.startswith("-") or _RESERVED.fullmatch(clean):
        clean = f"_{clean}"
    return clean + suffix


def exported(target: Path, pieces: Iterable[bytes]) -> None:
    """Write ``pieces`` to ``target``; what was there stays as it was until all is written.

    Raises:
        UserError: the place refuses it.
    """
    with whole_file(target, "evidence.not_written") as file:
        for piece in pieces:
            file.write(piece)
