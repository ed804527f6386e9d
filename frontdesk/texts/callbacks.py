"""What is said about callbacks."""

from __future__ import annotations

from frontdesk.texts.text import Text

MAINTENANCE_TOLD = Text(
    "电话中已告知下次保养：{due}（{number}）",
    "Told on the telephone when the next maintenance is due: {due} ({number})",
)
MAINTENANCE_PROMISED = Text(
    "客户在电话中约好来保养：{day}（{number}）",
    "The customer named a day for the next maintenance on the telephone: {day} ({number})",
)
"""Notes that a call leaves in the customer's file."""

SENTENCES: dict[str, Text] = {
    "callbacks.maintenance_past": Text(
        "约好的保养日期已经过去，请填写今天或以后的日期。",
        "The day named for the maintenance is past. Enter today or a later day.",
    ),
    "callbacks.no_car": Text(
        "这条回访没有对应的车辆，不能记下保养日期。",
        "This call is about no car; a day for its maintenance cannot be kept.",
    ),
    "callbacks.not_found": Text("找不到这条回访。", "This callback cannot be found."),
    "callbacks.phone_not_found": Text(
        "这个号码已不在客户档案里，请刷新后再试。",
        "This number is no longer in the customer's file. Refresh and try again.",
    ),
    "callbacks.staff_not_found": Text(
        "该员工已停用，请另选一位。", "This person is no longer active. Choose someone else."
    ),
    "callbacks.closed": Text(
        "这条回访已经结束（{status}），不能再修改。",
        "This callback has ended ({status}) and cannot be changed.",
    ),
    "callbacks.served_by_you": Text(
        "这位客户是您接待的，{kind}须由其他同事来打，以保证公正。",
        "You served this customer. To stay impartial, this call ({kind}) is made by someone else.",
    ),
    "callbacks.conversation_over": Text(
        "刚才的通话已经结束，请重新拨打。", "That conversation is over. Dial again."
    ),
    "callbacks.other_household": Text(
        "这条回访不是同一家客户的。", "This call is none of the same household."
    ),
    "callbacks.other_role": Text(
        "您的岗位不负责{kind}。", "Calls of this kind ({kind}) are not part of your role."
    ),
    "callbacks.assigned_to_other": Text(
        "这条回访已分配给其他同事；逾期后任何人都可以打。",
        "This call is assigned to someone else. Once overdue, anyone may make it.",
    ),
    "callbacks.cannot_assign": Text(
        "{number} 不能分配给{name}：岗位不符，或这位客户正是由其接待。",
        "{number} cannot be given to {name}: not their kind of call, or they served this customer.",
    ),
    "callbacks.taken": Text(
        "另一位同事正在打这个电话。", "Someone else is on this call at the moment."
    ),
    "callbacks.not_started": Text("请先按 F9 开始通话。", "Start the call first (F9)."),
    "callbacks.outside_hours": Text(
        "现在不在回访时段内，请先写明现在拨打的原因。",
        "It is outside the hours for calls. Give the reason for calling now.",
    ),
    "callbacks.answers_missing": Text(
        "还有必答的问题没有回答：{steps_zh}。", "Required answers are still missing: {steps_en}."
    ),
    "callbacks.ended_otherwise": Text(
        "这次通话的结果是“{outcome}”，请按该结果结束通话。",
        "This call ended as '{outcome}'. Close it with that outcome.",
    ),
    "callbacks.ticket_missing": Text(
        "投诉还没有登记。请选好类别和级别后按 Ctrl+Enter 登记，或返回上一步选“客户不要求登记”。",
        "The complaint is not registered yet. Choose category and level and press Ctrl+Enter, "
        "or go back and choose 'Customer wants no ticket'.",
    ),
    "callbacks.use_finish": Text(
        "通话成功请按脚本走完后结束。", "A call that was reached is closed by finishing its script."
    ),
    "callbacks.note_missing": Text(
        "“{outcome}”需要写一句说明。", "'{outcome}' needs a short note."
    ),
    "callbacks.time_missing": Text(
        "请填写与客户约定的时间。", "Enter the time agreed with the customer."
    ),
    "callbacks.time_past": Text(
        "约定的时间已经过去，请填写以后的时间。",
        "The agreed time is in the past. Enter a later one.",
    ),
    "callbacks.paper_minutes": Text(
        "通话时长只能在 1 到 {most} 分钟之间。", "A call lasts from 1 to {most} minutes."
    ),
    "callbacks.paper_too_old": Text(
        "只能补录最近 {days} 天内打的电话。",
        "Only calls of the last {days} days are entered from paper.",
    ),
    "callbacks.paper_ahead": Text(
        "这个时间还没有到，请核对通话的日期和时间。",
        "This moment is still to come. Check the day and the hour of the call.",
    ),
    "callbacks.paper_before_attempt": Text(
        "此前已有更晚的拨打记录，请核对通话的日期和时间。",
        "An attempt later than this is recorded already. Check the day and the hour of the call.",
    ),
    "callbacks.withdrawn.do_not_call": Text("客户不接受电话回访", "The customer wants no calls"),
    "callbacks.withdrawn.visit_cancelled": Text(
        "这次进店已取消，没有交车", "The visit was cancelled: the car was not handed over"
    ),
    "callbacks.withdrawn.delivery_cancelled": Text(
        "交车日期已撤销或更改", "The delivery was withdrawn or moved"
    ),
    "callbacks.withdrawn.car_passed_on": Text("车辆已换车主", "The car has another owner now"),
    "callbacks.withdrawn.maintained": Text("首次保养已完成", "First maintenance is done"),
    "callbacks.withdrawn.missed": Text(
        "已到下一阶段，本次未打", "Not made before the next one fell due"
    ),
    "callbacks.withdrawn.followed_up": Text(
        "投诉已回访或退回处理", "The complaint has gone on from its follow-up"
    ),
    "callbacks.withdrawn.came_back": Text("客户已再次进店", "The customer has come back"),
    "callbacks.withdrawn.list_closed": Text("名单已结束", "The list was closed"),
    "sharing.in_call": Text(
        "回访 {number} 正在通话中，请稍后再移。",
        "Somebody is on call {number} right now. Move it afterwards.",
    ),
    "sharing.no_specialist": Text(
        "{name}不是客服，不能负责客户。", "{name} is not in customer service."
    ),
    "sharing.whose_missing": Text("请选择转出谁的客户。", "Choose whose customers are passed on."),
    "sharing.to_missing": Text("请选择转给谁。", "Choose who gets them."),
    "sharing.same_person": Text("不能转给同一个人。", "They are this person's already."),
    "sharing.nobody_there": Text(
        "目前没有其他在岗的客服专员。", "No other specialist is there to take them."
    ),
    "sharing.who_missing": Text("请选择是谁请假。", "Choose whose days off they are."),
    "sharing.first_missing": Text("请填写从哪天起。", "Enter the first day off."),
    "sharing.absence_reversed": Text(
        "结束日期不能早于开始日期。", "The last day cannot come before the first."
    ),
    "sharing.absence_past": Text(
        "这段日期已经过去，不用再登记。", "These days have passed; there is nothing to note."
    ),
    "sharing.absence_long": Text(
        "一次最多登记一年；长期不在请在“员工账号”里停用。",
        "At most a year at once; close the account of who has left.",
    ),
    "sharing.absence_not_found": Text("找不到这条请假。", "These days off cannot be found."),
    "call_list.not_found": Text("找不到这份名单。", "This list cannot be found."),
    "call_list.nobody": Text(
        "没有符合条件、可以拨打的客户，请放宽条件。",
        "Nobody who may be called fits. Ask for less.",
    ),
    "call_list.no_such_kind": Text(
        "名单只用于流失客户回访和特殊时期回访。",
        "Lists are for calls to lost customers and for special periods.",
    ),
    "call_list.name_missing": Text("请给名单起个名称。", "Give the list a name."),
    "call_list.occasion_missing": Text(
        "请写明为何致电，如“国庆节”，通话时会说到。",
        "Say why we call, such as 'National Day'; it is spoken in the call.",
    ),
    "call_list.day_missing": Text("请填写日期。", "Enter the day."),
    "call_list.days_reversed": Text(
        "结束日期早于开始日期，请改正。", "The last day is before the first. Correct one of them."
    ),
    "call_list.days_past": Text(
        "结束日期已经过去，请填今天或以后的日期。",
        "The last day has passed. Enter today or a later day.",
    ),
    "call_list.too_long": Text(
        "一份名单最长 {most} 天，请缩短时间。", "A list runs for {most} days at most. Shorten it."
    ),
    "call_list.month_ahead": Text(
        "这个月还没有到，请选本月或以前的月份。",
        "This month has not come yet. Choose this one or an earlier one.",
    ),
}
