"""Why a delivery sheet, or a row of one, cannot be taken in, and how to mend it."""

from __future__ import annotations

from frontdesk.texts.text import Text

REASON = Text("退回原因", "Why rejected")
ROW_NUMBER = Text("原行号", "Original row")
MEND_TITLE = Text(
    "以下 {count} 行没有导入。请按“退回原因”修改后，直接导入本文件。",
    "These {count} rows were not imported. Mend them as “Why rejected” says and import this file.",
)
MEND_SUFFIX = Text("待修改", "to-mend")
COUNTS = Text(
    "共读取 {read} 行：新增 {created} 台，更新 {updated} 台，退回 {rejected} 行。",
    "{read} rows read: {created} cars created, {updated} updated, {rejected} rejected.",
)
REJECTED_SHEET = Text("退回的行在：{path}", "The rejected rows are in {path}")
REASON_OF_COLUMN = Text("{column}：{reason}", "{column}: {reason}")

SENTENCES: dict[str, Text] = {
    "exchange.undo_late": Text(
        "导入已超过 {days} 天，不能再撤销。",
        "The import is more than {days} days old and cannot be undone any more.",
    ),
    "deliveries.future": Text("这一天还没有到。", "That day is still to come."),
    "deliveries.has_sheet": Text(
        "这一天已导入交车表。", "A delivery sheet of that day has been imported."
    ),
    "deliveries.no_folder": Text(
        "找不到这个文件夹，请重新选择。", "There is no such folder. Please choose it again."
    ),
    "deliveries.folder_gone": Text(
        "打不开交车表文件夹“{path}”，请检查连接。",
        "The folder of delivery sheets “{path}” cannot be read. Please check the connection.",
    ),
    "file.missing": Text(
        "找不到文件“{name}”，请重新选择。", "There is no file “{name}”. Please choose it again."
    ),
    "file.folder": Text(
        "“{name}”是文件夹，请选择其中的表格文件。",
        "“{name}” is a folder. Please choose the sheet inside it.",
    ),
    "file.in_use": Text(
        "无法读取“{name}”：可能没有权限，或正被其他程序占用。请关闭该文件后重试。",
        "“{name}” cannot be read: no permission, or another program holds it. "
        "Please close it there and try again.",
    ),
    "file.unreadable": Text(
        "无法读取“{name}”，请把文件复制到本机后重试。",
        "“{name}” cannot be read. Please copy it to this PC and try again.",
    ),
    "file.empty": Text(
        "“{name}”是空的，没有可导入的内容。", "“{name}” is empty: there is nothing to import."
    ),
    "file.too_large": Text(
        "“{name}”超过 {megabytes} MB，不像交车明细。请只保留需要的表后重试。",
        "“{name}” is over {megabytes} MB, more than a delivery sheet can be. "
        "Please keep only the sheet needed.",
    ),
    "file.too_many_rows": Text(
        "“{name}”超过 {limit} 行，请拆成几个文件分别导入。",
        "“{name}” has more than {limit} rows. Please split it into several files.",
    ),
    "file.too_many_cells": Text(
        "“{name}”超过 {limit} 个单元格，请只保留需要的列后重试。",
        "“{name}” has more than {limit} cells. Please keep only the columns needed.",
    ),
    "file.text_too_long": Text(
        "“{name}”中有一格超过 {limit} 个字，请修改后重试。",
        "A cell of “{name}” holds more than {limit} characters. Please mend it and try again.",
    ),
    "file.cell_too_long": Text(
        "“{name}”第 {row} 行有一格内容过长（或引号没有配对），请修改后重试。",
        "Row {row} of “{name}” holds a cell that is far too long (or a quotation mark without its "
        "pair). Please mend it and try again.",
    ),
    "file.bomb": Text(
        "“{name}”展开后大得不正常，已拒绝打开。请用 Excel 另存为新的 .xlsx 文件。",
        "“{name}” unpacks to an abnormal size and was not opened. "
        "Please save it from Excel as a new .xlsx file.",
    ),
    "file.damaged": Text(
        "“{name}”已损坏或不完整，请用 Excel 打开并另存为 .xlsx 后重试。",
        "“{name}” is damaged or incomplete. Please open it in Excel, save it as .xlsx and try "
        "again.",
    ),
    "file.password": Text(
        "“{name}”有密码保护，请在 Excel 中取消密码后重试。",
        "“{name}” is protected by a password. Please take the password off in Excel and try again.",
    ),
    "file.old_excel": Text(
        "“{name}”无法读取（旧版 Excel 或其他 Office 文件），请在 Excel 中另存为 .xlsx 后重试。",
        "“{name}” cannot be read (old Excel or another Office file). "
        "Please save it from Excel as .xlsx and try again.",
    ),
    "file.numbers": Text(
        "“{name}”是 Numbers 表格，请导出为 Excel（.xlsx）后重试。",
        "“{name}” is a Numbers sheet. Please export it to Excel (.xlsx) and try again.",
    ),
    "file.other_sheet": Text(
        "“{name}”是其他表格格式，请另存为 .xlsx 后重试。",
        "“{name}” is in another spreadsheet format. Please save it as .xlsx and try again.",
    ),
    "file.not_a_sheet": Text(
        "“{name}”不是表格文件，请选择 .xlsx 或 .csv 文件。",
        "“{name}” is not a sheet. Please choose an .xlsx or .csv file.",
    ),
    "file.web_page": Text(
        "“{name}”其实是网页格式的导出，请用 Excel 打开并另存为 .xlsx 后重试。",
        "“{name}” is really a web page. Please open it in Excel, save it as .xlsx and try again.",
    ),
    "file.encoding": Text(
        "“{name}”的文字编码无法识别，请另存为 UTF-8 编码的 .csv 或 .xlsx。",
        "The text of “{name}” cannot be decoded. Please save it as .xlsx or as .csv in UTF-8.",
    ),
    "sheet.no_heading": Text(
        "没有找到表头，请指明哪一列是什么。",
        "No heading row was found. Please say what each column holds.",
    ),
    "sheet.no_rows": Text(
        "表头下面没有数据行，没有可导入的内容。",
        "There are no rows under the heading: nothing to import.",
    ),
    "sheet.column_missing": Text(
        "还没有指定“{column}”列，请在对应列中选择它。",
        "No column is set to “{column}” yet. Please choose it for the right column.",
    ),
    "sheet.car_missing": Text(
        "还没有指定车架号或车牌号列，请至少选择其中一列。",
        "Neither the VIN nor the plate column is set yet. Please choose at least one of them.",
    ),
    "sheet.column_twice": Text(
        "“{column}”指定了不止一列，请只保留一列。",
        "“{column}” is set for more than one column. Please keep one.",
    ),
    "row.car_missing": Text(
        "车架号和车牌号都没有填写，请至少填写一项。",
        "Neither VIN nor plate is filled in. Please enter at least one of them.",
    ),
    "row.formula_error": Text(
        "公式出错（{text}），请改成实际内容。",
        "The formula failed ({text}). Please enter the value itself.",
    ),
    "row.broken_text": Text(
        "文字有乱码，请重新填写。", "The text is garbled. Please enter it again."
    ),
    "row.other_document": Text(
        "不是身份证号或统一社会信用代码；如为护照等其他证件，请清空此格并写入备注。",
        "This is neither an ID number nor a company code. If it is a passport or the like, please "
        "clear the cell and write it into the remarks.",
    ),
    "row.gender": Text("“{text}”不是性别，请填“男”或“女”。", "“{text}” is no gender: 男 or 女."),
    "row.email": Text("“{text}”不是电子邮箱地址。", "“{text}” is not an e-mail address."),
    "row.plate_of_two": Text(
        "同一车牌“{plate}”在表中属于两个不同的车架号（另见第 {row} 行），请核对。",
        "Plate “{plate}” belongs to two different VINs in this sheet (see row {row}). "
        "Please check.",
    ),
    "date.form": Text(
        "“{text}”不是日期，请写成 2026-10-05 的样子。",
        "“{text}” is not a date. Please write it like 2026-10-05.",
    ),
    "date.no_day": Text(
        "“{text}”没有写日，请写成 2026-10-05 的样子。",
        "“{text}” names no day. Please write it like 2026-10-05.",
    ),
    "date.no_such_day": Text(
        "“{text}”这一天不存在，请核对。", "There is no such day as “{text}”. Please check it."
    ),
    "date.ambiguous": Text(
        "“{text}”可能是 {one} 也可能是 {other}，请写成 2026-10-05 的样子。",
        "“{text}” may be {one} or {other}. Please write it like 2026-10-05.",
    ),
    "date.year": Text(
        "年份 {year} 不合理，请核对。", "The year {year} is implausible. Please check it."
    ),
}
