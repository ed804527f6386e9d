"""回访记录表: one call with its attempts and answers, or blank with boxes to tick (domain §4.3)."""

from __future__ import annotations

from frontdesk.language import Language
from frontdesk.models.enums import CallOutcome, Satisfaction
from frontdesk.reports.base import MM, MUTED
from frontdesk.reports.cells import Cell, Field, Stack, Text, Words, choice
from frontdesk.reports.flow import Row, Section
from frontdesk.reports.formats import day, moment
from frontdesk.reports.heading import heading, set_sheet, signatures
from frontdesk.reports.inputs.callbacks import Asked, Attempt, CallbackRecord
from frontdesk.reports.labels_callbacks import Record as Labels
from frontdesk.texts import Text as Labelled
from frontdesk.texts import term

_SIGNATURE_HEIGHT = 15 * MM
_WORDS_HEIGHT = 13 * MM
_QUESTION = (34, 118)
_ATTEMPT = (34, 24, 26, 24, 44)
_BLANK_ATTEMPTS = 3


def render(form: CallbackRecord, language: Language) -> bytes:
    """The record as a PDF; one without a number is blank, for a desk without power."""
    sheet = _Sheet(form, language)
    title = Labels.TITLE.in_(language)
    name = title
    if sheet.blank and form.kind is not None:
        name = Labels.BLANK.in_(language).format(kind=term(form.kind, language))
    sections = [
        heading(form.dealership, name, form.number, language),
        sheet.customer(),
        sheet.call(),
        sheet.attempts(),
        sheet.questions(),
        sheet.result(),
        signatures([each.in_(language) for each in Labels.SIGN], "", _SIGNATURE_HEIGHT, language),
    ]
    return set_sheet(sections, title, form.number, form.printed, language).pdf()


class _Sheet:
    """Builds each part from the record's inputs."""

    def __init__(self, form: CallbackRecord, language: Language) -> None:
        self._form = form
        self._language = language
        self.blank = not form.number

    def customer(self) -> Section:
        """Who, which car, what was done."""
        form = self._form
        rows = [
            Row(
                [
                    self._field(Labels.NAME, form.customer),
                    self._field(Labels.FILE, form.customer_number),
                    self._field(Labels.PHONE, form.phone),
                ],
                (4, 4, 5),
            ),
            Row(
                [
                    self._field(Labels.PLATE, form.plate),
                    self._field(Labels.MODEL, form.model),
                    self._field(Labels.VISIT, form.visit_number),
                ],
                (4, 4, 5),
            ),
            Row(
                [
                    self._field(Labels.SERVED_ON, day(form.served_on)),
                    self._field(Labels.SERVED_BY, form.served_by),
                ],
                (4, 9),
            ),
        ]
        if form.work or self.blank:
            rows.append(Row([self._field(Labels.WORK, form.work)]))
        return Section(rows, title=self._say(Labels.CUSTOMER))

    def call(self) -> Section:
        """Which call, until when it was due, how it stands."""
        form, speak = self._form, self._language
        window = f"{day(form.due_from)} – {day(form.due_until)}" if form.due_until else ""
        closed = moment(form.closed_at)
        if form.closed_at is not None and form.in_time is not None:
            told = Labels.IN_TIME if form.in_time else Labels.LATE
            closed = f"{closed} {self._say(told)}"
        first: list[Cell] = [
            self._field(Labels.KIND, term(form.kind, speak) if form.kind else ""),
            self._field(Labels.STATUS, term(form.status, speak) if form.status else ""),
            self._field(Labels.WINDOW, window),
        ]
        second: list[Cell] = [
            self._field(Labels.ASSIGNED, form.assigned_to),
            self._field(Labels.CALLER, form.closed_by),
            self._field(Labels.CLOSED, closed),
        ]
        rows = [Row(first, (4, 4, 5)), Row(second, (4, 4, 5))]
        return Section(rows, title=self._say(Labels.CALL))

    def attempts(self) -> Section:
        """Every attempt; on a blank form lines for three."""
        heads = (Labels.AT, Labels.CALLER, Labels.OUTCOME, Labels.LENGTH, Labels.NOTE)
        cells = [Text(self._say(head), bold=True, small=True) for head in heads]
        if self.blank and not self._form.attempts:
            rows = [
                Row([Text("") for _ in heads], _ATTEMPT, grow=0.15) for _ in range(_BLANK_ATTEMPTS)
            ]
        else:
            rows = [self._attempt(each) for each in self._form.attempts]
        rows = rows or [Row([Text("–", grey=MUTED)])]
        return Section(rows, title=self._say(Labels.ATTEMPTS), head=Row(cells, _ATTEMPT, tint=True))

    def questions(self) -> Section:
        """What was asked and answered, or is to be."""
        rows = [self._question(each) for each in self._form.questions]
        if not rows:
            rows = [Row([Text(self._say(Labels.NO_ANSWERS), grey=MUTED)])]
        return Section(rows, title=self._say(Labels.QUESTIONS))

    def result(self) -> Section:
        """How satisfied, the score, the words, the complaint that came of it."""
        form, speak = self._form, self._language
        options = [(term(each, speak), each is form.satisfaction) for each in Satisfaction]
        score = "" if form.score is None else str(form.score)
        rated: list[Cell] = [
            choice(self._say(Labels.SATISFACTION), options),
            self._field(Labels.SCORE, score),
            self._field(Labels.COMPLAINT, form.complaint_number),
        ]
        rows = [Row(rated, (7, 3, 5))]
        if self.blank:
            outcomes = [(term(each, speak), False) for each in CallOutcome]
            rows.append(Row([choice(self._say(Labels.OUTCOME), outcomes)]))
            rows.append(Row([self._field(Labels.MINUTES, ""), self._field(Labels.AGREED, "")]))
        for label, text in ((Labels.SUGGESTION, form.suggestion), (Labels.NOTE, form.note)):
            if text or self.blank:
                least = _WORDS_HEIGHT if self.blank else 0.0
                rows.append(Row([Words(self._say(label), text, least=least)], grow=0.5))
        return Section(rows, title=self._say(Labels.RESULT), together=True)

    def _attempt(self, each: Attempt) -> Row:
        length = ""
        if each.seconds is not None:
            minutes, seconds = divmod(each.seconds, 60)
            length = self._say(Labels.SECONDS).format(minutes=minutes, seconds=seconds)
        notes = [each.note] if each.note else []
        if each.reason:
            notes.append(self._say(Labels.REASON).format(reason=each.reason))
        if each.entered_at is not None:
            notes.append(self._say(Labels.ENTERED).format(at=moment(each.entered_at)))
        return Row(
            [
                Text(moment(each.at)),
                Text(each.by),
                Text(term(each.outcome, self._language)),
                Text(length),
                Stack([Field("", note) for note in notes or [""]]),
            ],
            _ATTEMPT,
        )

    def _question(self, each: Asked) -> Row:
        if each.options:
            boxes = choice("", [(option.text, option.chosen) for option in each.options])
            answer: Cell = Stack([boxes, Field("", each.words)]) if each.words else boxes
        elif self.blank and not each.words:
            answer = Words("", "", least=_WORDS_HEIGHT)
        else:
            answer = Text(each.words or "–")
        return Row([Text(each.title, bold=each.trouble), answer], _QUESTION)

    def _field(self, label: Labelled, text: str) -> Field:
        return Field(self._say(label), text)

    def _say(self, text: Labelled) -> str:
        return text.in_(self._language)
