"""顾客投诉登记表: the complaint registration form, the closed loop on one sheet (domain §5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from frontdesk.language import Language
from frontdesk.models.enums import ComplaintStep, Department, ResponseKind, Satisfaction
from frontdesk.reports.after_rows import after_rows
from frontdesk.reports.base import MM, MUTED, Paper
from frontdesk.reports.cells import Field, Stack, Text, Words, choice
from frontdesk.reports.facts import facts_rows
from frontdesk.reports.flow import Row, Section
from frontdesk.reports.formats import day, moment, money, whole
from frontdesk.reports.heading import heading, set_sheet, signatures
from frontdesk.reports.inputs import ComplaintForm, Entry
from frontdesk.reports.labels import Common
from frontdesk.reports.labels import Complaint as Labels
from frontdesk.reports.progress import numbered, progress
from frontdesk.texts import Text as Labelled
from frontdesk.texts import term

_SIGNATURE_HEIGHT = 17 * MM
# Every row keeps to the same columns, 5 | 4 | 4 | 4, so that the eye finds its way down.
_QUARTERS = (5, 4, 4, 4)
_THIRDS = (5, 4, 8)
_HALVES = (9, 8)
_WIDE_MIDDLE = (5, 8, 4)
_SIDE = (13, 4)
_HISTORY = (33, 23, 25, 88)


def render(form: ComplaintForm, language: Language) -> bytes:
    """The form as a PDF: one A4 sheet, with continuation sheets where the words need them."""
    return lay_out(form, language).pdf()


def lay_out(form: ComplaintForm, language: Language) -> Paper:
    """The form set on paper, not yet written as a PDF."""
    sheet = _Sheet(form, language)
    title = Labels.TITLE.in_(language)
    sections = [
        heading(form.dealership, title, form.number, language),
        *progress(form, language),
        sheet.registered(),
        sheet.acknowledged(),
        sheet.judged(),
        sheet.opinion(),
        *sheet.handled(),
        sheet.followed_up(),
        sheet.signed_off(),
        sheet.filed(),
        *after_rows(form, language),
        *sheet.history(),
        sheet.signatures(),
    ]
    return set_sheet(sections, title, form.number, form.printed, language)


class _Sheet:
    """Builds each step's box from the form's inputs."""

    def __init__(self, form: ComplaintForm, language: Language) -> None:
        self._form = form
        self._language = language

    def registered(self) -> Section:
        """Step 1: who, which car, the words as said, the seven questions."""
        part = self._form.registration
        visit = " / ".join(text for text in (part.visit_number, day(part.visit_date)) if text)
        rows = [
            self._row(
                (Labels.REGISTERED_AT, moment(part.at)),
                (Labels.TAKEN_BY, part.by),
                (Labels.CHANNEL, self._term(part.channel)),
                (Labels.LEVEL, self._term(part.level)),
            ),
            self._row(
                (Labels.COMPLAINANT, part.complainant),
                (Labels.PHONE, part.complainant_phone),
                (Labels.CUSTOMER, part.customer),
                (Labels.CUSTOMER_NUMBER, part.customer_number),
            ),
            self._row(
                (Labels.VIN, part.vin),
                (Labels.PLATE, part.plate),
                (Labels.CAR, part.car),
                (Labels.MILEAGE, whole(part.mileage_km)),
            ),
            self._row(
                (Labels.CATEGORY, part.category),
                (Labels.VISIT, visit),
                (Labels.ABOUT, part.about),
                shares=_WIDE_MIDDLE,
            ),
            Row([self._words(Labels.WORDS, part.words)], grow=3.0),
            Row(
                [
                    self._words(Labels.REMEDY, part.remedy),
                    self._repeats(),
                ],
                _SIDE,
                0.8,
            ),
            *facts_rows(part.facts, self._language),
        ]
        return Section(rows, self._title(ComplaintStep.REGISTERED), gap=4.0)

    def acknowledged(self) -> Section:
        """Step 1a: that the customer was told."""
        part = self._form.acknowledgement
        row = self._row(
            (Labels.TOLD_AT, moment(part.at)),
            (Labels.TOLD_BY, part.by),
            (Labels.TOLD_HOW, part.how),
            shares=_THIRDS,
        )
        return Section([row], self._title(ComplaintStep.ACKNOWLEDGED))

    def judged(self) -> Section:
        """Step 2: safety, validity, department, and what was explained if not valid."""
        part = self._form.judgement
        department = self._options(Labels.DEPARTMENT, Department, (part.department,))
        confirmed = (
            self._field(Labels.CONFIRMED_BY, part.confirmed_by),
            self._field(Labels.AT, moment(part.confirmed_at)),
        )
        rows = [
            Row(
                [
                    self._field(Labels.JUDGED_AT, moment(part.at)),
                    self._field(Labels.JUDGED_BY, part.by),
                    self._yes_no(Labels.SAFETY, part.safety),
                    self._yes_no(Labels.VALID, part.valid),
                ],
                _QUARTERS,
            ),
            Row(
                [
                    self._words(Labels.JUDGEMENT, part.words),
                    Words(department.label, department.text),
                ],
                _SIDE,
                0.5,
            ),
            Row(
                [
                    self._words(Labels.EXPLAINED, part.explained),
                    self._words(Labels.REACTION, part.reaction),
                    Stack(confirmed),
                ],
                (9, 4, 4),
                0.5,
            ),
        ]
        return Section(rows, self._title(ComplaintStep.JUDGED))

    def opinion(self) -> Section:
        """Step 3: the CS manager's proposal."""
        part = self._form.opinion
        row = Row([self._words(Labels.OPINION, part.words), self._by(part.by, part.at)], _SIDE, 1.0)
        return Section([row], self._title(ComplaintStep.OPINION))

    def handled(self) -> list[Section]:
        """Steps 4 to 6; where the complaint is not valid, a word that they are not taken."""
        if self._form.judgement.valid is not False:
            return [self.approved(), self.dispatched(), self.returned()]
        steps = (ComplaintStep.APPROVED, ComplaintStep.DISPATCHED, ComplaintStep.RETURNED)
        said = Text(Labels.NOT_TAKEN.in_(self._language), grey=MUTED)
        return [Section([Row([said])], self._title(step)) for step in steps]

    def approved(self) -> Section:
        """Step 4: approved, or sent back with the reason."""
        part = self._form.approval
        options = [
            (Labels.APPROVED.in_(self._language), part.approved is True),
            (Labels.SENT_BACK.in_(self._language), part.approved is False),
        ]
        left = Stack([choice(Labels.DECISION.in_(self._language), options), Field("", part.words)])
        row = Row([left, self._by(part.by, part.at)], _SIDE, 0.5)
        return Section([row], self._title(ComplaintStep.APPROVED))

    def dispatched(self) -> Section:
        """Step 5: to which handler."""
        part = self._form.dispatch
        left = Stack([self._field(Labels.HANDLER, part.handler), Field("", part.words)])
        row = Row([left, self._by(part.by, part.at)], _SIDE, 0.3)
        return Section([row], self._title(ComplaintStep.DISPATCHED))

    def returned(self) -> Section:
        """Step 6: what was found, done, spent and told to the customer."""
        part = self._form.returned
        rows = [
            Row([self._words(Labels.INVESTIGATION, part.investigation)], grow=2.0),
            self._pair(
                (Labels.CAUSE_DEPARTMENT, part.cause_by_department),
                (Labels.CAUSE_CS, part.cause_by_cs),
            ),
            self._row(
                (Labels.DIRECT, part.direct_person),
                (Labels.SECONDARY, part.secondary_person),
                (Labels.PENALTIES, part.penalties),
                shares=_THIRDS,
            ),
            Row([self._options(Labels.RESPONSES, ResponseKind, part.responses)]),
            self._pair((Labels.CORRECTIVE, part.corrective), (Labels.PREVENTIVE, part.preventive)),
            Row(
                [
                    self._field(Labels.TOLD_AT, moment(part.told_at)),
                    self._field(Labels.TOLD_BY, part.told_by),
                    self._yes_no(Labels.ACCEPTED, part.accepted),
                    self._field(Labels.COST, money(part.cost)),
                ],
                _QUARTERS,
            ),
            self._row((Labels.REACTION, part.reaction), shares=(1,)),
            self._row(
                (Labels.RETURNED_AT, moment(part.at)),
                (Labels.HANDLER, part.by),
                (Labels.THROUGH, part.through),
                shares=_THIRDS,
            ),
        ]
        return Section(rows, self._title(ComplaintStep.RETURNED))

    def followed_up(self) -> Section:
        """Step 7: satisfied or back to step 3; the handling itself gets its score."""
        part = self._form.follow_up
        satisfaction = self._options(Labels.SATISFACTION, Satisfaction, (part.satisfaction,))
        score = self._words(Labels.SCORE, whole(part.handling_score), ruled=False)
        rows = [
            Row(
                [
                    self._field(Labels.FOLLOWED_UP_AT, moment(part.at)),
                    self._field(Labels.BY, part.by),
                    satisfaction,
                ],
                _THIRDS,
            ),
            Row([self._words(Labels.FOLLOW_UP, part.words), score], _SIDE, 0.5),
            self._row((Labels.FURTHER, part.further_routes), shares=(1,)),
        ]
        return Section(rows, self._title(ComplaintStep.FOLLOWED_UP))

    def signed_off(self) -> Section:
        """Step 8: the general manager's last word."""
        part = self._form.sign_off
        row = Row(
            [self._words(Labels.SIGN_OFF, part.words), self._by(part.by, part.at)], _SIDE, 0.5
        )
        return Section([row], self._title(ComplaintStep.SIGNED_OFF))

    def filed(self) -> Section:
        """Step 9: what is learnt from it."""
        part = self._form.filing
        rows = [
            self._row(
                (Labels.FILED_AT, moment(part.at)),
                (Labels.BY, part.by),
                (Labels.ATTACHMENTS, whole(part.attachments)),
                shares=_THIRDS,
            ),
            self._pair((Labels.EVALUATION, part.evaluation), (Labels.LESSON, part.lesson)),
        ]
        if part.no_sheet:
            rows.append(self._row((Labels.NO_SHEET, part.no_sheet), shares=(1,)))
        return Section(rows, self._title(ComplaintStep.FILED))

    def history(self) -> list[Section]:
        """Superseded and added entries; no section where there are none."""
        rows = [
            Row(
                [
                    Text(moment(entry.at)),
                    Text(self._step_of(entry)),
                    Text(entry.by),
                    Text(entry.words),
                ],
                _HISTORY,
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

    def _repeats(self) -> Stack:
        """The earlier ticket it repeats, and those that repeat it."""
        part = self._form.registration
        fields = [self._field(Labels.REPEAT, self._joined(part.repeat_of))]
        if part.repeated_by:
            fields.append(self._field(Labels.REPEATED_BY, self._joined(part.repeated_by)))
        return Stack(fields)

    def _step_of(self, entry: Entry) -> str:
        step = self._term(entry.step)
        if self._form.round == 1:
            return step
        round_ = Labels.ROUND_NUMBER.in_(self._language).format(round=entry.round)
        return f"{step}\n{round_}"

    def _title(self, step: ComplaintStep) -> str:
        return numbered(step, self._language)

    def _field(self, label: Labelled, text: str) -> Field:
        return Field(label.in_(self._language), text)

    def _words(self, label: Labelled, text: str, *, ruled: bool = True) -> Words:
        return Words(label.in_(self._language), text, ruled=ruled)

    def _row(self, *fields: tuple[Labelled, str], shares: Sequence[float] = _QUARTERS) -> Row:
        return Row([self._field(label, text) for label, text in fields], shares)

    def _pair(self, *words: tuple[Labelled, str]) -> Row:
        return Row([self._words(label, text) for label, text in words], _HALVES, 0.7)

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
