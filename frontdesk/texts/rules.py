"""What the figures of the trade are called, their units, and why one is refused."""

from __future__ import annotations

from frontdesk.models.enums import CallbackKind, CallOutcome, Role
from frontdesk.texts.terms import TERMS
from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "rule.missing": Text("请填写此项。", "Please fill this in."),
    "rule.range": Text(
        "只能在 {least} 到 {most} 之间，请修改。",
        "It can be from {least} to {most}; please change it.",
    ),
    "rule.span_unreadable": Text(
        "看不懂这个时段。请输入如 10:30-11:30。",
        "This is not a span of the day. Type it like 10:30-11:30.",
    ),
    "rule.span_reversed": Text("时段的开始要早于结束。", "The span has to begin before it ends."),
    "rule.spans_overlap": Text(
        "两个时段重叠了，请错开。", "The two spans overlap; keep them apart."
    ),
    "rule.span_missing": Text(
        "至少要有一个回访时段。", "There must be at least one span in which calls are made."
    ),
    "rule.dates_unreadable": Text(
        "“{typed}”不是日期。请输入如 2026-10-10，多个日期用空格隔开。",
        "'{typed}' is not a day. Type days like 2026-10-10, with a space between them.",
    ),
    "rule.many_dates": Text(
        "最多填 {most} 个日期。", "At most {most} days can stand here; remove past ones."
    ),
    "rule.both_closed_and_open": Text(
        "{day} 同时写在休息日和上班日里，请删去一个。",
        "{day} stands among the closed days too; keep it in one of them.",
    ),
    "rule.order": Text(
        "不能早于“{before_zh}”（{least} 分钟）。",
        "It cannot come before the step ahead of it: {before_en} {least} minutes.",
    ),
    "rule.after_loop": Text(
        "要在投诉闭环时限（{most} 分钟）之内。",
        "It has to lie within the time of the whole loop ({most} minutes).",
    ),
    "rule.role": Text("请从列出的岗位中选一个。", "Choose one of the roles offered."),
    "rule.stages": Text(
        "要晚于“{before_zh}”（第 {day} 天）。",
        "It has to be later than the call before it: {before_en}, day {day}.",
    ),
    "rule.scores_cross": Text(
        "不能高于奖励分数线（{most} 分）。",
        "It cannot be higher than the score that is rewarded ({most}).",
    ),
}

GROUPS: dict[str, Text] = {
    "visits": Text("接待规则", "Visit rules"),
    "files": Text("客户档案规则", "Customer file rules"),
    "callbacks": Text("回访规则", "Callback rules"),
    "kinds": Text("回访类型", "Kinds of calls"),
    "scores": Text("评分与奖惩", "Scores and incentives"),
    "complaints": Text("投诉规则", "Complaint rules"),
    "desk": Text("前台规则", "Desk rules"),
    "backups": Text("备份规则", "Backup rules"),
}

UNITS: dict[str, Text] = {
    "seconds": Text("秒", "s"),
    "minutes": Text("分钟", "min"),
    "hours": Text("小时", "h"),
    "days": Text("天", "days"),
    "weeks": Text("周", "weeks"),
    "months": Text("个月", "months"),
    "km": Text("公里", "km"),
    "km_a_day": Text("公里/天", "km/day"),
    "percent": Text("%", "%"),
    "times": Text("次", ""),
    "megabytes": Text("MB", "MB"),
    "megapixels": Text("百万像素", "megapixels"),
    "yuan": Text("元", "yuan"),
    "points": Text("分", "points"),
    "years": Text("年", "years"),
    "persons": Text("人", "persons"),
    "calls": Text("个", "calls"),
    "span": Text("", ""),
    "dates": Text("", ""),
    "switch": Text("", ""),
    "role": Text("", ""),
    "place": Text("", ""),
}

_NAMES: dict[str, Text] = {
    "maintenance_cycle_km": Text("保养间隔里程", "Maintenance every"),
    "maintenance_fallback_months": Text("里程无法推算时", "Where mileage tells nothing"),
    "maintenance_notice_days": Text("保养提前提醒", "Maintenance told ahead"),
    "implausible_daily_km": Text("日均里程可信上限", "Mileage believed up to"),
    "implausible_cycle_days": Text("保养周期可信上限", "Cycle believed up to"),
    "lost_after_months": Text("未进店视为流失", "Lost after no visit for"),
    "repeat_repair_days": Text("返修判定时间", "Repeat repair, by time"),
    "repeat_repair_km": Text("返修判定里程", "Repeat repair, by mileage"),
    "promise_at_risk_minutes": Text("交车承诺提前预警", "Promise at risk from"),
    "labour_rate_yuan": Text("工时单价", "Labour, one hour"),
    "desk_opens_hour": Text("预约开始（几点）", "Appointments from (hour)"),
    "desk_closes_hour": Text("预约结束（几点）", "Appointments until (hour)"),
    "appointment_minutes": Text("预约时段长度", "Length of an appointment slot"),
    "appointments_per_slot": Text("每时段可约台数", "Cars in one slot"),
    "no_show_minutes": Text("过时多久提示失约", "Asked about as a no-show after"),
    "photos_on_sheet": Text("环车照片随接车单打印", "Print photos with the intake sheet"),
    "warranty_months": Text("默认质保期限", "Warranty, unless the file says otherwise"),
    "warranty_km": Text("默认质保里程", "Warranty mileage"),
    "warranty_notice_days": Text("质保到期提醒提前", "Tell of a warranty's end ahead by"),
    "statutory_months": Text("三包有效期", "Statutory period (three guarantees)"),
    "statutory_km": Text("三包有效里程", "Statutory mileage"),
    "statutory_repairs": Text("三包：同一故障修理次数", "Statutory: repairs of one defect"),
    "statutory_days": Text("三包：累计修理天数", "Statutory: days in repair"),
    "statutory_safety_repairs": Text(
        "三包：严重安全故障修理次数", "Statutory: safety fault repairs"
    ),
    "class_a_visits": Text("A 类：期内到店次数", "Class A: visits in the period"),
    "class_a_top_percent": Text("A 类：消费排名前", "Class A: top share by spend"),
    "class_window_months": Text("分级统计期", "Period looked at for classes"),
    "class_c_months": Text("C 类：未到店", "Class C: no visit for"),
    "class_d_months": Text("D 类：未到店", "Class D: no visit for"),
    "badge_visits": Text("重点客户：一年到店次数", "Valued: visits in a year"),
    "badge_here_years": Text("重点客户：在店续保或年检", "Valued: insured or inspected here for"),
    "badge_out_of_warranty_months": Text("重点客户：刚出质保", "Valued: out of warranty for"),
    "undo_import_days": Text("导入可撤销", "An import can be undone for"),
    "retention_years": Text("个人信息保存期限", "Personal data kept for"),
    "persons_threshold": Text("个人信息人数提醒线", "Warn at persons held"),
    "usual_job_minutes": Text("一般作业时长", "Usual length of a job"),
    "insurance_notice_days": Text("保险到期提前提醒", "Insurance told ahead"),
    "inspection_notice_days": Text("年检到期提前提醒", "Inspection told ahead"),
    "call_hours_1": Text("回访时段一", "Call hours, first"),
    "call_hours_2": Text("回访时段二", "Call hours, second"),
    "rest_on_weekends": Text("周末不打回访", "No calls on weekends"),
    "rest_on_holidays": Text("法定节假日不打回访", "No calls on public holidays"),
    "closed_days": Text("另外的休息日", "Further closed days"),
    "extra_workdays": Text("另外的上班日", "Further working days"),
    "contact_days": Text("新分配客户首次联系", "New customers contacted within"),
    "max_call_attempts": Text("最多拨打", "Attempts at most"),
    "daily_after_attempts": Text("每天一次，自第", "One a day from attempt"),
    "late_delivery_days": Text("交车多久后不再回访", "No new-car call after"),
    "late_hand_over_days": Text("修后多久不再补回访", "No after-service call after"),
    "after_service_percent": Text("非会员修后回访比例", "Non-members called after service"),
    "due_ahead_days": Text("提前生成回访", "Calls made ahead"),
    "routine_second_day": Text("例行回访第二次", "Second routine call after"),
    "routine_questionnaire_day": Text("例行回访问卷", "Routine questionnaire after"),
    "routine_last_day": Text("例行回访第四次", "Fourth routine call after"),
    "routine_months": Text("例行回访持续", "Routine calls go on for"),
    "routine_window_days": Text("“例行回访”天数", "New-car routine: days"),
    "thanks_months": Text("“新客致谢”月数", "New-customer thanks: months"),
    "first_maintenance_months": Text("首保时间", "First maintenance after"),
    "first_maintenance_km": Text("首保里程", "First maintenance at"),
    "first_maintenance_notice_days": Text("“首保提醒”天数", "First maintenance: days"),
    "late_first_maintenance_days": Text("首保逾期多久不再提醒", "No first-maintenance call after"),
    "call_hold_minutes": Text("通话占用保留", "A call begun is kept"),
    "thank_after_call": Text("通话后发致谢短信", "Thanks after each call"),
    "spot_score_below": Text("低分抽查线", "Low score is below"),
    "spot_sample": Text("随机抽查数量", "Drawn at random"),
    "fine_routine_consultant": Text("例行回访未做·销售顾问", "Routine call not made: consultant"),
    "fine_routine_manager": Text("例行回访未做·销售经理", "Routine call not made: manager"),
    "fine_first_consultant": Text(
        "首保回访未做·销售顾问", "First-maintenance call not made: consultant"
    ),
    "fine_first_manager": Text("首保回访未做·销售经理", "First-maintenance call not made: manager"),
    "fine_call_specialist": Text("客服回访未做·客服专员", "CS call not made: specialist"),
    "fine_call_manager": Text("客服回访未做·客服经理", "CS call not made: CS manager"),
    "flag_least_calls": Text("评分异常：至少回访", "Flags: calls at least"),
    "flag_gap_points": Text("评分异常：全为满分且高出他人", "Flags: all 100, above others by"),
    "flag_short_percent": Text("评分异常：短通话低于中位数的", "Flags: short is under, of median"),
    "flag_same_in_row": Text("评分异常：连续相同答案", "Flags: same answers in a row"),
    "incentive_above": Text("奖励：高于", "Reward above"),
    "incentive_above_consultant": Text("奖励·销售顾问", "Reward: sales consultant"),
    "incentive_above_sales_manager": Text("奖励·销售经理", "Reward: sales manager"),
    "incentive_below": Text("扣罚：低于", "Deduction below"),
    "incentive_below_consultant": Text("扣罚·销售顾问", "Deduction: sales consultant"),
    "incentive_below_specialist": Text("扣罚·客服专员", "Deduction: CS specialist"),
    "incentive_below_sales_manager": Text("扣罚·销售经理", "Deduction: sales manager"),
    "incentive_below_cs_manager": Text("扣罚·客服经理", "Deduction: CS manager"),
    "incentive_zero_manager_percent": Text("零分扣工资·经理", "Score 0, of the wage: manager"),
    "incentive_zero_percent": Text("零分扣工资·其他人", "Score 0, of the wage: others"),
    "complaint_hours": Text("受理到签字", "Registration to sign-off"),
    "return_hours": Text("派单到返单", "Dispatch to return"),
    "filing_hours": Text("签字到归档", "Sign-off to filing"),
    "action_days": Text("改进措施期限", "Actions done within"),
    "amber_percent": Text("黄色预警（已用时限）", "Amber from"),
    "repeat_complaint_days": Text("重复投诉判定", "Repeated within"),
    "acknowledge_minutes": Text("受理后告知", "Acknowledged after"),
    "judge_minutes": Text("受理后判断", "Judged after"),
    "opinion_minutes": Text("受理后处理意见", "Opinion after"),
    "approve_minutes": Text("受理后审核", "Approved after"),
    "dispatch_minutes": Text("受理后派单", "Dispatched after"),
    "follow_up_minutes": Text("受理后回访", "Followed up after"),
    "evidence_mb": Text("证据单个文件上限", "One file of evidence up to"),
    "evidence_total_mb": Text("每张单的证据总量上限", "All evidence of one record up to"),
    "evidence_megapixels": Text("证据图片像素上限", "Pictures of evidence up to"),
    "idle_lock_minutes": Text("无操作自动锁定", "Lock when nobody types for"),
    "confirm_minutes": Text("密码确认有效", "A password typed again holds for"),
    "undo_seconds": Text("可撤销时间", "Undo offered for"),
    "draft_keep_days": Text("未保存内容保留", "Unsaved forms kept for"),
    "clock_jump_minutes": Text("电脑时间被改动时提醒", "Tell when the clock is set by more than"),
    "implausible_gap_days": Text(
        "超过多久无人登录视为时间有误", "No sign-in for longer: clock wrong"
    ),
    "backup_minutes": Text("有改动时每隔多久备份", "A backup after changes every"),
    "backup_hours": Text("每小时一份，保留", "One of each hour, for"),
    "backup_days": Text("每天一份，保留", "One of each day, for"),
    "backup_weeks": Text("每周一份，保留", "One of each week, for"),
    "backup_months": Text("每月一份，保留", "One of each month, for"),
    "second_place_warn_days": Text("第二位置多久未备份时提醒", "Second place: warn after"),
}
_MEANINGS: dict[str, Text] = {
    "maintenance_fallback_months": Text(
        "只来过一次或里程不可信时，按此间隔推算下次保养。",
        "For a first visit, or where mileages cannot be right.",
    ),
    "implausible_daily_km": Text(
        "超过此数的里程只作提醒，不用于推算。",
        "A higher one is remarked on and not used for forecasts.",
    ),
    "daily_after_attempts": Text(
        "从这一次拨打起，每天最多拨一次。", "From this attempt on, at most one a day."
    ),
    "call_hold_minutes": Text(
        "有人开始通话后，这段时间内不会分给别人。",
        "For so long a call somebody has begun is theirs alone.",
    ),
    "thank_after_call": Text(
        "每次通话结束时仍可单独取消。", "It can still be switched off at the end of a call."
    ),
    "spot_score_below": Text(
        "低于此分或客户不满意的回访，按“低分全查”抽出。",
        "With a lower score, or a customer not satisfied, a call is drawn as a low one.",
    ),
    "late_delivery_days": Text(
        "补录的交车早于此天数，不再产生新车回访。",
        "A delivery told later than this makes no new-car call.",
    ),
    "flag_least_calls": Text(
        "通话少于此数的人不作判断。", "Of somebody with fewer calls nothing is flagged."
    ),
    "flag_same_in_row": Text(
        "同一种回访连续这么多通答案完全一样时提示。",
        "So many calls of one kind with the very same answers are flagged.",
    ),
    "incentive_above": Text(
        "按当月新车回访得分计算，需总经理批准后执行。",
        "By the month's score of the new-car calls; approved by the general manager.",
    ),
    "incentive_zero_manager_percent": Text(
        "得分为零时按工资比例扣罚，不再按金额。",
        "A score of zero costs a share of the wage in place of the amount.",
    ),
    "action_days": Text(
        "由返单内容转为改进措施时预填的期限，可逐项修改。",
        "Filled in where an action is made of a return; changed for each as needed.",
    ),
    "rest_on_weekends": Text(
        "休息日仍可拨打，但须写明原因；约定的时间不受限。",
        "A call can still be made for a reason, and always at an hour agreed.",
    ),
    "rest_on_holidays": Text(
        "按国家节假日安排，调休上班日照常回访。",
        "By the public calendar; its make-up workdays are working days.",
    ),
    "closed_days": Text("如 2026-12-31 2027-01-02，用空格隔开。", "Such as 2026-12-31 2027-01-02."),
    "extra_workdays": Text(
        "节假日安排有变或本店周末上班时填写。", "Where the calendar changes, or the house works."
    ),
    "contact_days": Text(
        "逾期未联系的客户在“分配”页列出。", "Who was not is listed in the part 'Sharing'."
    ),
    "after_service_percent": Text(
        "会员一律回访；此比例只用于非会员，被选中的车无法事先知道。",
        "Members are always called; which of the others are cannot be told beforehand.",
    ),
    "due_ahead_days": Text(
        "提前生成的回访到期前不提示，可打印次日电话单、提前分配。",
        "They wait until their day; tomorrow's sheet and sharing out need them before.",
    ),
    "routine_second_day": Text(
        "第一次在交车当天。改天数不会重打或漏打：同一次回访只换日子。",
        "The first is on the delivery day. With another day a call is neither doubled nor lost.",
    ),
    "routine_questionnaire_day": Text(
        "问卷总在这一次问，无论排在第几天。", "The questionnaire is always asked in this one."
    ),
    "routine_months": Text(
        "之后按月回访，做过首保即停止。", "Monthly after those, ending with first maintenance."
    ),
    "amber_percent": Text(
        "时限用掉这一比例后变黄，超时变红。",
        "A clock is amber from this share of its time on, red past it.",
    ),
    "evidence_total_mb": Text(
        "证据存在加密数据里，备份也随之变大。",
        "Evidence lies in the encrypted data and makes each backup larger.",
    ),
    "idle_lock_minutes": Text("0 表示不锁定。", "0 never locks."),
    "implausible_gap_days": Text(
        "电脑时间有误时，未保存的内容不会因此被清除。",
        "So that a wrong clock throws nothing away.",
    ),
    "confirm_minutes": Text(
        "审核、签字、导出等须再次输入密码；0 表示每次都要。",
        "For approvals, sign-off, exports …; 0 asks each time.",
    ),
}
_OF_OUTCOMES = {
    "retry_": Text("“{zh}”后再拨", "{en}: again in"),
    "note_": Text("“{zh}”须写备注", "{en}: needs a note"),
    "reached_": Text("“{zh}”算接通", "{en}: reached"),
}
_OF_KINDS = {
    "priority_": Text("“{zh}”次序", "{en}: order"),
    "role_": Text("“{zh}”分给", "{en}: given to"),
    "window_": Text("“{zh}”天数", "{en}: days"),
}
_DAYS_OF_KINDS: dict[CallbackKind, Text] = {
    CallbackKind.AFTER_SERVICE: Text("交车次日起，这么多天内。", "From the day after hand-over."),
    CallbackKind.NEW_CAR: Text("交车次日起，这么多天内。", "From the day after delivery."),
    CallbackKind.NEW_CAR_ROUTINE: Text(
        "各次当天之后还可晚这么多天。", "So long after its day it is still in time."
    ),
    CallbackKind.FIRST_MAINTENANCE: Text(
        "首保之前这么多天起；未打的随之移动。",
        "So long before the maintenance; open calls move with it.",
    ),
    CallbackKind.NEW_CUSTOMER_THANKS: Text(
        "首次到店当月算一个月，到月底止。", "Calendar months, that of the first visit counted."
    ),
    CallbackKind.LOST_CUSTOMER: Text(
        "新建名单时预填的期限。", "Filled in for a new list; each list can say otherwise."
    ),
    CallbackKind.RETURNED_CUSTOMER: Text(
        "交车次日起，这么多天内。", "From the day after hand-over."
    ),
    CallbackKind.COMPLAINT_FOLLOW_UP: Text(
        "返单之后这么多天内；0 为当天。", "After the return; 0 is the same day."
    ),
    CallbackKind.SPECIAL_PERIOD: Text(
        "新建名单时预填的期限。", "Filled in for a new list; each list can say otherwise."
    ),
    CallbackKind.SPOT_CHECK: Text("抽取当天算第一天。", "The day it is drawn is the first."),
}
_NO_ROLE: dict[CallbackKind, Text] = {
    CallbackKind.NEW_CAR_ROUTINE: Text("售车人", "Who sold the car"),
    CallbackKind.FIRST_MAINTENANCE: Text("售车人", "Who sold the car"),
    CallbackKind.NEW_CUSTOMER_THANKS: Text("接待人", "Who received them"),
    CallbackKind.SPECIAL_PERIOD: Text("按名单分配", "As assigned"),
}


def rule_name(name: str) -> Text:
    """What the figure ``name`` is called."""
    for of, said in _OF_OUTCOMES.items():
        if name.startswith(of):
            outcome = TERMS[CallOutcome][CallOutcome(name.removeprefix(of))]
            return Text(said.zh.format(zh=outcome.zh), said.en.format(en=outcome.en))
    for of, said in _OF_KINDS.items():
        if name.startswith(of):
            kind = TERMS[CallbackKind][CallbackKind(name.removeprefix(of))]
            return Text(said.zh.format(zh=kind.zh), said.en.format(en=kind.en))
    return _NAMES[name]


def rule_meaning(name: str) -> Text | None:
    """What it does, where its name does not say all."""
    return _MEANINGS.get(name)


def days_of_kind(kind: CallbackKind) -> Text:
    """From when and how the days of calls of ``kind`` are counted."""
    return _DAYS_OF_KINDS[kind]


def given_to(kind: CallbackKind, role: Role | None) -> Text:
    """Who is given calls of ``kind`` where ``role`` is set for them."""
    return _NO_ROLE[kind] if role is None else TERMS[Role][role]
