"""Filled forms with synthetic content, as a day at the desk makes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeVar

from frontdesk.models.enums import (
    ClockColour,
    ComplaintChannel,
    ComplaintLevel,
    ComplaintStep,
    Department,
    ResponseKind,
    Satisfaction,
    WarningLamp,
    WorkKind,
)
from frontdesk.reports.inputs import (
    Acknowledgement,
    Approval,
    ChangeLine,
    ClockFace,
    ComplaintForm,
    Dealership,
    Dispatch,
    Entry,
    FiveWTwoH,
    FollowUp,
    IntakeSheet,
    Judgement,
    Opinion,
    Pause,
    Printed,
    RecoverySheet,
    Registration,
    Return,
    SignOff,
    StatisticsForm,
    StatisticsRow,
    StepTime,
    WorkLine,
)
from frontdesk.reports.progress import LOOP
from tests.reports.walk_samples import MARKS

HOUSE = Dealership(
    "示例汽车销售服务有限公司",
    "示例市示例区样板大道 100 号",
    "0000-88880000",
    "0000-88880001",
    "0000-88880002",
)
START = datetime(2026, 3, 12, 9, 5)
PRINTED = Printed(2, "客服甲", START + timedelta(hours=21))


def after(hours: float) -> datetime:
    """A moment ``hours`` after the registration."""
    return START + timedelta(hours=hours)


def complaint() -> ComplaintForm:
    """A ticket that has been through the whole loop, in words of usual length."""
    loop = LOOP
    holders: tuple[str, ...] = (
        *("客服甲", "客服甲", "客服甲", "客服主管乙", "总经理丙"),
        *("售后经理丁", "技师戊", "客服主管乙", "总经理丙", "客服甲"),
    )
    planned = (0, 0.5, 1, 2, 4, 5, 17, 20, 24, 26)
    actual = (0, 0.2, 0.6, 1.5, 2.4, 3.1, 12.2, 16.0, 19.5, None)
    return ComplaintForm(
        dealership=HOUSE,
        printed=PRINTED,
        number="C-2026-000123",
        registration=Registration(
            at=START,
            by="客服甲",
            channel=ComplaintChannel.CALLBACK,
            level=ComplaintLevel.COMPLAINT_NORMAL,
            category="维修质量 / 同一故障未修好",
            complainant="样本客户一",
            complainant_phone="13000000001",
            customer="样本客户一",
            customer_number="K-2024-000456",
            plate="示A·12345",
            vin="LSVAA00000N000001",
            car="示例轿车 1.5T 豪华版",
            mileage_km=28450,
            visit_number="V-2026-000789",
            visit_date=date(2026, 3, 9),
            words="上周来做四万公里保养，顺便修了前面的异响，当时说修好了，开回去第二天过减速带还是"
            "“咯噔咯噔”响，跟没修一样。打电话问也没人给个准话，让我等了两天。",
            remedy="要求免费重新检查并彻底修好，来回不能再耽误一整天。",
            facts=FiveWTwoH(
                "前悬异响复发",
                "交车次日起，冷车时明显",
                "过减速带、左前轮处",
                "本人驾驶",
                "左前悬挂“咯噔”异响",
                "低速过坎时出现，更换过平衡杆胶套",
                "不应再付费",
            ),
            repeat_of=("C-2026-000087",),
        ),
        acknowledgement=Acknowledgement(
            after(0.2), "客服甲", "电话告知已受理，专人当日回复处理方案"
        ),
        judgement=Judgement(
            after(0.6),
            "客服甲",
            safety=False,
            valid=True,
            department=Department.SERVICE,
            words="交车三日内同一部位异响复发，属返修，投诉成立；试车确认不影响行车安全。",
            confirmed_by="客服主管乙",
            confirmed_at=after(1.1),
        ),
        opinion=Opinion(
            after(1.5),
            "客服主管乙",
            "当日安排优先工位返修，提供代步车；费用由本店承担，并赠送一次免费检测。",
        ),
        approval=Approval(after(2.4), "总经理丙", approved=True, words="同意，务必一次修好。"),
        dispatch=Dispatch(after(3.1), "售后经理丁", "技师戊", "今日 16 点前完成并由质检试车。"),
        returned=Return(
            at=after(12.2),
            by="技师戊",
            through="售后经理丁",
            investigation="路试复现异响，举升检查发现左前下摆臂球头松旷，上次仅更换平衡杆胶套，未检查球头。",
            cause_by_department="诊断不完整，未按异响检查流程逐项排除。",
            cause_by_cs="交车前质检未做过坎路试；客户来电后未及时回复。",
            direct_person="技师己",
            secondary_person="质检员庚",
            responses=(ResponseKind.REWORK, ResponseKind.APOLOGY, ResponseKind.GIFT),
            corrective="更换左前下摆臂总成，四轮定位，路试 10 km 无异响。",
            preventive="异响类工单增加过坎路试项，列入交车前质检表。",
            cost=Decimal("1286.50"),
            penalties="技师己：返工不计工时；质检员庚：扣绩效 100 元",
            told_at=after(12.0),
            told_by="服务顾问辛",
            reaction="接受，认可处理速度。",
            accepted=True,
        ),
        follow_up=FollowUp(
            after(16.0),
            "客服主管乙",
            Satisfaction.SATISFIED,
            9,
            "异响已消除，对代步车安排表示感谢。",
            "",
        ),
        sign_off=SignOff(after(19.5), "总经理丙", "同意结案。返修案例周会通报。"),
        steps=tuple(
            StepTime(
                step,
                after(plan),
                after(done) if done is not None else None,
                holder,
                current=done is None,
            )
            for step, plan, done, holder in zip(loop, planned, actual, holders, strict=True)
        ),
        clocks=(
            ClockFace(
                24, START, after(26), after(19.5), 1050, 1170, ClockColour.STOPPED, True, True
            ),
            ClockFace(
                12, after(3.1), after(17.1), after(12.2), 426, 546, ClockColour.STOPPED, True, True
            ),
        ),
        pauses=(
            Pause(
                after(5),
                after(7),
                "等待配件",
                "左前下摆臂总成由区域仓调货",
                "技师戊（代 客服经理）",
            ),
        ),
        paused_minutes=120,
        held_by="客服专员",
    )


def statistics() -> StatisticsForm:
    """A quarter with twelve categories."""
    names = (
        "维修质量",
        "等待与承诺时间",
        "服务态度",
        "返修",
        "价格与费用",
        "配件供应",
        "产品质量",
        "信息与跟进",
        "交车",
        "销售过程",
        "设施",
        "其他",
    )
    counts = (18, 14, 9, 7, 5, 4, 3, 2, 2, 1, 1, 0)
    total = sum(counts)
    categories = []
    running = 0
    for name, count in zip(names, counts, strict=True):
        running += count
        categories.append(row(name, count, total, running))
    return StatisticsForm(
        dealership=HOUSE,
        printed=Printed(1, "客服主管乙", datetime(2026, 4, 1, 9, 30)),
        first_day=date(2026, 1, 1),
        last_day=date(2026, 3, 31),
        categories=tuple(categories),
        total=row("", total, total, total),
        departments=(row("售后部", 58, total, 58), row("销售部", 8, total, 66)),
        people=(row("技师戊", 30, total, 30), row("技师己", 24, total, 54)),
        channels=(row("电话", 40, total, 40), row("到店", 26, total, 66)),
        months=(
            row("2026-01", 20, total, 20),
            row("2026-02", 18, total, 38),
            row("2026-03", 28, total, 66),
        ),
        measures="一、异响类工单增加过坎路试项，列入交车前质检表。\n二、承诺时间看板每两小时巡查一次，预计超时"
        "提前三十分钟告知客户。",
        prepared_by="客服主管乙",
        approved_by="",
    )


def row(name: str, count: int, total: int, running: int) -> StatisticsRow:
    """One line of the table, its figures in plausible proportion."""
    closed = count - count // 6
    return StatisticsRow(
        name,
        count=count,
        valid=count - count // 5,
        share=count / total,
        cumulative_share=running / total,
        closed=closed,
        in_time=closed - count // 9,
        in_time_gross=closed - count // 6,
        mean_hours=19.4 if closed else None,
        median_hours=17.0 if closed else None,
        mean_gross_hours=21.0 if closed else None,
        median_gross_hours=18.5 if closed else None,
        scored=closed - count // 5,
        score=8.3 if closed else None,
        asked=closed,
        satisfied=closed - count // 7,
        repeated=count // 8,
        cost=Decimal(count * 213),
    )


def intake() -> IntakeSheet:
    """A known car with an appointment."""
    return IntakeSheet(
        dealership=HOUSE,
        printed=Printed(1, "服务顾问辛", START),
        number="V-2026-000789",
        customer="样本客户一",
        customer_number="K-2024-000456",
        phone="13000000001",
        brought_by="样本家人二",
        brought_by_phone="13000000002",
        plate="示A·12345",
        vin="LSVAA00000N000001",
        car="示例轿车 1.5T 豪华版",
        colour="珍珠白",
        advisor="服务顾问辛",
        arrived_at=START,
        by_appointment=True,
        booked_for=datetime(2026, 3, 12, 9, 0),
        mileage_km=28450,
        last_mileage_km=23120,
        last_visit=date(2025, 11, 2),
        fuel_eighths=5,
        belongings="后备箱：婴儿车、雨伞两把；手套箱：行驶证",
        damage="右后门下缘划痕约 6 cm；左前轮毂擦伤",
        marks=MARKS,
        lamps=(WarningLamp.TYRE,),
        reading="前悬胶套老化",
        words="该做保养了，另外前面过减速带的时候有“咯噔”的声音，想一起看看。",
        facts=FiveWTwoH(
            "保养到期，前悬异响",
            "近两周，冷车明显",
            "过减速带、左前轮处",
            "本人与家人",
            "“咯噔”异响",
            "低速过坎时出现",
            "一千元以内",
        ),
        work=(
            WorkLine(
                "四万公里常规保养",
                WorkKind.MAINTENANCE,
                Decimal(180),
                "机油 5W-30 全合成",
                Decimal(4),
                Decimal(98),
                Decimal(572),
            ),
            WorkLine(
                "更换机油滤清器",
                WorkKind.MAINTENANCE,
                Decimal(0),
                "机油滤清器",
                Decimal(1),
                Decimal(45),
                Decimal(45),
            ),
            WorkLine(
                "前悬异响检查，更换平衡杆胶套",
                WorkKind.REPAIR,
                Decimal(240),
                "平衡杆胶套",
                Decimal(2),
                Decimal("36.50"),
                Decimal(313),
            ),
            WorkLine("全车安全检测", WorkKind.FREE_CHECK, Decimal(0), "", None, None, Decimal(0)),
        ),
        estimate=Decimal(930),
        promised_at=datetime(2026, 3, 12, 16, 30),
        changes=(
            ChangeLine(
                datetime(2026, 3, 12, 11, 20),
                "服务顾问辛",
                "加换左前下摆臂",
                "举升检查发现球头松旷",
                "样本客户一",
                "电话",
                True,
                Decimal(1680),
                datetime(2026, 3, 12, 18, 0),
            ),
        ),
    )


def recovery() -> RecoverySheet:
    """A key of thirty-two characters, like the store's."""
    return RecoverySheet(
        HOUSE, "ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ23-4567", datetime(2026, 1, 2, 8, 0), "系统管理员"
    )


def history(count: int) -> tuple[Entry, ...]:
    """Earlier entries of the loop."""
    return tuple(
        Entry(ComplaintStep.SENT_BACK, after(i), "总经理丙", f"第{i}次退回：补充责任认定依据。")
        for i in range(count)
    )


T = TypeVar("T")


def refilled(form: T, word: Callable[[], str]) -> T:
    """``form`` with what ``word`` says next in every field of text, however deep."""
    changes: dict[str, Any] = {}
    for field in fields(form):  # type: ignore[arg-type]
        value = getattr(form, field.name)
        if isinstance(value, tuple):
            changes[field.name] = tuple(_other(item, word) for item in value)
        else:
            changes[field.name] = _other(value, word)
    return replace(form, **changes)  # type: ignore[type-var]


def _other(value: Any, word: Callable[[], str]) -> Any:
    if type(value) is str:
        return word()
    return refilled(value, word) if is_dataclass(value) else value


def filled(form: T, text: str) -> T:
    """``form`` with ``text`` in every field of text."""
    return refilled(form, lambda: text)


def texts(form: object) -> list[str]:
    """Every text somebody typed into ``form``, in order."""
    found: list[str] = []
    for field in fields(form):  # type: ignore[arg-type]
        value = getattr(form, field.name)
        for item in value if isinstance(value, tuple) else (value,):
            if type(item) is str:
                found.append(item)
            elif is_dataclass(item):
                found.extend(texts(item))
    return [text for text in found if text]
