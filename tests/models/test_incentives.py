"""The table of domain §4.3, at its limits."""

from __future__ import annotations

import pytest

from frontdesk.models.enums import Role
from frontdesk.models.incentives import Incentive, incentive
from frontdesk.models.rules import Rules

_CONSULTANT, _SPECIALIST = Role.SALES_CONSULTANT, Role.CS_SPECIALIST
_SALES, _CS = Role.SALES_MANAGER, Role.CS_MANAGER


@pytest.mark.parametrize(
    ("role", "score", "brings"),
    [
        (_CONSULTANT, 95.1, Incentive(50)),
        (_SALES, 95.1, Incentive(100)),
        (_SPECIALIST, 95.1, Incentive()),
        (_CS, 100.0, Incentive()),
        *((role, 95.0, Incentive()) for role in (_CONSULTANT, _SPECIALIST, _SALES, _CS)),
        *((role, 80.0, Incentive()) for role in (_CONSULTANT, _SPECIALIST, _SALES, _CS)),
        (_CONSULTANT, 79.9, Incentive(-50)),
        (_SPECIALIST, 79.9, Incentive(-50)),
        (_SALES, 79.9, Incentive(-100)),
        (_CS, 79.9, Incentive(-100)),
        (_CONSULTANT, 0.0, Incentive(wage_percent=-10)),
        (_SPECIALIST, 0.0, Incentive(wage_percent=-10)),
        (_SALES, 0.0, Incentive(wage_percent=-20)),
        (_CS, 0.0, Incentive(wage_percent=-20)),
        (_CONSULTANT, None, Incentive()),
    ],
)
def test_what_a_score_brings(role: Role, score: float | None, brings: Incentive) -> None:
    assert incentive(role, score, Rules()) == brings


def test_amounts_and_limits_are_settings() -> None:
    rules = Rules(incentive_above=90, incentive_above_consultant=80, incentive_below=60)
    assert incentive(_CONSULTANT, 91, rules) == Incentive(80)
    assert incentive(_CONSULTANT, 61, rules) == Incentive()
