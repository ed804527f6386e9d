"""What stands in one box of a form: a labelled field, a block of words, a figure, a picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from frontdesk.reports.base import INK, MUTED, Page, Run
from frontdesk.reports.typeset import clean, label_width, width, wrap


@dataclass(frozen=True, slots=True)
class Type:
    """One scale of type, in points: what is filled in, what is printed before it, line pitch."""

    value: float
    label: float
    leading: float
    pad: float


Line = list[Run]
"""The runs of one line; x from the cell's left edge, y from the line's baseline."""

Draw = Callable[[Page, float, float, float, float], None]
"""Draws on a page into the box x, y, width, height."""

_GAP = 4.0


class Cell(Protocol):
    """One box of a row."""

    def lines(self, room: float, scale: Type) -> list[Line]:
        """The cell's text in lines for a box ``room`` points wide."""

    @property
    def open(self) -> bool:
        """Whether the space left is to be written on by hand."""

    @property
    def least(self) -> float:
        """The height needed besides text, in points."""


@dataclass(frozen=True, slots=True)
class _Plain:
    """A cell without rules and picture."""

    @property
    def open(self) -> bool:
        return False

    @property
    def least(self) -> float:
        return 0.0


@dataclass(frozen=True, slots=True)
class Field(_Plain):
    """A label and its value beside it; a long value hangs under itself."""

    label: str
    text: str = ""
    small: bool = False
    bold: bool = False

    def lines(self, room: float, scale: Type) -> list[Line]:
        size = scale.label if self.small else scale.value
        indent = label_width(self.label, scale.label) + _GAP if self.label else 0.0
        if indent > 0.6 * room:
            return _below(self.label, clean(self.text), room, scale, size)
        values = wrap(clean(self.text), room - indent, size, bold=self.bold)
        found: list[Line] = [[Run(indent, 0, value, size, self.bold)] for value in values]
        if not self.label:
            return found
        label = Run(0, 0, self.label, scale.label, grey=MUTED)
        if not found:
            return [[label]]
        found[0].insert(0, label)
        return found


@dataclass(frozen=True, slots=True)
class Words:
    """A label with free text under it, over the whole width; empty, it is ruled for writing."""

    label: str
    text: str = ""
    ruled: bool = True
    least: float = 0.0

    @property
    def open(self) -> bool:
        return self.ruled and not self.text.strip()

    def lines(self, room: float, scale: Type) -> list[Line]:
        return _below(self.label, clean(self.text), room, scale, scale.value)


@dataclass(frozen=True, slots=True)
class Stack(_Plain):
    """Several fields one under the other in one box."""

    fields: Sequence[Field]

    def lines(self, room: float, scale: Type) -> list[Line]:
        return [line for part in self.fields for line in part.lines(room, scale)]


@dataclass(frozen=True, slots=True)
class Text(_Plain):
    """Text without a label: a figure of a table, a heading, a sentence."""

    text: str
    align: Literal["left", "right", "centre"] = "left"
    bold: bool = False
    small: bool = False
    grey: float = INK
    note: str = ""
    """Printed after the text, smaller and in grey: the n beside a share."""
    note_room: str = ""
    """The widest note of the column, so that the texts before them stay aligned."""

    def lines(self, room: float, scale: Type) -> list[Line]:
        size = scale.label if self.small else scale.value
        note = clean(self.note)
        widest = max(width(text, scale.label) for text in (note, self.note_room))
        tail = widest + _GAP if widest else 0.0
        found: list[Line] = []
        for text in wrap(clean(self.text), room - tail, size, bold=self.bold):
            x = self._start(room - tail, width(text, size, bold=self.bold))
            found.append([Run(x, 0, text, size, self.bold, self.grey)])
        if note and found:
            found[-1].append(Run(room - widest, 0, note, scale.label, grey=MUTED))
        return found

    def _start(self, room: float, wide: float) -> float:
        return {"left": 0.0, "right": room - wide, "centre": (room - wide) / 2}[self.align]


@dataclass(frozen=True, slots=True)
class Picture:
    """Something drawn, at least ``height`` points high; it takes the height its row has."""

    height: float
    draw: Draw

    def lines(self, room: float, scale: Type) -> list[Line]:
        return []

    @property
    def open(self) -> bool:
        return False

    @property
    def least(self) -> float:
        return self.height


def choice(label: str, options: Sequence[tuple[str, bool]]) -> Field:
    """A field of boxes to tick; the chosen ones are filled."""
    marks = (f"{'■' if chosen else '□'}{text}" for text, chosen in options)
    return Field(label, "\u3000".join(marks))


def _below(label: str, text: str, room: float, scale: Type, size: float) -> list[Line]:
    heads = wrap(label, room, scale.label)
    found: list[Line] = [[Run(0, 0, head, scale.label, grey=MUTED)] for head in heads]
    if not text:
        return found
    indent = label_width(label, scale.label) + _GAP
    if "\n" not in text and indent + width(text, size) <= room:
        found[-1].append(Run(indent, 0, text, size))
        return found
    found.extend([Run(0, 0, line, size)] for line in wrap(text, room, size))
    return found
