"""The page of the first run: form, then recovery sheet, then the desk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from frontdesk.errors import UserError
from frontdesk.services.accounts.opening import FirstManager, Founded
from frontdesk.services.data import doubt_about
from frontdesk.services.desk import Profile
from frontdesk.ui.kit import errors, language
from frontdesk.ui.kit.banner import BannerArea
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.kit.tokens import GAP, Tone
from frontdesk.ui.setup.founding import FoundingForm
from frontdesk.ui.setup.recovery import RecoveryStep
from frontdesk.ui.shell.place_words import warning

if TYPE_CHECKING:
    from frontdesk.services.registry import Services

Found = Callable[[Profile, FirstManager], Founded]
_WIDTH = 980
_PLACE = "place"


class SetupPage(QWidget):
    """``finished`` carries the services of the first manager, signed in."""

    finished = Signal(object)

    def __init__(
        self, found: Found, tasks: Tasks, place: str = "", parent: QWidget | None = None
    ) -> None:
        """``place``: the folder the data will lie in; a doubtful one is warned about."""
        super().__init__(parent)
        self._found, self._tasks = found, tasks
        self.banners = BannerArea()
        self.founding = FoundingForm()
        self.founding.filled.connect(self._create)
        self.recovery: RecoveryStep | None = None
        card = QFrame()
        card.setProperty("look", "card")
        card.setMaximumWidth(_WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(32, 24, 32, 24)
        inside.setSpacing(GAP)
        inside.addWidget(self.banners)
        self._steps = QStackedLayout()
        self._steps.addWidget(self.founding)
        inside.addLayout(self._steps)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 20)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)
        self.founding.form.focus_first()
        doubt = doubt_about(place) if place else None
        if doubt is not None:
            self.banners.show_banner(Tone.WARN, warning(doubt), key=_PLACE, closable=False)

    def _create(self, profile: Profile, first: FirstManager) -> None:
        self.banners.remove("error")
        self.founding.busy(True)
        self._tasks.run(
            partial(self._found, profile, first),
            self._founded,
            self._refused,
            owner=self,
            kind="write",
        )

    def _refused(self, error: Exception) -> None:
        self.founding.busy(False)
        form = self.founding.form
        if isinstance(error, UserError) and error.field and form.has(error.field):
            form.show_errors(error)
        else:
            errors.present(self, error)

    def _founded(self, founded: Founded) -> None:
        services: Services = founded.services
        code = founded.recovery_code
        self.recovery = RecoveryStep(
            code,
            lambda: services.accounts.recovery_sheet(code, language.current()),
            self._tasks,
        )
        self.recovery.kept.connect(lambda: self.finished.emit(services))
        self._steps.addWidget(self.recovery)
        self._steps.setCurrentWidget(self.recovery)
        self.recovery.show_sheet.setFocus()
