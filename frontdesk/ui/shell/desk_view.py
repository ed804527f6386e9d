"""The desk of one signed-in person: search on top, tabs below it, status at the bottom."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from frontdesk.clock import Clock
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import plain
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.page import Page, Place, Subject, UiContext
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.state import UiState
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.kit.tokens import GAP, ROOM, Tone
from frontdesk.ui.shell.account_menu import AccountButton
from frontdesk.ui.shell.badge import OverdueBadge
from frontdesk.ui.shell.search_box import SearchBox
from frontdesk.ui.shell.sheet_drop import SheetDrop
from frontdesk.ui.shell.status_bar import DeskStatus, DeskStatusBar
from frontdesk.ui.tabs import TabSpec, tabs_for

if TYPE_CHECKING:
    from frontdesk.services.desk import Change
    from frontdesk.services.registry import Services
    from frontdesk.services.search.results import Hit, SearchResult

_STATUS_EVERY_MS = 60_000
_COMPLAINTS = "complaints"
_SAID_FOR_MS = 12_000


class ChangeNotice(QObject):
    """Carries 'these kinds of records changed' from the worker's thread to the pages."""

    changed = Signal(object)


class DeskView(Translated, QWidget):
    """Tabs are built when first shown; hidden ones are told of changes when shown again.

    ``settings_changed``: other figures or another profile are in force.
    """

    settings_changed = Signal()

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        clock: Clock,
        state: UiState,
        status: Callable[[], DeskStatus],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.services = services
        self._tasks = tasks
        self._read_status = status
        self._tabs: tuple[TabSpec, ...] = tabs_for(services.desk.permissions)
        self._pages: dict[str, Page] = {}
        self._stale: dict[str, set[Change]] = {}
        self._parked = False
        self.account = AccountButton(services.desk.actor.name)
        self.context = UiContext(
            services,
            tasks,
            self.go,
            clock,
            state,
            speak=self.account.language_chosen.emit,
            dress=self.account.theme_chosen.emit,
        )
        self.stack = QStackedWidget()
        # Before all else: it reads its first rows while the rest of the desk is built.
        self.page(self._tabs[0].key)
        self.search = SearchBox(tasks, services.search.find)
        self._dealership = plain(services.desk.profile.name)
        self.bar = QTabBar()
        self.status = DeskStatusBar(services.desk.actor.name, services.desk.actor.roles)
        self._build()
        self.badge = self._badge()
        self._keys()
        self._notice = ChangeNotice(self)
        self._notice.changed.connect(self._changed, Qt.ConnectionType.QueuedConnection)
        services.desk.on_change(self._notice.changed.emit)
        self.search.opened.connect(self._open_hit)
        self.search.intake_asked.connect(lambda hit: self._new_for(hit, "intake"))
        self.search.complaint_asked.connect(lambda hit: self._new_for(hit, "complaints"))
        self.search.left.connect(self._back_to_page)
        self.sheets = SheetDrop(self, self.context)
        self._timer = QTimer(self, interval=_STATUS_EVERY_MS)
        self._timer.timeout.connect(self.look_at_status)
        self._timer.start()
        self.retranslate()
        self.show_tab(self._tabs[0].key)

    # tabs -------------------------------------------------------------------------------

    def tab_keys(self) -> tuple[str, ...]:
        """The keys of this person's tabs, in order."""
        return tuple(tab.key for tab in self._tabs)

    def current_tab(self) -> TabSpec:
        """The tab that is shown."""
        return self._tabs[self.bar.currentIndex()]

    def current_key(self) -> str:
        """The key of the tab that is shown."""
        return self.current_tab().key

    def page(self, key: str) -> Page:
        """The page of a tab; built now if it was never shown."""
        if key not in self._pages:
            spec = self._tabs[self.tab_keys().index(key)]
            page = spec.build(self.context)
            self._pages[key] = page
            self._stale[key] = set()
            self.stack.addWidget(page)
            page.refresh(frozenset())
        return self._pages[key]

    def show_tab(self, key: str) -> Page:
        """Bring a tab to the front, up to date."""
        page = self.page(key)
        if self.stack.currentWidget() is not page:
            self.stack.setCurrentWidget(page)
        self.bar.setCurrentIndex(self.tab_keys().index(key))
        if self._stale[key]:
            told = frozenset(self._stale[key])
            self._stale[key].clear()
            page.refresh(told)
        return page

    def go(self, place: Place) -> None:
        """Open a place; a tab the person does not have stays closed."""
        if place.tab not in self.tab_keys():
            return
        page = self.show_tab(place.tab)
        page.open_place(place)

    def open_number(self, number: str) -> None:
        """Open the ticket or order whose number a scanner has read; the form at hand stays.

        An unknown number, or one read while a window stands over the desk, is said in a sentence.
        """
        if QApplication.activeModalWidget() is not None:
            self._say(
                self.tr("{number} was scanned. Close the open window first, then scan again."),
                number,
            )
            return

        def found(result: SearchResult) -> None:
            hit = next((each for each in result.hits if each.title == number), None)
            if hit is None:
                self._say(self.tr("Nothing here has the number {number}."), number)
            else:
                self._open_hit(hit)

        self._tasks.run(
            lambda: self.services.search.find(number), found, kind="search", owner=self.search
        )

    def _say(self, text: str, number: str) -> None:
        page = self.stack.currentWidget()
        if isinstance(page, Page):
            page.notice(Tone.WARN, text.format(number=number), for_ms=_SAID_FOR_MS)

    def pages(self) -> tuple[Page, ...]:
        """The pages built so far."""
        return tuple(self._pages.values())

    def has_unsaved(self) -> bool:
        """Whether any page holds something typed that is not saved."""
        return any(page.has_unsaved() for page in self._pages.values())

    def resume(self) -> None:
        """The desk comes (back) into sight: what others did meanwhile, or a night, is seen."""
        if self._parked:
            self._parked = False
            self.look_anew()
        self._dealership.setText(self.services.desk.profile.name)
        self.look_at_status()
        if self.badge is not None:
            self.badge.look()
        self._back_to_page()

    def look_anew(self) -> None:
        """Have the page in front look at everything again, the others when they are shown."""
        from frontdesk.services.desk import Change

        for key, page in self._pages.items():
            if page is self.stack.currentWidget():
                self._stale[key].clear()
                page.refresh(frozenset())
            else:
                self._stale[key] |= set(Change)

    def park(self) -> None:
        """Before the desk goes out of sight: what is typed is kept, the password is not."""
        self._parked = True
        self.services.desk.confirmation.drop()
        for page in self._pages.values():
            page.park()

    def heed(self, kinds: frozenset[Change]) -> None:
        """Records were changed by somebody who works at no tab."""
        self._changed(kinds)

    # inside -----------------------------------------------------------------------------

    @Slot(object)
    def _changed(self, kinds: frozenset[Change]) -> None:
        from frontdesk.services.desk import Change

        if self.badge is not None and kinds & {Change.COMPLAINTS, Change.SETTINGS}:
            self.badge.look()
        if Change.BACKUPS in kinds:
            self.look_at_status()
        if Change.SETTINGS in kinds:
            self._dealership.setText(self.services.desk.profile.name)
            self.settings_changed.emit()
        for key, page in self._pages.items():
            if page.isVisible():
                page.refresh(kinds)
            else:
                self._stale[key] |= kinds

    def _chosen(self, number: int) -> None:
        if 0 <= number < len(self._tabs):
            self.show_tab(self._tabs[number].key)

    def _by_key(self, number: int) -> None:
        if number < len(self._tabs):
            self.show_tab(self._tabs[number].key).focus_first()

    @Slot(object)
    def _open_hit(self, hit: Hit) -> None:
        tab = {"order": "intake", "ticket": "complaints"}.get(hit.kind)
        if tab is not None:
            self.go(Place(tab, hit.id, "open"))
        else:
            self.go(Place("customers", hit.customer_id, "open", hit.vehicle_id))

    def _new_for(self, hit: Hit, tab: str) -> None:
        visit_id = hit.id if hit.kind == "order" else None
        self.go(Place(tab, None, "new", Subject(hit.customer_id, hit.vehicle_id, visit_id)))

    def _back_to_page(self) -> None:
        page = self.stack.currentWidget()
        if isinstance(page, Page):
            page.focus_first()

    def reload(self) -> None:
        """Have the shown page look anew."""
        page = self.stack.currentWidget()
        if isinstance(page, Page):
            page.refresh(frozenset())
        self.look_at_status()

    def look_at_status(self) -> None:
        """Find out anew what the status bar shows."""
        self._tasks.run(self._read_status, self.status.show_status, owner=self.status)

    def retranslate(self) -> None:
        for number, tab in enumerate(self._tabs):
            self.bar.setTabText(number, tab.title())
            self.bar.setTabToolTip(number, f"Ctrl+{number + 1}")
        self.bar.setAccessibleName(self.tr("Tabs"))

    def _badge(self) -> OverdueBadge | None:
        """How many complaints are overdue, on their tab; for who has none, nothing."""
        if _COMPLAINTS not in self.tab_keys():
            return None
        number = self.tab_keys().index(_COMPLAINTS)
        badge = OverdueBadge(self.bar, number, self._tabs[number].title, self._tasks)
        badge.count_by(self.services.today.overdue_tickets)
        return badge

    def _build(self) -> None:
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for tab in self._tabs:
            self.bar.addTab(icon(tab.icon, "muted"), tab.title())
        self.bar.currentChanged.connect(self._chosen)
        self.search.setMinimumWidth(320)
        self.search.setMaximumWidth(560)
        self._dealership.setMaximumWidth(320)
        top = QHBoxLayout()
        top.setContentsMargins(ROOM, GAP, ROOM, 0)
        top.setSpacing(ROOM)
        top.addWidget(self._dealership, 1)
        top.addWidget(self.search, 2)
        side = QHBoxLayout()
        side.addStretch()
        side.addWidget(self.account)
        top.addLayout(side, 1)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(GAP, 0, GAP, 0)
        # With all the room there is: the bold title of the shown tab must not make the bar scroll.
        tabs.addWidget(self.bar, 1)
        line = QWidget()
        line.setFixedHeight(1)
        line.setProperty("look", "line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(tabs)
        column.addWidget(line)
        column.addWidget(self.stack, 1)
        column.addWidget(self.status)

    def _keys(self) -> None:
        for keys in ("Ctrl+K", "F3"):
            self._key(keys, lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self._key("F5", self.reload)
        # The telephone rings at any moment: one key from anywhere.
        self._key("Ctrl+Shift+N", lambda: self.go(Place("complaints", None, "incoming")))
        for number in range(len(self._tabs)):
            self._key(f"Ctrl+{number + 1}", partial(self._by_key, number))

    def _key(self, keys: str, act: Callable[[], object]) -> None:
        bind_key(self, keys, act)
