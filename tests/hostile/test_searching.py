"""Hostile queries: nothing typed is an error, nor finds what a literal reading would not."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.errors import UserError
from frontdesk.language import Language
from frontdesk.models.values.text import storable
from frontdesk.services.complaints.dto import ComplaintFilter
from frontdesk.services.customers.dto import CustomerFilter
from frontdesk.services.registry import Services
from frontdesk.services.search.fold import fold
from frontdesk.services.search.query import LONGEST, readings_of, trigrams
from frontdesk.services.search.text import Searchable, document
from tests.factories import Make
from tests.hostile.strategies import QUERIES, WORST, hostile, seeds, short

_NAMES = ("张伟", 'O"Brien NEAR', "a*b^c AND d", "王%_小", "李'; DROP--", "𠮷田<b>", "NOT {x}:y")


def test_a_query_finds_exactly_what_holds_all_its_words(services: Services, make: Make) -> None:
    kept = {}
    for name in _NAMES:
        customer = make.customer(name)
        file = services.customers.open(customer)
        numbers = tuple(line.shown.replace(" ", "") for line in file.phones)
        kept[customer] = document(Searchable(name=name, number=file.number, phones=numbers))

    @settings(max_examples=60, database=None)
    @given(hostile() | st.sampled_from(_NAMES).flatmap(_parts) | st.lists(seeds).map(" ".join))
    def asked(typed: str) -> None:
        found = services.search.find(typed)
        ways = readings_of(storable(typed[:LONGEST]))
        hits = {hit.id for hit in found.hits if hit.id in kept}
        literal: set[str] = set()
        for words in ways:
            literal = {id_ for id_, text in kept.items() if all(word in text for word in words)}
            if literal:
                break
        assert hits == literal
        services.customers.list(CustomerFilter(text=typed))
        services.complaints.list(ComplaintFilter(text=typed))

    asked()


@given(short() | st.sampled_from((*QUERIES, *WORST)))
def test_a_trigram_in_quotes_is_one_word_to_the_index(typed: str) -> None:
    for word in readings_of(typed):
        for part in word:
            for quoted in trigrams(part):
                assert quoted.replace('""', "").count('"') == 0


@given(short())
def test_folding_leaves_nothing_the_store_refuses(typed: str) -> None:
    folded = fold(typed)
    folded.encode()
    assert "\x00" not in folded
    assert "|" not in folded


@pytest.mark.parametrize("word", [*QUERIES, *WORST])
def test_a_hostile_number_is_not_found(services: Services, word: str) -> None:
    for call in (
        services.complaints.open,
        services.intake.find_number,
        partial(services.complaints.print_form, language=Language.EN),
        partial(services.intake.print_intake, language=Language.EN),
    ):
        with pytest.raises(UserError):
            call(word)


def _parts(name: str) -> st.SearchStrategy[str]:
    ends = st.tuples(st.integers(0, len(name)), st.integers(0, len(name)))
    return ends.map(lambda cut: name[min(cut) : max(cut)])
