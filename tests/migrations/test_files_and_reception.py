"""A store of the fourth schema keeps every row when files and reception become whole, and back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from frontdesk.sample.staff import ADMIN, PASSWORD
from frontdesk.store import keys, migrate
from frontdesk.store.engine import make_engine
from frontdesk.store.files import DataFolder

_RELEASED = Path(__file__).parent / "fixtures" / "0004"
_IN_HOUSE = ("arrived", "estimated", "agreed", "in_workshop", "ready")
_TABLES = ("customer", "vehicle", "visit", "visit_item", "visit_change", "customer_note")


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    shutil.copytree(_RELEASED, tmp_path / "desk")
    folder = DataFolder(tmp_path / "desk")
    engine = make_engine(folder.database, keys.KeyFile.load(folder).unlock(ADMIN, PASSWORD))
    yield engine
    engine.dispose()


def _rows(engine: Engine, table: str, columns: str = "*") -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        found = connection.execute(text(f"SELECT {columns} FROM {table} ORDER BY id"))
        return [tuple(row) for row in found]


def _columns(engine: Engine, table: str) -> str:
    with engine.connect() as connection:
        told = connection.execute(text(f"PRAGMA table_info({table})"))
        return ", ".join(f'"{row[1]}"' for row in told)


def test_rows_come_along_and_go_back_as_they_were(engine: Engine) -> None:
    columns = {table: _columns(engine, table) for table in _TABLES}
    before = {table: _rows(engine, table, columns[table]) for table in _TABLES}

    migrate.upgrade(engine)
    assert {table: _rows(engine, table, columns[table]) for table in _TABLES} == before

    migrate.downgrade(engine, "0004")
    assert {table: _columns(engine, table) for table in _TABLES} == columns
    assert {table: _rows(engine, table) for table in _TABLES} == before


def test_words_read_back_are_locked_and_items_are_the_customers_to_pay(engine: Engine) -> None:
    migrate.upgrade(engine)

    told = _rows(engine, "visit", "id, read_back, agreed_at, words_locked_at, status")
    locked = [row for row in told if row[1] and row[4] in _IN_HOUSE]
    assert locked
    assert all(row[3] == (row[2] if row in locked else None) for row in told)
    declined = _rows(engine, "visit", "id, status, arrived_on, declined_on")
    assert all(row[3] == (row[2] if row[1] == "declined" else None) for row in declined)
    items = _rows(engine, "visit_item", "id, payer, discount")
    assert items
    assert {row[1:] for row in items} == {("customer", 0)}
