"""Personal data: how many persons are held, who is kept too long, one person's copy and removal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from frontdesk.services.desk import Change
from frontdesk.services.permissions import Permission
from frontdesk.services.personal_data.dto import (
    DataCopy,
    ErasePreview,
    Outlived,
    PersonsHeld,
    Retention,
)
from frontdesk.services.search.results import Hit, SearchResult
from frontdesk.ui.kit import words
from frontdesk.ui.kit.labels import button, muted
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.panels import StatusChip
from frontdesk.ui.kit.save_as import save_as
from frontdesk.ui.kit.section import Section, Title
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.tokens import GAP, Tone
from frontdesk.ui.kit.turning_tabs import TurningTabs

_TYPED_MS = 150
_KEY = "erase"


class PersonalSection(Section):
    """Del removes whom the cursor is on, after a question and the password; Ctrl+S saves a copy.

    Somebody may come with one person in mind: the id of the file (``open_on``).
    """

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self._service = context.services.personal_data
        self._may_copy = context.services.desk.may(Permission.EXPORT_CUSTOMERS)
        self._retention: Retention | None = None
        self._persons: PersonsHeld | None = None
        self.held = StatusChip()
        self._detail, self._offered = muted(), muted(wrap=True)
        self.old: RecordTable[Outlived] = RecordTable(
            "customers/outlived", self._old_columns(), lambda row: row.id, state=context.state
        )
        self.old.set_many(True)
        self.found: RecordTable[Hit] = RecordTable(
            "customers/persons",
            self._found_columns(),
            lambda row: row.customer_id,
            state=context.state,
            filterable=False,
        )
        self.typed = QLineEdit()
        self.typed.setClearButtonEnabled(True)
        self.remove_old, self.remove, self.copy = button(), button(), button(look="primary")
        self.tabs = self._build()
        self._pause = QTimer(self, singleShot=True, interval=_TYPED_MS)
        self._pause.timeout.connect(self._search)
        self._connect()
        self.retranslate()

    # what a section answers ---------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        if not changes or changes & {Change.CUSTOMERS, Change.SETTINGS}:
            self._load()

    def open_on(self, payload: object) -> None:
        """Begin with the removal of this person: what stays and what stands in the way."""
        if isinstance(payload, str):
            self.tabs.setCurrentIndex(1)
            self.ask_to_remove(payload)

    def focus_first(self) -> None:
        self.tabs.focus_shown()

    def retranslate(self) -> None:
        super().retranslate()
        self.tabs.name(self.tr("Kept too long"), self.tr("One person"))
        self.typed.setPlaceholderText(self.tr("Name, telephone, plate or file number"))
        self.typed.setAccessibleName(self.typed.placeholderText())
        self.remove_old.setText(self.tr("Remove the chosen (Del)"))
        self.remove.setText(self.tr("Remove this person (Del)"))
        self.copy.setText(self.tr("Save all their data (Ctrl+S)"))
        self.old.set_empty("shield-check", self.tr("Nobody is kept longer than the rule allows."))
        self.found.set_empty(
            "magnifying-glass",
            self.tr("Find the person who asks for their data or for its removal."),
        )
        self._show_counts()

    # acts ---------------------------------------------------------------------------------

    def ask_to_remove(self, customer_id: str) -> None:
        """Say what removing the person does, or what stands in the way; then ask."""
        self.run(lambda: self._service.preview(customer_id), self._ask)

    def remove_chosen(self) -> None:
        """Ask about those chosen among the ones kept too long."""
        ids = tuple(self.old.selected_ids())
        if not ids:
            return
        question = self.tr("Remove %n person(s) for good? This cannot be undone.", "", len(ids))
        self.banners.show_banner(
            Tone.WARN,
            question,
            self.tr("Remove for good"),
            lambda: self.run(lambda: self._service.erase_outlived(ids), self._gone, kind="write"),
            key=_KEY,
        )

    def save_copy(self) -> None:
        """Save all data of the chosen person; the password is asked for, the act is noted."""
        hit = self.found.current()
        if hit is None or not self._may_copy:
            return
        language = self.context.language
        self.run(lambda: self._service.copy(hit.customer_id, language), self._save, kind="long")

    # inside -------------------------------------------------------------------------------

    def _ask(self, seen: ErasePreview) -> None:
        if not seen.can_be_erased:
            numbers = " ".join((*seen.open_visits, *seen.open_complaints))
            said = self.tr("{name} cannot be removed yet: {numbers} is still open.")
            self.banners.show_banner(
                Tone.ERROR, said.format(name=seen.name, numbers=numbers), key=_KEY
            )
            return
        question = self.tr(
            "Remove {name} ({number}) for good? Cars {cars}, visits {visits}, calls {calls} and "
            "complaints {complaints} stay without name and words for the statistics; pictures and "
            "files ({files}) go. Backups made until now still hold the person until they expire."
        )
        self.banners.show_banner(
            Tone.WARN,
            question.format(
                name=seen.name,
                number=seen.number,
                cars=seen.cars,
                visits=seen.visits,
                calls=seen.calls,
                complaints=seen.complaints,
                files=seen.files,
            ),
            self.tr("Remove for good"),
            lambda: self.run(
                lambda: self._service.erase(seen.id, seen.version),
                lambda _: self._gone(1),
                kind="write",
            ),
            key=_KEY,
        )

    def _gone(self, count: int) -> None:
        self.notice(Tone.OK, self.tr("%n person(s) removed.", "", count))
        self._load()
        self._search()

    def _save(self, made: DataCopy) -> None:
        title, kinds = self.tr("Save all data of the person"), self.tr("Zip file (*.zip)")
        save_as(self, title, made.file_name, made.content, kinds=kinds)

    def _build(self) -> TurningTabs:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.held)
        head.addWidget(self._detail, 1)
        self.body.addLayout(head)
        kept = QWidget()
        column = QVBoxLayout(kept)
        column.setContentsMargins(0, GAP, 0, 0)
        column.addWidget(self._offered)
        column.addWidget(self.old, 1)
        self.old.add_tool(self.remove_old)
        one = QWidget()
        column = QVBoxLayout(one)
        column.setContentsMargins(0, GAP, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.typed, 1)
        row.addWidget(self.remove)
        row.addWidget(self.copy)
        self.copy.setVisible(self._may_copy)
        column.addLayout(row)
        column.addWidget(self.found, 1)
        tabs = TurningTabs(self, (kept, self.old.view), (one, self.typed))
        self.body.addWidget(tabs, 1)
        return tabs

    def _connect(self) -> None:
        self.typed.textChanged.connect(lambda _: self._pause.start())
        self.typed.returnPressed.connect(self._into_found)
        self.remove_old.clicked.connect(self.remove_chosen)
        self.remove.clicked.connect(self._remove_found)
        self.copy.clicked.connect(self.save_copy)
        for table in (self.old, self.found):
            table.activated.connect(self._open_customer)
        self.found.selected.connect(lambda _: self._enable())
        acts: tuple[tuple[str, Callable[[], None], QWidget], ...] = (
            ("Del", self.remove_chosen, self.old.view),
            ("Del", self._remove_found, self.found.view),
            ("Ctrl+S", self.save_copy, self),
        )
        for keys, act, where in acts:
            bind_key(where, keys, act)

    def _load(self) -> None:
        self.run(self._service.held, self._show_held)
        self.run(self._service.retention, self._show_retention)

    def _show_held(self, persons: PersonsHeld) -> None:
        self._persons = persons
        self._show_counts()

    def _show_retention(self, retention: Retention) -> None:
        self._retention = retention
        self.old.set_rows(retention.rows)
        if retention.rows and not self.old.current_id():
            self.old.select_first()
        self.remove_old.setEnabled(bool(retention.rows))
        self._show_counts()

    def _show_counts(self) -> None:
        persons, retention = self._persons, self._retention
        if persons is not None:
            tone = Tone.WARN if persons.near else Tone.OK
            if persons.persons >= persons.threshold:
                tone = Tone.ERROR
            said = self.tr("{count} persons of {threshold}")
            self.held.show_status(
                tone,
                said.format(
                    count=words.number(persons.persons), threshold=words.number(persons.threshold)
                ),
            )
            detail = self.tr(
                "{customers} customers, {family} family members, {drivers} drivers; "
                "{erased} removed. From {threshold} persons on the law asks for more."
            )
            self._detail.setText(
                detail.format(
                    customers=words.number(persons.customers),
                    family=words.number(persons.family),
                    drivers=words.number(persons.drivers),
                    erased=words.number(persons.erased),
                    threshold=words.number(persons.threshold),
                )
            )
        if retention is not None:
            said = self.tr("Files nothing was heard of since {day}: {count}")
            self._offered.setText(
                said.format(day=words.day(retention.before), count=words.number(retention.total))
            )

    def _search(self) -> None:
        typed = self.typed.text().strip()
        if not typed:
            self.found.set_rows(())
            self._enable()
            return
        search = self.context.services.search
        self.run(lambda: search.find(typed), self._show_found)

    def _show_found(self, result: SearchResult) -> None:
        if result.typed != self.typed.text().strip():
            return
        persons = {hit.customer_id: hit for hit in result.hits}
        self.found.set_rows(tuple(persons.values()))
        self.found.select_first()
        self._enable()

    def _into_found(self) -> None:
        if self.found.rows():
            self.found.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove_found(self) -> None:
        hit = self.found.current()
        if hit is not None:
            self.ask_to_remove(hit.customer_id)

    def _enable(self) -> None:
        chosen = self.found.current() is not None
        self.remove.setEnabled(chosen)
        self.copy.setEnabled(chosen)

    def _open_customer(self, customer_id: str) -> None:
        self.context.navigate(Place("customers", customer_id, "open"))

    def _old_columns(self) -> tuple[Column[Outlived], ...]:
        return (
            Column("name", lambda: self.tr("Name"), lambda row: row.name, stretch=True),
            Column("number", lambda: self.tr("Number"), lambda row: row.number, width=150),
            Column("last", lambda: self.tr("Last heard of"), lambda row: row.last_on, width=150),
            Column("cars", lambda: self.tr("Cars"), lambda row: row.cars, width=88),
        )

    def _found_columns(self) -> tuple[Column[Hit], ...]:
        return (
            Column("title", lambda: self.tr("Found"), lambda row: row.title, width=300),
            Column("about", lambda: self.tr("About"), lambda row: row.subtitle, stretch=True),
            Column("day", lambda: self.tr("Last visit"), lambda row: row.day, width=128),
        )
