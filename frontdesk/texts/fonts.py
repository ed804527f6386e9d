"""What can go wrong with the fonts that screen and paper share."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "fonts.missing": Text(
        "缺少中文字体组件 {package},请重新安装程序。",
        "The Chinese font package {package} is missing. Install the program again.",
    ),
    "fonts.cache": Text(
        "无法写入字体缓存文件夹 {folder}。请检查磁盘空间和权限后重试。",
        "The font cache folder {folder} cannot be written to. Check disk space and permissions, "
        "then try again.",
    ),
}
