"""The figures in force and the dealership's profile: checked as a whole, kept with their trail."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from frontdesk.errors import InputErrors, UserError
from frontdesk.language import Language
from frontdesk.models.call_outcomes import by_outcome
from frontdesk.models.enums import CallOutcome
from frontdesk.models.journal import AuditEntry
from frontdesk.models.rules import CallHours, Rules
from frontdesk.services.desk import Profile
from frontdesk.services.registry import Services
from frontdesk.services.rule_figures import values_of, with_values
from frontdesk.services.rule_table import (
    FIGURES,
    OF_KINDS,
    OF_OUTCOMES,
    SPANS,
    Group,
    Unit,
    names_of,
)
from frontdesk.services.settings import RULES_KEY, load_setting
from frontdesk.texts.rules import GROUPS, UNITS, rule_name
from tests.factories import Make

PLANNED = tuple(
    f"{step}_minutes" for step in ("judge", "opinion", "approve", "dispatch", "follow_up")
)
STAGES = ("routine_second_day", "routine_questionnaire_day", "routine_last_day")
UNCOUNTED = {Unit.SPAN, Unit.SWITCH, Unit.DATES, Unit.ROLE}
PLAIN = [name for name, figure in FIGURES.items() if figure.unit not in UNCOUNTED]


def _kept(services: Services) -> Rules:
    with services.desk.read() as session:
        return load_setting(session, RULES_KEY, Rules, Rules())


def _refused(values: dict[str, object], rules: Rules | None = None) -> dict[str | None, str]:
    with pytest.raises(InputErrors) as refused:
        with_values(rules or Rules(), values)
    return {fault.field: fault.code for fault in refused.value.errors}


def test_every_figure_of_the_trade_can_be_set() -> None:
    tables = (*OF_OUTCOMES, *OF_KINDS)
    shown = {name for name in FIGURES if not name.startswith(tables)} - set(SPANS)
    told_by_tables = {"call_hours", "call_outcomes", "call_kinds", "callback_window_days"}

    assert shown | told_by_tables == {field.name for field in fields(Rules)}
    assert sorted(name for group in Group for name in names_of(group)) == sorted(FIGURES)


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_is_named_in_both_languages(name: str) -> None:
    figure = FIGURES[name]
    for language in Language:
        assert rule_name(name).in_(language).strip()
        assert GROUPS[figure.group].in_(language).strip()
    assert UNITS[figure.unit].zh or figure.unit in UNCOUNTED | {Unit.PLACE}


def test_no_two_figures_of_a_group_have_the_same_name() -> None:
    for language in Language:
        for group in Group:
            shown = [rule_name(name).in_(language) for name in names_of(group)]
            assert len(set(shown)) == len(shown)


def test_the_shipped_figures_pass_their_own_check() -> None:
    assert with_values(Rules(), values_of(Rules())) == Rules()


@pytest.mark.parametrize("name", PLAIN)
def test_a_figure_past_its_bounds_is_refused_beside_it(name: str) -> None:
    figure = FIGURES[name]

    assert _refused({name: figure.least - 1}) == {name: "rule.range"}
    assert _refused({name: figure.most + 1}) == {name: "rule.range"}
    assert _refused({name: None}) == {name: "rule.missing"}


@given(
    figures=st.fixed_dictionaries(
        {name: st.integers(FIGURES[name].least, FIGURES[name].most) for name in PLAIN}
    )
)
def test_figures_within_their_bounds_and_in_order_are_taken_as_they_are(
    figures: dict[str, int],
) -> None:
    ordered = sorted(figures[name] for name in PLANNED)
    figures |= dict(zip(PLANNED, ordered, strict=True))
    figures["complaint_hours"] = max(figures["complaint_hours"], -(-ordered[-1] // 60))

    days = sorted({*(figures[name] for name in STAGES), 1, 27, 14})[:3]
    figures |= dict(zip(STAGES, days, strict=True))

    below, above = sorted(figures[name] for name in ("incentive_below", "incentive_above"))
    figures |= {"incentive_below": below, "incentive_above": above}

    taken = values_of(with_values(Rules(), figures))

    assert {name: taken[name] for name in figures} == figures


def test_several_faults_are_said_at_once() -> None:
    assert _refused({"amber_percent": 0, "complaint_hours": None, "return_hours": 12}) == {
        "amber_percent": "rule.range",
        "complaint_hours": "rule.missing",
    }


def test_no_step_is_planned_before_the_one_ahead_of_it() -> None:
    assert _refused({"approve_minutes": 120}) == {"approve_minutes": "rule.order"}
    assert _refused({"complaint_hours": 12}) == {"follow_up_minutes": "rule.after_loop"}


@pytest.mark.parametrize(
    ("first", "second", "fault"),
    [
        ((11, 10), (15, 17), {"call_hours_1": "rule.span_reversed"}),
        ((10, 10), (15, 17), {"call_hours_1": "rule.span_reversed"}),
        ((9, 12), (11, 17), {"call_hours_2": "rule.spans_overlap"}),
        (None, None, {"call_hours_1": "rule.span_missing"}),
    ],
)
def test_call_hours_that_cannot_be(
    first: tuple[int, int] | None, second: tuple[int, int] | None, fault: dict[str, str]
) -> None:
    assert _refused({"call_hours_1": _span(first), "call_hours_2": _span(second)}) == fault


def test_one_span_of_call_hours_is_enough_and_two_stand_in_order() -> None:
    one = with_values(Rules(), {"call_hours_2": None})
    assert one.call_hours == (CallHours(time(10, 30), time(11, 30)),)

    two = with_values(one, {"call_hours_2": _span((8, 9))})
    assert [span.start for span in two.call_hours] == [time(8), time(10, 30)]


def test_a_switch_is_on_or_off() -> None:
    assert with_values(Rules(), {"thank_after_call": False}).thank_after_call is False
    assert _refused({"thank_after_call": 1}) == {"thank_after_call": "rule.missing"}


def test_the_pause_after_an_outcome_is_a_figure_too() -> None:
    found = with_values(Rules(), {"retry_busy": 45})

    assert by_outcome(found.call_outcomes)[CallOutcome.BUSY].retry_minutes == 45
    assert found.call_outcomes != Rules().call_outcomes
    assert replace(found, call_outcomes=Rules().call_outcomes) == Rules()


def test_what_an_outcome_asks_for_and_counts_as_is_set_too() -> None:
    found = with_values(Rules(), {"note_used_elsewhere": False, "reached_rejected": True})
    rows = by_outcome(found.call_outcomes)
    assert not rows[CallOutcome.USED_ELSEWHERE].needs_note
    assert rows[CallOutcome.REJECTED].reached
    assert values_of(found) == values_of(Rules()) | {
        "note_used_elsewhere": False,
        "reached_rejected": True,
    }
    # What is said of a sold car goes into the file.
    assert "note_car_sold" not in FIGURES


def test_the_routine_calls_keep_their_order() -> None:
    later: dict[str, object] = {"routine_second_day": 7, "routine_last_day": 6}
    assert _refused(later) == {
        "routine_questionnaire_day": "rule.stages",
        "routine_last_day": "rule.stages",
    }
    moved = with_values(Rules(), {"routine_second_day": 5, "routine_questionnaire_day": 10})
    assert (moved.routine_second_day, moved.routine_questionnaire_day) == (5, 10)


def test_a_changed_figure_is_in_force_at_once_and_kept(services: Services) -> None:
    services.settings.change_rules({"complaint_hours": 30, "retry_busy": 45})

    assert services.settings.rules().complaint_hours == 30
    assert _kept(services) == services.settings.rules()


def test_a_shorter_loop_makes_the_next_complaint_due_sooner(services: Services, make: Make) -> None:
    services.settings.change_rules({"complaint_hours": 23})
    ticket = make.complaint()

    clock = services.complaints.open(ticket).clocks.loop
    assert clock.limit == timedelta(hours=23)


def test_what_another_desk_changed_stays_changed(services: Services, make: Make) -> None:
    other = make.services_of(services.desk.actor)
    other.settings.change_rules({"amber_percent": 60})

    services.settings.change_rules({"complaint_hours": 30})

    assert (_kept(services).amber_percent, _kept(services).complaint_hours) == (60, 30)
    assert services.desk.rules == _kept(services)


def test_a_refused_change_leaves_everything_as_it_was(services: Services) -> None:
    with pytest.raises(InputErrors):
        services.settings.change_rules({"complaint_hours": 30, "amber_percent": 200})

    assert services.desk.rules == Rules()
    assert _kept(services) == Rules()
    assert _trail(services) == []


def test_the_trail_names_what_was_and_what_is(services: Services) -> None:
    services.settings.change_rules({"amber_percent": 60, "complaint_hours": 24})
    services.settings.save_profile(Profile(name="远航汽车", address="人民路 1 号"))

    assert _trail(services) == [
        {"before": {"amber_percent": 75}, "after": {"amber_percent": 60}},
        {
            "before": {"name": "远航汽车服务", "address": ""},
            "after": {"name": "远航汽车", "address": "人民路 1 号"},
        },
    ]


def test_the_profile_is_tidied(services: Services) -> None:
    kept = services.settings.save_profile(Profile(name="  远航\n汽车 ", service_phone=" 400 "))

    assert kept == Profile(name="远航 汽车", service_phone="400")
    assert services.settings.profile() == kept


@pytest.mark.parametrize(
    ("profile", "field"),
    [
        (Profile(name="  "), "dealership"),
        (Profile(name="远航", address="路" * 121), "address"),
        (Profile(name="远航", rescue_phone="4" * 31), "rescue_phone"),
    ],
)
def test_a_profile_that_cannot_be_is_refused_beside_its_field(
    services: Services, profile: Profile, field: str
) -> None:
    with pytest.raises(UserError) as refused:
        services.settings.save_profile(profile)

    assert refused.value.field == field
    assert services.desk.profile.name == "远航汽车服务"


def test_the_save_drops_the_drafts_of_its_own_form_only(services: Services) -> None:
    services.drafts.keep("settings.rules.complaints", "", {"amber_percent": "6"})
    services.drafts.keep("settings.rules.visits", "", {"repeat_repair_km": "9"})
    services.drafts.keep("settings.profile", "", {"address": "人民"})

    services.settings.change_rules({"amber_percent": 60})
    services.settings.save_profile(Profile(name="远航"))

    assert [draft.form for draft in services.drafts.all()] == ["settings.rules.visits"]


def test_the_data_is_found_sound_or_damaged(services: Services) -> None:
    place = services.data.place()
    assert place.folder == str(services.desk.store.folder.root)
    assert place.size > 0
    assert place.backup_at is None
    assert services.data.check().sound

    with services.desk.store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    file = services.desk.store.folder.database
    content = bytearray(file.read_bytes())
    content[-2000] ^= 0xFF
    file.write_bytes(content)

    found = services.data.check()
    assert not found.sound
    assert found.faults


def _span(hours: tuple[int, int] | None) -> CallHours | None:
    return None if hours is None else CallHours(time(hours[0]), time(hours[1]))


def _trail(services: Services) -> list[dict[str, object]]:
    with services.desk.read() as session:
        entries = session.scalars(
            select(AuditEntry.detail)
            .where(AuditEntry.action == "setting.change")
            .order_by(AuditEntry.sequence)
        )
        return [json.loads(entry) for entry in entries]


def test_days_are_kept_and_none_is_both_closed_and_worked(services: Services) -> None:
    day, other = date(2026, 10, 10), date(2026, 12, 31)
    services.settings.change_rules({"closed_days": (other,), "extra_workdays": (day,)})
    kept = _kept(services)
    assert (kept.closed_days, kept.extra_workdays) == ((other,), (day,))
    assert _refused({"closed_days": (day,)}, kept) == {
        "extra_workdays": "rule.both_closed_and_open"
    }
    assert _refused({"closed_days": "2026-10-10"}) == {"closed_days": "rule.missing"}
    many = tuple(day + timedelta(days=n) for n in range(61))
    assert _refused({"closed_days": many}) == {"closed_days": "rule.many_dates"}
