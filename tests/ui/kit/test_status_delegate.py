"""Cells as they are drawn: the model asked once, chips kept as pictures, no text that steers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmapCache
from PySide6.QtWidgets import QApplication

from frontdesk.ui.kit import tokens
from frontdesk.ui.kit.panels import paint_chip
from frontdesk.ui.kit.status_delegate import Index, one_line
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.table_model import Chip, RecordTableModel
from frontdesk.ui.kit.theme import Theme, apply_theme
from frontdesk.ui.kit.tokens import Tone
from tests.ui.conftest import Show


@dataclass(frozen=True)
class Line:
    id: str
    words: str
    km: int
    tone: Tone = Tone.ERROR


COLUMNS: list[Column[Line]] = [
    Column("words", lambda: "Words", lambda line: line.words, width=200),
    Column("km", lambda: "km", lambda line: line.km, width=200),
    Column(
        "tone",
        lambda: "Tone",
        lambda line: line.tone,
        chip=lambda line: Chip(line.tone, line.tone.upper()),
        width=200,
    ),
]
LINES = [Line(str(number), f"line {number}", number) for number in range(6)]


@pytest.fixture
def table(show: Show) -> RecordTable[Line]:
    shown: RecordTable[Line] = RecordTable("lines", COLUMNS, lambda line: line.id)
    shown.set_rows(LINES)
    shown.resize(700, 300)
    show(shown)
    return shown


@pytest.fixture
def light(qapp: QApplication) -> Iterator[QApplication]:
    apply_theme(qapp, Theme.LIGHT)
    yield qapp
    apply_theme(qapp, Theme.LIGHT)


def cell(table: RecordTable[Line], row: int, column: int) -> QImage:
    place = table.view.visualRect(table.model.index(row, column))
    return table.view.viewport().grab(place).toImage()


def inked(picture: QImage, ground: QColor) -> QRect:
    """The part of ``picture`` that is not of the colour of its ``ground``, the line below apart."""
    rows, columns = range(picture.height() - 1), range(picture.width())
    ink = [(x, y) for y in rows for x in columns if picture.pixelColor(x, y) != ground]
    left, right = min(x for x, _ in ink), max(x for x, _ in ink)
    top, bottom = min(y for _, y in ink), max(y for _, y in ink)
    return QRect(left, top, right - left + 1, bottom - top + 1)


def test_the_model_is_asked_once_for_each_cell(
    table: RecordTable[Line], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Counter[str] = Counter()
    answer, datum = RecordTableModel.cell, RecordTableModel.data

    def counted(model: RecordTableModel[Line], line: int, number: int) -> object:
        asked["cell"] += 1
        return answer(model, line, number)

    def single(model: RecordTableModel[Line], index: Index, role: int = 0) -> object:
        asked["data"] += 1
        return datum(model, index, role)

    monkeypatch.setattr(RecordTableModel, "cell", counted)
    monkeypatch.setattr(RecordTableModel, "data", single)
    table.view.viewport().repaint()
    assert asked == {"cell": len(LINES) * len(COLUMNS)}


def test_text_stands_left_and_figures_stand_right(
    light: QApplication, table: RecordTable[Line]
) -> None:
    card = QColor(tokens.LIGHT.card)
    words, figure = (cell(table, 2, column) for column in (0, 1))
    assert inked(words, card).left() < words.width() / 4
    assert inked(figure, card).right() > figure.width() * 3 / 4


def test_a_chip_is_drawn_once_and_follows_the_theme(
    light: QApplication, table: RecordTable[Line], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []

    def counted(painter: QPainter, box: QRectF, tone: Tone, text: str, icon: str) -> None:
        drawn.append(text)
        paint_chip(painter, box, tone, text, icon)

    monkeypatch.setattr("frontdesk.ui.kit.status_delegate.paint_chip", counted)
    QPixmapCache.clear()
    before = cell(table, 2, 2)
    cell(table, 3, 2)
    assert drawn == ["ERROR"]
    apply_theme(light, Theme.DARK)
    after = cell(table, 2, 2)
    assert set(drawn) == {"ERROR"}
    assert len(drawn) == 2
    assert before != after


def test_the_chosen_line_is_marked(light: QApplication, table: RecordTable[Line]) -> None:
    assert cell(table, 3, 0).pixelColor(3, 3) == QColor(tokens.LIGHT.card)
    table.select("3")
    assert cell(table, 3, 0).pixelColor(3, 3) == QColor(tokens.LIGHT.selected)


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("王芳", "王芳"),
        ("a\nb\r\nc\u2028d", "a b c d"),
        ("a\x9cb", "a b"),
        ("<b>x</b> &File", "<b>x</b> &File"),
    ],
)
def test_a_text_is_one_line(kept: str, shown: str) -> None:
    assert one_line(kept) == shown


def test_of_a_million_characters_few_are_measured() -> None:
    assert len(one_line("车\n" * 500_000)) < 1_000


def test_what_is_too_long_is_elided_within_its_cell(light: QApplication, show: Show) -> None:
    shown: RecordTable[Line] = RecordTable("lines", COLUMNS, lambda line: line.id)
    shown.set_rows([Line("a", "W" * 1_000_000, 1)])
    shown.resize(700, 300)
    show(shown)
    picture = cell(shown, 0, 0)
    assert inked(picture, QColor(tokens.LIGHT.card)).right() < picture.width() - 8
    assert Qt.TextElideMode.ElideRight is shown.view.textElideMode()
