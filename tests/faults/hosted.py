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
        # One that hangs ends the host with it: the read below fails then, and so does the test.
        with _after(_LONGEST_S, self._process.kill):
            begun = self._hear()
            assert "pid" in begun, begun
            with _after(kill_after_s, lambda: _kill(begun["pid"])):
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
        try:
            host = Host(process)
            yield host
            host.close()
        finally:
            process.kill()


@contextmanager
def _after(seconds: float | None, end: Callable[[], None]) -> Iterator[None]:
    """Call ``end`` should the block take longer than that; ``None`` lets it take as long."""
    timer = Timer(seconds, end) if seconds is not None else None
    if timer is not None:
        timer.daemon = True
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
