"""Small drawn pictures that stand for photos of a car and for signed sheets of paper."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

KINDS = 4
"""How many different ones there are of each."""
_PHOTO, _SHEET = (480, 320), (420, 594)
_THUMBNAIL = (256, 256)
_INK = (40, 60, 150)


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG, its size in pixels, and a small JPEG of it."""

    content: bytes
    width: int
    height: int
    thumbnail: bytes


@cache
def photo(kind: int) -> Picture:
    """A painted panel with its edge and a few scratches; ``kind`` is below :data:`KINDS`."""
    chance = random.Random(f"photo {kind}")
    colours = ((150, 30, 36), (60, 84, 120), (186, 188, 190), (46, 52, 50))

    def draw(pen: ImageDraw) -> None:
        width, height = _PHOTO
        for y in range(height):
            shade = 1.15 - 0.45 * y / height
            pen.line([(0, y), (width, y)], tuple(min(255, int(c * shade)) for c in colours[kind]))
        pen.ellipse([width * 0.58, height * 0.55, width * 1.1, height * 1.5], fill=(24, 24, 26))
        pen.line([(0, height * 0.34), (width, height * 0.27)], fill=(20, 20, 22), width=3)
        for _ in range(7):
            from_ = chance.uniform(0.1, 0.5) * width, chance.uniform(0.4, 0.6) * height
            to = from_[0] + chance.uniform(40, 120), from_[1] + chance.uniform(-14, 14)
            pen.line([from_, to], fill=(236, 236, 232), width=chance.choice((1, 2)))

    return _drawn(_PHOTO, draw)


@cache
def signed_sheet(kind: int) -> Picture:
    """A sheet with boxes, written lines and a signature; ``kind`` is below :data:`KINDS`."""
    chance = random.Random(f"sheet {kind}")

    def draw(pen: ImageDraw) -> None:
        width, height = _SHEET
        pen.rectangle([0, 0, width, height], fill=(252, 252, 249))
        pen.rectangle([width * 0.3, 24, width * 0.7, 36], fill=(60, 60, 64))
        for box in range(8):
            top = 56 + box * 62
            pen.rectangle([28, top, width - 28, top + 54], outline=(120, 122, 126))
            for row in range(3):
                right = chance.uniform(0.4, 0.92) * width
                pen.line(
                    [(38, top + 14 + row * 13), (right, top + 14 + row * 13)], (150, 150, 156), 3
                )
        x, y = width * 0.62, height - 58.0
        for _ in range(26):
            to = (x + chance.uniform(-4, 12), height - 50 + chance.uniform(-18, 14))
            pen.line([(x, y), to], fill=_INK, width=2)
            x, y = to

    return _drawn(_SHEET, draw)


def _drawn(size: tuple[int, int], draw: Callable[[ImageDraw], None]) -> Picture:
    from PIL import Image, ImageDraw

    image = Image.new("RGB", size, "white")
    draw(ImageDraw.Draw(image))
    small = image.copy()
    small.thumbnail(_THUMBNAIL)
    return Picture(_saved(image, "PNG"), *size, _saved(small, "JPEG"))


def _saved(image: Image, kind: str) -> bytes:
    kept = io.BytesIO()
    image.save(kept, kind, optimize=True)
    return kept.getvalue()
