"""The question for the password before a weighty act, in the words of the act."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "confirm.go_on": Text(
        "{name}，请输入您的密码以继续。", "{name}, please type your password to go on."
    ),
    "confirm.approve": Text(
        "{name}，请输入您的密码，审核通过此处理意见。",
        "{name}, please type your password to approve this opinion.",
    ),
    "confirm.approve_report": Text(
        "{name}，请输入您的密码，批准此统计表。批准后内容不再更改。",
        "{name}, please type your password to approve this report. It will not change afterwards.",
    ),
    "confirm.send_back": Text(
        "{name}，请输入您的密码，退回此处理意见。",
        "{name}, please type your password to send this opinion back.",
    ),
    "confirm.sign_off": Text(
        "{name}，请输入您的密码，为此投诉签字。",
        "{name}, please type your password to sign this complaint off.",
    ),
    "confirm.sign_routine": Text(
        "{name}，请输入您的密码，为此例行回访表签字。",
        "{name}, please type your password to sign this routine sheet.",
    ),
    "confirm.export": Text(
        "{name}，请输入您的密码以导出。导出会记入操作记录。",
        "{name}, please type your password to export. The export is noted in the audit trail.",
    ),
    "confirm.delete": Text(
        "{name}，请输入您的密码以删除。", "{name}, please type your password to delete this."
    ),
    "confirm.close_account": Text(
        "{name}，请输入您的密码以停用此账号。",
        "{name}, please type your password to close this account.",
    ),
    "confirm.reset_password": Text(
        "{name}，请输入您自己的密码，重置此账号的密码。",
        "{name}, please type your own password to reset this account's password.",
    ),
    "confirm.new_recovery_sheet": Text(
        "{name}，请输入您的密码以制作新的恢复单。原恢复单随即作废。",
        "{name}, please type your password for a new recovery sheet. The old one ends with it.",
    ),
    "confirm.restore": Text(
        "{name}，请输入您的密码以恢复备份。",
        "{name}, please type your password to restore the backup.",
    ),
    "confirm.publish_script": Text(
        "{name}，请输入您的密码以发布话术。",
        "{name}, please type your password to publish the script.",
    ),
    "confirm.wrong": Text("密码不正确，请重新输入。", "This is not your password; type it again."),
}
