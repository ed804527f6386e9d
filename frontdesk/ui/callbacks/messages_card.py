"""One message as it will go out, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from frontdesk.models.enums import MessageState
from frontdesk.services.outbox.dto import Message
from frontdesk.texts.messages import TITLES
from frontdesk.ui.kit import language, words
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button, muted, plain, set_tip
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card, StatusChip
from frontdesk.ui.kit.table_model import Chip
from frontdesk.ui.kit.tokens import GAP, Tone

_TONES = {
    MessageState.QUEUED: (Tone.WARN, "hourglass"),
    MessageState.COPIED: (Tone.INFO, "copy"),
    MessageState.SENT: (Tone.OK, ""),
    MessageState.WITHDRAWN: (Tone.NEUTRAL, "x"),
}


def state_chip(state: MessageState) -> Chip:
    """The colour and word of a message's state."""
    tone, sign = _TONES[state]
    return Chip(tone, words.word(state), sign)


class MessageCard(Translated, Card):
    """Shows; asks by signals."""

    copy_asked = Signal()
    number_asked = Signal()
    sent_asked = Signal()
    withdraw_asked = Signal()
    customer_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._message: Message | None = None
        self.state = StatusChip()
        self.add_action(self.state)
        self.to = plain(wrap=True)
        self.body_text = plain(wrap=True)
        self.about = muted(wrap=True)
        for label in (self.to, self.body_text, self.about):
            self.add(label)
        self.copy, self.sent = button(look="primary"), button()
        self.number, self.withdraw = button(), button()
        self.customer = button(look="flat")
        for each, sign, asked in (
            (self.copy, "copy", self.copy_asked),
            (self.number, "phone", self.number_asked),
            (self.sent, "check", self.sent_asked),
            (self.withdraw, "x", self.withdraw_asked),
            (self.customer, "user", self.customer_asked),
        ):
            each.setIcon(icon(sign, "on_accent" if each is self.copy else "text"))
            each.clicked.connect(asked)
        for pair in ((self.copy, self.number), (self.sent, self.withdraw), (self.customer,)):
            row = QHBoxLayout()
            row.setSpacing(GAP)
            for each in pair:
                row.addWidget(each)
            row.addStretch()
            self.body.addLayout(row)
        self.retranslate()

    def show_message(self, message: Message | None) -> None:
        """Show a message, or that none is chosen."""
        self._message = message
        self._show()

    def retranslate(self) -> None:
        self.copy.setText(self.tr("Copy the text"))
        set_tip(self.copy, self.tr("To paste it into the carrier's window (Enter)"))
        self.number.setText(self.tr("Copy the number"))
        set_tip(self.number, self.tr("The full number; that it was shown is noted (F8)"))
        self.sent.setText(self.tr("Mark as sent"))
        set_tip(self.sent, self.tr("All chosen messages have gone out (Ctrl+Enter)"))
        self.withdraw.setText(self.tr("Withdraw"))
        set_tip(self.withdraw, self.tr("The chosen messages are not to go out (Delete)"))
        self.customer.setText(self.tr("Customer file"))
        self._show()

    def _show(self) -> None:
        message = self._message
        waits = message is not None and message.ended_at is None
        for each in (self.copy, self.number, self.sent, self.withdraw):
            each.setEnabled(waits)
        self.customer.setEnabled(message is not None)
        self.state.setVisible(message is not None)
        if message is None:
            self.set_title(self.tr("No message chosen"))
            for label in (self.to, self.body_text, self.about):
                label.setText("")
            return
        chip = state_chip(message.state)
        self.state.show_status(chip.tone, chip.text, chip.icon)
        self.set_title(TITLES[message.template].in_(language.current()))
        phone = message.phone or self.tr("no number to send it to")
        self.to.setText(f"{message.customer_name}　{phone}")
        self.body_text.setText(message.body)
        told = [
            self.tr("Queued {when} by {name}").format(
                when=words.when(message.queued_at), name=message.queued_by
            )
        ]
        if message.callback_number:
            told.append(self.tr("After call {number}").format(number=message.callback_number))
        if message.ended_at is not None:
            told.append(
                self.tr("{state} {when} by {name}").format(
                    state=words.word(message.state),
                    when=words.when(message.ended_at),
                    name=message.ended_by or "",
                )
            )
        self.about.setText("\n".join(told))
