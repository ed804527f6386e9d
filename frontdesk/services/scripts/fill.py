"""Fills names and dates into a script's sentences.

A missing value gets a wording that can be spoken as it stands: the caller never reads a brace or
'None' aloud. Values are inserted as they are and never looked through for fields again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime

from frontdesk.language import Language
from frontdesk.services.scripts.script import Words

Value = str | date | datetime | int | None

NEUTRAL: Mapping[str, Words] = {
    "salutation": Words(zh="车主", en="the owner of the car"),
    "customer_name": Words(zh="车主", en="the owner of the car"),
    "dealership": Words(zh="本店", en="your dealership"),
    "caller": Words(zh="客服人员", en="customer service"),
    "advisor": Words(zh="服务顾问", en="your service advisor"),
    "consultant": Words(zh="销售顾问", en="your sales consultant"),
    "visit_date": Words(zh="前几天", en="the other day"),
    "delivery_date": Words(zh="前几天", en="the other day"),
    "promised_time": Words(zh="约定的时间", en="the time agreed"),
    "plate": Words(zh="您的爱车", en="your car"),
    "model": Words(zh="爱车", en="car"),
    "work_done": Words(zh="维修保养", en="the service work"),
    "next_maintenance": Words(
        zh="用户手册规定的时间或里程", en="the date or mileage given in the owner's manual"
    ),
    "service_phone": Words(zh="店内服务热线", en="our service line"),
    "booking_phone": Words(zh="店内预约热线", en="our booking line"),
    "rescue_phone": Words(zh="店内救援热线", en="our rescue line"),
    "complaint_number": Words(zh="之前反映的问题", en="the matter you reported"),
    "occasion": Words(zh="这段时间", en="this time of the year"),
}
"""Every field a script may use, with what is said when its value is not known."""

FIELDS = frozenset(NEUTRAL)

_ON = frozenset({"visit_date", "delivery_date"})
"""Days spoken as 'on 3 October' in English; their neutral wording has no 'on'."""

_FIELD = re.compile(r"\{([^{}]*)\}")
_SPACES = re.compile(r"\s+")

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def fields_in(text: str) -> tuple[str, ...]:
    """The field names a text uses, in order, known or not."""
    return tuple(_FIELD.findall(text))


def fill(words: Words, values: Mapping[str, Value], language: Language) -> str:
    """The sentence of ``words`` in ``language`` with every field filled."""

    def spoken(match: re.Match[str]) -> str:
        name = match.group(1)
        value = values.get(name)
        if text := _spoken(value, language):
            on = isinstance(value, date) and name in _ON and language is Language.EN
            return f"on {text}" if on else text
        return NEUTRAL[name].in_(language) if name in NEUTRAL else ""

    return _FIELD.sub(spoken, words.in_(language)).replace("{", "").replace("}", "")


def _spoken(value: Value, language: Language) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{spoken_day(value.date(), language)} {value:%H:%M}"
    if isinstance(value, date):
        return spoken_day(value, language)
    return _SPACES.sub(" ", str(value)).strip()


def spoken_day(day: date, language: Language) -> str:
    """'10月3日' / '3 October'."""
    if language is Language.ZH_CN:
        return f"{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]}"
