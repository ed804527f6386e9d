"""Stops the window while it is typed into, and opens what a kill at that moment would leave.

A killed process leaves the files as the system holds them, and no lock on them. A stopped one
leaves them so too, for as long as it stands: they are copied then, all of them, and the copy is
opened by another process as the program opens its data after a crash. The window goes on, and its
start is paid once for a hundred moments. ``drafts_killed`` is the same with real kills.

A moment is any, or (with the library of ``shim.py``) the middle of a change of a file, half of it
written. At the end the form is saved by key and stopped at every change of a file: each copy must
hold the record or its draft, never both and never neither.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from sqlalchemy import text

from frontdesk.services.accounts.opening import sign_in
from frontdesk.store.files import DataFolder
from tests.faults import shim
from tests.faults.draft_forms import CALL, FORMS, LOGIN, PASSWORD, clock, ids_of, kept
from tests.faults.drafts_killed import (
    MOST_LOST_SECONDS,
    START_SECONDS,
    NeverTyped,
    founded,
    lost,
    parsed,
)
from tests.faults.figures import roomy

_ROOT = Path(__file__).parents[2]
_LATEST_S = 1.2
_CALLS = 6
"""Changes of files two drafts make, about; so far ahead a stop in the middle of one is laid."""
_LONGEST_WAIT_S = 5.0
_LONGEST_TEXT = 30
_SETTLED_S = 1.6
_IN_A_CALL = 0.3


@dataclass
class Stopped:
    """What a form was found to keep. ``wrong`` says in words what must not be."""

    form: str
    stops: int = 0
    in_a_call: int = 0
    keys: int = 0
    worst: float = 0.0
    save_stops: int = 0
    saved: bool = False
    wrong: list[str] = field(default_factory=list)

    def lost(self, seconds: float) -> None:
        """So much of the typing was missing at a stop."""
        self.worst = max(self.worst, seconds)
        if seconds > MOST_LOST_SECONDS:
            self.wrong.append(f"{seconds:.3f} s of typing lost")

    def __str__(self) -> str:
        end = "saved" if self.saved else "not complete enough to be saved"
        what = f"{self.stops} stops, {self.in_a_call} in the middle of a change, {self.keys:,} keys"
        return (
            f"{self.form}: {what}, at worst {self.worst:.3f} s lost; {end}, "
            f"{self.save_stops} stops meanwhile; {len(self.wrong)} wrong"
        )


@dataclass(frozen=True, slots=True)
class Left:
    """What a copy holds: the form's text, ``None`` without a draft, and how long the trail is."""

    text: str | None
    entries: int


def stop_often(model: Path, name: str, stops: int, chance: random.Random) -> Stopped:
    """Type into the form ``name`` over a copy of ``model`` and stop at ``stops`` moments."""
    found = Stopped(name)
    with (
        tempfile.TemporaryDirectory(prefix="frontdesk-drafts-") as place,
        roomy() as copies,
    ):
        root = Path(place) / "data"
        shutil.copytree(model, root)
        with _typing(root, name) as window:
            window.wait_for_a_key()
            for _ in range(stops):
                _one_moment(window, found, copies, chance)
            _save(window, found, copies)
            found.keys = len(window.typed)
    return found


def figures(stops: int, forms: Iterable[str] = FORMS, seed: int = 2026) -> Iterator[Stopped]:
    """Stop each form so often; one after the other."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="frontdesk-drafts-model-") as place:
        model = founded(Path(place) / "model")
        for name in forms:
            yield stop_often(model, name, stops, chance)


class _Window:
    """The child that types, seen from outside."""

    def __init__(self, child: subprocess.Popen[bytes], root: Path, name: str) -> None:
        self._child, self.root, self._name = child, root, name
        self.typed: list[tuple[int, str]] = []
        self.is_saved = False
        self._waiting = b""
        os.set_blocking(self._out.fileno(), False)

    @property
    def _out(self) -> IO[bytes]:
        assert self._child.stdout is not None
        return self._child.stdout

    @property
    def is_full(self) -> bool:
        """Whether enough was typed into the field, or it takes no more."""
        newest = [text for _, text in self.typed[-2:]]
        return len(newest[-1]) > _LONGEST_TEXT or newest == newest[-1:] * 2

    def ask(self, what: str) -> None:
        assert self._child.stdin is not None
        self._child.stdin.write(f"{what}\n".encode())
        self._child.stdin.flush()

    def hear(self) -> None:
        """Take in what was said so far."""
        self._waiting += self._out.read() or b""
        *lines, self._waiting = self._waiting.split(b"\n")
        for line in lines:
            self.is_saved |= line == b"saved"
            if (key := parsed(line)) is not None:
                self.typed.append(key)

    def wait_for_a_key(self) -> None:
        """Until the form is reached and typed into.

        Raises:
            NeverTyped: it never was; what the window said about it.
        """
        until = time.monotonic() + START_SECONDS
        while not self.typed:
            self.hear()
            if time.monotonic() > until or self._child.poll() is not None:
                said = (self.root.parent / "log").read_text("utf-8", errors="replace")
                raise NeverTyped(f"{self._name}: {said[-2000:]}")
            time.sleep(0.005)

    def stop(self) -> None:
        """Stop it now."""
        self._child.send_signal(signal.SIGSTOP)
        assert self.stops_by_itself(_LONGEST_WAIT_S)

    def stops_by_itself(self, seconds: float, *, unless_saved: bool = False) -> bool:
        """Whether it stands still within so long."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            pid, status = os.waitpid(self._child.pid, os.WNOHANG | os.WUNTRACED)
            if pid:
                if not os.WIFSTOPPED(status):
                    said = (self.root.parent / "log").read_text("utf-8", errors="replace")
                    raise AssertionError(f"{self._name}: ended by itself ({status}): {said[-900:]}")
                return True
            self.hear()
            if unless_saved and self.is_saved:
                return False
            time.sleep(0.001)
        return False

    def go_on(self) -> None:
        """Let it go on as if nothing had been."""
        self._child.send_signal(signal.SIGCONT)


@contextmanager
def _typing(root: Path, name: str) -> Iterator[_Window]:
    environment = shim.environment() if shim.why_not() is None else dict(os.environ)
    environment["QT_QPA_PLATFORM"] = "offscreen"
    command = [sys.executable, "-m", "tests.faults.draft_typist", str(root), name, "asked"]
    pipe = subprocess.PIPE
    with (root.parent / "log").open("wb") as log:
        child = subprocess.Popen(
            command, cwd=_ROOT, env=environment, stdin=pipe, stdout=pipe, stderr=log
        )
    try:
        yield _Window(child, root, name)
    finally:
        child.kill()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                stream.close()
        child.wait()


def _one_moment(window: _Window, found: Stopped, copies: Path, chance: random.Random) -> None:
    in_a_call = shim.why_not() is None and chance.random() < _IN_A_CALL
    if in_a_call:
        window.ask(f"stop {chance.randint(1, _CALLS)}")
        in_a_call = window.stops_by_itself(_LONGEST_WAIT_S)
        if not in_a_call:
            window.ask("stop 0")
    else:
        time.sleep(chance.uniform(0, _LATEST_S))
    stopped_at = time.monotonic_ns()
    if not in_a_call:
        window.stop()
    shutil.copytree(window.root, copies / "left")
    window.hear()
    if window.is_full:
        window.ask("anew")
    typed = list(window.typed)
    window.go_on()
    # While it goes on: on a PC other programs run beside the window too.
    left = _left(copies / "left", found.form)
    shutil.rmtree(copies / "left")
    found.stops += 1
    found.in_a_call += in_a_call
    try:
        found.lost(lost(typed, stopped_at, left.text))
    except AssertionError as wrong:
        found.wrong.append(str(wrong))


def _save(window: _Window, found: Stopped, copies: Path) -> None:
    """Save by key; at every change of a file the copy holds the record or its draft."""
    if FORMS[found.form].draft == CALL:
        return  # it is the call itself that keeps it, at every key
    window.ask("rest")
    time.sleep(_SETTLED_S)
    window.stop()
    before = _copied(window, copies / "before", found.form)
    if lost(window.typed, time.monotonic_ns(), before.text):
        found.wrong.append(f"at rest it holds {before.text!r}, not {window.typed[-1][1]!r}")
    window.ask("save")
    window.go_on()
    folders: list[Path] = []
    while window.stops_by_itself(START_SECONDS, unless_saved=True):
        folders.append(copies / f"saving-{len(folders)}")
        shutil.copytree(window.root, folders[-1])
        window.go_on()
    found.save_stops = len(folders)
    if not window.is_saved:
        found.wrong.append("the save did not end")
        return
    window.stop()
    after = _copied(window, copies / "after", found.form)
    found.saved = after.entries > before.entries
    for at, left in enumerate([*(_left(folder, found.form) for folder in folders), after]):
        saved, has_draft = left.entries > before.entries, left.text is not None
        if saved == has_draft:
            said = f"a stale draft {left.text!r} beside" if saved else "neither the draft nor"
            found.wrong.append(f"{said} the record, at change {at} of {len(folders)} of the save")


def _copied(window: _Window, into: Path, name: str) -> Left:
    shutil.copytree(window.root, into)
    window.hear()
    window.go_on()
    return _left(into, name)


def _left(root: Path, name: str) -> Left:
    """What the program finds in ``root`` after its sudden end."""
    form = FORMS[name]
    folder = DataFolder(root)
    services = sign_in(folder, LOGIN, PASSWORD, clock(form.hour))
    try:
        held = kept(services, form, ids_of(root))
        with services.desk.read() as session:
            entries = session.execute(text("SELECT max(sequence) FROM audit_entry")).scalar_one()
        return Left(held, int(entries))
    finally:
        services.desk.store.close()
