"""The names, dates and summaries a call is run with, in the language asked for. Pure."""

from __future__ import annotations

from datetime import date

from frontdesk.language import Language
from frontdesk.models.enums import ComplaintLevel, CustomerKind, Gender, Satisfaction
from frontdesk.models.values import plate as plates
from frontdesk.services.callbacks.dto import CallSheet, TicketDraft
from frontdesk.services.scripts import Passed, Progress, Value, position, result
from frontdesk.services.scripts.fill import spoken_day

_TWO_CHARACTER_SURNAMES = frozenset(
    {
        *("欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐"),
        *("宇文", "长孙", "司徒", "夏侯", "闻人", "端木", "独孤", "南宫", "西门", "申屠"),
    }
)
_LEVELS = {
    Satisfaction.AVERAGE: ComplaintLevel.GRUMBLE_NORMAL,
    Satisfaction.DISSATISFIED: ComplaintLevel.COMPLAINT_NORMAL,
}


def salutation(name: str, gender: Gender, kind: CustomerKind, language: Language) -> str | None:
    """How the customer is addressed: '张先生', 'Mr Zhang'; the full name where no title fits."""
    han = bool(name) and all("\u3400" <= char <= "\u9fff" for char in name)
    titled = kind is CustomerKind.PERSON and gender is not Gender.UNKNOWN and han
    if not titled or not 2 <= len(name) <= 4:
        return name or None
    surname = name[:2] if len(name) > 2 and name[:2] in _TWO_CHARACTER_SURNAMES else name[:1]
    if language is Language.ZH_CN:
        return surname + ("先生" if gender is Gender.MALE else "女士")
    return ("Mr " if gender is Gender.MALE else "Ms ") + _in_letters(surname)


def script_values(sheet: CallSheet, language: Language) -> dict[str, Value]:
    """What is filled into the script's sentences; ``None`` where it is not known."""
    work = sheet.work
    promised = work.promised_at if work is not None else None
    between = "、" if language is Language.ZH_CN else ", "
    return {
        "salutation": salutation(sheet.customer_name, sheet.gender, sheet.customer_kind, language),
        "customer_name": sheet.customer_name,
        "dealership": sheet.caller.dealership,
        "caller": sheet.caller.name,
        "advisor": work.advisor if work is not None else None,
        "consultant": sheet.consultant,
        "visit_date": work.handed_over_on if work is not None else None,
        "delivery_date": sheet.delivered_on,
        "promised_time": None if promised is None else promised.astimezone(sheet.zone),
        "plate": plates.display(sheet.plate) if sheet.plate else None,
        "model": sheet.model,
        "work_done": between.join(work.items[:3]) if work is not None else None,
        "next_maintenance": next_maintenance(sheet, language),
        "service_phone": sheet.caller.service_phone,
        "booking_phone": sheet.caller.booking_phone,
        "rescue_phone": sheet.caller.rescue_phone,
        "complaint_number": sheet.complaint_number,
        "occasion": sheet.occasion,
    }


def next_maintenance(sheet: CallSheet, language: Language) -> str | None:
    """'2027年3月12日或15,000公里' / '12 March 2027 or at 15,000 km'."""
    on, km = sheet.first_maintenance_on, sheet.first_maintenance_km
    if sheet.work is not None and (
        sheet.work.next_maintenance_on or sheet.work.next_maintenance_km
    ):
        on, km = sheet.work.next_maintenance_on, sheet.work.next_maintenance_km
    return maintenance_due(on, km, language)


def maintenance_due(on: date | None, km: int | None, language: Language) -> str | None:
    """When the next maintenance is due, in words; ``None`` where nothing is known."""
    chinese = language is Language.ZH_CN
    parts = []
    if on is not None:
        parts.append(_full_day(on, chinese=chinese))
    if km is not None:
        parts.append(f"{km:,}公里" if chinese else f"at {km:,} km")
    return ("或" if chinese else " or ").join(parts) or None


def draft_ticket(sheet: CallSheet, progress: Progress, language: Language) -> TicketDraft:
    """The complaint that the answers so far amount to."""
    found = result(sheet.script, progress, sheet.facts)
    passed = position(sheet.script, progress, sheet.facts).passed
    chinese = language is Language.ZH_CN
    colon = "：" if chinese else ": "
    given = [taken.answer for taken in passed if taken.answer is not None]
    by_answers = [each.level for each in given if each.level is not None]
    by_mood = _LEVELS.get(found.satisfaction) if found.satisfaction else None
    return TicketDraft(
        words=found.complaint_words,
        remedy=found.complaint_remedy,
        category=found.category,
        level=by_answers[-1] if by_answers else by_mood,
        safety=any(each.safety for each in given),
        concerns=("；" if chinese else "; ").join(
            f"{taken.step.title.in_(language)}{colon}{spoken_answer(taken, language)}"
            for taken in passed
            if taken.answer is not None and taken.answer.tells_of_trouble
        ),
    )


def spoken_answer(taken: Passed, language: Language) -> str:
    """The answer as it reads in a trail or a record: the choice's words, the mark, the text."""
    if taken.answer is not None and taken.answer.text.in_(language):
        return taken.answer.text.in_(language)
    return taken.given.text


def trail(sheet: CallSheet, progress: Progress, language: Language) -> tuple[tuple[str, str], ...]:
    """The branch taken so far: (step, answer)."""
    passed = position(sheet.script, progress, sheet.facts).passed
    return tuple(
        (taken.step.title.in_(language), spoken_answer(taken, language)) for taken in passed
    )


def _full_day(day: date, *, chinese: bool) -> str:
    if chinese:
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{spoken_day(day, Language.EN)} {day.year}"


def _in_letters(surname: str) -> str:
    """As the surname is read, which for some characters is not as they are read elsewhere."""
    from frontdesk.services.search.pinyin import readings

    found = readings(surname)
    return "".join(found[0]).replace("V", "Ü").capitalize() if found else surname
