"""Small files of every kind, made here: what cameras, scanners, telephones and liars give."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Any

from PIL import Image


def picture(kind: str = "JPEG", size: tuple[int, int] = (64, 48), **options: Any) -> bytes:
    """A picture: red at the left, blue at the right."""
    image = Image.new("RGB", size, (200, 20, 20))
    image.paste((20, 20, 200), (size[0] // 2, 0, *size))
    written = io.BytesIO()
    image.save(written, kind, **options)
    return written.getvalue()


def exif(orientation: int) -> Image.Exif:
    """What a camera held sideways notes, with where it was."""
    noted = Image.Exif()
    noted[0x0112] = orientation
    noted[0x010E] = "secret place"
    return noted


def png_of(width: int, height: int, rows: int = 1) -> bytes:
    """A PNG that says it is as large as that, and has data for ``rows`` rows of zeros."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = zlib.compress(bytes(width + 1) * rows)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def pdf(pages: int = 1, extra: bytes = b"", content: bytes = b"0 0 m 99 99 l S") -> bytes:
    """A PDF of empty pages with a stroke; ``extra`` goes into its catalogue."""
    kids = b" ".join(b"%d 0 R" % (n + 4) for n in range(pages))
    packed = zlib.compress(content)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R " + extra + b" >>",
        b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % pages,
        b"<< /Length %d /Filter /FlateDecode >> stream\n" % len(packed) + packed + b"\nendstream",
        *(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents 3 0 R >>"
            for _ in range(pages)
        ),
    ]
    made = b"%PDF-1.7\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return (
        made
        + b"xref\n0 %d\n0000000000 65535 f \n" % count
        + table
        + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (count, len(made))
    )


def box(kind: bytes, content: bytes = b"") -> bytes:
    """One box of an MP4 file."""
    return struct.pack(">I", 8 + len(content)) + kind + content


def mp4(*handlers: bytes, brand: bytes = b"mp42") -> bytes:
    """An MP4 file with a track for each of ``handlers``."""
    tracks = b"".join(
        box(b"trak", box(b"mdia", box(b"hdlr", bytes(8) + handler + bytes(12))))
        for handler in handlers
    )
    return box(b"ftyp", brand + bytes(4)) + box(b"mdat", b"sound") + box(b"moov", tracks)


def archive() -> bytes:
    """A zip, as an Office file is."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as made:
        made.writestr("word/document.xml", "<w/>")
    return written.getvalue()


MP3_FRAME = b"\xff\xfb\x90\x00" + bytes(413)
KEPT = {
    "image/jpeg": picture("JPEG"),
    "image/png": picture("PNG"),
    "image/webp": picture("WEBP"),
    "image/heic": box(b"ftyp", b"heic" + bytes(4) + b"mif1heic") + bytes(64),
    "application/pdf": pdf(),
    "audio/mpeg": MP3_FRAME * 3,
    "audio/mp4": mp4(b"soun"),
    "audio/wav": b"RIFF" + struct.pack("<I", 36) + b"WAVEfmt " + bytes(28),
    "audio/amr": b"#!AMR\n" + bytes(32),
    "audio/ogg": b"OggS" + bytes(60),
}
"""One file of each type that is kept."""

REFUSED = {
    "a program": (b"MZ" + bytes(200), "evidence.type"),
    "a script": (b"#!/bin/sh\nrm -rf ~\n", "evidence.type"),
    "a page": (b"<html><script>alert(1)</script>", "evidence.type"),
    "a drawing with scripts": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "evidence.type"),
    "an animation": (b"GIF89a" + bytes(60), "evidence.type"),
    "plain words": ("名单".encode(), "evidence.type"),
    "one byte": (b"\xff", "evidence.type"),
    "two bytes like sound": (b"\xff\xfb" + bytes(900), "evidence.type"),
    "an Office file": (archive(), "evidence.type_office"),
    "an old Office file": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "evidence.type_office",
    ),
    "a film": (mp4(b"soun", b"vide"), "evidence.type_film"),
    "boxes without tracks": (box(b"ftyp", b"mp42" + bytes(4)), "evidence.type_film"),
    "nothing": (b"", "evidence.empty"),
}
"""What is not kept, and why."""
