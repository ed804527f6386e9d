"""Actions and penalties in words, icons and colours."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from frontdesk.services.complaints.after_dto import Action, ActionState, Penalty
from frontdesk.ui.kit import words
from frontdesk.ui.kit.due import days_left
from frontdesk.ui.kit.tokens import Tone

STATE_TONES = {
    ActionState.OPEN: Tone.INFO,
    ActionState.LATE: Tone.ERROR,
    ActionState.DONE: Tone.OK,
    ActionState.GIVEN_UP: Tone.NEUTRAL,
}


def action_line(action: Action) -> str:
    """Kind, owner and day of an action."""
    if action.ended_at is not None:
        return _tr("{kind} · {owner} · ended {when} by {who}").format(
            kind=words.word(action.kind),
            owner=action.owner,
            when=words.near(action.ended_at),
            who=action.ended_by,
        )
    return _tr("{kind} · {owner} · due {day}, {left}").format(
        kind=words.word(action.kind),
        owner=action.owner,
        day=words.day(action.due_on),
        left=days_left(action.due_on),
    )


def penalty_line(penalty: Penalty) -> str:
    """Part, who set it and when."""
    text = _tr("{part} · set {when} by {who}")
    return text.format(
        part=words.word(penalty.part), when=words.near(penalty.set_at), who=penalty.set_by
    )


def withdrawn_line(penalty: Penalty) -> str:
    """When, by whom and why a penalty was taken back."""
    return _tr("Withdrawn {when} by {who}: {why}").format(
        when=words.near(penalty.withdrawn_at), who=penalty.withdrawn_by, why=penalty.withdrawn_why
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("after", text)
