"""Evidence by drop, paste and keys; the signed sheet by its barcode."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.language import Language
from frontdesk.models.enums import AttachmentKind, Role
from frontdesk.reports.complaint_form import render
from frontdesk.reports.inputs import ComplaintForm
from frontdesk.ui.complaints.page import ComplaintsPage
from frontdesk.ui.complaints.sheet_window import SheetWindow, look_for_sheet
from frontdesk.ui.kit.drop_area import Given
from frontdesk.ui.kit.page import Place
from frontdesk.ui.kit.picture_view import PictureWindow
from frontdesk.ui.kit.tasks import Tasks
from tests.services.complaints.loop import Loop
from tests.services.evidence import files

Desk = Callable[..., ComplaintsPage]
_SUBJECT = "complaint"


@pytest.fixture
def ticket(loop: Loop) -> str:
    return loop.register()


@pytest.fixture
def page(loop: Loop, desk_of: Desk, ticket: str, qtbot: QtBot, tasks: Tasks) -> ComplaintsPage:
    made = desk_of(loop.people[Role.CS_SPECIALIST])
    made.open_ticket(ticket)
    qtbot.waitUntil(lambda: tasks.idle and made.ticket.ticket is not None)
    return made


def _mime(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(widget: QWidget, *paths: Path) -> None:
    """What Qt sends when files are dropped on ``widget``."""
    data, copy = _mime(*paths), Qt.DropAction.CopyAction
    none = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPointF(9, 9), copy, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(widget, entering)
    assert entering.isAccepted()
    dropping = QDropEvent(QPointF(9, 9), copy, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(widget, dropping)
    assert dropping.isAccepted()


def _written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def _shown(page: ComplaintsPage, count: int) -> Callable[[], bool]:
    return lambda: len(page.evidence.panel.shown) == count


def _dialog(qtbot: QtBot, kind: type[QDialog]) -> QDialog:
    def there() -> list[QWidget]:
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind)]

    qtbot.waitUntil(lambda: any(each.isVisible() for each in there()))
    found = next(each for each in there() if each.isVisible())
    assert isinstance(found, QDialog)
    return found


def test_dropped_files_are_kept_and_refusals_stand_beside_their_names(
    page: ComplaintsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(
        page.ticket,
        _written(tmp_path, "划痕.jpg", files.picture()),
        _written(tmp_path, "<b>价目.xlsx", files.archive()),
        _written(tmp_path, "通话.amr", files.KEPT["audio/amr"]),
    )

    qtbot.waitUntil(_shown(page, 2))
    assert [each.name for each in page.evidence.panel.shown] == ["划痕.jpg", "通话.amr"]
    said = [banner.text for banner in page.banners.shown()]
    assert any("<b>价目.xlsx" in text and "PDF" in text for text in said)
    bar = page.ticket.pages.bar
    assert any("2" in bar.tabText(at) for at in range(bar.count()))
    assert page.evidence.panel.files.item(0).icon().availableSizes()


def test_one_scan_without_a_barcode_is_just_evidence(
    page: ComplaintsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(page.ticket, _written(tmp_path, "收据.pdf", files.pdf()))

    qtbot.waitUntil(_shown(page, 1))
    assert page.evidence.panel.shown[0].kind is AttachmentKind.SCAN


def test_a_screenshot_is_pasted_by_key(page: ComplaintsPage, qtbot: QtBot) -> None:
    image = QImage(320, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(image)
    QTest.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)

    QTest.keyClick(page.evidence.panel.files, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(_shown(page, 1))
    [kept] = page.evidence.panel.shown
    assert (kept.media_type, kept.width, kept.height) == ("image/png", 320, 200)


def test_a_file_is_pasted_and_words_are_not(
    page: ComplaintsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    panel = page.evidence.panel
    page.evidence.show()
    QGuiApplication.clipboard().setText("只是文字")
    QTest.keyClick(panel.files, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.banners.shown()

    QGuiApplication.clipboard().setMimeData(
        _mime(_written(tmp_path, "a.png", files.picture("PNG")))
    )
    QTest.keyClick(panel.files, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(_shown(page, 1))


def test_enter_opens_large_and_pages_turn(
    page: ComplaintsPage, loop: Loop, ticket: str, qtbot: QtBot, tasks: Tasks
) -> None:
    loop.people[Role.CS_SPECIALIST].evidence.add(_SUBJECT, ticket, "合同.pdf", files.pdf(3))
    page.refresh(frozenset())
    qtbot.waitUntil(_shown(page, 1))
    page.evidence.show()

    QTest.keyClick(page.evidence.panel.files, Qt.Key.Key_Return)

    window = _dialog(qtbot, PictureWindow)
    assert isinstance(window, PictureWindow)
    qtbot.waitUntil(lambda: window.pages == 3)
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: window.page == 1)
    fitted = window.factor()
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert window.factor() > fitted
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert window.factor() == fitted
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.evidence.window is None)


def test_del_asks_why_and_withdraws(
    page: ComplaintsPage, loop: Loop, ticket: str, qtbot: QtBot, tasks: Tasks
) -> None:
    loop.people[Role.CS_SPECIALIST].evidence.add(_SUBJECT, ticket, "a.jpg", files.picture())
    page.refresh(frozenset())
    qtbot.waitUntil(_shown(page, 1))
    panel = page.evidence.panel
    page.evidence.show()
    QTest.keyClick(panel.files, Qt.Key.Key_Delete)
    assert panel.asking.isVisible()
    QTest.keyClick(panel.why.line, Qt.Key.Key_Escape)
    assert not panel.asking.isVisible()
    assert page.ticket.isVisible()

    QTest.keyClick(panel.files, Qt.Key.Key_Delete)
    QTest.keyClick(panel.why.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tasks.idle)
    assert panel.asking.isVisible()
    assert panel.shown[0].withdrawn is None
    panel.why.set_typed("拍错了")
    QTest.keyClick(panel.why.line, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: panel.shown[0].withdrawn is not None)
    assert not panel.asking.isVisible()
    assert not panel.remove.isEnabled()


def test_a_recording_is_exported(
    page: ComplaintsPage, loop: Loop, ticket: str, tmp_path: Path, qtbot: QtBot, tasks: Tasks
) -> None:
    content = files.KEPT["audio/wav"]
    key = loop.people[Role.CS_SPECIALIST].evidence.add(_SUBJECT, ticket, "通话.wav", content)
    page.refresh(frozenset())
    qtbot.waitUntil(_shown(page, 1))
    out = tmp_path / "通话.wav"

    page.evidence.export_to(key, out)

    qtbot.waitUntil(lambda: tasks.idle and out.exists())
    assert out.read_bytes() == content


def _sheet(number: str) -> bytes:
    return render(ComplaintForm(number=number), Language.ZH_CN)


def test_a_signed_sheet_dropped_on_another_ticket_is_asked_about_and_filed_by_one_key(
    page: ComplaintsPage,
    loop: Loop,
    ticket: str,
    places: list[Place],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    other = loop.register(words="另一件")
    number = loop.open(other).number
    drop(page.ticket, _written(tmp_path, "scan0001.pdf", _sheet(number)))

    window = _dialog(qtbot, SheetWindow)
    assert isinstance(window, SheetWindow)
    assert number in window.said.text()
    QTest.keyClick(window, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bool(places))
    assert places == [Place("complaints", other, "open")]
    evidence = loop.people[Role.CS_SPECIALIST].evidence
    assert [each.kind for each in evidence.list(_SUBJECT, other)] == [AttachmentKind.SIGNED_SHEET]
    assert evidence.list(_SUBJECT, ticket) == ()


def test_a_sheet_without_a_barcode_asks_for_the_number(
    page: ComplaintsPage,
    loop: Loop,
    ticket: str,
    places: list[Place],
    tmp_path: Path,
    qtbot: QtBot,
    tasks: Tasks,
) -> None:
    path = _written(tmp_path, "scan.jpg", files.picture())
    look_for_sheet(page.context, page, Given(path.name, path))
    window = _dialog(qtbot, SheetWindow)
    assert isinstance(window, SheetWindow)
    QTest.keyClicks(window.number.line, "C-1999-000001")
    QTest.keyClick(window.number.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tasks.idle)
    assert window.isVisible()
    assert not places

    window.number.set_typed(loop.open(ticket).number.lower())
    QTest.keyClick(window.number.line, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bool(places))
    [kept] = loop.people[Role.CS_SPECIALIST].evidence.list(_SUBJECT, ticket)
    assert kept.kind is AttachmentKind.SIGNED_SHEET
