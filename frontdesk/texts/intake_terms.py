"""The terms on the intake sheet as they come with the program, and what they cannot be."""

from __future__ import annotations

from frontdesk.texts.text import Text

SHIPPED: tuple[Text, ...] = (
    Text(
        "以上费用为预估；如需增加项目、费用或延期，须先征得客户同意并记录。",
        "The total is an estimate. More work, a higher price or a later time need the "
        "customer's consent first and are recorded.",
    ),
    Text(
        "检查中发现的其他问题先告知客户；客户决定暂不维修的，在本单注明，影响行车安全的须提醒客户。",
        "Whatever else is found is told to the customer first. Work the customer does not want is "
        "noted here, with a warning where safety is concerned.",
    ),
    Text(
        "更换下的旧件由客户决定带走或委托本店处理；质保、保险更换的旧件按其规定处理。",
        "Replaced parts are the customer's to take or leave; those replaced under warranty or "
        "insurance go by its rules.",
    ),
    Text(
        "贵重物品请客户自行带离；留在车内的物品以本单记录为准。",
        "Please take valuables with you; of what stays in the car this sheet is the record.",
    ),
    Text(
        "必要时本店可为检验故障或确认维修质量进行试车。",
        "The car may be test-driven where needed to find a fault or to check the repair.",
    ),
    Text(
        "维修质量保证期自交车之日起计算，不短于国家规定。",
        "The repair is guaranteed from hand-over for no less than the law asks for.",
    ),
    Text(
        "客户信息仅用于本次服务和售后联系；客户可随时要求停止联系。",
        "Personal data serve this visit and its aftercare alone; the customer may ask at any time "
        "not to be contacted.",
    ),
)
"""One paragraph each; their numbers are put when they are printed."""

SENTENCES: dict[str, Text] = {
    "terms.missing": Text("请至少写一条约定。", "Write at least one term."),
    "terms.many": Text(
        "最多 {most} 条，现在有 {count} 条；请合并或删减。",
        "At most {most} terms; there are {count}. Join some or leave some out.",
    ),
    "terms.long": Text(
        "第 {row} 条有 {length} 个字，最多 {limit} 个；请缩短或分成两条。",
        "Term {row} has {length} characters, at most {limit}: shorten it or make two of it.",
    ),
    "terms.uneven": Text(
        "中文 {zh} 条，英文 {en} 条；两种语言的约定应逐条对应。",
        "{zh} terms in Chinese and {en} in English: both must say the same, term by term.",
    ),
}
