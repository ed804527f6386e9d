"""The program's own form, scanned back: its barcode is read however the sheet lay."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageOps

from frontdesk.errors import UserError
from frontdesk.language import Language
from frontdesk.reports.complaint_form import render
from frontdesk.reports.inputs import ComplaintForm
from tests.services.evidence import files
from tests.services.evidence.conftest import Kept

NUMBER = "C-2026-000123"


@cache
def form() -> bytes:
    """The printed form of a ticket."""
    return render(ComplaintForm(number=NUMBER), Language.ZH_CN)


def sheet(dpi: int) -> Image.Image:
    """The form as a scanner sees it, in grey."""
    page = pypdfium2.PdfDocument(form())[0]
    picture: Image.Image = page.render(scale=dpi / 72, grayscale=True).to_pil()
    return picture


def jpeg(image: Image.Image, quality: int = 40) -> bytes:
    written = io.BytesIO()
    image.save(written, "JPEG", quality=quality)
    return written.getvalue()


def in_pdf(image: Image.Image) -> bytes:
    """A scan as scanners save it: a picture on a page."""
    written = io.BytesIO()
    image.save(written, "PDF", resolution=200)
    return written.getvalue()


@pytest.mark.parametrize("angle", [0, 90, 180, 270, 3, -3, 93])
@pytest.mark.parametrize(("dpi", "half"), [(150, False), (200, False), (200, True), (300, True)])
def test_the_barcode_is_read_however_the_sheet_lay(
    kept: Kept, dpi: int, half: bool, angle: int
) -> None:
    lain = sheet(dpi).rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    if half:
        lain = lain.resize((lain.width // 2, lain.height // 2), Image.Resampling.LANCZOS)

    assert kept.evidence.find_by_scan(jpeg(lain)) == NUMBER


def test_a_pale_photo_of_the_sheet_is_read(kept: Kept) -> None:
    pale = ImageOps.expand(sheet(200), 200, 90).point(lambda value: 80 + value // 2)

    assert kept.evidence.find_by_scan(jpeg(pale, 60)) == NUMBER


def test_a_pdf_is_read_page_by_page(kept: Kept, tmp_path: Path) -> None:
    both = tmp_path / "scan.pdf"
    document = pypdfium2.PdfDocument(in_pdf(Image.new("L", (800, 1100), 255)))
    document.import_pages(pypdfium2.PdfDocument(in_pdf(sheet(150).rotate(3, fillcolor=255))))
    document.save(both)

    assert kept.evidence.find_by_scan(form()) == NUMBER
    assert kept.evidence.find_by_scan(both) == NUMBER


def test_a_png_is_read(kept: Kept) -> None:
    written = io.BytesIO()
    sheet(200).convert("1").save(written, "PNG")

    assert kept.evidence.find_by_scan(written.getvalue()) == NUMBER


@pytest.mark.parametrize("content", [files.picture(), files.pdf(2), files.KEPT["audio/wav"]])
def test_no_barcode_is_no_number(kept: Kept, content: bytes) -> None:
    assert kept.evidence.find_by_scan(content) is None


def test_a_barcode_of_something_else_is_no_number(kept: Kept) -> None:
    other = render(ComplaintForm(number="K-2026-000123"), Language.ZH_CN)

    assert kept.evidence.find_by_scan(other) is None


def test_what_is_no_scan_is_refused(kept: Kept) -> None:
    with pytest.raises(UserError):
        kept.evidence.find_by_scan(files.archive())
    with pytest.raises(UserError):
        kept.evidence.find_by_scan(Path("/nowhere.pdf"))
