"""Filled forms of callbacks with synthetic content."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from frontdesk.models.enums import (
    CallbackKind,
    CallbackStatus,
    CallOutcome,
    Department,
    Role,
    Satisfaction,
)
from frontdesk.reports.inputs.call_summary import (
    AnswerRow,
    AspectRow,
    CallSummaryForm,
    FigureRow,
    IncentiveForm,
    IncentiveRow,
    QuestionRow,
    SaidRow,
)
from frontdesk.reports.inputs.callbacks import (
    Asked,
    Attempt,
    CallbackRecord,
    CallerSheet,
    CallSheetForm,
    DayList,
    DayRow,
    Option,
    ToCall,
)
from tests.reports.samples import HOUSE, PRINTED

_AT = datetime(2026, 3, 12, 15, 20)
_DAY = date(2026, 3, 12)
_KIND = CallbackKind.AFTER_SERVICE


def record() -> CallbackRecord:
    """A call that reached a dissatisfied customer at the second attempt."""
    return CallbackRecord(
        HOUSE,
        PRINTED,
        number="H-2026-000123",
        kind=_KIND,
        status=CallbackStatus.DONE,
        customer="样本客户一",
        customer_number="K-2026-000045",
        phone="138****0000",
        plate="样A·12345",
        model="远航 S7",
        visit_number="V-2026-000077",
        served_on=_DAY - timedelta(days=2),
        served_by="服务顾问辛",
        work="更换机油机滤、四轮定位",
        due_from=_DAY - timedelta(days=1),
        due_until=_DAY + timedelta(days=1),
        assigned_to="客服甲",
        closed_at=_AT + timedelta(minutes=4),
        closed_by="客服乙",
        in_time=True,
        attempts=(
            Attempt(_AT - timedelta(hours=4), "客服甲", CallOutcome.NO_ANSWER, note="铃响无人"),
            Attempt(
                _AT,
                "客服乙",
                CallOutcome.REACHED,
                201,
                reason="客户要求晚些再打",
                entered_at=_AT + timedelta(hours=5),
            ),
        ),
        questions=(
            Asked("修后车况", (Option("一切正常"), Option("老问题没解决", True)), trouble=True),
            Asked("希望怎么改进", words="重新检查一次"),
        ),
        satisfaction=Satisfaction.DISSATISFIED,
        score=55,
        suggestion="完工后先打个电话",
        note="客户在外地",
        complaint_number="C-2026-000009",
    )


def day() -> DayList:
    """Two attempts of one person."""
    return DayList(
        _DAY,
        HOUSE,
        PRINTED,
        of="客服丁",
        rows=(
            DayRow(
                "H-2026-000123",
                _AT,
                _KIND,
                "样本客户一",
                "样A·12345",
                "客服甲",
                CallOutcome.REACHED,
                Satisfaction.SATISFIED,
                100,
                "周末多开一个工位",
            ),
            DayRow(
                "H-2026-000124",
                _AT,
                CallbackKind.NEW_CAR,
                "样本客户二",
                "样A·99999",
                "客服乙",
                CallOutcome.BUSY,
                words="占线",
                from_paper=True,
            ),
        ),
    )


def sheet() -> CallSheetForm:
    """The calls of one specialist."""
    return CallSheetForm(
        _DAY,
        "10:30–11:30、15:00–17:30",
        HOUSE,
        PRINTED,
        (
            CallerSheet(
                "客服甲",
                (
                    ToCall(
                        "H-2026-000123",
                        _KIND,
                        "样本客户一",
                        "138 0013 8000",
                        "样A·12345",
                        "远航 S7",
                        "2026-03-10 四轮定位",
                        _DAY - timedelta(days=1),
                        overdue=True,
                        agreed_at=_AT,
                        hours="下班后",
                        attempts=2,
                    ),
                    ToCall(
                        "H-2026-000125",
                        CallbackKind.NEW_CAR,
                        "样本客户三",
                        "139 0013 9000",
                        "样B·10000",
                        "远航 E3",
                        "2026-03-09",
                        _DAY,
                        overdue=False,
                    ),
                ),
                left_out=3,
            ),
        ),
    )


def summary() -> CallSummaryForm:
    """A month with two kinds of calls."""
    total = FigureRow("全部合计", 140, 120, 110, 125, 118, 96, 14, 6, 40, 91.4)
    return CallSummaryForm(
        HOUSE,
        PRINTED,
        date(2026, 3, 1),
        date(2026, 3, 31),
        Department.SERVICE,
        total,
        kinds=(
            FigureRow("修后之回访", 100, 90, 85, 92, 88, 70, 12, 5, kind=_KIND),
            FigureRow(
                "交车之回访", 40, 30, 25, 33, 30, 26, 2, 1, 40, 91.4, kind=CallbackKind.NEW_CAR
            ),
        ),
        callers=(FigureRow("客服甲", 140, 120, 110, 125, 118, 96, 14, 6, 40, 91.4),),
        served=(FigureRow("服务顾问辛", 100, 90, 85, 92, 88, 70, 12, 5),),
        months=(FigureRow("2026-02", 40, 30), FigureRow("2026-03", 100, 90)),
        questions=(
            QuestionRow(
                _KIND,
                "修后车况如何",
                88,
                (AnswerRow("一切都正常", 80), AnswerRow("老问题没有解决", 8, trouble=True)),
            ),
            QuestionRow(_KIND, "还有建议吗", 20),
            QuestionRow(CallbackKind.NEW_CAR, "为顾问打分", 30, (AnswerRow("10", 30),), 10.0),
        ),
        aspects=(AspectRow("车况：老问题", 8), AspectRow("价格：偏高", 3)),
        said=(
            SaidRow(
                "H-2026-000123",
                _DAY,
                _KIND,
                "样本客户一",
                "样A·12345",
                Satisfaction.DISSATISFIED,
                "空调还是不凉",
            ),
            SaidRow("H-2026-000124", _DAY, _KIND, "样本客户二", "样A·99999", None, "水果多备一点"),
        ),
        flags=("客服甲：10 通评分全部为 100 分。",),
        conclusions="完工后先打电话，再请客户来取车。",
        prepared_by="客服主管乙",
        prepared_at=_AT,
        approved_by="总经理丙",
        approved_at=None,
    )


def incentives() -> IncentiveForm:
    """A month in which one earns, one is cut, one has no score and one a zero."""
    return IncentiveForm(
        HOUSE,
        PRINTED,
        date(2026, 3, 1),
        date(2026, 3, 31),
        (
            IncentiveRow("销售顾问甲", Role.SALES_CONSULTANT, 12, 96.5, 50),
            IncentiveRow("客服乙", Role.CS_SPECIALIST, 9, 71.0, -50),
            IncentiveRow("销售经理丙", Role.SALES_MANAGER, 21, 0.0, 0, -20),
            IncentiveRow("客服主管丁", Role.CS_MANAGER, 0, None),
        ),
        prepared_by="客服主管戊",
        prepared_at=_AT,
        approved_by="总经理己",
    )
