"""Segments: whom they hold, kept by name, carried out with a note in the trail."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from sqlalchemy import select

from frontdesk.errors import (
    ConfirmationNeeded,
    Conflict,
    InputErrors,
    NotFound,
    PermissionDenied,
    UserError,
)
from frontdesk.language import Language
from frontdesk.models.class_rules import warranty_end
from frontdesk.models.enums import AgeBand, Badge, CustomerKind, Role, ValueClass, VehicleUse
from frontdesk.models.journal import AuditEntry
from frontdesk.services.customers.dto import CustomerFilter
from frontdesk.services.registry import Services
from frontdesk.services.segments.inputs import Criteria
from frontdesk.services.segments.matching import age_band
from frontdesk.services.segments.narrowing_dto import Narrowing
from frontdesk.services.segments.telling import told
from tests.factories import Make

TODAY = date(2026, 11, 5)


@pytest.fixture
def people(make: Make) -> dict[str, str]:
    """A few customers unlike each other."""
    teacher = make.customer(
        "赵老师",
        value_class=ValueClass.A,
        badges=",often,fleet,",
        occupation="中学教师",
        region_code="440305",
        address="深圳市南山区 1 号",
        member_number="M1",
        last_visit_on=date(2026, 10, 1),
    )
    make.vehicle(
        teacher, model="远航 S7", warranty_ends_on=date(2027, 1, 1), purchased_on=date(2024, 1, 1)
    )
    driver = make.customer(
        "钱师傅",
        value_class=ValueClass.D,
        lost_since=date(2026, 1, 1),
        last_visit_on=date(2025, 7, 1),
        kind=CustomerKind.FLEET,
        do_not_call=True,
    )
    make.vehicle(
        driver, use=VehicleUse.COMMERCIAL, purchased_on=date(2023, 1, 31), warranty_months=36
    )
    make.vehicle(driver, model="远航 V3", purchased_on=date(2019, 1, 1), vehicle_class="SUV")
    prospect = make.customer("孙小姐")
    gone = make.customer("李某", value_class=ValueClass.A, erased_at=make.desk.now)
    make.vehicle(gone)
    return {"teacher": teacher, "driver": driver, "prospect": prospect}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Criteria(), {"teacher", "driver", "prospect"}),
        (Criteria(classes=(ValueClass.A,)), {"teacher"}),
        (Criteria(classes=(ValueClass.A, ValueClass.D)), {"teacher", "driver"}),
        (Criteria(badges=(Badge.FLEET, Badge.REFERRED)), {"teacher"}),
        (Criteria(lost=True), {"driver"}),
        (Criteria(lost=False), {"teacher", "prospect"}),
        (Criteria(kinds=(CustomerKind.FLEET,)), {"driver"}),
        (Criteria(occupation="教师"), {"teacher"}),
        (Criteria(occupation="%"), set()),
        (Criteria(region="4403"), {"teacher"}),
        (Criteria(address="南山"), {"teacher"}),
        (Criteria(members=True), {"teacher"}),
        (Criteria(may_call=True), {"teacher", "prospect"}),
        (Criteria(never_here=True), {"prospect"}),
        (Criteria(visited_from=date(2026, 10, 1)), {"teacher"}),
        (Criteria(visited_until=date(2026, 9, 30)), {"driver"}),
        (Criteria(visited_from=date(2025, 1, 1), visited_until=date(2026, 1, 1)), {"driver"}),
        (Criteria(uses=(VehicleUse.COMMERCIAL,)), {"driver"}),
        (Criteria(vehicle_class="SUV"), {"driver"}),
        (Criteria(model="S7"), {"teacher"}),
        (Criteria(uses=(VehicleUse.COMMERCIAL,), vehicle_class="SUV"), set()),  # no one car is both
        (Criteria(ages=(AgeBand.IN_WARRANTY,)), {"teacher"}),
        (Criteria(ages=(AgeBand.UP_TO_FIVE,)), {"driver"}),
        (Criteria(ages=(AgeBand.OVER_FIVE,)), {"driver"}),
        (Criteria(ages=(AgeBand.OVER_FIVE,), model="V3"), {"driver"}),
        (Criteria(ages=(AgeBand.OVER_FIVE,), uses=(VehicleUse.COMMERCIAL,)), set()),
        (Criteria(ages=(AgeBand.UNKNOWN,)), set()),
    ],
)
def test_whom_a_segment_holds(
    services: Services, people: dict[str, str], wanted: Criteria, expected: set[str]
) -> None:
    found = services.segments.members(wanted)
    assert {each.id for each in found} == {people[name] for name in expected}
    assert services.segments.count(wanted) == len(expected)


@pytest.mark.parametrize(
    ("fields", "days", "fits"),
    [
        ({"next_maintenance_on": TODAY + timedelta(days=30)}, "maintenance_due", True),
        ({"next_maintenance_on": TODAY + timedelta(days=31)}, "maintenance_due", False),
        ({"insurance_ends_on": TODAY - timedelta(days=3)}, "insurance_due", True),
        ({"inspection_due_on": None}, "inspection_due", False),
    ],
)
def test_what_falls_due(
    services: Services, make: Make, fields: dict[str, Any], days: str, fits: bool
) -> None:
    make.vehicle(**fields)
    assert services.segments.count(Criteria.model_validate({days: 30})) == int(fits)


@pytest.mark.parametrize("months", [None, 12, 36])
@pytest.mark.parametrize("ends", [None, date(2026, 11, 4), TODAY])
@pytest.mark.parametrize(
    "bought", [None, TODAY, date(2021, 11, 5), date(2021, 11, 6), date(2025, 11, 30)]
)
def test_a_car_is_of_one_age_and_the_store_says_which(
    services: Services, make: Make, months: int | None, ends: date | None, bought: date | None
) -> None:
    make.vehicle(warranty_ends_on=ends, delivered_on=bought, warranty_months=months)
    expected = age_band(warranty_end(ends, bought, months, services.desk.rules), bought, TODAY)
    found = [age for age in AgeBand if services.segments.count(Criteria(ages=(age,)))]
    assert found == [expected]


def test_a_segment_is_kept_changed_and_ended(services: Services, people: dict[str, str]) -> None:
    segments = services.segments
    made = segments.make(" 忠诚客户 ", Criteria(classes=(ValueClass.A,)))
    (kept,) = segments.kept()
    assert (kept.id, kept.name, kept.version) == (made, "忠诚客户", 1)
    assert kept.criteria == Criteria(classes=(ValueClass.A,))
    with pytest.raises(UserError) as refused:
        segments.make("忠诚客户", Criteria())
    assert (refused.value.code, refused.value.field) == ("segment.name_taken", "name")
    segments.change(made, 1, "忠诚或流失", Criteria(classes=(ValueClass.A, ValueClass.D)))
    assert segments.named("忠诚或流失").version == 2
    with pytest.raises(Conflict):
        segments.change(made, 1, "又一个", Criteria())
    segments.end(made, 2)
    assert segments.kept() == ()
    segments.make("忠诚或流失", Criteria())  # the name is free again
    with pytest.raises(NotFound):
        segments.end(made, 3)


def test_what_cannot_be_asked_is_said_beside_its_field(services: Services) -> None:
    wrong = Criteria(
        visited_from=date(2026, 2, 1),
        visited_until=date(2026, 1, 1),
        maintenance_due=-1,
        model="x" * 41,
    )
    with pytest.raises(InputErrors) as refused:
        services.segments.make("", wrong)
    fields = {each.field for each in refused.value.errors}
    assert fields == {"name", "visited_until", "maintenance_due", "model"}


def test_an_export_takes_the_password_and_is_noted(
    services: Services, people: dict[str, str]
) -> None:
    wanted = Criteria(lost=True)
    with pytest.raises(ConfirmationNeeded):
        services.segments.export(wanted, Language.EN)
    services.desk.confirmation.give()
    made = services.segments.export(wanted, Language.EN, "Lost ones")
    assert made.count == 1
    about, sheet = load_workbook(io.BytesIO(made.content)).worksheets
    assert [about["B2"].value, about["B3"].value] == ["Lost ones", "lost"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[1][1] == "钱师傅"
    assert rows[1][5] == "D lost"
    with services.desk.read() as session:
        entry = session.scalars(
            select(AuditEntry).where(AuditEntry.action == "segment.export")
        ).one()
    assert '"count": 1' in entry.detail
    assert '"lost": true' in entry.detail


def test_a_print_counts_its_copies_and_refuses_what_is_no_list(
    services: Services, people: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = Criteria(classes=(ValueClass.A,))
    for _ in range(2):
        assert services.segments.print_list(wanted, Language.ZH_CN, "忠诚").pdf[:4] == b"%PDF"
    with services.desk.read() as session:
        details = session.scalars(
            select(AuditEntry.detail).where(AuditEntry.action == "segment.print")
        ).all()
    assert ['"copy": 1' in details[0], '"copy": 2' in details[1]] == [True, True]
    monkeypatch.setattr("frontdesk.services.segments.service.MOST_PRINTED", 0)
    with pytest.raises(UserError) as refused:
        services.segments.print_list(wanted, Language.ZH_CN)
    assert refused.value.code == "segment.too_many"


def test_who_may_look_and_who_may_carry_out(make: Make) -> None:
    advisor = make.services(Role.SERVICE_ADVISOR).segments
    assert advisor.count(Criteria()) == 0
    with pytest.raises(PermissionDenied):
        advisor.make("x", Criteria())
    with pytest.raises(PermissionDenied):
        advisor.export(Criteria(), Language.EN)
    with pytest.raises(PermissionDenied):
        advisor.print_list(Criteria(), Language.EN)


def test_a_segment_is_told_in_both_languages() -> None:
    wanted = Criteria(
        classes=(ValueClass.A, ValueClass.B),
        badges=(Badge.FLEET,),
        lost=False,
        model="S7",
        maintenance_due=30,
        may_call=True,
    )
    assert told(wanted, Language.EN) == (
        "A loyal or B opportunity; valued for: Fleet; not lost; model contains “S7”; "
        "maintenance due within 30 days; may be called"
    )
    assert told(Criteria(), Language.ZH_CN) == "全部客户"
    assert "{" not in told(wanted, Language.ZH_CN)


def test_the_list_of_files_is_narrowed_by_class_and_segment(
    services: Services, people: dict[str, str]
) -> None:
    files = services.customers
    (row,) = files.list(CustomerFilter(narrowing=Narrowing(ValueClass.D))).rows
    assert (row.id, row.value_class) == (people["driver"], ValueClass.D)
    kept = services.segments.make("教师", Criteria(occupation="教师"))
    found = files.list(CustomerFilter(narrowing=Narrowing(segment=kept)))
    assert [(each.id, each.badges) for each in found.rows] == [
        (people["teacher"], (Badge.OFTEN, Badge.FLEET))
    ]
    assert found.total == 1
    assert files.list(CustomerFilter("zhao", narrowing=Narrowing(segment=kept))).total == 1
    assert files.list(CustomerFilter("qian", narrowing=Narrowing(segment=kept))).total == 0


def test_a_customer_with_two_cars_of_an_age_is_counted_once(services: Services, make: Make) -> None:
    owner = make.customer()
    make.vehicle(owner, warranty_ends_on=date(2027, 1, 1), purchased_on=date(2024, 1, 1))
    make.vehicle(owner, delivered_on=date(2026, 1, 1))
    make.vehicle(owner, delivered_on=date(2026, 2, 1), use=VehicleUse.OFFICIAL)
    assert services.segments.count(Criteria(ages=(AgeBand.IN_WARRANTY,))) == 1
    official = Criteria(ages=(AgeBand.IN_WARRANTY,), uses=(VehicleUse.OFFICIAL,))
    assert services.segments.count(official) == 1


@given(
    seen=st.lists(st.none() | st.integers(0, 400), min_size=1, max_size=8),
    first=st.none() | st.integers(0, 400),
    length=st.none() | st.integers(0, 400),
    never=st.booleans(),
)
@settings(max_examples=30)
def test_however_many_fit_the_days_of_the_newest_visit_they_are_counted(
    services: Services,
    make: Make,
    seen: list[int | None],
    first: int | None,
    length: int | None,
    never: bool,
) -> None:
    mark = str(uuid4())
    for days in seen:
        last = None if days is None else TODAY - timedelta(days=days)
        make.customer(last_visit_on=last, occupation=mark)
    since = None if first is None else TODAY - timedelta(days=first)
    until = None if length is None else (since or TODAY) + timedelta(days=length)
    asked = Criteria(visited_from=since, visited_until=until, never_here=never)
    own = asked.model_copy(update={"occupation": mark})
    days_of = [None if each is None else TODAY - timedelta(days=each) for each in seen]
    expected = sum(
        (not never or day is None)
        and (since is None or (day is not None and day >= since))
        and (until is None or (day is not None and day <= until))
        for day in days_of
    )
    assert services.segments.count(own) == expected
    assert services.segments.count(asked) == len(services.segments.members(asked, 10_000))
