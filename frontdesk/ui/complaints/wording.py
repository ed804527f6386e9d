"""How a ticket is put into words, icons and colours: who holds it, how its clocks stand."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from frontdesk.clock import local
from frontdesk.language import Language
from frontdesk.models.enums import (
    ClockColour,
    ComplaintClock,
    ComplaintLevel,
    ComplaintState,
    ComplaintStep,
    Role,
)
from frontdesk.services.complaints.dto import CategoryTree, Clock
from frontdesk.ui.kit import language, words
from frontdesk.ui.kit.tokens import Tone, clock_tone

LEVEL_TONES = {
    ComplaintLevel.GRUMBLE_MINOR: Tone.NEUTRAL,
    ComplaintLevel.GRUMBLE_NORMAL: Tone.NEUTRAL,
    ComplaintLevel.GRUMBLE_SERIOUS: Tone.WARN,
    ComplaintLevel.COMPLAINT_NORMAL: Tone.WARN,
    ComplaintLevel.COMPLAINT_URGENT: Tone.ERROR,
    ComplaintLevel.COMPLAINT_ESCALATED: Tone.ERROR,
}
STEP_ICONS = {
    ComplaintStep.REGISTERED: "chat-centered-dots",
    ComplaintStep.ACKNOWLEDGED: "phone-call",
    ComplaintStep.JUDGED: "scales",
    ComplaintStep.OPINION: "note-pencil",
    ComplaintStep.APPROVED: "check-circle",
    ComplaintStep.SENT_BACK: "arrow-u-up-left",
    ComplaintStep.DISPATCHED: "paper-plane-tilt",
    ComplaintStep.RETURNED: "wrench",
    ComplaintStep.FOLLOWED_UP: "phone-outgoing",
    ComplaintStep.SIGNED_OFF: "pen-nib",
    ComplaintStep.FILED: "archive",
    ComplaintStep.ADDED: "plus-circle",
    ComplaintStep.PAUSED: "pause-circle",
    ComplaintStep.RESUMED: "play-circle",
}


def state_tone(state: ComplaintState) -> Tone:
    """The colour of a state's chip."""
    return Tone.NEUTRAL if state is ComplaintState.FILED else Tone.INFO


def holder(roles: tuple[Role, ...], name: str | None, state: ComplaintState) -> str:
    """Who has the ticket in hand: the handler by name, else the roles it waits for."""
    if state is ComplaintState.FILED:
        return ""
    if state is ComplaintState.TO_RETURN and name:
        return name
    return " / ".join(words.word(role) for role in roles)


def clock_state(clock: Clock, now: datetime, amber_percent: int) -> tuple[Tone, str]:
    """Tone and words of a deadline: what is left, by how much it is over, or how it ended."""
    if clock.standing_since is not None:
        return Tone.NEUTRAL, _tr("paused, {span} left").format(span=words.span(clock.left(now)))
    if clock.ended is None:
        tone = clock_tone(clock.colour(now, amber_percent))
        left = _tr("{span} left") if clock.left(now).total_seconds() >= 0 else _tr("{span} over")
        return tone, left.format(span=words.span(clock.left(now)))
    used = words.span(clock.used(now))
    text = _tr("done in {span}") if clock.in_time else _tr("late, took {span}")
    tone = Tone.OK if clock.in_time else Tone.WARN
    if not clock.paused(now):
        return tone, text.format(span=used)
    whole = _tr("{state}, with pauses {span}")
    return tone, whole.format(state=text.format(span=used), span=words.span(clock.gone_by(now)))


def named(clock: Clock, state: str) -> str:
    """A deadline with its name before it; the loop's own needs none."""
    if clock.kind is ComplaintClock.LOOP:
        return state
    return _tr("{clock}: {state}").format(clock=words.word(clock.kind), state=state)


def is_over(clock: Clock, now: datetime) -> bool:
    """Whether the deadline has passed unmet."""
    # Most in a long list have stopped: their pauses need not be reckoned.
    return clock.ended is None and clock.colour(now, 100) is ClockColour.OVER


def short(moment: datetime | None) -> str:
    """Hour alone today, else day and hour without the year: 14:05, 11-06 14:05, 6/11 14:05."""
    if moment is None:
        return ""
    there = local(moment, words.clock())
    if there.date() == local(words.clock().now(), words.clock()).date():
        return f"{there:%H:%M}"
    if language.current() is Language.ZH_CN:
        return f"{there:%m-%d %H:%M}"
    return f"{there.day} {_MONTHS[there.month - 1]} {there:%H:%M}"


def said(value: object, tree: CategoryTree) -> str:
    """A value of an entry as it is read."""
    if isinstance(value, tuple):
        between = "、" if language.current() is Language.ZH_CN else ", "
        return between.join(said(one, tree) for one in value)
    if isinstance(value, str) and tree.has(value):
        return tree.path(value, language.current())
    return words.shown(value)


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _tr(text: str) -> str:
    return QCoreApplication.translate("complaints", text)
