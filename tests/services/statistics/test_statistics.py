"""Figures worked out by hand, their n, what stands behind them, the measures and the form."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from pypdf import PdfReader

from frontdesk.errors import PermissionDenied, UserError
from frontdesk.language import Language
from frontdesk.models.enums import Department, Role
from frontdesk.models.journal import AuditEntry
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services
from frontdesk.services.statistics.dto import By, Cell, Line, Measure
from tests.factories import Make

FIRST, LAST = date(2026, 10, 1), date(2026, 11, 30)
_NOON = datetime(2026, 10, 10, 4, tzinfo=UTC)


@pytest.fixture
def five(make: Make) -> dict[str, str]:
    """Five tickets of two months: three of repair, one of price, one of delivery."""
    customer = make.customer()

    def ticket(category: str, at: datetime, **fields: object) -> str:
        return make.complaint(customer, category=category, registered_at=at, **fields)

    quick = {"signed_off_at": _NOON + timedelta(hours=10), "satisfied_after": True}
    slow = {"signed_off_at": _NOON + timedelta(hours=30), "satisfied_after": False}
    first = ticket(
        "repair_quality.not_fixed", _NOON, valid=True, department=Department.SERVICE,
        cost_fen=38050, **quick,
    )  # fmt: skip
    return {
        "first": first,
        "slow": ticket(
            "repair_quality.damage", _NOON, valid=True, department=Department.SERVICE,
            cost_fen=100, repeats_id=first, **slow,
        ),
        "open": ticket("repair_quality.not_fixed", datetime(2026, 11, 2, tzinfo=UTC)),
        "price": ticket("price.high", datetime(2026, 11, 3, tzinfo=UTC), valid=False),
        "sales": ticket(
            "delivery.papers", datetime(2026, 11, 4, tzinfo=UTC), valid=True,
            department=Department.SALES,
        ),
    }  # fmt: skip


def test_the_table_by_category(services: Services, five: dict[str, str]) -> None:
    found = services.statistics.complaints(FIRST, LAST)
    repair, delivery, price = found.categories
    assert repair == Line(
        key="repair_quality",
        count=3,
        valid=2,
        share=0.6,
        cumulative_share=0.6,
        closed=2,
        in_time=1,
        in_time_gross=1,
        mean_hours=20.0,
        median_hours=20.0,
        mean_gross_hours=20.0,
        median_gross_hours=20.0,
        asked=2,
        satisfied=1,
        repeated=1,
        cost=Decimal("381.50"),
    )
    assert (delivery.key, delivery.count, delivery.cumulative_share) == ("delivery", 1, 0.8)
    assert (price.key, price.valid, price.cumulative_share) == ("price", 0, 1.0)
    assert price.mean_hours is None
    assert [(leaf.key, leaf.count) for leaf in found.leaves] == [
        ("repair_quality.not_fixed", 2),
        ("delivery.papers", 1),
        ("repair_quality.damage", 1),
        ("price.high", 1),
    ]


def test_totals_departments_and_months_add_up(services: Services, five: dict[str, str]) -> None:
    found = services.statistics.complaints(FIRST, LAST)
    assert found.total.count == 5
    assert (found.total.valid, found.total.share) == (3, 1.0)
    assert [(line.key, line.count) for line in found.departments] == [
        ("service", 2),
        ("sales", 1),
        ("", 2),
    ]
    assert [(line.key, line.count) for line in found.months] == [("2026-10", 2), ("2026-11", 3)]
    for lines in (found.categories, found.leaves, found.departments, found.months):
        assert sum(line.count for line in lines) == found.total.count
        assert sum(line.cost for line in lines) == found.total.cost


def test_a_day_begins_at_the_desks_midnight(services: Services, make: Make) -> None:
    make.complaint(registered_at=datetime(2026, 10, 31, 15, 59, 59, tzinfo=UTC))
    make.complaint(registered_at=datetime(2026, 10, 31, 16, tzinfo=UTC))
    months = services.statistics.complaints(FIRST, LAST).months
    assert [line.count for line in months] == [1, 1]
    assert services.statistics.complaints(FIRST, date(2026, 10, 31)).total.count == 1
    november = services.statistics.complaints(date(2026, 11, 1), date(2026, 11, 1))
    assert november.total.count == 1


def test_nothing_counted_has_no_shares(services: Services) -> None:
    found = services.statistics.complaints(FIRST, LAST)
    assert found.total == Line(key="")
    assert found.categories == ()
    assert [line.share for line in found.months] == [None, None]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        (Cell(By.TOTAL, ""), {"first", "slow", "open", "price", "sales"}),
        (Cell(By.TOTAL, "", Measure.VALID), {"first", "slow", "sales"}),
        (Cell(By.TOTAL, "", Measure.CLOSED), {"first", "slow"}),
        (Cell(By.TOTAL, "", Measure.IN_TIME), {"first"}),
        (Cell(By.TOTAL, "", Measure.ASKED), {"first", "slow"}),
        (Cell(By.TOTAL, "", Measure.SATISFIED), {"first"}),
        (Cell(By.TOTAL, "", Measure.REPEATED), {"slow"}),
        (Cell(By.TOTAL, "", Measure.COST), {"first", "slow"}),
        (Cell(By.CATEGORY, "repair_quality"), {"first", "slow", "open"}),
        (Cell(By.LEAF, "repair_quality.not_fixed"), {"first", "open"}),
        (Cell(By.DEPARTMENT, "service"), {"first", "slow"}),
        (Cell(By.DEPARTMENT, ""), {"open", "price"}),
        (Cell(By.MONTH, "2026-11"), {"open", "price", "sales"}),
        (Cell(By.MONTH, "2026-10", Measure.IN_TIME), {"first"}),
    ],
)
def test_each_number_opens_the_list_behind_it(
    services: Services, five: dict[str, str], cell: Cell, names: set[str]
) -> None:
    ids = services.statistics.list_behind(FIRST, LAST, cell)
    assert {name for name, ticket in five.items() if ticket in ids} == names
    assert len(ids) == len(names)


def test_every_number_is_as_long_as_its_list(services: Services, five: dict[str, str]) -> None:
    found = services.statistics.complaints(FIRST, LAST)
    lines = {
        By.TOTAL: (found.total,),
        By.CATEGORY: found.categories,
        By.LEAF: found.leaves,
        By.DEPARTMENT: found.departments,
        By.PERSON: found.people,
        By.CHANNEL: found.channels,
        By.MONTH: found.months,
    }
    assert set(lines) == set(By)
    for by, some in lines.items():
        for line in some:
            for measure in set(Measure) - {Measure.COST}:
                ids = services.statistics.list_behind(FIRST, LAST, Cell(by, line.key, measure))
                assert len(ids) == getattr(line, measure.value), (by, line.key, measure)


def test_a_departments_manager_sees_the_own_department(make: Make, five: dict[str, str]) -> None:
    service = make.services(Role.SERVICE_MANAGER).statistics
    found = service.complaints(FIRST, LAST)
    assert found.scope is Department.SERVICE
    assert found.total.count == 2
    assert set(service.list_behind(FIRST, LAST, Cell(By.TOTAL, ""))) == {
        five["first"],
        five["slow"],
    }
    both = make.services(Role.SERVICE_MANAGER, Role.CS_MANAGER).statistics
    assert both.complaints(FIRST, LAST).scope is None


def test_others_see_no_figures(make: Make) -> None:
    for role in (Role.SERVICE_ADVISOR, Role.CS_SPECIALIST, Role.ADMINISTRATOR):
        with pytest.raises(PermissionDenied):
            make.services(role).statistics.complaints(FIRST, LAST)


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (LAST, FIRST, "statistics.ends_before"),
        (date(1980, 1, 1), LAST, "statistics.too_long"),
        (date.min, date.min, "statistics.too_long"),
        (date.max, date.max, "statistics.too_long"),
    ],
)
def test_an_impossible_period_is_refused(
    services: Services, first: date, last: date, code: str
) -> None:
    with pytest.raises(UserError, match=code):
        services.statistics.complaints(first, last)


def test_measures_stay_with_their_period(services: Services, make: Make) -> None:
    services.statistics.keep_measures(FIRST, LAST, "  修后必试车 \n")
    assert services.statistics.complaints(FIRST, LAST).measures == "修后必试车"
    assert services.statistics.complaints(FIRST, date(2026, 10, 31)).measures == ""
    other = make.services(Role.SERVICE_MANAGER).statistics
    assert other.complaints(FIRST, LAST).measures == ""
    services.statistics.keep_measures(FIRST, LAST, "")
    assert services.statistics.complaints(FIRST, LAST).measures == ""
    with pytest.raises(UserError, match="too_long"):
        services.statistics.keep_measures(FIRST, LAST, "长" * 5000)


@pytest.mark.parametrize("language", Language)
def test_the_form_is_printed_counted_and_logged(
    desk: Desk, services: Services, five: dict[str, str], language: Language, tmp_path: object
) -> None:
    from io import BytesIO

    services.statistics.print_complaints(FIRST, LAST, language, "修后必试车")
    printed = services.statistics.print_complaints(FIRST, LAST, language)
    assert printed.file_name == "complaints-20261001-20261130.pdf"
    words = "".join(page.extract_text() for page in PdfReader(BytesIO(printed.pdf)).pages)
    assert "修后必试车" in words
    assert {"zh_CN": "维修质量", "en": "Repair quality"}[language.value] in words
    with desk.read() as session:
        prints = session.query(AuditEntry).filter_by(action="statistics.print").all()
    assert [entry.detail for entry in prints] == [
        f'{{"copy": {n}, "language": "{language.value}"}}' for n in (1, 2)
    ]
