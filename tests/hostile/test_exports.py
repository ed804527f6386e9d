"""What leaves the program as a file: no cell is a formula, and every disk takes the name."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.models.enums import CallbackStatus, ComplaintStep, Satisfaction, SheetColumn
from frontdesk.services.audit.dto import Wanted
from frontdesk.services.desk import Desk, Profile
from frontdesk.services.evidence.exporting import file_name
from frontdesk.services.exchange.results import SheetMapping
from frontdesk.services.registry import Services
from frontdesk.services.segments.inputs import Criteria
from tests.factories import Make
from tests.hostile.strategies import CHARACTERS, FORMULAS, MARKUP, PATHS, SEEDS, hostile

_PYTHON = Path(__file__).parents[2] / "frontdesk"
_WRITERS = {
    "exchange/rejected.py",
    "audit/sheet.py",
    "statistics/sheet.py",
    "call_figures/workbook.py",
    "workbooks.py",
}
"""Modules of the services that write sheets; each is read back below."""
_RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{k}{n}" for k in ("COM", "LPT") for n in range(10))}


def _cells(book: bytes | Path) -> Iterator[Any]:
    from openpyxl import load_workbook

    opened = load_workbook(io.BytesIO(book) if isinstance(book, bytes) else book)
    for sheet in opened.worksheets:
        for line in sheet.iter_rows():
            yield from (cell for cell in line if cell.value is not None)


def _typed(book: bytes | Path) -> list[str]:
    """The texts of a workbook's cells, each of which is text, number or date and no link."""
    texts = []
    for cell in _cells(book):
        assert cell.data_type in {"s", "n", "d"}, cell.value
        assert cell.hyperlink is None
        if cell.data_type == "s":
            # Else a formula comes to life when somebody edits the cell.
            assert cell.quotePrefix or not cell.value.startswith(tuple("=+-@")), cell.value
            texts.append(cell.value)
    return texts


def test_every_writer_of_sheets_is_read_back_here() -> None:
    found = {
        path.relative_to(_PYTHON / "services").as_posix()
        for path in _PYTHON.rglob("*.py")
        if re.search(r"openpyxl import Workbook|csv\.writer|DictWriter", path.read_text("utf-8"))
        and "services" in path.parts
    }
    assert found == _WRITERS


@pytest.mark.parametrize("language", Language)
def test_a_segment_is_exported_as_text(services: Services, make: Make, language: Language) -> None:
    for seed in FORMULAS:
        make.customer(f"{seed}王")
    services.desk.confirmation.give()
    exported = services.segments.export(Criteria(), language, FORMULAS[0])
    texts = _typed(exported.content)
    for seed in FORMULAS:
        assert any(seed.strip() in text for text in texts), seed


@pytest.mark.parametrize("language", Language)
def test_the_trail_is_exported_as_text(services: Services, make: Make, language: Language) -> None:
    for seed in FORMULAS:
        services.data.desk.confirmation.give()
        services.data.note_export(seed)
        make.customer(f"{seed}王")
    services.desk.confirmation.give()
    texts = _typed(services.audit.export(Wanted(), language).content)
    for seed in FORMULAS:
        assert any(seed.strip() in text for text in texts), seed


@pytest.mark.parametrize("language", Language)
def test_figures_are_exported_as_numbers_and_text(
    desk: Desk, make: Make, clock: FixedClock, language: Language
) -> None:
    desk.profile = Profile(name=FORMULAS[1])
    services = Services(desk)
    for seed in FORMULAS[:4]:
        ticket = make.complaint(make.customer(f"{seed}王"), complainant=seed, words=seed)
        services.complaints.take(ticket, ComplaintStep.ADDED, {"words": seed})
    today = desk.today
    services.statistics.keep_measures(today, today, FORMULAS[2])
    desk.confirmation.give()
    made = services.statistics.export_complaints(today, today, language)
    assert {FORMULAS[1], FORMULAS[2]} <= set(_typed(made.content))


@pytest.mark.parametrize("language", Language)
def test_the_figures_of_calls_are_exported_as_numbers_and_text(
    desk: Desk, make: Make, language: Language
) -> None:
    desk.profile = Profile(name=FORMULAS[1])
    services = Services(desk)
    today = desk.today
    for seed in FORMULAS[:4]:
        make.callback(
            make.customer(f"{seed}王"),
            status=CallbackStatus.DONE,
            closed_at=desk.now,
            closed_on=today,
            closed_by=desk.actor.id,
            satisfaction=Satisfaction.SATISFIED,
            suggestion=seed,
        )
    desk.confirmation.give()
    texts = _typed(services.call_figures.export(today, today, language).content)
    assert any(FORMULAS[1] in text for text in texts)
    for seed in FORMULAS[:4]:
        assert any(seed.strip() in text for text in texts), seed


@pytest.mark.parametrize("language", Language)
def test_refused_rows_come_back_as_text(
    services: Services, tmp_path: Path, language: Language
) -> None:
    lines = ["车主,电话,车牌号"]
    lines += [f'"{seed.replace(chr(34), chr(34) * 2)}",13800138000x,=1+1' for seed in FORMULAS]
    path = tmp_path / "=1+1.csv"
    path.write_bytes("\n".join(lines).encode())
    columns = {0: SheetColumn.NAME, 1: SheetColumn.PHONE, 2: SheetColumn.PLATE}
    sheet = services.exchange.preview(path).mapping.sheet
    result = services.exchange.run(path, SheetMapping(sheet, columns), language=language)
    assert result.rejected_sheet is not None
    texts = _typed(result.rejected_sheet)
    assert texts.count("=1+1") >= len(FORMULAS)


@given(hostile())
@example("con")
@example("NUL.tar")
@example("COM¹")
@example("aux .x")
@example("车" * 300)
@example("..")
@example("-rf")
@example("a\x00b")
@example("\ud800")
def test_a_proposed_file_name_is_safe_on_every_disk(typed: str) -> None:
    _check_name(file_name(typed, ".pdf"))


@pytest.mark.parametrize("seed", [*PATHS, *MARKUP, *CHARACTERS])
def test_a_seed_makes_a_file_in_its_folder_and_nowhere_else(tmp_path: Path, seed: str) -> None:
    name = file_name(seed, ".jpg")
    _check_name(name)
    (tmp_path / name).write_bytes(b"x")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_all_seeds_keep_the_suffix_of_the_content() -> None:
    assert {Path(file_name(f"{seed}.exe", ".pdf")).suffix for seed in SEEDS} == {".pdf"}


def _check_name(name: str) -> None:
    assert 0 < len(name.encode()) <= 220
    assert not set(name) & set('\\/:*?"<>|')
    assert name.isprintable() or not any(ord(char) < 32 or ord(char) == 127 for char in name)
    assert name == name.strip(". ")
    assert not name.startswith("-")
    assert name.partition(".")[0].strip().upper() not in _RESERVED
