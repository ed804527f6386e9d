"""How the customer is addressed."""

from __future__ import annotations

import pytest

from frontdesk.language import Language
from frontdesk.models.enums import CustomerKind, Gender
from frontdesk.services.callbacks.wording import salutation

P, C = CustomerKind.PERSON, CustomerKind.COMPANY


@pytest.mark.parametrize(
    ("name", "gender", "kind", "zh", "en"),
    [
        ("张伟", Gender.MALE, P, "张先生", "Mr Zhang"),
        ("欧阳娜娜", Gender.FEMALE, P, "欧阳女士", "Ms Ouyang"),
        ("曾静", Gender.FEMALE, P, "曾女士", "Ms Zeng"),
        ("单晓", Gender.MALE, P, "单先生", "Mr Shan"),
        ("尉迟敏", Gender.FEMALE, P, "尉迟女士", "Ms Yuchi"),
        ("吕明", Gender.MALE, P, "吕先生", "Mr Lü"),
        ("张伟", Gender.UNKNOWN, P, "张伟", "张伟"),
        ("Smith", Gender.MALE, P, "Smith", "Smith"),
        ("远航物流有限公司", Gender.MALE, C, "远航物流有限公司", "远航物流有限公司"),
        ("", Gender.MALE, P, None, None),
    ],
)
def test_by_surname_and_title_where_both_are_known(
    name: str, gender: Gender, kind: CustomerKind, zh: str | None, en: str | None
) -> None:
    assert salutation(name, gender, kind, Language.ZH_CN) == zh
    assert salutation(name, gender, kind, Language.EN) == en
