from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import forms, importing, starting
from benchmarks.__main__ import AREAS, main
from benchmarks.rows import row

KEYS = {"name", "p50_ms", "p95_ms", "limit_p50_ms", "ratio"}


@pytest.fixture(scope="module")
def kept_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("samples")


def _run(kept_in: Path, out: Path, *areas: str) -> list[dict[str, object]]:
    asked = ["--customers", "60", "--kept-in", str(kept_in), "--json", str(out), "--only", *areas]
    assert main(asked) == 0
    rows: list[dict[str, object]] = json.loads(out.read_text(encoding="utf-8"))
    return rows


def test_every_area_in_this_process_gives_rows_and_the_table_shows_them(
    kept_in: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importing, "ROWS", 50)
    monkeypatch.setattr(forms, "WARM_ROUNDS", 2)
    monkeypatch.setattr(forms, "COLD_ROUNDS", 1)
    areas = [area for area in AREAS if area not in {"start", "memory", "keys"}]

    rows = _run(kept_in, tmp_path / "rows.json", *areas)

    assert all(set(each) == KEYS for each in rows)
    table = capsys.readouterr().out
    assert all(str(each["name"]) in table for each in rows)
    assert {str(each["name"]).partition(":")[0] for each in rows} == {
        "search", "file", "callbacks", "deriving", "complaints", "forms", "intake", "import",
        "merging", "personal data", "classes", "segment",
    }  # fmt: skip


def test_the_real_window_is_started_used_and_typed_into(
    kept_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "RUNS", 1)
    monkeypatch.setattr("benchmarks.keystrokes.OF_EACH_KIND", 1)

    rows = _run(kept_in, tmp_path / "rows.json", "start", "memory", "keys")

    names = [str(each["name"]) for each in rows]
    assert "start: process to sign-in painted" in names
    assert "memory: everything in use (MB)" in names
    assert "search: keystroke to painted results" in names


def test_a_row_holds_medians_and_their_ratio() -> None:
    found = row("an act", [1.0, 3.0, 2.0], [1.0, 1.0])

    assert (found.p50_ms, found.limit_p50_ms, found.ratio) == (2.0, 1.0, 2.0)
    assert 2.0 < found.p95_ms <= 3.0
