"""What is printed on the monthly complaint review list."""

from __future__ import annotations

from frontdesk.texts import Text


class Review:
    """投诉月度评审表."""

    TITLE = Text("投诉月度评审表", "Monthly Complaint Review List")
    MONTH = Text("{first} 至 {last}　受理投诉 n = {n}", "Registered {first} to {last}, n = {n}")
    MONTH_OF = Text(
        "{first} 至 {last}　{scope}　受理投诉 n = {n}",
        "Registered {first} to {last}, {scope}, n = {n}",
    )
    TICKET = Text("投诉单", "Ticket")
    CAUSE = Text("类别与原因", "Category and cause")
    RESPONSIBLE = Text("责任人", "Responsible")
    PENALTIES = Text("处罚(元)", "Penalties, yuan")
    ACTIONS = Text("改进措施", "Actions")
    LESSON = Text("经验教训", "Lesson")
    COST = Text("费用(元)", "Cost, yuan")
    SAFETY = Text("涉及安全", "Safety matter")
    NOT_VALID = Text("不成立", "Not valid")
    REPEATS = Text("重复 {number}", "Repeats {number}")
    REPEATED = Text("又重复 {count} 次", "Repeated later: {count}")
    TOTAL = Text("合计", "Total")
    SUMS = Text("投诉 {n} 件，其中重复 {repeats} 件", "{n} complaints, {repeats} of them repeated")
    NONE = Text("本月无投诉记录。", "No complaints in this month.")
    CARRIED = Text("以前月份未完成的改进措施（{n}）", "Open actions of earlier months ({n})")
    WORDS = Text("措施内容", "What is to be done")
    OWNER = Text("负责人", "Owner")
    DUE = Text("完成期限", "Due")
    DECISIONS = Text("评审意见与决定", "What the review decides")
    SIGN = (
        Text("客服经理", "CS manager"),
        Text("售后经理", "Service manager"),
        Text("销售经理", "Sales manager"),
        Text("总经理", "General manager"),
    )
