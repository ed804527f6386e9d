"""Every tab for every role: no stray window while it is built, no markup, both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.models.enums import Role
from frontdesk.ui.kit import language
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.tabs import tabs_for
from tests.factories import Make

_TURNS = 30


class _StrayWindows(QObject):
    """Notes every window that appears: a part without a parent flashes up as one."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show
        if shown and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


class _Paints(QObject):
    """Counts what is painted, by kind of widget."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen[type(watched).__name__] += 1
        return False


def _texts(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize("role", Role)
def test_every_tab_is_built_in_place(
    role: Role,
    make: Make,
    tasks: Tasks,
    clock: FixedClock,
    show: Callable[[QWidget], None],
    qtbot: QtBot,
    qapp: QApplication,
) -> None:
    owner = make.customer("<b>欧阳</b> & 娜")
    make.complaint()
    make.vehicle(owner, plate="粤BD12345")
    services = make.services(role)
    context = UiContext(services, tasks, lambda _: None, clock)
    for spec in tabs_for(services.desk.permissions):
        stray = _StrayWindows()
        qapp.installEventFilter(stray)
        page = spec.build(context)
        qapp.removeEventFilter(stray)
        assert stray.seen == [], spec.key
        page.resize(1366, 640)
        show(page)
        page.refresh(frozenset())
        qtbot.waitUntil(lambda: tasks.idle)
        for label in page.findChildren(QLabel):
            assert label.textFormat() == Qt.TextFormat.PlainText or not label.text(), spec.key
        before = _texts(page)
        language.switch().use(Language.ZH_CN)
        qtbot.waitUntil(lambda: _texts(page) != before)  # noqa: B023 - waited for at once
        language.switch().use(Language.EN)
        page.close()


@pytest.mark.parametrize("role", [Role.GENERAL_MANAGER, Role.SERVICE_ADVISOR])
def test_a_tab_at_rest_paints_nothing(
    role: Role,
    make: Make,
    tasks: Tasks,
    clock: FixedClock,
    show: Callable[[QWidget], None],
    qtbot: QtBot,
    qapp: QApplication,
    request: pytest.FixtureRequest,
) -> None:
    make.complaint()
    request.addfinalizer(partial(qapp.setCursorFlashTime, qapp.cursorFlashTime()))
    qapp.setCursorFlashTime(0)
    services = make.services(role)
    context = UiContext(services, tasks, lambda _: None, clock)
    for spec in tabs_for(services.desk.permissions):
        page = spec.build(context)
        page.resize(1366, 640)
        show(page)
        page.refresh(frozenset())
        qtbot.waitUntil(lambda: tasks.idle)
        _turn(qapp)
        paints = _Paints()
        qapp.installEventFilter(paints)
        _turn(qapp)
        qapp.removeEventFilter(paints)
        # One that asks for a paint while it is painted is painted at each turn, for ever.
        assert max(paints.seen.values(), default=0) < _TURNS // 2, (spec.key, paints.seen)
        page.close()


def _turn(app: QApplication) -> None:
    for _ in range(_TURNS):
        app.processEvents()
