"""One window per data folder."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from frontdesk.ui.shell.single_instance import SingleInstance


def instance(folder: Path) -> SingleInstance:
    folder.mkdir(exist_ok=True)
    return SingleInstance(folder, folder / "frontdesk.lock")


def test_the_second_raises_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = instance(tmp_path / "data"), instance(tmp_path / "data")
    assert first.take()
    first.listen()
    assert not second.take()
    with qtbot.waitSignal(first.raise_asked):
        assert second.ask_first_to_show()
    first.give_back()
    assert second.take()
    second.give_back()


def test_an_instance_that_does_not_answer_is_noticed(tmp_path: Path) -> None:
    first, second = instance(tmp_path / "data"), instance(tmp_path / "data")
    assert first.take()
    assert not second.take()
    assert not second.ask_first_to_show()
    first.give_back()


def test_other_folders_are_free(tmp_path: Path) -> None:
    first, second = instance(tmp_path / "one"), instance(tmp_path / "two")
    assert first.take()
    assert second.take()
    first.give_back()
    second.give_back()
