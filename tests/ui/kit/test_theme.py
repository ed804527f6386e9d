"""Another theme is put on at once, however many pages are open."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QStyle, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import frontdesk.ui
from frontdesk.ui.kit import theme
from frontdesk.ui.kit.labels import plain, set_tone
from frontdesk.ui.kit.theme import Theme, apply_theme
from frontdesk.ui.kit.tokens import Tone
from tests.ui.conftest import Show

_DEEP = 12


class Worn(QLabel):
    """Counts how often it is dressed."""

    def __init__(self) -> None:
        super().__init__("车牌")
        self.times = 0

    def changeEvent(self, event: QEvent) -> None:
        self.times += event.type() is QEvent.Type.StyleChange
        super().changeEvent(event)


@pytest.fixture
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply_theme(qapp, Theme.LIGHT)


@pytest.mark.usefixtures("light_again")
def test_a_widget_is_dressed_as_often_however_deep_it_lies(
    qtbot: QtBot, show: Show, qapp: QApplication
) -> None:
    deep, shallow, inner = Worn(), Worn(), QWidget()
    QVBoxLayout(inner).addWidget(deep)
    for _ in range(_DEEP):
        outer = QWidget()
        QVBoxLayout(outer).addWidget(inner)
        inner = outer
    layout = inner.layout()
    assert layout is not None
    layout.addWidget(shallow)
    show(inner)
    deep.times = shallow.times = 0

    apply_theme(qapp, Theme.DARK)

    assert 1 <= deep.times <= shallow.times


@pytest.mark.usefixtures("light_again")
def test_no_style_of_a_theme_before_is_kept(qtbot: QtBot, show: Show, qapp: QApplication) -> None:
    worn = plain("车牌")
    show(worn)
    _wear(qapp, worn)
    before = _styles()

    for _ in range(5):
        _wear(qapp, worn)

    assert _styles() <= before


def _wear(app: QApplication, label: QLabel) -> None:
    for wanted, tone in ((Theme.DARK, Tone.WARN), (Theme.LIGHT, Tone.OK)):
        apply_theme(app, wanted)
        set_tone(label, tone)
        QApplication.processEvents()


def _styles() -> int:
    gc.collect()
    return sum(isinstance(each, QStyle) for each in gc.get_objects())


def test_the_one_sheet_is_the_only_one() -> None:
    """A sheet of a widget's own has all below it dressed over and over."""
    sources = Path(frontdesk.ui.__file__).parent.rglob("*.py")
    with_sheet = {each for each in sources if "setStyleSheet(" in each.read_text("utf-8")}
    assert with_sheet == {Path(theme.__file__)}
