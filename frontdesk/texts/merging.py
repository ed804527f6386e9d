"""Why two files cannot be merged or parted, and why an import cannot be undone."""

from __future__ import annotations

from frontdesk.texts.text import Text

_CHANGED = (
    "{what} {{name}} 之后又有修改，不能撤销。",
    "{what} {{name}} was changed since; this cannot be undone.",
)
_BUILT_ON = (
    "{what} {{name}} 是之后新增的，不能撤销。",
    "{what} {{name}} came since; this cannot be undone.",
)
_RECORDS = {
    "customer": Text("客户档案", "Customer file"),
    "vehicle": Text("车辆", "Car"),
    "visit": Text("维修单", "Visit"),
    "callback": Text("回访", "Callback"),
    "complaint": Text("投诉", "Complaint"),
    "other": Text("相关记录", "A record beside it"),
}

SENTENCES: dict[str, Text] = {
    "merging.same_file": Text(
        "这是同一份档案，请另选一份。", "This is the same file. Please choose another one."
    ),
    "merging.erased": Text(
        "档案 {number} 的个人信息已删除，不能合并。",
        "The person of file {number} was removed; it cannot be merged.",
    ),
    "merging.field": Text(
        "“{name}”不能这样选择，请重新选择。", "“{name}” cannot be chosen so. Please choose again."
    ),
    "merging.other_number": Text(
        "身份证号或公司代码与客户类型不符，请从同一份档案选择这两项。",
        "The number does not fit this kind of customer. Please take both from the same file.",
    ),
    "merging.drafts_in_both": Text(
        "有人在两份档案里都有未保存的内容，请先保存或放弃其中一份，再合并。",
        "Somebody has unsaved entries in both files. Please have one of them saved or given up "
        "first.",
    ),
    "merging.later_first": Text(
        "之后还并入了档案 {number}，请先撤销那一次合并。",
        "File {number} was merged in later. Please undo that merge first.",
    ),
    "merging.cars_first": Text(
        "之后还合并过本档案的车辆 {car}，请先撤销那一次合并。",
        "Two cars of the file, {car}, were made one later. Please undo that merge first.",
    ),
    "merging.same_car": Text(
        "这是同一条车辆记录，请另选一辆。", "This is the same car. Please choose another one."
    ),
    "merging.other_owner": Text(
        "两辆车不在同一份档案里，请先合并客户档案，或把车过户。",
        "The two cars are not in one file. Merge the files first, or hand the car over.",
    ),
    "merging.car_moved": Text(
        "这辆车后来换了车主或已不在档案里，不能撤销合并。",
        "The car has another owner by now or is gone; the merge cannot be undone.",
    ),
    "merging.file_gone": Text(
        "档案 {number} 已并入另一份档案，请先撤销那一次合并。",
        "File {number} was itself merged into another one. Please undo that merge first.",
    ),
    "change_set.gone": Text(
        "已不能撤销：为保护个人信息，当时的内容已清除。",
        "This cannot be undone any more: what was kept for it has been cleared to protect "
        "personal data.",
    ),
    "change_set.more": Text("另有 {count} 处之后的修改。", "And {count} more later changes."),
    **{
        f"change_set.{act}_{kind}": Text(
            words[0].format(what=name.zh), words[1].format(what=name.en)
        )
        for act, words in (("changed", _CHANGED), ("built_on", _BUILT_ON))
        for kind, name in _RECORDS.items()
    },
}
