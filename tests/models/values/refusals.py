"""Helps to say: any text is either read or refused with a code of the right area."""

from __future__ import annotations

from collections.abc import Callable

from frontdesk.errors import UserError


def read_or_refused(check: Callable[[str], str], written: str, area: str) -> str | None:
    """What ``check`` makes of ``written``; ``None`` when refused with a code of ``area``."""
    code = ""
    try:
        return check(written)
    except UserError as refusal:
        code = refusal.code
    assert code.startswith(f"{area}.") or code == "value.too_long"
    return None
