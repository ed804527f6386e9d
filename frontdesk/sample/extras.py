"""What fills a file and a visit beyond the usual: families, drivers, damage.

Chosen by a source of its own, so that a dealership stays the same in everything else.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from frontdesk.models.all import (
    ContactConsent,
    CustomerNote,
    DamageMark,
    FamilyMember,
    VehicleDriver,
)
from frontdesk.models.enums import (
    CarSide,
    Channel,
    Consent,
    CustomerKind,
    DamageKind,
    DamageSize,
    FamilyTie,
    Gender,
)
from frontdesk.sample import people
from frontdesk.sample.rows import Rows
from frontdesk.sample.seeded import Seeded

_EDUCATIONS = ("高中", "大专", "本科", "硕士", None, None)
_INCOMES = ("8 万以下", "8–15 万", "15–30 万", "30 万以上", None, None)
_HOBBIES = ("钓鱼", "自驾游", "羽毛球", "摄影", "广场舞", "足球", None, None, None)
_INTERESTS = ("延保", "车险续保", "保养套餐", "贴膜", None, None)
_TRAITS = (
    "说话快，不喜欢等，提前把单子备好。",
    "带小孩来，请安排儿童区旁的座位。",
    "对价格敏感，先讲清楚工时再报总价。",
    "上次等配件不高兴，主动告知进度。",
)
_TRIMS = ("舒适型", "豪华型", "尊贵型")
_DRIVERS = ("早班司机", "晚班司机", None)
_OPINION = {"律师", "公务员"}


class Extras:
    """Completes the rows of others and adds those that belong to them."""

    def __init__(self, seeded: Seeded, rows: Rows, staff_id: str) -> None:
        self._seeded, self._rows, self._staff = seeded, rows, staff_id

    def customer(self, row: dict[str, Any], person: people.Person) -> None:
        """Membership, consent; for a person birthday by the moon and family too."""
        seeded = self._seeded
        row["services_of_interest"] = seeded.pick(_INTERESTS)
        row["opinion_leader"] = False
        if row["member_level"]:
            row["member_number"] = f"M{seeded.digits(6)}"
            row["member_expires_on"] = seeded.today + timedelta(
                days=seeded.random.randrange(-60, 500)
            )
        if person.kind is CustomerKind.PERSON:
            self._person(row, person)
        if seeded.chance(60):
            self._consent(row)
        if seeded.chance(6):
            self._rows.add(
                CustomerNote,
                id=seeded.id(),
                customer_id=row["id"],
                text=seeded.pick(_TRAITS),
                written_at=seeded.at(seeded.workday_back(seeded.random.randrange(3, 200)), 9, 17),
                written_by=self._staff,
                flagged=seeded.chance(40),
            )

    def car(self, row: dict[str, Any], owner: dict[str, Any]) -> None:
        """Trim, class and warranty; who drives it for a company."""
        seeded = self._seeded
        row["trim"] = seeded.pick(_TRIMS)
        row["vehicle_class"] = "SUV" if row["model"].startswith("X") else "轿车"
        row["warranty_months"], row["warranty_km"] = 36, 60_000
        row["gearbox_number"] = f"T{seeded.digits(7)}"
        if seeded.chance(30):
            row["insured_here_since"] = _years_ago(seeded, row["delivered_on"])
        if owner["kind"] is not CustomerKind.PERSON:
            self._rows.add(
                VehicleDriver,
                id=seeded.id(),
                vehicle_id=row["id"],
                position=0,
                name=people.person_name(seeded, Gender.MALE),
                phone=people.mobile(seeded),
                note=seeded.pick(_DRIVERS),
            )

    def damage(self, visit: dict[str, Any]) -> None:
        """One car in five comes with a scratch or a dent."""
        seeded = self._seeded
        for position in range(seeded.pick((1, 1, 2)) if seeded.chance(20) else 0):
            self._rows.add(
                DamageMark,
                id=seeded.id(),
                visit_id=visit["id"],
                position=position,
                side=seeded.pick(tuple(CarSide)),
                x=seeded.random.randrange(150, 850),
                y=seeded.random.randrange(200, 800),
                kind=seeded.pick((DamageKind.SCRATCH, DamageKind.SCRATCH, DamageKind.DENT)),
                size=seeded.pick(tuple(DamageSize)),
            )

    def _person(self, row: dict[str, Any], person: people.Person) -> None:
        seeded = self._seeded
        row["education"], row["income_band"] = seeded.pick(_EDUCATIONS), seeded.pick(_INCOMES)
        row["hobbies"], row["ethnicity"] = seeded.pick(_HOBBIES), "汉"
        row["opinion_leader"] = person.occupation in _OPINION and seeded.chance(20)
        if seeded.chance(30):
            row["lunar_month"] = seeded.random.randrange(1, 13)
            row["lunar_day"] = seeded.random.randrange(1, 31)
            row["lunar_leap"] = False
        if seeded.chance(25):
            self._rows.add(
                FamilyMember,
                id=seeded.id(),
                customer_id=row["id"],
                position=0,
                name=people.person_name(seeded, Gender.FEMALE),
                tie=seeded.pick((FamilyTie.SPOUSE, FamilyTie.CHILD)),
            )

    def _consent(self, row: dict[str, Any]) -> None:
        seeded = self._seeded
        for channel in (Channel.SMS, Channel.WECHAT):
            self._rows.add(
                ContactConsent,
                customer_id=row["id"],
                channel=channel,
                state=Consent.GIVEN if seeded.chance(90) else Consent.REFUSED,
                said_at=seeded.at(seeded.workday_back(seeded.random.randrange(5, 300)), 9, 17),
                noted_by=self._staff,
            )


def _years_ago(seeded: Seeded, delivered: date) -> date:
    return max(delivered, seeded.today - timedelta(days=seeded.random.randrange(30, 4 * 365)))
