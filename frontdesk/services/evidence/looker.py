"""Looks at pictures and pages; run as a process of its own, which imports nothing of the program.

What is given to it comes from outside: a file may be made to exhaust, hang or crash whatever
decodes it. Here that harms nothing: the process has bounded memory and time, opens no file for
writing, leaves no core, and whoever started it goes on without a preview when it ends badly.

``looker.py preview|scan picture|pages MEGAPIXELS PAGE SIDE``: the file comes on standard input; the
answer is one line of JSON (``width``, ``height``, ``pages``, ``fault``, ``codes``), then a JPEG.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

_MEMORY = 2 << 30
_SECONDS = 20
_QUALITY = 85
_READ_PICTURES = ("JPEG", "PNG", "WEBP")
_SIDEWAYS = {5, 6, 7, 8}
_ORIENTATION = 0x0112
_WHITE = (255, 255, 255)
# Of a scan: so many pages are searched, at these dots per inch, no larger than this many pixels.
_PAGES, _DPI, _SCAN_SIDE = 3, (200, 300), 4_200
# Bars of a sheet scanned at 100 dpi are read three times as large; found by trial, not by bicubic.
_SMALL_SCAN, _LARGER = 1_800, 3
_TILTS = (0, -4, 4, -8, 8)


@dataclass
class Answer:
    """What was found out; ``fault`` is '', 'pixels' (not decoded: too many) or 'unreadable'."""

    width: int | None = None
    height: int | None = None
    pages: int | None = None
    fault: str = ""
    codes: list[str] = field(default_factory=list)


def main(arguments: Sequence[str]) -> int:
    """Answer what is asked about standard input."""
    _bind()
    act, shape = arguments[:2]
    megapixels, page, side = (int(each) for each in arguments[2:5])
    content = sys.stdin.buffer.read()
    answer, picture = look(content, act, shape, megapixels=megapixels, page=page, side=side)
    sys.stdout.buffer.write(json.dumps(asdict(answer)).encode() + b"\n" + picture)
    return 0


def look(
    content: bytes, act: str, shape: str, *, megapixels: int, page: int = 0, side: int = 0
) -> tuple[Answer, bytes]:
    """The answer and, for ``preview``, a JPEG no wider or higher than ``side`` pixels."""
    import warnings

    from PIL import Image

    Image.MAX_IMAGE_PIXELS = megapixels * 1_000_000
    # Past the limit Pillow warns, past its double it refuses: here the limit is the limit.
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    answer = Answer()
    made = b""
    try:
        if act == "scan":
            answer.codes = list(_codes(content, shape))
        elif shape == "pages":
            made = _jpeg(_page(content, answer, page, side))
        else:
            made = _jpeg(_picture(content, answer, side))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        answer.fault = "pixels"
    # Decoders meet hostile files with whatever they have; the one thing told is that it failed.
    except Exception:  # noqa: BLE001 - nothing is lost: the file is kept, there is no preview
        answer.fault = "unreadable"
    return answer, made


def _bind() -> None:
    """Take away from this process what it does not need, where the system can."""
    with suppress(ImportError):
        import resource

        for what, most in (
            (resource.RLIMIT_AS, _MEMORY),
            (resource.RLIMIT_CPU, _SECONDS),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            with suppress(ValueError, OSError):
                resource.setrlimit(what, (most, most))


def _picture(content: bytes, answer: Answer, side: int) -> Image:
    """The picture the right way up, at most ``side`` wide and high; its true size is noted."""
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(content), formats=_READ_PICTURES) as opened:
        turned = opened.getexif().get(_ORIENTATION) in _SIDEWAYS
        answer.width, answer.height = opened.size[::-1] if turned else opened.size
        # Lets a JPEG be decoded at a fraction of its size: quicker, and in less memory.
        opened.draft("RGB", (2 * side, 2 * side))
        shown = _eight_bits(opened)
        shown.thumbnail((side, side))
        return ImageOps.exif_transpose(shown)


def _eight_bits(opened: Image) -> Image:
    """Shades of sixteen bits, as some scanners give them, in eight."""
    if not opened.mode.startswith("I"):
        return opened
    return opened.convert("I").point(lambda shade: shade * (1 / 256)).convert("L")


def _page(content: bytes, answer: Answer, number: int, side: int) -> Image:
    """A page of a PDF drawn ``side`` pixels long; scripts are never run."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    answer.pages = len(document)
    page = document[number]
    width, height = page.get_size()
    answer.width, answer.height = round(width), round(height)
    return _drawn(page, side / max(width, height, 1))


def _drawn(page: Any, scale: float, *, grey: bool = False) -> Image:
    made = page.render(scale=scale, may_draw_forms=False, grayscale=grey).to_pil()
    image: Image = made
    return image


def _jpeg(image: Image) -> bytes:
    """``image`` on white, encoded anew: nothing of the file's metadata comes along."""
    from PIL import Image as Images

    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        image = image.convert("RGBA")
        plain = Images.new("RGB", image.size, _WHITE)
        plain.paste(image, mask=image.getchannel("A"))
        image = plain
    clean = image.convert("RGB")
    clean.info.clear()
    written = io.BytesIO()
    clean.save(written, "JPEG", quality=_QUALITY, optimize=True)
    return written.getvalue()


def _codes(content: bytes, shape: str) -> Iterator[str]:
    """What the first barcodes say that are found; the search ends with the first sight of any."""
    import zxingcpp

    kinds = zxingcpp.BarcodeFormat.Code128 | zxingcpp.BarcodeFormat.QRCode
    for sight in _sights(content, shape):
        for tilted in _tilted(sight):
            found = [each.text for each in zxingcpp.read_barcodes(tilted, formats=kinds)]
            if found:
                yield from found
                return


def _sights(content: bytes, shape: str) -> Iterator[Image]:
    """The sheet in grey, in one size after the other: bars a scan made too fine are widened."""
    from PIL import Image

    if shape == "pages":
        import pypdfium2

        document = pypdfium2.PdfDocument(content)
        for dpi in _DPI:
            for number in range(min(len(document), _PAGES)):
                page = document[number]
                most = _SCAN_SIDE / max(*page.get_size(), 1)
                yield _drawn(page, min(dpi / 72, most), grey=True)
        return
    with Image.open(io.BytesIO(content), formats=_READ_PICTURES) as opened:
        opened.draft("L", (_SCAN_SIDE, _SCAN_SIDE))
        grey = _eight_bits(opened).convert("L")
    grey.thumbnail((_SCAN_SIDE, _SCAN_SIDE))
    yield grey
    if max(grey.size) < _SMALL_SCAN:
        larger = (grey.width * _LARGER, grey.height * _LARGER)
        yield grey.resize(larger, Image.Resampling.LANCZOS)


def _tilted(sight: Image) -> Iterator[Image]:
    """``sight`` as it lies and a little turned; each quarter turn is the reader's own matter."""
    from PIL import Image

    for degrees in _TILTS:
        if degrees == 0:
            yield sight
        else:
            yield sight.rotate(degrees, Image.Resampling.BILINEAR, fillcolor=255)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
