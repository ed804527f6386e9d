"""A disk as it may stand after a power cut, replayed from the log of what was asked of it.

What a file held when it was last fsynced is there. Of what was written since, any 512-byte sector
may be new or old, in any order; a file may have its new or its old length. A name given, changed or
taken away counts for certain only once its folder was fsynced; before, any of them may have
happened or not. This is less than journalling file systems give.
"""

from __future__ import annotations

import json
import shutil
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.faults.shim import Call

SECTOR = 512
_INODES = "inodes.json"
_HEAD = struct.Struct("<IIQQQ")


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the log."""

    call: Call
    inode: int
    offset: int
    bytes: bytes


def read_log(path: Path) -> Iterator[Change]:
    """The changes in the order in which they were asked for; a line cut off ends them."""
    content, at = path.read_bytes(), 0
    while at + _HEAD.size <= len(content):
        call, _, inode, offset, length = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        yield Change(Call(call), inode, offset, content[at : at + length])
        at += length


def photograph(root: Path, into: Path) -> None:
    """Keep how the folder stands before the log begins, all of it safe on the disk."""
    shutil.copytree(root, into / "files")
    found = (path for path in root.rglob("*") if path.is_file())
    inodes = {str(path.relative_to(root)): path.stat().st_ino for path in found}
    (into / _INODES).write_text(json.dumps(inodes))


@dataclass(slots=True)
class _File:
    """``safe`` is there for certain; ``pending`` writes and truncations are not."""

    safe: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)


Named = tuple[str, _File | None]


class Disk:
    """The files below one folder."""

    def __init__(self, root: Path, start: Path) -> None:
        """``root`` is what the log speaks of, ``start`` what :func:`photograph` took of it."""
        self._root = root
        self._inodes: dict[int, _File] = {}
        self._now: dict[str, _File] = {}
        self._safe: dict[str, _File] = {}
        self._folders: set[str] = set()
        self._pending: dict[str, list[tuple[Named, ...]]] = {}
        inodes: dict[str, int] = json.loads((start / _INODES).read_text())
        for path in sorted((start / "files").rglob("*")):
            inside = path.relative_to(start / "files")
            name = str(root / inside)
            if path.is_dir():
                self._folders.add(name)
                continue
            file = _File(bytearray(path.read_bytes()))
            self._inodes[inodes[str(inside)]] = self._now[name] = self._safe[name] = file

    def apply(self, change: Change) -> None:
        """Go one change further."""
        match change.call:
            case Call.CREATE:
                file = self._inodes[change.inode] = _File()
                self._name(change.bytes.decode(), file)
            case Call.WRITE:
                self._file(change).pending.append((change.offset, change.bytes))
            case Call.TRUNCATE:
                self._file(change).pending.append((change.offset, None))
            case Call.SYNC:
                file = self._file(change)
                for offset, content in file.pending:
                    _write(file.safe, offset, content)
                file.pending.clear()
            case Call.SYNC_FOLDER:
                self._sync_folder(change.inode)
            case Call.RENAME:
                before, after = change.bytes.decode().split("\0")
                self._rename(before, after)
            case Call.UNLINK:
                self._now.pop(change.bytes.decode(), None)
                self._note(change.bytes.decode(), ((change.bytes.decode(), None),))
            case Call.MKDIR:
                self._folders.add(change.bytes.decode())
            case _:
                pass

    def cut(self, random: Random, into: Path) -> None:
        """Write what the disk may hold if the power goes now below ``into``."""
        names = dict(self._safe)
        for pending in self._pending.values():
            for named in pending:
                if random.random() < 0.5:
                    _rename(names, named)
        written: dict[int, bytearray] = {}
        fate = random.choice((0.0, 0.5, 0.5, 1.0))  # none, any, or all of what was not fsynced
        for folder in sorted(self._folders):
            (into / Path(folder).relative_to(self._root)).mkdir(parents=True, exist_ok=True)
        for name, file in names.items():
            if id(file) not in written:
                written[id(file)] = _left(file, random, fate)
            content = bytes(written[id(file)])
            if name.endswith("-shm"):  # mapped memory: whatever the system had written of it
                content = random.randbytes(len(content))
            (into / Path(name).relative_to(self._root)).write_bytes(content)

    def _file(self, change: Change) -> _File:
        # One without a name was made to vanish by itself.
        return self._inodes.setdefault(change.inode, _File())

    def _name(self, name: str, file: _File) -> None:
        self._now[name] = file
        self._note(name, ((name, file),))

    def _rename(self, before: str, after: str) -> None:
        file = self._now.pop(before)
        self._now[after] = file
        self._note(after, ((before, None), (after, file)))

    def _note(self, name: str, named: tuple[Named, ...]) -> None:
        self._pending.setdefault(str(Path(name).parent), []).append(named)

    def _sync_folder(self, inode: int) -> None:
        for folder in (str(self._root), *self._folders):
            # A folder that was moved away since is none of the log's.
            if Path(folder).exists() and Path(folder).stat().st_ino == inode:
                for named in self._pending.pop(folder, []):
                    _rename(self._safe, named)


def _rename(names: dict[str, _File], named: tuple[Named, ...]) -> None:
    for name, file in named:
        if file is None:
            names.pop(name, None)
        else:
            names[name] = file


def _write(content: bytearray, offset: int, new: bytes | None) -> None:
    if new is None:
        del content[offset:]
        content.extend(bytes(offset - len(content)))
        return
    content.extend(bytes(max(0, offset - len(content))))
    content[offset : offset + len(new)] = new


def _left(file: _File, random: Random, fate: float) -> bytearray:
    """The file with some of its pending sectors."""
    content = bytearray(file.safe)
    for offset, new in file.pending:
        if new is None:
            if random.random() < fate:
                _write(content, offset, None)
            continue
        at = 0
        while at < len(new):
            # Sectors are the disk's: the first piece may be shorter than the others.
            end = min(len(new), at + SECTOR - (offset + at) % SECTOR)
            if random.random() < fate:
                _write(content, offset + at, new[at:end])
            at = end
    return content
