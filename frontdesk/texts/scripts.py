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
    "scripts.mark": Text(
        "请打 {least} 到 {most} 的整数分。", "Give a whole mark from {least} to {most}."
    ),
    "scripts.day": Text("请填写日期，例如 2026-11-05。", "Give a day, for example as 2026-11-05."),
    "scripts.damaged_loop": Text(
        "话术已损坏：{place} 不经提问就绕回自身。请客服经理在“设置 → 话术”中检查。",
        "The script is damaged: {place} comes round to itself without a question. The CS manager "
        "can mend it in Settings → Call scripts.",
    ),
    "scripts.damaged_way": Text(
        "话术已损坏：{place} 指向不存在的步骤“{detail}”。请客服经理在“设置 → 话术”中检查。",
        "The script is damaged: {place} leads to '{detail}', which is no step. The CS manager can "
        "mend it in Settings → Call scripts.",
    ),
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
    "scripts.fault_no_answers": Text(
        "{place}：提问没有可选的答案。", "{place}: the question has no answers to choose from."
    ),
    "scripts.fault_yes_no": Text(
        "{place}：是非题只有“是”“否”两个答案。",
        "{place}: a yes/no question has the answers yes and no, and no others.",
    ),
    "scripts.fault_no_score": Text(
        "{place}：计入得分，却没有一个答案带分值。",
        "{place}: counts in the score, but none of its answers is worth anything.",
    ),
    "scripts.fault_no_verdict": Text(
        "{place}：抽查话术里没有一个答案说明“没有打过电话”，无法判断回访是否做过。",
        "{place}: no answer of this spot check tells that the call was not made.",
    ),
    "scripts.fault_verdict_elsewhere": Text(
        "{place}：只有抽查话术的答案才能判定原回访。",
        "{place}: only the answers of a spot check judge another call.",
    ),
    "scripts.fault_ticket_twice": Text(
        "{place}：一份话术只能有一处登记投诉。",
        "{place}: a complaint is registered in one place of a script only.",
    ),
    "scripts.fault_ticket_no_choice": Text(
        "{place}：登记投诉的步骤要单选，第一个答案表示“已登记”。",
        "{place}: registering a complaint is a choice whose first answer says that it is done.",
    ),
    "scripts.fault_ticket_no_closing": Text(
        "{place}：来电话术在结束语处登记投诉。",
        "{place}: an incoming call registers its complaint with the last words.",
    ),
    "scripts.fault_no_ticket": Text(
        "{place}：带有投诉级别或安全标记，但话术里没有登记投诉的步骤。",
        "{place}: proposes something for a ticket, but no step registers one.",
    ),
    "scripts.fault_closing_kept": Text(
        "{place}：结束语不能只在部分电话中出现。",
        "{place}: a closing cannot be kept for some calls only.",
    ),
    "scripts.fault_no_closing": Text(
        "{place}：没有能走到的结束语。", "{place}: no closing is ever reached."
    ),
    "scripts.fault_never_ends": Text(
        "{place}：从这一步走不到任何结束语。", "{place}: no way leads from here to a closing."
    ),
    "scripts.fault_too_long": Text(
        "{place}：文字超过 {detail} 个字符。",
        "{place}: the text is longer than {detail} characters.",
    ),
    "scripts.fault_too_many": Text(
        "{place}：超过 {detail} 项。", "{place}: there are more than {detail}."
    ),
    "scripts.fault_unreachable": Text(
        "{place}：没有任何路径会走到这一步。", "{place}: no way leads to this step."
    ),
    "scripts.fault_loop": Text(
        "{place}：不经提问就会绕回自身。", "{place}: comes round to itself without a question."
    ),
    "scripts.fault_category": Text(
        "{place}：没有“{detail}”这个投诉类别。",
        "{place}: there is no complaint category '{detail}'.",
    ),
    "scripts.gone": Text("没有这份话术或这个版本。", "There is no such script or version."),
    "scripts.unchanged": Text(
        "内容与现行版本相同，没有可发布的修改。",
        "It says the same as the version in force; there is nothing to publish.",
    ),
    "scripts.file_unreadable": Text(
        "无法读取该文件（{reason}）。请另选一个文件。",
        "The file cannot be read ({reason}). Choose another one.",
    ),
    "scripts.file_large": Text(
        "该文件大于 {most} KB，不是话术文件。",
        "The file is larger than {most} KB; it is no script.",
    ),
    "scripts.file_no_json": Text(
        "该文件不是话术文件，或已损坏。", "This is no file of a script, or it is damaged."
    ),
    "scripts.file_damaged": Text(
        "该文件在“{place}”处与话术文件的格式不符（共 {count} 处）。",
        "At '{place}' the file is not as a script is ({count} such places).",
    ),
    "scripts.file_other_kind": Text(
        "该文件的话术“{key}”与电话类别“{kind}”不符。",
        "The script '{key}' of the file does not belong to calls of the kind '{kind}'.",
    ),
}

PARTS: dict[str, Text] = {
    "step": Text("第 {number} 步“{title}”", "step {number} '{title}'"),
    "answer": Text("答案 {number}", "answer {number}"),
    "answers": Text("答案", "answers"),
    "title": Text("名称", "name"),
    "text": Text("话术", "words"),
    "do": Text("要点", "do"),
    "dont": Text("禁忌", "don't"),
    "zh": Text("中文", "Chinese"),
    "en": Text("英文", "English"),
    "next": Text("下一步", "next step"),
    "question": Text("提问方式", "kind of question"),
    "counts": Text("计入得分", "counting"),
    "only_if": Text("出现条件", "condition"),
    "steps": Text("步骤", "steps"),
    "verdict": Text("判定原回访", "judging the call"),
    "opens_complaint": Text("登记投诉", "registering a complaint"),
}
"""The parts of a script, where a fault is named."""
