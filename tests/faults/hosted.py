"""The other end of ``host.py``: starts it, gives it jobs, hears what they say."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Timer
from typing import Any

from tests.faults import shim

_ROOT = Path(__file__).parents[2]
_LONGEST_S = 600.0


@dataclass
class Heard:
    """All a job has said, and how it ended: 0, or the negative number of the signal."""

    lines: list[dict[str, Any]] = field(default_factory=list)
    ended: int = 0

    def last(self, name: str) -> Any:
        """The newest value of ``name``, ``None`` where it was never said."""
        return next((line[name] for line in reversed(self.lines) if name in line), None)

    @property
    def killed(self) -> bool:
        """Whether it was ended as by ``kill -9``."""
        return self.ended == -signal.SIGKILL


class Host:
    """A running host. Jobs come one after the other; each is a process of its own."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        assert self._hear() == {"ready": True}

    def run(self, job: str, *, kill_after_s: float | None = None, **args: Any) -> Heard:
        """Do ``job``; with ``kill_after_s`` it is killed that long after it has begun.

        Raises:
            AssertionError: the job itself broke; its traceback is the message.
        """
        assert self._process.stdin is not None
        order = json.dumps({"job": job, "args": args}, default=str)
        self._process.stdin.write(order.encode() + b"\n")
        self._process.stdin.flush()
        heard = Heard()
        begun = self._hear()
        assert "pid" in begun, begun
        with _killing(begun["pid"], kill_after_s):
            for line in iter(self._hear, None):
                if "ended" in line:
                    heard.ended = line["ended"]
                    break
                heard.lines.append(line)
        if broke := heard.last("broke"):
            raise AssertionError(broke)
        return heard

    def close(self) -> None:
        """End the host."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=30)

    def _hear(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the host ended by itself"
        said: dict[str, Any] = json.loads(line)
        return said


@contextmanager
def hosting() -> Iterator[Host]:
    """A host for the block."""
    command = [sys.executable, "-m", "tests.faults.host"]
    with subprocess.Popen(
        command,
        cwd=_ROOT,
        env=shim.environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        guard = Timer(_LONGEST_S * 6, process.kill)
        guard.daemon = True
        guard.start()
        try:
            host = Host(process)
            yield host
            host.close()
        finally:
            guard.cancel()
            process.kill()


@contextmanager
def _killing(pid: int, after_s: float | None) -> Iterator[None]:
    timer = Timer(after_s, _kill, (pid,)) if after_s is not None else None
    if timer is not None:
        timer.start()
    try:
        yield
    finally:
        if timer is not None:
            timer.cancel()
            timer.join()


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


Job = Callable[..., Heard]
