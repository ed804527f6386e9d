"""What a file is, told by its content and never by its name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import BinaryIO

from frontdesk.models.enums import AttachmentKind
from frontdesk.services.evidence.media_boxes import tracks_of

HEAD = 4_096
"""So many bytes of a file tell what it is."""


class Shape(StrEnum):
    """How a file can be looked at."""

    PICTURE = "picture"
    PAGES = "pages"
    SOUND = "sound"
    OPAQUE = "opaque"


@dataclass(frozen=True, slots=True)
class FileType:
    """A type that is kept: its media type, the suffix it is exported with, its usual kind."""

    media_type: str
    suffix: str
    shape: Shape
    kind: AttachmentKind

    @property
    def unseen(self) -> bool:
        """A photo nothing here decodes: it is kept, and neither shown nor printed."""
        return self.kind is AttachmentKind.PHOTO and self.shape is Shape.OPAQUE


_A, _S = AttachmentKind, Shape
JPEG = FileType("image/jpeg", ".jpg", _S.PICTURE, _A.PHOTO)
PNG = FileType("image/png", ".png", _S.PICTURE, _A.PHOTO)
WEBP = FileType("image/webp", ".webp", _S.PICTURE, _A.PHOTO)
HEIC = FileType("image/heic", ".heic", _S.OPAQUE, _A.PHOTO)
PDF = FileType("application/pdf", ".pdf", _S.PAGES, _A.SCAN)
MP3 = FileType("audio/mpeg", ".mp3", _S.SOUND, _A.RECORDING)
M4A = FileType("audio/mp4", ".m4a", _S.SOUND, _A.RECORDING)
WAV = FileType("audio/wav", ".wav", _S.SOUND, _A.RECORDING)
AMR = FileType("audio/amr", ".amr", _S.SOUND, _A.RECORDING)
OGG = FileType("audio/ogg", ".ogg", _S.SOUND, _A.RECORDING)

TYPES: Mapping[str, FileType] = MappingProxyType(
    {each.media_type: each for each in (JPEG, PNG, WEBP, HEIC, PDF, MP3, M4A, WAV, AMR, OGG)}
)
"""All that is kept, by media type."""

_BEGINNINGS: tuple[tuple[bytes, FileType], ...] = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"%PDF-", PDF),
    (b"\xef\xbb\xbf%PDF-", PDF),
    (b"ID3", MP3),
    (b"OggS", OGG),
    (b"#!AMR\n", AMR),
    (b"#!AMR-WB\n", AMR),
)
_IN_RIFF = {b"WEBP": WEBP, b"WAVE": WAV}
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_KBIT_MPEG1 = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_KBIT_MPEG2 = (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_HERTZ = (44_100, 48_000, 32_000)


def type_of(file: BinaryIO) -> FileType | None:
    """The type of ``file`` (seekable, left where it is), or ``None`` for one that is not kept."""
    file.seek(0)
    head = file.read(HEAD)
    for beginning, found in _BEGINNINGS:
        if head.startswith(beginning):
            return found
    if head[:4] == b"RIFF":
        return _IN_RIFF.get(head[8:12])
    if head[4:8] == b"ftyp":
        return _boxed(file, head[8:12])
    return MP3 if _is_mp3(head) else None


def _boxed(file: BinaryIO, brand: bytes) -> FileType | None:
    """A still picture of a telephone, or sound alone; films are not kept."""
    if brand in _HEIC_BRANDS:
        return HEIC
    tracks = tracks_of(file)
    return M4A if b"soun" in tracks and b"vide" not in tracks else None


def _is_mp3(head: bytes) -> bool:
    """Whether two frames of MPEG audio, layer III, follow on one another from the beginning.

    One header alone is two bytes that anything might begin with.
    """
    first = _frame_length(head)
    return first is not None and _frame_length(head[first:]) is not None


def _frame_length(head: bytes) -> int | None:
    """The bytes of the frame that begins ``head`` (ISO 11172-3, 13818-3), if one does."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return None
    version, rate, hertz = head[1] >> 3 & 3, head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or rate in {0, 15} or hertz == 3:
        return None
    whole = version == 3
    kbit = (_KBIT_MPEG1 if whole else _KBIT_MPEG2)[rate - 1]
    sampled = _HERTZ[hertz] // (1 if whole else 2 if version == 2 else 4)
    return (144 if whole else 72) * kbit * 1000 // sampled + (head[2] >> 1 & 1)
