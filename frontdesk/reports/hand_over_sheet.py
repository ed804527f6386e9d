"""交车结算单: what was done and charged, who pays it, and what the customer is told (domain §3)."""

from __future__ import annotations

from frontdesk.language import Language
from frontdesk.models.enums import PayMethod, Satisfaction
from frontdesk.reports import work_table
from frontdesk.reports.base import MM
from frontdesk.reports.cells import Field, Text, Words, choice
from frontdesk.reports.flow import Row, Section
from frontdesk.reports.formats import day, moment, money, whole
from frontdesk.reports.heading import heading, set_sheet, signatures
from frontdesk.reports.inputs import WorkLine
from frontdesk.reports.inputs.work import HandOverSheet
from frontdesk.reports.labels import Intake
from frontdesk.reports.labels_work import HandOver as Labels
from frontdesk.reports.whose_car import whose_rows
from frontdesk.texts import Text as Labelled
from frontdesk.texts import term

_SIGNATURE_HEIGHT = 18 * MM
_BETWEEN = "\u3000"


def render(sheet: HandOverSheet, language: Language) -> bytes:
    """The settlement as a PDF, for the customer's signature."""
    parts = _Sheet(sheet, language)
    label = Labels.TITLE if sheet.handed_over_at else Labels.DRAFT
    title = label.in_(language)
    sections = [
        heading(sheet.dealership, title, sheet.number, language),
        parts.visit(),
        parts.work(),
        parts.sums(),
        parts.after(),
        parts.signatures(),
    ]
    return set_sheet(sections, title, sheet.number, sheet.printed, language).pdf()


class _Sheet:
    """Builds each box from the sheet's inputs."""

    def __init__(self, sheet: HandOverSheet, language: Language) -> None:
        self._sheet = sheet
        self._language = language

    def visit(self) -> Section:
        """Whose car, and when it came and went."""
        sheet = self._sheet
        times = (
            (Labels.ARRIVED, sheet.arrived_at),
            (Labels.PROMISED, sheet.promised_at),
            (Labels.READY, sheet.ready_at),
            (Labels.HANDED_OVER, sheet.handed_over_at),
        )
        row = Row([self._field(label, moment(at)) for label, at in times])
        rows = [*whose_rows(sheet.whose, self._language), row]
        return Section(rows, self._say(Labels.VISIT_PART), gap=4.0)

    def work(self) -> Section:
        """Every item with what was charged for it."""
        done = tuple(line for line in self._sheet.work if not line.declined_why)
        return Section(
            work_table.rows(done, self._language),
            self._say(Labels.WORK_PART),
            head=work_table.head(self._language, Labels.CHARGED),
        )

    def sums(self) -> Section:
        """The settlement by kind of work and by who pays."""
        sheet, language = self._sheet, self._language
        kinds = _BETWEEN.join(f"{term(kind, language)} {money(s)}" for kind, s in sheet.by_kind)
        payers = _BETWEEN.join(f"{term(who, language)} {money(s)}" for who, s in sheet.by_payer)
        paid = choice(
            self._say(Labels.PAID_BY),
            [(term(how, language), how is sheet.pay_method) for how in PayMethod],
        )
        rows = [
            Row([self._field(Labels.BY_KIND, kinds)]),
            Row([self._field(Labels.BY_PAYER, payers)]),
            Row(
                [
                    self._field(Labels.AGREED_TOTAL, money(sheet.agreed)),
                    self._field(Labels.TOTAL, money(sheet.charged), bold=True),
                    self._field(Labels.CUSTOMER_PAYS, money(sheet.customer_pays), bold=True),
                ],
                tint=True,
            ),
            Row([paid]),
        ]
        return Section(rows, self._say(Labels.SUMS_PART))

    def after(self) -> Section:
        """Parts, advice, what was not done, and when to come again."""
        sheet = self._sheet
        declined = "\n".join(_declined(line) for line in sheet.work if line.declined_why)
        old = choice(
            self._say(Labels.OLD_PARTS),
            [(self._say(Labels.TAKEN), False), (self._say(Labels.LEFT), False)],
        )
        word = choice(
            self._say(Labels.SATISFIED),
            [(term(each, self._language), each is sheet.satisfaction) for each in Satisfaction],
        )
        rows = [
            Row([self._words(Labels.PARTS, sheet.replaced_parts)], grow=0.6),
            Row([old]),
            Row([self._words(Labels.ADVICE, sheet.advice)], grow=0.6),
            *([Row([self._words(Labels.DECLINED, declined)])] if declined else ()),
            Row([self._field(Labels.NEXT, self._next(), bold=True), word]),
            Row([Text(self._say(Labels.CONFIRMED), bold=True)]),
        ]
        return Section(rows, self._say(Labels.AFTER_PART))

    def signatures(self) -> Section:
        """The customer's and the service advisor's."""
        names = [self._say(Intake.SIGN_CUSTOMER), self._say(Intake.SIGN_ADVISOR)]
        return signatures(names, self._say(Labels.SIGN_PART), _SIGNATURE_HEIGHT, self._language)

    def _next(self) -> str:
        sheet = self._sheet
        if sheet.next_on is not None and sheet.next_km is not None:
            both = self._say(Labels.NEXT_AT)
            return both.format(day=day(sheet.next_on), km=whole(sheet.next_km))
        return day(sheet.next_on) or (f"{whole(sheet.next_km)} km" if sheet.next_km else "")

    def _say(self, label: Labelled) -> str:
        return label.in_(self._language)

    def _field(self, label: Labelled, text: str, *, bold: bool = False) -> Field:
        return Field(self._say(label), text, bold=bold)

    def _words(self, label: Labelled, text: str) -> Words:
        return Words(self._say(label), text)


def _declined(line: WorkLine) -> str:
    """Work that was advised and not wanted, with its part and the reason."""
    what = " ".join(text for text in (line.what, line.part_number, line.part) if text)
    return f"{what}（{line.declined_why}）"
