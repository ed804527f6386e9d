"""Why a customer is in a value class, what is done for each class, and what cannot be."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    # why (``models.class_rules.Why``)
    "class.warranty_left": Text(
        "质保 {ended} 到期后没有再来店", "No visit since the warranty ended on {ended}"
    ),
    "class.long_away": Text(
        "{months} 个月没有来店（上次 {last}）", "No visit for {months} months (last on {last})"
    ),
    "class.never_here": Text(
        "购车（{bought}）{months} 个月以上，还没有来过店",
        "No visit yet in {months} months since the purchase on {bought}",
    ),
    "class.away": Text(
        "{months} 个月没有来店（上次 {last}）", "No visit for {months} months (last on {last})"
    ),
    "class.unpaid_only": Text(
        "近 {months} 个月来店 {visits} 次，都是质保或免费项目",
        "{visits} visits in {months} months, all warranty or free work",
    ),
    "class.often": Text("近 {months} 个月来店 {visits} 次", "{visits} visits in {months} months"),
    "class.top_spend": Text(
        "近 {months} 个月消费 ¥{spend}，居前 {percent}%",
        "Spent ¥{spend} in {months} months: among the top {percent} %",
    ),
    "class.complaining": Text(
        "有未结投诉，暂不列为忠诚客户", "A complaint is open: not loyal until it is filed"
    ),
    "class.usual": Text(
        "近 {months} 个月来店 {visits} 次，消费 ¥{spend}",
        "{visits} visits and ¥{spend} in {months} months",
    ),
    "class.new": Text(
        "{bought} 购车，还没有来过店", "Bought on {bought}; the first visit is still to come"
    ),
    "class.own": Text(
        "{name} 于 {on} 设定：{reason}（按规则为 {computed}）",
        "Set by {name} on {on}: {reason} (by the rules: {computed})",
    ),
    "class.none": Text("尚无分类：没有来过店，也没有购车", "No class: never here, no car bought"),
    # what cannot be
    "class.reason_missing": Text(
        "请写明为什么这样分类。", "Say why this customer belongs in this class."
    ),
    "class.measures_missing": Text(
        "请写明对这一类客户的服务措施。", "Say what is done for customers of this class."
    ),
    # at the desk
    "class.at_desk": Text("{value_class}：{measures_zh}", "{value_class}: {measures_en}"),
    "class.badges_at_desk": Text("重点客户：{badges_zh}", "Valued customer: {badges_en}"),
}

MEASURES: dict[str, Text] = {
    "a": Text(
        "专属顾问接待，优先安排工位，优先告知优惠活动",
        "Own advisor, first slot, first to hear of offers",
    ),
    "b": Text(
        "介绍会员卡和保养套餐，约好下次保养",
        "Tell of the membership card and service packages; agree on the next maintenance",
    ),
    "c": Text(
        "询问近来在哪里保养，赠送一次免费检测",
        "Ask where the car was maintained of late; offer a free check",
    ),
    "d": Text(
        "主管到场致谢，了解离开原因，给予回店礼遇",
        "The supervisor says thank you, asks why they stayed away and makes a welcome-back offer",
    ),
}
"""What is done for each class, unless the house has written its own."""
