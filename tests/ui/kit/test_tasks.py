"""Work off the GUI thread comes back on it, once, and only to whom it still concerns."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event, current_thread, main_thread
from threading import enumerate as threads

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.errors import UserError
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.progress import Progress, run_with_progress
from frontdesk.ui.kit.tasks import Tasks


def test_work_runs_elsewhere_and_answers_here(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[object] = []
    tasks.run(current_thread, lambda there: seen.extend([there, current_thread()]))
    qtbot.waitUntil(lambda: tasks.idle)
    there, here = seen
    assert here is main_thread()
    assert there is not main_thread()


def test_one_kind_runs_in_order_and_kinds_side_by_side(qtbot: QtBot, tasks: Tasks) -> None:
    gate = Event()
    order: list[str] = []
    tasks.run(gate.wait, lambda _: order.append("first"), kind="write")
    tasks.run(lambda: None, lambda _: order.append("second"), kind="write")
    tasks.run(lambda: None, lambda _: order.append("read"), kind="read")
    qtbot.waitUntil(lambda: order == ["read"])
    gate.set()
    qtbot.waitUntil(lambda: tasks.idle)
    assert order == ["read", "first", "second"]


def test_failures_go_to_failed(qtbot: QtBot, tasks: Tasks) -> None:
    failures: list[Exception] = []

    def fail() -> None:
        raise UserError("field.date")

    tasks.run(fail, lambda _: pytest.fail("no answer"), failures.append)
    qtbot.waitUntil(lambda: tasks.idle)
    assert [str(failure) for failure in failures] == ["field.date"]


def test_failures_without_failed_are_presented(
    qtbot: QtBot, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[object, Exception]] = []
    monkeypatch.setattr(errors, "present", lambda where, error: shown.append((where, error)))
    owner = QWidget()
    qtbot.addWidget(owner)

    def fail() -> None:
        raise ValueError("a bug")

    tasks.run(fail, lambda _: None, owner=owner)
    qtbot.waitUntil(lambda: tasks.idle)
    assert shown[0][0] is owner
    assert isinstance(shown[0][1], ValueError)


def test_a_search_cancels_the_one_before(qtbot: QtBot, tasks: Tasks) -> None:
    gate = Event()
    answers: list[str] = []
    begun: list[str] = []

    def search(text: str) -> Callable[[], str]:
        def work() -> str:
            begun.append(text)
            gate.wait()
            return text

        return work

    for text in ("z", "zh", "zha"):
        tasks.run(search(text), answers.append, kind="search")
    gate.set()
    qtbot.waitUntil(lambda: tasks.idle)
    assert answers == ["zha"]
    assert "zh" not in begun


def test_an_answer_for_a_widget_that_is_gone_is_dropped(qtbot: QtBot, tasks: Tasks) -> None:
    gate = Event()
    owner = QWidget()
    tasks.run(gate.wait, lambda _: pytest.fail("answered"), owner=owner)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    gate.set()
    qtbot.waitUntil(lambda: tasks.idle)


def test_a_cancelled_task_does_not_answer(qtbot: QtBot, tasks: Tasks) -> None:
    gate = Event()
    task = tasks.run(gate.wait, lambda _: pytest.fail("answered"))
    task.cancel()
    gate.set()
    qtbot.waitUntil(lambda: tasks.idle)


def test_closing_finishes_writes_and_leaves_no_thread(qtbot: QtBot) -> None:
    tasks = Tasks()
    gate = Event()
    written: list[int] = []

    def read() -> None:
        gate.wait()

    tasks.run(read, lambda _: None)
    tasks.run(lambda: written.append(-1), lambda _: pytest.fail("read was begun"))
    for number in range(3):
        tasks.run(partial(written.append, number), lambda _: None, kind="write")
    gate.set()
    tasks.close()
    assert written[-3:] == [0, 1, 2]
    assert not [t for t in threads() if t.name.startswith("frontdesk")]
    assert tasks.run(lambda: 1, lambda _: None).cancelled.is_set()
    tasks.deleteLater()


def test_long_work_shows_how_far_it_is_and_can_be_stopped(qtbot: QtBot, tasks: Tasks) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    at_two, go_on = Event(), Event()
    results: list[int] = []

    def work(progress: Progress, cancelled: Callable[[], bool]) -> int:
        for number in range(1, 101):
            progress(number, 100)
            if number == 2:
                at_two.set()
                go_on.wait()
            if cancelled():
                return number
        return 100

    window = run_with_progress(tasks, parent, work, "Importing", results.append)
    at_two.wait()
    qtbot.waitUntil(lambda: window.bar.maximum() == 100)
    assert window.isVisible()
    assert not window.isModal()
    with qtbot.waitSignal(window.destroyed):
        window.cancel.click()
        go_on.set()
    assert results == [2]
    assert tasks.idle
