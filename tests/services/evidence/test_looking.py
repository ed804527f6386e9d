"""Pictures and pages are looked at by a process of their own: whatever is in them does no harm."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from frontdesk.errors import UserError
from frontdesk.services.evidence import looker, looking
from frontdesk.services.evidence.kinds import Shape
from frontdesk.services.evidence.looking import Fault, preview
from tests.services.evidence import files
from tests.services.evidence.conftest import Kept

_SCRIPT = b"/OpenAction << /S /JavaScript /JS (while(true){}) >>"
_LAUNCH = b"/OpenAction << /S /Launch /F (calc.exe) >>"
_HOSTILE = {
    "cut off": files.picture(size=(800, 600))[:3000],
    "cut off after its head": files.picture(size=(800, 600))[:200],
    "a page that unpacks to a hundred megabytes": files.pdf(content=b"q " * 50_000_000),
    "pages that are their own parents": files.pdf().replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"),
    "no pages": files.pdf(0),
    "rubbish after a PDF's head": b"%PDF-1.7\n" + bytes(range(256)) * 40,
    "a WebP of rubbish": b"RIFF\xff\xff\xff\x7fWEBPVP8L" + bytes(range(256)),
}


@pytest.mark.parametrize("what", _HOSTILE)
def test_a_hostile_file_is_kept_without_a_preview(kept: Kept, what: str) -> None:
    key = kept.add(_HOSTILE[what])

    [found] = kept.all()
    assert found.thumbnail is None
    with pytest.raises(UserError) as told:
        kept.evidence.view(key)
    assert told.value.code == "evidence.no_view"
    assert kept.evidence.content(key) == _HOSTILE[what]


def test_a_picture_too_large_is_refused_before_it_is_decoded(kept: Kept) -> None:
    bomb = files.png_of(30_000, 30_000)
    assert len(bomb) < 200_000

    with pytest.raises(UserError) as told:
        kept.add(bomb)

    assert told.value.code == "evidence.too_many_pixels"
    assert kept.all() == ()


@pytest.mark.parametrize(("side", "fault"), [(1000, None), (1001, Fault.PIXELS), (1500, "pixels")])
def test_the_limit_is_the_limit(side: int, fault: Fault | None) -> None:
    assert preview([files.png_of(side, 1000, 1000)], Shape.PICTURE, 1).fault == fault


@pytest.mark.parametrize("content", [files.pdf(extra=_SCRIPT), files.pdf(extra=_LAUNCH)])
def test_a_pdf_with_a_script_is_drawn_and_nothing_runs(kept: Kept, content: bytes) -> None:
    key = kept.add(content)

    assert kept.all()[0].pages == 1
    assert kept.evidence.view(key).picture.startswith(b"\xff\xd8\xff")


def test_a_picture_with_something_behind_it_stays_a_picture(kept: Kept) -> None:
    both = files.picture() + files.archive() + b"<script>alert(1)</script>"

    key = kept.add(both, "x.zip")

    [found] = kept.all()
    assert found.media_type == "image/jpeg"
    assert found.thumbnail is not None
    assert b"script" not in found.thumbnail
    assert b"script" not in kept.evidence.view(key).picture


@pytest.mark.parametrize(
    ("orientation", "left", "size"),
    [(1, "red", (64, 48)), (3, "blue", (64, 48)), (6, "red above", (48, 64))],
)
def test_a_picture_stands_as_it_was_taken(
    orientation: int, left: str, size: tuple[int, int]
) -> None:
    look = preview([files.picture(exif=files.exif(orientation))], Shape.PICTURE, 100)

    assert (look.width, look.height) == size
    assert look.picture is not None
    made = Image.open(io.BytesIO(look.picture))
    assert made.size == size
    corner = made.getpixel((2, 2))
    assert isinstance(corner, tuple)
    assert ("blue" if corner[2] > 128 else "red") == left.split(maxsplit=1)[0]


def test_a_preview_carries_nothing_of_what_the_camera_noted() -> None:
    content = files.picture(
        exif=files.exif(6), comment=b"secret place", icc_profile=b"secret place"
    )
    assert b"secret place" in content

    look = preview([content], Shape.PICTURE, 100)

    assert look.picture is not None
    assert b"secret" not in look.picture
    assert not Image.open(io.BytesIO(look.picture)).getexif()


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "L", "1", "CMYK", "I;16"])
def test_every_mode_of_a_picture_becomes_a_preview(mode: str) -> None:
    written = io.BytesIO()
    Image.new(mode, (3000, 2000)).save(written, "JPEG" if mode == "CMYK" else "PNG")

    look = preview([written.getvalue()], Shape.PICTURE, 100)

    assert look.picture is not None
    assert Image.open(io.BytesIO(look.picture)).size == (480, 320)


def test_pages_are_counted_and_drawn_one_at_a_time(kept: Kept) -> None:
    key = kept.add(files.pdf(12))

    view = kept.evidence.view(key, 11)
    assert (view.page, view.pages) == (11, 12)
    assert Image.open(io.BytesIO(view.picture)).size == (1600, 2400)
    with pytest.raises(UserError):
        kept.evidence.view(key, 12)


def test_a_page_of_absurd_size_is_drawn_small() -> None:
    wide = files.pdf().replace(b"[0 0 200 300]", b"[0 0 9e9 0.1]")

    look = preview([wide], Shape.PAGES, 100)

    assert look.picture is None or len(look.picture) < 100_000


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("import os; os.kill(os.getpid(), 11)", "ended"),
        ("import sys; sys.exit(3)", "ended"),
        ("while True: pass", "ended"),
    ],
)
def test_a_looker_that_crashes_or_hangs_costs_the_preview_only(
    kept: Kept,
    body: str,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    script = tmp_path / "looker.py"
    script.write_text(body)
    monkeypatch.setattr(looking, "_LOOKER", script)
    monkeypatch.setattr(looking, "_SECONDS", 1)

    kept.add(files.picture(size=(1500, 1000)) + bytes(600_000))

    [found] = kept.all()
    assert found.thumbnail is None
    assert said in caplog.text


def test_a_system_that_starts_no_process_keeps_the_file(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")

    kept.add(files.picture())

    assert kept.all()[0].thumbnail is None
    assert kept.evidence.find_by_scan(files.picture()) is None


@pytest.mark.skipif(sys.platform == "win32", reason="no such bounds there")
def test_the_looker_has_bounded_memory_and_writes_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "looker.py"
    script.write_text(
        f"import json, sys; sys.path.insert(0, {str(Path(looker.__file__).parent)!r})\n"
        "import looker, resource\n"
        "looker._bind(); sys.stdin.buffer.read(); codes = []\n"
        "try: bytearray(3 << 30)\n"
        "except MemoryError: codes.append('memory')\n"
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"try: f = open({str(tmp_path / 'leak')!r}, 'wb'); f.write(b'x'); f.flush()\n"
        "except OSError: codes.append('file')\n"
        "if resource.getrlimit(resource.RLIMIT_CORE) == (0, 0): codes.append('core')\n"
        "print(json.dumps(vars(looker.Answer(codes=codes))))\n"
    )
    monkeypatch.setattr(looking, "_LOOKER", script)

    assert looking.scan([b"x"], Shape.PICTURE, 1) == ("memory", "file", "core")


def test_the_looker_is_not_told_the_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "looker.py"
    script.write_text(
        "import json, os, sys; sys.stdin.buffer.read(); print(json.dumps(dict(width=None, "
        "height=None, pages=None, fault='', codes=[os.environ.get('FRONTDESK_PASSWORD', '-')])))"
    )
    monkeypatch.setattr(looking, "_LOOKER", script)
    monkeypatch.setenv("FRONTDESK_PASSWORD", "secret")

    assert looking.scan([b"x"], Shape.PICTURE, 1) == ("-",)


@settings(max_examples=150)
@given(
    st.sampled_from(["image/jpeg", "image/png", "image/webp", "application/pdf"]),
    st.lists(st.tuples(st.integers(0, 1500), st.integers(0, 255)), max_size=30),
    st.integers(1, 1500),
)
def test_a_bitten_picture_is_shown_or_not_and_never_an_error(
    media_type: str, bites: list[tuple[int, int]], cut: int
) -> None:
    content = bytearray(files.KEPT[media_type][:cut])
    for place, value in bites:
        if place < len(content):
            content[place] = value
    shape = "pages" if media_type == "application/pdf" else "picture"

    for act in ("preview", "scan"):
        answer, picture = looker.look(bytes(content), act, shape, megapixels=1, page=0, side=64)
        assert answer.fault in {"", "pixels", "unreadable"}
        assert bool(picture) == (act == "preview" and not answer.fault)
