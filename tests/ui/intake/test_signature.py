"""The customer signs on the screen; the picture is kept and stands on the sheet."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from frontdesk.language import Language
from frontdesk.models.enums import AttachmentKind
from frontdesk.services.registry import Services
from frontdesk.ui.intake.signature_pad import SignaturePad
from frontdesk.ui.intake.signature_window import SignatureWindow
from tests.factories import Make
from tests.services.intake.kit import given
from tests.ui.conftest import Show
from tests.ui.intake.conftest import Desk


def _sign(pad: SignaturePad) -> None:
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(pad, left, pos=QPoint(60, 160))
    for step in range(1, 40):
        QTest.mouseMove(pad, QPoint(60 + step * 12, 160 - (step % 9) * 8))
    QTest.mouseRelease(pad, left, pos=QPoint(520, 150))


def test_a_dot_is_no_signature_and_del_begins_anew(show: Show) -> None:
    pad = SignaturePad()
    show(pad)
    QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert pad.is_empty()
    _sign(pad)
    assert not pad.is_empty()
    assert pad.png().startswith(b"\x89PNG")
    pad.clear()
    assert pad.is_empty()


def test_a_signature_is_kept_with_the_visit_and_printed(
    desk_view: Desk, services: Services, make: Make
) -> None:
    visit = services.intake.register(given(services, make.vehicle()))
    unsigned = services.intake.print_sheet(visit, Language.EN).pdf
    desk_view.page.open_visit(visit)
    desk_view.settle()
    desk_view.page.focus_first()
    desk_view.press(Qt.Key.Key_F12)
    window = desk_view.page.findChild(SignatureWindow)
    assert window is not None
    _sign(window.pad)
    window.keep.click()
    desk_view.settle()
    (kept,) = services.evidence.list("visit", visit)
    assert kept.kind is AttachmentKind.SIGNATURE
    signed = services.intake.print_sheet(visit, Language.EN).pdf
    assert b"/Subtype /Image" in signed
    assert b"/Subtype /Image" not in unsigned
