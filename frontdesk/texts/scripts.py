"""What is said about call scripts and the answers given along them."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "scripts.nothing_asked": Text(
        "脚本已走完，没有待回答的问题。", "The script is through; nothing is being asked."
    ),
    "scripts.words_required": Text(
        "请记录客户的原话后再继续。", "Write down what the customer says before going on."
    ),
    "scripts.mark": Text("请打 1 到 10 的整数分。", "Give a whole mark from 1 to 10."),
    "scripts.choice_required": Text(
        "请先选择一个答案。", "Choose one of the answers before going on."
    ),
    "scripts.fault_missing_text": Text("{place}：缺少文字。", "{place}: the text is missing."),
    "scripts.fault_unknown_field": Text(
        "{place}：没有名为“{detail}”的字段。", "{place}: there is no field '{detail}'."
    ),
    "scripts.fault_brace": Text("{place}：花括号不成对。", "{place}: a brace has no partner."),
    "scripts.fault_unknown_step": Text(
        "{place}：指向的步骤“{detail}”不存在。", "{place}: leads to '{detail}', which is no step."
    ),
    "scripts.fault_dead_end": Text(
        "{place}：之后没有下一步，也不是结束语。",
        "{place}: nothing follows, and it is not a closing.",
    ),
    "scripts.fault_doubled": Text("{place}：名称重复。", "{place}: the name is used twice."),
    "scripts.fault_choices": Text(
        "{place}：应有 2 到 6 个选项，现有 {detail} 个。",
        "{place}: there must be 2 to 6 choices, there are {detail}.",
    ),
    "scripts.fault_needless_answers": Text(
        "{place}：这一步不需要选项。", "{place}: this step takes no choices."
    ),
    "scripts.fault_closing_asks": Text(
        "{place}：结束语不能再提问。", "{place}: a closing must not ask anything."
    ),
    "scripts.fault_bands": Text(
        "{place}：{detail} 分没有归入唯一的一档。",
        "{place}: mark {detail} does not belong to exactly one band.",
    ),
    "scripts.fault_unreachable": Text(
        "{place}：没有任何路径会走到这一步。", "{place}: no way leads to this step."
    ),
    "scripts.fault_loop": Text(
        "{place}：不经提问就会绕回自身。", "{place}: comes round to itself without a question."
    ),
}
