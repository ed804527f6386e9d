"""What the command line says."""

from __future__ import annotations

from frontdesk.texts.text import Text

CHECK_SOUND = Text("{path} 的数据完好。", "The data in {path} is sound.")
CHECK_DAMAGED = Text(
    "{path} 的数据已损坏，请从备份恢复。发现的问题（{count} 处）：",
    "The data in {path} is damaged. Restore a backup. What is wrong ({count}):",
)

SENTENCES: dict[str, Text] = {
    "cli.no_display": Text(
        "没有可用的显示器，无法打开窗口。可运行 frontdesk tour OUT，不用屏幕也能看到程序的截图。",
        "There is no display to open the window on. Run `frontdesk tour OUT` to see the program "
        "in pictures without a screen.",
    ),
    "cli.account_missing": Text(
        "请用 --as 账号 指明以谁的身份打开数据。",
        "Say with --as NAME whose account opens the data.",
    ),
    "cli.password_missing": Text(
        "没有终端可以询问密码，请把密码放入环境变量 {variable}。",
        "There is no terminal to ask for the password; put it into {variable}.",
    ),
    "cli.output_missing": Text(
        "请用 -o 文件 指明 PDF 写到哪里。", "Say with -o FILE where the PDF goes."
    ),
    "cli.output_unwritable": Text(
        "无法写到 {path}，请检查文件夹是否存在。",
        "Cannot write to {path}; check that its folder is there.",
    ),
    "cli.number_missing": Text(
        "请给出投诉编号，或用 --list 列出现有编号。",
        "Give a complaint number, or list those there are with --list.",
    ),
    "cli.one_record": Text(
        "请给出一个回访编号，或用 --on 指定日期，或用 --blank 打印空白表；三者选一。",
        "Give either a callback's number, or a day with --on, or --blank with a kind of call.",
    ),
    "cli.one_intake": Text(
        "请给出一个来店单号，或用 --blank 打印空白接车单；二者选一。",
        "Give either a visit's number, or --blank for a sheet nobody is on yet.",
    ),
    "cli.period_reversed": Text(
        "起始日晚于结束日，请对调。", "The first day lies after the last; swap them."
    ),
}
