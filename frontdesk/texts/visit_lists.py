"""Lists of visits in words: which they are, and the heads of their sheet."""

from __future__ import annotations

from frontdesk.texts.text import Text

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
}
