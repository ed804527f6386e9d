"""What the program says when its window cannot open."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "window.open_already": Text(
        "此数据文件夹已被另一个 Frontdesk 打开：{folder}。请先关闭它。",
        "Another Frontdesk has this data folder open: {folder}. Close it first.",
    ),
    "window.folder": Text(
        "无法使用数据文件夹 {folder}：{reason}。请检查权限，或用 --data 指定其他文件夹。",
        "The data folder {folder} cannot be used: {reason}. Check its permissions, or name another "
        "with --data.",
    ),
}
