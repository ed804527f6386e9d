"""Bar codes as vector drawings: Code 128 for numbers that are scanned, QR for the recovery key."""

from __future__ import annotations

import re
from typing import Any

from reportlab.graphics.barcode.code128 import Code128
from reportlab.pdfgen.canvas import Canvas

from frontdesk.reports.base import INK, MM, PAGE_HEIGHT, Page

# A scanner reads bars from 0.19 mm up (office lasers print them cleanly).
_NARROWEST = 0.19 * MM
_WIDEST = 0.33 * MM
# White on both sides without which a scanner finds no beginning: ten bars (ISO/IEC 15417).
_QUIET = 10
_CODABLE = re.compile(r"[!-~]{1,40}")


def code128(page: Page, number: str, right: float, top: float, room: float, height: float) -> float:
    """Draw ``number`` ending at ``right``; its width, or 0 if a scanner could not read it there.

    ``room`` is what it may take with the white before it; the white after it is the page's margin.
    """
    if not _CODABLE.fullmatch(number):
        return 0.0
    units = Code128(number, barWidth=1, quiet=False).width
    bar = min(_WIDEST, room / (units + _QUIET))
    if bar < _NARROWEST:
        return 0.0

    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(INK)
        code = Code128(number, barWidth=bar, barHeight=height, quiet=False)
        code.drawOn(canvas, right - units * bar, PAGE_HEIGHT - top - height)

    page.draw(draw)
    return float(units * bar)


def qr(page: Page, text: str, left: float, top: float, side: float) -> None:
    """Draw ``text`` as a QR code (error correction M) into a square of ``side`` points."""
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    count: int = code.getModuleCount()
    pitch = side / count

    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(INK)
        for row in range(count):
            y = PAGE_HEIGHT - top - (row + 1) * pitch
            for start, length in _dark(code, row, count):
                canvas.rect(left + start * pitch, y, length * pitch, pitch, stroke=0, fill=1)

    page.draw(draw)


def _dark(code: Any, row: int, count: int) -> list[tuple[int, int]]:
    """The dark stretches of a row as (start, length), so that no seams show between modules."""
    stretches: list[tuple[int, int]] = []
    for column in range(count):
        if not code.isDark(row, column):
            continue
        if stretches and sum(stretches[-1]) == column:
            stretches[-1] = (stretches[-1][0], stretches[-1][1] + 1)
        else:
            stretches.append((column, 1))
    return stretches
