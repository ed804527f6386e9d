"""What a form keeps while it is typed into, over the real draft service and a real disk fault."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.errors import EnvironmentFault, UserError
from frontdesk.services.registry import Services
from frontdesk.ui.kit.banner import BannerArea
from frontdesk.ui.kit.compare import Compare, Differs
from frontdesk.ui.kit.drafts import About, DraftKeeper
from frontdesk.ui.kit.fields import MultilineField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.kit.tokens import Tone
from tests.ui.conftest import Show
from tests.ui.keys import ALT, CTRL, ENTER, chord, press


class Bench:
    """A form with its keeper; ``about`` may be changed."""

    def __init__(self, services: Services, tasks: Tasks, clock: FixedClock, show: Show) -> None:
        self.services, self.tasks = services, tasks
        self.form = FormPanel()
        self.name = self.form.add(TextField("name"), 0)
        self.name.set_label("Name")
        self.remark = self.form.add(MultilineField("remark"), 1)
        self.remark.set_label("Remark")
        self.banners = BannerArea()
        self.about: About | None = About("customer", "zhang", 3)
        context = UiContext(services, tasks, lambda _: None, clock)
        self.keeper = DraftKeeper(context, self.form, lambda: self.about, self.banners)
        self.ground = QWidget()
        column = QVBoxLayout(self.ground)
        column.addWidget(self.banners)
        column.addWidget(self.form)
        show(self.ground)
        self.form.focus_first()

    def kept(self) -> dict[str, Any] | None:
        draft = self.services.drafts.offered("customer", "zhang")
        return None if draft is None else dict(draft.values)


@pytest.fixture
def bench(services: Services, tasks: Tasks, clock: FixedClock, show: Show, qtbot: QtBot) -> Bench:
    return Bench(services, tasks, clock, show)


def test_what_is_typed_is_kept_soon_after(bench: Bench, qtbot: QtBot) -> None:
    bench.name.set_value("张")
    bench.form.mark_saved()
    press("伟")
    assert bench.kept() is None
    qtbot.waitUntil(lambda: bench.kept() == {"name": "伟张"})
    draft = bench.services.drafts.offered("customer", "zhang")
    assert draft is not None
    assert (draft.base_version, draft.before) == (3, {"name": "张"})


def test_it_is_kept_at_once_when_the_form_goes_out_of_sight(bench: Bench, qtbot: QtBot) -> None:
    press("Li")
    with qtbot.waitSignal(bench.keeper.kept):
        bench.form.hide()
    assert bench.kept() == {"name": "Li"}


def test_what_was_typed_and_taken_back_leaves_nothing(bench: Bench, qtbot: QtBot) -> None:
    press("L")
    with qtbot.waitSignal(bench.keeper.kept):
        bench.keeper.flush()
    press(Qt.Key.Key_Backspace)
    bench.keeper.flush()
    qtbot.waitUntil(lambda: bench.tasks.idle)
    assert bench.kept() is None


def test_typing_goes_on_while_the_save_is_under_way(bench: Bench, qtbot: QtBot) -> None:
    from frontdesk.services.drafts import drop_draft

    press("Li")
    bench.keeper.saving()
    press("u")
    bench.keeper.flush()
    with bench.services.desk.write() as work:
        drop_draft(work, "customer", "zhang")
    bench.keeper.saved()
    assert bench.form.changes() == {"name": "Liu"}
    bench.keeper.flush()
    qtbot.waitUntil(lambda: bench.kept() == {"name": "Liu"})


def test_a_draft_on_its_way_when_the_save_comes_through_is_refused(
    bench: Bench, qtbot: QtBot
) -> None:
    from frontdesk.services.drafts import drop_draft

    press("Li")
    bench.keeper.saving()
    with bench.services.desk.write() as work:
        drop_draft(work, "customer", "zhang")
    bench.keeper.flush()  # late: the answer of the save has not come yet
    qtbot.waitUntil(lambda: bench.tasks.idle)
    bench.keeper.saved()
    qtbot.waitUntil(lambda: bench.tasks.idle)
    assert bench.kept() is None


def test_a_save_that_failed_leaves_what_is_typed_kept(bench: Bench, qtbot: QtBot) -> None:
    from frontdesk.services.drafts import drop_draft

    press("Li")
    bench.keeper.saving()
    with suppress(UserError), bench.services.desk.write() as work:
        drop_draft(work, "customer", "zhang")
        raise UserError("field.choice")
    bench.keeper.go_on()
    bench.keeper.flush()
    qtbot.waitUntil(lambda: bench.kept() == {"name": "Li"})


def test_a_full_disk_is_said_once_quietly_and_tried_again(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = bench.services.drafts.keep
    room: list[int] = []

    def full(*args: Any, **kwargs: Any) -> bool:
        if not room:
            raise EnvironmentFault("store.disk_full")
        return real(*args, **kwargs)

    monkeypatch.setattr(bench.services.drafts, "keep", full)
    monkeypatch.setattr("frontdesk.ui.kit.drafts.AGAIN_MS", 1)
    bench.keeper._again.setInterval(1)
    press("Li")
    bench.keeper.flush()
    qtbot.waitUntil(lambda: bool(bench.form.remark()))
    assert "Not kept yet" in bench.form.remark()
    assert bench.name.typed() == "Li"
    assert bench.banners.shown() == ()
    room.append(1)
    qtbot.waitUntil(lambda: bench.kept() == {"name": "Li"} and not bench.form.remark())


def _offer(bench: Bench, qtbot: QtBot, typed: dict[str, str], **known: Any) -> None:
    bench.services.drafts.keep("customer", "zhang", typed, **known)
    bench.keeper.offer()
    qtbot.waitUntil(lambda: bool(bench.banners.shown()))


def test_a_kept_draft_is_offered_and_touches_nothing_before(bench: Bench, qtbot: QtBot) -> None:
    _offer(bench, qtbot, {"name": "Zhang", "remark": "32/13"}, base_version=3)
    (banner,) = bench.banners.shown()
    assert banner.tone is Tone.INFO
    assert bench.name.value() is None
    banner.action.click()
    assert bench.form.typed() == {"name": "Zhang", "remark": "32/13"}


def test_a_draft_can_be_discarded(bench: Bench, qtbot: QtBot) -> None:
    _offer(bench, qtbot, {"name": "Zhang"})
    bench.banners.shown()[0].third.click()
    qtbot.waitUntil(lambda: bench.kept() is None)
    assert bench.name.typed() == ""


def test_a_draft_of_an_older_version_is_offered_with_a_warning(bench: Bench, qtbot: QtBot) -> None:
    _offer(bench, qtbot, {"name": "Zhang"}, base_version=2)
    (banner,) = bench.banners.shown()
    assert banner.tone is Tone.WARN
    assert "changed since" in banner.text


def test_draft_and_record_are_compared_field_by_field(bench: Bench, qtbot: QtBot) -> None:
    bench.name.set_value("Zhou")
    bench.remark.set_value("new")
    bench.form.mark_saved()
    mine = {"name": "Zhang", "remark": "<b>mine</b>"}
    _offer(bench, qtbot, mine, base_version=2, before={"name": "Li", "remark": "new"})
    bench.banners.shown()[0].second.click()
    compare = bench.form.findChild(Compare)
    assert isinstance(compare, Compare)
    assert [(r.mine.text, r.theirs.text, r.line.differs) for r in compare.rows] == [
        ("Zhang", "Zhou", Differs.BOTH),
        ("<b>mine</b>", "new", Differs.MINE),
    ]
    qtbot.waitUntil(compare.isActiveWindow)
    press(Qt.Key.Key_Right, Qt.Key.Key_Down)
    chord(ENTER, CTRL)
    qtbot.waitUntil(lambda: bench.remark.typed() == "<b>mine</b>")
    assert bench.name.typed() == "Zhou"


def test_compared_and_left_the_offer_stands_again(bench: Bench, qtbot: QtBot) -> None:
    _offer(bench, qtbot, {"name": "Zhang"})
    bench.banners.shown()[0].second.click()
    compare = bench.form.findChild(Compare)
    assert isinstance(compare, Compare)
    qtbot.waitUntil(compare.isActiveWindow)
    chord(Qt.Key.Key_2, ALT)
    assert not compare.rows[0].is_mine
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(bench.banners.shown()))
    assert bench.name.typed() == ""
    assert bench.kept() == {"name": "Zhang"}


def test_half_a_character_is_kept_as_it_is(services: Services) -> None:
    services.drafts.keep("customer", "", {"name": "\ud83d半\x00个"})
    draft = services.drafts.offered("customer")
    assert draft is not None
    assert draft.values == {"name": "\ud83d半\x00个"}


@pytest.mark.parametrize("text", ["", "\n" * 5000, "甲" * 1_000_000])
def test_long_texts_can_be_compared(bench: Bench, text: str) -> None:
    from frontdesk.ui.kit.compare import lines_of

    lines = lines_of(bench.form, {"remark": text}, {"remark": "short"}, {})
    dialog = Compare(bench.form, lines)
    assert [row.mine.text for row in dialog.rows] == [text]
    dialog.deleteLater()
