"""The one search box by keys, over the real search of a real store."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.language import Language
from frontdesk.services.search.results import Hit, HitKind, SearchResult
from frontdesk.ui.kit import language
from frontdesk.ui.kit.page import Place, Subject
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.main_window import MainWindow
from frontdesk.ui.shell.desk_view import DeskView
from frontdesk.ui.shell.search_box import SearchBox
from tests.ui.keys import ALT, CTRL, ENTER, chord, press
from tests.ui.shell.conftest import SignIn
from tests.ui.shell.pages import NotingPage


def hit(kind: HitKind, number: int) -> Hit:
    title, subtitle = f"<b>沪A·{number:05}</b>", "138 0013 8000 · 张三"
    return Hit(
        kind,
        f"{kind}-{number}",
        f"c-{number}",
        f"v-{number}",
        title,
        ((3, 2),),
        subtitle,
        ((0, 3),),
    )


class Finder:
    """Answers what it is told to, when it is allowed to."""

    def __init__(self) -> None:
        self.hits: tuple[Hit, ...] = ()
        self.asked: list[str] = []
        self.gate = Event()
        self.gate.set()

    def find(self, typed: str, limit: int) -> SearchResult:
        self.asked.append(typed)
        self.gate.wait()
        return SearchResult(typed, self.hits[:limit])


ALL = (
    hit(HitKind.VEHICLE, 1),
    hit(HitKind.VEHICLE, 2),
    hit(HitKind.CUSTOMER, 3),
    hit(HitKind.ORDER, 4),
    hit(HitKind.TICKET, 5),
)


@pytest.fixture
def finder() -> Finder:
    found = Finder()
    found.hits = ALL
    return found


@pytest.fixture
def open_desk(
    window: MainWindow, sign_in: SignIn, finder: Finder, monkeypatch: pytest.MonkeyPatch
) -> DeskView:
    made = sign_in("admin")
    monkeypatch.setattr(made.search.finding, "_find", finder.find)
    chord(Qt.Key.Key_K, CTRL)
    assert made.search.hasFocus()
    return made


@pytest.fixture
def box(open_desk: DeskView) -> SearchBox:
    return open_desk.search


def settled(qtbot: QtBot, box: SearchBox) -> None:
    qtbot.waitUntil(lambda: not box.finding.is_under_way)


def last_place() -> Place:
    return next(page.places[-1] for page in reversed(NotingPage.made) if page.places)


@pytest.mark.parametrize("key", [Qt.Key.Key_F3, Qt.Key.Key_K])
def test_the_box_is_one_key_away(open_desk: DeskView, key: Qt.Key) -> None:
    NotingPage.made[0].line.setFocus()
    chord(key, CTRL if key == Qt.Key.Key_K else Qt.KeyboardModifier.NoModifier)
    assert open_desk.search.hasFocus()


@pytest.mark.parametrize(
    ("down", "place"),
    [
        (0, Place("customers", "c-1", "open", "v-1")),
        (2, Place("customers", "c-3", "open", "v-3")),
        (3, Place("intake", "order-4", "open")),
        (4, Place("complaints", "ticket-5", "open")),
        (9, Place("complaints", "ticket-5", "open")),
    ],
)
def test_arrows_and_enter_open_what_was_found(
    qtbot: QtBot, box: SearchBox, down: int, place: Place
) -> None:
    press("13")
    settled(qtbot, box)
    assert box.popup.isVisible()
    press(*[Qt.Key.Key_Down] * down, ENTER)
    assert last_place() == place
    assert box.text() == ""
    assert box.popup.isHidden()


def test_ctrl_enter_starts_an_intake_and_alt_enter_a_complaint(
    qtbot: QtBot, box: SearchBox
) -> None:
    press("13")
    settled(qtbot, box)
    chord(ENTER, CTRL)
    assert last_place() == Place("intake", None, "new", Subject("c-1", "v-1"))
    box.setFocus()
    press("13")
    settled(qtbot, box)
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    chord(ENTER, ALT)
    assert last_place() == Place("complaints", None, "new", Subject("c-4", "v-4", "order-4"))


def test_a_scanner_s_enter_before_the_answer_opens_the_only_hit(
    qtbot: QtBot, box: SearchBox, finder: Finder
) -> None:
    finder.hits = (ALL[4],)
    finder.gate.clear()
    press("C2026000123", ENTER)
    finder.gate.set()
    qtbot.waitUntil(lambda: bool(NotingPage.made[-1].places))
    assert last_place() == Place("complaints", "ticket-5", "open")


def test_an_early_enter_with_several_hits_opens_none(
    qtbot: QtBot, box: SearchBox, finder: Finder
) -> None:
    finder.gate.clear()
    press("13", ENTER)
    finder.gate.set()
    settled(qtbot, box)
    assert box.popup.isVisible()
    assert not any(page.places for page in NotingPage.made)


def test_a_scanner_is_heard_wherever_no_text_is_typed(
    qtbot: QtBot, open_desk: DeskView, finder: Finder
) -> None:
    finder.hits = (ALL[4],)
    open_desk.bar.setFocus()
    press("C2026000123", ENTER)
    qtbot.waitUntil(lambda: bool(NotingPage.made[-1].places))
    assert finder.asked[-1] == "C2026000123"
    assert last_place() == Place("complaints", "ticket-5", "open")


def test_a_scanner_is_heard_over_a_list(qtbot: QtBot, open_desk: DeskView, finder: Finder) -> None:
    finder.hits = (ALL[4],)
    table: RecordTable[str] = RecordTable("t", [Column("a", lambda: "A", lambda row: row)], str)
    table.set_rows(["C1", "C2"])
    NotingPage.made[0].body.addWidget(table)
    table.setFocus()
    press("C2026000123", ENTER)
    qtbot.waitUntil(lambda: bool(NotingPage.made[-1].places))
    assert last_place() == Place("complaints", "ticket-5", "open")


def test_chinese_and_blanks_are_asked_as_typed(
    qtbot: QtBot, box: SearchBox, finder: Finder
) -> None:
    press(" 张 ")
    settled(qtbot, box)
    assert finder.asked[-1] == "张"


def test_nothing_found_is_said_with_the_text_as_it_is(
    qtbot: QtBot, box: SearchBox, finder: Finder
) -> None:
    finder.hits = ()
    press("<b>x</b>")
    settled(qtbot, box)
    assert "“<b>x</b>”" in box.popup._nothing.text()
    assert box.popup._nothing.textFormat() is Qt.TextFormat.PlainText
    press(ENTER)
    assert not any(page.places for page in NotingPage.made)


def test_escape_closes_then_empties_then_goes_back(
    qtbot: QtBot, open_desk: DeskView, box: SearchBox
) -> None:
    press("13")
    settled(qtbot, box)
    press(Qt.Key.Key_Escape)
    assert box.popup.isHidden()
    press(Qt.Key.Key_Escape)
    assert box.text() == ""
    assert not box.isUndoAvailable(), "whom one looked for is kept"
    press(Qt.Key.Key_Escape)
    assert NotingPage.made[0].line.hasFocus()


def test_fewer_hits_make_the_list_smaller_and_never_show_it_again(
    qtbot: QtBot, box: SearchBox, finder: Finder
) -> None:
    press("13")
    settled(qtbot, box)
    high = box.popup.height()
    finder.hits = ALL[:1]
    press("8")
    settled(qtbot, box)
    qtbot.waitUntil(lambda: box.popup.height() < high)
    finder.hits = ()
    press("9")
    settled(qtbot, box)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not box._smaller.isActive())
    assert box.popup.isHidden()


def test_the_mouse_opens_too(qtbot: QtBot, box: SearchBox) -> None:
    press("13")
    settled(qtbot, box)
    found = box.popup.list
    place = found.visualRect(found.model().index(2, 0)).center()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert last_place() == Place("customers", "c-3", "open", "v-3")


def test_marks_groups_and_words_are_drawn_in_both_languages(qtbot: QtBot, box: SearchBox) -> None:
    press("13")
    settled(qtbot, box)
    model = box.popup.list.model()
    assert model.index(0, 0).data() == "Cars: <b>沪A·00001</b>, 138 0013 8000 · 张三"
    language.switch().use(Language.ZH_CN)
    QApplication.processEvents()
    assert str(model.index(4, 0).data()).startswith("投诉: ")
    assert not box.popup.grab().isNull()


def test_only_the_last_text_is_shown(
    qtbot: QtBot, box: SearchBox, finder: Finder, tasks: Tasks
) -> None:
    finder.gate.clear()
    press("138")
    finder.gate.set()
    qtbot.waitUntil(lambda: tasks.idle)
    assert box.finding.shown_for == "138"
    assert finder.asked[-1] == "138"


def test_the_real_search_fits_the_box(qtbot: QtBot, window: MainWindow, sign_in: SignIn) -> None:
    desk = sign_in("admin")
    chord(Qt.Key.Key_K, CTRL)
    press("no such car")
    settled(qtbot, desk.search)
    assert desk.search.popup.list.count() == 0
