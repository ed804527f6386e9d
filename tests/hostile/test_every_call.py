"""No service call that takes text is forgotten: it has its hostile cases, or a reason why not."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from frontdesk.errors import InputErrors, UserError
from frontdesk.services.registry import Services
from scripts import permissions
from tests.hostile.calls import FORMS
from tests.hostile.cases import check_refusal
from tests.hostile.leaves import holds_text
from tests.hostile.making import made
from tests.hostile.strategies import MARKUP, PATHS, QUERIES, WORST

CALLS = dict(permissions.calls())
TRIED = {form.name.partition(":")[0] for form in FORMS}

_SECRET = "passwords and codes are compared or hashed, never kept or shown"
ELSEWHERE: dict[str, str] = {
    "customers.timeline": "goes on where a page ended; what is typed nowhere is no text",
    "call_lists.count": "checks the words as call_lists.make does, and keeps nothing",
    "terms.preview": "checks the words as terms.keep does, and keeps nothing",
    "prices.take": "keeps the lines of a sheet as prices.save does",
    **dict.fromkeys(
        ("segments.count", "segments.export", "segments.members", "segments.print_list"),
        "checks the words as segments.make does, and keeps nothing of them but in the trail",
    ),
    "evidence.add_many": "keeps each file as evidence.add does, and tells its refusal",
    "settings.change_rules": "figures are numbers, spans and roles; a text is refused (below)",
    "intake.propose_repeat": "compares a defect and kilometres with what reception was begun with",
    "intake.remark_mileage": "reads a number and a day of what reception was begun with",
    **dict.fromkeys(
        (
            "accounts.change_password",
            "accounts.confirm",
            "accounts.recovery_sheet",
            "accounts.reset_password",
        ),
        _SECRET,
    ),
}
"""Calls that take text and have no hostile cases of their own, and why they need none."""

LOOKED_UP = (
    *("call_figures.approve", "call_figures.behind", "call_figures.calls"),
    *("call_figures.print_record", "call_figures.print_report"),
    *("after.actions", "after.of", "after.open_actions", "after.penalties", "backups.prove"),
    *(
        "callbacks.assign",
        "callbacks.enter_from_paper",
        "callbacks.go_on",
        "callbacks.hold",
        "callbacks.look",
        "callbacks.open",
        "callbacks.park",
        "callbacks.queue",
        "callbacks.reveal_phone",
        "callbacks.take_along",
    ),
    *("call_lists.close", "call_lists.members"),
    *("categories.order", "categories.remove", "categories.retire"),
    *("classes.mark_leader", "classes.of", "segments.end", "segments.named"),
    *("complaints.begin", "complaints.earlier", "complaints.list", "complaints.open"),
    *("complaints.print_form", "customers.duplicates", "customers.list", "customers.open"),
    *("customers.reveal_identity", "customers.reveal_phones", "customers.take_over"),
    *("customers.flag_note", "customers.take_back"),
    *("drafts.discard", "drafts.last_change", "drafts.offered"),
    *("sharing.calls_of", "sharing.give_customers", "sharing.move", "sharing.takers"),
    *("sharing.pass_on_customers", "sharing.withdraw_absence"),
    *("scripts.export", "scripts.open", "scripts.publish", "scripts.read_file"),
    *("outbox.copy", "outbox.mark_sent", "outbox.withdraw", "routine.find", "routine.open"),
    *("routine.print_sheet", "spot_checks.candidates", "spot_checks.draw"),
    *("routine.cars", "spot_checks.draw_by_hand"),
    *("personal_data.copy", "personal_data.erase", "personal_data.erase_outlived"),
    *("personal_data.find", "personal_data.preview"),
    *("exchange.choose_folder", "exchange.undo"),
    *("merging.made", "merging.merge", "merging.not_the_same", "merging.preview", "merging.undo"),
    *("merging.merge_cars", "merging.preview_cars"),
    *("visit_lists.export", "visit_lists.list", "visit_lists.print_list"),
    *("drafts.turn", "evidence.content", "evidence.export", "evidence.list", "evidence.mark"),
    *("evidence.thumbnail", "evidence.view", "incoming.begin", "intake.agree", "intake.cars"),
    *("intake.find_number", "intake.list", "intake.no_show", "intake.open", "intake.prepare"),
    *("intake.prepare_hand_over", "intake.print_intake", "intake.print_sheet", "intake.ready"),
    *("appointments.already", "appointments.mark_missed", "appointments.move"),
    "appointments.expect_again",
    *("appointments.board", "appointments.remarks", "outbox.list", "spot_checks.list"),
    *("intake.begin_visit", "intake.forget_phrase", "intake.phrases"),
    *("intake.print_change", "intake.print_hand_over"),
    *("prices.find", "prices.page", "prices.preview"),
    *("intake.start_work", "proofs.make", "search.find", "statistics.approve"),
    *("statistics.changed_since", "statistics.list_behind", "statistics.print_report"),
)
"""Each is asked for what is not there below: a sentence or an empty answer, nothing else."""


def _takes_text(call: Callable[..., Any]) -> bool:
    hints = get_type_hints(call)
    hints.pop("return", None)
    return any(holds_text(kind) for kind in hints.values())


def test_every_call_that_takes_text_is_tried_or_says_why_not() -> None:
    taking = {name for name, call in CALLS.items() if _takes_text(call)}
    forgotten = taking - TRIED - ELSEWHERE.keys() - set(LOOKED_UP)
    assert forgotten == set(), "give each a form in tests/hostile/calls.py"


def test_no_call_is_excused_that_is_gone_or_tried() -> None:
    excused = ELSEWHERE.keys() | set(LOOKED_UP)
    assert excused - CALLS.keys() == set()
    assert excused & TRIED == set()


@pytest.mark.parametrize("name", LOOKED_UP)
def test_what_is_not_there_is_not_found(services: Services, tmp_path: Path, name: str) -> None:
    service, _, method = name.partition(".")
    call = getattr(getattr(services, service), method)
    words = (*WORST, *MARKUP[:2], *QUERIES[:4], *PATHS[:4], "x" * 100_000)
    for word in words:
        services.desk.confirmation.give()
        arguments = {
            key: made(kind, lambda: word, tmp_path / "out")  # noqa: B023
            for key, (kind, needed) in _parameters(call).items()
            if needed or holds_text(kind)
        }
        try:
            call(**arguments)
        except UserError as error:
            check_refusal(error, own_field=False)


@pytest.mark.parametrize("word", WORST)
def test_no_text_becomes_a_figure(services: Services, word: str) -> None:
    with pytest.raises(InputErrors) as refused:
        services.settings.change_rules({"idle_lock_minutes": word, "role_new_car": word})
    assert {fault.field for fault in refused.value.errors} == {"idle_lock_minutes", "role_new_car"}
    check_refusal(refused.value, own_field=True)


def _parameters(call: Callable[..., Any]) -> dict[str, tuple[Any, bool]]:
    hints = get_type_hints(call)
    return {
        name: (hints[name], about.default is about.empty)
        for name, about in inspect.signature(call).parameters.items()
    }
