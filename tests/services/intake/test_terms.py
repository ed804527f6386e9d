"""The terms on the intake sheet: the house's own words, and old sheets keep those of their day."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from frontdesk.clock import FixedClock
from frontdesk.errors import Conflict, InputErrors, PermissionDenied, UserError
from frontdesk.language import Language
from frontdesk.models.enums import Role
from frontdesk.models.journal import AuditEntry, Setting
from frontdesk.services.intake.terms import MOST, SHIPPED_TERMS, Terms
from frontdesk.services.registry import Services
from tests.factories import Make
from tests.reports.reading import bare, pages
from tests.services.intake.kit import given

ZH, EN = Language.ZH_CN, Language.EN


def _sheet(services: Services, visit_id: str, language: Language = ZH) -> str:
    return "".join(pages(services.intake.print_sheet(visit_id, language).pdf))


def test_the_shipped_terms_say_the_same_in_both_languages_and_stand_on_the_sheet(
    services: Services, make: Make
) -> None:
    assert len(SHIPPED_TERMS.zh) == len(SHIPPED_TERMS.en) >= 5
    assert services.terms.terms() == SHIPPED_TERMS
    visit = services.intake.register(given(services, make.vehicle()))
    for language in (ZH, EN):
        said = _sheet(services, visit, language)
        for number, term in enumerate(SHIPPED_TERMS.in_(language), 1):
            assert bare(f"{number}. {term}") in said


def test_a_reprint_shows_the_terms_of_the_day_the_car_came(
    services: Services, make: Make, clock: FixedClock
) -> None:
    old = services.intake.register(given(services, make.vehicle()))
    clock.move(timedelta(hours=1))
    services.terms.keep("旧件当面交还。\n\n停车三日后收费。", "Parts are returned.\nParking costs.")
    clock.move(timedelta(hours=1))
    new = services.intake.register(given(services, make.vehicle()))
    clock.move(timedelta(days=40))
    services.terms.keep("只有一条。", "One only.")

    assert bare(f"1. {SHIPPED_TERMS.zh[0]}") in _sheet(services, old)
    said = _sheet(services, new)
    assert bare("1. 旧件当面交还。") in said
    assert bare("2. 停车三日后收费。") in said
    assert "只有一条" not in said
    assert bare("2. Parking costs.") in _sheet(services, new, EN)


def test_terms_no_car_came_under_make_room_for_the_next(
    services: Services, make: Make, clock: FixedClock
) -> None:
    clock.move(timedelta(days=1))
    for words in ("甲。", "乙。", "丙。"):
        clock.move(timedelta(minutes=5))
        services.terms.keep(words, "One.")
    visit = services.intake.register(given(services, make.vehicle()))
    assert bare("1. 丙。") in _sheet(services, visit)
    with services.desk.read() as session:
        kept = session.get_one(Setting, "intake_terms").value
    assert "丙" in kept
    assert "甲" not in kept


@pytest.mark.parametrize(
    ("zh", "en", "code", "field"),
    [
        (" \n ", "One.", "terms.missing", "zh"),
        ("一。", "", "terms.missing", "en"),
        ("一。\n" * (MOST + 1), "One.", "terms.many", "zh"),
        ("字" * 201, "One.", "terms.long", "zh"),
        ("一。", "x" * 401, "terms.long", "en"),
        ("一。\n二。", "One.", "terms.uneven", "en"),
    ],
)
def test_what_would_not_do_on_paper_is_refused_beside_its_language(
    services: Services, zh: str, en: str, code: str, field: str
) -> None:
    with pytest.raises(UserError) as refused:
        services.terms.keep(zh, en)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert services.terms.terms() == SHIPPED_TERMS


def test_both_languages_are_told_at_once(services: Services) -> None:
    with pytest.raises(InputErrors) as refused:
        services.terms.preview("", "", ZH)
    assert [each.field for each in refused.value.errors] == ["zh", "en"]


def test_who_saves_second_is_told(services: Services) -> None:
    seen = services.terms.terms()
    services.terms.keep("一。", "One.", seen)
    with pytest.raises(Conflict):
        services.terms.keep("二。", "Two.", seen)
    # The same words again are no conflict: the first answer may have been lost.
    assert services.terms.keep("一。", "One.", seen) == Terms(("一。",), ("One.",))


def test_the_preview_keeps_nothing_and_tells_what_the_sheet_takes(services: Services) -> None:
    short = services.terms.preview("一。", "One.", EN)
    assert short.pages == 1
    assert bare("1. One.") in pages(short.form.pdf)[0]
    long = services.terms.preview("\n".join(["字" * 200] * MOST), "\n".join(["x"] * MOST), ZH)
    assert long.pages == len(pages(long.form.pdf)) > 1
    assert services.terms.terms() == SHIPPED_TERMS


def test_a_blank_sheet_for_a_power_cut_has_the_terms_and_is_noted(
    services: Services, make: Make
) -> None:
    services.terms.keep("断电也有效。", "Holds without power.")
    advisor = make.services(Role.SERVICE_ADVISOR)
    assert bare("1. 断电也有效。") in pages(advisor.terms.print_blank(ZH).pdf)[0]
    with services.desk.read() as session:
        newest = select(AuditEntry.action).order_by(AuditEntry.sequence.desc()).limit(1)
        assert session.scalar(newest) == "visit.print_blank"


def test_only_who_keeps_the_settings_writes_terms(make: Make) -> None:
    advisor = make.services(Role.SERVICE_ADVISOR)
    with pytest.raises(PermissionDenied):
        advisor.terms.keep("一。", "One.")
    assert make.services(Role.ADMINISTRATOR).terms.keep("一。", "One.").zh == ("一。",)
