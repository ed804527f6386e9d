"""What the people of the sample dealership say at each step of a complaint."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from frontdesk.models.complaint_steps import NO, YES
from frontdesk.models.enums import (
    ComplaintLevel,
    ComplaintStep,
    Department,
    PauseReason,
    ResponseKind,
    Satisfaction,
)
from frontdesk.models.rules import Rules
from frontdesk.sample.seeded import Seeded

_S = ComplaintStep
NO_SHEET = {"no_sheet": "客户未到店，电话确认后由经理代存纸质记录。"}
"""What the filing says where no signed sheet is attached."""
_VALID = {"words": "情况属实，转部门处理。"}
_NOT_VALID = {"explained": "向客户说明了收费明细与保修范围。", "reaction": "表示理解"}
_OPINION = "先致歉，安排免费复检；确属返修的不收费，并由主管当面说明。"
_WAITS = (
    (PauseReason.PARTS, "膨胀阀缺货，已向厂家加急订货。"),
    (PauseReason.PARTS, "护板卡扣等配件到货。"),
    (PauseReason.CUSTOMER, "客户出差，周末才能把车开来。"),
    (PauseReason.OUTSIDE_BODY, "等厂家技术部回复索赔意见。"),
)
_MECHANICS = ("机修一组 刘洋", "机修二组 马骏", "钣喷组 朱敏", "机修一组 高磊")


@dataclass(frozen=True, slots=True)
class Case:
    """What the words of a ticket depend on. ``handler``: the id of who has it in hand."""

    level: ComplaintLevel
    department: Department
    handler: str
    valid: bool


class TicketWords:
    """Says what an entry says, field by field, as the desk would have kept it."""

    def __init__(self, seeded: Seeded, names: dict[str, str], rules: Rules) -> None:
        self._seeded = seeded
        self._names = names
        self._rules = rules

    def said(self, step: ComplaintStep, case: Case, at: datetime) -> dict[str, str]:
        """The fields of ``step``, taken at ``at``."""
        match step:
            case _S.JUDGED:
                return self._judged(case)
            case _S.RETURNED:
                return self._returned(case, at)
            case _S.PAUSED:
                reason, words = self._seeded.pick(_WAITS)
                return {"pause_reason": reason.value, "words": words}
            case _S.FOLLOWED_UP:
                return {
                    "satisfaction": Satisfaction.SATISFIED.value,
                    "handling_score": str(self._seeded.random.randrange(7, 11)),
                    "words": "问题解决了，态度也不错。",
                }
            case _:
                return self._plain(case, at).get(step, {})

    def _plain(self, case: Case, at: datetime) -> dict[ComplaintStep, dict[str, str]]:
        return {
            _S.ACKNOWLEDGED: {"told_at": at.isoformat(), "how": "电话"},
            _S.OPINION: {"words": _OPINION if case.valid else "同意判断，做好解释并回访。"},
            _S.APPROVED: {"words": "同意。"},
            _S.DISPATCHED: {
                "handler": case.handler,
                "words": "请今天之内联系客户。",
                "limit_hours": str(self._rules.return_hours),
            },
            _S.FILED: {"evaluation": "处理及时，客户认可。", "lesson": "完工检查必须逐项打勾。"},
        }

    def _judged(self, case: Case) -> dict[str, str]:
        judged = {"level": case.level.value, "safety": NO, "valid": YES if case.valid else NO}
        if not case.valid:
            return judged | _NOT_VALID
        return judged | _VALID | {"department": case.department.value}

    def _returned(self, case: Case, at: datetime) -> dict[str, str]:
        seeded = self._seeded
        response = seeded.pick((ResponseKind.APOLOGY, ResponseKind.REWORK, ResponseKind.GIFT))
        person = seeded.pick(_MECHANICS)
        if case.department is Department.SALES:
            person = self._names[case.handler]
        return {
            "investigation": "复检发现护板卡扣松动，已重新固定并路试。",
            "cause_by_department": "完工检查漏项。",
            "cause_by_cs": "交车时没有向客户演示确认。",
            "direct_person": person,
            "responses": response.value,
            "corrective": "当场修复，免收工时费。",
            "preventive": "完工检查单增加底盘护板一项，班组长复核。",
            "cost": f"{seeded.pick((0, 0, 80, 120, 200, 350)):.2f}",
            "told_at": at.isoformat(),
            "told_by": self._names[case.handler],
            "reaction": "接受",
            "accepted": YES,
        }
