"""Invented cars of an invented make, with valid plates and VINs."""

from __future__ import annotations

from frontdesk.sample.seeded import Seeded

BRAND = "华骏"
MODELS = (
    ("H3 1.5L 舒适版", "10.98", False),
    ("H5 1.5T 豪华版", "13.68", False),
    ("H7 2.0T 尊贵版", "18.98", False),
    ("X5 1.5T 都市版", "15.28", False),
    ("X7 2.0T 四驱版", "22.88", False),
    ("E3 纯电 510km", "16.58", True),
    ("X5 插混 旗舰版", "17.98", True),
)
COLOURS = ("珍珠白", "曜石黑", "星河银", "深海蓝", "赤焰红", "云母灰")
INSURERS = ("人保财险", "平安产险", "太平洋产险", "国寿财险")
_VIN_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
_VIN_VALUES = dict(
    zip(
        _VIN_LETTERS,
        (1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9),
        strict=True,
    )
)
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_YEAR_CODES = "ABCDEFGHJKLMNPRSTVWXY123456789"
_PLATE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_PROVINCES = "鄂" * 9 + "湘豫粤"


def vin(seeded: Seeded, year: int, serial: int) -> str:
    """A 17-character VIN of a maker that does not exist; ``serial`` keeps it unique."""
    head = "LHJ" + "".join(seeded.pick("0123456789ABCDEFGHJK") for _ in range(5))
    tail = _YEAR_CODES[(year - 2010) % 30] + "A" + f"{serial % 1_000_000:06d}"
    bare = head + "0" + tail
    total = sum(
        (int(ch) if ch.isdigit() else _VIN_VALUES[ch]) * weight
        for ch, weight in zip(bare, _VIN_WEIGHTS, strict=True)
    )
    return head + "0123456789X"[total % 11] + tail


def plate(seeded: Seeded, new_energy: bool) -> str:
    """A plate without its dot; eight characters for a new-energy car."""
    start = seeded.pick(_PROVINCES) + seeded.pick("ABCDE")
    if new_energy:
        return f"{start}{seeded.pick('DF')}{seeded.digits(5)}"
    letter = seeded.pick(_PLATE_LETTERS)
    return (
        start
        + letter
        + (
            seeded.digits(4)
            if seeded.chance(70)
            else seeded.pick(_PLATE_LETTERS) + seeded.digits(3)
        )
    )
