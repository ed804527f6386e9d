"""New-car routine sheets: why one cannot be signed, and what its stages are called."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "routine.not_found": Text(
        "找不到由本店交付的这辆车。", "No car delivered by this house could be found."
    ),
    "routine.signed": Text(
        "这张例行回访表已由{name}签字。", "This routine sheet has been signed by {name}."
    ),
    "routine.checked": Text(
        "这张例行回访表已由{name}抽查。", "This routine sheet has been checked by {name}."
    ),
    "routine.not_whole": Text(
        "还有待打的例行回访，全部结束后再签字。",
        "Routine calls are still to be made. Sign the sheet once all have ended.",
    ),
    "routine.own_sheet": Text(
        "这辆车是您销售的，例行回访表须由另一位经理签字。",
        "You sold this car yourself; its sheet is signed by another manager.",
    ),
    "routine.note_missing": Text("请写明抽查情况。", "Please write what the check has shown."),
}

_DAYS = {"0": Text("交车当日", "Delivery day")}
_DAY = Text("交车后{n}天", "{n} days after")
_MONTH = Text("交车后{n}个月", "{n} months after")
_ONE_MONTH = Text("交车后1个月", "1 month after")


def stage_short(key: str) -> Text:
    """The same in a few letters, where several stand side by side."""
    unit, n = key[:1], key[1:]
    if not n.isdigit() or unit not in {"d", "m"}:
        return Text(key, key)
    if unit == "m":
        return Text(f"{n}个月", f"Month {n}")
    return Text("当日" if n == "0" else f"{n}天", f"Day {n}")


def stage_name(key: str) -> Text:
    """What a stage such as ``d3`` or ``m2`` is called; an unknown one by its key."""
    unit, n = key[:1], key[1:]
    if not n.isdigit() or unit not in {"d", "m"}:
        return Text(key, key)
    if unit == "d" and n in _DAYS:
        return _DAYS[n]
    text = _DAY if unit == "d" else _ONE_MONTH if n == "1" else _MONTH
    return Text(text.zh.format(n=n), text.en.format(n=n))
