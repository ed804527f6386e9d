"""What is said when the data cannot be opened, read or written."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "sign_in.refused": Text(
        "账号或密码不正确，请重新输入。", "Name or password is not right. Please type them again."
    ),
    "store.missing": Text(
        "在 {path} 找不到数据文件。请检查数据文件夹，或从备份恢复；程序没有新建空文件。",
        "There is no data file at {path}. Check the data folder or restore a backup; "
        "no empty file was made.",
    ),
    "store.exists": Text(
        "{path} 中已有门店数据，不会被覆盖。请选择另一个文件夹。",
        "{path} already holds a dealership's data and is not overwritten. Choose another folder.",
    ),
    "store.keys_missing": Text(
        "缺少密钥文件 {path}。请从备份取回它，否则数据无法打开。",
        "The key file {path} is missing. Bring it back from a backup: the data cannot be opened "
        "without it.",
    ),
    "store.keys_damaged": Text(
        "密钥文件 {path} 已损坏。请从备份取回。",
        "The key file {path} is damaged. Bring it back from a backup.",
    ),
    "store.damaged": Text(
        "数据文件已损坏，未作任何改动。请从最近的备份恢复。",
        "The data file is damaged; nothing was changed. Restore the newest backup.",
    ),
    "store.rolled_back": Text(
        "数据文件比最后一次保存旧：第 {sequence} 号记录之前已确认保存，现在最新只到第 {newest} 号。"
        "可能是旧文件被复制过来，或日志文件被删除。未作任何改动，请从备份恢复或联系管理员。",
        "The data file is older than the last save: entry {sequence} had been kept, the newest "
        "there now is {newest}. An older file was copied over it, or its log was deleted. Nothing "
        "was changed; restore a backup or ask the administrator.",
    ),
    "store.gone": Text(
        "{path} 中原来有门店数据，现在找不到了：磁盘可能已拔出，或文件夹被改名、移动。"
        "程序没有新建任何数据。",
        "{path} held the dealership's data and does not any more: a disk may be unplugged, or the "
        "folder renamed or moved. Nothing new was made.",
    ),
    "store.empty": Text(
        "数据文件 {path} 是空的（0 字节），未作任何改动。请从备份恢复。",
        "The data file {path} is empty (0 bytes); it was left as it is. Restore a backup.",
    ),
    "store.header": Text(
        "数据文件 {path} 的开头已被破坏，未作任何改动。请从备份恢复。",
        "The head of the data file {path} is destroyed; it was left as it is. Restore a backup.",
    ),
    "store.unreadable": Text(
        "无法读取 {path}：{reason}。请检查磁盘和权限，然后再查看一次。",
        "{path} cannot be read: {reason}. Check the disk and its permissions, then look again.",
    ),
    "store.read_only_folder": Text(
        "数据文件夹 {path} 不可写入，程序无法在其中工作。请检查权限或写保护，然后再查看一次。",
        "Nothing can be written into the data folder {path}. Check its permissions or the write "
        "protection, then look again.",
    ),
    "store.no_room": Text(
        "{path} 所在的磁盘已满，数据无法打开。请腾出空间，然后再查看一次。",
        "The disk of {path} is full, so the data cannot be opened. Free some space, then look "
        "again.",
    ),
    "store.foreign": Text(
        "{path} 不是前台程序的数据文件，未作任何改动。",
        "{path} is not a Frontdesk data file; it was left untouched.",
    ),
    "store.newer": Text(
        "数据由更新版本的程序写成，本版本不会打开它。请升级程序。",
        "The data was written by a newer program; this one leaves it untouched. "
        "Please update the program.",
    ),
    "store.backup_failed": Text(
        "无法在 {path} 建立备份，升级没有开始，数据未变。请腾出磁盘空间后重试。",
        "No backup could be made in {path}, so nothing was upgraded. Free some disk space and "
        "try again.",
    ),
    "store.disk_full": Text(
        "磁盘已满，未能保存；您输入的内容仍在窗口中。请腾出空间后再保存一次。",
        "The disk is full and nothing was saved; what you typed is still in the window. Free some "
        "space and save again.",
    ),
    "store.io_error": Text(
        "磁盘读写出错，未能保存；您输入的内容仍在窗口中。请检查磁盘后再试。",
        "The disk could not be read or written; what you typed is still in the window. Check the "
        "disk and try again.",
    ),
    "store.busy": Text(
        "数据正被另一个程序占用，请稍候再试。",
        "Another program holds the data. Please try again in a moment.",
    ),
    "store.read_only": Text(
        "数据文件夹不可写。请检查权限后再试。",
        "The data folder cannot be written. Check its permissions and try again.",
    ),
}
