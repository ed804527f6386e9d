"""The cells of the statistics: a figure, beneath it what it is of, beneath that its change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from frontdesk.reports.base import INK, MUTED, Run
from frontdesk.reports.cells import Line, Type
from frontdesk.reports.typeset import width, wrap

_SIZE = 7.6
_SMALL = 6.2


@dataclass(frozen=True, slots=True)
class Figure:
    """Right-aligned lines: ``texts`` as figures, ``notes`` under them small and grey.

    A figure wider than its box is set smaller, then broken: never cut.
    """

    texts: Sequence[str]
    notes: Sequence[str] = ()
    bold: bool = False

    open = False
    least = 0.0

    def lines(self, room: float, scale: Type) -> list[Line]:
        found = [line for text in self.texts for line in _set(text, room, _SIZE, self.bold, INK)]
        for note in self.notes:
            found += _set(note, room, _SMALL, False, MUTED)
        return found


def _set(text: str, room: float, size: float, bold: bool, grey: float) -> list[Line]:
    if (wide := width(text, size, bold=bold)) > room:
        size = max(5.0, size * room / wide * 0.995)
    return [
        [Run(room - width(line, size, bold=bold), 0, line, size, bold, grey)]
        for line in wrap(text, room, size, bold=bold)
    ]
