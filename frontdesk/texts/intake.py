"""What is said at the desk: what must be mended, and what matters now about this car."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    # what cannot be
    "visit.not_found": Text("找不到这张接车单。", "There is no such visit."),
    "vehicle.not_found": Text("找不到这辆车。", "There is no such car."),
    "visit.no_such_step": Text(
        "“{status}”的接车单不能直接变为“{to}”。",
        "A visit that is “{status}” cannot become “{to}” directly.",
    ),
    "visit.no_such_change": Text("找不到这条变更记录。", "There is no such change record."),
    "visit.not_settled": Text(
        "接车单是“{status}”，完工后才能打印结算单。",
        "This visit is “{status}”: a settlement is printed once the work is done.",
    ),
    "intake.mileage_range": Text(
        "里程应在 0 到 3,000,000 公里之间，请核对。",
        "The mileage must lie between 0 and 3,000,000 km. Please check it.",
    ),
    "intake.fuel_range": Text(
        "油量请填 0（空）到 8（满）。", "Fuel is 0 (empty) to 8 (full) eighths."
    ),
    "intake.total_range": Text(
        "合计金额过大，请核对数量和单价。", "The total is too large. Check quantities and prices."
    ),
    "intake.item_unnamed": Text(
        "第 {row} 行：请写明维修项目。", "Row {row}: say what is to be done."
    ),
    "intake.item_kind": Text(
        "第 {row} 行：请按 1–6 选择项目类别。", "Row {row}: choose the kind of work (keys 1–6)."
    ),
    "intake.item_money": Text(
        "第 {row} 行：金额请填 0 以上、最多两位小数的数字。",
        "Row {row}: an amount is 0 or more, with at most two decimals.",
    ),
    "intake.item_quantity": Text(
        "第 {row} 行：数量请填 0 到 9,999、最多三位小数。",
        "Row {row}: a quantity is 0 to 9,999, with at most three decimals.",
    ),
    "intake.item_part": Text(
        "第 {row} 行：有单价，请填写配件名称。", "Row {row}: there is a price; name the part."
    ),
    "intake.item_discount": Text(
        "第 {row} 行：优惠不能超过该行金额。", "Row {row}: the discount is above the line's amount."
    ),
    "intake.repeat_unknown": Text(
        "返修所指的接车单不是这辆车以前的接车单，请重新选择。",
        "A repeat repair names an earlier visit of the same car. Choose it again.",
    ),
    "intake.above_own_share": Text(
        "客户自付部分超过客户同意的 ¥{agreed}。请先做变更记录，再交车。",
        "The customer's own share is above the ¥{agreed} agreed to. Record the change first.",
    ),
    "intake.item_declined_why": Text(
        "第 {row} 行：请写明客户不做的原因。", "Row {row}: say why the customer does not want it."
    ),
    "intake.items_missing": Text(
        "请至少填写一个项目（也可以是免费检测）。",
        "Add at least one work item (a free check will do).",
    ),
    "intake.promise_missing": Text(
        "请填写预计交车时间。", "Say when the car is promised to be ready."
    ),
    "intake.promise_past": Text(
        "预计交车时间已经过去，请填写之后的时间。",
        "The promised time has passed already. Name a later one.",
    ),
    "intake.read_back_missing": Text(
        "请先向客户复述需求和项目，得到确认后再勾选。",
        "Read the words and items back to the customer first, then tick this.",
    ),
    "intake.booking_missing": Text("请填写预约到店的时间。", "Say when the car will come."),
    "intake.booking_past": Text(
        "预约时间已经过去，请填写之后的时间。",
        "The appointment lies in the past. Name a later time.",
    ),
    "intake.not_missed_yet": Text(
        "预约时间是 {at}，还没到，不能记为失约。",
        "The appointment is at {at}; it cannot be missed before.",
    ),
    "intake.reason_missing": Text(
        "请写明客户未修的原因，以便每周跟进。",
        "Say why the customer left without the work; it is followed up weekly.",
    ),
    "intake.change_too_early": Text(
        "接车单是“{status}”，没有需要客户同意的变更。",
        "This visit is “{status}”: there is no agreement to change.",
    ),
    "intake.change_what": Text("请写明变更了什么。", "Say what changes."),
    "intake.change_why": Text("请写明变更的原因。", "Say why it changes."),
    "intake.change_whom": Text("请写明征求了谁的意见。", "Say who was asked."),
    "intake.change_how": Text("请选择征求意见的方式。", "Choose how they were asked."),
    "intake.change_answer": Text("请选择客户是否同意。", "Choose whether they agreed."),
    "intake.amount_missing": Text(
        "第 {row} 行：请填写实收金额（没有收费填 0）。",
        "Row {row}: enter what was charged (0 for nothing).",
    ),
    "intake.above_agreed": Text(
        "实收合计超过客户同意的 ¥{agreed}。请先做变更记录，再交车。",
        "The sum charged is above the ¥{agreed} agreed to. Record the change first.",
    ),
    "intake.pay_method_missing": Text("请选择付款方式。", "Choose how it was paid."),
    # what looks odd, and never blocks
    "visit.mileage_lower": Text(
        "比上次（{on}）的 {last} 公里还低，请核对仪表。",
        "Lower than the {last} km of last time ({on}). Please check the odometer.",
    ),
    "visit.mileage_jump": Text(
        "上次（{on}）是 {last} 公里，相当于每天 {a_day} 公里，请核对仪表。",
        "It was {last} km on {on}: that is {a_day} km a day. Please check the odometer.",
    ),
    # what matters now
    "intake.open_complaint": Text(
        "投诉未结：{number}（{on} 受理，{state}）",
        "Open complaint {number} ({on}, {state})",
    ),
    "intake.lost_returned": Text(
        "流失客户回店（上次来店 {last}），请立即告知主管",
        "Lost customer back (last here {last}): tell the supervisor",
    ),
    "intake.in_house": Text(
        "此车已在店：{number}（{status}）", "This car is in the house already: {number} ({status})"
    ),
    "intake.wrong_phone": Text(
        "电话 {number} 已打不通，请向客户询问新号码。",
        "The number {number} is wrong. Ask the customer for a new one.",
    ),
    "intake.no_phone": Text(
        "没有可用的电话，请向客户询问。", "There is no working telephone number. Ask for one."
    ),
    "intake.do_not_call": Text(
        "客户要求不要打电话；请当面了解满意度。",
        "This customer wants no calls; ask here whether all was well.",
    ),
    "intake.declined_before": Text(
        "{on} 报单未修：{what}（{reason}）", "Declined on {on}: {what} ({reason})"
    ),
    "intake.promise_broken": Text(
        "上次（{on}）比承诺时间晚了 {minutes} 分钟交车。",
        "Last time ({on}) the car was ready {minutes} minutes after the promised time.",
    ),
    "intake.repaired_lately": Text(
        "{days} 天前刚修过：{what}。若是同一问题，按返修处理。",
        "Repaired {days} days ago: {what}. The same again is a repeat repair.",
    ),
    "intake.advised_before": Text(
        "上次（{on}）建议：{advice}", "Advised last time ({on}): {advice}"
    ),
    "intake.first_visit": Text("首次进店的客户。", "This customer's first visit."),
    "intake.maintenance_due": Text(
        "保养到期：{on} 或 {km} 公里", "Maintenance due: {on} or {km} km"
    ),
    "watch.warranty_ends": Text("质保 {on} 到期", "Warranty ends on {on}"),
    "watch.warranty_km_near": Text(
        "质保里程 {km} 公里预计 {on} 用完", "The warranty's {km} km are reached about {on}"
    ),
    "watch.warranty_over": Text(
        "质保已过（{on} 或 {km} 公里）", "Out of warranty since {on} or {km} km"
    ),
    "watch.statutory_safety": Text(
        "三包：严重安全故障（{defect}）已修 {count} 次，若仍存在即达到退换条件，请报告经理。",
        "Statutory: a safety fault ({defect}) was repaired {count} times. If it is still there the "
        "car may have to be exchanged: tell the manager.",
    ),
    "watch.statutory_safety_over": Text(
        "三包：严重安全故障（{defect}）已修 {count} 次，超过 {limit} 次，达到退换条件，"
        "请立即报告经理。",
        "Statutory: a safety fault ({defect}) was repaired {count} times, over {limit}: the car "
        "may have to be exchanged. Tell the manager at once.",
    ),
    "watch.statutory_repairs": Text(
        "三包：同一故障（{defect}）已修 {count} 次，再修即超过 {limit} 次。",
        "Statutory: the same defect ({defect}) was repaired {count} times; one more is over "
        "{limit}.",
    ),
    "watch.statutory_repairs_over": Text(
        "三包：同一故障（{defect}）已修 {count} 次，超过 {limit} 次，请立即报告经理。",
        "Statutory: the same defect ({defect}) was repaired {count} times, over {limit}. "
        "Tell the manager at once.",
    ),
    "watch.statutory_days": Text(
        "三包：累计修理 {count} 天，接近 {limit} 天。",
        "Statutory: {count} days in repair, close to {limit}.",
    ),
    "watch.statutory_days_over": Text(
        "三包：累计修理 {count} 天，超过 {limit} 天，请立即报告经理。",
        "Statutory: {count} days in repair, over {limit}. Tell the manager at once.",
    ),
    "intake.insurance_ends": Text("保险 {on} 到期", "Insurance ends on {on}"),
    "intake.insurance_ended": Text("保险已于 {on} 到期", "Insurance ended on {on}"),
    "intake.inspection_due": Text("年检 {on} 到期", "Annual inspection due on {on}"),
    "intake.inspection_over": Text("年检已于 {on} 到期", "Annual inspection was due on {on}"),
}
