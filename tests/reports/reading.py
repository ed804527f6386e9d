"""Reads a PDF back the way a person's reader would, and knows where each form lives."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from itertools import pairwise
from typing import Any

from pypdf import PdfReader

from frontdesk.language import Language
from tests.reports import callback_samples, samples, work_samples

FORMS: dict[str, tuple[str, Callable[[], Any]]] = {
    "complaint": ("complaint_form", samples.complaint),
    "statistics": ("statistics_form", samples.statistics),
    "intake": ("intake_sheet", samples.intake),
    "change slip": ("change_slip", work_samples.change_slip),
    "settlement": ("hand_over_sheet", work_samples.hand_over),
    "recovery": ("recovery_sheet", samples.recovery),
    "callback record": ("callback_record", callback_samples.record),
    "callbacks of a day": ("callback_day", callback_samples.day),
    "call sheet": ("call_sheet", callback_samples.sheet),
    "callback summary": ("callback_summary", callback_samples.summary),
    "incentives": ("incentive_list", callback_samples.incentives),
}


def render(name: str, form: Any, language: Language) -> bytes:
    """The PDF of ``form``."""
    module = import_module(f"frontdesk.reports.{FORMS[name][0]}")
    pdf: bytes = module.render(form, language)
    return pdf


def read(pdf: bytes) -> PdfReader:
    """The PDF opened, faults raised."""
    return PdfReader(BytesIO(pdf), strict=True)


def pages(pdf: bytes) -> list[str]:
    """The text of each page without blanks: where lines break is the form's business."""
    return [bare(page.extract_text()) for page in read(pdf).pages]


def bare(text: str) -> str:
    """``text`` without any blank."""
    return "".join(text.split())


def survives(text: str, sheets: list[str]) -> bool:
    """Whether ``text`` stands on a sheet, or its head on one and its tail on the next."""
    if any(text in sheet for sheet in sheets):
        return True
    return any(
        text[:cut] in sheet and text[cut:] in after
        for sheet, after in pairwise(sheets)
        for cut in range(1, len(text))
    )
