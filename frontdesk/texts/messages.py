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
}

THANKS = "callback.thanks"
UNREACHED = "callback.unreached"

PARTS: Mapping[str, tuple[Text, ...]] = MappingProxyType(
    {
        THANKS: (
            Text(
                "{salutation}您好，感谢您接听{dealership}的回访电话。",
                "Hello {salutation}, thank you for taking the call of {dealership}.",
            ),
            Text("预约保养请拨{booking_phone}。", "To book a visit, ring {booking_phone}."),
            Text("路上需要救援请拨{rescue_phone}。", "For help on the road, ring {rescue_phone}."),
            Text("祝您用车顺心！", "We wish you a good journey."),
        ),
        UNREACHED: (
            Text(
                "{salutation}您好，{dealership}几次致电想了解您的用车情况，没能联系上您。",
                "Hello {salutation}, {dealership} rang several times to ask how your car is, "
                "and could not reach you.",
            ),
            Text("有任何需要请拨{service_phone}。", "Whatever you need, ring {service_phone}."),
            Text("预约保养请拨{booking_phone}。", "To book a visit, ring {booking_phone}."),
            Text("路上需要救援请拨{rescue_phone}。", "For help on the road, ring {rescue_phone}."),
        ),
    }
)
"""Each message in parts; one whose telephone number is not known is left out."""

TITLES: Mapping[str, Text] = MappingProxyType(
    {
        THANKS: Text("通话致谢", "Thanks for a call"),
        UNREACHED: Text("未能联系上", "Could not be reached"),
    }
)
"""What a message is about, as lists call it."""
