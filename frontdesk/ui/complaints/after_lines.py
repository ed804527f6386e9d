"""Actions and penalties of a ticket as short lines, each with what may be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.services.complaints.after_dto import Action, After, Penalty, Proposal
from frontdesk.ui.complaints import after_words
from frontdesk.ui.complaints.after_form import Act, Wanted
from frontdesk.ui.complaints.lines_area import LinesArea
from frontdesk.ui.kit import words
from frontdesk.ui.kit.labels import button, muted, plain, set_tip, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import StatusChip
from frontdesk.ui.kit.tokens import GRID, Tone


class AfterLines(Translated, LinesArea):
    """``asked`` carries the ``Wanted`` of a line's button."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._after: After | None = None

    def show_after(self, after: After) -> None:
        """Show what follows; offers of the return first, then actions, then penalties."""
        self._after = after
        lines = [
            *(self._offer(each) for each in after.proposals),
            *(self._action(each) for each in after.actions),
            *(self._penalty(each) for each in after.penalties),
        ]
        self.show_lines(lines, None if lines else muted(self._none(after), wrap=True))

    def retranslate(self) -> None:
        self.area.setAccessibleName(self.tr("Actions and penalties"))
        if self._after is not None:
            self.show_after(self._after)

    def _none(self, after: After) -> str:
        if after.refusal is None:
            return self.tr("No action and no penalty yet. Set one by the keys below.")
        return self.tr("No action and no penalty was recorded with this complaint.")

    def _offer(self, said: Proposal) -> QWidget:
        line = _Line(
            StatusChip(Tone.WARN, self.tr("The return says")), said.words, words.word(said.kind)
        )
        wanted = Wanted(Act.ACTION, proposal=said)
        line.add(self.tr("Make it an action …"), lambda: self.asked.emit(wanted))
        return line

    def _action(self, action: Action) -> QWidget:
        chip = StatusChip(after_words.STATE_TONES[action.state], words.word(action.state))
        line = _Line(chip, action.words, after_words.action_line(action), action.result)
        if action.may_end or action.may_give_up:
            end = Wanted(Act.END, action=action)
            line.add(self.tr("End …"), lambda: self.asked.emit(end))
        if action.may_change:
            change = Wanted(Act.CHANGE, action=action)
            line.add(self.tr("Change …"), lambda: self.asked.emit(change))
        set_tip(line, self.tr("Set {when} by {who}").format(
            when=words.when(action.set_at), who=action.set_by
        ))  # fmt: skip
        return line

    def _penalty(self, penalty: Penalty) -> QWidget:
        gone = penalty.withdrawn_at is not None
        chip = StatusChip(
            Tone.NEUTRAL if gone else Tone.WARN,
            self.tr("Penalty withdrawn") if gone else self.tr("Penalty"),
        )
        amount = self.tr("{person}: {amount} yuan").format(
            person=penalty.person, amount=words.money(penalty.amount)
        )
        said = [penalty.words, after_words.withdrawn_line(penalty) if gone else ""]
        line = _Line(
            chip,
            amount,
            after_words.penalty_line(penalty),
            "\n".join(each for each in said if each),
        )
        if penalty.may_withdraw:
            wanted = Wanted(Act.WITHDRAW, penalty=penalty)
            line.add(self.tr("Withdraw …"), lambda: self.asked.emit(wanted))
        return line


class _Line(QFrame):
    """State by colour, icon and word; what; who and when; what came of it."""

    def __init__(self, chip: StatusChip, what: str, who: str, result: str = "") -> None:
        super().__init__()
        self._head = QHBoxLayout()
        self._head.setSpacing(GRID)
        self._head.addWidget(chip)
        self._head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(self._head)
        text = plain(what, wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(text)
        column.addWidget(small(who, wrap=True))
        if result:
            column.addWidget(muted(result, wrap=True))
        said = (chip.text, what, who, result)
        self.setAccessibleName("\n".join(each for each in said if each))

    def add(self, text: str, act: Callable[[], None]) -> None:
        """A button at the right of the state."""
        made = button(text, look="flat")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(act)
        self._head.addWidget(made)
