"""What is said about accounts, passwords and the set-up of a dealership."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "account.login_missing": Text("请输入账号。", "Please type the account name."),
    "account.login_characters": Text(
        "账号只能用文字、数字和 . _ -，最多 40 个字符。",
        "An account name has letters, digits and . _ - only, at most 40 of them.",
    ),
    "account.name_missing": Text("请输入姓名。", "Please type the person's name."),
    "password.short": Text(
        "密码至少 {least} 个字符，请再加几个。",
        "A password has at least {least} characters; please add some.",
    ),
    "password.long": Text("密码最多 {most} 个字符。", "A password has at most {most} characters."),
    "password.common": Text(
        "这个密码太容易被猜到（常用词、姓名、电话、日期、连续字符）。换一个，例如几个不相干的词连起来。",
        "This is guessed first: a usual word, a name, a phone, a date, keys in a row. Choose "
        "another, such as some words that do not belong together.",
    ),
    "password.same": Text(
        "新密码不能与临时密码相同，请换一个。",
        "The new password has to be another than the temporary one.",
    ),
    "sign_in.wait": Text("请等待 {seconds} 秒后再试。", "Wait {seconds} s before the next try."),
    "sign_in.change_needed": Text(
        "这是临时密码。请设置您自己的密码，除您之外无人知道。",
        "This password is temporary. Choose your own, which nobody else knows.",
    ),
    "profile.name_missing": Text("请输入门店名称。", "Please type the dealership's name."),
    "sign_in.closed": Text(
        "此账号已停用或不存在，请联系系统管理员。",
        "This account is closed or does not exist; ask the administrator.",
    ),
    "recovery.refused": Text(
        "恢复码不正确。请对照恢复单逐组核对。",
        "This is not the recovery code of this data. Compare it with the sheet group by group.",
    ),
    "account.login_taken": Text(
        "账号 {login} 已有人使用，请换一个。", "The name {login} is taken; choose another."
    ),
    "account.roles_missing": Text("请至少选择一个岗位。", "Choose at least one role."),
    "account.last_of_role": Text(
        "至少要有一位在用的{role}，请先把该岗位交给他人。",
        "There must be at least one active {role}; give the role to someone else first.",
    ),
    "password.old_wrong": Text("原密码不正确。", "The old password is not right."),
    "password.differs": Text(
        "两次输入的密码不同，请重新输入。", "The two passwords differ; type it again."
    ),
}
