"""顾客投诉登记表: the complaint registration form, the whole closed loop on one sheet (domain §5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from frontdesk.language import Language
from frontdesk.models.enums import ComplaintStep, Department, ResponseKind, Satisfaction
from frontdesk.reports.base import MM
from frontdesk.reports.cells import Field, Stack, Text, Words, choice
from frontdesk.reports.flow import Row, Section
from frontdesk.reports.formats import day, moment, money, whole
from frontdesk.reports.heading import heading, print_sheet, signatures
from frontdesk.reports.inputs import ComplaintForm, FiveWTwoH
from frontdesk.reports.labels import Common, Facts
from frontdesk.reports.labels import Complaint as Labels
from frontdesk.reports.progress import clocks, numbered, progress
from frontdesk.texts import Text as Labelled
from frontdesk.texts import term

_SIGNATURE_HEIGHT = 19 * MM
_SIDE = (11, 6)
"""Words beside who wrote them, and when."""


def render(form: ComplaintForm, language: Language) -> bytes:
    """The form as a PDF: one A4 sheet, with continuation sheets where the words need them."""
    sheet = _Sheet(form, language)
    title = Labels.TITLE.in_(language)
    sections = [
        heading(form.dealership, title, form.number, language),
        progress(form, language),
        clocks(form, language),
        sheet.registered(),
        sheet.acknowledged(),
        sheet.judged(),
        sheet.opinion(),
        sheet.approved(),
        sheet.dispatched(),
        sheet.returned(),
        sheet.followed_up(),
        sheet.signed_off(),
        sheet.filed(),
        *sheet.history(),
        sheet.signatures(),
    ]
    return print_sheet(sections, title, form.number, form.printed, language)


def facts_rows(facts: FiveWTwoH, language: Language, grow: float) -> list[Row]:
    """The seven questions in two rows."""
    pairs = (
        (Facts.WHY, facts.why),
        (Facts.WHEN, facts.when),
        (Facts.WHERE, facts.where),
        (Facts.WHO, facts.who),
        (Facts.WHAT, facts.what),
        (Facts.HOW, facts.how),
        (Facts.HOW_MUCH, facts.how_much),
    )
    cells = [Field(label.in_(language), text) for label, text in pairs]
    return [Row(cells[:4], grow=grow), Row(cells[4:], (3, 3, 2), grow=grow)]


class _Sheet:
    """Builds each step's box from the form's inputs."""

    def __init__(self, form: ComplaintForm, language: Language) -> None:
        self._form = form
        self._language = language

    def registered(self) -> Section:
        """Step 1: who, which car, the words as said, the seven questions."""
        part = self._form.registration
        visit = " · ".join(text for text in (part.visit_number, day(part.visit_date)) if text)
        rows = [
            Row(
                [
                    self._field(Labels.REGISTERED_AT, moment(part.at)),
                    self._field(Labels.TAKEN_BY, part.by),
                    self._field(Labels.CHANNEL, self._term(part.channel)),
                    self._field(Labels.LEVEL, self._term(part.level)),
                ],
                (5, 4, 4, 4),
            ),
            Row(
                [
                    self._field(Labels.COMPLAINANT, part.complainant),
                    self._field(Labels.PHONE, part.complainant_phone),
                    self._field(Labels.CUSTOMER, part.customer),
                    self._field(Labels.CUSTOMER_NUMBER, part.customer_number),
                ],
                (5, 4, 4, 4),
            ),
            Row(
                [
                    self._field(Labels.VIN, part.vin),
                    self._field(Labels.PLATE, part.plate),
                    self._field(Labels.CAR, part.car),
                    self._field(Labels.MILEAGE, whole(part.mileage_km)),
                ],
                (5, 4, 4, 4),
            ),
            Row(
                [
                    self._field(Labels.CATEGORY, part.category),
                    self._field(Labels.VISIT, visit),
                    self._field(Labels.REPEAT, self._joined(part.repeat_of)),
                ],
                (5, 6, 6),
            ),
            Row([self._words(Labels.WORDS, part.words)], grow=1.5),
            Row([self._words(Labels.REMEDY, part.remedy)], grow=0.6),
            *facts_rows(part.facts, self._language, 0.3),
        ]
        return Section(rows, self._title(ComplaintStep.REGISTERED), gap=4.0)

    def acknowledged(self) -> Section:
        """Step 1a: that the customer was told."""
        part = self._form.acknowledgement
        row = Row(
            [
                self._field(Labels.TOLD_AT, moment(part.at)),
                self._field(Labels.TOLD_BY, part.by),
                self._field(Labels.TOLD_HOW, part.how),
            ],
            (5, 4, 8),
        )
        return Section([row], self._title(ComplaintStep.ACKNOWLEDGED))

    def judged(self) -> Section:
        """Step 2: safety, validity, department, and what was explained if not valid."""
        part = self._form.judgement
        rows = [
            Row(
                [
                    self._field(Labels.JUDGED_AT, moment(part.at)),
                    self._field(Labels.JUDGED_BY, part.by),
                    self._yes_no(Labels.SAFETY, part.safety),
                    self._yes_no(Labels.VALID, part.valid),
                ],
                (5, 4, 4, 4),
            ),
            Row(
                [
                    self._words(Labels.JUDGEMENT, part.words),
                    self._options(Labels.DEPARTMENT, Department, (part.department,)),
                ],
                (11, 6),
                grow=0.5,
            ),
            Row(
                [
                    self._words(Labels.EXPLAINED, part.explained),
                    self._words(Labels.REACTION, part.reaction),
                    Stack(
                        [
                            self._field(Labels.CONFIRMED_BY, part.confirmed_by),
                            self._field(Labels.AT, moment(part.confirmed_at)),
                        ]
                    ),
                ],
                (6, 5, 6),
                grow=0.3,
            ),
        ]
        return Section(rows, self._title(ComplaintStep.JUDGED))

    def opinion(self) -> Section:
        """Step 3: the CS manager's proposal."""
        part = self._form.opinion
        row = Row([self._words(Labels.OPINION, part.words), self._by(part.by, part.at)], _SIDE, 1.0)
        return Section([row], self._title(ComplaintStep.OPINION))

    def approved(self) -> Section:
        """Step 4: approved, or sent back with the reason."""
        part = self._form.approval
        decision = choice(
            "",
            [
                (Labels.APPROVED.in_(self._language), part.approved is True),
                (Labels.SENT_BACK.in_(self._language), part.approved is False),
            ],
        )
        side = Stack([*self._by(part.by, part.at).fields, decision])
        row = Row([self._words(Labels.APPROVAL, part.words), side], _SIDE, 0.6)
        return Section([row], self._title(ComplaintStep.APPROVED))

    def dispatched(self) -> Section:
        """Step 5: to which handler."""
        part = self._form.dispatch
        side = Stack(
            [self._field(Labels.HANDLER, part.handler), *self._by(part.by, part.at).fields]
        )
        row = Row([self._words(Labels.DISPATCH, part.words), side], _SIDE, 0.5)
        return Section([row], self._title(ComplaintStep.DISPATCHED))

    def returned(self) -> Section:
        """Step 6: what was found, done, spent and told to the customer."""
        part = self._form.returned
        rows = [
            Row([self._words(Labels.INVESTIGATION, part.investigation)], grow=1.2),
            Row(
                [
                    self._words(Labels.CAUSE_DEPARTMENT, part.cause_by_department),
                    self._words(Labels.CAUSE_CS, part.cause_by_cs),
                ],
                grow=0.7,
            ),
            Row(
                [
                    self._field(Labels.DIRECT, part.direct_person),
                    self._field(Labels.SECONDARY, part.secondary_person),
                    self._field(Labels.COST, money(part.cost)),
                ],
                (6, 6, 5),
            ),
            Row([self._options(Labels.RESPONSES, ResponseKind, part.responses)]),
            Row(
                [
                    self._words(Labels.CORRECTIVE, part.corrective),
                    self._words(Labels.PREVENTIVE, part.preventive),
                ],
                grow=0.7,
            ),
            Row([self._field(Labels.PENALTIES, part.penalties)]),
            Row(
                [
                    self._field(Labels.TOLD_AT, moment(part.told_at)),
                    self._field(Labels.TOLD_BY, part.told_by),
                    self._yes_no(Labels.ACCEPTED, part.accepted),
                ],
                (6, 6, 5),
            ),
            Row(
                [
                    self._words(Labels.REACTION, part.reaction),
                    Stack(
                        [
                            self._field(Labels.HANDLER, part.by),
                            self._field(Labels.THROUGH, part.through),
                            self._field(Labels.RETURNED_AT, moment(part.at)),
                        ]
                    ),
                ],
                _SIDE,
                0.3,
            ),
        ]
        return Section(rows, self._title(ComplaintStep.RETURNED))

    def followed_up(self) -> Section:
        """Step 7: satisfied or back to step 3; the handling itself gets its score."""
        part = self._form.follow_up
        rows = [
            Row(
                [
                    self._options(Labels.SATISFACTION, Satisfaction, (part.satisfaction,)),
                    self._field(Labels.SCORE, whole(part.handling_score)),
                ],
                _SIDE,
            ),
            Row(
                [self._words(Labels.FOLLOW_UP, part.words), self._by(part.by, part.at)], _SIDE, 0.6
            ),
            Row([self._field(Labels.FURTHER, part.further_routes)]),
        ]
        return Section(rows, self._title(ComplaintStep.FOLLOWED_UP))

    def signed_off(self) -> Section:
        """Step 8: the general manager's last word."""
        part = self._form.sign_off
        row = Row(
            [self._words(Labels.SIGN_OFF, part.words), self._by(part.by, part.at)], _SIDE, 0.6
        )
        return Section([row], self._title(ComplaintStep.SIGNED_OFF))

    def filed(self) -> Section:
        """Step 9: what is learnt from it."""
        part = self._form.filing
        rows = [
            Row(
                [
                    self._words(Labels.EVALUATION, part.evaluation),
                    self._words(Labels.LESSON, part.lesson),
                    Stack(
                        [
                            *self._by(part.by, part.at).fields,
                            self._field(Labels.ATTACHMENTS, whole(part.attachments)),
                        ]
                    ),
                ],
                (5.5, 5.5, 6),
                grow=0.3,
            )
        ]
        return Section(rows, self._title(ComplaintStep.FILED))

    def history(self) -> list[Section]:
        """Superseded and added entries; no section where there are none."""
        rows = [
            Row(
                [
                    Text(moment(entry.at)),
                    Text(self._term(entry.step)),
                    Text(entry.by),
                    Text(entry.words),
                ],
                (28, 18, 18, 105),
            )
            for entry in self._form.history
        ]
        return [Section(rows, Labels.HISTORY.in_(self._language))] if rows else []

    def signatures(self) -> Section:
        """Signature and date of everyone who answers for the ticket."""
        names = (
            Labels.COMPLAINANT,
            Labels.SIGN_SPECIALIST,
            Labels.SIGN_CS_MANAGER,
            Labels.SIGN_DEPARTMENT,
            Labels.HANDLER,
            Labels.SIGN_GENERAL,
        )
        texts = [name.in_(self._language) for name in names]
        return signatures(texts, Labels.SIGN.in_(self._language), _SIGNATURE_HEIGHT, self._language)

    def _title(self, step: ComplaintStep) -> str:
        return numbered(step, self._language)

    def _field(self, label: Labelled, text: str) -> Field:
        return Field(label.in_(self._language), text)

    def _words(self, label: Labelled, text: str) -> Words:
        return Words(label.in_(self._language), text)

    def _by(self, by: str, at: datetime | None) -> Stack:
        return Stack([self._field(Labels.BY, by), self._field(Labels.AT, moment(at))])

    def _yes_no(self, label: Labelled, answer: bool | None) -> Field:
        yes, no = Common.YES.in_(self._language), Common.NO.in_(self._language)
        return choice(label.in_(self._language), [(yes, answer is True), (no, answer is False)])

    def _options(
        self, label: Labelled, kind: type[StrEnum], chosen: Sequence[StrEnum | None]
    ) -> Field:
        options = [(term(member, self._language), member in chosen) for member in kind]
        return choice(label.in_(self._language), options)

    def _term(self, member: StrEnum | None) -> str:
        return term(member, self._language) if member is not None else ""

    def _joined(self, texts: Sequence[str]) -> str:
        return ("、" if self._language is Language.ZH_CN else ", ").join(texts)
