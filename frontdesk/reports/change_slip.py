"""维修变更确认单: one change of work, price or time, who was asked, and the answer (domain §3)."""

from __future__ import annotations

from frontdesk.language import Language
from frontdesk.reports import work_table
from frontdesk.reports.base import MM
from frontdesk.reports.cells import Field, Text, Words, choice
from frontdesk.reports.flow import Row, Section
from frontdesk.reports.formats import moment, money
from frontdesk.reports.heading import heading, set_sheet, signatures
from frontdesk.reports.inputs.work import ChangeSlip
from frontdesk.reports.labels import Intake
from frontdesk.reports.labels_work import ChangeSlip as Labels
from frontdesk.reports.whose_car import whose_rows
from frontdesk.texts import Text as Labelled

_SIGNATURE_HEIGHT = 20 * MM


def render(slip: ChangeSlip, language: Language) -> bytes:
    """The slip as a PDF, for the customer's signature."""
    title = Labels.TITLE.in_(language)
    change = slip.change

    def field(label: Labelled, text: str, *, bold: bool = False) -> Field:
        return Field(label.in_(language), text, bold=bold)

    def words(label: Labelled, text: str) -> Row:
        return Row([Words(label.in_(language), text, least=12 * MM)], grow=0.6)

    answer = choice(
        Labels.ANSWER.in_(language),
        [
            (Labels.AGREED.in_(language), change.agreed is True),
            (Labels.REFUSED.in_(language), change.agreed is False),
        ],
    )
    asked = [
        Row(
            [field(Labels.BY, change.by), field(Labels.WHOM, change.asked_whom)],
        ),
        Row(
            [
                field(Labels.HOW, change.asked_how),
                field(Labels.AT, moment(change.at)),
                answer,
            ]
        ),
    ]
    sums = [
        Row(
            [
                field(Labels.TOTAL_BEFORE, money(slip.total_before)),
                field(Labels.TOTAL_AFTER, money(change.total_after), bold=True),
            ]
        ),
        Row(
            [
                field(Labels.PROMISED_BEFORE, moment(slip.promised_before)),
                field(Labels.PROMISED_AFTER, moment(change.promised_after), bold=True),
            ]
        ),
    ]
    if change.agreed is False:
        sums.append(Row([Text(Labels.NOT_IN_FORCE.in_(language))]))
    confirmed = Row([Text(Labels.CONFIRMED.in_(language), bold=True)])
    names = [Intake.SIGN_CUSTOMER.in_(language), Intake.SIGN_ADVISOR.in_(language)]
    sections = [
        heading(slip.dealership, title, slip.number, language),
        Section(whose_rows(slip.whose, language), Labels.VISIT_PART.in_(language), gap=4.0),
        Section(
            [words(Labels.WHAT, change.what), words(Labels.WHY, change.why)],
            Labels.CHANGE_PART.in_(language),
        ),
        Section(asked, Labels.ASKED_PART.in_(language)),
        Section(sums, Labels.SUMS_PART.in_(language)),
        Section(
            work_table.rows(slip.work, language),
            Labels.WORK_PART.in_(language),
            head=work_table.head(language),
        ),
        Section([confirmed]),
        signatures(names, Labels.SIGN_PART.in_(language), _SIGNATURE_HEIGHT, language),
    ]
    return set_sheet(sections, title, slip.number, slip.printed, language).pdf()
