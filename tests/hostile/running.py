"""How the house is run: settings, categories, backups, trail, sheets in, figures out."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from frontdesk.language import Language
from frontdesk.models.enums import SheetColumn
from frontdesk.services.audit.dto import Wanted
from frontdesk.services.complaints.categories import CategoryName
from frontdesk.services.exchange.results import SheetMapping
from tests.hostile.house import House
from tests.hostile.sample import Sample

_DAYS = {"first": date(2026, 10, 1), "last": date(2026, 10, 31)}
_NAME = CategoryName("充电设施", "Charging")


def _tree(house: House) -> object:
    return house.services.categories.tree().tree


def add_category(house: House) -> Sample:
    categories = house.services.categories
    group = categories.tree().tree.groups[0].key
    arguments = {"group": group, "name": _NAME, "key": "own1"}
    return Sample(categories.add, arguments, lambda _: _tree(house))


def rename_category(house: House) -> Sample:
    categories = house.services.categories
    first = categories.tree().tree.groups[0]
    arguments = {"key": first.key, "name": _NAME, "seen": CategoryName(first.zh, first.en)}
    return Sample(categories.rename, arguments, lambda _: _tree(house))


def second_place(house: House) -> Sample:
    backups = house.services.backups
    place = house.desk.store.folder.root.parent / "second"
    place.mkdir(exist_ok=True)

    def read(_: object) -> object:
        chosen = backups.status().second
        return {"typed": chosen.folder if chosen else ""}

    return Sample(backups.choose_second_place, {"typed": str(place)}, read)


def trail_page(house: House) -> Sample:
    wanted = Wanted(subject="customer", text="王")
    return Sample(house.services.audit.page, {"wanted": wanted})


def trail_export(house: House) -> Sample:
    arguments = {"wanted": Wanted(subject="customer", text="王"), "language": Language.EN}
    return Sample(house.services.audit.export, arguments)


def note_export(house: House) -> Sample:
    return Sample(house.services.data.note_export, {"file_name": "C-2026-000001.pdf"})


_LINES = "车主,电话,车牌号\n王芳,13800138000,粤B12345\n"


def _sheet(house: House) -> dict[str, Any]:
    path = Path(tempfile.mkdtemp(dir=house.desk.store.folder.root)) / "x.csv"
    path.write_bytes(_LINES.encode())
    columns = {0: SheetColumn.NAME, 1: SheetColumn.PHONE, 2: SheetColumn.PLATE}
    preview = house.services.exchange.preview(path)
    return {"path": path, "mapping": SheetMapping(preview.mapping.sheet, columns)}


def preview_sheet(house: House) -> Sample:
    return Sample(house.services.exchange.preview, _sheet(house))


def run_sheet(house: House) -> Sample:
    return Sample(house.services.exchange.run, _sheet(house))


def prepare_report(house: House) -> Sample:
    statistics = house.services.statistics
    arguments = _DAYS | {"language": Language.ZH_CN, "measures": "修后必试车", "seen": ""}
    return Sample(
        statistics.prepare,
        arguments,
        lambda _: statistics.complaints(_DAYS["first"], _DAYS["last"]),
    )


def print_figures(house: House) -> Sample:
    statistics = house.services.statistics
    arguments = _DAYS | {"language": Language.ZH_CN, "measures": "修后必试车", "seen": ""}
    return Sample(
        statistics.print_complaints,
        arguments,
        lambda _: statistics.complaints(_DAYS["first"], _DAYS["last"]),
    )
