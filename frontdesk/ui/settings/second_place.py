"""The card of the second place: which folder, tried out at once, and how it stands with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog

from frontdesk.services.backups.dto import BackupList
from frontdesk.ui.kit import words
from frontdesk.ui.kit.fields import TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button, muted, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card, StatusChip
from frontdesk.ui.kit.section import acts_row
from frontdesk.ui.kit.tokens import Tone

_PATH_LENGTH = 1_000


class SecondPlaceCard(Translated, Card):
    """``save_asked``: the folder as typed is to hold from now on."""

    save_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lead = muted(wrap=True)
        self.form = FormPanel()
        self.folder = self.form.add(TextField("second_place", max_length=_PATH_LENGTH), 0)
        self.browse, self.save = button(), button(look="primary")
        self.state = StatusChip()
        self._hint = small(wrap=True)
        self.add(self._lead)
        self.add(self.form)
        self.body.addLayout(acts_row(self.save, self.browse))
        self.body.addLayout(acts_row(self.state))
        self.add(self._hint)
        self._told: BackupList | None = None
        self.browse.clicked.connect(self._browse)
        self.save.clicked.connect(self.save_asked)
        self.form.save_requested.connect(self.save_asked)
        self.form.last_entered.connect(self.save.setFocus)
        self.retranslate()

    def show_state(self, told: BackupList) -> None:
        """How it stands; what is being typed stays as it is."""
        self._told = told
        second = told.status.second
        if not self.form.has_changes():
            self.form.set_values({"second_place": second.folder if second else ""})
        self._show()

    def hint(self) -> str:
        """What is said beneath the state."""
        return self._hint.text()

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        self.set_title(self.tr("Second place"))
        self._lead.setText(
            self.tr(
                "A stick or a share. A copy goes there after each backup, so that nothing is lost "
                "with this PC. Leave it empty for none."
            )
        )
        self.folder.set_label(self.tr("Folder"))
        self.folder.set_placeholder(self.tr("such as {example}").format(example="E:\\"))
        self.save.setText(self.tr("Try and save (Ctrl+Enter)"))
        self.browse.setText(self.tr("Browse … (Ctrl+O)"))
        self.browse.setShortcut(QKeySequence("Ctrl+O"))
        self._show()

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Choose the folder for the copies"), self.folder.line.text()
        )
        if chosen:
            self.folder.set_typed(chosen)
            self.save.setFocus()

    def _show(self) -> None:
        told = self._told
        second = told.status.second if told is not None else None
        hint = ""
        if told is None:
            self.state.setVisible(False)
        elif second is None:
            self.state.show_status(Tone.WARN, self.tr("No second place"), "hard-drives")
            hint = self.tr("If this PC's disk fails, the backups on it are lost as well.")
        else:
            ago = words.ago(second.copied_at) if second.copied_at else ""
            if not told.second_there:
                tone = Tone.WARN if second.overdue else Tone.NEUTRAL
                self.state.show_status(tone, self.tr("Not plugged in"), "hard-drive")
                hint = (
                    self.tr("Last copy {ago}. Plug it in; the newest backup follows by itself.")
                    if ago
                    else self.tr("No copy yet. Plug it in; the newest backup follows by itself.")
                ).format(ago=ago)
            elif not ago:
                self.state.show_status(Tone.NEUTRAL, self.tr("No copy yet"), "hourglass")
                hint = self.tr("The first copy follows with the next backup.")
            else:
                tone = Tone.WARN if second.overdue else Tone.OK
                self.state.show_status(tone, self.tr("Last copy {ago}").format(ago=ago))
            if told.same_disk:
                hint = self.tr(
                    "This folder lies on the same disk as the data. A stick or a share is safer."
                )
        self.state.setVisible(told is not None)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
