"""Two years of visits, and the cars that are in the house today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from frontdesk.models.all import Visit
from frontdesk.models.enums import (
    DefectArea,
    Payer,
    PayMethod,
    Satisfaction,
    VisitStatus,
    WorkKind,
)
from frontdesk.sample.advice import Advice
from frontdesk.sample.rows import Rows
from frontdesk.sample.seeded import Seeded
from frontdesk.sample.work import Job, write_item

_CYCLE_KM = 5_000
_OIL: Job = ("常规保养", "机油机滤", WorkKind.MAINTENANCE, 150, 298)
_JOBS: tuple[Job, ...] = (
    ("更换空调滤芯", "空调滤芯", WorkKind.MAINTENANCE, 40, 128),
    ("更换前刹车片", "前刹车片", WorkKind.REPAIR, 180, 468),
    ("四轮定位", None, WorkKind.REPAIR, 260, 0),
    ("检修发动机异响", "皮带张紧轮", WorkKind.REPAIR, 320, 356),
    ("更换蓄电池", "蓄电池", WorkKind.REPAIR, 60, 680),
    ("前保险杠喷漆", None, WorkKind.BODY, 500, 0),
    ("车门锁块索赔", "车门锁块", WorkKind.WARRANTY, 0, 0),
    ("加装脚垫", "全包围脚垫", WorkKind.ACCESSORY, 0, 388),
    ("免费安全检测", None, WorkKind.FREE_CHECK, 0, 0),
)
_DEFECTS: dict[str, DefectArea] = {
    "更换前刹车片": DefectArea.BRAKES,
    "四轮定位": DefectArea.STEERING,
    "检修发动机异响": DefectArea.ENGINE,
    "更换蓄电池": DefectArea.ELECTRICS,
    "车门锁块索赔": DefectArea.BODY,
}
"""Where the fault lay, by what was done about it."""


class Redone(NamedTuple):
    """What is said when a repair did not hold, and what is done over at no charge."""

    words: str
    job: Job


REDONE: dict[DefectArea, Redone] = {
    DefectArea.BRAKES: Redone(
        "上次换的刹车片又响了，踩下去还是吱吱叫。",
        ("重新打磨并复装前刹车片", None, WorkKind.REPAIR, 180, 0),
    ),
    DefectArea.STEERING: Redone(
        "做完定位没几天又跑偏，松开方向盘就往右拉。",
        ("重做四轮定位", None, WorkKind.REPAIR, 260, 0),
    ),
    DefectArea.ENGINE: Redone(
        "发动机的响声又回来了，冷车更明显。",
        ("重新检修发动机异响", "皮带张紧轮", WorkKind.REPAIR, 320, 356),
    ),
    DefectArea.ELECTRICS: Redone(
        "新换的电瓶，放了三天又打不着火。",
        ("检查漏电并更换蓄电池", "蓄电池", WorkKind.WARRANTY, 60, 680),
    ),
    DefectArea.BODY: Redone(
        "车门还是要关两次才锁得上，上次说修好了的。",
        ("重新调整车门锁块", None, WorkKind.WARRANTY, 80, 0),
    ),
}
_WHY_NOT_ORDERED = (
    "价格偏高，再考虑",
    "下次一起做",
    "配件要等，先不修",
    "要等保险公司定损",
    "想先到别的店比一比价",
    "当天等不及，改天再来",
    "回去和家里商量一下",
)
_WORDS = (
    "快到保养里程了，顺便看看刹车，最近踩下去有点响。",
    "冷车启动时发动机声音大，热了就好。",
    "高速上方向盘有点抖，八十码以上明显。",
    "空调吹出来的风有味道，想换一下滤芯。",
    "右前轮过减速带咯噔响，左转时更明显。",
    "就是正常保养，没有别的问题，等着用车。",
    "胎压报警灯亮了两次，补过气又亮。",
    "倒车影像偶尔黑屏，重启能好。",
)
_OPENS, _QUIET, _CLOSES = (9, 30), (16, 0), (18, 0)
_PARTS_SEEN = ("机油滤清器", "空调滤芯", "前刹车片一副", "旧蓄电池", None)


@dataclass(frozen=True, slots=True)
class CarOfVisit:
    """What a visit needs to know of the car and its owner."""

    customer_id: str
    vehicle_id: str
    name: str
    phone: str
    delivered_on: date
    daily_km: int


class VisitMaker:
    """Writes visits of one dealership as rows."""

    def __init__(
        self, seeded: Seeded, rows: Rows, advisors: list[str], now: datetime, advice: Advice
    ) -> None:
        self._seeded = seeded
        self._rows = rows
        self._advisors = advisors
        self._now = now
        self._advice = advice

    def finished(
        self,
        car: CarOfVisit,
        day: date,
        jobs: tuple[Job, ...] = (),
        payer: Payer = Payer.CUSTOMER,
    ) -> dict[str, Any]:
        """A visit of ``day`` that ended in hand-over the same day (one in twelve: the next).

        ``jobs``: what was done; without them the usual.
        """
        seeded = self._seeded
        visit = self._arrived(car, day)
        kept_overnight = seeded.chance(8) and day + timedelta(days=1) < seeded.today
        promised = seeded.at(day, 13, 17.5)
        handed_on = day + timedelta(days=1) if kept_overnight else day
        handed_at = seeded.at(handed_on, 9, 11) if kept_overnight else promised
        handed_at += timedelta(minutes=seeded.pick((-25, -10, 0, 0, 5, 15, 40)))
        jobs = jobs or self._jobs()
        total = self._items(visit, jobs, payer)
        self._advice.not_wanted(visit["id"], [what for what, *_ in jobs], paid=True)
        next_km = visit["mileage_km"] + _CYCLE_KM
        ahead = max(30, min(365, _CYCLE_KM // car.daily_km))
        visit.update(
            status=VisitStatus.HANDED_OVER,
            defect=next((_DEFECTS[what] for what, *_ in jobs if what in _DEFECTS), None),
            estimate_total=total,
            promised_at=promised,
            agreed_at=visit["arrived_at"] + timedelta(minutes=seeded.random.randrange(6, 22)),
            read_back=True,
            words_locked_at=visit["arrived_at"],
            ready_at=handed_at - timedelta(minutes=20),
            handed_over_at=handed_at,
            handed_over_on=handed_on,
            actual_total=total,
            pay_method=seeded.pick(tuple(PayMethod)),
            replaced_parts=seeded.pick(_PARTS_SEEN),
            desk_satisfaction=Satisfaction.SATISFIED if seeded.chance(93) else Satisfaction.AVERAGE,
            next_maintenance_on=day + timedelta(days=ahead),
            next_maintenance_km=next_km,
        )
        return visit

    def repaired(self, car: CarOfVisit, day: date, defect: DefectArea) -> dict[str, Any]:
        """A finished visit for a fault of ``defect``."""
        jobs = tuple(job for job in _JOBS if _DEFECTS.get(job[0]) is defect)
        return self.finished(car, day, jobs)

    def again(self, car: CarOfVisit, first: dict[str, Any], day: date) -> dict[str, Any]:
        """A finished visit because the repair of ``first`` did not hold."""
        words, job = REDONE[first["defect"]]
        visit = self.finished(car, day, (job,), Payer.GOODWILL)
        visit.update(
            repeat_of_id=first["id"],
            defect=first["defect"],
            words=words,
            replaced_parts=job[1],
            next_maintenance_on=first["next_maintenance_on"],
            next_maintenance_km=first["next_maintenance_km"],
        )
        return visit

    def declined(self, car: CarOfVisit, day: date) -> dict[str, Any]:
        """A visit whose estimate the customer did not take (报单未修)."""
        visit = self._arrived(car, day)
        visit.update(
            status=VisitStatus.DECLINED,
            declined_on=day,
            estimate_total=self._items(visit, self._jobs(), actual=False),
            declined_reason=self._seeded.pick(_WHY_NOT_ORDERED),
        )
        return visit

    def in_house(self, car: CarOfVisit, status: VisitStatus, promised_in: int) -> dict[str, Any]:
        """A car that is here today, promised ``promised_in`` minutes from now, by closing time."""
        seeded = self._seeded
        day = seeded.today
        working = max(seeded.moment(day, *_OPENS), min(self._now, seeded.moment(day, *_QUIET)))
        latest = min(self._now, working)
        arrived = latest - timedelta(minutes=seeded.random.randrange(25, 120))
        visit = self._arrived(car, day, arrived)
        visit["status"] = status
        if status is VisitStatus.ARRIVED:
            return visit
        jobs = self._jobs()
        visit["estimate_total"] = self._items(visit, jobs, actual=False)
        done = [what for what, *_ in jobs]
        sure = status is VisitStatus.AGREED
        self._advice.not_wanted(visit["id"], done, paid=False, sure=sure)
        promised = _half_hour(working + timedelta(minutes=promised_in))
        visit["promised_at"] = min(promised, seeded.moment(day, *_CLOSES))
        if status is VisitStatus.ESTIMATED:
            return visit
        visit["agreed_at"] = arrived + timedelta(minutes=12)
        visit["read_back"] = True
        visit["words_locked_at"] = visit["agreed_at"]
        if status is VisitStatus.READY:
            visit["ready_at"] = latest - timedelta(minutes=5)
        return visit

    def booked(self, car: CarOfVisit, day: date) -> None:
        """An appointment."""
        seeded = self._seeded
        self._rows.add(
            Visit,
            id=seeded.id(),
            version=1,
            customer_id=car.customer_id,
            vehicle_id=car.vehicle_id,
            advisor_id=seeded.pick(self._advisors),
            status=VisitStatus.BOOKED,
            by_appointment=True,
            booked_for=seeded.moment(day, seeded.random.randrange(9, 17), seeded.pick((0, 30))),
            opened_at=seeded.at(seeded.workday_back(1), 9, 17),
            read_back=False,
            prints=0,
            words=seeded.pick(_WORDS),
        )

    def _arrived(
        self, car: CarOfVisit, day: date, arrived: datetime | None = None
    ) -> dict[str, Any]:
        seeded = self._seeded
        arrived = arrived or seeded.at(day, 8.5, 11.5)
        driven = max(1, (day - car.delivered_on).days) * car.daily_km
        return self._rows.add(
            Visit,
            id=seeded.id(),
            version=1,
            customer_id=car.customer_id,
            vehicle_id=car.vehicle_id,
            advisor_id=seeded.pick(self._advisors),
            by_appointment=seeded.chance(45),
            opened_at=arrived,
            arrived_at=arrived,
            arrived_on=day,
            brought_by=car.name,
            brought_by_phone=car.phone,
            mileage_km=driven,
            fuel_eighths=seeded.random.randrange(1, 9),
            words=seeded.pick(_WORDS),
            read_back=False,
            prints=0,
        )

    def _jobs(self) -> tuple[Job, ...]:
        seeded = self._seeded
        first = _OIL if seeded.chance(60) else seeded.pick(_JOBS)
        if not seeded.chance(45):
            return (first,)
        return (first, seeded.pick([job for job in _JOBS if job is not first]))

    def _items(
        self,
        visit: dict[str, Any],
        jobs: tuple[Job, ...],
        payer: Payer = Payer.CUSTOMER,
        *,
        actual: bool = True,
    ) -> Decimal:
        seeded = self._seeded
        total = Decimal(0)
        for position, job in enumerate(jobs):
            *_, kind, labour, price = job
            amount = Decimal(labour + price)
            total += amount
            write_item(
                self._rows,
                visit["id"],
                position,
                job,
                item_id=seeded.id(),
                actual=amount if actual else None,
                payer=Payer.WARRANTY if kind is WorkKind.WARRANTY else payer,
            )
        return total


def _half_hour(moment: datetime) -> datetime:
    """The half hour before ``moment``: nobody promises 14:07."""
    return moment.replace(minute=moment.minute // 30 * 30, second=0, microsecond=0)
