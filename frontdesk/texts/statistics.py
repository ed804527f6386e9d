"""What the statistics say when a period cannot be counted, and what their lines are called."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "statistics.ends_before": Text(
        "结束日期早于开始日期，请更正。",
        "The period ends before it begins. Please mend one of the two days.",
    ),
    "statistics.too_long": Text(
        "统计期间最长 {years} 年，请缩短。",
        "A period spans at most {years} years. Please shorten it.",
    ),
    "statistics.day_missing": Text("请填写日期。", "Please fill in the day."),
}

NAMES: dict[str, Text] = {
    "total": Text("合计", "Total"),
    "undecided": Text("未定责任部门", "No department"),
}
