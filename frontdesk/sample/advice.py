"""Work that was advised at a visit and not wanted (拒修项目), with what the customer said."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from frontdesk.models.enums import WorkKind
from frontdesk.sample.rows import Rows
from frontdesk.sample.seeded import Seeded
from frontdesk.sample.work import write_item

_PER_CENT, _SECOND_PER_CENT = 14, 20
_ADVISED: tuple[tuple[str, str | None, WorkKind, int, int, tuple[str, ...]], ...] = (
    (
        "更换后刹车片",
        "后刹车片",
        WorkKind.REPAIR,
        180,
        428,
        ("还能跑几千公里，下次保养再换", "听着不响，先不换"),
    ),
    (
        "更换空气滤芯",
        "空气滤芯",
        WorkKind.MAINTENANCE,
        45,
        98,
        ("网上买好了，自己换", "上次才换过，看着还干净"),
    ),
    (
        "更换轮胎（一条）",
        "轮胎",
        WorkKind.REPAIR,
        75,
        560,
        ("外面轮胎店便宜，自己去换", "等年底四条一起换"),
    ),
    (
        "更换变速箱油",
        "变速箱油",
        WorkKind.MAINTENANCE,
        300,
        690,
        ("太贵，回去和家里商量一下", "朋友说六万公里再换也不迟"),
    ),
    ("更换火花塞", "火花塞", WorkKind.MAINTENANCE, 150, 304, ("今天赶时间，下次再做",)),
    ("更换雨刮片", "雨刮片", WorkKind.REPAIR, 30, 116, ("嫌贵，自己换", "等下雨季节再换")),
    ("更换刹车油", "刹车油", WorkKind.MAINTENANCE, 150, 118, ("下次一起做",)),
    ("车门钣金喷漆", None, WorkKind.BODY, 750, 0, ("小划痕不影响，等走保险一起做",)),
    ("大灯翻新", None, WorkKind.BODY, 225, 0, ("晚上开得少，先不做",)),
)
"""What, part, kind, labour and price in yuan, and what is said to it."""


class Advice:
    """Adds what was not wanted to visits, from a source of its own."""

    def __init__(self, seeded: Seeded, rows: Rows) -> None:
        self._seeded, self._rows = seeded, rows

    def not_wanted(
        self, visit_id: str, done: Collection[str], *, paid: bool, sure: bool = False
    ) -> None:
        """One visit in seven ends with something advised and left, seldom with two.

        ``done``: the work on the order, which nobody declines. ``paid``: it was charged already.
        """
        seeded = self._seeded
        if not sure and not seeded.chance(_PER_CENT):
            return
        open_ = [each for each in _ADVISED if each[0] not in done]
        first = seeded.pick(open_)
        left = [first]
        if seeded.chance(_SECOND_PER_CENT):
            left.append(seeded.pick([each for each in open_ if each is not first]))
        for position, advised in enumerate(left, len(done)):
            write_item(
                self._rows,
                visit_id,
                position,
                advised[:5],
                item_id=seeded.id(),
                actual=Decimal(0) if paid else None,
                declined_why=seeded.pick(advised[5]),
            )
