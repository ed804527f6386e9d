"""Why a phone, plate, VIN, ID number, name or text is refused, and how to mend it."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "value.too_long": Text(
        "内容太长：最多 {limit} 个字，现有 {length} 个，请缩短。",
        "Too long: at most {limit} characters, these are {length}. Please shorten it.",
    ),
    "value.no_text": Text(
        "内容里有无法识别的字符，请重新输入。",
        "This holds characters that are no text. Please type it again.",
    ),
    "name.missing": Text("请填写姓名。", "Please enter the name."),
    "name.no_letters": Text(
        "“{name}”不像姓名：姓名至少要有一个汉字或字母。",
        "“{name}” is not a name: it needs at least one letter or Chinese character.",
    ),
    "phone.missing": Text("请填写电话号码。", "Please enter the phone number."),
    "phone.mobile_length": Text(
        "手机号应为 11 位数字，现在是 {digits} 位，请核对。",
        "A mobile number has 11 digits, this one has {digits}. Please check it.",
    ),
    "phone.not_digits": Text(
        "“{text}”不是电话号码：只能有数字，请去掉其他文字。",
        "“{text}” is not a phone number: it may hold digits only. Please take the rest out.",
    ),
    "phone.too_short": Text(
        "号码只有 {digits} 位：手机 11 位，固定电话要带区号。",
        "Only {digits} digits: a mobile has 11, a landline needs its area code.",
    ),
    "phone.area_code": Text(
        "固定电话请加上区号，例如 0755-88886666。",
        "Please put the area code before the landline number, such as 0755-88886666.",
    ),
    "phone.landline": Text(
        "号码不对（{digits} 位）：手机以 13–19 开头共 11 位，固定电话为区号加 7 或 8 位。",
        "Not a possible number ({digits} digits): a mobile begins 13–19 and has 11, a landline is "
        "the area code and 7 or 8 digits.",
    ),
    "phone.shortened": Text(
        "表格把号码缩写成了“{text}”，后几位已丢失：请把该列设为“文本”后重新填写号码。",
        "The spreadsheet shortened the number to “{text}” and its last digits are lost: set the "
        "column to Text and enter the number again.",
    ),
    "phone.abroad": Text(
        "境外号码不对：请用“+国家代码 号码”的格式，例如 +852 9123 4567。",
        "Not a possible number abroad: write + country code and number, such as +852 9123 4567.",
    ),
    "plate.missing": Text("请填写车牌号。", "Please enter the plate."),
    "plate.province": Text(
        "车牌号应以省份简称开头（如 粤、京、沪），现在是“{first}”。",
        "A plate begins with its province (such as 粤, 京, 沪), this one with “{first}”.",
    ),
    "plate.letter": Text(
        "车牌号“{plate}”的第 2 位应为字母 A–Z。",
        "The 2nd character of plate “{plate}” must be a letter A–Z.",
    ),
    "plate.confusing": Text(
        "车牌号第 {position} 位是字母 {char}：车牌不用 I 和 O，是不是数字 {digit}？",
        "Character {position} is the letter {char}: plates never use I or O after the city letter. "
        "Is it the digit {digit}?",
    ),
    "plate.character": Text(
        "车牌号第 {position} 位“{char}”不对：只能用字母和数字。",
        "Character {position}, “{char}”, cannot stand on a plate: use letters and digits.",
    ),
    "plate.new_energy": Text(
        "“{plate}”有 8 位，但不是新能源车牌：第 3 位或最后一位应为 D、F 等字母，其余为数字。",
        "“{plate}” has 8 characters but is no new-energy plate: its 3rd or last character must be "
        "a letter such as D or F, and the rest digits.",
    ),
    "plate.length": Text(
        "车牌号应为 7 位（新能源 8 位），现在是 {length} 位。",
        "A plate has 7 characters (new energy: 8), this one has {length}.",
    ),
    "plate.form": Text(
        "“{plate}”不是有效的车牌号，请对照行驶证核对。",
        "“{plate}” is not a valid plate. Please compare it with the licence.",
    ),
    "plate.special": Text(
        "“{plate}”是特种车牌，请再核对一遍。",
        "“{plate}” is a special plate. Please look at it once more.",
    ),
    "vin.missing": Text("请填写车架号。", "Please enter the VIN."),
    "vin.length": Text(
        "车架号应为 17 位，现在是 {length} 位，请对照行驶证核对。",
        "A VIN has 17 characters, this one has {length}. Please compare it with the licence.",
    ),
    "vin.confusing": Text(
        "车架号第 {position} 位是字母 {char}：车架号不用 I、O、Q，是不是数字 {digit}？",
        "Character {position} is the letter {char}: a VIN never uses I, O or Q. "
        "Is it the digit {digit}?",
    ),
    "vin.character": Text(
        "车架号第 {position} 位“{char}”不对：只能用字母和数字。",
        "Character {position}, “{char}”, cannot stand in a VIN: use letters and digits.",
    ),
    "vin.check_digit": Text(
        "车架号校验不通过：有一位写错或两位颠倒，请对照行驶证逐位核对。",
        "The VIN's check digit does not fit: one character is wrong or two are swapped. "
        "Please compare it with the licence, character by character.",
    ),
    "vin.check_digit_abroad": Text(
        "车架号校验位不符；进口车可能不用校验位，请再核对一遍。",
        "The VIN's check digit does not fit; makers abroad may not use it. Please look again.",
    ),
    "id_number.missing": Text("请填写身份证号。", "Please enter the ID number."),
    "id_number.character": Text(
        "身份证号只能是数字，最后一位可以是 X。",
        "An ID number holds digits only; the last may be X.",
    ),
    "id_number.length": Text(
        "身份证号应为 18 位（旧证 15 位），现在是 {length} 位。",
        "An ID number has 18 digits (old ones 15), this one has {length}.",
    ),
    "id_number.check_digit": Text(
        "身份证号校验不通过：有一位写错，请对照证件核对。",
        "The ID number's check digit does not fit: one digit is wrong. Please compare it with the "
        "card.",
    ),
    "id_number.birthday": Text(
        "身份证号里的出生日期“{text}”不存在，请核对。",
        "The birth date in the ID number, “{text}”, does not exist. Please check it.",
    ),
    "company_code.missing": Text("请填写统一社会信用代码。", "Please enter the company code."),
    "company_code.length": Text(
        "统一社会信用代码应为 18 位，现在是 {length} 位。",
        "A company code has 18 characters, this one has {length}.",
    ),
    "company_code.check_digit": Text(
        "统一社会信用代码校验不通过，请对照营业执照核对。",
        "The company code's check character does not fit. Please compare it with the business "
        "licence.",
    ),
}
