"""What is said when an act is not allowed or someone else was quicker."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "permission.denied": Text(
        "您的岗位没有此项权限。如需办理，请联系有权限的同事或系统管理员。",
        "Your roles do not allow this. Ask a colleague who may do it, or the administrator.",
    ),
    "record.changed_meanwhile": Text(
        "此记录刚被他人保存过，您输入的内容仍在窗口中。请核对对方的版本后再保存。",
        "Someone else has just saved this record; what you typed is still in the window. Compare "
        "the two and save again.",
    ),
    "record.not_found": Text("找不到此记录，可能已被合并。", "This record is no longer there."),
    "input.several": Text("有 {count} 处需要更正。", "{count} entries need mending."),
}
