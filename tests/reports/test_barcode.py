"""The barcode of the printed sheets, read by a reader from what a poor copier makes of them."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageFilter

from frontdesk.language import Language
from frontdesk.reports.complaint_form import render
from tests.reports import samples

NUMBER = "C-2026-000123"


def sheets(dpi: int, *, long: bool = False) -> list[Image.Image]:
    form = samples.complaint()
    if long:
        form = replace(form, registration=replace(form.registration, words="很长的话。" * 900))
    document = pypdfium2.PdfDocument(render(form, Language.ZH_CN))
    return [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]


def numbers(image: Image.Image) -> set[str]:
    return {found.text for found in zxingcpp.read_barcodes(image)}


def copied(image: Image.Image) -> Image.Image:
    """Paler, blurred, speckled, a little askew: the third copy of a copy."""
    noise = Image.effect_noise(image.size, 70)
    pale = image.point([70 + value * 165 // 255 for value in range(256)])
    spoilt = ImageChops.overlay(pale, noise).filter(ImageFilter.GaussianBlur(1.2))
    return spoilt.rotate(2.3, expand=True, fillcolor=230)


@pytest.mark.parametrize("dpi", [150, 200, 300])
def test_a_clean_scan_gives_the_number(dpi: int) -> None:
    [image] = sheets(dpi)
    assert numbers(image) == {NUMBER}


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_bad_copy_gives_the_number_whichever_way_it_lies(turn: int) -> None:
    [image] = sheets(200)
    assert numbers(copied(image).rotate(turn, expand=True)) == {NUMBER}


def test_every_continuation_sheet_gives_the_number() -> None:
    found = [numbers(image) for image in sheets(200, long=True)]
    assert len(found) > 1
    assert all(each == {NUMBER} for each in found)


def test_white_stands_on_both_sides_of_the_bars() -> None:
    """Ten narrow bars of white (ISO/IEC 15417), or many readers find no beginning."""
    for image in sheets(300, long=True):
        found = zxingcpp.read_barcodes(image)[0].position
        left, right = found.top_left.x, found.top_right.x
        quiet = round(10 * 0.33 / 25.4 * 300)
        top, bottom = found.top_left.y + 8, found.bottom_left.y - 8
        for start, end in ((left - quiet, left - 3), (right + 3, right + quiet)):
            assert min(image.crop((start, top, end, bottom)).tobytes()) > 200
