"""The font files shared by screen and paper."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from frontdesk import fontfiles


@pytest.mark.parametrize(
    ("make", "weight", "style"),
    [(fontfiles.regular, 400, "Regular"), (fontfiles.bold, 700, "Bold")],
)
def test_instance_is_static_and_says_its_own_weight(
    make: Callable[[], Path], weight: int, style: str
) -> None:
    with TTFont(make()) as font:
        assert "fvar" not in font
        assert "glyf" in font  # ReportLab takes no other outlines
        assert font["OS/2"].usWeightClass == weight
        assert font["name"].getDebugName(4) == f"Noto Sans SC {style}"
        assert {ord(c) for c in "顾客投诉登记表鑫垚¥℃①"} <= font.getBestCmap().keys()


def test_many_threads_make_each_file_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fontfiles, "cache_dir", lambda: tmp_path)
    made: list[fontfiles.Weight] = []

    def instance(source: Path, weight: fontfiles.Weight) -> bytes:
        made.append(weight)
        return b"font"

    monkeypatch.setattr(fontfiles, "_instance", instance)
    assert not fontfiles.ready()
    with ThreadPoolExecutor(8) as pool:
        wanted = [fontfiles.regular, fontfiles.bold] * 8
        files = {future.result() for future in [pool.submit(make) for make in wanted]}
    assert sorted(made, key=lambda w: w.value) == list(fontfiles.Weight)
    assert {file.read_bytes() for file in files} == {b"font"}
    assert fontfiles.ready()
    assert not list(tmp_path.rglob("*.part"))
