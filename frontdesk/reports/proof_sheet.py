"""The readable part of a proof pack: entries, calls, attachments, change log, how to verify."""

from __future__ import annotations

from collections.abc import Sequence

from frontdesk.language import Language
from frontdesk.reports import labels_proof as labels
from frontdesk.reports.base import MUTED
from frontdesk.reports.cells import Field, Text
from frontdesk.reports.flow import Row, Section
from frontdesk.reports.formats import moment, whole
from frontdesk.reports.heading import heading, set_sheet
from frontdesk.reports.inputs.proof import Call, Exhibit, Lines, Logged, ProofSheet, Said
from frontdesk.texts import Text as Labelled

_ENTRY_SHARES = (8, 26, 20, 30, 85)
_LINE_SHARES = (34, 135)
_LOG_SHARES = (14, 32, 24, 44, 55)
_GROUP = 8


def render(sheet: ProofSheet, language: Language) -> bytes:
    """The sheets as one PDF, on as many pages as the words need."""
    parts = _Parts(sheet, language)
    title = labels.TITLE.in_(language)
    sections = [
        heading(sheet.dealership, title, sheet.number, language),
        parts.section(labels.ABOUT, parts.fields(sheet.about)),
        parts.section(labels.ENTRIES, [row for each in sheet.entries for row in parts.said(each)]),
        parts.section(labels.CALLS, [row for each in sheet.calls for row in parts.call(each)]),
        parts.section(
            labels.EXHIBITS, [row for each in sheet.exhibits for row in parts.exhibit(each)]
        ),
        parts.section(labels.LOG, [row for each in sheet.log for row in parts.logged(each)]),
        parts.section(labels.HEAD, parts.head()),
        parts.section(
            labels.VERIFY, [Row([Text(step.in_(language))]) for step in labels.STEPS_TO_VERIFY]
        ),
    ]
    return set_sheet(sections, title, sheet.number, sheet.printed, language).pdf()


class _Parts:
    """Builds the rows of each part; a part without any says so."""

    def __init__(self, sheet: ProofSheet, language: Language) -> None:
        self._sheet, self._language = sheet, language

    def section(self, title: Labelled, rows: Sequence[Row]) -> Section:
        none = Row([Text(labels.NONE.in_(self._language), grey=MUTED)])
        return Section(rows or [none], title.in_(self._language), gap=4.0)

    def fields(self, lines: Lines) -> list[Row]:
        return [Row([_name(name), Text(words)], _LINE_SHARES) for name, words in lines]

    def said(self, entry: Said) -> list[Row]:
        """Who took which step when, then every field in full."""
        round_ = labels.ROUND.in_(self._language).format(round=entry.round)
        cells = [
            Text(str(entry.position), "right", bold=True),
            Text(entry.step, bold=True),
            Text(round_),
            Text(moment(entry.at)),
            Text(entry.by),
        ]
        return [Row(cells, _ENTRY_SHARES, tint=True), *self.fields(entry.lines)]

    def call(self, call: Call) -> list[Row]:
        """The call, each attempt, each answer, the note."""
        head = Row([Text(call.number, bold=True), Text(call.kind), Text(call.state)], tint=True)
        attempts = [
            Row([Text(moment(each.at)), Text(each.by), Text(each.outcome), Text(each.note)], _TRIED)
            for each in call.attempts
        ]
        note = [(labels.NOTE.in_(self._language), call.note)] if call.note else []
        return [head, *attempts, *self.fields((*call.answers, *note))]

    def exhibit(self, exhibit: Exhibit) -> list[Row]:
        """What it is, where it lies in the pack, and its hash."""
        size = labels.SIZE.in_(self._language).format(size=whole(exhibit.size))
        head = Row(
            [
                Text(exhibit.kind, bold=True),
                Text(moment(exhibit.at)),
                Text(exhibit.by),
                Text(exhibit.name),
            ],
            _TRIED,
            tint=True,
        )
        place = exhibit.path or labels.WITHDRAWN.in_(self._language)
        lines = [
            (labels.FILE.in_(self._language), f"{place}\u3000{size}"),
            (labels.SHA256.in_(self._language), _grouped(exhibit.sha256)),
        ]
        if exhibit.note:
            lines.append((labels.NOTE.in_(self._language), exhibit.note))
        return [head, *self.fields(tuple(lines))]

    def logged(self, entry: Logged) -> list[Row]:
        """One entry of the trail, its seal under it."""
        cells = [
            Text(str(entry.sequence), "right", small=True),
            Text(moment(entry.at), small=True),
            Text(entry.by, small=True),
            Text(entry.act, small=True),
            Text(entry.detail, small=True),
        ]
        seal = Field(labels.SEAL.in_(self._language), _grouped(entry.seal), small=True)
        return [Row(cells, _LOG_SHARES, tint=True), Row([seal])]

    def head(self) -> list[Row]:
        sheet, language = self._sheet, self._language
        return self.fields(
            (
                (labels.LAST_ENTRY.in_(language), whole(sheet.head_sequence)),
                (labels.SEAL.in_(language), _grouped(sheet.head_seal)),
            )
        )


_TRIED = (32, 28, 30, 79)


def _name(text: str) -> Text:
    return Text(text, small=True, grey=MUTED)


def _grouped(hexadecimal: str) -> str:
    """Hexadecimal in groups a person can compare."""
    groups = range(0, len(hexadecimal), _GROUP)
    return " ".join(hexadecimal[start : start + _GROUP] for start in groups)
