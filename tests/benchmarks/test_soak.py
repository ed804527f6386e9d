"""The soak in its short form: it must go on working, and its judgement must be right."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.soak.gauges import Reading
from benchmarks.soak.run import grown, slope, slower


def reading(actions: int, mb: float, objects: int = 10) -> Reading:
    return Reading(
        actions,
        mb,
        mapped_mb=mb / 8,
        used_mb=mb / 2,
        store_mb=mb / 4,
        blocks=9,
        widgets=5,
        objects=objects,
        gone=7,
        handles=3,
        threads=2,
    )


def test_growth_is_counted_after_the_warm_up_and_by_the_thousand() -> None:
    warming = [reading(100, 200.0), reading(200, 300.0)]
    steady = [reading(n, 350 + n * 0.002, objects=10 + n // 1000) for n in range(1000, 6000, 1000)]
    assert slope([*warming, *steady]) == pytest.approx(2.0)
    assert slope([*warming, *steady], lambda each: each.used_mb) == pytest.approx(1.0)
    assert grown([*warming, *steady])["objects"] == 4
    assert grown([*warming, *steady])["handles"] == 0


def test_slowness_compares_the_same_kinds_of_act_without_the_first() -> None:
    took = {
        "search": [9.0, *[0.1] * 20, *[0.2] * 3],
        "tab": [1.0, *[0.1] * 20, *[0.1] * 3],
    }
    assert slower(took) == pytest.approx(1.5)
    assert slower({"tab": [0.5] * 30}) == pytest.approx(1.0)


def test_two_days_of_acts_go_through_the_window(tmp_path: Path) -> None:
    out = tmp_path / "soak.json"
    ran = subprocess.run(
        [sys.executable, "-m", "benchmarks.soak", "--actions", "150", "--cars", "2", "--json", out],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert out.is_file(), ran.stderr
    found = json.loads(out.read_text("utf-8"))
    assert found["actions"] >= 150
    assert len(found["readings"]) == 2
    assert {"search", "edit and save", "intake", "hand-over", "call, satisfied", "theme"} <= set(
        found["milliseconds"]
    )
    assert "memory per 1,000 acts" in ran.stdout
