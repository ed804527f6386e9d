"""Opens a file of rows, whatever it calls itself: its first bytes decide, not its name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from frontdesk.errors import UserError
from frontdesk.services.exchange.sheet import Sheet

#: A year's deliveries of a large house are under 20,000 rows and 5 MB.
MAX_FILE_BYTES = 50_000_000

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_sheets(path: Path) -> Sequence[Sheet]:
    """Every sheet of the file at ``path``; a text file is one sheet.

    :raises UserError: ``file.*``, when it is not there, not a sheet, damaged, locked by a password
        or larger than a delivery sheet can be. Nothing is run, fetched or unpacked to disk.
    """
    content = _content(path)
    if content.startswith(_ZIP):
        from frontdesk.services.exchange.workbook import read_workbook

        return read_workbook(content, path.name)
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise UserError("file.password", field="path", name=path.name)
        from frontdesk.services.exchange.workbook import read_old_workbook

        return read_old_workbook(content, path.name)
    from frontdesk.services.exchange.delimited import read_delimited

    return (read_delimited(content, path.name),)


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UserError("file.folder", field="path", name=path.name)
        if not path.is_file():
            raise UserError("file.missing", field="path", name=path.name)
        with path.open("rb") as file:
            # A file that grows while it is read is read no further than it may be.
            content = file.read(MAX_FILE_BYTES + 1)
        if len(content) > MAX_FILE_BYTES:
            raise UserError(
                "file.too_large", field="path", name=path.name, megabytes=MAX_FILE_BYTES // 10**6
            )
    except PermissionError:
        raise UserError("file.in_use", field="path", name=path.name) from None
    except (OSError, ValueError):
        raise UserError("file.unreadable", field="path", name=path.name) from None
    if not content.strip():
        raise UserError("file.empty", field="path", name=path.name)
    return content
