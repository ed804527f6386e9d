"""Why a customer file or car cannot be saved as typed, and how to mend it."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "customer.phone_missing": Text(
        "请至少填写一个联系电话。", "Please enter at least one phone number."
    ),
    "customer.phone_twice": Text(
        "这个号码上面已经填过了。", "This number is already entered above."
    ),
    "customer.email": Text(
        "电子邮箱格式不对，应如 name@example.com。",
        "This is not an e-mail address; it looks like name@example.com.",
    ),
    "customer.birthday": Text(
        "生日应在 1900 年到今天之间，请核对。",
        "The birthday must lie between 1900 and today. Please check it.",
    ),
    "customer.lunar_unread": Text(
        "看不懂这个农历生日。请输入如 6-3、闰6-3、六月初三 或 腊月廿三。",
        "This is not a lunar birthday. Type it like 6-3, leap 6-3 or 六月初三.",
    ),
    "customer.lunar_none": Text(
        "农历只有 1 到 12 月、初一到三十，请核对。",
        "The lunar calendar has months 1 to 12 and days 1 to 30. Please check it.",
    ),
    "customer.region": Text(
        "没有唯一对应的省市区。请多输几个字，从列表中选择，或清空。",
        "This names no single district. Type more and choose from the list, or leave it empty.",
    ),
    "customer.referrer_unknown": Text(
        "没有编号为 {number} 的客户档案，请核对介绍人。",
        "There is no customer file {number}. Please check who referred them.",
    ),
    "customer.referrer_self": Text(
        "介绍人不能是客户本人。", "A customer cannot have been referred by themselves."
    ),
    "customer.note_empty": Text("请先写下备注内容。", "Please write the note first."),
    "vehicle.unnamed": Text(
        "车牌号、车架号、车型请至少填一项。",
        "Please enter the plate, the VIN or at least the model.",
    ),
    "vehicle.mileage": Text(
        "里程应在 0 到 {most} 公里之间，请核对。",
        "The mileage must lie between 0 and {most} km. Please check it.",
    ),
    "vehicle.warranty_months": Text(
        "质保期应在 0 到 {most} 个月之间，请核对。",
        "The warranty must be 0 to {most} months. Please check it.",
    ),
    "vehicle.owner_future": Text(
        "过户日期不能晚于今天。", "The car cannot have changed hands after today."
    ),
    "vehicle.owner_early": Text(
        "现车主从 {since} 起拥有此车，过户日期不能更早。",
        "The owner it has got the car on {since}: it cannot have gone on before that.",
    ),
    "vehicle.owner_unchanged": Text(
        "没有可以撤销的过户。", "There is no change of owner to be taken back."
    ),
    "vehicle.owner_built_on": Text(
        "过户后此车已有到店或投诉记录，不能撤销。请再过户一次。",
        "Since it changed hands the car was here or was complained about: this cannot be taken "
        "back. Move it to its owner once more instead.",
    ),
    "vehicle.vin_known": Text(
        "此车架号已登记在 {name}（{number}）名下。如已过户，请用“过户到本客户”。",
        "This VIN is already kept with {name} ({number}). If the car has changed hands, use "
        "“Take over”.",
    ),
}
