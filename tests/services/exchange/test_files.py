"""Opening files: what is a sheet is read, what is not is refused with a sentence, quickly."""

from __future__ import annotations

import codecs
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.errors import UserError
from frontdesk.language import Language
from frontdesk.services.exchange.files import read_sheets
from frontdesk.services.exchange.sheet import Sheet
from frontdesk.texts import sentence
from tests.services.exchange.sheets import HEADING, delivery, write_csv, write_xlsx

ROWS = [HEADING, delivery(1), delivery(2, remarks="=SUM(A1:A9)")]


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as refused:
        read_sheets(path)
    for language in Language:
        said = sentence(refused.value, language)
        assert said != refused.value.code
        assert "{" not in said
    return refused.value.code


def texts(sheet: Sheet) -> list[list[str]]:
    return [[str(cell) for cell in row] for row in sheet.rows]


def repacked(path: Path, change: dict[str, bytes]) -> Path:
    """The workbook at ``path`` with parts replaced or added."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (parts | change).items():
            archive.writestr(name, content)
    return path


def sheet_part(path: Path) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read("xl/worksheets/sheet1.xml")


def test_a_workbook_is_read_as_it_stands(tmp_path: Path) -> None:
    (sheet,) = read_sheets(write_xlsx(tmp_path / "a.xlsx", ROWS))
    assert sheet.name == "交车明细"
    assert sheet.rows[0] == HEADING
    assert sheet.rows[2][8] == "=SUM(A1:A9)"


def test_a_formula_is_its_last_result(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [["a"]])
    part = sheet_part(path).replace(
        b"<sheetData>", b'<sheetData><row r="3"><c r="A3"><f>1+1</f><v>2</v></c></row>'
    )
    cells = b'<sheetData><row r="1"><c r="A1"><f>A9+1</f><v>2</v></c></row></sheetData>'
    head, _, rest = part.partition(b"<sheetData>")
    part = head + cells + rest.partition(b"</sheetData>")[2]
    (sheet,) = read_sheets(repacked(path, {"xl/worksheets/sheet1.xml": part}))
    assert sheet.rows == [(2.0,)]


def test_a_failed_formula_is_told_and_a_look_up_without_answer_is_blank(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "一 & 二"
    book.active.append(["a", "#REF!", "#N/A", "c"])
    for cell in book.active[1][1:3]:
        cell.data_type = "e"
    book.create_sheet("三").append(["#REF!"])
    book.save(tmp_path / "a.xlsx")
    first, second = read_sheets(tmp_path / "a.xlsx")
    assert first.rows == [("a", "#REF!", "", "c")]
    assert second.rows == [("#REF!",)]


def test_a_cell_merged_downwards_stands_for_every_row(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = write_xlsx(tmp_path / "a.xlsx", [*ROWS, delivery(3, name=None)])
    book = load_workbook(path)
    book.active.merge_cells("B3:B4")
    book.save(path)
    (sheet,) = read_sheets(path)
    assert sheet.rows[3][1] == sheet.rows[2][1]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_text_is_read_in_any_usual_encoding(tmp_path: Path, encoding: str, delimiter: str) -> None:
    (sheet,) = read_sheets(write_csv(tmp_path / "a.csv", ROWS, encoding, delimiter))
    assert sheet.rows[0] == HEADING
    assert sheet.rows[1][1] == "王二"
    assert sheet.rows[2][8] == "=SUM(A1:A9)"


def test_text_with_a_big_endian_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(codecs.BOM_UTF16_BE + "姓名,电话\r\n王二,13800138000\r\n".encode("utf-16-be"))
    (sheet,) = read_sheets(path)
    assert texts(sheet) == [["姓名", "电话"], ["王二", "13800138000"]]


def test_text_under_an_excel_name_is_still_read(tmp_path: Path) -> None:
    (sheet,) = read_sheets(write_csv(tmp_path / "export.xls", ROWS, "gb18030", "\t"))
    assert sheet.rows[0] == HEADING


def test_excels_own_hints_in_text_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('sep=;\n姓名;电话\n王二;="013800138000"\n', "utf-8")
    (sheet,) = read_sheets(path)
    assert texts(sheet) == [["姓名", "电话"], ["王二", "013800138000"]]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.xlsx", b"", "file.empty"),
        ("blank.csv", b" \r\n\t\n", "file.empty"),
        ("truncated.xlsx", b"PK\x03\x04" + b"\x00" * 40, "file.damaged"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "file.old_excel"),
        (
            "locked.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "file.password",
        ),
        ("page.xls", b"<html><table><tr><td>1</td></tr></table></html>", "file.web_page"),
        ("form.csv", b"%PDF-1.7 \n1 0 obj", "file.not_a_sheet"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00", "file.not_a_sheet"),
        ("mixed.csv", "姓名".encode() + b"\xff\xff\x81", "file.encoding"),
    ],
)
def test_what_is_no_sheet_is_refused(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert refusal(path) == code


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.xlsx") == "file.missing"
    assert refusal(tmp_path) == "file.folder"
    assert refusal(Path("bad\x00name.xlsx")) in ("file.missing", "file.unreadable")


@pytest.mark.parametrize(
    ("member", "code"),
    [
        ("Index/Document.iwa", "file.numbers"),
        ("content.xml", "file.other_sheet"),
        ("xl/workbook.bin", "file.other_sheet"),
        ("word/document.xml", "file.not_a_sheet"),
    ],
)
def test_other_kinds_of_archive_are_named(tmp_path: Path, member: str, code: str) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, b"x")
    assert refusal(path) == code


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", ROWS)
    zeros = b" " * 60_000_000
    assert refusal(repacked(path, {"xl/sharedStrings.xml": zeros})) == "file.bomb"


def test_a_part_larger_than_it_says_is_found(tmp_path: Path) -> None:
    path = repacked(write_xlsx(tmp_path / "a.xlsx", ROWS), {"xl/extra.xml": b"<a>" + b"b" * 90_000})
    content = path.read_bytes()
    size = struct.pack("<I", 90_003)
    assert content.count(size) >= 2
    path.write_bytes(content.replace(size, struct.pack("<I", 3)))
    assert refusal(path) == "file.damaged"


def test_entities_are_refused(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", ROWS)
    part = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + sheet_part(path)
    assert refusal(repacked(path, {"xl/worksheets/sheet1.xml": part})) == "file.damaged"


def test_a_truncated_workbook_is_refused(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", ROWS)
    content = path.read_bytes()
    for length in range(200, len(content), 701):
        path.write_bytes(content[:length])
        assert refusal(path) == "file.damaged"


def test_a_cell_of_a_megabyte_is_refused(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [HEADING, ["x" * 32_000]])
    long = b"".join(b"%07d" % n for n in range(150_000))
    part = sheet_part(path).replace(b"x" * 32_000, long)
    assert refusal(repacked(path, {"xl/worksheets/sheet1.xml": part})) == "file.text_too_long"
    csv_path = write_csv(tmp_path / "a.csv", [HEADING, ["x" * 1_000_000]])
    assert refusal(csv_path) == "file.cell_too_long"


def test_a_claim_of_a_million_rows_is_not_believed(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", ROWS)
    part = sheet_part(path).replace(b'ref="A1:I3"', b'ref="A1:XFD1048576"')
    assert b"XFD1048576" in part
    (sheet,) = read_sheets(repacked(path, {"xl/worksheets/sheet1.xml": part}))
    assert len(sheet.rows) == 3


@pytest.mark.parametrize("far", [b"A1048576", b"XFD1", b"XFD1048576", b"ZZ2"])
def test_a_cell_far_out_is_refused_before_room_is_made_for_it(tmp_path: Path, far: bytes) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", ROWS)
    row = b'<row><c r="' + far + b'"><v>1</v></c></row></sheetData>'
    part = sheet_part(path).replace(b"</sheetData>", row)
    assert refusal(repacked(path, {"xl/worksheets/sheet1.xml": part})) == "file.too_many_rows"


def test_a_million_real_rows_are_refused(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", ROWS)
    rows = b"".join(b"<row><c><v>%d</v></c></row>" % n for n in range(1_000_000))
    part = sheet_part(path).replace(b"</sheetData>", rows + b"</sheetData>")
    assert refusal(repacked(path, {"xl/worksheets/sheet1.xml": part})) == "file.too_many_rows"


def test_a_long_text_of_rows_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n" * 50_001, "ascii")
    assert refusal(path) == "file.too_many_rows"


_DAMAGE = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1)


@given(damage=_DAMAGE)
def test_a_damaged_workbook_never_gets_past_a_sentence(
    tmp_path: Path, damage: list[tuple[float, int]]
) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", ROWS)
    content = bytearray(path.read_bytes())
    for place, byte in damage:
        content[int(place * len(content))] = byte
    path.write_bytes(content)
    read_or_refused(path)


@given(content=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "any.csv"
    path.write_bytes(content)
    read_or_refused(path)


def read_or_refused(path: Path) -> None:
    code = "file.read"
    try:
        assert read_sheets(path)
    except UserError as refused:
        code = refused.code
    assert code.startswith("file.")
