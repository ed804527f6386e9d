"""Lists of visits in words: which they are, and the heads of their sheet."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "visits.too_many": Text(
        "超过 {most} 次来店，无法一次打印。请缩短期间，或导出为表格。",
        "More than {most} visits cannot be printed at once. Shorten the period, or export them.",
    ),
}

SORTS: dict[str, Text] = {
    "all": Text("全部来店", "All visits"),
    "no_order": Text("报单未修", "Declined orders"),
    "declined_work": Text("拒修项目", "Declined work"),
    "came_back": Text("返修", "Repeat repairs"),
    "repairs": Text("一次修复率：全部维修", "First-time fix: all repairs"),
    "not_fixed": Text("一次修复率：未一次修好", "First-time fix: came back"),
}
"""By the value of ``VisitSort``."""

SHEET: dict[str, Text] = {
    "title": Text("来店清单", "Visits"),
    "name": Text("清单", "List"),
    "house": Text("经销店", "Dealership"),
    "sort": Text("内容", "Which"),
    "period": Text("期间", "Period"),
    "count": Text("数量", "Count"),
    "by": Text("导出人", "Exported by"),
    "at": Text("导出时间", "Exported at"),
    "number": Text("单号", "Order"),
    "on": Text("日期", "Day"),
    "status": Text("状态", "Status"),
    "plate": Text("车牌号", "Plate"),
    "car": Text("车型", "Car"),
    "customer": Text("客户", "Customer"),
    "value_class": Text("价值分类", "Value class"),
    "phone": Text("电话", "Telephone"),
    "advisor": Text("服务顾问", "Advisor"),
    "total": Text("金额", "Amount"),
    "told": Text("未修项目或原因", "Work not wanted, or why"),
    "worth": Text("未修金额", "Worth of it"),
    "other": Text("相关单号", "Other order"),
    "days": Text("相隔天数", "Days between"),
    "whose": Text("客户范围", "Whose"),
    "head_visit": Text("日期、单号", "Day, order"),
    "head_car": Text("车辆", "Car"),
    "head_customer": Text("客户", "Customer"),
    "head_status": Text("状态", "Status"),
    "head_told": Text("未修项目或原因", "Not wanted, or why"),
    "head_other": Text("相关单号", "Other order"),
    "head_days": Text("相隔天数", "Days"),
    "head_advisor": Text("服务顾问", "Advisor"),
    "head_worth": Text("未修(元)", "Not done"),
    "head_total": Text("金额(元)", "Amount"),
    "sum": Text("合计", "Total"),
    "fixed": Text(
        "一次修复率 {rate}：{n} 次维修中 {held} 次没有返修",
        "First-time fix {rate}: {held} of {n} repairs did not come back",
    ),
    "nothing": Text("此期间没有这类来店。", "There is no such visit in this period."),
}
"""Words of the exported workbook and the printed list."""
