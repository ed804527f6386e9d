"""What is kept and what is refused goes by the content; no bytes are an error."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from frontdesk.errors import UserError
from frontdesk.language import Language
from frontdesk.models.enums import AttachmentKind
from frontdesk.services.evidence.exporting import file_name
from frontdesk.services.evidence.kinds import TYPES, type_of
from frontdesk.services.evidence.source import typed
from frontdesk.texts import sentence
from tests.services.evidence import files
from tests.services.evidence.conftest import Kept


@pytest.mark.parametrize("media_type", files.KEPT)
def test_a_type_is_told_by_its_content_whatever_its_name(kept: Kept, media_type: str) -> None:
    content = files.KEPT[media_type]

    key = kept.add(content, "发票.exe")

    [found] = kept.all()
    assert found.media_type == media_type
    assert found.kind is TYPES[media_type].kind
    assert found.size == len(content)
    assert kept.evidence.content(key) == content


def test_every_type_that_is_kept_has_a_file_here() -> None:
    assert files.KEPT.keys() == TYPES.keys()


@pytest.mark.parametrize("what", files.REFUSED)
def test_everything_else_is_refused_in_words(kept: Kept, what: str) -> None:
    content, code = files.REFUSED[what]

    with pytest.raises(UserError) as refused:
        kept.add(content, "照片.jpg")

    assert refused.value.code == code
    for language in Language:
        assert "{" not in sentence(refused.value, language)
    assert kept.all() == ()


@given(st.binary(max_size=3000))
@example(b"\xff\xfb\x90\x00" + bytes(417))
@example(files.mp4(b"soun")[:30])
def test_any_bytes_have_a_type_or_a_refusal(content: bytes) -> None:
    with BytesIO(content) as file:
        found: object
        try:
            found = typed(file)
        except UserError as refused:
            found = refused.code
    assert found in {*TYPES.values(), "evidence.type", "evidence.type_office", "evidence.type_film"}


@given(
    st.sampled_from(sorted(files.KEPT)),
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=20),
    st.integers(0, 2000),
)
def test_a_file_bitten_and_cut_is_never_an_error(
    media_type: str, bites: list[tuple[int, int]], cut: int
) -> None:
    content = bytearray(files.KEPT[media_type][:cut])
    for place, value in bites:
        if place < len(content):
            content[place] = value

    found = type_of(BytesIO(bytes(content)))

    assert found is None or found in TYPES.values()


def test_boxes_that_lie_about_their_length_end_the_search() -> None:
    endless = files.box(b"ftyp", b"mp42" + bytes(4)) + b"\0\0\0\x01moov" + b"\xff" * 8
    nested = files.box(b"ftyp", b"mp42" + bytes(4)) + (b"\0\0\0\x08free" * 5000)

    assert type_of(BytesIO(endless)) is None
    assert type_of(BytesIO(nested)) is None


def test_a_kind_may_be_given(kept: Kept) -> None:
    kept.add(files.KEPT["application/pdf"], kind=AttachmentKind.SIGNED_SHEET)

    assert kept.all()[0].kind is AttachmentKind.SIGNED_SHEET


@pytest.mark.parametrize(
    ("name", "suffix", "written"),
    [
        ("照片.jpg", ".jpg", "照片.jpg"),
        ("照片.JPG", ".jpg", "照片.jpg"),
        ("bill.pdf.exe", ".pdf", "bill.pdf.exe.pdf"),
        ("../../etc/passwd", ".png", "_.._etc_passwd.png"),
        ("a:b*c?.jpg", ".jpg", "a_b_c_.jpg"),
        ("CON.jpg", ".jpg", "_CON.jpg"),
        ("aux", ".wav", "_aux.wav"),
        (" .. ", ".pdf", "_.pdf"),
        ("evil\u202egpj.exe", ".jpg", "evilgpj.exe.jpg"),
        ("长" * 300, ".jpg", "长" * 66 + ".jpg"),
    ],
)
def test_an_exported_name_is_safe_and_ends_as_the_content_says(
    name: str, suffix: str, written: str
) -> None:
    assert file_name(name, suffix) == written


@given(st.text(max_size=300))
def test_any_name_can_be_written(name: str) -> None:
    made = file_name(name, ".jpg")

    assert Path(made).name == made
    assert made.endswith(".jpg")
    assert not set('\\/:*?"<>|\0\n') & set(made)
