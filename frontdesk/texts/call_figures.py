"""What is said about the figures of calls: refusals, names of lines, patterns, workbook."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "call_figures.still_running": Text(
        "该期间尚未结束，不能编制报告。请选择到今天为止的期间。",
        "This period is not over yet; no report can be prepared of it. Choose one that ends today "
        "or earlier.",
    ),
    "call_figures.sheet_day": Text(
        "回访拨打单只能打印今天或以后一年内的日期。",
        "A call sheet is printed for today or a later day, up to a year ahead.",
    ),
}

NAMES: dict[str, Text] = {
    "total": Text("合计", "Total"),
    "nobody": Text("未分配", "Nobody"),
}

FLAGS: dict[str, Text] = {
    "all_top": Text(
        "{who}：{n} 通评分全部为 100 分，其他人同类回访平均 {others} 分。",
        "{who}: all {n} scores are 100; the others' calls of these kinds average {others}.",
    ),
    "short": Text(
        "{who}（{kind}）：{n} 通中有 {count} 通时间过短；中位 {own} 秒，全体 {others} 秒。",
        "{who} ({kind}): {count} of {n} conversations are far too short; median {own} s, "
        "everyone's {others} s.",
    ),
    "same_answers": Text(
        "{who}（{kind}）：连续 {count} 通答案完全相同（共 {n} 通）。",
        "{who} ({kind}): {count} calls in a row with the very same answers (of {n}).",
    ),
    "rechecked": Text(
        "{who}：抽查 {n} 通，其中 {count} 通不实或有误。",
        "{who}: of {n} calls checked again, {count} were not made or recorded wrongly.",
    ),
}

SHEET: dict[str, Text] = {
    "title": Text("回访统计", "Callback figures"),
    "house": Text("单位", "Dealership"),
    "first": Text("自", "From"),
    "last": Text("至", "To"),
    "scope": Text("仅限部门", "Department only"),
    "by": Text("导出人", "Exported by"),
    "at": Text("导出时间", "Exported at"),
    "conclusions": Text("结论", "Conclusions"),
    "kind": Text("回访类型", "Kind of call"),
    "caller": Text("回访人", "Caller"),
    "served": Text("服务顾问/销售顾问", "Advisor or consultant"),
    "month": Text("月份", "Month"),
    "due": Text("应回访", "Due"),
    "done": Text("已完成", "Done"),
    "done_share": Text("完成率", "Share done"),
    "in_time": Text("按时完成", "In time"),
    "in_time_share": Text("按时率", "Share in time"),
    "reached": Text("已接通", "Reached"),
    "reached_share": Text("接通率", "Share reached"),
    "told": Text("期内完成（n）", "Finished in the period (n)"),
    "satisfied": Text("满意", "Satisfied"),
    "average": Text("一般", "Average"),
    "dissatisfied": Text("不满意", "Dissatisfied"),
    "satisfied_share": Text("满意率", "Share satisfied"),
    "scored": Text("已评分（n）", "Scored (n)"),
    "score": Text("平均得分", "Mean score"),
    "questions": Text("问答统计", "Answers"),
    "question": Text("问题", "Question"),
    "answer": Text("答案", "Answer"),
    "count": Text("次数", "Count"),
    "asked": Text("作答（n）", "Answered (n)"),
    "share": Text("占比", "Share"),
    "mean": Text("平均分", "Mean mark"),
    "trouble": Text("反映问题", "Tells of trouble"),
    "yes": Text("是", "Yes"),
    "said": Text("客户原话", "In their words"),
    "number": Text("编号", "Number"),
    "day": Text("日期", "Day"),
    "customer": Text("客户", "Customer"),
    "plate": Text("车牌", "Plate"),
    "satisfaction": Text("满意度", "Satisfaction"),
    "words": Text("原话", "Words"),
    "flags": Text("评分异常", "Flags"),
    "flag": Text("提示", "What is to be looked at"),
}
