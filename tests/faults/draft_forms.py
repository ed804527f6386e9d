"""Every form a person types into and saves: how it is reached in the window, and its draft."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

from frontdesk.clock import FixedClock
from frontdesk.models.enums import Role, VisitStatus
from frontdesk.services.accounts.opening import FirstManager, found_dealership
from frontdesk.services.desk import Profile
from frontdesk.services.registry import Services
from frontdesk.store.files import DataFolder
from tests.factories import Make
from tests.faults import draft_calls
from tests.faults.draft_reach import editor, go

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from frontdesk.ui.shell.desk_view import DeskView

LOGIN, PASSWORD = "manager", "Leuchtturm-7-Reception"
_ZONE = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Ids:
    """The records the forms are about."""

    customer: str
    vehicle: str
    working: str
    ready: str
    ticket: str
    call: str
    sold: str
    check: str


@dataclass(frozen=True, slots=True)
class TypedForm:
    """One form. ``reach`` brings it on screen step by step, as often as it is called, and gives
    the widget to type into once it is there. ``read`` finds the typed text in what was kept.
    """

    draft: str
    subject: Callable[[Ids], str]
    reach: Callable[[DeskView, Ids], QWidget | None]
    field: str
    read: Callable[[str], str] = str
    hour: int = 11
    letters: str = "abcdefghijklmnopqrstuvwxyz "


def clock(hour: int) -> FixedClock:
    """A Thursday; it stands still."""
    return FixedClock(datetime(2026, 11, 19, hour, tzinfo=_ZONE), _ZONE)


def found(root: Path) -> Ids:
    """A dealership with one of each record, whose manager has every role."""
    first = FirstManager(LOGIN, "韩总", PASSWORD, roles=frozenset(Role))
    folder = DataFolder(root)
    services = found_dealership(folder, Profile(name="远航汽车服务"), first, clock(11)).services
    make = Make(services.desk)
    customer = make.customer("张伟")
    vehicle = make.vehicle(customer)
    ids = Ids(
        customer,
        vehicle,
        make.visit(make.vehicle(customer), status=VisitStatus.IN_WORKSHOP),
        make.visit(make.vehicle(customer), status=VisitStatus.READY),
        make.complaint(customer),
        make.callback(customer, vehicle_id=vehicle),
        make.vehicle(customer, sold_here=True, delivered_on=clock(11).now().date()),
        _spot_check(make, services),
    )
    services.desk.store.close()
    (root / "ids.json").write_text(json.dumps(asdict(ids)), encoding="utf-8")
    return ids


def _spot_check(make: Make, services: Services) -> str:
    """A finished call of somebody else, drawn to be looked at again."""
    from frontdesk.models.enums import CallbackStatus

    caller = make.staff(Role.CS_SPECIALIST, name="李丽")
    now = services.desk.now
    call = make.callback(
        status=CallbackStatus.DONE,
        closed_at=now,
        closed_on=services.desk.today,
        closed_by=caller.id,
    )
    return services.spot_checks.draw_by_hand([call])[0]


def ids_of(root: Path) -> Ids:
    """The records of a copy."""
    return Ids(**json.loads((root / "ids.json").read_text(encoding="utf-8")))


def kept(services: Services, form: TypedForm, ids: Ids) -> str | None:
    """What the store holds of the field, ``None`` without a draft."""
    if form.draft == CALL:
        return services.callbacks.open(ids.call).note or None
    draft = services.drafts.offered(form.draft, form.subject(ids))
    if draft is None or form.field not in draft.values:
        return None
    return form.read(draft.values[form.field])


def _file(desk: DeskView, ids: Ids, car: str | None = None) -> Any:
    page = go(desk, "customers", ids.customer, payload=car)
    file = page.pane.file
    return page.pane if file is not None and file.id == ids.customer else None


def _customer(desk: DeskView, ids: Ids) -> QWidget | None:
    pane = _file(desk, ids)
    return pane and editor(pane.customer, "remarks")


def _background(desk: DeskView, ids: Ids) -> QWidget | None:
    if (pane := _file(desk, ids)) is None:
        return None
    pane.show_form(pane.background)
    return editor(pane.background, "hobbies")


def _new_customer(desk: DeskView, ids: Ids) -> QWidget | None:
    page = go(desk, "customers", None, "new")
    return editor(page.pane.customer, "name") if page.pane.file is None else None


def _vehicle(desk: DeskView, ids: Ids) -> QWidget | None:
    pane = _file(desk, ids, ids.vehicle)
    return (pane and pane.car_id() == ids.vehicle and editor(pane.form(), "colour")) or None


def _new_vehicle(desk: DeskView, ids: Ids) -> QWidget | None:
    pane = _file(desk, ids)
    if pane is None:
        return None
    pane.show_form(pane.new_car)
    return editor(pane.new_car, "colour")


def _note(desk: DeskView, ids: Ids) -> QWidget | None:
    pane = _file(desk, ids)
    return pane and editor(pane.past.form, "note")


def _intake(desk: DeskView, ids: Ids) -> QWidget | None:
    from frontdesk.ui.kit.page import Subject

    subject = Subject(ids.customer, ids.vehicle)
    page = go(desk, "intake", None, "new", subject)
    shown = page.view.desk.start is not None and page.view.shows(page.view.desk)
    return editor(page.view.desk.form, "words") if shown else None


def _items(desk: DeskView, ids: Ids) -> QWidget | None:
    if _intake(desk, ids) is None:
        return None
    table = desk.page("intake").view.desk.form.items.table  # type: ignore[attr-defined]
    table.go(0, 1)
    return table if table.isVisible() else None


def _booking(desk: DeskView, ids: Ids) -> QWidget | None:
    page: Any = desk.page("intake")
    if not page.view.shows(page.view.book_page):
        if _intake(desk, ids) is not None:
            page._book()
        return None
    return editor(page.view.booking, "words")


def _new_car(desk: DeskView, ids: Ids) -> QWidget | None:
    page: Any = desk.show_tab("intake")
    if not page.view.shows(page.view.new_page):
        page.begin_new()
        return None
    return editor(page.view.new_car, "name")


def _visit(desk: DeskView, visit_id: str, mode: str, name: str) -> QWidget | None:
    page = go(desk, "intake", visit_id)
    view = page.view.visit
    if view.sheet is None or view.sheet.id != visit_id or not page.view.shows(view):
        return None
    if view.mode != mode:
        if desk.property("mode") != mode:
            desk.setProperty("mode", mode)
            {
                "change": view.change_asked,
                "decline": view.decline_asked,
                "words": view.words_asked,
            }.get(mode, view.next_asked).emit()
        return None
    return editor(view.form(), name)


def _incoming(desk: DeskView, ids: Ids) -> QWidget | None:
    from frontdesk.ui.complaints.incoming_run import Run

    page = go(desk, "complaints", None, "incoming")
    if not page.incoming.view.is_under_way:
        if not desk.property("rings"):
            desk.setProperty("rings", True)
            page.incoming._read(Run(ids.customer))
        return None
    return editor(page.incoming.view.form, "words")


def _category(desk: DeskView, ids: Ids) -> QWidget | None:
    section = go(desk, "settings", None, "categories").section("categories")
    return editor(section.form, "zh") if section.tree.current_key() else None


def _register(desk: DeskView, ids: Ids) -> QWidget | None:
    from frontdesk.ui.kit.page import Subject

    page = go(desk, "complaints", None, "new", Subject(ids.customer))
    return editor(page.register.form, "words") if page.register.start is not None else None


def _step(desk: DeskView, ids: Ids, step: str, name: str) -> QWidget | None:
    from frontdesk.models.enums import ComplaintStep

    page = go(desk, "complaints", ids.ticket)
    if page.ticket.ticket is None:
        return None
    form = page.ticket.steps.form
    if form is None or form.step.step.value != step:
        page.ticket.steps.choose(ComplaintStep(step))
        return None
    return editor(form, name)


def _action(desk: DeskView, ids: Ids) -> QWidget | None:
    from frontdesk.ui.complaints.after_form import Act

    page = go(desk, "complaints", ids.ticket)
    if page.after.card.form is None:
        page.after.begin(Act.ACTION)
        return None
    return editor(page.after.card.form, "words")


def _measures(desk: DeskView, ids: Ids) -> QWidget | None:
    page = go(desk, "statistics")
    return editor(page.view.form, "measures") if page.view.found is not None else None


def _setting(desk: DeskView, part: str, name: str) -> QWidget | None:
    page = go(desk, "settings", None, part)
    return editor(page.section(part).form, name)


def _account(desk: DeskView, ids: Ids) -> QWidget | None:
    page = go(desk, "settings", None, "staff")
    section = page.section("staff")
    if desk.property("new") is None:
        desk.setProperty("new", True)
        section.begin_new()
    return editor(section.card.form, "name")


def _first_work(typed: str) -> str:
    """The first item's work as typed; a cell keeps no blanks at its ends."""
    rows = json.loads(typed) if typed else []
    return str(rows[0]["work"]) if rows else ""


CALL = "(the call itself)"
_DIGITS = "123456789"

FORMS: dict[str, TypedForm] = {
    "customer": TypedForm("customer", lambda i: i.customer, _customer, "remarks"),
    "new customer": TypedForm("customer", lambda i: "", _new_customer, "name"),
    "background": TypedForm("customer.background", lambda i: i.customer, _background, "hobbies"),
    "vehicle": TypedForm("vehicle", lambda i: i.vehicle, _vehicle, "colour"),
    "new vehicle": TypedForm("vehicle", lambda i: f"new:{i.customer}", _new_vehicle, "colour"),
    "customer note": TypedForm("customer_note", lambda i: i.customer, _note, "note"),
    "intake": TypedForm("intake", lambda i: i.vehicle, _intake, "words"),
    "intake items": TypedForm(
        "intake", lambda i: i.vehicle, _items, "items", _first_work, letters="abcdefghijklmnop"
    ),
    "booking": TypedForm("booking", lambda i: i.vehicle, _booking, "words"),
    "new car": TypedForm("intake.new_car", lambda i: "", _new_car, "name"),
    "price": TypedForm("price", lambda i: "", draft_calls.price, "name"),
    "visit change": TypedForm(
        "visit_change",
        lambda i: i.working,
        lambda d, i: _visit(d, i.working, "change", "why"),
        "why",
    ),
    "visit decline": TypedForm(
        "visit_decline",
        lambda i: i.working,
        lambda d, i: _visit(d, i.working, "decline", "reason"),
        "reason",
    ),
    "visit words": TypedForm(
        "visit_words",
        lambda i: i.working,
        lambda d, i: _visit(d, i.working, "words", "words"),
        "words",
    ),
    "hand-over": TypedForm(
        "hand_over",
        lambda i: i.ready,
        lambda d, i: _visit(d, i.ready, "hand_over", "advice"),
        "advice",
    ),
    "incoming call": TypedForm("complaint.incoming", lambda i: i.customer, _incoming, "words"),
    "category": TypedForm("settings.categories", lambda _: "sales_process", _category, "zh"),
    "script": TypedForm(
        "script",
        lambda _: "after_service",
        draft_calls.script,
        "script",
        lambda kept: str(json.loads(kept)["steps"][0]["text"]["zh"]),
        letters="abcdefghijklmnopqrstuvwxyz",
    ),
    "complaint": TypedForm("complaint.register", lambda i: i.customer, _register, "words"),
    "complaint step": TypedForm(
        "complaint.step.judged",
        lambda i: i.ticket,
        lambda d, i: _step(d, i, "judged", "words"),
        "words",
    ),
    "complaint remark": TypedForm(
        "complaint.step.added",
        lambda i: i.ticket,
        lambda d, i: _step(d, i, "added", "words"),
        "words",
    ),
    "complaint action": TypedForm("complaint.after.action", lambda i: i.ticket, _action, "words"),
    "call reason": TypedForm(
        "callback.reason", lambda i: i.call, draft_calls.reason, "reason", hour=22
    ),
    "days off": TypedForm("callbacks.absence", lambda i: "", draft_calls.days_off, "why"),
    "call attempt": TypedForm("callback.attempt", lambda i: i.call, draft_calls.attempt, "note"),
    "call end": TypedForm(
        "callback.end", lambda i: i.call, draft_calls.call_end, "maintenance_on", letters=_DIGITS
    ),
    "call list": TypedForm("call_list", lambda i: "", draft_calls.call_list, "area"),
    "class measures": TypedForm("class_measures", lambda i: "", draft_calls.class_measures, "a_en"),
    "segment": TypedForm("segment", lambda i: "", draft_calls.segment, "address"),
    "routine check": TypedForm(
        "routine.check", lambda i: i.sold, draft_calls.routine_check, "note"
    ),
    "spot verdict": TypedForm("spot.verdict", lambda i: i.check, draft_calls.verdict, "note"),
    "call note": TypedForm(CALL, lambda i: i.call, draft_calls.call_note, "note"),
    "conclusions": TypedForm(
        "callbacks.conclusions",
        lambda i: "2026-10-01:2026-10-31",
        draft_calls.conclusions,
        "conclusions",
    ),
    "call from paper": TypedForm(
        "callbacks.from_paper", lambda i: "", draft_calls.from_paper, "started_at", letters=_DIGITS
    ),
    "measures": TypedForm(
        "statistics.measures", lambda i: "2026-11-01:2026-11-30", _measures, "measures"
    ),
    "account": TypedForm("settings.account", lambda i: "", _account, "name"),
    "rules": TypedForm(
        "settings.rules.visits",
        lambda i: "",
        lambda d, i: _setting(d, "rules.visits", "repeat_repair_km"),
        "repeat_repair_km",
        letters=_DIGITS,
    ),
    "dealership": TypedForm(
        "settings.profile",
        lambda i: "",
        lambda d, i: _setting(d, "dealership", "address"),
        "address",
    ),
    "terms": TypedForm("settings.terms", lambda i: "", draft_calls.terms, "en"),
    "message texts": TypedForm(
        "settings.messages",
        lambda i: "",
        draft_calls.message_texts,
        "thanks_en",
    ),
}
