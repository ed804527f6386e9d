"""Any sheet of right rows, in any layout and any writing, comes in as what it says."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from frontdesk.models.values import plate
from frontdesk.services.exchange.files import read_sheets
from frontdesk.services.exchange.headings import find_heading
from frontdesk.services.exchange.rows import read_rows
from tests.factories import vin_of
from tests.services.exchange.sheets import write_csv, write_xlsx

_NAMES = st.text(st.sampled_from("王李张刘陈欧阳伟芳娜敏静·"), min_size=2, max_size=5).filter(
    lambda name: name.strip("·") != ""
)
_MOBILES = st.from_regex("1[3-9][0-9]{9}", fullmatch=True)
_PLATES = st.from_regex("[粤京沪浙][A-H][0-9]{5}", fullmatch=True)
_DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))
_DELIVERY = st.fixed_dictionaries(
    {"name": _NAMES, "phone": _MOBILES, "plate": _PLATES, "day": _DAYS, "remarks": st.sampled_from(
        ["", "=1+1", "<b>VIP</b>", "a,b;c\td", '"quoted"', "两行\n备注", "@cmd", "+1", "合计后付款"]
    )}
)  # fmt: skip
_TITLES = {
    "name": ("车主姓名", "客户姓名", "购车人", "Owner name"),
    "phone": ("联系电话", "手机号码", "Mobile"),
    "vin": ("车架号（VIN）", "底盘号", "VIN码"),
    "plate": ("车牌", "牌照号", "Plate no."),
    "day": ("提车日期", "交付日期", "Delivery date"),
    "remarks": ("备注", "Remarks"),
}


@given(
    rows=st.lists(_DELIVERY, min_size=1, max_size=6),
    order=st.permutations(list(_TITLES)),
    names=st.tuples(*(st.sampled_from(titles) for titles in _TITLES.values())),
    above=st.integers(0, 4),
    kind=st.sampled_from(["xlsx", "utf-8", "gb18030", "utf-16"]),
    writing=st.sampled_from(["plain", "loose", "wide"]),
)
def test_any_sheet_comes_in_as_what_it_says(
    tmp_path: Path,
    rows: list[dict[str, Any]],
    order: list[str],
    names: tuple[str, ...],
    above: int,
    kind: str,
    writing: str,
) -> None:
    titles = dict(zip(_TITLES, names, strict=True))
    sheet: list[list[Any]] = [["某店交车明细"] for _ in range(above)]
    sheet.append([titles[name] for name in order])
    for serial, row in enumerate(rows):
        sheet.append([_written(name, row, serial, writing) for name in order])
    sheet += [[], ["合计", f"{len(rows)} 台"]]
    path = tmp_path / f"sheet.{'xlsx' if kind == 'xlsx' else 'csv'}"
    write_xlsx(path, sheet) if kind == "xlsx" else write_csv(path, sheet, kind)
    (read,) = read_sheets(path)
    heading = find_heading(read)
    content = read_rows(read, heading)
    assert heading.last == above + 1
    plates = [row["plate"] for row in rows]
    clashing = [at for at, each in enumerate(plates) if each in plates[:at]]
    assert len(content.faults) == len(clashing)
    kept = [(serial, row) for serial, row in enumerate(rows) if serial not in clashing]
    for delivery, (serial, row) in zip(content.good, kept, strict=True):
        assert delivery.name == row["name"]
        assert delivery.phones == (row["phone"],)
        assert (delivery.vin, delivery.plate) == (vin_of(serial), row["plate"])
        assert delivery.delivered_on == row["day"]
        assert (delivery.remarks or "") == row["remarks"].strip()


def _written(name: str, row: dict[str, Any], serial: int, writing: str) -> Any:
    value: Any = vin_of(serial) if name == "vin" else row[name]
    if name == "day":
        return f"{value:%Y年%m月%d日}" if writing == "wide" else value.isoformat()
    if name == "remarks" or writing == "plain":
        return value
    if writing == "wide":
        return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in value)
    loose = {
        "phone": f"+86 {value[:3]}-{value[3:7]}-{value[7:]}",
        "plate": plate.display(value).lower(),
        "vin": f" {value.lower()} ",
    }
    return loose.get(name, f"  {value} ")
