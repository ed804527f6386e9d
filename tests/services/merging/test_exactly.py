"""After a merge and its undo the store is as it was, row for row."""

from __future__ import annotations

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from frontdesk.models.base import Base
from frontdesk.models.customer import Customer
from frontdesk.services.merging.dto import MergeInput, Side
from frontdesk.services.merging.fields import FIELDS
from frontdesk.services.registry import Services
from tests.factories import Make
from tests.services.change_sets.whole_store import differences, rows
from tests.services.merging.people import EVERYTHING, Told, file, told

_CHOICES = st.fixed_dictionaries(
    {},
    optional={
        field.name: st.sampled_from(list(Side) if field.both else [Side.STAYS, Side.GOES])
        for field in FIELDS
        if field.name not in ("kind", "identity_number")
    },
)

_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""The store goes on from example to example: a failure would shrink for minutes, and to nothing."""


def merge(services: Services, stays: str, goes: str, choices: dict[str, Side]) -> str:
    """Merge as a person would who has just looked at both."""
    seen = services.merging.preview(stays, goes)
    wanted = MergeInput(stays, seen.stays.version, goes, seen.goes.version, choices)
    return services.merging.merge(wanted)


@settings(max_examples=40, phases=_PHASES)
@given(one=told(), other=told(), third=told(), choices=_CHOICES)
def test_undone_merge_leaves_the_store_as_it_was(
    services: Services, make: Make, one: Told, other: Told, third: Told, choices: dict[str, Side]
) -> None:
    beside = file(make, third)
    stays, goes = file(make, one, beside), file(make, other, beside)
    before = rows(services.desk)
    merged = merge(services, stays, goes, choices)
    assert _refers_to(services, goes) == {}
    services.merging.undo(merged)
    assert differences(before, rows(services.desk)) == {}


@settings(max_examples=20, phases=_PHASES)
@given(files=st.lists(told(), min_size=3, max_size=3), choices=_CHOICES)
def test_merges_into_one_file_are_undone_the_last_first(
    services: Services, make: Make, files: list[Told], choices: dict[str, Side]
) -> None:
    beside = make.customer()
    first, second, third = (file(make, each, beside) for each in files)
    before = rows(services.desk)
    merged = [
        merge(services, second, third, choices),
        merge(services, first, second, {}),
    ]
    between = rows(services.desk)
    for each in reversed(merged):
        services.merging.undo(each)
    assert differences(before, rows(services.desk)) == {}
    assert between != before


def test_all_that_hangs_on_a_file_follows_and_comes_back(services: Services, make: Make) -> None:
    beside = make.customer()
    stays, goes = file(make, EVERYTHING, beside), file(make, EVERYTHING, beside)
    before = rows(services.desk)
    merged = merge(services, stays, goes, {})
    assert _refers_to(services, goes) == {}
    services.merging.undo(merged)
    assert differences(before, rows(services.desk)) == {}


def _refers_to(services: Services, customer_id: str) -> dict[str, int]:
    """Rows of any table, column by column, that still name the file that went."""
    found: dict[str, int] = {}
    with services.desk.read() as session:
        assert session.get(Customer, customer_id) is None
        for table in Base.metadata.sorted_tables:
            if table.name in ("audit_entry", "change_set"):
                continue
            for column in table.columns:
                count = (
                    session.connection()
                    .exec_driver_sql(
                        f'SELECT count(*) FROM "{table.name}" '
                        f'WHERE instr(CAST("{column.name}" AS TEXT), ?)',
                        (customer_id,),
                    )
                    .scalar_one()
                )
                if count:
                    found[f"{table.name}.{column.name}"] = count
    return found
