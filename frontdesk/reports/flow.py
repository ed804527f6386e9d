"""Rows of boxes in sections, flowing over as many pages as the words need.

A sheet that fits one page is stretched to fill it, so that empty boxes have room for a pen; a row
that does not fit is split between lines, and its section goes on under its name on the next page.
Nothing is cut, nothing overlaps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from frontdesk.reports.base import (
    BOTTOM,
    CONTENT_WIDTH,
    FRAME,
    MARGIN,
    MM,
    TOP,
    TOP_CONTINUED,
    Look,
    Page,
    Paper,
    Run,
)
from frontdesk.reports.cells import Cell, Line, Type
from frontdesk.reports.typeset import width, wrap

_STRIP_LEAST = 17 * MM
_PAD_X = 4.0
_RULE_PITCH = 7 * MM
_RULE = Look(0.7, 0.45, dotted=True)
_FRAME = Look(0.7, FRAME)
_TALLEST_STRETCH = 18 * MM
_FILLED_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Row:
    """Boxes side by side. ``shares`` are relative widths; ``grow`` is the share of spare height.

    ``keeps``: stands on one page with the row after it, where one page can hold what keeps so.
    """

    cells: Sequence[Cell]
    shares: Sequence[float] = ()
    grow: float = 0.0
    tint: bool = False
    keeps: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Rows that belong together, named in a strip at their left unless ``title`` is empty.

    ``head`` is repeated where the section goes on on another page; ``framed`` draws the grid;
    ``together`` keeps it on one page; ``gap`` is the space before it, in points.
    """

    rows: Sequence[Row]
    title: str = ""
    head: Row | None = None
    framed: bool = True
    together: bool = False
    gap: float = 0.0


@dataclass(slots=True)
class _Laid:
    """A row with its text broken into lines."""

    row: Row
    boxes: list[tuple[float, float]]
    lines: list[list[Line]]
    pad: float
    height: float

    @property
    def count(self) -> int:
        return max((len(lines) for lines in self.lines), default=0)

    @property
    def wish(self) -> float:
        """Its share of spare height; what is filled in already needs little."""
        empty = self.least or any(cell.open for cell in self.row.cells) or not self.count
        return self.row.grow if empty else self.row.grow * _FILLED_SHARE

    @property
    def least(self) -> float:
        return max((cell.least for cell in self.row.cells), default=0.0)


@dataclass(slots=True)
class _Part:
    """What of a section stands on the page at hand."""

    section: Section
    top: float
    continued: bool
    rows: list[_Laid] = field(default_factory=list)


class Flow:
    """Lays sections out at one scale of type and sets them on paper."""

    def __init__(self, sections: Sequence[Section], scale: Type, continued: str) -> None:
        self._scale = scale
        self._continued = continued
        self._strip = self._strip_width(sections)
        self._sections = [(section, self._laid(section)) for section in sections]

    @property
    def height(self) -> float:
        """The height of everything, unstretched, in points."""
        return sum(
            section.gap + sum(row.height for row in rows) for section, rows in self._sections
        )

    @property
    def fits(self) -> bool:
        """Whether one page holds it all."""
        return self.height <= BOTTOM - TOP

    def set_on(self, paper: Paper, top: float = TOP) -> None:
        """Draw everything on new pages of ``paper``, the first from ``top`` down."""
        if self.fits:
            self._stretch()
        page = paper.new_page()
        y = top
        for section, rows in self._sections:
            # A table's head never stands alone at a page's end.
            first = rows if section.together else rows[: 2 if section.head else 1]
            whole = section.gap + sum(row.height for row in first)
            if y + whole > BOTTOM and whole <= BOTTOM - TOP_CONTINUED and len(first) > 1:
                page, y = paper.new_page(), TOP_CONTINUED
            elif y > TOP_CONTINUED:
                y += section.gap
            page, y = self._set_section(paper, page, y, section, rows)

    def _set_section(
        self, paper: Paper, page: Page, y: float, section: Section, rows: list[_Laid]
    ) -> tuple[Page, float]:
        part = _Part(section, y, continued=False)
        waiting = rows[::-1]
        while waiting:
            laid = waiting.pop()
            kept = self._is_kept_off(laid, part, waiting, y)
            if not kept and y + laid.height <= BOTTOM + 0.01:
                part.rows.append(laid)
                y += laid.height
                continue
            first, rest = (
                (None, laid) if kept else self._split(laid, BOTTOM - y, at_top=y <= TOP_CONTINUED)
            )
            here = [*part.rows, first] if first is not None else part.rows
            if here and part.top + self._name_height(part) > BOTTOM and part.top > TOP_CONTINUED:
                # Too low on the page for the section's own name: all of it goes on the next.
                waiting += [laid, *reversed(part.rows)]
                page, y = paper.new_page(), TOP_CONTINUED
                part = _Part(section, y, continued=part.continued)
                continue
            part.rows = here
            self._make_room_for_name(part)
            self._draw_part(page, part)
            page, y = paper.new_page(), TOP_CONTINUED
            part = _Part(section, y, continued=bool(part.rows) or part.continued)
            waiting.append(rest)
            if section.head is not None and part.continued:
                waiting.append(self._lay(section.head, section))
        y += self._make_room_for_name(part)
        self._draw_part(page, part)
        return page, y

    def _is_kept_off(self, laid: _Laid, part: _Part, waiting: list[_Laid], y: float) -> bool:
        """Whether ``laid`` begins rows that stay together and find room on the next page only."""
        if not laid.row.keeps or not part.rows or part.rows[-1].row.keeps:
            return False
        height = laid.height
        for following, before in zip(reversed(waiting), [laid, *reversed(waiting)], strict=False):
            if not before.row.keeps:
                break
            height += following.height
        head = part.section.head
        top = TOP_CONTINUED + (self._lay(head, part.section).height if head else 0.0)
        return y + height > BOTTOM + 0.01 and top + height <= BOTTOM

    def _name_height(self, part: _Part) -> float:
        """What the section's name needs at the left of its rows."""
        title = part.section.title
        if not title:
            return 0.0
        lines = self._name(title + (self._continued if part.continued else ""))
        return len(lines) * self._scale.leading + 2 * self._scale.pad

    def _make_room_for_name(self, part: _Part) -> float:
        """Let the last row be as high as the section's name asks; by how much it grew."""
        if not part.rows:
            return 0.0
        short = self._name_height(part) - sum(row.height for row in part.rows)
        if short <= 0:
            return 0.0
        part.rows[-1].height += short
        return short

    def _split(self, laid: _Laid, room: float, *, at_top: bool) -> tuple[_Laid | None, _Laid]:
        """The lines of a row that still fit, and the rest; ``None`` if none should stand here."""
        scale = self._scale
        count = int((room - 2 * scale.pad) / scale.leading)
        if count < 2 or laid.count < 4 or laid.least > room:
            if not at_top:
                return None, laid
            count = max(count, 1)
        count = min(count, max(laid.count - 1, 1))
        first = _Laid(laid.row, laid.boxes, [lines[:count] for lines in laid.lines], laid.pad, room)
        first.height = max(count * scale.leading + 2 * scale.pad, laid.least)
        rest = _Laid(
            Row([_Rest() for _ in laid.row.cells], tint=laid.row.tint),
            laid.boxes,
            [lines[count:] for lines in laid.lines],
            laid.pad,
            0.0,
        )
        rest.height = rest.count * scale.leading + 2 * scale.pad
        return first, rest

    def _laid(self, section: Section) -> list[_Laid]:
        rows = [section.head, *section.rows] if section.head else section.rows
        laid = [self._lay(row, section) for row in rows]
        name = len(self._name(section.title)) * self._scale.leading + 2 * self._scale.pad
        laid[-1].height += max(0.0, name - sum(row.height for row in laid))
        return laid

    def _strip_width(self, sections: Sequence[Section]) -> float:
        """Wide enough for the longest word of any section's name."""
        size = self._scale.value
        names = [section.title for section in sections]
        words = [word for name in names for word in (name.split() if name.isascii() else [name])]
        wide = [width(word, size, bold=True) for word in words]
        return max([_STRIP_LEAST, *(word + 2 * _PAD_X for word in wide)])

    def _inner(self, section: Section) -> float:
        return CONTENT_WIDTH - (self._strip if section.title else 0.0)

    def _name(self, title: str) -> list[str]:
        return wrap(title, self._strip - 2 * _PAD_X + 1, self._scale.value, bold=True)

    def _lay(self, row: Row, section: Section) -> _Laid:
        inner = self._inner(section)
        pad = _PAD_X if section.framed else 0.0
        shares = row.shares or (1.0,) * len(row.cells)
        unit = inner / sum(shares)
        boxes: list[tuple[float, float]] = []
        x = MARGIN + CONTENT_WIDTH - inner
        for share in shares:
            boxes.append((x, share * unit))
            x += share * unit
        lines = [
            cell.lines(wide - 2 * pad, self._scale)
            for cell, (_, wide) in zip(row.cells, boxes, strict=True)
        ]
        laid = _Laid(row, boxes, lines, pad, 0.0)
        text = max(laid.count, 0 if laid.least else 1) * self._scale.leading
        laid.height = max(text + 2 * self._scale.pad, laid.least)
        return laid

    def _stretch(self) -> None:
        """Share the page's spare height out among the rows that can use it."""
        wishes = [(row, row.wish) for _, rows in self._sections for row in rows if row.wish]
        spare = BOTTOM - TOP - self.height
        total = sum(wish for _, wish in wishes)
        for row, wish in wishes:
            row.height += min(spare * wish / total, _TALLEST_STRETCH * wish)

    def _draw_part(self, page: Page, part: _Part) -> None:
        if not part.rows:
            return
        section, y = part.section, part.top
        bottom = y + sum(row.height for row in part.rows)
        if section.title:
            self._draw_strip(page, part, bottom - y)
        for index, laid in enumerate(part.rows):
            self._draw_row(page, laid, y, grid=section.framed, first=index == 0)
            y += laid.height
        if section.framed:
            size = (CONTENT_WIDTH, bottom - part.top)
            page.frame((MARGIN, part.top), size, _FRAME)

    def _draw_strip(self, page: Page, part: _Part, height: float) -> None:
        scale = self._scale
        page.tint((MARGIN, part.top), (self._strip, height))
        edge = MARGIN + self._strip
        page.line((edge, part.top), (edge, part.top + height))
        title = part.section.title + (self._continued if part.continued else "")
        y = part.top + scale.pad + scale.leading * 0.74
        for line in self._name(title):
            page.text(Run(MARGIN + _PAD_X, y, line, scale.value, bold=True))
            y += scale.leading

    def _draw_row(self, page: Page, laid: _Laid, y: float, *, grid: bool, first: bool) -> None:
        scale = self._scale
        left = laid.boxes[0][0]
        if laid.row.tint:
            page.tint((left, y), (MARGIN + CONTENT_WIDTH - left, laid.height))
        if grid and not first:
            page.line((left, y), (MARGIN + CONTENT_WIDTH, y))
        for cell, (x, wide), lines in zip(laid.row.cells, laid.boxes, laid.lines, strict=True):
            if grid and x > left:
                page.line((x, y), (x, y + laid.height))
            base = y + scale.pad + scale.leading * 0.74
            for line in lines:
                for dx, dy, text, size, bold, grey in line:
                    page.text(Run(x + laid.pad + dx, base + dy, text, size, bold, grey))
                base += scale.leading
            if cell.open:
                self._rule(page, x, wide, (y, y + laid.height))
            draw = getattr(cell, "draw", None)
            if draw is not None:
                draw(page, x, y, wide, laid.height)

    def _rule(self, page: Page, x: float, wide: float, span: tuple[float, float]) -> None:
        y = span[0] + self._scale.leading + _RULE_PITCH * 0.75
        while y < span[1] - 2 * MM:
            page.line((x + _PAD_X, y), (x + wide - _PAD_X, y), _RULE)
            y += _RULE_PITCH


class _Rest:
    """Stands for a cell whose lines go on: they are broken already."""

    open = False
    least = 0.0

    def lines(self, room: float, scale: Type) -> list[Line]:
        raise AssertionError("laid before")


def best_fit(sections: Sequence[Section], scales: Sequence[Type], continued: str) -> Flow:
    """The largest type with which everything fits one page; if none does, the first one."""
    first = Flow(sections, scales[0], continued)
    if first.fits:
        return first
    smaller = (Flow(sections, scale, continued) for scale in scales[1:])
    return next((flow for flow in smaller if flow.fits), first)
