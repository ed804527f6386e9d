"""Spot checks of calls: why one cannot be drawn or judged."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "spot.not_found": Text("找不到这次抽查。", "This spot check cannot be found."),
    "spot.period_reversed": Text(
        "结束日期早于开始日期，请改正。",
        "The last day is before the first. Please correct one of them.",
    ),
    "spot.day_missing": Text("请填写日期。", "Please enter the day."),
    "spot.caller_missing": Text("请选择抽查谁的回访。", "Choose whose calls are to be drawn."),
    "spot.number_missing": Text("请填写要抽取的数量。", "Say how many calls are to be drawn."),
    "spot.nothing": Text(
        "没有可抽查的回访：这段时间内没有，或都已抽查过。",
        "There is no call to draw: none in this period, or all were drawn before.",
    ),
    "spot.verdict_missing": Text("请选择抽查结果。", "Choose what the check has found."),
    "spot.note_missing": Text(
        "“{verdict}”请写明依据。", "'{verdict}' needs a word on what it rests on."
    ),
    "spot.own_call": Text(
        "这个回访是您自己打的，须由其他经理判定。",
        "You made this call yourself; someone else has to judge it.",
    ),
    "spot.judged": Text(
        "这次抽查已判定为“{verdict}”，不能再改。",
        "This spot check has been judged ('{verdict}') and cannot be changed.",
    ),
    "spot.withdrawn": Text("抽查已有结论，不再回访", "The check is judged without the call"),
}
