"""With which other file the open one is to be merged; the comparison follows on the spot."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from frontdesk.services.customers.dto import CustomerFile
from frontdesk.services.permissions import Permission
from frontdesk.ui.customers.cars_window import SameCars
from frontdesk.ui.customers.file_pane import FilePane
from frontdesk.ui.customers.other_file import OtherFile
from frontdesk.ui.customers.small_window import SmallWindow
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import muted, plain
from frontdesk.ui.kit.page import Page, Place, UiContext
from frontdesk.ui.kit.tokens import Tone

_WIDTH = 600


class MergeWindow(SmallWindow):
    """Enter compares the open file, which stays, with the one found. Nothing is merged here."""

    found = Signal(str)
    """The id of the file that would go in."""

    def __init__(self, parent: QWidget, context: UiContext, file: CustomerFile) -> None:
        super().__init__(parent, context, FormPanel(), _WIDTH)
        self._file = file
        self.stays, self.goes = plain(wrap=True), plain(wrap=True)
        self.hint = muted(wrap=True)
        self.other = OtherFile(context, self.form, "other", file.id)
        self.lay_out(self.stays, self.form, self.other.hits, self.goes, self.hint)
        self.other.hits.doubleClicked.connect(lambda _: self.act())
        self.other.chosen.connect(self._say_goes)
        self.retranslate()
        self.other.field.setFocus()

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(self.tr("Merge with another file"))
        stays = self.tr("Stays: {name}  {number}")
        self.stays.setText(stays.format(name=self._file.name, number=self._file.number))
        self.other.field.set_label(self.tr("Other file"))
        self.other.field.set_placeholder(self.tr("Telephone, name, pinyin, plate or number"))
        self.hint.setText(
            self.tr("Both are compared field by field first; there they can be swapped, too.")
        )
        self.do.setText(self.tr("Compare  Ctrl+Enter"))
        self._say_goes()

    def act(self) -> None:
        """Go on to the comparison."""
        hit = self.other.hit()
        if hit is None:
            self.other.refuse(self.tr("Please find the other file first."))
            return
        self.found.emit(hit.customer_id)
        self.accept()

    def _say_goes(self) -> None:
        hit = self.other.hit()
        text = self.tr("Goes in: {file}").format(file=f"{hit.title}  {hit.subtitle}") if hit else ""
        self.goes.setText(text)
        self.do.setEnabled(hit is not None)


class Merging(QObject):
    """Asks for the other file and leads to the comparison of both."""

    def __init__(self, page: Page, pane: FilePane) -> None:
        super().__init__(page)
        self._page, self._pane = page, pane
        self.may = page.context.services.desk.may(Permission.MERGE_CUSTOMERS)
        self.cars = SameCars(page, pane)
        pane.head.allow_merging(self.may)
        pane.head.merge_asked.connect(self.ask)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """What the overview of keys says, for who may merge."""
        both = (
            ("Ctrl+M", self.tr("Merge with another file")),
            ("Ctrl+D", self.tr("The same car twice: make one of two")),
        )
        return both if self.may else ()

    def ask(self) -> None:
        """Ask with which file the open one is to be merged."""
        file = self._pane.file
        if file is None or not self.may:
            return
        if self._pane.is_dirty():
            self._page.notice(Tone.WARN, self.tr("Please save what was typed first."))
            return
        window = MergeWindow(self._page, self._page.context, file)
        stays_id = file.id
        window.found.connect(lambda goes_id: self._compare(stays_id, goes_id))
        window.open()

    def _compare(self, stays_id: str, goes_id: str) -> None:
        both = (stays_id, goes_id)
        self._page.context.navigate(Place("customers", None, "part.duplicates", both))
