"""The forms of the callbacks tab and of the price list: how each is reached in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.faults.draft_reach import editor, go

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from frontdesk.ui.shell.desk_view import DeskView
    from tests.faults.draft_forms import Ids


def call(desk: DeskView, ids: Ids) -> Any:
    page = go(desk, "callbacks", ids.call)
    run = page.calling.run
    return page if run is not None and run.sheet.id == ids.call else None


def reason(desk: DeskView, ids: Ids) -> QWidget | None:
    page = call(desk, ids)
    return page and editor(page.call.say.reason_form, "reason")


def begun(desk: DeskView, ids: Ids) -> Any:
    page = call(desk, ids)
    if page is None or page.calling.run.begun:
        return page
    if not page.calling.busy:
        page.calling.toggle()
    return None


def call_note(desk: DeskView, ids: Ids) -> QWidget | None:
    page = begun(desk, ids)
    return page and editor(page.call.note_form, "note")


def attempt(desk: DeskView, ids: Ids) -> QWidget | None:
    from frontdesk.models.enums import CallOutcome

    page = begun(desk, ids)
    if page is None:
        return None
    if not page.call.say.attempt.isVisible():
        page.call.say.outcome_asked.emit(CallOutcome.NOT_CONVENIENT.value)
        return None
    return editor(page.call.say.attempt, "note")


def call_end(desk: DeskView, ids: Ids) -> QWidget | None:
    """An after-service call run to its end."""
    page = begun(desk, ids)
    if page is None:
        return None
    run = page.calling.run
    if run.asked is not None:
        while run.asked is not None:
            step = run.asked
            given = {"choice": step.answers[0].key} if step.answers else {"text": "好"}
            run.answer(**given)
        page.calling.keep()
        page.call.show_run(run)
        return None
    return editor(page.call.say.end, "maintenance_on")


def routine_check(desk: DeskView, ids: Ids) -> QWidget | None:
    page = go(desk, "callbacks", None, "part.routine", ids.sold)
    section = page.section("routine")
    car = section.card.car
    if car is None or car.id != ids.sold:
        section.table.select(ids.sold)
        return None
    return editor(section.check.form, "note")


def verdict(desk: DeskView, ids: Ids) -> QWidget | None:
    page = go(desk, "callbacks", None, "part.checks")
    section = page.section("checks")
    if section.card.check is None:
        return None
    return editor(section.card.form, "note")


def days_off(desk: DeskView, ids: Ids) -> QWidget | None:
    page = go(desk, "callbacks", None, "part.sharing")
    return page and editor(page.section("sharing").days_off.form, "why")


def call_list(desk: DeskView, _: Ids) -> QWidget | None:
    page = go(desk, "callbacks", None, "part.lists")
    if page is None:
        return None
    section = page.section("lists")
    if not section.asking:
        section.begin_new()
    section.form.kind.set_value("special_period")
    return editor(section.form.form, "area")


def segment(desk: DeskView, _: Ids) -> QWidget | None:
    page = go(desk, "customers", None, "part.segments")
    return page and editor(page.section("segments").form.form, "address")


def class_measures(desk: DeskView, _: Ids) -> QWidget | None:
    page = go(desk, "customers", None, "part.classes")
    return page and editor(page.section("classes").form, "a_en")


def conclusions(desk: DeskView, ids: Ids) -> QWidget | None:
    view = go(desk, "callbacks", None, "part.report").section("report").view
    return editor(view.form, "conclusions") if view.found is not None else None


def from_paper(desk: DeskView, ids: Ids) -> QWidget | None:
    section = go(desk, "callbacks", None, "part.paper").section("paper")
    return editor(section.form, "started_at") if section.table.current() is not None else None


def terms(desk: DeskView, _: Ids) -> QWidget | None:
    page = go(desk, "settings", None, "terms")
    return page and editor(page.section("terms").form, "en")


def message_texts(desk: DeskView, ids: Ids) -> QWidget | None:
    form = go(desk, "settings", None, "messages").section("messages").form
    return editor(form, "thanks_en") if form.isEnabled() else None


def script(desk: DeskView, ids: Ids) -> QWidget | None:
    section = go(desk, "settings", None, "scripts").section("scripts")
    if section.is_editing:
        return editor(section.editor.form, "text_zh")
    if section.property("asked") is None:
        section.setProperty("asked", True)
        section.edit("after_service")
    return None


def price(desk: DeskView, _: Ids) -> QWidget | None:
    page = go(desk, "intake", None, "part.prices")
    if page is None:
        return None
    section = page.section("prices")
    if not section.editing:
        section.begin()
    return editor(section.form, "name")
