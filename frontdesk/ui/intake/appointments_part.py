"""Appointments as a part of the intake tab: day or week, moved, marked as missed, received."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from frontdesk.clock import local, today
from frontdesk.errors import UserError
from frontdesk.models.enums import VisitStatus
from frontdesk.services.appointments.dto import Advisor, Appointment, Board, FreeSlot
from frontdesk.services.desk import Change
from frontdesk.services.permissions import Permission
from frontdesk.services.segments.narrowing_dto import EVERYBODY
from frontdesk.ui.intake.appointment_cells import Column, beside_the_hours, row_of
from frontdesk.ui.intake.appointment_grid import AppointmentGrid
from frontdesk.ui.intake.taking_back import TakingBack
from frontdesk.ui.kit import errors, words
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button, plain, set_tip, sized, small
from frontdesk.ui.kit.narrowing import WIDTH, NarrowingBox
from frontdesk.ui.kit.page import Place, Subject, UiContext
from frontdesk.ui.kit.panels import scrolled
from frontdesk.ui.kit.section import Section, Title
from frontdesk.ui.kit.tokens import GAP, SECTION_POINTS, Tone

_WEEK = 7
_MINUTE_MS = 60_000
DAY, WEEK = "day", "week"


class AppointmentsSection(Section):
    """The grid with what stands above and below it."""

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self._service = context.services.appointments
        self._may_act = context.services.desk.may(Permission.DO_INTAKE)
        self.first = today(context.clock)
        self._wanted: time | None = None
        self.span = ChoiceField("span", [(DAY, ""), (WEEK, "")])
        self.span.set_value(DAY)
        self.when = sized(plain(), SECTION_POINTS, bold=True)
        self.back, self.now, self.ahead = button(), button(), button()
        self.back.setIcon(icon("caret-left"))
        self.ahead.setIcon(icon("caret-right"))
        self.whose = NarrowingBox()
        self.whose.setMaximumWidth(WIDTH)
        self.missed = button()
        self.grid = AppointmentGrid()
        self._back = TakingBack(self, self._load)
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self._look_again)
        self._minute.start()
        self.said = plain(wrap=True)
        self.hint = small(wrap=True)
        self._build()
        self._connect()
        self.retranslate()

    # what a part answers ------------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        if not changes or changes & {Change.VISITS, Change.CUSTOMERS, Change.STAFF}:
            self.whose.read(self.context)
            self._load()

    def focus_first(self) -> None:
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        self.span.set_options([(DAY, self.tr("Day")), (WEEK, self.tr("Week"))])
        self.now.setText(self.tr("Today"))
        for made, text in ((self.back, self.tr("Earlier")), (self.ahead, self.tr("Later"))):
            made.setAccessibleName(text)
        set_tip(self.back, f"{self.tr('Earlier')} (PgUp)")
        set_tip(self.ahead, f"{self.tr('Later')} (PgDn)")
        set_tip(self.now, "T")
        self.hint.setText(
            self.tr(
                "Arrows: slot · N: next appointment · Enter: the car is here; in an empty slot: "
                "book · Ins: book one more · M: move, then arrows and Enter · "
                "Del: did not come, or did · D / W · PgUp, PgDn, T"
            )
        )
        self._tell()

    # acts ---------------------------------------------------------------------------------

    def turn(self, by: int) -> None:
        """The day or week before or after."""
        self.first += timedelta(days=by * self._days())
        self._load()

    def go_today(self) -> None:
        """Back to the day it is."""
        self.first = today(self.context.clock)
        self._load()

    def show_span(self, span: str) -> None:
        """A day by advisor, or a week by day."""
        self.span.set_value(span)

    def receive(self, visit_id: str) -> None:
        """The car is here: its intake; one that has come is shown."""
        one = self.grid.current()
        if one is None:
            return
        waits = one.status in {VisitStatus.BOOKED, VisitStatus.NO_SHOW}
        if waits and self._may_act and one.day == today(self.context.clock):
            subject = Subject(one.customer_id, one.vehicle_id)
            self.context.navigate(Place("intake", None, "new", subject))
        else:
            self.context.navigate(Place("intake", visit_id, "open"))

    def move_to(self, one: Appointment, column: Column, row: int) -> None:
        """Drop an appointment into another slot; a full one is remarked on."""
        board = self.grid.board
        if board is None:
            return
        at = self._moment(column.day, row, board)
        if not self._may_act:
            self._load()
            return

        def work() -> tuple[int, tuple[UserError, ...]]:
            version = self._service.move(one.visit_id, one.version, at, column.advisor_id)
            found = self._service.remarks(one.vehicle_id, at, one.minutes, one.visit_id)
            return version, found

        def done(moved: tuple[int, tuple[UserError, ...]]) -> None:
            version, remarks = moved
            said = self.tr("{number} is moved to {when}.").format(
                number=one.number, when=words.near(at)
            )
            self._back.moved(one, version, " ".join([said, *map(errors.said, remarks)]))
            self._load()

        self._back.clear()
        self.run(work, done, self._back.failed, kind="write")

    def book_in(self, column: Column, row: int) -> None:
        """An appointment in this empty slot: the desk asks for which car."""
        board = self.grid.board
        if board is None or not self._may_act:
            return
        at = self._moment(column.day, row, board)
        if at <= self.context.clock.now():
            self.notice(Tone.WARN, errors.said(UserError("intake.booking_past")))
            return
        whose = Advisor(column.advisor_id, column.title) if column.advisor_id else None
        self.context.navigate(Place("intake", None, "book", FreeSlot(at, whose)))

    def open_on(self, payload: object) -> None:
        """Show the day of a moment, with the cursor in its slot."""
        if isinstance(payload, datetime):
            here = local(payload, self.context.clock)
            self.first, self._wanted = here.date(), here.time()
            self._load()

    def mark_missed(self, visit_id: str) -> None:
        """Nobody came to the chosen appointment; one that is marked so is not after all."""
        chosen = self.grid.current()
        if chosen is None or chosen.visit_id != visit_id:
            return
        this = {visit_id: chosen.version}
        if chosen.status is VisitStatus.NO_SHOW:
            self._expect_again(chosen.number, this)
        else:
            self._mark(lambda: this)

    def mark_all_missed(self) -> None:
        """Nobody came to any whose time has long passed."""
        self._mark(lambda: {each.visit_id: each.version for each in self._service.missed()})

    # inside -------------------------------------------------------------------------------

    def _mark(self, versions: Callable[[], dict[str, int]]) -> None:
        def done(marked: dict[str, int]) -> None:
            self._back.missed(marked, self.tr("%n marked as no-show.", "", len(marked)))
            self._load()

        if self._may_act:
            self._back.clear()
            self.run(
                lambda: self._service.mark_missed(versions()), done, self._back.failed, kind="write"
            )

    def _expect_again(self, number: str, this: dict[str, int]) -> None:
        said = self.tr("{number} is an appointment again.").format(number=number)

        def done(_: object) -> None:
            self.notice(Tone.OK, said)
            self._load()

        if self._may_act:
            self._back.clear()
            act = self._service.expect_again
            self.run(lambda: act(this), done, self._back.failed, kind="write")

    def _days(self) -> int:
        return _WEEK if self.span.value() == WEEK else 1

    def _begin(self) -> date:
        return self.first - timedelta(days=self.first.weekday()) if self._days() > 1 else self.first

    def _load(self) -> None:
        asked = self._begin(), self._days(), self.whose.wanted()

        def show(read: tuple[Board, tuple[Appointment, ...]]) -> None:
            if asked == (self._begin(), self._days(), self.whose.wanted()):
                self._show(*read)

        self.run(lambda: (self._service.board(*asked), self._service.missed()), show)

    def _look_again(self) -> None:
        """Time has gone on: the line of now, and who has not come."""
        if self.isVisible():
            self._load()

    def _show(self, board: Board, missed: tuple[Appointment, ...]) -> None:
        wanted, self._wanted = self._wanted, None
        if self.grid.board is None:
            now = local(self.context.clock.now(), self.context.clock)
            wanted = now.time() if wanted is None else wanted
        self.grid.show_board(board)
        if wanted is not None:
            self.grid.go_to_row(row_of(board, wanted))
        self._missed_count = len(missed)
        self._tell()

    def _tell(self) -> None:
        board, one = self.grid.board, self.grid.current()
        if board is None:
            return
        last = board.first + timedelta(days=board.days - 1)
        day = words.day(board.first)
        self.when.setText(day if board.days == 1 else f"{day} – {words.day(last)}")
        self.missed.setText(self.tr("Mark %n missed as no-show", "", self._missed_count))
        self.missed.setVisible(bool(self._missed_count) and self._may_act)
        count = self.tr("%n appointment(s)", "", len(board.appointments))
        if self.whose.wanted() != EVERYBODY:
            mine = sum(not each.aside for each in board.appointments)
            count = f"{self.tr('%n of these customers', '', mine)} · {count}"
        beside = beside_the_hours(board)
        if beside:
            count = f"{count} · {self.tr('%n outside the hours', '', beside)}"
        self.said.setText(count if one is None else self.grid.said(one))

    def _moment(self, day: date, row: int, board: Board) -> datetime:
        zone = local(self.context.clock.now(), self.context.clock).tzinfo
        return datetime.combine(
            day, board.slots[row], self.context.clock.zone() or zone
        ).astimezone(UTC)

    def _build(self) -> None:
        self._missed_count = 0
        self.heading.hide()  # the bar of parts says it, and the day needs the room
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for widget in (self.back, self.now, self.ahead):
            row.addWidget(widget)
        row.addWidget(self.span)
        row.addWidget(self.when, 1)
        row.addWidget(self.whose)
        row.addWidget(self.missed)
        self.body.addLayout(row)
        self.body.addWidget(scrolled(self.grid), 1)
        self.body.addWidget(self.said)
        self.body.addWidget(self.hint)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.turn(-1))
        self.ahead.clicked.connect(lambda: self.turn(1))
        self.now.clicked.connect(self.go_today)
        self.missed.clicked.connect(self.mark_all_missed)
        self.span.changed.connect(self._load)
        self.whose.narrowed.connect(self._load)
        self.grid.chosen.connect(self._tell)
        self.grid.opened.connect(self.receive)
        self.grid.moved.connect(self.move_to)
        self.grid.slot_asked.connect(self.book_in)
        self.grid.missed_asked.connect(self.mark_missed)
        acts: tuple[tuple[str, Callable[[], None]], ...] = (
            ("PgUp", lambda: self.turn(-1)),
            ("PgDown", lambda: self.turn(1)),
            ("T", self.go_today),
            ("D", lambda: self.show_span(DAY)),
            ("W", lambda: self.show_span(WEEK)),
        )
        for keys, act in acts:
            shortcut = QShortcut(QKeySequence(keys), self.grid)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
