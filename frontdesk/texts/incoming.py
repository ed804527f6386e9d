"""What is said of incoming calls and of the category tree."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "incoming.not_content": Text(
        "来电人尚未表示认可，不能只记入档案。请继续按话术问完，或登记为投诉。",
        "The caller has not said that they are content: go on to the end of the script, or "
        "register a complaint.",
    ),
    "category.gone": Text(
        "该类别已不存在，请刷新（F5）。", "This category is gone. Load anew (F5)."
    ),
    "category.name_missing": Text(
        "请填写名称：两种语言都要有。", "Please type a name; it needs one in each language."
    ),
    "category.name_twice": Text(
        "同级中已有“{name}”，请换一个名称。",
        "There is '{name}' on this level already. Please choose another name.",
    ),
    "category.full": Text(
        "同级最多启用 {most} 个（每个都有按键）。请先停用一个。",
        "At most {most} of a level can be in use, for each has a key. Retire another one first.",
    ),
    "category.used": Text(
        "已有 {count} 张投诉单用过这个类别，不能删除；可以停用。",
        "{count} tickets have this category: it cannot be removed, but it can be retired.",
    ),
    "category.last": Text(
        "至少要留一个可选的类别。", "One category at least has to be left to choose."
    ),
}

NOTE_HEAD = Text("来电 · {kind}", "Incoming call · {kind}")
NOTE_LINE = Text("{title}：{said}", "{title}: {said}")
"""How a call stands in the customer's file: what it was, then what was asked and answered."""
