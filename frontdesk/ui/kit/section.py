"""What every part of the settings is made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.errors import InputErrors, UserError
from frontdesk.services.desk import Change
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.banner import BannerArea
from frontdesk.ui.kit.conflict import ConflictHelp
from frontdesk.ui.kit.drafts import About, DraftKeeper
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.panels import Card, page_title, scrolled
from frontdesk.ui.kit.tasks import Kind
from frontdesk.ui.kit.tokens import GAP, ROOM, Tone

T = TypeVar("T")
Title = Callable[[], str]
_NOTICE_MS = 6000


class Section(Translated, QWidget):
    """A titled part with banners of its own; widgets go into ``body``.

    Override whatever of ``refresh open_on has_unsaved park focus_first retranslate`` matters.
    """

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__()
        self.context = context
        self._title = title
        self.heading = page_title()
        self.banners = BannerArea()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.heading)
        column.addWidget(self.banners)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        column.addLayout(self.body, 1)
        self._keepers: list[DraftKeeper] = []
        self._saving = False
        self.conflicts = ConflictHelp(context, self, self.banners)

    def refresh(self, changes: frozenset[Change]) -> None:
        """Records of these kinds changed; empty: look at everything anew."""

    def open_on(self, payload: object) -> None:
        """Somebody came here with something in mind, before the part is shown."""

    def has_unsaved(self) -> bool:
        """Whether something typed is not saved."""
        return False

    def park(self) -> None:
        """Write what is typed into the drafts now."""
        for keeper in self._keepers:
            keeper.flush()

    def focus_first(self) -> None:
        """Go to where typing begins."""
        self.focusNextChild()

    def retranslate(self) -> None:
        """Say the title in the language on screen."""
        self.heading.setText(self._title())

    # what a section may use -------------------------------------------------------------

    def run(
        self,
        fn: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        kind: Kind = "read",
    ) -> None:
        """Do ``fn`` off the GUI thread; an error without ``failed`` is shown in this section."""
        self.context.tasks.run(fn, done, failed, kind=kind, owner=self)

    def add_cards(self, width: int, *cards: Card) -> None:
        """Cards one under the other, each as high as what it holds."""
        for card in cards:
            card.setMaximumWidth(width)
            card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            self.body.addWidget(card)
        self.body.addStretch()

    def add_beside(self, main: QWidget, *cards: QWidget) -> None:
        """``main`` at the left; at the right what belongs to it, which scrolls."""
        self.body.addLayout(beside(main, *cards), 1)

    def notice(self, tone: Tone, text: str, *, for_ms: int = _NOTICE_MS) -> None:
        """Say that something happened."""
        self.banners.show_banner(tone, text, key="notice", for_ms=for_ms)

    def refuse(self, error: Exception, form: FormPanel) -> None:
        """Say ``error`` beside the fields it is about and go to the first, else in a banner."""
        parts = error.errors if isinstance(error, InputErrors) else (error,)
        beside = [
            part for part in parts if isinstance(part, UserError) and form.has(part.field or "")
        ]
        if len(beside) == len(parts):
            form.show_errors(InputErrors(beside))
        else:
            errors.present(self, error)

    def save_typed(
        self,
        form: FormPanel,
        keeper: DraftKeeper,
        save: Callable[[], T],
        done: Callable[[T], None],
    ) -> None:
        """Save what is typed into ``form``: its draft ends with the save, or goes on without it.

        What is refused is said beside the fields; asked again while it is on its way, it is done
        once.
        """
        if self._saving:
            return
        self._saving = True
        keeper.saving()

        def saved(result: T) -> None:
            self._saving = False
            keeper.saved()
            done(result)

        def failed(error: Exception) -> None:
            self._saving = False
            keeper.go_on()
            self.refuse(error, form)

        self.run(save, saved, failed, kind="write")

    def keep_drafts(
        self,
        form: FormPanel,
        name: str,
        subject: Callable[[], str] = str,
        base_version: Callable[[], int | None] = lambda: None,
    ) -> DraftKeeper:
        """Keep what is typed into ``form`` as the draft ``name`` about ``subject()``."""
        keeper = DraftKeeper(
            self.context, form, lambda: About(name, subject(), base_version()), self.banners
        )
        self._keepers.append(keeper)
        return keeper


def beside(main: QWidget, *cards: QWidget) -> QHBoxLayout:
    """``main`` at the left; at the right what belongs to it, which scrolls and is never cut."""
    ground = QWidget()
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP)
    for card in cards:
        # As high as what it holds at this width, also where its lines wrap.
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
    column.addStretch()
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(ROOM)
    row.addWidget(main, 3)
    row.addWidget(scrolled(ground, whole_width=True), 2)
    return row


def acts_row(*widgets: QWidget) -> QHBoxLayout:
    """Buttons and what belongs to them, from the left."""
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return row
