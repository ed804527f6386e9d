"""What is printed on the sheets of a proof pack."""

from __future__ import annotations

from frontdesk.texts import Text

TITLE = Text("投诉证据包", "Complaint Proof Pack")
ABOUT = Text("投诉", "Complaint")
ENTRIES = Text("全部记录", "All entries")
CALLS = Text("相关回访", "Calls")
EXHIBITS = Text("附件", "Attachments")
LOG = Text("操作记录", "Change log")
HEAD = Text("封印链", "Chain of seals")
VERIFY = Text("核验方法", "How to verify")
NONE = Text("无", "None")
ROUND = Text("第 {round} 轮", "Round {round}")
NOTE = Text("备注", "Note")
WITHDRAWN = Text("已撤回", "Withdrawn")
FILE = Text("文件", "File")
SIZE = Text("{size} 字节", "{size} bytes")
SHA256 = Text("SHA-256", "SHA-256")
SEAL = Text("封印", "Seal")
LAST_ENTRY = Text("末条序号", "Last entry")
STEPS_TO_VERIFY = (
    Text(
        "1. manifest.json 列出包内每个文件的 SHA-256，任何一个字节被改动即不相符。"
        "核对：在任一装有本程序的电脑上运行 frontdesk check --proof 文件，无需账号；"
        "或用任何工具逐个计算 SHA-256。",
        "1. manifest.json gives the SHA-256 of every file of the pack; a single byte changed no "
        "longer fits. To check: frontdesk check --proof FILE on any PC with the program, no "
        "account needed, or any tool that computes SHA-256.",
    ),
    Text(
        "2. 操作记录的每一条都以封印（HMAC-SHA256）覆盖本条内容与前一条的封印，"
        "密钥只在本店数据中。在本店电脑上运行 frontdesk check --proof 文件 --as 账号，"
        "逐条与本店记录比对，并核对整条链。",
        "2. Each entry of the change log is sealed (HMAC-SHA256) over its content and the seal "
        "before it. The key never leaves the dealership's data: frontdesk check --proof FILE "
        "--as NAME on its PC compares each entry with the store and proves the whole chain.",
    ),
    Text(
        "3. 制作本包这件事也记入本店操作记录，附有 manifest.json 的 SHA-256，"
        "可证明本包即当时所制。",
        "3. That this pack was made stands in the dealership's trail with the SHA-256 of its "
        "manifest.json: it proves this pack to be the one that was made then.",
    ),
)
