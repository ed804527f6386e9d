"""A car in five views as lines and curves: drawn by the window and on paper alike.

Every view has its own field of units, x to the right and y down. Marks on a view are kept in
thousandths of its width and height, so that they stay where they are at any size.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

from frontdesk.models.enums import CarSide

Command = tuple[str, tuple[float, ...]]
"""``M``/``L`` x y, ``C`` x1 y1 x2 y2 x y, ``O`` (circle) x y radius, ``Z``."""

GAP = 40.0
"""Between two views, in the units of a view."""


class Fill(StrEnum):
    """What a shape is filled with."""

    NONE = "none"
    BODY = "body"
    GLASS = "glass"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Shape:
    """One path with its filling."""

    path: tuple[Command, ...]
    fill: Fill = Fill.NONE


@dataclass(frozen=True, slots=True)
class View:
    """One view: its size in units and its shapes, the rearmost first."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """Where a view lies in a drawing of all five; units of the drawing."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in it."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


class Pen(Protocol):
    """What draws a path: the window's painter or the paper's canvas."""

    def move(self, x: float, y: float) -> None: ...
    def line(self, x: float, y: float) -> None: ...
    def curve(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> None: ...
    def circle(self, x: float, y: float, radius: float) -> None: ...
    def close(self) -> None: ...


def trace(shape: Shape, pen: Pen) -> None:
    """Draw the path of ``shape`` with ``pen``."""
    for letter, at in shape.path:
        if letter == "M":
            pen.move(*at)
        elif letter == "L":
            pen.line(*at)
        elif letter == "C":
            pen.curve(*at)
        elif letter == "O":
            pen.circle(*at)
        else:
            pen.close()


def _shape(text: str, fill: Fill = Fill.NONE) -> Shape:
    """A path written as in SVG, with absolute letters only."""
    path: list[Command] = []
    for word in text.replace(",", " ").split():
        if word.isalpha():
            path.append((word, ()))
        else:
            letter, at = path[-1]
            path[-1] = (letter, (*at, float(word)))
    return Shape(tuple(path), fill)


def _mirrored(view: View) -> View:
    def turned(command: Command) -> Command:
        letter, at = command
        if letter == "O":
            return letter, (view.width - at[0], *at[1:])
        return letter, tuple(
            view.width - value if place % 2 == 0 else value for place, value in enumerate(at)
        )

    shapes = tuple(replace(s, path=tuple(turned(c) for c in s.path)) for s in view.shapes)
    return replace(view, shapes=shapes)


_LEFT = View(
    1000,
    320,
    (
        _shape(
            "M 30 215 C 22 190 28 165 48 155 C 110 128 190 118 270 112 C 330 70 400 28 500 24 "
            "C 600 20 690 34 760 100 C 830 106 900 112 945 126 C 972 150 975 190 968 222 "
            "L 950 250 L 862 250 C 858 200 828 172 790 172 C 752 172 722 200 718 250 "
            "L 292 250 C 288 200 258 172 220 172 C 182 172 152 200 148 250 L 60 250 "
            "C 40 245 32 232 30 215 Z",
            Fill.BODY,
        ),
        _shape("M 312 112 C 356 76 412 50 490 46 L 490 112 Z", Fill.GLASS),
        _shape("M 512 46 C 590 44 660 56 718 112 L 512 112 Z", Fill.GLASS),
        _shape("M 302 118 C 296 170 300 210 312 244"),
        _shape("M 501 46 L 501 246"),
        _shape("M 724 118 C 736 150 726 170 706 196"),
        _shape("M 452 140 L 488 140 M 662 140 L 698 140"),
        _shape("M 46 160 L 104 146 L 94 172 L 40 182 Z", Fill.GLASS),
        _shape("M 962 142 L 918 134 L 924 166 L 970 174 Z", Fill.GLASS),
        _shape("O 220 250 62", Fill.DARK),
        _shape("O 220 250 34", Fill.BODY),
        _shape("O 790 250 62", Fill.DARK),
        _shape("O 790 250 34", Fill.BODY),
    ),
)

_TOP = View(
    1000,
    420,
    (
        _shape("M 318 34 L 330 8 L 356 12 L 350 36 Z", Fill.BODY),
        _shape("M 318 386 L 330 412 L 356 408 L 350 384 Z", Fill.BODY),
        _shape(
            "M 75 55 C 250 22 740 22 930 55 C 985 75 992 130 992 210 C 992 290 985 345 930 365 "
            "C 740 398 250 398 75 365 C 20 340 8 285 8 210 C 8 135 20 80 75 55 Z",
            Fill.BODY,
        ),
        _shape(
            "M 285 74 L 395 108 C 380 170 380 250 395 312 L 285 346 C 235 270 235 150 285 74 Z",
            Fill.GLASS,
        ),
        _shape(
            "M 870 92 L 785 114 C 800 170 800 250 785 306 L 870 328 C 905 270 905 150 870 92 Z",
            Fill.GLASS,
        ),
        _shape("M 330 60 L 850 64 L 776 94 L 414 94 Z M 590 62 L 590 94", Fill.GLASS),
        _shape("M 330 360 L 850 356 L 776 326 L 414 326 Z M 590 358 L 590 326", Fill.GLASS),
        _shape("M 258 86 L 96 118 M 258 334 L 96 302"),
    ),
)

_CAR_FACE = (
    "M 40 270 L 40 190 C 40 160 52 140 75 128 L 115 55 C 122 38 140 28 165 26 L 255 26 "
    "C 280 28 298 38 305 55 L 345 128 C 368 140 380 160 380 190 L 380 270 "
    "C 380 280 370 285 360 285 L 60 285 C 50 285 40 280 40 270 Z"
)
_FACE = (
    _shape("M 54 284 L 54 318 L 104 318 L 104 284 Z", Fill.DARK),
    _shape("M 316 284 L 316 318 L 366 318 L 366 284 Z", Fill.DARK),
    _shape("M 80 120 L 44 108 L 38 128 L 72 134 Z", Fill.BODY),
    _shape("M 340 120 L 376 108 L 382 128 L 348 134 Z", Fill.BODY),
    _shape(_CAR_FACE, Fill.BODY),
)

_FRONT = View(
    420,
    330,
    (
        *_FACE,
        _shape(
            "M 100 125 L 130 62 C 135 52 145 48 160 48 L 260 48 C 275 48 285 52 290 62 L 320 125 Z",
            Fill.GLASS,
        ),
        _shape("M 56 160 L 122 172 L 116 200 L 58 190 Z", Fill.GLASS),
        _shape("M 364 160 L 298 172 L 304 200 L 362 190 Z", Fill.GLASS),
        _shape("M 142 176 L 278 176 L 264 212 L 156 212 Z", Fill.DARK),
        _shape("M 158 232 L 262 232 L 262 260 L 158 260 Z"),
    ),
)

_REAR = View(
    420,
    330,
    (
        *_FACE,
        _shape(
            "M 112 118 L 136 64 C 140 54 150 50 164 50 L 256 50 C 270 50 280 54 284 64 L 308 118 Z",
            Fill.GLASS,
        ),
        _shape("M 50 156 L 128 168 L 128 196 L 50 196 Z", Fill.DARK),
        _shape("M 370 156 L 292 168 L 292 196 L 370 196 Z", Fill.DARK),
        _shape("M 158 172 L 262 172 L 262 200 L 158 200 Z"),
        _shape("M 44 232 L 376 232"),
    ),
)

VIEWS: Mapping[CarSide, View] = MappingProxyType(
    {
        CarSide.TOP: _TOP,
        CarSide.FRONT: _FRONT,
        CarSide.REAR: _REAR,
        CarSide.LEFT: _LEFT,
        CarSide.RIGHT: _mirrored(_LEFT),
    }
)

_LONG = (CarSide.LEFT, CarSide.TOP, CarSide.RIGHT)


def _unfolded() -> dict[CarSide, Box]:
    boxes: dict[CarSide, Box] = {}
    y = 0.0
    for side in _LONG:
        view = VIEWS[side]
        boxes[side] = Box(0, y, view.width, view.height)
        y += view.height + GAP
    across = 1000 + 2 * GAP
    for side, beside in ((CarSide.FRONT, CarSide.LEFT), (CarSide.REAR, CarSide.RIGHT)):
        view = VIEWS[side]
        middle = boxes[beside].y + boxes[beside].height / 2
        boxes[side] = Box(across, middle - view.height / 2, view.width, view.height)
    return boxes


def _in_a_row() -> dict[CarSide, Box]:
    boxes: dict[CarSide, Box] = {}
    x = 0.0
    for side in (*_LONG, CarSide.FRONT, CarSide.REAR):
        view = VIEWS[side]
        boxes[side] = Box(x, (420 - view.height) / 2, view.width, view.height)
        x += view.width + 2 * GAP
    return boxes


UNFOLDED: Mapping[CarSide, Box] = MappingProxyType(_unfolded())
"""The long views beneath each other, front and rear at the right: for the screen."""

IN_A_ROW: Mapping[CarSide, Box] = MappingProxyType(_in_a_row())
"""All five beside each other: for paper."""


def extent(boxes: Mapping[CarSide, Box]) -> tuple[float, float]:
    """Width and height of a drawing."""
    return (
        max(box.x + box.width for box in boxes.values()),
        max(box.y + box.height for box in boxes.values()),
    )
