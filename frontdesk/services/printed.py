"""What a service gives back when it prints: the paper itself and the name it is kept under."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """An A4 document ready to be shown, printed or saved."""

    pdf: bytes
    file_name: str
