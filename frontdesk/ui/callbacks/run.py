"""Where one call on screen stands: what is shown and what the next key means. No widgets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum, auto

from frontdesk.language import Language
from frontdesk.models.enums import CallOutcome, Satisfaction
from frontdesk.services.callbacks.dto import CallSheet, Talk, TicketDraft
from frontdesk.services.callbacks.wording import draft_ticket, script_values, trail
from frontdesk.services.scripts import (
    Given,
    Position,
    Progress,
    Step,
    answer,
    back,
    fill,
    half_typed,
    missing,
    position,
    remembered,
    result,
)

TICKET = "ticket-panel"
"""Under this name the half-typed ticket is remembered among the answers."""


class Mode(Enum):
    """What the middle of the call asks for now."""

    CLOSED = auto()
    READY = auto()
    ASK = auto()
    ATTEMPT = auto()
    END = auto()


class Run:
    """One call: its sheet, the answers so far, and an outcome chosen instead of a conversation."""

    def __init__(self, sheet: CallSheet) -> None:
        self.sheet = sheet
        self.progress: Progress = sheet.progress
        self.chosen: CallOutcome | None = None

    @property
    def begun(self) -> bool:
        """Whether this person is on the call."""
        return self.sheet.mine and not self.sheet.closed

    @property
    def on_hold(self) -> bool:
        """Whether the customer has been asked to wait."""
        return self.begun and self.sheet.talk.on_hold

    @property
    def may_hold(self) -> bool:
        """Whether somebody is on the line who can be asked to wait."""
        return self.begun and self.sheet.paper is None

    def talks(self, talk: Talk) -> None:
        """So long has been talked."""
        self.sheet = replace(self.sheet, talk=talk)

    @property
    def position(self) -> Position:
        """Where the script stands."""
        return position(self.sheet.script, self.progress, self.sheet.facts)

    @property
    def outcome(self) -> CallOutcome | None:
        """How the call ends, when it is no conversation along the script."""
        return self.chosen or self.position.outcome

    @property
    def mode(self) -> Mode:
        """What is asked for now."""
        if self.sheet.closed:
            return Mode.CLOSED
        if not self.begun:
            return Mode.READY
        if self.chosen is not None or (self.position.finished and self.outcome is not None):
            return Mode.ATTEMPT
        return Mode.END if self.position.finished else Mode.ASK

    @property
    def asked(self) -> Step | None:
        """The step that waits for an answer."""
        return self.position.ask

    @property
    def may_end(self) -> bool:
        """Whether nothing required is left to ask, so that the call may be ended here."""
        return not missing(self.sheet.script, self.progress, self.sheet.facts)

    @property
    def at_ticket(self) -> bool:
        """Whether the ticket is to be registered now."""
        return self.asked is not None and self.asked.opens_complaint

    @property
    def wants_ticket(self) -> bool:
        """Whether the complaint panel stands open: the customer is not satisfied."""
        opens = any(step.opens_complaint for step in self.sheet.script.steps)
        said = result(self.sheet.script, self.progress, self.sheet.facts).satisfaction
        bad = said in (Satisfaction.AVERAGE, Satisfaction.DISSATISFIED)
        return opens and bad and self.begun and not self._declined()

    def answer(self, choice: str | None = None, text: str = "") -> None:
        """Give the answer that is waited for. Raises ``UserError``."""
        self.progress = answer(
            self.sheet.script, self.progress, choice=choice, text=text, facts=self.sheet.facts
        )

    def back(self) -> bool:
        """One step back; whether there was one."""
        if self.chosen is not None:
            self.chosen = None
            return True
        if not self.progress.given:
            return False
        self.progress = back(self.progress)
        return True

    def type(self, text: str) -> None:
        """Remember what is half typed at the waiting step."""
        if self.asked is not None:
            self.progress = half_typed(self.progress, self.asked.key, text)

    def type_ticket(self, typed: str) -> None:
        """Remember the half-typed ticket."""
        self.progress = half_typed(self.progress, TICKET, typed)

    def typed_ticket(self) -> str:
        """The ticket as it was half typed, or ''."""
        kept = (old.text for old in self.progress.remembered if old.step == TICKET)
        return next(kept, "")

    def words_before(self) -> Given | None:
        """What was answered to the waiting step before it was gone back over."""
        return remembered(self.progress, self.asked) if self.asked is not None else None

    def sentences(self, language: Language) -> Iterator[str]:
        """What is to be said now, names filled in; the question last."""
        values = script_values(self.sheet, language)
        for step in self.to_say():
            yield fill(step.text, values, language)

    def trail(self, language: Language) -> tuple[tuple[str, str], ...]:
        """The branch taken so far."""
        return trail(self.sheet, self.progress, language)

    def draft(self, language: Language) -> TicketDraft:
        """The complaint as drafted from the answers."""
        return draft_ticket(self.sheet, self.progress, language)

    def to_say(self) -> tuple[Step, ...]:
        """The steps to speak now; for an outcome chosen by its key, the script's words for it."""
        if self.chosen is None:
            return self.position.say
        script = self.sheet.script
        leads = (
            script.step(option.next)
            for step in script.steps
            for option in step.answers
            if option.outcome is self.chosen and option.next is not None
        )
        return tuple(step for step in leads if step is not None)[:1]

    def _declined(self) -> bool:
        registered = {
            step.key: step.answers[0].key
            for step in self.sheet.script.steps
            if step.opens_complaint and step.answers
        }
        return any(
            given.step in registered and given.answer != registered[given.step]
            for given in self.progress.given
        )
