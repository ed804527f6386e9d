"""A scanned sheet dropped anywhere on the desk finds its complaint."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from frontdesk.services.permissions import Permission
from frontdesk.ui.kit.drop_area import DropArea
from frontdesk.ui.kit.page import UiContext


class SheetDrop(QObject):
    """Heeds drops on ``desk`` that no page below took for itself."""

    def __init__(self, desk: QWidget, context: UiContext) -> None:
        super().__init__(desk)
        self._desk, self._context = desk, context
        if context.services.desk.may(Permission.REGISTER_COMPLAINT):
            self._area = DropArea(desk)
            self._area.dropped.connect(self._take)

    @Slot(object)
    def _take(self, given: object) -> None:
        from frontdesk.ui.complaints.sheet_window import look_for_sheet

        for each in given if isinstance(given, tuple) else ():
            look_for_sheet(self._context, self._desk, each)
