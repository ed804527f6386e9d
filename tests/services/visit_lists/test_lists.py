"""Declined orders and work, repeat repairs, and the visits behind the first-time-fix figure."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from frontdesk.errors import ConfirmationNeeded, PermissionDenied, UserError
from frontdesk.language import Language
from frontdesk.models.enums import (
    ActKind,
    Badge,
    Role,
    ValueClass,
    VehicleUse,
    VisitStatus,
    WorkKind,
)
from frontdesk.models.journal import AuditEntry
from frontdesk.models.visit import VisitItem
from frontdesk.services.audit.dto import Wanted
from frontdesk.services.audit.wording import detail_of
from frontdesk.services.registry import Services
from frontdesk.services.segments.inputs import Criteria
from frontdesk.services.segments.narrowing_dto import Narrowing
from frontdesk.services.visit_lists.dto import ListedVisit, VisitList, VisitSort
from frontdesk.texts import term
from frontdesk.texts.visit_lists import SORTS
from tests.factories import Make
from tests.reports.reading import bare, pages

_NOTHING = Decimal(0)


def _item(
    what: str,
    kind: WorkKind = WorkKind.REPAIR,
    declined: str | None = None,
    labour: int = 100,
    discount: int = 0,
    position: int = 0,
) -> VisitItem:
    return VisitItem(
        position=position,
        kind=kind,
        description=what,
        labour=Decimal(labour),
        quantity=Decimal(2),
        unit_price=Decimal("10.50"),
        discount=Decimal(discount),
        declined_why=declined,
    )


def _listed(services: Services, sort: VisitSort, back: int = 60) -> tuple[ListedVisit, ...]:
    today = services.desk.today
    found = services.visit_lists.list(VisitList(sort, today - timedelta(days=back), today))
    assert found.total == len(found.rows)
    return found.rows


@pytest.fixture
def repairs(services: Services, make: Make) -> tuple[str, str, str]:
    """A repair that came back twelve days later, the visit it came back with, and one that held."""
    then = services.desk.now - timedelta(days=20)
    customer = make.customer("张伟")
    car = make.vehicle(customer, plate="粤BD12345")
    first = make.visit(
        car, status=VisitStatus.HANDED_OVER, arrived_at=then, items=[_item("换刹车片")]
    )
    again = make.visit(
        car,
        status=VisitStatus.HANDED_OVER,
        arrived_at=then + timedelta(days=12),
        repeat_of_id=first,
        items=[_item("检查刹车", WorkKind.FREE_CHECK)],
    )
    held = make.visit(
        make.vehicle(make.customer("李娜")),
        status=VisitStatus.HANDED_OVER,
        arrived_at=then,
        items=[_item("换水泵", WorkKind.WARRANTY)],
    )
    return first, again, held


def test_work_that_was_not_wanted_is_told_with_why_and_what_it_would_have_come_to(
    services: Services, make: Make
) -> None:
    make.visit(items=[_item("更换轮胎")])
    declined = make.visit(
        items=[
            _item("更换空调滤芯", declined="下次再说", discount=20),
            _item("清洗节气门", declined="太贵", labour=50, position=1),
            _item("换机油", WorkKind.MAINTENANCE, position=2),
        ]
    )
    [row] = _listed(services, VisitSort.DECLINED_WORK)
    assert row.id == declined
    assert row.told == "更换空调滤芯 (下次再说) · 清洗节气门 (太贵)"
    # 100 + 2 × 10.50 − 20, and 50 + 2 × 10.50
    assert row.worth == Decimal("172.00")


def test_a_declined_order_is_told_with_its_reason_on_the_day_it_was_declined(
    services: Services, make: Make
) -> None:
    today = services.desk.today
    for days, reason in ((3, "嫌贵"), (90, "太久以前")):
        make.visit(
            status=VisitStatus.DECLINED,
            declined_on=today - timedelta(days=days),
            declined_reason=reason,
        )
    make.visit()
    [row] = _listed(services, VisitSort.NO_ORDER)
    assert (row.told, row.on, row.worth) == ("嫌贵", today - timedelta(days=3), None)


def test_what_came_back_names_the_repair_that_did_not_hold(
    services: Services, repairs: tuple[str, str, str]
) -> None:
    first, again, _ = repairs
    [row] = _listed(services, VisitSort.CAME_BACK)
    numbers = {each.id: each.number for each in _listed(services, VisitSort.ALL)}
    assert (row.id, row.other, row.days) == (again, numbers[first], 12)


def test_the_lists_behind_the_figure_are_what_it_counts(
    services: Services, repairs: tuple[str, str, str]
) -> None:
    first, again, held = repairs
    today = services.desk.today
    figure = services.intake.first_time_fix(today - timedelta(days=60), today).all
    counted, back = _listed(services, VisitSort.REPAIRS), _listed(services, VisitSort.NOT_FIXED)
    assert {row.id for row in counted} == {first, held}
    assert (figure.repairs, figure.repeated) == (len(counted), len(back)) == (2, 1)
    numbers = {each.id: each.number for each in _listed(services, VisitSort.ALL)}
    assert [(row.id, row.other, row.days) for row in back] == [(first, numbers[again], 12)]


def test_the_lists_of_the_figure_are_for_who_may_see_figures(
    make: Make, repairs: tuple[str, str, str]
) -> None:
    advisor = make.services(Role.SERVICE_ADVISOR)
    assert len(_listed(advisor, VisitSort.CAME_BACK)) == 1
    for sort in (VisitSort.REPAIRS, VisitSort.NOT_FIXED):
        with pytest.raises(PermissionDenied):
            _listed(advisor, sort)


def test_a_period_that_ends_before_it_begins_is_refused(services: Services) -> None:
    today = services.desk.today
    with pytest.raises(UserError):
        services.visit_lists.list(VisitList(VisitSort.ALL, today, today - timedelta(days=1)))


@pytest.mark.parametrize("language", Language)
def test_a_list_is_exported_whole_with_the_password_and_noted(
    services: Services, make: Make, language: Language
) -> None:
    from openpyxl import load_workbook

    for _ in range(3):
        make.visit(items=[_item("更换空调滤芯", declined="=下次再说")])
    today = services.desk.today
    wanted = VisitList(VisitSort.DECLINED_WORK, today, today, limit=1)
    with pytest.raises(ConfirmationNeeded):
        services.visit_lists.export(wanted, language)
    services.desk.confirmation.give()
    made = services.visit_lists.export(wanted, language)
    assert made.count == 3
    book = load_workbook(io.BytesIO(made.content))
    assert book.worksheets[1].max_row == 4
    assert all(cell.data_type != "f" for row in book.worksheets[1].rows for cell in row)
    with services.desk.read() as session:
        [noted] = session.query(AuditEntry).filter(AuditEntry.action == "visits.export")
    assert '"count": 3' in noted.detail
    assert "declined_work" in noted.detail


@pytest.mark.parametrize("language", Language)
def test_a_list_is_printed_whole_with_its_sums_and_the_copies_are_counted(
    services: Services, make: Make, language: Language
) -> None:
    for _ in range(2):
        make.visit(items=[_item("更换空调滤芯", declined="下次再说")])
    today = services.desk.today
    wanted = VisitList(VisitSort.DECLINED_WORK, today, today, limit=1)
    printed = [services.visit_lists.print_list(wanted, language) for _ in range(2)][-1]
    text = "".join(pages(printed.pdf))
    assert bare(SORTS["declined_work"].in_(language)) in text
    assert text.count("更换空调滤芯(下次再说)") == 2
    assert "242.00" in text  # twice 100 + 2 × 10.50
    assert printed.file_name == f"visits-declined_work-{today}-{today}.pdf"
    services.visit_lists.print_list(VisitList(VisitSort.ALL, today, today), language)
    assert [each["copy"] for each in _noted(services)] == [1, 2, 1]
    assert [each["count"] for each in _noted(services)] == [2, 2, 2]


def test_a_list_without_visits_is_printed_with_a_sentence_and_whose_it_is(
    services: Services,
) -> None:
    today = services.desk.today
    loyal = VisitList(VisitSort.NO_ORDER, today, today, Narrowing(value_class=ValueClass.A))
    chinese = "".join(pages(services.visit_lists.print_list(loyal, Language.ZH_CN).pdf))
    assert "此期间没有这类来店。" in chinese
    assert "A忠诚" in chinese
    english = "".join(pages(services.visit_lists.print_list(loyal, Language.EN).pdf))
    assert "Thereisnosuchvisitinthisperiod." in english


def test_the_printed_list_of_the_figure_says_the_figure(
    services: Services, repairs: tuple[str, str, str]
) -> None:
    today = services.desk.today
    wanted = VisitList(VisitSort.REPAIRS, today - timedelta(days=60), today)
    text = "".join(pages(services.visit_lists.print_list(wanted, Language.ZH_CN).pdf))
    assert "一次修复率50.0%：2次维修中1次没有返修" in text
    numbers = {each.id: each.number for each in _listed(services, VisitSort.ALL)}
    assert f"{numbers[repairs[1]]}12" in text
    some = replace(wanted, narrowing=Narrowing(value_class=ValueClass.A))
    told = "".join(pages(services.visit_lists.print_list(some, Language.ZH_CN).pdf))
    assert "一次修复率50.0%" not in told


def test_what_is_no_list_to_print_is_refused(
    services: Services, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.visit()
    today = services.desk.today
    wanted = VisitList(VisitSort.ALL, today, today)
    with pytest.raises(PermissionDenied):
        make.services(Role.SERVICE_ADVISOR).visit_lists.print_list(wanted, Language.EN)
    with pytest.raises(UserError):
        services.visit_lists.print_list(
            replace(wanted, last=today - timedelta(days=1)), Language.EN
        )
    monkeypatch.setattr("frontdesk.services.visit_lists.service.MOST_PRINTED", 0)
    with pytest.raises(UserError) as refused:
        services.visit_lists.print_list(wanted, Language.ZH_CN)
    assert refused.value.code == "visits.too_many"


@pytest.mark.parametrize("language", Language)
def test_the_trail_names_of_whom_a_list_was_printed_or_carried_out(
    services: Services, language: Language
) -> None:
    services.desk.confirmation.give()
    taxis = services.segments.make("营运", Criteria(uses=(VehicleUse.COMMERCIAL,)))
    today = services.desk.today
    asked = (
        (Narrowing(), None),
        (Narrowing(value_class=ValueClass.A), {"value_class": "a"}),
        (Narrowing(badge=Badge.FLEET), {"badge": "fleet"}),
        (Narrowing(segment=taxis), {"segment": "营运"}),
    )
    for narrowed, _ in asked:
        wanted = VisitList(VisitSort.ALL, today, today, narrowed)
        services.visit_lists.print_list(wanted, language)
        services.visit_lists.export(wanted, language)
    for action in ("visits.print", "visits.export"):
        kept = [each.get("wanted") for each in _noted(services, action)]
        assert kept == [whose for _, whose in asked]
    told = [
        bare(detail_of(entry, language, " "))
        for entry in services.audit.page(Wanted(kind=ActKind.PRINTED)).entries
    ]
    for words in (term(ValueClass.A, language), term(Badge.FLEET, language), "营运"):
        assert sum(bare(words) in each for each in told) == 1


def _noted(services: Services, action: str = "visits.print") -> list[dict[str, Any]]:
    with services.desk.read() as session:
        noted = session.query(AuditEntry).filter(AuditEntry.action == action)
        return [json.loads(entry.detail) for entry in noted.order_by(AuditEntry.sequence)]
