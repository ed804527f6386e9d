"""The width of a table: who gets the rest of it, and when it scrolls instead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.ui.kit.table import Column, RecordTable

Show = Callable[[QWidget], None]
_LEAST = 88
_WIDTHS = {"number": 110, "day": 96, "state": 84}


@dataclass(frozen=True)
class _Row:
    id: str
    name: str


def _table(stretching: tuple[str, ...] = ("name",)) -> RecordTable[_Row]:
    return RecordTable(
        "room",
        [
            Column("name", lambda: "Name", lambda row: row.name, stretch="name" in stretching),
            Column("number", lambda: "Number", lambda row: row.id, width=_WIDTHS["number"]),
            Column("words", lambda: "Words", lambda row: row.name, stretch="words" in stretching),
            Column("day", lambda: "Day", lambda row: row.id, width=_WIDTHS["day"]),
            Column("state", lambda: "State", lambda row: row.id, width=_WIDTHS["state"]),
        ],
        lambda row: row.id,
    )


def _shown(table: RecordTable[_Row], width: int, show: Show, qtbot: QtBot) -> dict[str, int]:
    table.set_rows([_Row(str(n), "张伟") for n in range(3)])
    show(table)
    table.setMinimumWidth(0)
    table.resize(width, 400)
    qtbot.waitUntil(lambda: table.width() == width)
    return _widths(table)


def _widths(table: RecordTable[_Row]) -> dict[str, int]:
    header = table.view.horizontalHeader()
    return {each.key: header.sectionSize(n) for n, each in enumerate(table.model.columns)}


def _rest(table: RecordTable[_Row]) -> int:
    return table.view.viewport().width() - sum(_widths(table).values())


@pytest.mark.parametrize("stretching", [("name",), ("name", "words"), ("words",)])
@pytest.mark.parametrize("width", [960, 640, 480, 420, 360, 300])
def test_the_column_that_stretches_gets_the_rest_and_no_other_loses_by_it(
    stretching: tuple[str, ...], width: int, show: Show, qtbot: QtBot
) -> None:
    table = _table(stretching)
    found = _shown(table, width, show, qtbot)
    assert {key: found[key] for key in _WIDTHS} == _WIDTHS
    assert all(found[key] >= _LEAST for key in stretching)
    if _rest(table):
        assert _rest(table) < 0
        assert table.view.horizontalScrollBar().maximum() == -_rest(table)
        assert all(found[key] == _LEAST for key in stretching)


@pytest.mark.parametrize("width", [480, 420, 360])
def test_room_that_comes_back_is_given_back(width: int, show: Show, qtbot: QtBot) -> None:
    table = _table()
    wide = _shown(table, 900, show, qtbot)
    table.resize(width, 400)
    qtbot.waitUntil(lambda: table.width() == width)
    table.resize(900, 400)
    qtbot.waitUntil(lambda: _widths(table) == wide)


def test_without_a_column_that_stretches_the_last_one_fills_the_table(
    show: Show, qtbot: QtBot
) -> None:
    table = _table(())
    found = _shown(table, 900, show, qtbot)
    assert found["state"] > _WIDTHS["state"]
    assert _rest(table) == 0


def test_the_last_column_fills_the_table_while_the_one_that_stretches_is_put_away(
    show: Show, qtbot: QtBot
) -> None:
    table = _table()
    before = _shown(table, 900, show, qtbot)
    table._switch_column(0, False)
    qtbot.waitUntil(lambda: _rest(table) == 0)
    assert _widths(table)["state"] > _WIDTHS["state"]
    table._switch_column(0, True)
    qtbot.waitUntil(lambda: _widths(table) == before)
