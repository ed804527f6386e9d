"""Hostile text in every text field of every service call: refused with a sentence, or kept."""

from __future__ import annotations

import pytest

from frontdesk.clock import FixedClock
from frontdesk.services.desk import Desk
from tests.hostile.calls import FORMS
from tests.hostile.cases import Tried, run_cases
from tests.hostile.house import House, house_over
from tests.hostile.sample import Form

_CASES = 8


@pytest.fixture
def house(desk: Desk, clock: FixedClock) -> House:
    clock.set(clock.now().replace(hour=2, minute=45))  # 10:45 at the desk, an hour for calls
    return house_over(desk, clock)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_refuses_with_a_sentence_or_keeps_what_was_typed(house: House, form: Form) -> None:
    tried = Tried(house, form)
    assert tried.ways
    assert tried.is_accepted_as_it_stands()

    tried.worst()
    run_cases(tried, _CASES)

    assert tried.refused >= 1
    assert tried.kept >= 1
