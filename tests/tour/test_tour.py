"""The whole day through the real window, as ``frontdesk tour`` drives it, in both languages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from frontdesk.language import Language

_TITLES = {
    Language.ZH_CN: ("顾客投诉登记表", "顾客投诉分类统计表", "接车单"),
    Language.EN: ("Complaint", "Complaint", "Intake"),
}
_PAPERS = ("complaint.pdf", "statistics.pdf", "intake.pdf")
_SHOWN = (
    "today",
    "customer",
    "import",
    "intake",
    "hand-over",
    "callback",
    "complaint",
    "complaint-evidence",
    "complaint-paused",
    "complaint-resumed",
    "complaint-follows",
    "signed-sheet",
    "stand-in",
    "proof-pack",
    "statistics",
    "statistics-compared",
)


@pytest.mark.parametrize("language", Language)
def test_the_tour_does_every_act(tmp_path: Path, language: Language) -> None:
    out = tmp_path / "参观 out"
    # A process of its own, as a person starts it, and without a display.
    bare = {name: os.environ[name] for name in os.environ.keys() - {"DISPLAY", "QT_QPA_PLATFORM"}}
    ran = subprocess.run(
        [sys.executable, "-m", "frontdesk", "tour", str(out), "--lang", language.value],
        env=bare,
        capture_output=True,
        text=True,
        check=False,
    )

    told = [line for line in ran.stderr.splitlines() if "does not support" not in line]
    assert ran.returncode == 0, "\n".join(told[-20:])
    acts = json.loads((out / "tour.json").read_text("utf-8"))
    assert [act["name"] for act in acts if not act["ok"]] == []
    keys = {act["name"]: act["keys"] for act in acts}
    # The bars of the shared screens guide: known car, satisfied, dissatisfied, one approval.
    assert keys["intake"] <= 30
    assert keys["satisfied-call"] <= 8
    assert keys["dissatisfied-call"] <= 14
    assert keys["complaint-approved"] <= 3
    pictures = sorted(path.name for path in out.glob("*.png"))
    assert [name[:2] for name in pictures] == [f"{n:02d}" for n in range(1, len(pictures) + 1)]
    for what in _SHOWN:
        assert any(what in name for name in pictures), f"no picture of {what}"
    for name, title in zip(_PAPERS, _TITLES[language], strict=True):
        pages = PdfReader(BytesIO((out / name).read_bytes())).pages
        assert title in pages[0].extract_text(), name
