"""What an input field says when it cannot read what was typed."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "field.date": Text(
        "看不懂这个日期。请输入如 2026-11-05、20261105、11/5、今天 或 +3。",
        "This is not a date. Type it like 2026-11-05, 20261105, 11/5, today or +3.",
    ),
    "field.moment": Text(
        "看不懂这个时间。请输入如 14:30、明天 9:00、11/5 16:30 或 +2h。",
        "This is not a time. Type it like 14:30, tomorrow 9:00, 11/5 16:30 or +2h.",
    ),
    "field.number": Text(
        "请输入整数,例如 35600。",
        "Type a whole number, for example 35600.",
    ),
    "field.number_range": Text(
        "请输入 {least} 到 {most} 之间的整数。",
        "Type a whole number from {least} to {most}.",
    ),
    "field.money": Text(
        "请输入金额(元),最多两位小数,例如 1280.50。",
        "Type an amount in yuan with at most two decimals, for example 1280.50.",
    ),
    "field.choice": Text(
        "列表中没有这一项。请从列表中选择,或清空。",
        "This is not in the list. Choose from the list, or leave it empty.",
    ),
}
