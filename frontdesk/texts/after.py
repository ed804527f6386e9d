"""What is said about actions and penalties that follow from complaints."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "after.not_yours": Text(
        "改进措施和处罚由责任部门经理、客服经理或总经理决定。",
        "Actions and penalties are decided by the manager of the department, the CS manager or "
        "the general manager.",
    ),
    "after.no_department": Text(
        "尚未判定责任部门，由客服经理或总经理决定。",
        "No department is responsible yet; the CS manager or the general manager decides.",
    ),
    "after.not_valid": Text(
        "投诉判定成立后才能登记处罚。",
        "A penalty can be recorded once the complaint was judged valid.",
    ),
    "after.not_found": Text("这项措施或处罚已不存在。", "This action or penalty is not there."),
    "after.ended_already": Text(
        "这项措施已经结束，不能再改。", "This action has ended; it can no longer be changed."
    ),
    "after.withdrawn_already": Text("这项处罚已经撤销。", "This penalty was withdrawn already."),
    "after.about_you": Text(
        "这件投诉涉及您本人，请由经理确认措施完成。",
        "This complaint is about you; a manager notes that the action is done.",
    ),
    "after.not_owner": Text(
        "只有措施负责人或有关经理可以结束这项措施。",
        "Only its owner or the managers concerned can end this action.",
    ),
    "after.own_action": Text(
        "自己负责的措施不能由本人放弃，请由另一位经理决定。",
        "An action of your own is given up by another manager only.",
    ),
    "after.own_penalty": Text(
        "不能登记或撤销对本人的处罚，请由另一位经理办理。",
        "A penalty of your own is set or withdrawn by another manager only.",
    ),
    "after.kind_missing": Text(
        "请选择纠正措施或预防措施（按 1–2）。", "Choose corrective or preventive (keys 1–2)."
    ),
    "after.words_missing": Text("请写明要做什么。", "Write down what is to be done."),
    "after.owner_missing": Text("请选择负责人。", "Choose who does it."),
    "after.owner_unfit": Text(
        "此人已停用或看不到投诉单，请另选负责人。",
        "This person has no open account or cannot see complaints; choose somebody else.",
    ),
    "after.day_missing": Text("请填写完成期限。", "Enter the day by which it is done."),
    "after.day_past": Text("期限不能早于今天。", "This day has passed; choose today or later."),
    "after.day_far": Text(
        "期限不能超过 {days} 天，请改近。",
        "This is more than {days} days away; choose an earlier day.",
    ),
    "after.result_missing": Text("请写明完成情况。", "Write down what was done."),
    "after.reason_missing": Text("请写明放弃的原因。", "Write down why it is given up."),
    "after.why_missing": Text("请写明原因。", "Write down why."),
    "after.nothing_changed": Text(
        "负责人和期限都没有改动。", "Neither the owner nor the day was changed."
    ),
    "after.person_missing": Text("请填写受处罚人姓名。", "Enter who bears it."),
    "after.part_missing": Text("请选择责任（按 1–3）。", "Choose as what they bear it (keys 1–3)."),
    "after.amount_missing": Text(
        "请填写金额；只作通报批评时填 0。", "Enter the amount; 0 for a reprimand without money."
    ),
    "after.amount_range": Text(
        "金额在 0 到 {most} 元之间，最多两位小数。",
        "The amount is from 0 to {most} yuan, with at most two decimals.",
    ),
    "after.nothing_borne": Text(
        "金额为 0 时，请写明处罚内容。", "With an amount of 0, say what the penalty is."
    ),
}
