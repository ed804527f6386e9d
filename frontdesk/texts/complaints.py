"""What the complaint desk says, and what the fields of each step are called."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "complaint.words_missing": Text(
        "请按原话填写顾客说的内容。", "Please write down what the customer said, word for word."
    ),
    "complaint.customer_missing": Text(
        "请先选择顾客：在上方搜索框输入车牌、电话或姓名。",
        "Choose the customer first: type plate, phone or name into the search box above.",
    ),
    "complaint.customer_not_found": Text(
        "找不到此顾客档案，可能已被合并。", "This customer file is no longer there."
    ),
    "complaint.vehicle_not_found": Text("找不到此车辆。", "This car is no longer there."),
    "complaint.visit_not_of_customer": Text(
        "该接待单不属于此顾客，请重新选择。",
        "This visit is another customer's. Please choose again.",
    ),
    "complaint.category_missing": Text(
        "请选择投诉类别（两级）。", "Please choose the category, both levels."
    ),
    "complaint.category_unknown": Text(
        "类别表中没有这一项，请重新选择。", "This category is not in the list. Please choose again."
    ),
    "complaint.level_missing": Text(
        "请选择等级（按 1–6）。", "Please choose the level (keys 1–6)."
    ),
    "complaint.channel_missing": Text(
        "请选择受理渠道。", "Please choose how the complaint reached you."
    ),
    "complaint.not_found": Text("找不到此投诉单。", "This complaint is not there."),
    "complaint.not_now": Text(
        "此投诉单现在是“{state}”，还不能办理“{step}”。",
        "This complaint stands at '{state}'; '{step}' cannot be taken now.",
    ),
    "complaint.not_your_role": Text(
        "“{step}”由{role}办理，您的岗位不能代办。",
        "'{step}' is a step of the {role}; your roles do not allow it.",
    ),
    "complaint.about_you": Text(
        "这件投诉涉及您本人，须由他人办理。",
        "This complaint is about you; a colleague has to take this step.",
    ),
    "complaint.you_served": Text(
        "这位顾客由您接待，投诉须由他人办理。",
        "You served this customer; a colleague has to take this step.",
    ),
    "complaint.about_you_stand_in": Text(
        "这件投诉涉及您本人，“{step}”须由{role}（{people}）代办。",
        "This complaint is about you; '{step}' has to be taken by the {role} ({people}) instead.",
    ),
    "complaint.you_served_stand_in": Text(
        "这位顾客由您接待，“{step}”须由{role}（{people}）代办。",
        "You served this customer; '{step}' has to be taken by the {role} ({people}) instead.",
    ),
    "complaint.you_handled_stand_in": Text(
        "这件投诉由您处理，“{step}”须由{role}（{people}）代办。",
        "You handled this complaint; '{step}' has to be taken by the {role} ({people}) instead.",
    ),
    "complaint.paused_already": Text("计时已经暂停。", "The clocks stand still already."),
    "complaint.not_paused": Text("计时没有暂停。", "The clocks are running."),
    "complaint.others_pause": Text(
        "只有经办人和相关经理可以暂停计时。",
        "Only whoever holds the ticket and the managers may pause its clocks.",
    ),
    "complaint.sheet_missing": Text(
        "请附上签字单（拖到此投诉单上即可），或说明为什么没有。",
        "Attach the signed sheet (drop it on the ticket), or say why there is none.",
    ),
    "complaint.you_handled": Text(
        "这件投诉由您处理，回访须由他人进行。",
        "You handled this complaint; a colleague has to make the follow-up call.",
    ),
    "complaint.other_department": Text(
        "这件投诉属于{department}，由该部门经理办理。",
        "This complaint belongs to: {department}. The manager of that department takes it.",
    ),
    "complaint.other_handler": Text(
        "这件投诉已派给{handler}，由其本人或部门经理返单。",
        "This complaint was given to {handler}; they or their manager return it.",
    ),
    "complaint.handler_unfit": Text(
        "不能派给此人：投诉涉及本人、由其接待，或无处理权限。请另选。",
        "It cannot be given to this person: it is about them, they served the customer, or they "
        "may not handle complaints. Please choose another.",
    ),
    "complaint.field_missing": Text("此项必填。", "This has to be filled in."),
    "complaint.choice_missing": Text("请选择一项。", "Please choose one."),
    "complaint.not_read": Text(
        "看不明白，请重新填写。", "This cannot be read. Please enter it again."
    ),
    "complaint.score_range": Text(
        "评分为 {least} 到 {most} 的整数。", "The score is a whole number from {least} to {most}."
    ),
    "complaint.cost_range": Text(
        "费用不能为负数，最多两位小数。", "The cost is not negative and has at most two decimals."
    ),
    "complaint.in_future": Text(
        "时间不能晚于现在。", "This time lies ahead; enter when it happened."
    ),
    "complaint.before_registration": Text(
        "时间不能早于受理时间 {registered}。",
        "This is before the complaint was registered ({registered}).",
    ),
}

FIELD_NAMES: dict[str, Text] = {
    "words": Text("内容", "Words"),
    "told_at": Text("告知时间", "Told at"),
    "told_by": Text("告知人", "Told by"),
    "how": Text("告知方式", "How told"),
    "level": Text("等级", "Level"),
    "category": Text("类别", "Category"),
    "safety": Text("涉及安全", "Safety matter"),
    "valid": Text("是否成立", "Valid"),
    "department": Text("责任部门", "Department"),
    "explained": Text("解释说明", "How it was explained"),
    "reaction": Text("顾客反应", "Reaction"),
    "handler": Text("处理人", "Handler"),
    "investigation": Text("调查结果", "Investigation"),
    "cause_by_department": Text("原因（部门）", "Dept.'s cause"),
    "cause_by_cs": Text("原因（客服）", "CS's cause"),
    "direct_person": Text("直接责任人", "Responsible"),
    "secondary_person": Text("次要责任人", "Second person"),
    "responses": Text("处理方式", "Response"),
    "corrective": Text("纠正措施", "Corrective"),
    "preventive": Text("预防措施", "Preventive"),
    "cost": Text("费用（元）", "Cost (yuan)"),
    "penalties": Text("考核处罚", "Penalties"),
    "accepted": Text("顾客接受", "Accepted"),
    "satisfaction": Text("满意度", "Satisfaction"),
    "handling_score": Text("处理评分（1–10）", "Score of the handling (1–10)"),
    "further_routes": Text("告知的其他途径", "Further routes told"),
    "evaluation": Text("评价", "Evaluation"),
    "lesson": Text("经验教训", "Lesson"),
    "no_sheet": Text("无签字单原因", "No signed sheet because"),
    "pause_reason": Text("等待原因", "Waiting for"),
    "stand_in_for": Text("代办", "In place of"),
    # Registration
    "channel": Text("受理渠道", "Channel"),
    "complainant": Text("投诉人", "Complainant"),
    "complainant_phone": Text("联系电话", "Phone"),
    "remedy": Text("顾客诉求", "Remedy asked for"),
    "about": Text("涉及人员", "About"),
    "why": Text("为何而来", "Why they came"),
    "when_happens": Text("何时发生", "When it happens"),
    "where_happens": Text("何处发生", "Where"),
    "who_drives": Text("何人驾驶", "Who drives"),
    "what_happens": Text("何种现象", "What happens"),
    "how_shown": Text("如何表现", "How it shows"),
    "how_much": Text("费用预期", "How much"),
}
"""Fields of the steps and of the registration, by the names entries keep."""

WORDS_NAMES: dict[str, Text] = {
    "judged": Text("判断说明", "Grounds"),
    "opinion": Text("处理意见", "Proposed handling"),
    "approved": Text("审核意见", "Remark"),
    "sent_back": Text("退回原因", "Reason for sending it back"),
    "dispatched": Text("派单要求", "What is asked of the handler"),
    "followed_up": Text("回访记录", "What the customer said"),
    "signed_off": Text("签字意见", "Remark"),
    "added": Text("补充内容", "Words added"),
    "paused": Text("暂停说明", "What it waits for"),
    "resumed": Text("恢复说明", "Remark"),
    "registered": Text("投诉内容（原话）", "The words as said"),
}
"""What ``words`` are called in each step."""
