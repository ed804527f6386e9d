"""What is kept of a call between its start and its end, as JSON in ``callback.progress``."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel, ConfigDict

from frontdesk.models.call_talk import Talk
from frontdesk.models.callback import Callback
from frontdesk.services.scripts import Progress


class OnPaper(BaseModel):
    """Who made a call that was noted on paper first, and when (both moments aware)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    by: str
    started_at: datetime
    ended_at: datetime


class KeptCall(BaseModel):
    """Who has begun the call, why outside the hours, the answers so far and the note.

    ``paper``: it is being entered from paper, as it stands there. ``along``: the call (its id) in
    whose conversation this one is taken along. ``talk``: how long has been talked and waited;
    ``None`` for a call begun by a program that did not tell yet.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    by: str
    reason: str = ""
    note: str = ""
    progress: Progress = Progress()
    paper: OnPaper | None = None
    along: str | None = None
    talk: Talk | None = None


def kept_call(callback: Callback) -> KeptCall | None:
    """What is kept of the call, or ``None`` when it was never begun."""
    if callback.progress is None:
        return None
    return KeptCall.model_validate_json(callback.progress)


def talk_of(callback: Callback, kept: KeptCall | None) -> Talk:
    """How long has been talked in the call."""
    if kept is not None and kept.talk is not None:
        return kept.talk
    running = kept is not None and kept.paper is None
    return Talk(told_at=callback.started_at if running else None)
