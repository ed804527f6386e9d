"""Builds the intake tab: the board at the left, the work at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.services.intake.views import VisitRow
from frontdesk.services.permissions import Permission
from frontdesk.ui.intake.board import columns
from frontdesk.ui.intake.booking_form import BookingForm
from frontdesk.ui.intake.car_head import CarHeadLine
from frontdesk.ui.intake.desk_panel import DeskPanel
from frontdesk.ui.intake.footer import Footer, KeyedButton
from frontdesk.ui.intake.new_car_form import NewCarForm
from frontdesk.ui.intake.start_panel import StartPanel
from frontdesk.ui.intake.visit_view import VisitView
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.panels import Card, EmptyState, KeyHint
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.table import RecordTable
from frontdesk.ui.kit.tokens import GAP, ROOM
from frontdesk.ui.shell.search_box import SearchBox

_BOARD_WIDTH = 380
_SLIM_WIDTH = 208
"""While a form is open only cars and their times stand at the side."""

_CROWDED = 1180
"""In a window narrower than this a form has it alone: Esc leads back to the cars."""

_NOT_SLIM = ("customer", "status")
_LOOK_AGAIN_MS = 60_000


class IntakeView(Translated, QWidget):
    """``look_asked`` each minute, for promises come closer; ``back_asked`` with Esc."""

    look_asked = Signal()
    back_asked = Signal()
    new_asked = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        may_act = context.services.desk.may(Permission.DO_INTAKE)
        self.scope = ChoiceField("scope", [("today", ""), ("all", "")])
        self.scope.set_value("today")
        self.board: RecordTable[VisitRow] = RecordTable(
            "intake/board", columns(), lambda row: row.id, state=context.state
        )
        self.start = StartPanel(SearchBox(context.tasks, context.services.search.find))
        may_correct = context.services.desk.may(Permission.EDIT_CUSTOMERS)
        self.desk = DeskPanel(may_correct=may_correct)
        desk = context.services.desk
        self.visit = VisitView(may_act=may_act, with_photos=lambda: desk.rules.photos_on_sheet)
        self.new_car = NewCarForm()
        self.looker = EmptyState("car")
        self._new_foot = Footer()
        self.new_back = self._new_foot.add(KeyedButton("Esc", look="flat"))
        self.new_save = self._new_foot.add(KeyedButton("Ctrl+Enter", look="primary"))
        self.booking = BookingForm()
        self._book_foot = Footer()
        self.book_back = self._book_foot.add(KeyedButton("Esc", look="flat"))
        self.book_save = self._book_foot.add(KeyedButton("Ctrl+Enter", look="primary"))
        self.book_head = CarHeadLine()
        self._new_card, self._book_card = Card(), Card()
        self.new_page = _page(self._new_card, self.new_car, self._new_foot)
        self.book_page = _page(self._book_card, self.booking, self._book_foot, self.book_head)
        self.home: QWidget = self.start if may_act else self.looker
        self.stack = QStackedWidget()
        for page in (self.start, self.looker, self.desk, self.visit, self.new_page, self.book_page):
            self.stack.addWidget(page)
        self._build(may_act=may_act)
        self.retranslate()
        self.show_page(self.home)

    def show_page(self, page: QWidget) -> None:
        """Bring one of the pages to the front."""
        self.stack.setCurrentWidget(page)
        slim = page is self.desk
        self._arrange()
        self._left.setFixedWidth(_SLIM_WIDTH if slim else _BOARD_WIDTH)
        self.scope.setVisible(not slim)
        self._walk_card.setVisible(slim)
        for number, column in enumerate(self.board.model.columns):
            if column.key in _NOT_SLIM:
                self.board.view.setColumnHidden(number, slim)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def shows(self, page: QWidget) -> bool:
        """Whether ``page`` is in front."""
        return self.stack.currentWidget() is page

    def retranslate(self) -> None:
        self.scope.set_options([("today", self.tr("Today")), ("all", self.tr("All visits"))])
        self.board.set_empty(
            "car",
            self.tr("No car is in the house."),
            detail=self.tr("Cars stand here from arrival to hand-over, late ones on top."),
        )
        self.board.retranslate()
        self._new_card.set_title(self.tr("New customer and car"))
        self.new_back.set_text(self.tr("Back"))
        self.new_save.set_text(self.tr("Save and begin the intake"))
        self._book_card.set_title(self.tr("Appointment"))
        self.book_back.set_text(self.tr("Back"))
        self.book_save.set_text(self.tr("Save the appointment"))
        self.looker.say(self.tr("Choose a visit to see how it stands."))

    # inside -----------------------------------------------------------------------------

    def _arrange(self) -> None:
        """The cars at the side, unless a form needs the whole width."""
        alone = self.width() < _CROWDED and self.stack.currentWidget() is not self.home
        if self._left.isHidden() is not alone:
            self._left.setVisible(not alone)
        self.desk.show_way_to_walk(alone)

    def _build(self, *, may_act: bool) -> None:
        self._left = QWidget()
        self._walk_card = Card()
        self._walk_head = QHBoxLayout()
        label = self.desk.form.walk.label
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._walk_head.addWidget(label, 1)
        self._walk_head.addWidget(KeyHint("F2"))
        self._walk_card.body.addLayout(self._walk_head)
        self._walk_card.add(self.desk.form.walk)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._walk_card)
        column.addWidget(self.scope)
        column.addWidget(self.board, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ROOM)
        row.addWidget(self._left)
        row.addWidget(self.stack, 1)
        bind_key(self.stack, "Esc", self.back_asked)
        for act in (
            self.desk.left_asked,
            self.visit.left_asked,
            self.new_back.clicked,
            self.book_back.clicked,
        ):
            act.connect(self.back_asked)
        if may_act:
            bind_key(self, "Ctrl+N", self.new_asked)
        self._again = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._again.timeout.connect(self.look_asked)
        self._again.start()


def _page(card: Card, form: QWidget, foot: Footer, head: QWidget | None = None) -> QWidget:
    """A page of one short form with its acts beneath."""
    page = QWidget()
    card.add(form)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP)
    for widget in (head, card, foot):
        if widget is not None:
            column.addWidget(widget)
    column.addStretch(1)
    return page
