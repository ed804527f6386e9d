"""Quietly at the bottom: who is signed in, where the data lies, how old the backup is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QWidget

from frontdesk.errors import FrontdeskError
from frontdesk.models.enums import Role
from frontdesk.ui.kit import errors, words
from frontdesk.ui.kit.icons import pixmap
from frontdesk.ui.kit.labels import plain, set_tip, set_tone, show_picture, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.tokens import GRID, ROOM, Tone

if TYPE_CHECKING:
    from frontdesk.services.backups.dto import SecondPlace

_OLD_BACKUP = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class DeskStatus:
    """``backup_at`` is ``None`` while there is none; ``unsent`` is ``None`` without an outbox.

    ``second`` is ``None`` where no second place is set; ``fault``: why no backup could be made.
    """

    data_place: str
    backup_at: datetime | None = None
    unsent: int | None = None
    second: SecondPlace | None = None
    fault: FrontdeskError | None = None


class DeskStatusBar(Translated, QStatusBar):
    """Person, roles, data place, age of the backups here and at the second place, messages."""

    def __init__(self, person: str, roles: frozenset[Role], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._person, self._roles = person, roles
        self._status = DeskStatus("")
        self._who = self._part("user")
        self._place = self._part("database")
        self._backup = self._part("shield-check")
        self._second = self._part("hard-drives")
        self._unsent = self._part("paper-plane-tilt")
        self.retranslate()

    def show_status(self, status: DeskStatus) -> None:
        """Show what was found out."""
        self._status = status
        self.retranslate()

    def retranslate(self) -> None:
        status = self._status
        order = [role for role in Role if role in self._roles]
        roles = self.tr(", ", "between roles").join(words.word(role) for role in order)
        self._who.setText(f"{self._person} · {roles}" if roles else self._person)
        self._place.setText(status.data_place)
        set_tip(self._place, self.tr("Where the data lies"))
        old = status.backup_at is None or words.clock().now() - status.backup_at > _OLD_BACKUP
        if status.backup_at is None:
            self._backup.setText(self.tr("No backup yet"))
        else:
            ago = words.ago(status.backup_at)
            self._backup.setText(self.tr("Last backup {ago}").format(ago=ago))
        set_tone(self._backup, Tone.WARN if old else Tone.NEUTRAL)
        if status.fault is not None:
            self._backup.setText(self.tr("No backup could be made"))
            set_tone(self._backup, Tone.ERROR)
        why = errors.said(status.fault) if status.fault is not None else ""
        set_tip(self._backup, why or self.tr("Backup on this PC"))
        self._show_second()
        unsent = status.unsent
        self._unsent.setText(self.tr("%n unsent message(s)", "", unsent or 0))
        for label, shown in (
            (self._unsent, bool(unsent)),
            (self._place, bool(status.data_place)),
            (self._second, status.second is not None),
        ):
            holder = label.parentWidget()
            if holder is not None:
                holder.setVisible(shown)

    def _show_second(self) -> None:
        second = self._status.second
        if second is None:
            return
        if second.copied_at is None:
            text = self.tr("Second place: no copy yet")
        else:
            text = self.tr("Second place {ago}").format(ago=words.ago(second.copied_at))
        self._second.setText(text)
        set_tone(self._second, Tone.WARN if second.overdue else Tone.NEUTRAL)
        late = self.tr("Plug the second place in, so that the newest backup is copied there.")
        set_tip(self._second, late if second.overdue else second.folder)

    def _part(self, icon_name: str) -> QLabel:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(GRID, 0, ROOM, 0)
        row.setSpacing(6)
        sign = plain()
        show_picture(sign, pixmap(icon_name, "muted", 14, self.devicePixelRatioF()))
        sign.setFixedSize(QSize(16, 20))
        label = small()
        row.addWidget(sign)
        row.addWidget(label)
        self.addWidget(holder)
        return label
