"""What is done with reports: shown, approved, compared with what is true now; and with sheets."""

from __future__ import annotations

from PySide6.QtCore import QObject

from frontdesk.services.printed import PrintedForm
from frontdesk.services.statistics.dto import Report, Workbook
from frontdesk.ui.kit.page import Page, Place
from frontdesk.ui.kit.save_as import save_as
from frontdesk.ui.kit.tokens import Tone
from frontdesk.ui.statistics.view import StatisticsView


class Reporting(QObject):
    """Acts of the page on prepared and approved reports."""

    def __init__(self, page: Page, view: StatisticsView) -> None:
        super().__init__(page)
        self._page, self._panel = page, view.reports
        self._statistics = page.context.services.statistics
        self._panel.opened.connect(self.open_paper)
        self._panel.changes_asked.connect(self.open_changed)
        self._panel.approve_asked.connect(self.approve)

    def read(self) -> None:
        """Show the reports there are."""
        self._page.run(self._statistics.reports, self._panel.show_reports)

    def approve(self) -> None:
        """Approve the chosen report; the password is asked for."""
        report = self._panel.to_approve()
        if report is None or not self._panel.approve.isVisibleTo(self._panel):
            return

        def done(_: None) -> None:
            self.read()
            self._page.notice(
                Tone.OK, self.tr("The report is approved; its paper is kept as it is.")
            )

        self._page.run(
            lambda: self._statistics.approve(report.id, report.version), done, kind="write"
        )

    def open_paper(self, report_id: str) -> None:
        """Show the paper as approved, or as it waits for approval."""
        self._page.run(
            lambda: self._statistics.print_report(report_id), self.show_paper, kind="write"
        )

    def open_changed(self, report_id: str) -> None:
        """List the complaints with a new entry since the report was prepared."""
        report = self._report(report_id)
        if report is None:
            return
        told = self.tr("Changed since the report of {first} – {last}")
        title = told.format(first=report.first, last=report.last)
        self._page.run(
            lambda: self._statistics.changed_since(report_id),
            lambda ids: self._page.context.navigate(
                Place("complaints", None, "list", (title, ids))
            ),
        )

    def show_paper(self, form: PrintedForm) -> None:
        """Open a printed form."""
        from frontdesk.ui.kit.pdf_view import show_pdf

        title = self.tr("Complaint category statistics form")
        show_pdf(self._page, title, form.pdf, form.file_name)

    def save(self, book: Workbook) -> None:
        """Ask where an exported sheet is to go, and write it there."""
        title = self.tr("Save the complaint statistics")
        save_as(self._page, title, book.file_name, book.content)

    def _report(self, report_id: str) -> Report | None:
        return next((r for r in self._panel.table.rows() if r.id == report_id), None)
