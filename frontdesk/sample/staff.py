"""The sample dealership's staff: one account per role, and enough colleagues to be impartial."""

from __future__ import annotations

from dataclasses import dataclass

from frontdesk.models.enums import Department, Role

PASSWORD = "frontdesk-demo"  # noqa: S105 - printed in the README; a sample holds nobody's data
ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class SampleAccount:
    """One account of the sample dealership; all have the same password."""

    login: str
    name: str
    roles: frozenset[Role]
    department: Department | None = None


ACCOUNTS: tuple[SampleAccount, ...] = (
    SampleAccount(ADMIN, "韩总", frozenset({Role.ADMINISTRATOR, Role.GENERAL_MANAGER})),
    SampleAccount("advisor", "林晓峰", frozenset({Role.SERVICE_ADVISOR}), Department.SERVICE),
    SampleAccount("advisor2", "何嘉", frozenset({Role.SERVICE_ADVISOR}), Department.SERVICE),
    SampleAccount("consultant", "郭子晨", frozenset({Role.SALES_CONSULTANT}), Department.SALES),
    SampleAccount("consultant2", "罗雨婷", frozenset({Role.SALES_CONSULTANT}), Department.SALES),
    SampleAccount("specialist", "梁静", frozenset({Role.CS_SPECIALIST})),
    SampleAccount("specialist2", "宋思慧", frozenset({Role.CS_SPECIALIST})),
    SampleAccount("csmanager", "郑岚", frozenset({Role.CS_MANAGER})),
    SampleAccount(
        "servicemanager", "谢国强", frozenset({Role.SERVICE_MANAGER}), Department.SERVICE
    ),
    SampleAccount("salesmanager", "唐文波", frozenset({Role.SALES_MANAGER}), Department.SALES),
    SampleAccount("gm", "冯建华", frozenset({Role.GENERAL_MANAGER})),
)
