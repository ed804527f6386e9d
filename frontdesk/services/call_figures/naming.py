"""What the lines and the flags of calls are called."""

from __future__ import annotations

from collections.abc import Mapping

from frontdesk.language import Language
from frontdesk.models.enums import CallbackKind
from frontdesk.models.score_flags import Flag, FlagRule
from frontdesk.services.call_figures.dto import By, CallSummary
from frontdesk.texts import term
from frontdesk.texts.call_figures import FLAGS, NAMES


def line_name(found: CallSummary, by: By, key: str, language: Language) -> str:
    """The line's name; calls nobody was given have no caller."""
    match by:
        case By.TOTAL:
            return NAMES["total"].in_(language)
        case By.KIND:
            return term(CallbackKind(key), language)
        case By.CALLER | By.SERVED:
            return found.people.get(key) or NAMES["nobody"].in_(language)
        case By.MONTH:
            return key


def flag_told(flag: Flag, people: Mapping[str, str], language: Language) -> str:
    """The rule in words, with the figures it was found by."""
    told = FLAGS[flag.rule.value].in_(language)
    minutes = flag.rule is FlagRule.SHORT
    return told.format(
        who=people.get(flag.caller) or NAMES["nobody"].in_(language),
        kind="" if flag.kind is None else term(flag.kind, language),
        n=f"{flag.n:,}",
        count=f"{flag.count:,}",
        own=_figure(flag.own, minutes=minutes),
        others=_figure(flag.others, minutes=minutes),
    )


def _figure(value: float | None, *, minutes: bool) -> str:
    if value is None:
        return ""
    return f"{value:.0f}" if minutes else f"{value:.1f}"
