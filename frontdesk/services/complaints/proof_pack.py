"""The proof pack as a file: a zip of parts with a manifest of their hashes; written and verified.

Verifying needs neither store nor account, and trusts nothing in the file: no part is unpacked to
the disk, none is read further than the manifest says it goes.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from frontdesk.errors import UserError

MANIFEST = "manifest.json"
LOG = "change-log.json"
FORMAT = "frontdesk-proof-1"
_MOST_MANIFEST = 4 << 20
_CHUNK = 1 << 20
_BAD = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
    TypeError,
)
"""What a file that is no pack makes of being read."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the pack. ``name`` is what it was called where it came from, only to be read."""

    path: str
    sha256: str
    size: int
    kind: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class ProofFault:
    """What is wrong with a pack: a code of ``frontdesk.texts.proof`` and the part it is about."""

    code: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class ProofFound:
    """What a pack says of itself and what is wrong with it; none when it is whole."""

    number: str
    made_at: str
    made_by: str
    parts: int
    faults: tuple[ProofFault, ...]
    manifest_sha256: str = ""


class PackWriter:
    """Adds part after part, then the manifest; nothing has to be in memory whole."""

    def __init__(self, target: IO[bytes], at: datetime) -> None:
        self._zip = zipfile.ZipFile(target, "w", allowZip64=True)
        # A zip knows no earlier year.
        self._at = max(at.timetuple()[:6], (1980, 1, 1, 0, 0, 0))
        self.parts: list[Part] = []

    def add(self, path: str, pieces: Iterable[bytes], kind: str, name: str = "") -> Part:
        """One part; pictures and recordings lie in it as they are."""
        digest, size = hashlib.sha256(), 0
        with self._zip.open(self._entry(path), "w", force_zip64=True) as out:
            for piece in pieces:
                digest.update(piece)
                size += len(piece)
                out.write(piece)
        part = Part(path, digest.hexdigest(), size, kind, name)
        self.parts.append(part)
        return part

    def close(self, about: dict[str, object]) -> str:
        """Write the manifest with ``about`` before the parts; its SHA-256."""
        parts = [
            {
                "path": part.path,
                "sha256": part.sha256,
                "bytes": part.size,
                "kind": part.kind,
                **({"name": part.name} if part.name else {}),
            }
            for part in self.parts
        ]
        told = json.dumps(
            {"format": FORMAT, **about, "parts": parts}, ensure_ascii=False, indent=1
        ).encode()
        self._zip.writestr(self._entry(MANIFEST), told)
        self._zip.close()
        return hashlib.sha256(told).hexdigest()

    def _entry(self, path: str) -> zipfile.ZipInfo:
        entry = zipfile.ZipInfo(path, self._at)
        entry.external_attr = 0o600 << 16
        text = path.endswith((".json", ".txt"))
        entry.compress_type = zipfile.ZIP_DEFLATED if text else zipfile.ZIP_STORED
        return entry


def verify(path: Path) -> ProofFound:
    """Look whether the pack at ``path`` is what its manifest says, part by part.

    Raises:
        UserError: ``proof.not_read``: there is no such file, or it is no proof pack.
    """
    try:
        with zipfile.ZipFile(path) as pack:
            manifest, digest = _manifest(pack)
            return ProofFound(
                number=_text(manifest, "number"),
                made_at=_text(manifest, "made_at"),
                made_by=_text(manifest, "made_by"),
                parts=len(manifest["parts"]),
                faults=tuple(_faults(pack, manifest["parts"])),
                manifest_sha256=digest,
            )
    except (OSError, *_BAD) as error:
        raise UserError("proof.not_read", path=str(path)) from error


def read_log(path: Path) -> dict[str, Any]:
    """The change log of a pack that was verified.

    Raises:
        UserError: it cannot be read.
    """
    try:
        with zipfile.ZipFile(path) as pack:
            log = json.loads(b"".join(_pieces(pack, LOG, pack.getinfo(LOG).file_size)))
    except (OSError, *_BAD) as error:
        raise UserError("proof.not_read", path=str(path)) from error
    if not isinstance(log, dict) or not isinstance(log.get("entries"), list):
        raise UserError("proof.not_read", path=str(path))
    return log


def _manifest(pack: zipfile.ZipFile) -> tuple[dict[str, Any], str]:
    if pack.getinfo(MANIFEST).file_size > _MOST_MANIFEST:
        raise ValueError("manifest too large")
    told = b"".join(_pieces(pack, MANIFEST, _MOST_MANIFEST))
    found = json.loads(told)
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise ValueError("no manifest of a proof pack")
    if not isinstance(found.get("parts"), list):
        raise ValueError("no parts")
    return found, hashlib.sha256(told).hexdigest()


def _faults(pack: zipfile.ZipFile, parts: list[Any]) -> Iterator[ProofFault]:
    there = pack.namelist()
    told: set[str] = {MANIFEST}
    for part in parts:
        path, size = str(part["path"]), int(part["bytes"])
        if path in told or there.count(path) > 1:
            yield ProofFault("proof.twice", path)
        elif path not in there:
            yield ProofFault("proof.missing", path)
        elif not _is_as_told(pack, path, size, str(part["sha256"])):
            yield ProofFault("proof.altered", path)
        told.add(path)
    for path in sorted(set(there) - told):
        yield ProofFault("proof.added", path)
    if there.count(MANIFEST) > 1:
        yield ProofFault("proof.twice", MANIFEST)


def _is_as_told(pack: zipfile.ZipFile, path: str, size: int, sha256: str) -> bool:
    digest, read = hashlib.sha256(), 0
    try:
        for piece in _pieces(pack, path, size + 1):
            digest.update(piece)
            read += len(piece)
    except _BAD:
        return False
    return read == size and digest.hexdigest() == sha256


def _pieces(pack: zipfile.ZipFile, path: str, most: int) -> Iterator[bytes]:
    """The content of a part, never more than ``most`` bytes of it."""
    with pack.open(path) as file:
        while most > 0 and (piece := file.read(min(_CHUNK, most))):
            most -= len(piece)
            yield piece


def _text(manifest: dict[str, Any], name: str) -> str:
    return str(manifest.get(name, ""))
