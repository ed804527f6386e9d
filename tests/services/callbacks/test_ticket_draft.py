"""What the marks of a script's answers make of the complaint drafted from a call."""

from __future__ import annotations

from dataclasses import replace

from frontdesk.language import Language
from frontdesk.models.enums import ComplaintLevel
from frontdesk.services.callbacks.wording import draft_ticket
from frontdesk.services.registry import Services
from frontdesk.services.scripts import Script
from tests.services.callbacks.conftest import DISSATISFIED, advisor, call, said, specialist

__all__ = ["advisor", "call", "specialist"]


def test_what_an_answer_proposes_for_the_ticket_beats_the_mood(
    specialist: Services, call: str
) -> None:
    sheet = specialist.callbacks.start(call, specialist.callbacks.open(call).version)
    body = sheet.script.model_dump(mode="json")
    marked = next(s for s in body["steps"] if any(a["key"] == "not_fixed" for a in s["answers"]))
    answer = next(a for a in marked["answers"] if a["key"] == "not_fixed")
    answer |= {"level": "complaint_urgent", "safety": True}
    marked_sheet = replace(sheet, script=Script.model_validate(body))
    draft = draft_ticket(marked_sheet, said(marked_sheet, *DISSATISFIED), Language.ZH_CN)
    assert (draft.level, draft.safety) == (ComplaintLevel.COMPLAINT_URGENT, True)
    plain = draft_ticket(sheet, said(sheet, *DISSATISFIED), Language.ZH_CN)
    assert (plain.level, plain.safety) == (ComplaintLevel.COMPLAINT_NORMAL, False)
