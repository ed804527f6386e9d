"""Every form of the window has a draft, or a reason why it has none: also one added later."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.faults.draft_forms import FORMS

_UI = Path(__file__).parent.parent.parent / "frontdesk" / "ui"
_INPUTS = {"QLineEdit", "QPlainTextEdit", "QTextEdit", "QSpinBox", "QInputDialog"}

KEPT: dict[str, tuple[str, ...]] = {
    "customers.customer_form.CustomerForm": ("customer", "new customer"),
    "customers.background_form.BackgroundForm": ("background",),
    "customers.vehicle_form.VehicleForm": ("vehicle", "new vehicle"),
    "customers.past.Past": ("customer note",),
    "intake.intake_form.IntakeForm": ("intake", "intake items"),
    "intake.booking_form.BookingForm": ("booking",),
    "intake.new_car_form.NewCarForm": ("new car",),
    "intake.change_form.ChangeForm": ("visit change",),
    "intake.decline_form.DeclineForm": ("visit decline",),
    "intake.words_form.WordsForm": ("visit words",),
    "intake.hand_over_form.HandOverForm": ("hand-over",),
    "intake.prices_form.PriceForm": ("price",),
    "complaints.register_form.RegisterForm": ("complaint",),
    "complaints.incoming_caller.CallerPanel": ("incoming call",),
    "complaints.incoming_say.SayCard": ("incoming call",),
    "complaints.step_form.StepForm": ("complaint step", "complaint remark"),
    "complaints.after_form.AfterForm": ("complaint action",),
    "callbacks.absence_card.AbsenceCard": ("days off",),
    "callbacks.attempt_form.AttemptForm": ("call attempt",),
    "callbacks.end_form.EndForm": ("call end",),
    "callbacks.lists_form.ListForm": ("call list",),
    "customers.classes_part.ClassesSection": ("class measures",),
    "customers.segments_form.SegmentForm": ("segment",),
    "callbacks.routine_note.RoutineNote": ("routine check",),
    "callbacks.checks_card.CheckCard": ("spot verdict",),
    "callbacks.say_panel.SayPanel": ("call reason",),
    "callbacks.call_view.CallView": ("call note",),
    "callbacks.ticket_panel.TicketPanel": ("call note",),
    "callbacks.report_view.ReportView": ("conclusions",),
    "callbacks.paper_part.EntryForm": ("call from paper",),
    "statistics.view.StatisticsView": ("measures",),
    "settings.account_card.AccountCard": ("account",),
    "settings.rules.RulesSection": ("rules",),
    "settings.dealership.DealershipSection": ("dealership",),
    "settings.categories.CategoriesSection": ("category",),
    "settings.terms.TermsSection": ("terms",),
    "scripts.messages_section.MessageTextsSection": ("message texts",),
    "scripts.document.Document": ("script",),
    "scripts.step_form.StepForm": ("script",),
    "scripts.step_form.TitleForm": ("script",),
    "scripts.step_form.CuesForm": ("script",),
    "scripts.answers_box.AnswersBox": ("script",),
}
"""Where a form is made → how it is reached in ``tests/faults/draft_forms.py``.

Who calls and what is answered in an incoming call are kept with its registration; the ticket of a
callback and the answer to its question with that call, as its note is; step, answer and cues of a
script with the whole of it. The second form of an
account holds passwords only, the period of the statistics chooses what is shown.
"""

NOT_KEPT = {
    "settings.my_account.MyAccountSection": "passwords",
    "settings.this_pc.ThisPcSection": "both choices hold at once",
    "setup.founding.FoundingForm": "there is no store yet to keep it in",
    "shell.recover.RecoverPage": "code and passwords, and nobody is signed in",
    "shell.own_password.OwnPassword": "passwords, and nobody is signed in",
    "shell.repair_view.RepairView": "the store cannot be opened; the recovery code is no draft",
    "callbacks.checks_draw.DrawPanel": "what is to be drawn, which changes no record",
    "callbacks.keepers_card.KeepersCard": "two names, chosen and agreed to at once",
    "customers.class_window.ClassWindow": "one class and its reason, told and done at once",
    "customers.merge_window.MergeWindow": "a search; the comparison writes",
    "customers.owner_window.OwnerWindow": "a search and a day, told and done at once",
    "intake.photo_why.PhotoWhy": "why a photo is withdrawn, said at once",
    "intake.wrong_numbers.WrongNumber": "one number, told and corrected at once",
    "callbacks.paper_part.PrintCard": "what is to be printed, which changes no record",
    "statistics.period_chooser.PeriodChooser": "the period that is shown",
    "audit.filter_row.FilterRow": "a filter of the list",
    "settings.second_place.SecondPlaceCard": "one path, chosen from a window and held at once",
    "shell.sign_in.SignInPage": "the password, and nobody is signed in",
    "callbacks.queue_tools.QueueTools": "a filter of the queue",
    "shell.search_box.SearchBox": "a search, not a record",
    "customers.list_pane.ListPane": "a filter of the list",
    "customers.personal_part.PersonalSection": "a search, not a record",
    "complaints.evidence_panel.EvidencePanel": "why a file is withdrawn, said at once",
    "complaints.sheet_window.SheetWindow": "the number on a sheet, answered at once",
}
"""Where else is typed, and why it is not kept."""


def _places() -> Iterator[tuple[str, str]]:
    """Each class of the window that is a form, makes one, or makes a bare input; and which."""
    for path in sorted(_UI.rglob("*.py")):
        area = path.relative_to(_UI).with_suffix("").as_posix().replace("/", ".")
        if area.startswith("kit."):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                for made in _made(node):
                    yield f"{area}.{node.name}", made


def _made(node: ast.ClassDef) -> Iterator[str]:
    for base in node.bases:
        if isinstance(base, ast.Name) and base.id in {"FormPanel", *_INPUTS}:
            yield base.id
    for each in ast.walk(node):
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name):
            name = each.func.id
            if name == "FormPanel" or name in _INPUTS:
                yield name


def test_every_form_has_a_draft_or_a_reason() -> None:
    found = {place for place, _ in _places()}
    known = KEPT.keys() | NOT_KEPT.keys()
    missing = sorted(found - known)
    assert missing == [], "give these forms a DraftKeeper and a way to reach them, or a reason"
    assert sorted(known - found) == [], "these are no forms any more"


def test_every_kept_form_is_killed_in_the_long_run() -> None:
    reached = {name for names in KEPT.values() for name in names}
    assert reached == set(FORMS)
