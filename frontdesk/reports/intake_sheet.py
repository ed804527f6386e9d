"""接车单: what was seen, said, agreed and promised when the car came in (domain §3)."""

from __future__ import annotations

from frontdesk.language import Language
from frontdesk.models.enums import CarSide
from frontdesk.reports import work_table
from frontdesk.reports.base import MM, MUTED, Paper
from frontdesk.reports.car_outline import CarOutline, FuelGauge
from frontdesk.reports.cells import Cell, Field, Stack, Text, Words, choice
from frontdesk.reports.facts import facts_rows
from frontdesk.reports.flow import Row, Section
from frontdesk.reports.formats import day, moment, money, whole
from frontdesk.reports.heading import heading, set_sheet, signatures
from frontdesk.reports.inputs import ChangeLine, IntakeSheet
from frontdesk.reports.labels import Intake as Labels
from frontdesk.reports.photo_rows import photo_section
from frontdesk.texts import Text as Labelled
from frontdesk.texts import term
from frontdesk.texts.intake_terms import SHIPPED as SHIPPED_TERMS

_QUARTERS = (5, 4, 4, 4)
_HALVES = (9, 8)
_TOTAL_SHARES = (71, 61, 37)
_CHANGE_SHARES = (28, 44, 50, 15, 32)
_DAMAGE_SHARES = (13, 4)
_BLANK_LINES = 9
_SIGNATURE_HEIGHT = 18 * MM


def render(sheet: IntakeSheet, language: Language) -> bytes:
    """The sheet as a PDF, for the customer's signature; blank when ``sheet`` is."""
    return paper(sheet, language).pdf()


def paper(sheet: IntakeSheet, language: Language) -> Paper:
    """The sheet set on its pages, before it is written."""
    parts = _Sheet(sheet, language)
    title = Labels.TITLE.in_(language)
    sections = [
        heading(sheet.dealership, title, sheet.number, language),
        parts.customer(),
        parts.arrival(),
        parts.words(),
        parts.work(),
        *parts.changes(),
        parts.terms(),
        parts.signatures(),
    ]
    left_out, unseen = sheet.photos_left_out, sheet.photos_unseen
    told = sheet.photos or left_out or unseen
    photos = [photo_section(sheet.photos, left_out, unseen, language)] if told else []
    return set_sheet(sections, title, sheet.number, sheet.printed, language, apart=photos)


class _Sheet:
    """Builds each box from the sheet's inputs."""

    def __init__(self, sheet: IntakeSheet, language: Language) -> None:
        self._sheet = sheet
        self._language = language

    def customer(self) -> Section:
        """Who stands at the desk, and which car."""
        sheet = self._sheet
        brought = " ".join(text for text in (sheet.brought_by, sheet.brought_by_phone) if text)
        rows = [
            self._row(
                (Labels.CUSTOMER, sheet.customer),
                (Labels.PHONE, sheet.phone),
                (Labels.CUSTOMER_NUMBER, sheet.customer_number),
                (Labels.PLATE, sheet.plate),
            ),
            self._row(
                (Labels.VIN, sheet.vin),
                (Labels.CAR, sheet.car),
                (Labels.COLOUR, sheet.colour),
                shares=(5, 8, 4),
            ),
            self._row(
                (Labels.BROUGHT_BY, brought), (Labels.ADVISOR, sheet.advisor), shares=_HALVES
            ),
        ]
        return Section(rows, self._say(Labels.CUSTOMER_PART), gap=4.0)

    def arrival(self) -> Section:
        """When and how it came, and in what state."""
        sheet = self._sheet
        kind = choice(
            self._say(Labels.KIND),
            [
                (self._say(Labels.BOOKED), sheet.by_appointment is True),
                (self._say(Labels.WALK_IN), sheet.by_appointment is False),
            ],
        )
        views = [(side, term(side, self._language)) for side in CarSide]
        outline = CarOutline(self._say(Labels.OUTLINE), views, sheet.marks)
        lamps = " · ".join(term(lamp, self._language) for lamp in sheet.lamps)
        rows = [
            Row(
                [
                    self._field(Labels.ARRIVED, moment(sheet.arrived_at)),
                    kind,
                    self._field(Labels.BOOKED_FOR, moment(sheet.booked_for)),
                ],
                (5, 6, 6),
            ),
            Row(
                [
                    self._field(Labels.MILEAGE, whole(sheet.mileage_km)),
                    self._field(Labels.LAST_MILEAGE, whole(sheet.last_mileage_km)),
                    self._field(Labels.LAST_VISIT, day(sheet.last_visit)),
                ],
                (5, 6, 6),
            ),
            Row(
                [
                    self._words(Labels.BELONGINGS, sheet.belongings),
                    FuelGauge(self._say(Labels.FUEL), sheet.fuel_eighths),
                ],
                _HALVES,
                0.3,
            ),
            Row([outline]),
            Row(
                [self._words(Labels.DAMAGE, self._damage()), self._field(Labels.LAMPS, lamps)],
                _DAMAGE_SHARES,
                0.3,
            ),
        ]
        return Section(rows, self._say(Labels.ARRIVAL_PART))

    def words(self) -> Section:
        """The customer's own words and the seven questions."""
        sheet = self._sheet
        added = (
            self._say(Labels.ADDED).format(at=moment(each.at), words=each.words)
            for each in sheet.added
        )
        words = "\n".join((sheet.words, *added))
        rows = [
            Row([self._words(Labels.WORDS, words)], grow=1.0),
            *facts_rows(sheet.facts, self._language),
        ]
        if sheet.reading:
            rows.append(Row([self._field(Labels.READING, sheet.reading)]))
        return Section(rows, self._say(Labels.WORDS_PART))

    def work(self) -> Section:
        """Work items, the estimate and the promise."""
        sheet, language = self._sheet, self._language
        repeat = self._say(Labels.REPEAT).format(number=sheet.repeat_of)
        marked = [Row([Text(repeat, bold=True)])] if sheet.repeat_of else []
        rows = marked + work_table.rows(sheet.work, language, _BLANK_LINES)
        totals: list[Cell] = [
            Field(self._say(Labels.PROMISED), moment(self._sheet.promised_at), bold=True),
            Text(self._say(Labels.ESTIMATE), "right", small=True, grey=MUTED),
            Text(money(self._sheet.estimate), "right", bold=True),
        ]
        if sheet.payers:
            shares = "\u3000".join(f"{term(who, language)} {money(s)}" for who, s in sheet.payers)
            rows.append(Row([self._field(Labels.BY_PAYER, shares)]))
        rows.append(Row(totals, _TOTAL_SHARES, tint=True))
        head = work_table.head(language)
        return Section(rows, self._say(Labels.WORK_PART), head=head)

    def changes(self) -> list[Section]:
        """What was changed later; no section where nothing was."""
        if not self._sheet.changes:
            return []
        heads = (
            Labels.CHANGE_AT,
            Labels.CHANGE_WHAT,
            Labels.CHANGE_ASKED,
            Labels.CHANGE_ANSWER,
            Labels.CHANGE_AFTER,
        )
        head = Row([self._head(text) for text in heads], _CHANGE_SHARES, tint=True)
        rows = [self._change_line(change) for change in self._sheet.changes]
        return [Section(rows, self._say(Labels.CHANGES_PART), head=head)]

    def terms(self) -> Section:
        """What both sides keep to, and that it was read back."""
        terms = self._sheet.terms or [self._say(text) for text in SHIPPED_TERMS]
        lines = [Field(f"{number}.", text, small=True) for number, text in enumerate(terms, 1)]
        confirmed = Text(self._say(Labels.CONFIRMED), bold=True)
        return Section([Row([Stack(lines)]), Row([confirmed])], self._say(Labels.TERMS_PART))

    def signatures(self) -> Section:
        """The customer's and the service advisor's."""
        names = [self._say(Labels.SIGN_CUSTOMER), self._say(Labels.SIGN_ADVISOR)]
        title, drawn = self._say(Labels.SIGN_PART), (self._sheet.signed, None)
        return signatures(names, title, _SIGNATURE_HEIGHT, self._language, drawn)

    def _damage(self) -> str:
        """What was typed, and each mark by its number."""
        marks = [
            " ".join(
                (
                    f"{number}",
                    term(mark.side, self._language),
                    term(mark.kind, self._language),
                    f"({term(mark.size, self._language)})",
                    mark.note,
                )
            ).rstrip()
            + (self._say(Labels.KNOWN) if mark.known else "")
            for number, mark in enumerate(self._sheet.marks, 1)
        ]
        return "\n".join(text for text in (self._sheet.damage, "；".join(marks)) if text)

    def _change_line(self, change: ChangeLine) -> Row:
        answer = ""
        if change.agreed is not None:
            answer = self._say(Labels.AGREED if change.agreed else Labels.REFUSED)
        texts = (
            moment(change.at),
            "\n".join(text for text in (change.what, change.why) if text),
            " → ".join(text for text in (change.by, change.asked_whom, change.asked_how) if text),
            answer,
            "\n".join(
                text for text in (money(change.total_after), moment(change.promised_after)) if text
            ),
        )
        return Row([Text(text, small=True) for text in texts], _CHANGE_SHARES)

    def _say(self, text: Labelled) -> str:
        return text.in_(self._language)

    def _head(self, text: Labelled) -> Text:
        return _head(self._say(text))

    def _field(self, label: Labelled, text: str) -> Field:
        return Field(self._say(label), text)

    def _words(self, label: Labelled, text: str) -> Words:
        return Words(self._say(label), text)

    def _row(self, *fields: tuple[Labelled, str], shares: tuple[float, ...] = _QUARTERS) -> Row:
        return Row([self._field(label, text) for label, text in fields], shares)


def _head(text: str, *, right: bool = False) -> Text:
    return Text(text, "right" if right else "left", bold=True, small=True)
