"""Segments in words, and why one cannot be kept or asked for."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "segment.name_missing": Text("请给这个细分起个名称。", "Give the segment a name."),
    "segment.name_taken": Text(
        "已有同名的细分，请换一个名称。", "There is a segment of this name. Choose another one."
    ),
    "segment.not_found": Text("找不到这个细分。", "There is no such segment."),
    "segment.days_reversed": Text(
        "结束日期早于开始日期，请改正。", "The last day is before the first. Please correct one."
    ),
    "segment.days_range": Text("天数应在 0 到 {most} 之间。", "Days lie between 0 and {most}."),
    "segment.too_many": Text(
        "超过 {most} 人，无法一次打印。请缩小范围，或导出为表格。",
        "More than {most} customers cannot be printed at once. Narrow it, or export a workbook.",
    ),
}

WORDS: dict[str, Text] = {
    "everyone": Text("全部客户", "All customers"),
    "between": Text("；", "; "),
    "or": Text("、", " or "),
    "classes": Text("{what}", "{what}"),
    "badges": Text("重点客户：{what}", "valued for: {what}"),
    "kinds": Text("{what}", "{what}"),
    "ages": Text("车龄：{what}", "car age: {what}"),
    "uses": Text("用途：{what}", "use: {what}"),
    "lost": Text("已流失", "lost"),
    "not_lost": Text("未流失", "not lost"),
    "occupation": Text("职业含“{what}”", "occupation contains “{what}”"),
    "region": Text("地区代码 {what}", "area code {what}"),
    "address": Text("地址含“{what}”", "address contains “{what}”"),
    "vehicle_class": Text("车辆级别 {what}", "vehicle class {what}"),
    "model": Text("车型含“{what}”", "model contains “{what}”"),
    "visited_from": Text("{on} 起来过店", "last visit from {on}"),
    "visited_until": Text("最近一次来店不晚于 {on}", "last visit until {on}"),
    "never_here": Text("从未来店", "never here"),
    "maintenance_due": Text("{days} 天内保养到期", "maintenance due within {days} days"),
    "insurance_due": Text("{days} 天内保险到期", "insurance ends within {days} days"),
    "inspection_due": Text("{days} 天内年检到期", "inspection due within {days} days"),
    "members": Text("会员", "members"),
    "may_call": Text("可以打电话", "may be called"),
    "ended": Text("已停用的细分", "a segment that has ended"),
}
"""Parts of the sentence that says what a segment asks for."""

SHEET: dict[str, Text] = {
    "title": Text("客户细分名单", "Customer segment"),
    "name": Text("客户", "Customer"),
    "number": Text("档案号", "File"),
    "kind": Text("性质", "Kind"),
    "phone": Text("电话", "Telephone"),
    "cars": Text("车辆", "Cars"),
    "value_class": Text("价值分类", "Value class"),
    "badges": Text("重点客户", "Valued for"),
    "lost_since": Text("流失自", "Lost since"),
    "last_visit_on": Text("上次来店", "Last visit"),
    "next_due_on": Text("下次保养", "Next due"),
    "occupation": Text("职业", "Occupation"),
    "address": Text("地址", "Address"),
    "member_level": Text("会员级别", "Member level"),
    "do_not_call": Text("勿打电话", "No calls"),
    "criteria": Text("条件", "Criteria"),
    "segment": Text("名称", "Name"),
    "house": Text("经销店", "Dealership"),
    "count": Text("人数", "Customers"),
    "by": Text("制表人", "Made by"),
    "at": Text("时间", "Time"),
    "yes": Text("是", "yes"),
    "done": Text("完成", "Done"),
    "nobody": Text("没有符合条件的客户。", "No customer fits."),
}
"""Words of the exported workbook and the printed list."""
