"""Import of a delivery sheet of 10,000 rows, into a store that holds customers already."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from benchmarks.ground import Ground
from benchmarks.moment import CLOCK
from benchmarks.rows import Row, row, timed
from frontdesk.models.values import vin as vins
from frontdesk.store.engine import connect
from frontdesk.store.files import DataFolder
from frontdesk.store.startup import create_store

ROWS = 10_000
_RUNS = 3
_KEY = bytes(range(32))
_HEADING = (
    "序号", "车主姓名", "联系电话", "车型", "车架号（VIN）", "发动机号", "车牌", "提车日期",
    "销售顾问", "保险到期", "备注",
)  # fmt: skip
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡"
_GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚"


def measure(ground: Ground) -> list[Row]:
    """The import of 10,000 new cars beside openpyxl reading and the engine inserting the same.

    Each run imports cars of its own into the same store.
    """
    ours: list[float] = []
    bare: list[float] = []
    told: list[int] = []
    with tempfile.TemporaryDirectory(prefix="frontdesk-bench-") as folder:
        for run in range(_RUNS):
            sheet = Path(folder) / f"deliveries-{run}.xlsx"
            write_sheet(sheet, ROWS, seed=run + 1)
            ours.append(timed(lambda path=sheet: _ours(ground, path, told)))  # type: ignore[misc]
            store = DataFolder(Path(folder) / f"bare-{run}")
            store.root.mkdir()
            create_store(store, _KEY).close()
            bare.append(timed(lambda path=sheet, to=store: _bare(path, to)))  # type: ignore[misc]
    return [row(f"import: {ROWS:,} delivery rows", ours, bare)]


def _ours(ground: Ground, sheet: Path, told: list[int]) -> None:
    result = ground.services.exchange.run(sheet, progress=lambda done, _: told.append(done))
    if result.created != ROWS:
        raise ValueError(f"{result.created} of {ROWS} new cars came in")


def write_sheet(path: Path, rows: int, seed: int) -> None:
    """A sheet of ``rows`` deliveries, all right and all different."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("交车明细")
    sheet.append(_HEADING)
    for cells in _deliveries(rows, random.Random(seed), seed):
        sheet.append(cells)
    book.save(path)


def _deliveries(rows: int, rng: random.Random, seed: int) -> Iterator[tuple[object, ...]]:
    for n in range(rows):
        blank = f"LSG{''.join(rng.choices('ABCDEFGH', k=5))}0S{seed % 10}{n:06d}"
        vin = blank[:8] + vins.check_digit(blank) + blank[9:]
        day = CLOCK.now().date() - timedelta(days=n % 60)
        name = rng.choice(_SURNAMES) + "".join(rng.choices(_GIVEN, k=2))
        yield (
            n + 1, name, f"13{seed % 10}-{rng.randrange(10_000):04d}-{n % 10_000:04d}",
            "别克 GL8 陆尊", vin, f"{rng.randrange(16**8):08X}",
            f"{'湘鄂浙苏川桂赣闽皖鲁'[seed % 10]}BD{n:05d}", day, "刘勇",
            _next_year(day).isoformat(), "已缴定金",
        )  # fmt: skip


def _next_year(day: date) -> date:
    return day + timedelta(days=364)


def _bare(path: Path, store: DataFolder) -> None:
    """The same sheet read cell by cell and written to three plain tables in one transaction."""
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    cells = [tuple(map(str, each)) for each in book.active.iter_rows(min_row=2, values_only=True)]
    connection = connect(store.database, _KEY)
    for table, columns in (("bare_customer", 6), ("bare_phone", 3), ("bare_vehicle", 11)):
        names = ", ".join(f"c{n} TEXT" for n in range(columns))
        connection.execute(f"CREATE TABLE {table} ({names})")
        places = ", ".join("?" * columns)
        statement = f"INSERT INTO {table} VALUES ({places})"
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(statement, [each[:columns] for each in cells])
        connection.execute("COMMIT")
    connection.close()
