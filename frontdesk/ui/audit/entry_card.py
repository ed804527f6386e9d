"""One entry of the trail with all that is kept of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from frontdesk.services.audit.dto import Entry
from frontdesk.services.audit.wording import detail_of, person_of, subject_of
from frontdesk.texts.audit import act
from frontdesk.ui.kit import language, words
from frontdesk.ui.kit.labels import button, muted, plain, sized, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.tokens import GAP, SECTION_POINTS


class EntryCard(Translated, Card):
    """``open_record`` is the button that opens what the entry is about."""

    def __init__(self) -> None:
        super().__init__()
        self._entry: Entry | None = None
        self._act = plain(wrap=True)
        sized(self._act, SECTION_POINTS, bold=True)
        self._who, self._about = muted(wrap=True), plain(wrap=True)
        self._detail = small(wrap=True)
        self.open_record = button()
        for label in (self._act, self._who, self._about, self._detail):
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.add(label)
        self.body.setSpacing(GAP)
        self.body.addWidget(self.open_record, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch()
        self.retranslate()

    def show_entry(self, entry: Entry | None, *, can_open: bool = False) -> None:
        """Show ``entry``, or that none is chosen."""
        self._entry = entry
        self.open_record.setVisible(can_open)
        self._show()

    def retranslate(self) -> None:
        self.open_record.setText(self.tr("Open the record (Enter)"))
        self._show()

    def _show(self) -> None:
        entry, speak = self._entry, language.current()
        shown: list[tuple[QWidget, str]] = []
        if entry is None:
            shown = [(self._who, self.tr("No entry chosen"))]
            self.open_record.hide()
        else:
            who = f"{person_of(entry, speak)} · {words.when(entry.at)} · {entry.sequence:,}"
            shown = [
                (self._act, act(entry.action).in_(speak)),
                (self._who, who),
                (self._about, subject_of(entry, speak)),
                (self._detail, detail_of(entry, speak)),
            ]
        texts = dict(shown)
        for label in (self._act, self._who, self._about, self._detail):
            label.setText(texts.get(label, ""))
            label.setVisible(bool(texts.get(label)))
