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
    "customer.note_empty": Text("请先写下备注内容。", "Please write the note first."),
    "vehicle.unnamed": Text(
        "车牌号、车架号、车型请至少填一项。",
        "Please enter the plate, the VIN or at least the model.",
    ),
    "vehicle.mileage": Text(
        "里程应在 0 到 {most} 公里之间，请核对。",
        "The mileage must lie between 0 and {most} km. Please check it.",
    ),
    "vehicle.vin_known": Text(
        "此车架号已登记在 {name}（{number}）名下。如已过户，请用“过户到本客户”。",
        "This VIN is already kept with {name} ({number}). If the car has changed hands, use "
        "“Take over”.",
    ),
}
