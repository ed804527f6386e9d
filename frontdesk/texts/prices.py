"""What is said about the price list."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "prices.not_found": Text("价目表中没有这一项。", "There is no such line in the price list."),
    "prices.code_missing": Text("请填写项目编码。", "Enter the item's code."),
    "prices.code_long": Text("编码最多 {most} 个字符。", "A code has at most {most} characters."),
    "prices.code_taken": Text(
        "编码 {item} 已有，请换一个或修改原有项目。",
        "The code {item} is taken. Choose another, or change that line.",
    ),
    "prices.code_twice": Text(
        "编码 {item} 在表中出现了两次，只取第一次。",
        "The code {item} stands twice in the sheet; only the first is taken.",
    ),
    "prices.name_missing": Text("请填写项目名称。", "Enter what the work is called."),
    "prices.kind_missing": Text("请选择项目类别。", "Choose the kind of work."),
    "prices.hours": Text(
        "工时请填 0 到 999、最多三位小数的数字。",
        "Hours are 0 to 999, with at most three decimals.",
    ),
    "prices.money": Text(
        "金额请填 0 以上、最多两位小数的数字。",
        "An amount is 0 or more, with at most two decimals.",
    ),
    "prices.quantity": Text(
        "数量请填 0 到 9,999、最多三位小数。",
        "A quantity is 0 to 9,999, with at most three decimals.",
    ),
    "prices.part_missing": Text("有单价，请填写配件名称。", "There is a price; name the part."),
    "prices.kind": Text(
        "“{text}”不是项目类别，请填：保养、维修、保修、钣喷、精品或免费检测。",
        "“{text}” is no kind of work: maintenance, repair, warranty, body, accessory, free check.",
    ),
    "prices.no_headings": Text(
        "表中没有找到“编码”和“名称”两列。请在第一行写上列名后再导入。",
        "No columns “code” and “name” were found. Put headings in the first row.",
    ),
    "prices.file_changed": Text(
        "文件在预览之后改变了，请重新预览。",
        "The file has changed since the preview. Look at it again.",
    ),
}
