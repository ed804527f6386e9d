"""Painted parts: they say in words what they draw, and they draw something."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.ui.kit import tokens
from frontdesk.ui.kit.charts import Bar, BarChart, ParetoChart
from frontdesk.ui.kit.icons import TONE_ICONS, icon, tone_icon
from frontdesk.ui.kit.labels import plain
from frontdesk.ui.kit.panels import Card, StatusChip
from frontdesk.ui.kit.step_strip import Step, StepState, StepStrip
from frontdesk.ui.kit.theme import Theme, apply_theme
from frontdesk.ui.kit.timeline import Timeline, TimelineItem
from frontdesk.ui.kit.tokens import Tone
from tests.ui.conftest import Show
from tests.ui.keys import ENTER, press

AT = datetime(2026, 11, 5, 1, 0, tzinfo=UTC)


def colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


def test_steps_are_read_out_with_state_and_times(qtbot: QtBot, show: Show) -> None:
    strip = StepStrip()
    strip.show_steps(
        [
            Step("Registered", StepState.DONE, "09:00", "09:02", who="Li"),
            Step("Judged", StepState.NOW, "11:00", "40 min left", Tone.WARN),
            Step("Filed"),
        ]
    )
    strip.resize(600, strip.sizeHint().height())
    show(strip)
    said = strip.accessibleName()
    assert said == (
        "Registered, done, Li, 09:00, 09:02; Judged, now, 11:00, 40 min left; Filed, next"
    )
    assert tokens.LIGHT.ok in colours(strip)
    with qtbot.waitSignal(strip.step_clicked) as clicked:
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.rect().center())
    assert clicked.args == [1]


def test_bars_and_their_pareto_line_are_read_out(show: Show) -> None:
    chart = ParetoChart()
    show(chart)
    chart.show_bars([Bar("Parts", 1), Bar("Repair", 3)])
    assert [bar.label for bar in chart.bars()] == ["Repair", "Parts"]
    assert chart.cumulative() == pytest.approx([0.75, 1.0])
    assert chart.accessibleDescription() == "Repair: 3 (75.0%); Parts: 1 (100.0%)"
    assert tokens.LIGHT.waiting in colours(chart)


@pytest.mark.parametrize("values", [[], [0, 0], [5], [1e9, 1]])
def test_any_figures_can_be_drawn(show: Show, values: list[float]) -> None:
    for chart in (BarChart(), ParetoChart()):
        chart.set_empty("Nothing yet")
        chart.show_bars([Bar(f"<i>{n}</i>", value) for n, value in enumerate(values)])
        show(chart)
        assert not chart.grab().isNull()


def test_the_timeline_opens_by_key_and_is_read_out(qtbot: QtBot, show: Show) -> None:
    line = Timeline()
    line.set_items(
        [
            TimelineItem(str(n), AT - timedelta(days=n), "wrench", f"Visit {n}", "a\nb")
            for n in range(5_000)
        ]
    )
    show(line)
    line.setFocus()
    press(Qt.Key.Key_Down)
    assert line.currentIndex().data() == "4 Nov 2026, 09:00, Visit 1, a\nb"
    with qtbot.waitSignal(line.opened) as opened:
        press(ENTER)
    assert opened.args == ["1"]


def test_a_status_has_colour_icon_and_word(show: Show) -> None:
    chip = StatusChip(Tone.ERROR, "Overdue")
    show(chip)
    assert tokens.LIGHT.ground(Tone.ERROR) in colours(chip)
    assert chip.accessibleName() == "Overdue"
    assert TONE_ICONS.keys() == set(Tone)
    assert len(set(TONE_ICONS.values())) == len(Tone)


def test_a_change_of_theme_shows_at_once(show: Show, qapp: QApplication) -> None:
    card = Card("Title")
    card.add(StatusChip(Tone.OK, "Done"))
    card.add(plain("<b>text</b>"))
    card.resize(300, 120)
    show(card)
    assert tokens.LIGHT.card in colours(card)
    apply_theme(qapp, Theme.DARK)
    try:
        qapp.processEvents()
        assert tokens.DARK.card in colours(card)
        assert tokens.LIGHT.card not in colours(card)
    finally:
        apply_theme(qapp, Theme.LIGHT)


def test_icons_follow_the_tokens(qapp: QApplication) -> None:
    picture = icon("phone-call", "accent").pixmap(32, 32).toImage()
    inked = {
        picture.pixelColor(x, y).name()
        for x in range(32)
        for y in range(32)
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert inked == {QColor(tokens.LIGHT.accent).name()}
    assert not tone_icon(Tone.WARN).pixmap(16, 16).isNull()
    with pytest.raises(KeyError):
        icon("no-such-icon")
