"""The last acknowledged entry of the audit trail, remembered beside the store.

Written after each commit, without waiting for the disk: it never runs ahead of what is durable. A
store that does not hold it has lost acknowledged work: its write-ahead log was taken away, or an
older file was copied over it. A missing or torn file says nothing and is no fault.
"""

from __future__ import annotations

import os
import zlib
from dataclasses import dataclass

from frontdesk.store.files import DataFolder


@dataclass(frozen=True, slots=True)
class Head:
    """An entry of the audit trail by its number, and its seal in hexadecimal."""

    sequence: int
    seal: str


def read(folder: DataFolder) -> Head | None:
    """The head kept beside the store; ``None`` where none can be read."""
    try:
        content, _, checksum = folder.head.read_text("ascii").strip().rpartition(" ")
        if checksum != _checksum(content):
            return None
        sequence, seal = content.split(" ")
        return Head(int(sequence), seal)
    except (OSError, ValueError):
        return None


def write(folder: DataFolder, head: Head, *, durable: bool = False) -> None:
    """Remember ``head``; with ``durable`` it outlives a power cut.

    Raises:
        OSError: the file cannot be written.
    """
    content = f"{head.sequence:020d} {head.seal}"
    line = f"{content} {_checksum(content)}\n".encode("ascii")
    # Written in place and always of one length: a process that is killed leaves the old or the new.
    handle = os.open(folder.head, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    try:
        os.write(handle, line)
        if durable:
            os.fsync(handle)
    finally:
        os.close(handle)


def _checksum(content: str) -> str:
    return f"{zlib.crc32(content.encode('ascii', 'replace')):08x}"
