"""The reports of all periods: which were prepared, which approved, and what changed since."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, Signal

from frontdesk.services.statistics.dto import Report
from frontdesk.ui.kit import words
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button, set_tip, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.state import UiState
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.table_model import Chip
from frontdesk.ui.kit.tokens import Tone


class ReportsPanel(Translated, Card):
    """``opened`` a report's paper, ``changes_asked`` the complaints changed since; both by id."""

    opened = Signal(str)
    changes_asked = Signal(str)
    prepare_asked = Signal()
    approve_asked = Signal()

    def __init__(self, state: UiState, *, may_approve: bool) -> None:
        super().__init__()
        self.prepare, self.approve = button(), button()
        self.approve.setIcon(icon("check", "text"))
        self.prepare.clicked.connect(self.prepare_asked)
        self.approve.clicked.connect(self.approve_asked)
        self.add_action(self.prepare)
        self.add_action(self.approve)
        # Not before it has its place: a button of its own would flash up as a window.
        self.approve.setVisible(may_approve)
        self.table: RecordTable[Report] = RecordTable(
            "statistics.reports",
            _columns(),
            lambda report: report.id,
            state=state,
            filterable=False,
            footer=False,
        )
        self.table.activated.connect(self._activated)
        self.table.selected.connect(lambda _: self._offer())
        self.table.setMinimumHeight(96)
        self.told = small()
        self.told.setWordWrap(True)
        self.add(self.table, 1)
        self.add(self.told)
        self.retranslate()
        self._offer()

    def show_reports(self, reports: Sequence[Report]) -> None:
        """Show all there are."""
        self.table.set_rows(reports)
        if reports and not self.table.current_id():
            self.table.select_first()
        self._offer()

    def to_approve(self) -> Report | None:
        """The chosen report while it waits for approval."""
        report = self.table.current()
        return None if report is None or report.approved_at is not None else report

    def choose(self, first: date, last: date) -> None:
        """Put the cursor on the newest report of a period."""
        found = (r.id for r in self.table.rows() if (r.first, r.last) == (first, last))
        self.table.select(next(found, ""))

    def retranslate(self) -> None:
        self.set_title(self.tr("Reports"))
        self.prepare.setText(self.tr("Prepare"))
        set_tip(self.prepare, self.tr("Freeze figures and measures for approval (Ctrl+R)"))
        self.approve.setText(self.tr("Approve"))
        set_tip(
            self.approve,
            self.tr("Approve the chosen report; it never changes from then on (Ctrl+Shift+R)"),
        )
        self.table.set_empty("file-text", self.tr("No report was prepared yet."))

    def _offer(self) -> None:
        self.approve.setEnabled(self.to_approve() is not None)
        report = self.table.current()
        lines = []
        if report is not None:
            lines.append(_told(report))
            if report.changed:
                lines.append(_tr_n("%n complaint(s) changed since", report.changed))
        self.told.setText("\n".join(lines))

    def _activated(self, report_id: str) -> None:
        at = self.table.view.currentIndex().column()
        key = self.table.model.columns[at].key if at >= 0 else ""
        report = self.table.current()
        if key == "changed" and report is not None and report.changed:
            self.changes_asked.emit(report_id)
        else:
            self.opened.emit(report_id)


def _columns() -> tuple[Column[Report], ...]:
    return (
        Column(
            "period",
            lambda: _tr("Period"),
            lambda r: (r.first, r.last),
            display=lambda r: days_named(r.first, r.last),
            tip=lambda r: f"{r.first} – {r.last}",
            width=92,
        ),
        Column(
            "state",
            lambda: _tr("State"),
            lambda r: r.approved_at or r.prepared_at,
            chip=_chip,
            tip=_told,
            width=124,
        ),
        Column(
            "changed",
            lambda: _tr("Since"),
            lambda r: r.changed,
            display=lambda r: f"{r.changed:+,}" if r.changed else "",
            right=True,
            tip=lambda r: _tr_n("%n complaint(s) changed since", r.changed) if r.changed else "",
            width=52,
        ),
    )


def days_named(first: date, last: date) -> str:
    """``2026-04`` for a month, ``2026`` for a year, else both days."""
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1
    if whole and (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    if whole and (first.month, last.month) == (1, 12) and first.year == last.year:
        return f"{first.year}"
    return f"{first:%Y%m%d}–{last:%Y%m%d}"


def _chip(report: Report) -> Chip:
    return state_chip(report.approved_at)


def _told(report: Report) -> str:
    return told_of(report.prepared_at, report.prepared_by, report.approved_at, report.approved_by)


def state_chip(approved_at: datetime | None) -> Chip:
    """Whether a report waits for approval or has it."""
    if approved_at is None:
        return Chip(Tone.INFO, _tr("To approve"))
    return Chip(Tone.OK, _tr("Approved"))


def told_of(
    prepared_at: datetime, prepared_by: str, approved_at: datetime | None, approved_by: str | None
) -> str:
    """Who prepared a report, or approved it, and when."""
    if approved_at is None:
        told, at, by = _tr("Prepared on {at} by {by}"), prepared_at, prepared_by
    else:
        told, at, by = _tr("As approved on {at} by {by}"), approved_at, approved_by or ""
    return told.format(at=words.when(at), by=by)


def _tr(text: str) -> str:
    return QCoreApplication.translate("statistics", text)


def _tr_n(text: str, count: int) -> str:
    return QCoreApplication.translate("statistics", text, None, count)
