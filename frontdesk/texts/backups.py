"""What is said about backups and restoring."""

from __future__ import annotations

from frontdesk.texts.text import Text

BACKUP_MADE = Text("备份已完成并检查：{path}", "Backed up and checked: {path}")
BACKUP_RESTORED = Text(
    "已把 {made} 的备份恢复到 {path}。", "The backup of {made} is restored into {path}."
)
SET_A_PASSWORD = Text(
    "要设置新密码：运行 frontdesk --data {path}，在登录页选择“忘记密码？使用恢复单”，"
    "再输入一次恢复码。",
    "To set a new password run `frontdesk --data {path}`, choose 'Forgot the password? Use the "
    "recovery sheet' on the sign-in page and type the code once more.",
)

SENTENCES: dict[str, Text] = {
    "backup.no_room": Text(
        "{path} 的空间不足（剩余 {reason}），没有建立新备份；已有的备份都还在。请腾出空间后重试。",
        "{path} has too little room left ({reason}), so no new backup was made; the ones there are "
        "untouched. Free some space and try again.",
    ),
    "backup.unwritable": Text(
        "无法写入 {path}（{reason}），没有建立新备份；已有的备份都还在。请检查权限，或换一个位置。",
        "{path} could not be written ({reason}), so no new backup was made; the ones there are "
        "untouched. Check its permissions or choose another place.",
    ),
    "backup.aside_stays": Text(
        "{path} 中的文件未能全部删除（{reason}），其余仍在原处。请关闭占用它们的程序，再试一次。",
        "Not everything in {path} could be deleted ({reason}); the rest is still there. Close "
        "whatever has it open and try again.",
    ),
    "backup.exists": Text(
        "{path} 已经存在，不会被覆盖。请换一个名称。",
        "{path} is there already and is not overwritten. Choose another name.",
    ),
    "backup.cancelled": Text(
        "备份已取消，数据未变。", "The backup was cancelled; the data is as it was."
    ),
    "backup.foreign": Text(
        "{path} 不是前台程序的备份文件。请选择扩展名为 .fdbackup 的文件。",
        "{path} is no Frontdesk backup. Choose a file that ends in .fdbackup.",
    ),
    "backup.damaged": Text(
        "备份 {path} 已损坏，不能使用。请选择另一个备份。",
        "The backup {path} is damaged and cannot be used. Choose another one.",
    ),
    "backup.unreadable": Text(
        "无法读取备份 {path}。请检查文件和所在的磁盘。",
        "The backup {path} cannot be read. Check the file and the disk it lies on.",
    ),
    "backup.other_key": Text(
        "备份 {path} 属于另一家门店的数据，这把密钥打不开它；备份本身没有损坏。",
        "The backup {path} belongs to other data: this key does not open it. Nothing is wrong with "
        "the file itself.",
    ),
    "backup.place_missing": Text(
        "找不到文件夹 {path}。请插入 U 盘或连接共享文件夹，再重新选择。",
        "The folder {path} is not there. Plug in the stick or connect the share, then choose it.",
    ),
    "backup.place_relative": Text(
        "请输入完整的文件夹路径，例如 E:\\ 或 /media/usb。",
        "Give the whole path of the folder, such as E:\\ or /media/usb.",
    ),
    "backup.place_inside": Text(
        "第二位置不能在数据文件夹里面，否则磁盘损坏时会一起丢失。请选择 U 盘或共享文件夹。",
        "The second place cannot lie inside the data folder: both would be lost with the disk. "
        "Choose a stick or a share.",
    ),
    "backup.unknown": Text(
        "这个备份已经不在了，请刷新列表。", "This backup is no longer there; look at the list anew."
    ),
    "restore.occupied": Text(
        "{path} 中已有门店数据，不会被覆盖。请用 --data 指定一个新文件夹。",
        "{path} already holds a dealership's data and is not overwritten. Name a new folder with "
        "--data.",
    ),
    "restore.proof_missing": Text(
        "请用 --as 账号（备份时的密码）或 --recovery-code 恢复码 来打开备份。",
        "Open the backup with --as NAME (and the password of that time) or with --recovery-code "
        "CODE.",
    ),
    "restore.unfinished": Text(
        "{path} 中的恢复还没有完成（{reason}）。请关闭占用这些文件的程序，然后重新打开本程序，"
        "恢复会自动继续。",
        "Restoring in {path} is not finished yet ({reason}). Close whatever holds these files and "
        "start this program again; it goes on by itself.",
    ),
}
