"""Patterns in the scores of calls that look gamed (domain §4.3), each by a rule said plainly.

Pure functions over finished calls. A flag accuses nobody: it names the rule, the figures it was
found by and the calls behind it, so that they can be looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean, median

from frontdesk.models.enums import CallbackKind
from frontdesk.models.rules import Rules

_TOP = 100
_MOSTLY = 0.5
"""From this share of somebody's calls on, short ones are a pattern."""


class FlagRule(StrEnum):
    """Why somebody's calls are to be looked at."""

    ALL_TOP = "all_top"
    """All scores are 100, and those of the others' calls are lower in the mean."""
    SHORT = "short"
    """At least half of the conversations are far shorter than the median of their kind."""
    SAME_ANSWERS = "same_answers"
    """Calls of one kind in a row have the very same answers."""
    RECHECKED = "rechecked"
    """Asked again in a spot check, customers say otherwise, or were not called."""


@dataclass(frozen=True, slots=True)
class ToldCall:
    """A finished call.

    ``seconds``: how long they spoke, ``None`` where it stood on paper. ``answers``: what was chosen
    and marked, without words; '' where none was kept. ``rechecked``: whether a spot check bore it
    out, ``None`` without one.
    """

    id: str
    kind: CallbackKind
    caller: str
    score: int | None = None
    seconds: float | None = None
    answers: str = ""
    rechecked: bool | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """``n`` calls were looked at, ``count`` of them make the pattern; ``calls`` are their ids.

    ``own`` and ``others``: what is compared - the mean score, or the median length in seconds.
    """

    rule: FlagRule
    caller: str
    n: int
    count: int
    calls: tuple[str, ...]
    kind: CallbackKind | None = None
    own: float | None = None
    others: float | None = None


def flags(calls: Sequence[ToldCall], rules: Rules) -> tuple[Flag, ...]:
    """What is to be looked at in ``calls``, which come in the order they were made."""
    by_caller: defaultdict[str, list[ToldCall]] = defaultdict(list)
    for call in calls:
        by_caller[call.caller].append(call)
    found = [
        *_all_top(by_caller, rules),
        *_short(by_caller, calls, rules),
        *_same_answers(by_caller, rules),
        *_rechecked(by_caller),
    ]
    return tuple(found)


def _all_top(by_caller: Mapping[str, list[ToldCall]], rules: Rules) -> Iterator[Flag]:
    for caller, own in by_caller.items():
        scored = [call for call in own if call.score is not None]
        kinds = {call.kind for call in scored}
        others = [
            call.score
            for name, theirs in by_caller.items()
            if name != caller
            for call in theirs
            if call.score is not None and call.kind in kinds
        ]
        if len(scored) < rules.flag_least_calls or len(others) < rules.flag_least_calls:
            continue
        mean = fmean(others)
        if all(call.score == _TOP for call in scored) and mean <= _TOP - rules.flag_gap_points:
            ids = tuple(call.id for call in scored)
            yield Flag(
                FlagRule.ALL_TOP, caller, len(scored), len(scored), ids, own=_TOP, others=mean
            )


def _short(
    by_caller: Mapping[str, list[ToldCall]], calls: Iterable[ToldCall], rules: Rules
) -> Iterator[Flag]:
    lengths: defaultdict[CallbackKind, list[float]] = defaultdict(list)
    for call in calls:
        if call.seconds is not None:
            lengths[call.kind].append(call.seconds)
    usual = {kind: median(times) for kind, times in lengths.items()}
    for caller, own in by_caller.items():
        for kind in dict.fromkeys(call.kind for call in own):
            timed = [call for call in own if call.kind is kind and call.seconds is not None]
            if len(timed) < rules.flag_least_calls or len(timed) == len(lengths[kind]):
                # Alone with a kind, there is nothing to be shorter than.
                continue
            least = usual[kind] * rules.flag_short_percent / 100
            short = [call for call in timed if (call.seconds or 0) < least]
            if len(short) >= _MOSTLY * len(timed):
                yield Flag(
                    FlagRule.SHORT,
                    caller,
                    len(timed),
                    len(short),
                    tuple(call.id for call in short),
                    kind,
                    own=median(call.seconds or 0 for call in timed),
                    others=usual[kind],
                )


def _same_answers(by_caller: Mapping[str, list[ToldCall]], rules: Rules) -> Iterator[Flag]:
    for caller, own in by_caller.items():
        for kind in dict.fromkeys(call.kind for call in own):
            told = [call for call in own if call.kind is kind and call.answers]
            longest = _longest_run(told)
            if len(longest) >= rules.flag_same_in_row:
                ids = tuple(call.id for call in longest)
                yield Flag(FlagRule.SAME_ANSWERS, caller, len(told), len(longest), ids, kind)


def _longest_run(calls: Sequence[ToldCall]) -> Sequence[ToldCall]:
    best: Sequence[ToldCall] = ()
    begin = 0
    for at, call in enumerate(calls):
        if call.answers != calls[begin].answers:
            begin = at
        if at + 1 - begin > len(best):
            best = calls[begin : at + 1]
    return best


def _rechecked(by_caller: Mapping[str, list[ToldCall]]) -> Iterator[Flag]:
    for caller, own in by_caller.items():
        checked = [call for call in own if call.rechecked is not None]
        wrong = tuple(call.id for call in checked if call.rechecked is False)
        if wrong:
            yield Flag(FlagRule.RECHECKED, caller, len(checked), len(wrong), wrong)
