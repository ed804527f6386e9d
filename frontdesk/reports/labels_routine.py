"""What is printed on the new-car routine sheet and on the list of calls not made."""

from __future__ import annotations

from frontdesk.texts import Text


class Routine:
    """新车例行回访表."""

    TITLE = Text("新车例行回访表", "New-Car Routine Sheet")
    CAR_PART = Text("客户与车辆", "Customer and car")
    CUSTOMER = Text("客户", "Customer")
    CUSTOMER_NUMBER = Text("档案号", "File")
    PHONE = Text("电话", "Phone")
    PLATE = Text("车牌号", "Plate")
    VIN = Text("车架号", "VIN")
    CAR = Text("车型", "Model")
    DELIVERED = Text("交车日期", "Delivered")
    CONSULTANT = Text("销售顾问", "Sales consultant")
    CALLS_PART = Text("回访记录", "Calls")
    STAGE = Text("回访节点", "Stage")
    PLANNED = Text("计划日期", "Planned")
    STATE = Text("完成情况", "State")
    DONE = Text("回访日期/回访人", "Made on / by")
    SATISFACTION = Text("满意度", "Satisfaction")
    RESULT = Text("结果与客户意见", "Result and the customer's words")
    SCORE = Text("{score} 分", "{score} points")
    SUMS = Text(
        "共 {all} 次：已完成 {done}，逾期完成 {late}，漏访 {missed}，待回访 {open}，免访 {excused}",
        "{all} calls: {done} done, {late} late, {missed} missed, {open} open, {excused} excused",
    )
    NONE = Text("尚无例行回访。", "No routine calls yet.")
    MANAGER_PART = Text("销售经理确认", "Sales manager")
    CHECK_PART = Text("客服抽查", "Checked by customer service")
    SIGNED = Text("{by} 于 {at} 签字", "Signed by {by}, {at}")
    CHECKED = Text("{by} 于 {at} 抽查", "Checked by {by}, {at}")
    NOTE = Text("意见", "Remarks")
    FOUND = Text("抽查情况", "What was found")
    SIGN = (
        Text("销售顾问", "Sales consultant"),
        Text("销售经理", "Sales manager"),
        Text("客服经理", "CS manager"),
    )
    ATTEMPTS = Text("已拨打 {n} 次", "{n} attempts")


class Consequences:
    """回访考核清单."""

    TITLE = Text("回访考核清单", "Calls Not Made: What They Cost")
    MONTH = Text(
        "{first} 至 {last}　未实际回访 n = {n}", "{first} to {last}, calls not made n = {n}"
    )
    CALL = Text("回访", "Call")
    FOUND = Text("依据", "Found by")
    WHO = Text("责任人", "Responsible")
    MANAGER = Text("责任经理", "Manager")
    YUAN = Text("金额(元)", "Yuan")
    NONE = Text("本月没有未实际回访的记录。", "No call of this month was found not made.")
    SUMS_PART = Text("按人员合计", "By person")
    PERSON = Text("人员", "Person")
    COUNT = Text("次数", "Calls")
    TOTAL = Text("合计", "Total")
    BY_CHECK = Text("抽查 {day}", "Spot check, {day}")
    BY_SHEET = Text("例行回访表：{stage}", "Routine sheet: {stage}")
    JUDGED = Text(
        "本月抽查 {all} 次：属实 {real}，未实际回访 {not_made}，回访不规范 {faulty}",
        "{all} spot checks this month: {real} real, {not_made} not made, {faulty} faulty",
    )
    SIGN = (
        Text("客服经理", "CS manager"),
        Text("销售经理", "Sales manager"),
        Text("总经理", "General manager"),
    )
