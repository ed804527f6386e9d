"""回访拨打单: the calls of a day on paper, for a desk whose power is off (domain §8)."""

from __future__ import annotations

from frontdesk.language import Language
from frontdesk.models.enums import CallOutcome, Satisfaction
from frontdesk.reports.base import MUTED
from frontdesk.reports.cells import Cell, Field, Stack, Text, Words
from frontdesk.reports.flow import Row, Section
from frontdesk.reports.formats import day, moment, whole
from frontdesk.reports.heading import heading, set_sheets
from frontdesk.reports.inputs.callbacks import CallerSheet, CallSheetForm, ToCall
from frontdesk.reports.labels_callbacks import Sheet as Labels
from frontdesk.texts import Text as Labelled
from frontdesk.texts import term

# number and window, customer, car and occasion, result, words
_SHARES = (29, 33, 34, 58, 36)
_OUTCOMES = (
    (CallOutcome.REACHED, CallOutcome.NOT_CONVENIENT),
    (CallOutcome.NO_ANSWER, CallOutcome.BUSY, CallOutcome.REJECTED),
    (CallOutcome.SWITCHED_OFF, CallOutcome.WRONG_NUMBER),
)
"""The usual ones, line by line."""


def render(form: CallSheetForm, language: Language) -> bytes:
    """The sheet as a PDF, each caller's on pages of their own; a day without calls prints well."""
    callers = form.callers or (CallerSheet("", ()),)
    sheets = [_Sheet(form, caller, language).sections() for caller in callers]
    title = Labels.TITLE.in_(language)
    return set_sheets(sheets, title, day(form.day), form.printed, language).pdf()


class _Sheet:
    """Builds the part of one caller."""

    def __init__(self, form: CallSheetForm, caller: CallerSheet, language: Language) -> None:
        self._form = form
        self._caller = caller
        self._language = language

    def sections(self) -> list[Section]:
        """Whose calls of which day, how the sheet is used, and the calls."""
        form, caller = self._form, self._caller
        told = self._say(Labels.OF).format(
            day=day(form.day),
            who=caller.caller or self._say(Labels.NOBODY),
            n=whole(len(caller.rows)),
            hours=form.hours,
        )
        how = Text(self._say(Labels.HOW), small=True, grey=MUTED)
        return [
            heading(form.dealership, self._say(Labels.TITLE), None, self._language),
            Section([Row([Text(told, "centre", bold=True)]), Row([how])], framed=False),
            self._calls(),
        ]

    def _calls(self) -> Section:
        heads = (Labels.CALL, Labels.CUSTOMER, Labels.ABOUT, Labels.RESULT, Labels.NOTE)
        cells = [Text(self._say(head), bold=True, small=True) for head in heads]
        rows = [self._row(each) for each in self._caller.rows]
        if not rows:
            rows = [Row([Text(self._say(Labels.NONE), "centre", grey=MUTED)])]
        if self._caller.left_out:
            left = self._say(Labels.LEFT_OUT).format(n=whole(self._caller.left_out))
            rows.append(Row([Text(left, grey=MUTED)]))
        return Section(rows, head=Row(cells, _SHARES, tint=True), gap=2.0)

    def _row(self, each: ToCall) -> Row:
        car = f"{each.plate} {each.model}".strip()
        about: list[Field | Text] = [Field("", car, bold=True)] if car else []
        about += [Field("", line, small=True) for line in (each.about, *self._hints(each)) if line]
        customer = [Field("", each.customer, bold=True), Field("", each.phone)]
        cells: list[Cell] = [
            Stack(self._call(each)),
            Stack(customer),
            Stack(about),  # type: ignore[arg-type]
            Stack(self._boxes()),
            Words("", ""),
        ]
        return Row(cells, _SHARES)

    def _call(self, each: ToCall) -> list[Field]:
        until = Labels.OVERDUE if each.overdue else Labels.UNTIL
        lines = [
            Field("", each.number, small=True, bold=True),
            Field("", term(each.kind, self._language)),
            Field("", self._say(until).format(day=f"{each.due_until:%m-%d}"), small=True),
        ]
        if each.agreed_at is not None:
            agreed = self._say(Labels.AGREED).format(at=moment(each.agreed_at)[5:])
            lines.append(Field("", agreed, bold=True))
        if each.attempts:
            lines.append(Field("", self._say(Labels.TRIED).format(n=each.attempts), small=True))
        return lines

    def _hints(self, each: ToCall) -> list[str]:
        return [self._say(Labels.HOURS).format(hours=each.hours)] if each.hours else []

    def _boxes(self) -> list[Field]:
        """Boxes to tick: how it ended, how satisfied; and room for the hour and the minutes."""
        speak = self._language
        outcomes = ("\u3000".join(f"□{term(each, speak)}" for each in line) for line in _OUTCOMES)
        words = "\u3000".join(f"□{term(each, speak)}" for each in Satisfaction)
        at, minutes, score = (
            self._say(label) for label in (Labels.AT, Labels.MINUTES, Labels.SCORE)
        )
        return [
            *(Field("", line, small=True) for line in outcomes),
            Field("", words, small=True),
            Field("", f"{at} ____:____\u3000____ {minutes}\u3000{score} ____", small=True),
        ]

    def _say(self, text: Labelled) -> str:
        return text.in_(self._language)
