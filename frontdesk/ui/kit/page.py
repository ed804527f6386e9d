"""What every tab is made of, and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from frontdesk.clock import Clock
from frontdesk.language import Language
from frontdesk.ui.kit import language
from frontdesk.ui.kit.banner import Banner, BannerArea
from frontdesk.ui.kit.labels import set_tip
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.state import MemoryState, UiState
from frontdesk.ui.kit.tasks import Kind, Task, Tasks
from frontdesk.ui.kit.theme import Theme, apply_theme
from frontdesk.ui.kit.tokens import GAP, ROOM, Tone

if TYPE_CHECKING:
    from frontdesk.services.desk import Change
    from frontdesk.services.registry import Services

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom and what a new record is about; carried along by the act ``new``."""

    customer_id: str
    vehicle_id: str | None = None
    visit_id: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A record as the audit trail knows it, and ``name`` as people know it."""

    kind: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where to go: a tab, a record in it, an act on it, and what to carry along.

    The acts every tab knows: ``open`` shows ``record_id`` (customers: ``payload`` may be the id of
    the car to show first), ``new`` begins a record about the ``Subject`` in ``payload``. Settings
    take the key of a part as ``action``; its audit trail asks about the ``Record`` in ``payload``.
    """

    tab: str
    record_id: str | None = None
    action: str | None = None
    payload: object | None = None


def _dress(wanted: Theme) -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        apply_theme(app, wanted)


@dataclass(frozen=True)
class UiContext:
    """What a page may use. ``navigate`` opens a place in any tab.

    ``speak`` and ``dress`` switch language and colours of this PC, now and at the next start.
    """

    services: Services
    tasks: Tasks
    navigate: Callable[[Place], None]
    clock: Clock
    state: UiState = field(default_factory=MemoryState)
    speak: Callable[[Language], None] = field(default=lambda wanted: language.switch().use(wanted))
    dress: Callable[[Theme], None] = field(default=_dress)

    @property
    def language(self) -> Language:
        """The language on screen."""
        return language.current()


class Page(Translated, QWidget):
    """Base of a tab. Put widgets into ``body``; banners stand above it.

    Override ``refresh``, ``open_place``, ``retranslate``, ``has_unsaved``, ``focus_first``.
    """

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM, 12, ROOM, 12)
        column.setSpacing(GAP)
        self.banners = BannerArea()
        column.addWidget(self.banners)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        column.addLayout(self.body, 1)

    # what a tab answers -----------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        """Records of these kinds changed since the page last looked.

        Empty means 'look at everything anew'; so it is called when the page is first shown.
        """

    def open_place(self, place: Place) -> None:
        """Show ``place.record_id``, do ``place.action``."""

    def open_record(self, record_id: str) -> None:
        """Show one record."""
        self.open_place(Place("", record_id))

    def has_unsaved(self) -> bool:
        """Whether something typed is not saved; it is parked, never thrown away."""
        return False

    def park(self) -> None:
        """The page goes out of sight (lock, change of person, end): write open drafts now."""

    def keys(self) -> list[tuple[str, str]]:
        """The page's own keys and what they do, for the overview (F1)."""
        return []

    def focus_first(self) -> None:
        """Take the focus where work begins; called when the tab is shown by key."""
        self.focusNextChild()

    # what a tab may use -----------------------------------------------------------------

    def run(
        self,
        fn: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        kind: Kind = "read",
    ) -> Task:
        """Do ``fn`` off the GUI thread; an error without ``failed`` is shown in this page."""
        return self.context.tasks.run(fn, done, failed, kind=kind, owner=self)

    def bind_keys(self, acts: Iterable[tuple[str, Callable[[], Any]]]) -> list[QShortcut]:
        """Let keys do something wherever in the page the cursor is."""
        return [bind_key(self, keys, act) for keys, act in acts]

    def notice(self, tone: Tone, text: str, *, for_ms: int = 6000) -> Banner:
        """Say that something happened; goes by itself (``for_ms`` 0: stays)."""
        return self.banners.show_banner(tone, text, key="notice", for_ms=for_ms)

    def offer_undo(self, text: str, undo: Callable[[], Any]) -> Banner:
        """Say what was done and let it be taken back for some seconds (Ctrl+Z), 10 by default."""
        from frontdesk.ui.kit.undo import show_undo

        for_ms = self.context.services.desk.rules.undo_seconds * 1000
        return show_undo(self, self.banners, text, undo, for_ms=for_ms)

    def tip(self, widget: QWidget, text: str) -> None:
        """A tooltip and screen-reader description."""
        set_tip(widget, text)
        widget.setAccessibleDescription(text)
