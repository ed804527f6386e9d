"""What is said where data that cannot be opened is put right."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "recovering.not_allowed": Text(
        "恢复数据须由系统管理员或总经理进行，或使用恢复单。",
        "The data is put right by the administrator or the general manager, or with the recovery "
        "sheet.",
    ),
    "recovering.reason_missing": Text(
        "请写明为什么可以继续使用现有数据；这会记入审计记录。",
        "Say why what is there can be used; it goes into the audit trail.",
    ),
    "recovering.not_sound": Text(
        "现有数据本身也有损坏，不能继续使用。请从备份恢复。",
        "What is there is damaged as well and cannot be used. Restore a backup.",
    ),
    "recovering.no_dealership": Text(
        "{path} 中没有门店数据。请选择另一个文件夹。",
        "There is no dealership's data in {path}. Choose another folder.",
    ),
}
