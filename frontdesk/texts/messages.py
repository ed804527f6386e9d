"""What messages to customers say, and why one cannot be sent."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "outbox.not_found": Text("找不到这条短信。", "This message cannot be found."),
    "outbox.ended": Text(
        "这条短信已经结束（{state}），不能再更改。",
        "This message has ended ({state}) and cannot be changed.",
    ),
    "outbox.do_not_call": Text(
        "客户要求不要打扰，这条短信不能发送，请取消。",
        "This customer wants to be left in peace. Please withdraw the message.",
    ),
    "outbox.no_number": Text(
        "客户档案里没有可用的号码，请先补上。",
        "The customer's file has no number to send it to. Please add one first.",
    ),
    "outbox.text_missing": Text("请填写短信内容。", "The message needs a text."),
    "outbox.text_field": Text(
        "没有“{name}”这个字段。可用字段：{known}。",
        "There is no field '{name}'. Fields there are: {known}.",
    ),
    "outbox.text_brace": Text(
        "花括号没有成对：字段写作 {{salutation}} 的样子。",
        "A brace stands alone: a field is written like {{salutation}}.",
    ),
    "outbox.text_all_left_out": Text(
        "每一行都带电话字段，号码未填写时短信会变成空白，请至少留一行不带电话的话。",
        "Every line has a telephone field: without the numbers nothing would be left of it. Keep "
        "one line that has none.",
    ),
}

THANKS = "callback.thanks"
UNREACHED = "callback.unreached"

SHIPPED: Mapping[str, Text] = MappingProxyType(
    {
        THANKS: Text(
            "{salutation}您好，感谢您接听{dealership}的回访电话。\n"
            "预约保养请拨{booking_phone}。\n"
            "路上需要救援请拨{rescue_phone}。\n"
            "祝您用车顺心！",
            "Hello {salutation}, thank you for taking the call of {dealership}.\n"
            "To book a visit, ring {booking_phone}.\n"
            "For help on the road, ring {rescue_phone}.\n"
            "We wish you a good journey.",
        ),
        UNREACHED: Text(
            "{salutation}您好，{dealership}几次致电想了解您的用车情况，没能联系上您。\n"
            "有任何需要请拨{service_phone}。\n"
            "预约保养请拨{booking_phone}。\n"
            "路上需要救援请拨{rescue_phone}。",
            "Hello {salutation}, {dealership} rang several times to ask how your car is, "
            "and could not reach you.\n"
            "Whatever you need, ring {service_phone}.\n"
            "To book a visit, ring {booking_phone}.\n"
            "For help on the road, ring {rescue_phone}.",
        ),
    }
)
"""Each message as it comes with the program, a sentence a line; one whose telephone number is not
known is left out. The CS manager may write others.
"""

TITLES: Mapping[str, Text] = MappingProxyType(
    {
        THANKS: Text("通话致谢", "Thanks for a call"),
        UNREACHED: Text("未能联系上", "Could not be reached"),
    }
)
"""What a message is about, as lists call it."""
