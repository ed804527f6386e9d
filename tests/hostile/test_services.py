"""Hostile text in every text field of every service call: refused with a sentence, or kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.hostile.calls import FORMS
from tests.hostile.cases import Tried, run_cases
from tests.hostile.house import House, Moment
from tests.hostile.house import house as a_house
from tests.hostile.sample import Form

_CASES = 12


@pytest.fixture(scope="module")
def _prepared() -> Iterator[tuple[House, Moment]]:
    """One house for all forms, and how it was before the first."""
    with a_house() as made:
        yield made, made.now()


@pytest.fixture
def house(_prepared: tuple[House, Moment]) -> House:
    made, before = _prepared
    made.put_back(before)
    return made


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_refuses_with_a_sentence_or_keeps_what_was_typed(house: House, form: Form) -> None:
    tried = Tried(house, form)
    assert tried.ways
    assert tried.is_accepted_as_it_stands()

    tried.worst()
    run_cases(tried, _CASES)

    assert tried.ends == form.ends
