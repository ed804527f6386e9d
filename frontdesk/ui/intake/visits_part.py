"""Visits of a period: all, declined orders and work, repeat repairs, and behind the figure."""

from __future__ import annotations

from datetime import date
from enum import Enum

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from frontdesk.clock import today
from frontdesk.models.values import plate
from frontdesk.services.desk import Change
from frontdesk.services.intake.fixed import FixFigures
from frontdesk.services.permissions import Permission
from frontdesk.services.printed import PrintedForm
from frontdesk.services.segments.narrowing_dto import EVERYBODY
from frontdesk.services.visit_lists.dto import (
    OF_THE_FIGURE,
    WITH_OTHER,
    WITH_REASONS,
    ExportedVisits,
    ListedVisit,
    VisitList,
    VisitListPage,
    VisitSort,
)
from frontdesk.ui.customers.class_line import CLASS_TONES
from frontdesk.ui.intake.board import status_chip
from frontdesk.ui.kit import words
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.labels import button, plain, set_tip
from frontdesk.ui.kit.narrowing import NarrowingBox
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.save_as import save_as
from frontdesk.ui.kit.section import Section, Title
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.table_model import Chip
from frontdesk.ui.kit.tokens import GAP, Tone
from frontdesk.ui.statistics.period_chooser import PeriodChooser
from frontdesk.ui.statistics.periods import Span

_WHOSE_WIDTH = 200


class _What(Enum):
    """What is told of each visit beside what is told of all."""

    NOTHING = "visits"
    WORDS = "visits-declined"
    OTHER = "visits-repeat"


class VisitsSection(Section):
    """Keys choose which visits; Enter opens one, Ctrl+E exports what is shown, Ctrl+P prints it.

    Somebody may come for a certain list: a ``VisitList`` (``open_on``).
    """

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self._service = context.services.visit_lists
        may = context.services.desk.may
        self._may_see = may(Permission.VIEW_STATISTICS)
        self._asked: VisitList | None = None
        self._total = 0
        self._figures: FixFigures | None = None
        self._sorts = tuple(s for s in VisitSort if self._may_see or s not in OF_THE_FIGURE)
        self.which = ChoiceField("which", [(sort, "") for sort in self._sorts])
        self.which.set_value(VisitSort.ALL)
        self.period = PeriodChooser()
        self.whose = NarrowingBox()
        self.whose.setMinimumWidth(_WHOSE_WIDTH)
        self.export, self.print_ = button(), button()
        for taking in (self.export, self.print_):
            taking.setVisible(may(Permission.EXPORT_CUSTOMERS))
        self.count = plain()
        self._tables = {what: self._new_table(what) for what in _What}
        self._stack = QStackedWidget()
        for table in self._tables.values():
            self._stack.addWidget(table)
        self.heading.hide()  # the bar above names the part
        self.body.addWidget(self.which)
        upper = QHBoxLayout()
        upper.setSpacing(GAP)
        upper.addWidget(self.period, 1)
        upper.addWidget(self.whose)
        self.body.addLayout(upper)
        self.body.addWidget(self._stack, 1)
        lower = QHBoxLayout()
        lower.setSpacing(GAP)
        lower.addWidget(self.count, 1)
        lower.addWidget(self.export)
        lower.addWidget(self.print_)
        self.body.addLayout(lower)
        self.period.begin(Span.THIS_MONTH, today(context.clock))
        self._connect()
        self.retranslate()

    @property
    def table(self) -> RecordTable[ListedVisit]:
        """The table that is shown."""
        sort = self._asked.sort if self._asked is not None else VisitSort.ALL
        return self._tables[_told_of(sort)]

    # what a section answers ---------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        if not changes or changes & {Change.VISITS, Change.CUSTOMERS}:
            self.whose.read(self.context)
            self._load()

    def open_on(self, payload: object) -> None:
        """Show this list."""
        if isinstance(payload, VisitList) and payload.sort in self._sorts:
            self.which.set_value(payload.sort)
            self.period.begin_with(payload.first, payload.last)
            self._load()

    def focus_first(self) -> None:
        self.which.setFocus()

    def retranslate(self) -> None:
        super().retranslate()
        self.which.set_options([(sort, self._said(sort)) for sort in self._sorts])
        self.which.set_label(self.tr("Which"))
        self.export.setText(self.tr("Export  Ctrl+E"))
        self.print_.setText(self.tr("Print  Ctrl+P"))
        set_tip(self.export, self.tr("All that fit, as a sheet; the password is asked for"))
        set_tip(self.print_, self.tr("All that fit, on paper; this is noted"))
        for table in self._tables.values():
            table.retranslate()
        self._say()

    # acts ---------------------------------------------------------------------------------

    def take_out(self) -> None:
        """Save what is listed as a workbook; the password is asked for."""
        wanted, speak = self._asked, self.context.language
        if wanted is not None and self.export.isVisibleTo(self):
            self.run(lambda: self._service.export(wanted, speak), self._save, kind="long")

    def print_list(self) -> None:
        """What is listed on paper."""
        wanted, speak = self._asked, self.context.language
        if wanted is not None and self.print_.isVisibleTo(self):
            self.run(lambda: self._service.print_list(wanted, speak), self._paper, kind="write")

    # inside -------------------------------------------------------------------------------

    def _load(self) -> None:
        days = self.period.asked_days(today(self.context.clock))
        if days is None:
            return
        sort = self.which.value()
        sort = sort if isinstance(sort, VisitSort) else VisitSort.ALL
        wanted = VisitList(sort, *days, self.whose.wanted())
        self._asked = wanted

        def show(found: VisitListPage) -> None:
            if wanted == self._asked:
                self._show(found)

        self.run(lambda: self._service.list(wanted), show)
        if sort in OF_THE_FIGURE:
            self._count(*days)
        else:
            self._figures = None

    def _count(self, first: date, last: date) -> None:
        def show(figures: FixFigures) -> None:
            self._figures = figures
            self._say()

        self.run(lambda: self.context.services.intake.first_time_fix(first, last), show)

    def _show(self, found: VisitListPage) -> None:
        self._stack.setCurrentWidget(self.table)
        self.table.set_rows(found.rows)
        self._total = found.total
        if found.rows and not self.table.current_id():
            self.table.select_first()
        self._say()

    def _say(self) -> None:
        shown, total = len(self.table.rows()), self._total
        parts = [self.tr("%n visit(s)", "", total)]
        if total > shown:
            parts.append(self.tr("the newest {shown} are shown").format(shown=f"{shown:,}"))
        whose = self._asked is not None and self._asked.narrowing != EVERYBODY
        figures = self._figures
        if figures is not None and figures.all.share is not None and not whose:
            text = self.tr("First-time fix {rate}: {held} of {n} repairs did not come back")
            held = figures.all.repairs - figures.all.repeated
            rate = f"{figures.all.share:.1%}"
            parts.append(text.format(rate=rate, held=f"{held:,}", n=f"{figures.all.repairs:,}"))
        self.count.setText("  ·  ".join(parts))
        nothing = self.tr("No such visit in this period.")
        if whose:
            nothing = self.tr("No such visit of these customers in this period.")
        self.table.set_empty("funnel" if whose else "car", nothing)

    def _save(self, made: ExportedVisits) -> None:
        save_as(self, self.tr("Save the list of visits"), made.file_name, made.content)

    def _paper(self, form: PrintedForm) -> None:
        from frontdesk.ui.kit.pdf_view import show_pdf

        show_pdf(self, self.tr("Visits"), form.pdf, form.file_name)

    def _open(self, visit_id: str) -> None:
        self.context.navigate(Place("intake", visit_id, "open"))

    def _connect(self) -> None:
        self.which.changed.connect(self._load)
        self.period.asked.connect(self._load)
        self.whose.narrowed.connect(self._load)
        self.export.clicked.connect(self.take_out)
        bind_key(self, "Ctrl+E", self.take_out)
        self.print_.clicked.connect(self.print_list)
        bind_key(self, "Ctrl+P", self.print_list)

    def _said(self, sort: VisitSort) -> str:
        return {
            VisitSort.ALL: self.tr("All"),
            VisitSort.NO_ORDER: self.tr("Declined orders"),
            VisitSort.DECLINED_WORK: self.tr("Declined work"),
            VisitSort.CAME_BACK: self.tr("Repeat repairs"),
            VisitSort.REPAIRS: self.tr("All repairs"),
            VisitSort.NOT_FIXED: self.tr("Not fixed at once"),
        }[sort]

    def _new_table(self, what: _What) -> RecordTable[ListedVisit]:
        table: RecordTable[ListedVisit] = RecordTable(
            f"intake/{what.value}",
            self._columns(what),
            lambda row: row.id,
            state=self.context.state,
            footer=False,
        )
        table.activated.connect(self._open)
        return table

    def _columns(self, what: _What) -> tuple[Column[ListedVisit], ...]:
        told: dict[_What, tuple[Column[ListedVisit], ...]] = {
            _What.NOTHING: (),
            _What.WORDS: (
                Column(
                    "told",
                    lambda: self.tr("Not wanted, and why"),
                    lambda row: row.told,
                    tip=lambda row: row.told,
                    width=380,
                ),
                Column("worth", lambda: self.tr("Worth"), lambda row: row.worth, width=96),
            ),
            _What.OTHER: (
                Column("other", lambda: self.tr("Other order"), lambda row: row.other, width=136),
                Column("days", lambda: self.tr("Days between"), lambda row: row.days, width=120),
            ),
        }
        return (
            Column("on", lambda: self.tr("Day"), lambda row: row.on, width=108),
            Column(
                "plate",
                lambda: self.tr("Plate"),
                lambda row: plate.called(row.plate, row.car),
                width=112,
            ),
            Column("customer", lambda: self.tr("Customer"), lambda row: row.customer, width=96),
            Column(
                "class",
                lambda: self.tr("Class"),
                lambda row: row.value_class,
                chip=_class_chip,
                width=146,
            ),
            Column(
                "status",
                lambda: self.tr("Status"),
                lambda row: row.status,
                chip=lambda row: status_chip(row.status),
                width=132,
                hidden=what is _What.WORDS,
            ),
            Column("advisor", lambda: self.tr("Advisor"), lambda row: row.advisor, width=84),
            Column("car", lambda: self.tr("Car"), lambda row: row.car, stretch=True),
            *told[what],
            Column("total", lambda: self.tr("Amount"), lambda row: row.total, width=96),
            Column("number", lambda: self.tr("Order"), lambda row: row.number, width=136),
            Column("phone", lambda: self.tr("Telephone"), lambda row: row.phone, hidden=True),
        )


def _told_of(sort: VisitSort) -> _What:
    if sort in WITH_REASONS:
        return _What.WORDS
    return _What.OTHER if sort in WITH_OTHER else _What.NOTHING


def _class_chip(row: ListedVisit) -> Chip:
    if row.value_class is None:
        return Chip(Tone.NEUTRAL, "–")
    return Chip(CLASS_TONES[row.value_class], words.word(row.value_class))
