"""Runs a script: answers so far in, what to say and ask next out. No clock, store or window."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel, ConfigDict

from frontdesk.errors import UserError
from frontdesk.models.enums import CallOutcome, Satisfaction
from frontdesk.models.values import text as texts
from frontdesk.services.scripts.scoring import score_of
from frontdesk.services.scripts.script import Answer, Fact, QuestionKind, Script, Step, Use

NO_FACTS: frozenset[Fact] = frozenset()


class Given(BaseModel):
    """One answer as it was given: a choice, a mark (as text) or the customer's words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    step: str
    answer: str | None = None
    text: str = ""


class Progress(BaseModel):
    """How far a call has come. Kept with the callback, so that an interrupted call goes on here."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    given: tuple[Given, ...] = ()
    remembered: tuple[Given, ...] = ()
    """Answers gone back over: offered again when their step is met again."""


@dataclass(frozen=True, slots=True)
class Passed:
    """One question of the branch taken, with its answer."""

    step: Step
    given: Given
    answer: Answer | None

    @property
    def words(self) -> str:
        """The free words or the mark given."""
        return self.given.text

    @property
    def value(self) -> str:
        """The answer as it is kept of a finished call: key of the choice, mark, day or words."""
        return self.given.text if self.given.answer is None else self.given.answer


@dataclass(frozen=True, slots=True)
class Position:
    """Where a call stands.

    ``say``: the steps to speak now, in order, the asking one last. ``ask``: the step that waits for
    an answer, ``None`` when the script is through. ``passed``: the branch taken so far.
    """

    say: tuple[Step, ...]
    ask: Step | None
    passed: tuple[Passed, ...]
    outcome: CallOutcome | None

    @property
    def finished(self) -> bool:
        """Whether nothing is left to ask."""
        return self.ask is None


@dataclass(frozen=True, slots=True)
class Result:
    """What a call has brought so far."""

    satisfaction: Satisfaction | None
    outcome: CallOutcome | None
    suggestion: str
    complaint_words: str
    complaint_remedy: str
    category: str | None
    score: int | None
    """0–100, by the steps that count (``scoring.score_of``)."""


def position(script: Script, progress: Progress, facts: AbstractSet[Fact] = NO_FACTS) -> Position:
    """Walk the script along the answers given.

    What was given but is no answer of its step counts as not given: nothing required is passed by.

    Raises:
        UserError: ``scripts.damaged_loop`` or ``scripts.damaged_way``: the script is damaged at
            the ``place`` named.
    """
    waiting = list(progress.given)
    passed: list[Passed] = []
    say: list[Step] = []
    met: set[str] = set()
    outcome: CallOutcome | None = None
    step: Step | None = script.start
    while step is not None:
        if step.key in met:
            raise UserError("scripts.damaged_loop", place=f"{script.key}.{step.key}")
        met.add(step.key)
        if step.only_if is not None and step.only_if not in facts:
            step = _following(script, step, None)
            continue
        say.append(step)
        if not step.asks:
            step = _following(script, step, None)
            continue
        if not waiting or waiting[0].step != step.key or not answers(step, waiting[0]):
            return Position(tuple(say), step, tuple(passed), outcome)
        given = waiting.pop(0)
        chosen = chosen_answer(step, given)
        passed.append(Passed(step, given, chosen))
        outcome = (chosen and chosen.outcome) or outcome
        say, met = [], set()
        step = _following(script, step, chosen)
    return Position(tuple(say), None, tuple(passed), outcome)


def answers(step: Step, given: Given) -> bool:
    """Whether ``given`` is an answer ``step`` takes."""
    try:
        return _checked(step, given.answer, given.text).answer == given.answer
    except UserError:
        return False


def chosen_answer(step: Step, given: Given) -> Answer | None:
    """The answer of ``step`` that ``given`` stands for; on a scale the band its mark lies in."""
    if step.question.is_scale:
        mark = _mark(given.text)
        return next((a for a in step.answers if a.band and a.band[0] <= mark <= a.band[1]), None)
    return step.answer(given.answer) if given.answer is not None else None


def meant(step: Step, value: str) -> Answer | None:
    """The answer of ``step`` that a kept ``value`` stands for, as :func:`chosen_answer` does."""
    return chosen_answer(step, Given(step=step.key, answer=value, text=value))


def answer(
    script: Script,
    progress: Progress,
    *,
    choice: str | None = None,
    text: str = "",
    facts: AbstractSet[Fact] = NO_FACTS,
) -> Progress:
    """``progress`` after the waiting question was answered by ``choice`` or by ``text``.

    Answers given further on (a question has turned up before them) stay while the way still leads
    past them; else they are remembered.

    Raises ``UserError`` when the answer is not one of the step's, no mark of its scale, no day, or
    blank where one is required.
    """
    where = position(script, progress, facts)
    step = where.ask
    if step is None:
        raise UserError("scripts.nothing_asked")
    given = _checked(step, choice, texts.note(text, "answer"))
    done = tuple(taken.given for taken in where.passed)
    further = tuple(old for old in progress.given[len(done) :] if old.step != step.key)
    remembered = tuple(old for old in progress.remembered if old.step != step.key)
    if not further:
        return Progress(given=(*done, given), remembered=remembered)
    on = position(script, Progress(given=(*done, given, *further)), facts)
    kept = tuple(taken.given for taken in on.passed)
    lost = further[len(kept) - len(done) - 1 :]
    others = tuple(old for old in remembered if old.step not in {each.step for each in lost})
    return Progress(given=kept, remembered=(*others, *lost))


def greeted(script: Script, facts: AbstractSet[Fact] = NO_FACTS) -> Progress:
    """A call that begins behind its greeting: who is on the line is not asked who they are."""
    progress = Progress()
    step = position(script, progress, facts).ask
    while step is not None and step.greeting and step.answers:
        progress = answer(script, progress, choice=step.answers[0].key, facts=facts)
        step = position(script, progress, facts).ask
    return progress


def back(progress: Progress) -> Progress:
    """One question back; the answer taken back is remembered and offered again."""
    if not progress.given:
        return progress
    *kept, last = progress.given
    others = tuple(old for old in progress.remembered if old.step != last.step)
    return Progress(given=tuple(kept), remembered=(*others, last))


def remembered(progress: Progress, step: Step) -> Given | None:
    """What was answered to ``step`` before it was gone back over."""
    return next((old for old in progress.remembered if old.step == step.key), None)


def tidied(progress: Progress) -> Progress:
    """``progress`` with every text as it is stored.

    Raises:
        UserError: ``value.too_long`` beside ``answer``.
    """

    def tidy(given: Given) -> Given:
        return given.model_copy(update={"text": texts.note(given.text, "answer")})

    return Progress(
        given=tuple(map(tidy, progress.given)), remembered=tuple(map(tidy, progress.remembered))
    )


def half_typed(progress: Progress, step: str, text: str) -> Progress:
    """``progress`` with words typed at ``step`` but not given as the answer yet."""
    others = tuple(old for old in progress.remembered if old.step != step)
    kept = (Given(step=step, text=texts.storable(text)),) if text else ()
    return Progress(given=progress.given, remembered=(*others, *kept))


def missing(
    script: Script, progress: Progress, facts: AbstractSet[Fact] = NO_FACTS
) -> tuple[Step, ...]:
    """The required questions still open on the way ahead, up to the next branch."""
    open_: list[Step] = []
    step = position(script, progress, facts).ask
    seen: set[str] = set()
    while step is not None and step.key not in seen:
        seen.add(step.key)
        met = step.only_if is None or step.only_if in facts
        if step.asks and step.required and met:
            open_.append(step)
            if any(option.next for option in step.answers):
                break
        step = _following(script, step, None)
    return tuple(open_)


def result(script: Script, progress: Progress, facts: AbstractSet[Fact] = NO_FACTS) -> Result:
    """What the answers amount to."""
    where = position(script, progress, facts)
    satisfaction: Satisfaction | None = None
    for taken in where.passed:
        if taken.answer is not None:
            satisfaction = taken.answer.satisfaction or satisfaction

    def words(use: Use) -> str:
        return "\n".join(p.words for p in where.passed if p.step.use is use and p.words)

    return Result(
        satisfaction=satisfaction,
        outcome=where.outcome,
        suggestion=words(Use.SUGGESTION),
        complaint_words=words(Use.COMPLAINT_WORDS),
        complaint_remedy=words(Use.COMPLAINT_REMEDY),
        category=_category(where.passed),
        score=score_of((p.step, p.value) for p in where.passed),
    )


def _mark(text: str) -> int:
    """The mark given on a scale; -1 for none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 3 else -1


def _day(step: Step, text: str) -> Given:
    """A day as ``2026-11-05``."""
    if not text and not step.required:
        return Given(step=step.key)
    try:
        day = date.fromisoformat(text).isoformat()
    except ValueError:
        day = ""
    if day != text or not day:
        # Weeks and days run together are days too, but not as they are kept.
        raise UserError("scripts.day", field="answer")
    return Given(step=step.key, text=day)


def _checked(step: Step, choice: str | None, text: str) -> Given:
    if step.question is QuestionKind.TEXT:
        if step.required and not text:
            raise UserError("scripts.words_required", field="answer")
        return Given(step=step.key, text=text)
    if step.question is QuestionKind.DATE:
        return _day(step, text)
    if step.question.is_scale:
        mark = text or choice or ""
        if not mark and not step.required:
            return Given(step=step.key, text="")
        if _mark(mark) not in step.question.marks:
            least, *_, most = step.question.marks
            raise UserError("scripts.mark", field="answer", least=least, most=most)
        return Given(step=step.key, text=str(int(mark)))
    if choice is None and not step.required:
        return Given(step=step.key, text=text)
    if choice is None or step.answer(choice) is None:
        raise UserError("scripts.choice_required", field="answer")
    return Given(step=step.key, answer=choice, text=text)


def _category(passed: tuple[Passed, ...]) -> str | None:
    """The category named last; where that is only a group, a leaf of it named before."""
    named = [p.answer.category for p in passed if p.answer is not None and p.answer.category]
    if not named:
        return None
    leaves = (found for found in reversed(named) if found.startswith(f"{named[-1]}."))
    return next(leaves, named[-1])


def _following(script: Script, step: Step, chosen: Answer | None) -> Step | None:
    if step.closing:
        return None
    target = (chosen.next if chosen is not None else None) or step.next
    if target is None:
        return None
    following = script.step(target)
    if following is None:
        raise UserError("scripts.damaged_way", place=f"{script.key}.{step.key}", detail=target)
    return following
