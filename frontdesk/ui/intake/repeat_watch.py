"""Proposes the repair that a fault at the desk repeats, as soon as it is named."""

from __future__ import annotations

from PySide6.QtCore import QObject

from frontdesk.errors import UserError
from frontdesk.models.enums import DefectArea
from frontdesk.ui.intake.desk_panel import DeskPanel
from frontdesk.ui.kit.page import Page


class RepeatWatch(QObject):
    """Compares with what the intake began with: nothing is read for it."""

    def __init__(self, page: Page, panel: DeskPanel) -> None:
        super().__init__(page)
        self._intake, self._panel = page.context.services.intake, panel
        panel.form.fault.defect.changed.connect(self._look)

    def _look(self, *_: object) -> None:
        start, form = self._panel.start, self._panel.form
        try:
            defect, km = form.fault.defect.value(), form.mileage.value()
        except UserError:
            return
        if start is not None and isinstance(defect, DefectArea):
            form.fault.propose(self._intake.propose_repeat(start, defect, km))
