"""One call on screen: facts left, what to say in the middle, cues and note right."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from frontdesk.services.callbacks.dto import CallSheet, NotedOnPaper
from frontdesk.ui.callbacks.cues_panel import CuesPanel
from frontdesk.ui.callbacks.facts_panel import FactsPanel
from frontdesk.ui.callbacks.run import Mode, Run
from frontdesk.ui.callbacks.say_panel import SayPanel
from frontdesk.ui.callbacks.ticket_panel import TicketPanel
from frontdesk.ui.kit import language, words
from frontdesk.ui.kit.fields import MultilineField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button, muted, repolish
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card, KeyHint, StatusChip, page_title
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.tokens import GAP, Tone

_LEFT, _RIGHT = (200, 284), (160, 288)
"""Least and most width of the facts and of the cues; between them they give way to what is said."""


class CallView(Translated, QWidget):
    """Builds and shows; the page decides."""

    toggled = Signal()
    hold_asked = Signal()
    left = Signal()
    note_changed = Signal(str)
    register_asked = Signal()
    number_asked = Signal()
    dial_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back = button(look="flat")
        self.back.clicked.connect(self.left)
        self.title = page_title()
        self.about = muted()
        self.state = StatusChip()
        self.clock = StatusChip(Tone.INFO, "", "phone-call")
        self._start_key = KeyHint("F9")
        self.start = button(look="primary")
        self.start.clicked.connect(self.toggled)
        self._hold_key = KeyHint("F7")
        self.hold = button()
        self.hold.clicked.connect(self.hold_asked)
        self.facts = FactsPanel()
        self.say = SayPanel()
        self.cues = CuesPanel()
        self.ticket = TicketPanel()
        self.register = button(look="primary")
        self.register.clicked.connect(self.register_asked)
        self.ticket.save_requested.connect(self.register_asked)
        self.ticket_card = Card()
        self.ticket_card.hide()
        self.note_card = Card()
        self._right = QWidget()
        self.note_form = FormPanel()
        self.note = MultilineField("note", lines=2)
        self._run: Run | None = None
        self._build()
        self._keys()
        self._ticking = QTimer(self, interval=1000)
        self._ticking.timeout.connect(self._show_clock)
        self.retranslate()

    def show_run(self, run: Run) -> None:
        """Show where the call stands."""
        self._run = run
        self.say.show_run(run)
        speak = language.current()
        spoken = run.to_say()
        self.cues.show_step(spoken[-1] if spoken else None, speak)
        registered = run.sheet.ticket_id is not None
        self.ticket_card.setVisible(run.wants_ticket and not registered)
        if run.wants_ticket:
            self.ticket.show_draft(run.draft(speak))
            self.ticket.ask(run.at_ticket)
        self.register.setEnabled(run.at_ticket and not registered)
        if run.at_ticket and not registered:
            self.ticket.level.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_head(run)

    def show_talk(self, run: Run) -> None:
        """Show how long has been talked, or waited; the keys stay where they are."""
        self.say.show_hold(run)
        self._show_head(run)

    def show_sheet(self, sheet: CallSheet) -> None:
        """Show another call's facts and note."""
        self.facts.show_sheet(sheet)
        self.note_form.set_values({"note": sheet.note})
        self.ticket.begin(sheet.categories, "")

    def retranslate(self) -> None:
        self.back.setText(self.tr("Back to the queue"))
        self.register.setText(self.tr("Register the complaint"))
        self.ticket_card.set_title(self.tr("Complaint, filled in from the call"))
        self.note_card.set_title(self.tr("Note"))
        self.note.set_placeholder(
            self.tr("Anything else worth keeping (F2; Enter or Esc leads back)")
        )
        self.note.editor().setAccessibleName(self.tr("Note"))
        if self._run is not None:
            self.facts.show_sheet(self._run.sheet)
            self.show_run(self._run)

    # inside -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Out of the note or the ticket: the next key is an answer again, and no letter of a word.
        if event.key() == Qt.Key.Key_Escape:
            self.refocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        for widget, (least, most), share in (
            (self.facts, _LEFT, 0.25),
            (self._right, _RIGHT, 0.22),
        ):
            widget.setFixedWidth(max(least, min(most, round(width * share))))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(self._head())
        row = QHBoxLayout()
        row.setSpacing(GAP)
        left = Card()
        left.add(self.facts)
        row.addWidget(left)
        row.addWidget(self._middle(), 1)
        row.addWidget(self._side())
        column.addLayout(row, 1)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        for widget in (self.back, self.title, self.about, self.state):
            head.addWidget(widget)
        head.addStretch()
        for widget in (self.clock, self._hold_key, self.hold, self._start_key, self.start):
            head.addWidget(widget)
        return head

    def _middle(self) -> QScrollArea:
        """What to say and the ticket; scrolls where the screen is too small for both."""
        ground = QWidget()
        ground.setProperty("look", "ground")
        middle = QVBoxLayout(ground)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(GAP)
        middle.addWidget(self.say, 1)
        self.ticket_card.add(self.ticket)
        self.ticket_card.add_action(KeyHint("Ctrl+Enter"))
        self.ticket_card.add_action(self.register)
        middle.addWidget(self.ticket_card)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(ground)
        return scroll

    def _side(self) -> QWidget:
        side = self._right
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(GAP)
        right.addWidget(self.cues)
        self.note_form.add(self.note, 0)
        self.note.label.hide()
        self.note_card.add(self.note_form)
        right.addWidget(self.note_card)
        right.addStretch(1)
        return side

    def _keys(self) -> None:
        for key, act in (
            (Qt.Key.Key_F9, self.toggled.emit),
            (Qt.Key.Key_F7, self.hold_asked.emit),
            (Qt.Key.Key_F8, self.number_asked.emit),
            ("Shift+F8", self.dial_asked.emit),
            (Qt.Key.Key_F2, lambda: self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)),
        ):
            bind_key(self, key, act)
        self.note.entered.connect(self.refocus)
        self.note_form.save_requested.connect(self.say.confirmed)
        self.note.changed.connect(lambda: self.note_changed.emit(self.note.typed()))

    def refocus(self) -> None:
        """Give the keys back to the step that waits."""
        if self._run is not None:
            self.show_run(self._run)

    def _show_head(self, run: Run) -> None:
        sheet = run.sheet
        self.title.setText(words.word(sheet.kind))
        self.about.setText(sheet.number)
        ready = run.mode is Mode.READY
        self.state.show_status(
            Tone.INFO if run.begun else Tone.NEUTRAL,
            self.tr("In a call") if run.begun else words.word(sheet.status),
            "phone-call" if run.begun else "",
        )
        self.state.setVisible(not run.begun)
        self.start.setText(self.tr("Start the call") if ready else self.tr("End the call"))
        _look(self.start, "" if run.mode is Mode.ASK or run.on_hold else "primary")
        self.hold.setText(self.tr("Go on") if run.on_hold else self.tr("Hold"))
        _look(self.hold, "primary" if run.on_hold else "")
        for widget in (self.hold, self._hold_key):
            widget.setVisible(run.may_hold)
        self.start.setVisible(run.mode is not Mode.CLOSED)
        self._start_key.setVisible(run.mode is not Mode.CLOSED)
        self.clock.setVisible(run.begun)
        if sheet.paper is not None:
            self._ticking.stop()
            self._show_paper(sheet.paper)
            return
        if run.begun and not self._ticking.isActive():
            self._ticking.start()
        if not run.begun:
            self._ticking.stop()
        self._show_clock()

    def _show_paper(self, paper: NotedOnPaper) -> None:
        """Nobody is on the line: what is entered was said then, to whoever called."""
        minutes = self.tr("{n} min").format(n=paper.minutes)
        told = " · ".join((self.tr("From paper"), paper.by, words.when(paper.at), minutes))
        self.clock.show_status(Tone.NEUTRAL, told, "file-text")
        self.start.setText(self.tr("Keep the call"))

    def _show_clock(self) -> None:
        if self._run is None or not self._run.begun:
            return
        talk, now = self._run.sheet.talk, words.clock().now()
        talked = _minutes(talk.so_far(now))
        if self._run.on_hold:
            told = self.tr("On hold {waited} · talked {talked}")
            told = told.format(waited=_minutes(talk.waited(now)), talked=talked)
            self.clock.show_status(Tone.WARN, told, "pause-circle")
        else:
            self.clock.show_status(Tone.INFO, f"{self.tr('In a call')} {talked}", "phone-call")


def _look(on: QPushButton, look: str) -> None:
    if on.property("look") != look:
        on.setProperty("look", look)
        repolish(on)


def _minutes(span: timedelta) -> str:
    seconds = int(span.total_seconds())
    return f"{seconds // 60:02}:{seconds % 60:02}"
