"""Invented people of an invented town."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from frontdesk.models.enums import CustomerKind, Gender
from frontdesk.sample.seeded import Seeded

_FAMILIES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
_DOUBLE_FAMILIES = ("欧阳", "司马", "上官", "诸葛")
_MALE = "伟强磊军勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆瑞晨轩泽"
_FEMALE = "芳娜敏静丽艳娟霞秀燕玲桂雪倩颖琳婷慧莹洁云梅岚蕾薇晴悦"
_BOTH = "一子文晓嘉思雨诺安然桐乐"
_MOBILE_STARTS = (
    "135",
    "136",
    "137",
    "138",
    "139",
    "150",
    "152",
    "158",
    "159",
    "177",
    "186",
    "188",
)
_LANDLINE_STARTS = "2345678"
_STREETS = ("人民路", "建设路", "滨江大道", "解放路", "学府街", "高新大道", "荷花池路", "桂花街")
_HOMES = ("420302", "420303", "420304", "420322", "420381")
"""Districts by their code (GB/T 2260)."""
_OCCUPATIONS = (
    "教师",
    "医生",
    "工程师",
    "个体经营",
    "公务员",
    "会计",
    "司机",
    "销售",
    "退休",
    "律师",
)
_COMPANY_NAMES = ("恒远", "锦程", "鼎新", "蓝天", "博远", "宏达", "瑞丰", "华晟", "远东", "天成")
_TRADES = ("物流", "建筑", "科技", "贸易", "旅游", "教育", "租赁", "商贸")
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@dataclass(frozen=True, slots=True)
class Person:
    """One invented customer. Phones are normalised; the company has no ID number of a person."""

    kind: CustomerKind
    name: str
    gender: Gender
    identity_number: str | None
    birthday: date | None
    phones: tuple[str, ...]
    region_code: str
    address: str
    occupation: str | None


def person_name(seeded: Seeded, gender: Gender) -> str:
    """A name of two to four characters."""
    double = seeded.chance(3)
    family = seeded.pick(_DOUBLE_FAMILIES) if double else seeded.pick(_FAMILIES)
    own = (_MALE if gender is Gender.MALE else _FEMALE) + _BOTH
    given = seeded.pick(own)
    return family + given + (seeded.pick(own) if seeded.chance(68) else "")


def mobile(seeded: Seeded) -> str:
    """An 11-digit mobile number."""
    return seeded.pick(_MOBILE_STARTS) + seeded.digits(8)


def identity_number(seeded: Seeded, birthday: date, gender: Gender) -> str:
    """An 18-digit ID number of a district that does not exist, with a right check digit."""
    sequence = seeded.random.randrange(100) * 10 + (1 if gender is Gender.MALE else 2)
    body = f"420999{birthday:%Y%m%d}{sequence:03d}"
    weighted = sum(int(digit) * weight for digit, weight in zip(body, _ID_WEIGHTS, strict=True))
    return body + "10X98765432"[weighted % 11]


def make_person(seeded: Seeded) -> Person:
    """A private customer in 92 of 100 cases, else a company or fleet."""
    region_code = seeded.pick(_HOMES)
    address = f"{seeded.pick(_STREETS)}{seeded.random.randrange(1, 400)}号"
    if seeded.chance(8):
        kind = CustomerKind.FLEET if seeded.chance(40) else CustomerKind.COMPANY
        name = f"江城{seeded.pick(_COMPANY_NAMES)}{seeded.pick(_TRADES)}有限公司"
        return Person(
            kind,
            name,
            Gender.UNKNOWN,
            None,
            None,
            (f"0719{seeded.pick(_LANDLINE_STARTS)}{seeded.digits(6)}",),
            region_code,
            address,
            None,
        )
    gender = Gender.MALE if seeded.chance(60) else Gender.FEMALE
    birthday = date(
        seeded.random.randrange(1958, 2004),
        seeded.random.randrange(1, 13),
        seeded.random.randrange(1, 29),
    )
    phones = (mobile(seeded),) + ((mobile(seeded),) if seeded.chance(15) else ())
    return Person(
        kind=CustomerKind.PERSON,
        name=person_name(seeded, gender),
        gender=gender,
        identity_number=identity_number(seeded, birthday, gender) if seeded.chance(70) else None,
        birthday=birthday if seeded.chance(80) else None,
        phones=phones,
        region_code=region_code,
        address=address,
        occupation=seeded.pick(_OCCUPATIONS) if seeded.chance(75) else None,
    )
