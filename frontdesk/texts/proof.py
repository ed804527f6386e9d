"""What is said about proof packs."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "proof.not_written": Text(
        "证据包没有写成：{reason}。请换一个位置再试；原有文件未受影响。",
        "The proof pack was not written: {reason}. Choose another place; what stood there is "
        "untouched.",
    ),
    "proof.not_read": Text(
        "{path} 打不开，或不是投诉证据包。",
        "{path} cannot be opened, or is no proof pack of a complaint.",
    ),
}

SOUND = Text(
    "{number} 的证据包完好：{count} 个文件与清单相符（{by}，{at}）。",
    "The proof pack of {number} is whole: {count} files are as its manifest says ({by}, {at}).",
)
IN_TRAIL = Text(
    "操作记录与本店记录逐条相符。", "Its change log is that of the store, entry by entry."
)
CHAIN_BROKEN = Text(
    "本店操作记录链本身有问题：", "The chain of the audit trail in the store is itself not sound:"
)
UNSOUND = Text(
    "{number} 的证据包有 {count} 处不符：", "The proof pack of {number} is not as it was made:"
)
FAULTS: dict[str, Text] = {
    "proof.missing": Text("缺少 {part}", "{part} is missing"),
    "proof.altered": Text("{part} 已被改动", "{part} was altered"),
    "proof.added": Text("{part} 不在清单中", "{part} is not in the manifest"),
    "proof.twice": Text("{part} 出现两次", "{part} is there twice"),
    "proof.not_in_trail": Text(
        "操作记录第 {part} 号与本店记录不符",
        "entry {part} of the change log is not that of the store",
    ),
}

ABOUT = (
    Text("编号", "Number"),
    Text("客户", "Customer"),
    Text("投诉人", "Complainant"),
    Text("联系电话", "Phone"),
    Text("证件号码", "ID number"),
    Text("车辆", "Car"),
    Text("投诉类别", "Category"),
)
"""What stands at the head of the sheets, in order."""

README = """投诉证据包  Complaint proof pack

complaint-form.pdf  顾客投诉登记表  the complaint registration form
proof.pdf           全部记录、回访、附件清单、操作记录  all entries, calls, attachments, change log
change-log.json     操作记录及封印  the change log with its seals
attachments/        附件原件  the evidence as it was kept
manifest.json       每个文件的 SHA-256  the SHA-256 of every file

核验：frontdesk check --proof 文件（无需账号）。proof.pdf 末页有说明。
To verify: frontdesk check --proof FILE (no account needed); proof.pdf ends with how.
"""
