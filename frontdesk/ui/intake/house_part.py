"""The cars in the house, side by side by status; whose promised time has passed is red."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel

from frontdesk.models.enums import ClockColour, VisitStatus
from frontdesk.services.desk import Change
from frontdesk.services.intake.fixed import FixFigures
from frontdesk.services.intake.views import VisitRow
from frontdesk.services.permissions import Permission
from frontdesk.services.visit_lists.dto import VisitList, VisitSort
from frontdesk.ui.intake.house_lane import HouseLane
from frontdesk.ui.kit.labels import button, muted, set_tip, set_tone
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.panels import KeyHint
from frontdesk.ui.kit.section import Section, Title, acts_row
from frontdesk.ui.kit.tokens import GAP, Tone

_LANES = (
    VisitStatus.ARRIVED,
    VisitStatus.ESTIMATED,
    VisitStatus.AGREED,
    VisitStatus.IN_WORKSHOP,
    VisitStatus.READY,
)
_LOOK_AGAIN_MS = 60_000


class HouseSection(Section):
    """A lane for each status; arrows go from car to car and lane to lane, Enter opens one."""

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self._intake = context.services.intake
        self._rows: tuple[VisitRow, ...] = ()
        self.summary: QLabel = muted()
        self.lanes = tuple(HouseLane(status) for status in _LANES)
        self._hint, self.fix = muted(), button(look="flat")
        self.fix.clicked.connect(self._list_repairs)
        self._figures: FixFigures | None = None
        self._may_see = context.services.desk.may(Permission.VIEW_STATISTICS)
        self.body.addLayout(
            acts_row(self.summary, KeyHint("←→↑↓"), KeyHint("Enter"), self._hint, self.fix)
        )
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for at, lane in enumerate(self.lanes):
            row.addWidget(lane, 1)
            lane.opened.connect(self._open)
            lane.left_to.connect(lambda step, at=at: self._go(at, step))
        self.body.addLayout(row, 1)
        self._again = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._again.timeout.connect(self._look)
        self._again.start()
        self.retranslate()

    def refresh(self, changes: frozenset[Change]) -> None:
        if not changes or changes & {Change.VISITS, Change.CUSTOMERS}:
            self._look()
        if not changes:
            self._look_at_fix()

    def focus_first(self) -> None:
        lane = next((lane for lane in self.lanes if lane.count()), self.lanes[0])
        lane.take_focus()

    def retranslate(self) -> None:
        super().retranslate()
        self._hint.setText(self.tr("to a car, and open it"))
        for lane in self.lanes:
            lane.retranslate()
        self._summarise()
        self._say_fix()

    # inside -----------------------------------------------------------------------------

    def _look(self) -> None:
        self.run(self._intake.board, self._show)

    def _look_at_fix(self) -> None:
        """Three months of repairs: asked for when the part is opened, not each minute."""
        if self._may_see:
            desk = self.context.services.desk
            first = desk.today - timedelta(days=desk.rules.repeat_repair_days)
            self.run(lambda: self._intake.first_time_fix(first, desk.today), self._show_fix)

    def _show_fix(self, figures: FixFigures) -> None:
        self._figures = figures
        self._say_fix()

    def _say_fix(self) -> None:
        """The rate with its n, and the advisors behind it as a tip; nothing where n is 0."""
        shown = self._figures
        share = None if shown is None else shown.all.share
        self.fix.setVisible(share is not None)
        if shown is None or share is None:
            return
        text = self.tr("First-time fix {rate} of {n} repairs in {days} days")
        days = (shown.last - shown.first).days
        self.fix.setText(text.format(rate=f"{share:.1%}", n=shown.all.repairs, days=days))
        lines = (
            f"{each.advisor}: {each.figure.share or 0:.1%} (n={each.figure.repairs})"
            for each in shown.by_advisor
        )
        set_tip(self.fix, "; ".join(lines))

    def _list_repairs(self) -> None:
        shown = self._figures
        if shown is not None:
            repairs = VisitList(VisitSort.REPAIRS, shown.first, shown.last)
            self.context.navigate(Place("intake", None, "part.visits", repairs))

    def _show(self, rows: Sequence[VisitRow]) -> None:
        self._rows = tuple(row for row in rows if row.status in _LANES)
        for lane in self.lanes:
            lane.show_rows([row for row in self._rows if row.status is lane.status])
        self._summarise()

    def _summarise(self) -> None:
        late = sum(row.promise is ClockColour.OVER for row in self._rows)
        soon = sum(row.promise is ClockColour.SOON for row in self._rows)
        self.summary.setText(
            self.tr("{cars} in the house  ·  {late} late  ·  {soon} soon due").format(
                cars=len(self._rows), late=late, soon=soon
            )
        )
        set_tone(self.summary, Tone.ERROR if late else Tone.WARN if soon else Tone.NEUTRAL)

    def _go(self, at: int, step: int) -> None:
        """To the next lane that holds a car."""
        ahead = range(at + step, len(self.lanes) if step > 0 else -1, step)
        lane = next((self.lanes[n] for n in ahead if self.lanes[n].count()), None)
        if lane is not None:
            lane.take_focus()

    def _open(self, visit_id: str) -> None:
        self.context.navigate(Place("intake", visit_id, "open"))
