"""The recovery code, shown once: printed or saved before the work begins."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.services.printed import PrintedForm
from frontdesk.ui.kit.labels import button, muted, plain, sized
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import page_title
from frontdesk.ui.kit.pdf_view import show_pdf
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.kit.tokens import GAP, ROOM, TITLE_POINTS


class RecoveryStep(Translated, QWidget):
    """``kept`` is emitted when the person says the sheet is in safe hands."""

    kept = Signal()

    def __init__(
        self,
        code: str,
        sheet: Callable[[], PrintedForm],
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sheet, self._tasks = sheet, tasks
        self._title = page_title()
        self._why = muted(wrap=True)
        groups = code.split("-")
        half = len(groups) // 2
        shown = "  ".join(groups[:half]) + "\n" + "  ".join(groups[half:])
        self._code = sized(plain(shown), TITLE_POINTS, bold=True)
        self._code.setFont(_fixed(self._code.font().pointSizeF()))
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self._code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.show_sheet = button(look="primary")
        self.show_sheet.clicked.connect(self._open_sheet)
        self.go_on = button()
        self.go_on.clicked.connect(self.kept)
        self._note = muted(wrap=True)
        self._build()
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        self._title.setText(self.tr("The recovery sheet"))
        self._why.setText(
            self.tr(
                "This code opens the data when every password is lost, also from a backup on a "
                "new PC. It is shown this once and kept nowhere. Print it and lay it in the safe: "
                "whoever holds it can read everything."
            )
        )
        self._code.setAccessibleName(self.tr("Recovery code"))
        self.show_sheet.setText(self.tr("Print or save the sheet (Ctrl+P)"))
        self.show_sheet.setShortcut("Ctrl+P")
        self.go_on.setText(self.tr("The sheet is kept: begin"))
        self._note.setText(self.tr("You can go on once the sheet was printed or saved."))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ROOM)
        for widget in (self._title, self._why, self._code, self._note):
            column.addWidget(widget)
        acts = QHBoxLayout()
        acts.setSpacing(GAP)
        acts.addWidget(self.show_sheet)
        acts.addWidget(self.go_on)
        acts.addStretch(1)
        column.addLayout(acts)
        self.go_on.setEnabled(False)

    def _open_sheet(self) -> None:
        self._tasks.run(self._sheet, self._show, owner=self, kind="write")

    def _show(self, form: PrintedForm) -> None:
        show_pdf(
            self,
            self.tr("The recovery sheet"),
            form.pdf,
            form.file_name,
            on_printed=self._is_kept,
            on_saved=lambda _: self._is_kept(),
        )

    def _is_kept(self) -> None:
        self.go_on.setEnabled(True)
        self.go_on.setFocus()


def _fixed(points: float) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(points)
    font.setBold(True)
    return font
