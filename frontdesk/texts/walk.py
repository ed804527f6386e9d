"""What is said about the walk around the car, locked words and appointments."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "intake.marks_many": Text(
        "损伤标记最多 {most} 处，请合并相近的标记。",
        "At most {most} marks fit on the outline. Join those that lie close together.",
    ),
    "intake.mark_beside": Text(
        "有标记不在车身图上，请重新标记。", "A mark lies beside the outline. Place it again."
    ),
    "intake.photo_elsewhere": Text(
        "标记的照片不属于这张接车单，请重新选择照片。",
        "The photo of a mark is not one of this visit. Choose it again.",
    ),
    "intake.words_locked": Text(
        "客户原话已复述确认并锁定，不能修改；新的内容请用“补记原话”。",
        "The words were read back and are locked. Write what is new under “Add words”.",
    ),
    "intake.words_open": Text(
        "客户原话还没有复述确认，请直接在登记中填写。",
        "The words are not read back yet; write them in the intake itself.",
    ),
    "intake.added_missing": Text("请写下客户补充的话。", "Write down what the customer added."),
    "appointment.full": Text(
        "{at} 已约 {count} 辆（每时段 {most} 辆），请尽量另约时间。",
        "{count} cars are booked for {at} already ({most} fit). Offer another time if you can.",
    ),
    "appointment.closed": Text(
        "{at} 不在预约时间（{opens}:00–{closes}:00）内，请与客户再确认。",
        "{at} is outside the hours for appointments ({opens}:00–{closes}:00). Ask once more.",
    ),
    "appointment.overlaps": Text(
        "与该客户 {at} 的预约（{car}）时间重叠，请与客户确认。",
        "It overlaps this customer's appointment of {at} ({car}). Ask which is meant.",
    ),
    "appointment.minutes_range": Text(
        "预计时长请填 {least} 到 {most} 分钟。",
        "An appointment takes {least} to {most} minutes.",
    ),
    "appointment.no_advisor": Text(
        "找不到这位服务顾问，请重新选择。", "There is no such service advisor. Choose again."
    ),
    "appointment.not_booked": Text(
        "接车单是“{status}”，不是还没到店的预约，不能改期。",
        "This visit is “{status}”, no appointment that can be moved.",
    ),
    # what matters now
    "intake.booked_ahead": Text(
        "这辆车还约了 {at}（{number}），是否仍需要？",
        "This car is booked for {at} as well ({number}). Is that still needed?",
    ),
    "intake.flagged_note": Text("{on} {by} 备注：{text}", "Note by {by} ({on}): {text}"),
    "intake.declined_item": Text(
        "上次（{on}）建议未做：{what}（{reason}）",
        "Advised and not wanted on {on}: {what} ({reason})",
    ),
    "intake.last_promise": Text(
        "上次（{on}）承诺 {at} 交车，按时完成。",
        "Last time ({on}) the car was promised for {at}, and was ready in time.",
    ),
}
