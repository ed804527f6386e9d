"""The file a backup is: an uncompressed zip of manifest, key file and store, and nothing else.

The store inside is as encrypted as the one it was copied from; the manifest is plain and says
nothing of any customer. Nothing of a file is believed: names, sizes and hashes are held against
the manifest, and nothing is written under a name the file itself brings.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import struct
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from frontdesk.errors import EnvironmentFault, UserError

MANIFEST, KEYS, DATABASE = "manifest.json", "keys.json", "frontdesk.db"
_FORMAT = 1
_CHUNK = 1 << 20
_SMALL = 4 << 20  # neither manifest nor key file is ever larger
_DIRECTORY = 4096  # bytes of a directory of three entries, with room to spare
_HEX = re.compile(r"[0-9a-f]*\Z")

Step = Callable[[int], None]
"""Told how many more bytes are done; may raise to stop."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file inside: ``size`` in bytes and SHA-256 in hex."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself.

    ``dealership`` tells whose it is (the check value of the data key, in hex); ``sequence`` and
    ``seal`` (hex) are the last entry of the audit trail, where there is one.
    """

    made_at: datetime
    why: str
    revision: str | None
    dealership: str
    rows: Mapping[str, int]
    parts: Mapping[str, Part]
    sequence: int | None = None
    seal: str | None = None


def write(target: IO[bytes], manifest: Manifest, files: Mapping[str, Path], step: Step) -> None:
    """Write the manifest and the ``files`` (part name → path) as one archive, in small pieces."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        archive.writestr(zipfile.ZipInfo(MANIFEST), _dumped(manifest))
        for name, path in files.items():
            with (
                path.open("rb") as source,
                archive.open(zipfile.ZipInfo(name), "w", force_zip64=True) as inside,
            ):
                while piece := source.read(_CHUNK):
                    inside.write(piece)
                    step(len(piece))


def measure(path: Path, step: Step = lambda _: None) -> Part:
    """Size and hash of a file, read in small pieces."""
    sha, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            sha.update(piece)
            size += len(piece)
            step(len(piece))
    return Part(size, sha.hexdigest())


def manifest(path: Path) -> Manifest:
    """What the backup at ``path`` says of itself; the store inside is not read.

    Raises:
        EnvironmentFault: ``backup.foreign`` (no backup of this program), ``backup.damaged``,
            ``backup.unreadable`` (the medium), ``store.newer`` (a later program's format).
    """
    with _opened(path) as archive:
        return _read_manifest(archive, path)


def read_keys(path: Path) -> bytes:
    """The key file inside, proved against the manifest. Raises as ``manifest``."""
    with _opened(path) as archive:
        stated = _read_manifest(archive, path).parts[KEYS]
        with archive.open(KEYS) as inside:
            content = inside.read(stated.size)
    if hashlib.sha256(content).hexdigest() != stated.sha256:
        raise EnvironmentFault("backup.damaged", path=str(path))
    return content


def extract(path: Path, into: Path, step: Step = lambda _: None) -> Manifest:
    """Write key file and store into the folder ``into``, durably, proving sizes and hashes.

    Raises:
        EnvironmentFault: as ``manifest``, ``backup.no_room`` or ``backup.unwritable``; what was
            written by then is of no use.
    """
    with _opened(path) as archive:
        found = _read_manifest(archive, path)
        for name, stated in found.parts.items():
            sha, size = hashlib.sha256(), 0
            with archive.open(name) as inside, writing(into / name) as out:
                while piece := _read(inside, path):
                    sha.update(piece)
                    size += len(piece)
                    out.write(piece)
                    step(len(piece))
            if Part(size, sha.hexdigest()) != stated:
                raise EnvironmentFault("backup.damaged", path=str(path))
    return found


@contextmanager
def writing(path: Path) -> Iterator[IO[bytes]]:
    """A new file that is on the disk, not in some cache, when the block ends.

    Raises:
        EnvironmentFault: ``backup.no_room`` or ``backup.unwritable``.
    """
    try:
        with path.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise unwritable(error, path.parent) from error


def unwritable(error: OSError, place: Path) -> EnvironmentFault:
    """What is said when ``place`` could not be written."""
    full = error.errno in {errno.ENOSPC, errno.EDQUOT}
    code = "backup.no_room" if full else "backup.unwritable"
    return EnvironmentFault(code, path=str(place), reason=error.strerror or str(error))


def _read(inside: IO[bytes], path: Path) -> bytes:
    try:
        return inside.read(_CHUNK)
    except _BROKEN as error:
        raise EnvironmentFault("backup.damaged", path=str(path)) from error
    except OSError as error:
        raise EnvironmentFault("backup.unreadable", path=str(path)) from error


# What a zip file that is not whole makes the library raise.
_BROKEN = (
    zipfile.BadZipFile,
    ValueError,
    KeyError,
    TypeError,
    EOFError,
    AttributeError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
    struct.error,
)


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with path.open("rb") as file:
            _look_like_ours(file, path)
            with zipfile.ZipFile(file) as archive:
                yield archive
    except (EnvironmentFault, UserError):
        raise
    except _BROKEN as error:
        raise EnvironmentFault("backup.damaged", path=str(path)) from error
    except OSError as error:
        raise EnvironmentFault("backup.unreadable", path=str(path)) from error


def _look_like_ours(file: IO[bytes], path: Path) -> None:
    """Tell a foreign file from a torn one, before a directory of a million entries is read."""
    head = file.read(30 + len(MANIFEST))
    if head[:4] != b"PK\x03\x04" or head[30:] != MANIFEST.encode():
        raise EnvironmentFault("backup.foreign", path=str(path))
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - 98))
    tail = file.read(98)
    end = tail[-22:]
    if end[:4] != b"PK\x05\x06":
        raise EnvironmentFault("backup.damaged", path=str(path))
    entries, directory = struct.unpack_from("<HI", end, 10)
    if tail[-42:-38] == b"PK\x06\x07":  # larger than 4 GB: the true figures stand before
        entries, directory = struct.unpack_from("<QQ", tail, 32)
    if entries != len((MANIFEST, KEYS, DATABASE)) or directory > _DIRECTORY:
        raise EnvironmentFault("backup.damaged", path=str(path))
    file.seek(0)


def _read_manifest(archive: zipfile.ZipFile, path: Path) -> Manifest:
    entries = {entry.filename: entry for entry in archive.infolist()}
    if set(entries) != {MANIFEST, KEYS, DATABASE} or len(archive.infolist()) != len(entries):
        raise EnvironmentFault("backup.damaged", path=str(path))
    if any(
        entry.compress_type != zipfile.ZIP_STORED or entry.file_size != entry.compress_size
        for entry in entries.values()
    ):
        raise EnvironmentFault("backup.damaged", path=str(path))
    if max(entries[name].file_size for name in (MANIFEST, KEYS)) > _SMALL:
        raise EnvironmentFault("backup.damaged", path=str(path))
    raw = json.loads(archive.read(MANIFEST))
    if raw["format"] > _FORMAT:
        raise EnvironmentFault("store.newer", path=str(path))
    found = _loaded(raw)
    if any(entries[name].file_size != part.size for name, part in found.parts.items()):
        raise EnvironmentFault("backup.damaged", path=str(path))
    return found


def _dumped(manifest: Manifest) -> bytes:
    raw = {
        "format": _FORMAT,
        "made_at": manifest.made_at.isoformat(),
        "why": manifest.why,
        "revision": manifest.revision,
        "dealership": manifest.dealership,
        "audit": {"sequence": manifest.sequence, "seal": manifest.seal},
        "rows": dict(manifest.rows),
        "parts": {
            name: {"size": part.size, "sha256": part.sha256}
            for name, part in manifest.parts.items()
        },
    }
    return json.dumps(raw, indent=1).encode()


def _loaded(raw: Any) -> Manifest:
    made_at = datetime.fromisoformat(raw["made_at"])
    parts = {
        name: Part(_number(raw["parts"][name]["size"]), _hex(raw["parts"][name]["sha256"]))
        for name in (KEYS, DATABASE)
    }
    head, revision = raw["audit"], raw["revision"]
    sequence, seal = head["sequence"], head["seal"]
    if made_at.tzinfo is None or not isinstance(raw["why"], str):
        raise ValueError("a backup says when and why it was made")
    return Manifest(
        made_at=made_at,
        why=raw["why"],
        revision=None if revision is None else str(revision),
        dealership=_hex(raw["dealership"]),
        rows={str(table): _number(count) for table, count in raw["rows"].items()},
        parts=parts,
        sequence=None if sequence is None else _number(sequence),
        seal=None if seal is None else _hex(seal),
    )


def _number(value: Any) -> int:
    if not isinstance(value, int) or value < 0:
        raise ValueError("not a count")
    return value


def _hex(value: Any) -> str:
    if not isinstance(value, str) or not _HEX.match(value):
        raise ValueError("not hexadecimal")
    return value
