"""The table of the kinds of calls as a setting, and who sets the rules of calls."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from pydantic import TypeAdapter, ValidationError
from sqlalchemy import select

from frontdesk.errors import InputErrors, PermissionDenied
from frontdesk.models.call_kinds import by_kind, window_days
from frontdesk.models.enums import CallbackKind, Role
from frontdesk.models.journal import AuditEntry, Setting
from frontdesk.models.rules import Rules
from frontdesk.services.registry import Services
from frontdesk.services.rule_figures import values_of, with_values
from frontdesk.services.rule_table import FIGURES, NO_ROLE, Group, Unit, names_of
from frontdesk.services.settings import RULES_KEY, load_setting
from tests.factories import Make


def _kept(services: Services) -> Rules:
    with services.desk.read() as session:
        return load_setting(session, RULES_KEY, Rules, Rules())


def _put(services: Services, kept: dict[str, object]) -> None:
    with services.desk.write() as work:
        work.session.merge(Setting(key=RULES_KEY, value=json.dumps(kept)))


def _refused(values: dict[str, object]) -> dict[str | None, str]:
    with pytest.raises(InputErrors) as refused:
        with_values(Rules(), values)
    return {fault.field: fault.code for fault in refused.value.errors}


def _trail(services: Services) -> list[dict[str, object]]:
    with services.desk.read() as session:
        entries = session.scalars(
            select(AuditEntry.detail).where(AuditEntry.action == "setting.change")
        )
        return [json.loads(entry) for entry in entries]


def test_the_row_of_a_kind_of_call_is_three_figures() -> None:
    found = with_values(
        Rules(),
        {
            "priority_spot_check": 2,
            "role_first_maintenance": "sales_consultant",
            "role_after_service": Role.CS_MANAGER,
            "window_after_service": 5,
            "window_complaint_follow_up": 1,
        },
    )
    rows = by_kind(found.call_kinds)

    # Two kinds may be alike: then the call whose last day comes first is made first.
    assert rows[CallbackKind.SPOT_CHECK].priority == rows[CallbackKind.AFTER_SERVICE].priority == 2
    assert rows[CallbackKind.FIRST_MAINTENANCE].default_role is Role.SALES_CONSULTANT
    assert rows[CallbackKind.AFTER_SERVICE].default_role is Role.CS_MANAGER
    assert window_days(CallbackKind.AFTER_SERVICE, found) == 5
    assert window_days(CallbackKind.NEW_CAR, found) == 3
    assert with_values(found, values_of(Rules())) != found
    assert values_of(with_values(found, values_of(Rules()))) == values_of(Rules())


def test_a_role_that_may_not_make_such_calls_is_refused() -> None:
    assert _refused({"role_after_service": Role.SALES_MANAGER}) == {
        "role_after_service": "rule.role"
    }
    assert _refused({"role_after_service": NO_ROLE}) == {"role_after_service": "rule.role"}
    assert _refused({"role_first_maintenance": None}) == {"role_first_maintenance": "rule.role"}
    # Where only one role makes the calls there is nothing to choose.
    assert "role_complaint_follow_up" not in FIGURES


def test_what_an_older_store_kept_for_several_kinds_goes_on_holding() -> None:
    older = replace(Rules(), callback_window_days=6)
    assert [values_of(older)[f"window_{kind}"] for kind in ("after_service", "spot_check")] == [
        6,
        6,
    ]

    later = with_values(older, {"priority_new_car": 9, "window_new_car": 2})

    days = {kind: window_days(kind, later) for kind in CallbackKind}
    assert days[CallbackKind.NEW_CAR] == 2
    assert days[CallbackKind.AFTER_SERVICE] == days[CallbackKind.SPOT_CHECK] == 6


def test_a_store_without_the_table_or_with_rows_of_a_newer_one_loads(services: Services) -> None:
    kept = json.loads(TypeAdapter(Rules).dump_json(replace(Rules(), amber_percent=60)))
    rows = kept.pop("call_kinds")
    _put(services, kept)
    assert _kept(services) == replace(Rules(), amber_percent=60)

    rows[0]["priority"] = 50
    newer = {"kind": "birthday", "priority": 3, "default_role": None, "window_days": 1}
    _put(services, kept | {"call_kinds": [newer, *rows, newer]})
    found = _kept(services)
    assert by_kind(found.call_kinds)[CallbackKind.COMPLAINT_FOLLOW_UP].priority == 50
    assert len(found.call_kinds) == len(CallbackKind)
    assert found.amber_percent == 60

    _put(services, kept | {"amber_percent": "much"})
    with pytest.raises(ValidationError):
        _kept(services)


@pytest.mark.parametrize("group", Group)
@pytest.mark.parametrize("role", Role)
def test_who_sets_which_group(make: Make, role: Role, group: Group) -> None:
    """The CS manager sets what the CS department answers for, the administrator everything."""
    theirs = make.services_of(make.staff(role))
    name = next(each for each in names_of(group) if FIGURES[each].unit is not Unit.SPAN)
    value = {name: values_of(Rules())[name]}
    calls = group in (Group.CALLBACKS, Group.KINDS)
    if role is Role.ADMINISTRATOR or (role is Role.CS_MANAGER and calls):
        assert theirs.settings.change_rules(value) == theirs.settings.kept_rules()
        assert [entry["before"] for entry in _trail(theirs)] == [{}]
    else:
        with pytest.raises(PermissionDenied):
            theirs.settings.change_rules(value)
        assert _trail(theirs) == []


def test_what_is_not_theirs_is_refused_with_all_the_rest(make: Make) -> None:
    theirs = make.services_of(make.staff(Role.CS_MANAGER))
    with pytest.raises(PermissionDenied):
        theirs.settings.change_rules({"spot_sample": 5, "complaint_hours": 30})
    assert theirs.settings.kept_rules() == Rules()
