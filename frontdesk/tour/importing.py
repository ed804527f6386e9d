"""The sales department's delivery sheet comes in; rows at fault go back as a sheet."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from frontdesk.models.enums import Gender
from frontdesk.sample.cars import MODELS, plate, vin
from frontdesk.sample.people import mobile, person_name
from frontdesk.sample.seeded import Seeded
from frontdesk.services.exchange.results import ImportResult
from frontdesk.tour.driver import ActFailed
from frontdesk.tour.house import House
from frontdesk.ui.customers.page import CustomersPage
from frontdesk.ui.importing.dialog import ImportDialog

_CARS = 24
_FAULTS = 3


def delivery_sheet(house: House) -> None:
    """Drop the sheet, look at what was understood, import with Ctrl+Enter."""
    hand = house.hand
    sheet = _write_sheet(house, house.folder.root.parent / "deliveries.xlsx")
    with hand.act("change-person"):
        house.sign_in("specialist")
    with hand.act("import-deliveries") as act:
        hand.press("ctrl+2")
        page = house.page(CustomersPage)
        hand.press("ctrl+i")
        dialog = hand.until(lambda: page.findChild(ImportDialog), "the import window")
        hand.picture("import-file")
        _drop(dialog, sheet)
        hand.until(lambda: dialog.run.isVisible() and dialog.run.isEnabled(), "the preview")
        hand.settle()
        hand.picture("import-preview")
        results: list[ImportResult] = []
        dialog.imported.connect(results.append)
        hand.press("ctrl+enter")
        hand.until(lambda: bool(results), "the result")
        hand.settle()
        hand.picture("import-result")
        result = results[0]
        counts = {
            name: getattr(result, name) for name in ("read", "created", "updated", "rejected")
        }
        act.created.update(counts)
        wanted = {"read": _CARS, "created": _CARS - _FAULTS, "updated": 0, "rejected": _FAULTS}
        if counts != wanted:
            raise ActFailed(f"{counts} instead of {wanted}")
        hand.press("esc")


def _drop(dialog: ImportDialog, path: Path) -> None:
    """What the desktop sends when a file is let go over the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    panel, copy = dialog.file, Qt.DropAction.CopyAction
    held = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    at = panel.rect().center()
    QApplication.sendEvent(panel, QDragEnterEvent(at, copy, *held))
    QApplication.sendEvent(panel, QDropEvent(QPointF(at), copy, *held))


def _write_sheet(house: House, path: Path) -> Path:
    """A sheet as sales departments send them: a title above, days as text, three rows at fault."""
    from openpyxl import Workbook

    seeded = Seeded(7, house.today(), house.clock.zone())
    book = Workbook()
    page = book.active
    if page is None:
        raise TypeError("a new workbook has a sheet")
    page.append(["2026 年 11 月新车交付明细表"])
    page.append(["序号", "车主姓名", "联系电话", "车型", "车架号", "车牌", "提车日期", "销售顾问"])
    for number in range(1, _CARS + 1):
        model, _, electric = seeded.pick(MODELS)
        day = house.today() - timedelta(days=seeded.random.randrange(1, 4))
        phone, car = mobile(seeded), vin(seeded, day.year, 900_000 + number)
        name = person_name(seeded, seeded.pick((Gender.MALE, Gender.FEMALE)))
        if number == 5:
            phone = phone[:-1]
        if number == 11:
            car = car[:-1]
        if number == 17:
            name = ""
        shown = f"{day.year}年{day.month}月{day.day}日" if number % 2 else f"{day:%Y.%m.%d}"
        page.append(
            [number, name, phone, f"华骏 {model}", car, plate(seeded, electric), shown, "郭子晨"]
        )
    page.append(["合计", None, f"{_CARS} 台"])
    book.save(path)
    return path
