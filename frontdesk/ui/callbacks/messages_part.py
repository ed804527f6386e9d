"""The outbox: messages that wait, copied into the carrier's window and marked as sent."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox

from frontdesk.services.desk import Change
from frontdesk.services.outbox.dto import Message, MessageFilter, Outgoing
from frontdesk.services.permissions import Permission
from frontdesk.texts.messages import TITLES
from frontdesk.ui.callbacks.messages_card import MessageCard, state_chip
from frontdesk.ui.kit import language
from frontdesk.ui.kit.narrowing import NarrowingBox
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.section import Section, Title
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.tokens import Tone


class MessagesSection(Section):
    """The list at the left, the chosen message at the right."""

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self.outbox = context.services.outbox
        self.table: RecordTable[Message] = RecordTable(
            "callbacks/messages", self._columns(), lambda row: row.id, state=context.state
        )
        self.table.set_many(True)
        self.whose, self.ended = NarrowingBox(), QCheckBox()
        self.whose.stand_beside(self.table)
        self.table.add_tool(self.ended)
        self.card = MessageCard()
        self.add_beside(self.table, self.card)
        may = context.services.desk.may
        self.card.copy.setVisible(may(Permission.SEE_PHONES))
        self.card.number.setVisible(may(Permission.SEE_PHONES))
        self.whose.narrowed.connect(self._load)
        self.ended.toggled.connect(lambda _: self._load())
        self.table.selected.connect(lambda _: self.card.show_message(self.table.current()))
        self.table.activated.connect(lambda _: self.copy_text())
        self.card.copy_asked.connect(self.copy_text)
        self.card.number_asked.connect(self.copy_number)
        self.card.sent_asked.connect(self.mark_sent)
        self.card.withdraw_asked.connect(self.withdraw)
        self.card.customer_asked.connect(self._open_customer)
        for keys, act in (
            ("Ctrl+Return", self.mark_sent),
            ("Ctrl+Enter", self.mark_sent),
            ("Delete", self.withdraw),
            ("F8", self.copy_number),
        ):
            bind_key(self.table.view, keys, act)
        self.retranslate()

    def refresh(self, changes: frozenset[Change]) -> None:
        if not changes or changes & {Change.CALLBACKS, Change.CUSTOMERS}:
            self.whose.read(self.context)
            self._load()

    def focus_first(self) -> None:
        self.table.setFocus()

    def retranslate(self) -> None:
        super().retranslate()
        self.ended.setText(self.tr("Also sent and withdrawn"))
        self._say_empty()

    # acts -------------------------------------------------------------------------------

    def copy_text(self) -> None:
        """Put the text into the clipboard."""
        self._copy(lambda out: out.body, self.tr("The text is copied."))

    def copy_number(self) -> None:
        """Put the full number into the clipboard; it is logged."""
        self._copy(lambda out: out.number, self.tr("The number is copied."))

    def mark_sent(self) -> None:
        """The chosen messages have gone out."""
        self._end(self.outbox.mark_sent, self.tr("%n message(s) marked as sent.", "", self._n()))

    def withdraw(self) -> None:
        """The chosen messages are not to go out."""
        self._end(self.outbox.withdraw, self.tr("%n message(s) withdrawn.", "", self._n()))

    # inside -----------------------------------------------------------------------------

    def _columns(self) -> tuple[Column[Message], ...]:
        return (
            Column(
                "state",
                lambda: self.tr("State"),
                lambda row: row.state,
                chip=lambda row: state_chip(row.state),
                width=104,
            ),
            Column("queued", lambda: self.tr("Queued"), lambda row: row.queued_at, width=164),
            Column(
                "about",
                lambda: self.tr("About"),
                lambda row: row.template,
                display=lambda row: TITLES[row.template].in_(language.current()),
                width=130,
            ),
            Column(
                "customer", lambda: self.tr("Customer"), lambda row: row.customer_name, stretch=True
            ),
            Column("phone", lambda: self.tr("Phone"), lambda row: row.phone, width=110),
            Column(
                "call", lambda: self.tr("Call"), lambda row: row.callback_number or "", width=124
            ),
            Column("body", lambda: self.tr("Text"), lambda row: row.body, hidden=True, width=260),
        )

    def _say_empty(self) -> None:
        if not self.whose.explains(self.table):
            self.table.set_empty(
                "paper-plane-tilt",
                self.tr("No message waits."),
                detail=self.tr("Each finished call leaves thanks here, each unreached one a word."),
            )

    def _load(self) -> None:
        wanted = MessageFilter(waiting=not self.ended.isChecked(), narrowing=self.whose.wanted())
        self._say_empty()
        self.run(lambda: self.outbox.list(wanted), self._listed)

    def _listed(self, rows: tuple[Message, ...]) -> None:
        with QSignalBlocker(self.table):
            self.table.set_rows(rows)
            # A list that has the keyboard has a line with the cursor, which is not chosen yet.
            chosen = self.table.selected_ids() or not rows
            if not chosen and not self.table.select(self.table.current_id()):
                self.table.select_first()
        self.card.show_message(self.table.current())

    def _chosen(self) -> list[Message]:
        ids = set(self.table.selected_ids())
        return [row for row in self.table.rows() if row.id in ids and row.ended_at is None]

    def _n(self) -> int:
        return len(self._chosen())

    def _copy(self, what: Callable[[Outgoing], str], told: str) -> None:
        message = self.table.current()
        may = self.context.services.desk.may(Permission.SEE_PHONES)
        if message is None or message.ended_at is not None or not may:
            return

        def done(outgoing: Outgoing) -> None:
            QGuiApplication.clipboard().setText(what(outgoing))
            self.notice(Tone.OK, told)
            self._load()

        self.run(lambda: self.outbox.copy(message.id), done, kind="write")

    def _end(self, act: Callable[[list[tuple[str, int]]], None], told: str) -> None:
        chosen = [(row.id, row.version) for row in self._chosen()]

        def done(_: None) -> None:
            self.notice(Tone.OK, told)
            self._load()

        if chosen:
            self.run(lambda: act(chosen), done, kind="write")

    def _open_customer(self) -> None:
        message = self.table.current()
        if message is not None:
            self.context.navigate(Place("customers", message.customer_id, "open"))
