"""Every tab for every role: no stray window while it is built, no markup, both languages."""

from __future__ import annotations

from collections.abc import Callable

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
