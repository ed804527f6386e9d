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
    "statistics.still_running": Text(
        "统计期间尚未结束，不能编制报表。请选择到今天为止的期间。",
        "This period is not over yet; no report can be prepared of it. Choose one that ends today "
        "or earlier.",
    ),
    "statistics.no_report": Text(
        "找不到该统计表，它可能已被重新编制。",
        "This report is not there any more; it may have been prepared anew.",
    ),
    "statistics.day_missing": Text("请填写日期。", "Please fill in the day."),
}

NAMES: dict[str, Text] = {
    "total": Text("合计", "Total"),
    "undecided": Text("未定责任部门", "No department"),
    "nobody": Text("未定责任人", "Nobody named"),
}

SHEET: dict[str, Text] = {
    "title": Text("投诉统计", "Complaint statistics"),
    "house": Text("单位", "Dealership"),
    "first": Text("自", "From"),
    "last": Text("至", "To"),
    "scope": Text("仅限部门", "Department only"),
    "compared": Text("对比", "Compared"),
    "before_first": Text("对比期自", "Compared from"),
    "before_last": Text("对比期至", "Compared to"),
    "before_count": Text("对比期件数", "Count compared with"),
    "limit": Text("时限（小时）", "Limit, hours"),
    "measures": Text("改进措施", "Improvement measures"),
    "by": Text("导出人", "Exported by"),
    "at": Text("导出时间", "Exported at"),
    "category": Text("投诉类别", "Category"),
    "leaf": Text("小类", "Second level"),
    "department": Text("责任部门", "Department"),
    "person": Text("责任人", "Person responsible"),
    "channel": Text("投诉渠道", "Channel"),
    "month": Text("月份", "Month"),
    "count": Text("件数", "Count"),
    "valid": Text("成立", "Valid"),
    "share": Text("占比", "Share"),
    "cumulative": Text("累计占比", "Cumulative share"),
    "closed": Text("已结案", "Closed"),
    "in_time": Text("时限内结案（扣除暂停）", "In time, without pauses"),
    "in_time_share": Text("时限内结案率（扣除暂停）", "Share in time, without pauses"),
    "in_time_gross": Text("时限内结案（含暂停）", "In time, with pauses"),
    "in_time_gross_share": Text("时限内结案率（含暂停）", "Share in time, with pauses"),
    "mean_hours": Text("平均时长（小时，扣除暂停）", "Mean hours, without pauses"),
    "median_hours": Text("中位时长（小时，扣除暂停）", "Median hours, without pauses"),
    "mean_gross_hours": Text("平均时长（小时，含暂停）", "Mean hours, with pauses"),
    "median_gross_hours": Text("中位时长（小时，含暂停）", "Median hours, with pauses"),
    "asked": Text("已回访", "Followed up"),
    "satisfied": Text("处理后满意", "Satisfied after"),
    "satisfied_share": Text("满意率", "Share satisfied"),
    "scored": Text("已评分（n）", "Scored (n)"),
    "score": Text("处理评分（均值）", "Mean score of the handling"),
    "repeated": Text("重复投诉", "Repeated"),
    "cost": Text("费用（元）", "Cost, yuan"),
    "before": Text("对比期 {name}", "{name}, compared with"),
}
"""Sheets and headings of the exported workbook."""
