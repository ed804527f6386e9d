"""Hostile files for the importer, each made on the spot: bombs, lies, other kinds, broken texts."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from itertools import chain, repeat

_BOOK = b"""<?xml version="1.0" encoding="UTF-8"?><workbook
 xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
 <sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"""
_TYPES = b"""<?xml version="1.0"?><Types
 xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
 <Default Extension="xml" ContentType="application/xml"/></Types>"""
_RELS = b"""<?xml version="1.0"?><Relationships
 xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="xl/workbook.xml"/></Relationships>"""
_BOOK_RELS = b"""<?xml version="1.0"?><Relationships
 xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
 Target="%s"/><Relationship Id="rId2"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
 Target="sharedStrings.xml"/></Relationships>"""
_SHEET = b"""<?xml version="1.0"?><worksheet
 xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s<sheetData>%s</sheetData>
 </worksheet>"""
_STRINGS = b"""<?xml version="1.0"?><sst
 xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</sst>"""
_HEADING = b"".join(
    b'<c r="%s1" t="inlineStr"><is><t>%s</t></is></c>' % (letter, title.encode())
    for letter, title in ((b"A", "车主"), (b"B", "电话"), (b"C", "车牌号"))
)

Parts = dict[str, bytes]


def parts(rows: bytes = b"", before: bytes = b"", sheet: str = "worksheets/sheet1.xml") -> Parts:
    """The parts of a small workbook with ``rows`` under a heading."""
    heading = b'<row r="1">' + _HEADING + b"</row>"
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELS,
        "xl/workbook.xml": _BOOK,
        "xl/_rels/workbook.xml.rels": _BOOK_RELS % sheet.encode(),
        f"xl/{sheet}": _SHEET % (before, heading + rows),
    }


def packed(members: Mapping[str, bytes] | list[tuple[str, bytes]]) -> bytes:
    """``members`` as a zip file."""
    content = io.BytesIO()
    pairs = members.items() if isinstance(members, Mapping) else members
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in pairs:
            archive.writestr(name, data)
    return content.getvalue()


def cell(at: str, text: str) -> bytes:
    """One text cell."""
    return f'<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>'.encode()


def row(number: int, *cells: bytes) -> bytes:
    return b'<row r="%d">%s</row>' % (number, b"".join(cells))


def _lying(size: int, true_size: int) -> bytes:
    """A sheet that claims ``size`` bytes with the checksum of just these, and unpacks to more."""
    made = parts()
    name = "xl/worksheets/sheet1.xml"
    start = made[name].replace(b"</sheetData>", b"").replace(b"</worksheet>", b"")[:size]
    start += b" " * (size - len(start))
    body = start + b"<row><c><v>1</v></c></row>" * ((true_size - size) // 26)
    pressed = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = pressed.compress(body) + pressed.flush()
    content = bytearray(packed({k: v for k, v in made.items() if k != name}))
    return _with_entry(content, name, data, size, zlib.crc32(start))


def _with_entry(content: bytearray, name: str, data: bytes, size: int, crc: int) -> bytes:
    """``content`` with one more entry whose size and checksum are what we say."""
    end = content.rfind(b"PK\x05\x06")
    count, length, offset = struct.unpack("<HII", content[end + 10 : end + 20])
    directory = bytes(content[offset : offset + length])
    del content[offset:]
    at = len(content)
    head = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, crc, len(data), size, len(name), 0)
    content += b"PK\x03\x04" + head + name.encode() + data
    start = len(content)
    about = struct.pack("<HHHHHHIIIHHHHHII", 20, 20, 0, 8, 0, 0, crc, len(data), size, len(name),
                        0, 0, 0, 0, 0, at)  # fmt: skip
    content += directory + b"PK\x01\x02" + about + name.encode()
    told = struct.pack("<HHHHIIH", 0, 0, count + 1, count + 1, len(content) - start, start, 0)
    return bytes(content + b"PK\x05\x06" + told)


def _many_entries() -> bytes:
    return packed(list(chain(parts().items(), ((f"x/{n}.xml", b"") for n in range(70_000)))))


def _with(name: str, data: bytes) -> bytes:
    return packed(parts() | {name: data})


def _entities() -> bytes:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE lolz [<!ENTITY l0 "lol">{levels}]>'.encode()
    return _with("xl/sharedStrings.xml", doctype + _STRINGS % b"<si><t>&l9;</t></si>")


def _external() -> bytes:
    doctype = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
    made = parts(row(2, cell("A2", "&b;")))
    made["xl/worksheets/sheet1.xml"] = doctype + made["xl/worksheets/sheet1.xml"]
    return packed(made)


def _wide_characters() -> bytes:
    made = parts(row(2, cell("A2", "王")))
    sheet = (
        made["xl/worksheets/sheet1.xml"].decode().replace("?>", '?><!DOCTYPE a [<!ENTITY b "c">]>')
    )
    made["xl/worksheets/sheet1.xml"] = sheet.encode("utf-16")
    return packed(made)


def _nested() -> bytes:
    inner = packed({"a.xml": b" " * 90_000_000})
    return packed(parts() | {f"xl/embeddings/{n}.zip": inner for n in range(200)})


def _rectangle() -> bytes:
    """Two cells so far apart that the rectangle between them takes gigabytes."""
    return packed(parts(row(2, cell("A2", "王")) + row(49_999, cell("IV49999", "x"))))


def _rows_without_rows() -> bytes:
    far = b"".join(cell(f"IU{n}", "x") for n in (2, 99_998))
    return packed(parts(b'<row r="2">' + far + b"</row>"))


def _namespaced() -> bytes:
    rows = b"<x:row><x:c><x:v>1</x:v></x:c></x:row>" * 1_000_000
    body = b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    made = parts()
    made["xl/worksheets/sheet1.xml"] = (
        body + b"<x:sheetData>" + rows + b"</x:sheetData></x:worksheet>"
    )
    return packed(made)


def _strings(count: int, each: bytes) -> bytes:
    made = parts(b'<row r="2"><c r="A2" t="s"><v>0</v></c></row>')
    made["xl/sharedStrings.xml"] = _STRINGS % (b"<si><t>%s</t></si>" % each * count)
    return packed(made)


def _many_names() -> bytes:
    """A million rows in a part that does not call itself XML."""
    return packed(parts(b"<row><c><v>1</v></c></row>" * 1_000_000, sheet="worksheets/sheet1.dat"))


def _varied_rows() -> bytes:
    """Rows that do not pack well, so that no ratio gives them away."""
    numbers = random.Random(1)
    return packed(
        parts(b"".join(b"<row><c><v>%d</v></c></row>" % numbers.getrandbits(64)
                       for _ in range(1_000_000)))
    )  # fmt: skip


REFUSED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "ratio": (".xlsx", lambda: _with("xl/x.xml", b" " * 150_000_000)),
    "size": (
        ".xlsx",
        lambda: packed(parts() | {f"x{n}.xml": b"<a>" * 3_000_000 for n in range(14)}),
    ),
    "entries": (".xlsx", _many_entries),
    "lying_size": (".xlsx", lambda: _lying(2_000, 80_000_000)),
    "nested": (".xlsx", lambda: packed({"a.zip": _nested()})),
    "entities": (".xlsx", _entities),
    "external_entity": (".xlsx", _external),
    "utf_16_entity": (".xlsx", _wide_characters),
    "million_rows": (".xlsx", lambda: packed(parts(b"<row><c><v>1</v></c></row>" * 1_000_000))),
    "million_varied_rows": (".xlsx", _varied_rows),
    "million_rows_elsewhere": (".xlsx", _many_names),
    "million_prefixed_rows": (".xlsx", _namespaced),
    "far_row": (".xlsx", lambda: packed(parts(row(1_048_576, cell("A1048576", "x"))))),
    "far_column": (".xlsx", lambda: packed(parts(row(2, cell("XFD2", "x"))))),
    "rectangle": (".xlsx", _rectangle),
    "rows_in_one_row": (".xlsx", _rows_without_rows),
    "columns": (
        ".xlsx",
        lambda: packed(parts(b"".join(row(n, b"<c><v>1</v></c>" * 16_384) for n in range(2, 200)))),
    ),
    "long_cell": (".xlsx", lambda: packed(parts(row(2, cell("A2", "王" * 1_000_000))))),
    "long_string": (".xlsx", lambda: _strings(1, b"x" * 60_000_000)),
    "strings": (".xlsx", lambda: _strings(6_000_000, b"x")),
    "encrypted": (
        ".xlsx",
        lambda: (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + b"\x00" * 4_000
            + "EncryptedPackage".encode("utf-16-le")
        ),
    ),
    "old_excel_lie": (
        ".xls",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 9_000,
    ),
    "web_page": (".xlsx", lambda: b"<html><body><table><tr><td>1</td></tr></table></body></html>"),
    "pdf": (".xlsx", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"),
    "picture": (".xlsx", lambda: b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00" * 99),
    "program": (".xlsx", lambda: b"MZ\x90\x00" + b"\x00\xff" * 9_000),
    "cut_zip": (".xlsx", lambda: packed(parts())[:300]),
    "zip_head": (".xlsx", lambda: b"PK\x03\x04" + b"\x00" * 500),
    "other_zip": (".xlsx", lambda: packed({"a.txt": b"x"})),
    "nothing": (".xlsx", lambda: b""),
    "blank": (".csv", lambda: b" \r\n\t" * 9_000),
    "million_lines": (".csv", lambda: b"a,b\n" * 1_000_000),
    "wide_lines": (".csv", lambda: (b"," * 16_384 + b"x\n") * 2_000),
    "one_line": (".csv", lambda: b"x" * 40_000_000),
    "one_line_of_commas": (".csv", lambda: b"x," * 20_000_000),
    "quote_flood": (".csv", lambda: b'"' * 20_000_000),
    "open_quote": (".csv", lambda: b'a,b\n"' + b"x\n" * 10_000_000),
    "long_csv_cell": (".csv", lambda: b"a,b\n" + "王".encode() * 1_000_000 + b",1\n"),
    "nul_flood": (".csv", lambda: b"\x00" * 20_000_000),
    "broken_bytes": (".csv", lambda: "车主,电话\n".encode() + b"\xff\xfe\x80\x81" * 99),
    "utf_16_odd": (".csv", lambda: b"\xff\xfe" + "车主,电话\n王,1\n".encode("utf-16-le")[:-1]),
    "utf_16_lone": (".csv", lambda: b"\xff\xfe" + b"\x00\xd8" * 99),
    "too_large": (".csv", lambda: b"".join(repeat(b"x,y\n", 15_000_000))),
}
"""Files that are refused, each with a sentence: the ending of the name, and how it is made."""

_LINES = "车主,电话,车牌号\n王芳,13800138000,粤B12345\n"
ACCEPTED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "utf_8": (".csv", _LINES.encode),
    "utf_8_bom": (".csv", lambda: _LINES.encode("utf-8-sig")),
    "gbk": (".csv", lambda: _LINES.encode("gbk")),
    "gb18030": (".csv", lambda: _LINES.replace("芳", "𠮷").encode("gb18030")),
    "utf_16": (".csv", lambda: _LINES.encode("utf-16")),
    "utf_16_be": (".csv", lambda: b"\xfe\xff" + _LINES.encode("utf-16-be")),
    "no_newline": (".csv", lambda: _LINES.strip().encode()),
    "old_mac_lines": (".csv", lambda: _LINES.replace("\n", "\r").encode()),
    "nul_in_cell": (".csv", lambda: _LINES.replace("王芳", "王\x00芳").encode("utf-16")),
    "claimed_dimension": (".xlsx", lambda: packed(parts(
        row(2, cell("A2", "王芳"), cell("B2", "13800138000"), cell("C2", "粤B12345")),
        b'<dimension ref="A1:XFD1048576"/>'))),
    "macros_and_links": (".xlsx", lambda: packed(parts(
        row(2, cell("A2", "王芳"), cell("B2", "13800138000"), cell("C2", "粤B12345")))
        | {"xl/vbaProject.bin": b"\x00" * 99, "xl/externalLinks/externalLink1.xml": b"<a/>"})),
    "svg_picture": (".xlsx", lambda: packed(parts(
        row(2, cell("A2", "王芳"), cell("B2", "13800138000"), cell("C2", "粤B12345")))
        | {"xl/media/image1.svg": b"<!DOCTYPE svg><svg/>"})),
    "renamed": (".txt", lambda: packed(parts(
        row(2, cell("A2", "王芳"), cell("B2", "13800138000"), cell("C2", "粤B12345"))))),
}  # fmt: skip
"""Files that are odd and yet one delivery of 王芳."""
