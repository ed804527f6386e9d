"""The audit trail (操作记录): state of the chain above, filter, entries, the chosen one beside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from frontdesk.clock import today
from frontdesk.errors import UserError
from frontdesk.services.audit.dto import (
    Entry,
    ExportedSheet,
    Person,
    TrailPage,
    TrailState,
    Verified,
    Wanted,
)
from frontdesk.services.audit.wording import detail_of, person_of, subject_of
from frontdesk.services.desk import Change
from frontdesk.services.printed import PrintedForm
from frontdesk.texts.audit import act
from frontdesk.ui.audit.entry_card import EntryCard
from frontdesk.ui.audit.filter_row import FilterRow
from frontdesk.ui.kit import errors, language, words
from frontdesk.ui.kit.labels import button, set_tip, small
from frontdesk.ui.kit.page import Place, Record, UiContext
from frontdesk.ui.kit.panels import StatusChip
from frontdesk.ui.kit.progress import run_with_progress
from frontdesk.ui.kit.save_as import save_as
from frontdesk.ui.kit.section import Section, Title
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.tokens import GAP, Tone

_TABS = {"customer": "customers", "visit": "intake", "complaint": "complaints"}
_MOST_FAULTS = 5
_CARD_WIDTH = 320


def _tr(text: str) -> str:
    return QCoreApplication.translate("audit", text)


def _columns() -> list[Column[Entry]]:
    return [
        Column("sequence", lambda: _tr("No."), lambda e: e.sequence, width=84, hidden=True),
        Column("at", lambda: _tr("Time"), lambda e: e.at, display=lambda e: words.when(e.at)),
        Column("person", lambda: _tr("Person"), lambda e: person_of(e, language.current())),
        Column("kind", lambda: _tr("Kind"), lambda e: e.kind, hidden=True),
        Column("act", lambda: _tr("Act"), lambda e: act(e.action).in_(language.current())),
        Column(
            "detail",
            lambda: _tr("Details"),
            lambda e: detail_of(e, language.current(), " · "),
            hidden=True,
        ),
        Column(
            "about",
            lambda: _tr("About"),
            lambda e: subject_of(e, language.current()),
        ),
    ]


class AuditSection(Section):
    """Older entries come when the end of the list is reached."""

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self._audit = context.services.audit
        self._asked: Wanted | None = None
        self._before: int | None = None
        self._looked_back: str = ""
        self._state: TrailState | None = None
        self._busy = False
        self._people_asked = False
        self._only = ""
        self.chip = StatusChip()
        self.seal = small()
        self.verify, self.daily, self.export = button(), button(), button()
        self.filter = FilterRow()
        self.only = StatusChip()
        self.reset = button(look="flat")
        self.table: RecordTable[Entry] = RecordTable(
            "audit",
            _columns(),
            lambda entry: str(entry.sequence),
            state=context.state,
            filterable=False,
            footer=False,
        )
        # The order is that of the trail: a clock may have been set back.
        self.table.view.setSortingEnabled(False)
        self.count = small()
        self.card = EntryCard()
        self._build()
        self.verify.clicked.connect(self.verify_now)
        self.daily.clicked.connect(self.print_day)
        self.export.clicked.connect(self.export_all)
        self.reset.clicked.connect(lambda: self.filter.ask(Wanted()))
        self.card.open_record.clicked.connect(self._open)
        self.filter.asked.connect(self._ask)
        self.table.selected.connect(self._chosen)
        self.table.activated.connect(lambda _: self._open())
        self.table.view.verticalScrollBar().valueChanged.connect(self._scrolled)
        for keys, do in (("Ctrl+P", self.print_day), ("Ctrl+E", self.export_all)):
            QShortcut(QKeySequence(keys), self).activated.connect(do)
        self.card.show_entry(None)
        self.retranslate()

    # what a section answers -------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._people_asked:
            self._people_asked = True
            self.run(self._audit.people, self._offered)
        if self._asked is None:
            self._ask()
        self.run(self._audit.state, self._stated)

    def refresh(self, changes: frozenset[Change]) -> None:
        """The trail grows with each act: it is read anew when it is asked, not all the time."""

    def focus_first(self) -> None:
        self.filter.focus_first()

    def ask(self, wanted: Wanted) -> None:
        """Show what is ``wanted``, such as who saw one customer's numbers."""
        self.filter.ask(wanted)

    def open_on(self, payload: object) -> None:
        """All entries about a ``Record``."""
        if isinstance(payload, Record):
            self._only = payload.name
            self.ask(Wanted(subject=payload.kind, subject_id=payload.id))

    def retranslate(self) -> None:
        super().retranslate()
        self.verify.setText(self.tr("Verify now (F8)"))
        self.verify.setShortcut(QKeySequence("F8"))
        set_tip(self.verify, self.tr("Prove every entry from the first to the last"))
        self.daily.setText(self.tr("Daily sheet (Ctrl+P)"))
        set_tip(self.daily, self.tr("Of the day in 'From', or of today; to be signed and kept"))
        self.export.setText(self.tr("Export (Ctrl+E)"))
        set_tip(self.export, self.tr("Save what is listed as a sheet; the password is asked for"))
        self.reset.setText(self.tr("Everything"))
        self.table.set_empty("fingerprint", self.tr("No entry matches."))
        self._show_state()
        self._show_count()
        self._show_only()

    # acts -------------------------------------------------------------------------------

    def verify_now(self) -> None:
        """Prove the whole chain, beside a bar with a button to stop."""
        run_with_progress(
            self.context.tasks,
            self,
            self._audit.verify,
            self.tr("Verifying the audit trail"),
            self._verified,
            self._not_verified,
        )

    def print_day(self) -> None:
        """The daily sheet of the day asked for, or of today."""
        day, speak = self._day(), self.context.language

        def done(form: PrintedForm) -> None:
            from frontdesk.ui.kit.pdf_view import show_pdf

            show_pdf(self, self.tr("Daily sheet"), form.pdf, form.file_name)

        self.run(lambda: self._audit.print_day(day, speak), done, kind="write")

    def export_all(self) -> None:
        """Save all that matches as a sheet."""
        wanted, speak = self._asked, self.context.language
        if wanted is not None:
            self.run(lambda: self._audit.export(wanted, speak), self._exported, kind="long")

    # reading ----------------------------------------------------------------------------

    def _ask(self) -> None:
        try:
            wanted = self.filter.wanted()
        except UserError as error:
            self.filter.show_refusal(error)
            return
        self.filter.clear_errors()
        self._asked = wanted
        self._show_only()
        self._read(wanted, None, self._first_page)

    def _scrolled(self, value: int) -> None:
        bar = self.table.view.verticalScrollBar()
        if value >= bar.maximum() - bar.pageStep() // 2 and bar.maximum() > 0:
            self._older()

    def _older(self) -> None:
        wanted, before = self._asked, self._before
        if wanted is not None and before is not None and not self._busy:
            self._busy = True
            self._read(wanted, before, self._next_page)

    def _read(self, wanted: Wanted, before: int | None, then: Callable[[TrailPage], None]) -> None:
        def done(page: TrailPage) -> None:
            self._busy = False
            if wanted == self._asked:
                then(page)

        def failed(error: Exception) -> None:
            self._busy = False
            if isinstance(error, UserError) and self.filter.has(error.field or ""):
                self.filter.show_refusal(error)
            else:
                errors.present(self, error)

        self.run(lambda: self._audit.page(wanted, before), done, failed)

    def _first_page(self, page: TrailPage) -> None:
        self.table.set_rows(page.entries)
        self.table.view.scrollToTop()
        self.table.select_first()
        self._paged(page)

    def _next_page(self, page: TrailPage) -> None:
        self.table.set_rows([*self.table.rows(), *page.entries])
        self._paged(page)

    def _paged(self, page: TrailPage) -> None:
        self._before = page.before
        self._looked_back = "" if page.looked_back_to is None else words.when(page.looked_back_to)
        self._show_count()
        if page.before is not None and self.table.view.verticalScrollBar().maximum() == 0:
            # Nothing to scroll yet: a text is sought further back by itself.
            self._older()

    def _offered(self, people: tuple[Person, ...]) -> None:
        self.filter.offer(people)

    def _stated(self, state: TrailState) -> None:
        self._state = state
        self._show_state()

    # shown ------------------------------------------------------------------------------

    def _show_state(self) -> None:
        state = self._state
        if state is None:
            self.chip.show_status(Tone.INFO, self.tr("Reading …"), "hourglass")
            return
        sealed = self.tr("Sealed, %n entries", "", state.entries)
        if state.faults:
            found = self.tr("%n fault(s) found at {at}", "", state.faults)
            text = found.format(at=words.when(state.verified_at))
            self.chip.show_status(Tone.ERROR, f"{sealed} · {text}")
        elif state.verified_at is None:
            never = self.tr("not verified yet")
            self.chip.show_status(Tone.INFO, f"{sealed} · {never}", "fingerprint")
        else:
            verified = self.tr("verified at {at}").format(at=words.when(state.verified_at))
            self.chip.show_status(Tone.OK, f"{sealed} · {verified}")
        seal = " ".join(state.seal[at : at + 4] for at in range(0, 16, 4))
        self.seal.setText(self.tr("Seal {seal} …").format(seal=seal) if state.seal else "")

    def _show_only(self) -> None:
        """Which record it is all about, where it is about one: nothing in the filter says so."""
        about_one = self._asked is not None and bool(self._asked.subject)
        self.only.setVisible(about_one)
        if about_one:
            text = self.tr("Only about {record}").format(record=self._only)
            self.only.show_status(Tone.INFO, text, "identification-card")

    def _show_count(self) -> None:
        text = self.tr("%n entries", "", len(self.table.rows()))
        if self._before is not None and self._looked_back:
            back = self.tr("looked back to {at}").format(at=self._looked_back)
            text = f"{text} · {back}"
        elif self._before is not None:
            more = self.tr("older ones come when you scroll down")
            text = f"{text} · {more}"
        self.count.setText(text)

    def _chosen(self, _: str) -> None:
        entry = self.table.current()
        self.card.show_entry(entry, can_open=entry is not None and entry.subject in _TABS)

    def _open(self) -> None:
        entry = self.table.current()
        if entry is not None and entry.subject in _TABS:
            self.context.navigate(Place(_TABS[entry.subject], entry.subject_id, "open"))

    def _verified(self, found: Verified) -> None:
        self._state = TrailState(
            found.entries,
            "" if self._state is None else self._state.seal,
            found.at,
            len(found.faults),
        )
        self._show_state()
        if found.faults:
            text = self.tr("The trail is not as it was sealed. Keep the folder as it is.")
            self.banners.show_banner(
                Tone.ERROR, "\n".join((text, *found.faults[:_MOST_FAULTS])), key="verified"
            )
        else:
            self.banners.remove("verified")
            self.notice(Tone.OK, self.tr("Every entry is as it was sealed; none is missing."))
        self.run(self._audit.state, self._stated)

    def _not_verified(self, error: Exception) -> None:
        if isinstance(error, UserError) and error.code == "audit.cancelled":
            self.notice(Tone.INFO, errors.said(error))
        else:
            errors.present(self, error)

    def _exported(self, sheet: ExportedSheet) -> None:
        said = self.tr("%n entries saved: {path}", "", sheet.count)
        save_as(
            self,
            self.tr("Save the audit trail"),
            sheet.file_name,
            sheet.content,
            said=lambda path: said.format(path=path),
        )

    def _day(self) -> date:
        wanted = self._asked
        return (wanted.first if wanted else None) or today(self.context.clock)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.chip)
        head.addWidget(self.seal, 1)
        for each in (self.verify, self.daily, self.export):
            head.addWidget(each)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.only)
        foot.addWidget(self.reset)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self.table, 1)
        left.addLayout(foot)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addLayout(left, 1)
        self.card.setFixedWidth(_CARD_WIDTH)
        row.addWidget(self.card)
        self.body.addLayout(head)
        self.body.addWidget(self.filter)
        self.body.addLayout(row, 1)
