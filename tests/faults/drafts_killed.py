"""Kills the window while it is typed into, and counts what of the typing the store does not hold.

``figures(kills_per_form)`` is the long form, over every form; the tests run it short.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from frontdesk.services.accounts.opening import sign_in
from frontdesk.store import keys
from frontdesk.store.files import DataFolder
from tests.faults.draft_forms import FORMS, LOGIN, PASSWORD, clock, found, ids_of, kept

MOST_LOST_SECONDS = 1.5
_ROOT = Path(__file__).parent.parent.parent
START_SECONDS = 60.0
_EARLIEST, _LATEST = 0.3, 3.5
"""After the first key, in seconds."""


@dataclass(frozen=True, slots=True)
class Killed:
    """One window killed: for how long the typing before its end was lost, in seconds."""

    form: str
    keys: int
    lost_seconds: float


class NeverTyped(Exception):
    """The window did not come so far as to be typed into."""


def kill_once(
    model: Path,
    name: str,
    chance: random.Random,
    earliest: float = _EARLIEST,
    latest: float = _LATEST,
) -> Killed:
    """Type into the form ``name`` over a copy of ``model`` and kill at a random moment.

    ``earliest`` and ``latest`` are seconds after the first key.
    """
    with tempfile.TemporaryDirectory(prefix="frontdesk-drafts-") as place:
        root = Path(place) / "data"
        shutil.copytree(model, root)
        typed, killed_at = _type_and_kill(root, name, earliest, latest, chance)
        held = _held(root, name)
    return Killed(name, len(typed), lost(typed, killed_at, held))


def figures(
    kills_per_form: int, forms: Iterable[str] = FORMS, seed: int = 2026
) -> dict[str, object]:
    """Kill each form so often; what was lost at worst, and how often more than the limit."""
    chance = random.Random(seed)
    worst: dict[str, float] = {}
    kills = typed = over = 0
    with tempfile.TemporaryDirectory(prefix="frontdesk-drafts-model-") as place:
        model = founded(Path(place) / "model")
        for name in forms:
            for _ in range(kills_per_form):
                one = kill_once(model, name, chance)
                kills, typed = kills + 1, typed + one.keys
                over += one.lost_seconds > MOST_LOST_SECONDS
                worst[name] = max(worst.get(name, 0.0), round(one.lost_seconds, 3))
    return {
        "forms": len(worst),
        "kills": kills,
        "keys_typed": typed,
        "over_the_limit": over,
        "worst_lost_seconds": max(worst.values(), default=0.0),
        "worst_by_form": worst,
    }


def founded(root: Path) -> Path:
    """The dealership every window works on a copy of; passwords are cheap here."""
    keys.USUAL_COST = keys.Cost(passes=1, memory_kib=64, lanes=1)
    found(root)
    return root


def _type_and_kill(
    root: Path, name: str, earliest: float, latest: float, chance: random.Random
) -> tuple[list[tuple[int, str]], int]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.faults.draft_typist", str(root), name]
    with (root.parent / "log").open("wb") as log:
        child = subprocess.Popen(
            command, cwd=_ROOT, env=environment, stdout=subprocess.PIPE, stderr=log
        )
    try:
        typed = _read_until(child, chance.uniform(earliest, latest))
    finally:
        # Before, not after: nothing that was typed may come later than this.
        killed_at = time.monotonic_ns()
        child.send_signal(signal.SIGKILL)
        rest = child.stdout.read() if child.stdout is not None else b""
        child.wait()
        if child.stdout is not None:
            child.stdout.close()
    typed += [each for line in rest.splitlines() if (each := parsed(line)) is not None]
    if not typed:
        said = (root.parent / "log").read_text(encoding="utf-8", errors="replace")
        raise NeverTyped(f"{name}: {said[-2000:]}")
    return typed, killed_at


def _read_until(child: subprocess.Popen[bytes], seconds: float) -> list[tuple[int, str]]:
    """What was typed until so long after the first key."""
    typed: list[tuple[int, str]] = []
    began = time.monotonic()
    if child.stdout is None:
        return typed
    # Each line comes within a tenth of a second of the one before: reading never waits for long.
    os.set_blocking(child.stdout.fileno(), False)
    first: float | None = None
    waiting = b""
    while time.monotonic() - began < START_SECONDS and child.poll() is None:
        waiting += child.stdout.read() or b""
        *lines, waiting = waiting.split(b"\n")
        typed += [each for line in lines if (each := parsed(line)) is not None]
        if typed and first is None:
            first = time.monotonic()
        if first is not None and time.monotonic() - first >= seconds:
            break
        time.sleep(0.005)
    os.set_blocking(child.stdout.fileno(), True)
    return typed


def parsed(line: bytes) -> tuple[int, str] | None:
    parts = line.split(b" ", 2)
    if len(parts) != 3 or parts[0] != b"t":
        return None
    try:
        return int(parts[1]), json.loads(parts[2])
    except ValueError:
        return None  # cut off by the kill


def _held(root: Path, name: str) -> str | None:
    """What the store holds after the window's sudden end."""
    form = FORMS[name]
    services = sign_in(DataFolder(root), LOGIN, PASSWORD, clock(form.hour))
    try:
        return kept(services, form, ids_of(root))
    finally:
        services.desk.store.close()


def lost(typed: list[tuple[int, str]], killed_at: int, held: str | None) -> float:
    """Seconds from the first key that is not in ``held`` to the kill; 0 when all is there."""
    texts = [text.strip() for _, text in typed]
    wanted = None if held is None else held.strip()
    at = max((n for n, text in enumerate(texts) if text == wanted), default=None)
    if at is None and wanted and wanted.startswith(texts[-1]):
        return 0.0  # kept before its line was told
    if at is None and wanted:
        raise AssertionError(f"kept what was never typed: {held!r} of {texts!r}")
    missing = 0 if at is None else at + 1
    changed = [when for when, text in typed[missing:] if at is None or text.strip() != texts[at]]
    return (killed_at - changed[0]) / 1e9 if changed else 0.0
