"""The card of what was set aside when older data was put back: how much, since when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from frontdesk.services.backups.dto import AsideFiles
from frontdesk.ui.kit import words
from frontdesk.ui.kit.labels import button, plain, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.section import acts_row


class AsideCard(Translated, Card):
    """``delete_asked``: all of it is to go. Hidden where nothing was ever set aside."""

    delete_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._files: Sequence[AsideFiles] = ()
        self._told, self._why = plain(wrap=True), small(wrap=True)
        self.delete = button()
        self.add(self._told)
        self.add(self._why)
        self.body.addLayout(acts_row(self.delete))
        self.delete.clicked.connect(self.delete_asked)
        self.hide()
        self.retranslate()

    def show_files(self, files: Sequence[AsideFiles]) -> None:
        """Say what lies there, newest first."""
        self._files = files
        self.setVisible(bool(files))
        self._told.setText(self.told())

    def told(self) -> str:
        """How much it is and since when it lies there."""
        size = words.size(sum(each.size for each in self._files))
        times = self.tr("%n time(s) older data was put back", "", len(self._files))
        lines = [self.tr("{size} · {times}").format(size=size, times=times)]
        days = [each.at for each in self._files if each.at is not None]
        if days:
            lines.append(self.tr("last {when}").format(when=words.when(max(days))))
        return " · ".join(lines)

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        self.set_title(self.tr("Set aside"))
        self._why.setText(
            self.tr(
                "Files that gave way when a backup was put back. Nothing reads them; delete them "
                "once you are sure that nothing is missing."
            )
        )
        self.delete.setText(self.tr("Delete what was set aside …"))
        self._told.setText(self.told())
