"""The library that stands between a process and its files: built here, armed from inside."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
from enum import IntEnum, IntFlag
from functools import cache
from pathlib import Path
from threading import Lock

_SOURCE = Path(__file__).with_name("shim.c")
_BUILDING = Lock()
LIBRARY = "FRONTDESK_FAULT_SHIM"
"""Names, in a preloaded process, the library it was started with."""


class Call(IntEnum):
    """What ``shim.c`` tells apart; the numbers are its own."""

    CREATE = 1
    WRITE = 2
    TRUNCATE = 3
    SYNC = 4
    SYNC_FOLDER = 5
    RENAME = 6
    UNLINK = 7
    MKDIR = 8
    MARK = 9
    READ = 10
    OPEN = 11


class Calls(IntFlag):
    """Which calls are counted."""

    CHANGING = sum(
        1 << call
        for call in (
            Call.CREATE,
            Call.WRITE,
            Call.TRUNCATE,
            Call.SYNC,
            Call.RENAME,
            Call.UNLINK,
            Call.MKDIR,
        )
    )
    SYNCING = 1 << Call.SYNC
    ALL = CHANGING | 1 << Call.READ | 1 << Call.OPEN


class Shim:
    """The library inside the process that was started with it."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(os.environ[LIBRARY])
        self._library.shim_calls.restype = ctypes.c_long
        self._library.shim_struck.restype = ctypes.c_char_p

    def watch(self, folder: Path) -> None:
        """Look at the files below ``folder`` from now on, as they are opened."""
        self._library.shim_watch(os.fsencode(folder))

    def log(self, path: Path | None) -> None:
        """Keep every change of a watched file in the order it is made; ``None`` ends it."""
        self._library.shim_log(os.fsencode(path) if path else b"")

    def mark(self, said: str) -> None:
        """Put a word between the changes."""
        self._library.shim_mark(said.encode())

    def count(self, calls: Calls) -> None:
        """Begin to count anew; nothing happens."""
        self._library.shim_arm(int(calls), 0, 0, 0, 0)
        self._library.shim_arm(int(calls), -1, 2, 0, 0)

    def kill_at(self, nth: int) -> None:
        """End the process as by ``kill -9`` at the ``nth`` change from now, in the middle of it."""
        self._library.shim_arm(int(Calls.CHANGING), ctypes.c_long(nth), 1, 0, 0)

    def stop_at(self, nth: int, *, each: bool = False) -> None:
        """Stop the process in the middle of the ``nth`` change from now, as SIGSTOP does.

        With ``each`` it stops at every change from there on. It goes on at SIGCONT.
        """
        self._library.shim_arm(int(Calls.CHANGING), ctypes.c_long(nth), 3, 0, int(each))

    def fail_at(self, nth: int, error: int, calls: Calls, *, for_ever: bool) -> None:
        """Let the ``nth`` call from now fail with ``error``, and all after it ``for_ever``."""
        self._library.shim_arm(int(calls), ctypes.c_long(nth), 2, error, int(for_ever))

    def rest(self) -> int:
        """Let everything pass again; how many calls were counted."""
        counted = int(self._library.shim_calls())
        self._library.shim_arm(0, 0, 0, 0, 0)
        return counted

    def struck(self) -> str:
        """Which call was the first to fail, and of which file; empty where none did."""
        kind, _, path = os.fsdecode(self._library.shim_struck()).partition(" ")
        return f"{Call(int(kind)).name} {Path(path).name}" if kind else ""


def why_not() -> str | None:
    """Why these tests cannot run here, or ``None`` where they can."""
    if not sys.platform.startswith("linux"):
        return "file calls are intercepted by LD_PRELOAD, which this system does not have"
    if _compiler() is None:
        return "no C compiler: ./dev setup installs one"
    return None


def skips() -> bool:
    """Whether to skip here. Where every change is judged (CI) these tests must run."""
    judged = sys.platform.startswith("linux") and bool(os.environ.get("CI"))
    return why_not() is not None and not judged


def library() -> Path:
    """The library, compiled once per run into a folder that goes with the process."""
    with _BUILDING:
        return _built()


@cache
def _built() -> Path:
    compiler = _compiler()
    if compiler is None:
        raise RuntimeError(why_not())
    built = Path(_folder().name) / "shim.so"
    command = [compiler, "-O2", "-shared", "-fPIC", "-o", str(built), str(_SOURCE), "-lpthread"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return built


def environment() -> dict[str, str]:
    """The environment of a child that is started with the library."""
    return os.environ | {"LD_PRELOAD": str(library()), LIBRARY: str(library())}


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="frontdesk-shim-", ignore_cleanup_errors=True)


def _compiler() -> str | None:
    return shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
