"""The terms (条款) on the intake sheet: the house's own, each sheet with those of its day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import count

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from frontdesk.clock import local
from frontdesk.errors import Conflict, InputErrors, UserError
from frontdesk.language import Language
from frontdesk.models.values import text
from frontdesk.models.visit import Visit
from frontdesk.reports.inputs import IntakeSheet
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.services.drafts import drop_draft
from frontdesk.services.permissions import Permission, requires
from frontdesk.services.printed import PrintedForm, letterhead
from frontdesk.services.settings import load_setting, store_setting
from frontdesk.texts.intake_terms import SHIPPED

KEY = "intake_terms"
FORM = "settings.terms"
"""The name of the draft."""
MOST = 20
LONGEST = {"zh": 200, "en": 400}
"""Characters of one paragraph: what a sheet of paper bears."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The paragraphs in both languages, one for one, without their numbers."""

    zh: tuple[str, ...]
    en: tuple[str, ...]

    def in_(self, language: Language) -> tuple[str, ...]:
        """The paragraphs in ``language``."""
        return self.zh if language is Language.ZH_CN else self.en


SHIPPED_TERMS = Terms(tuple(each.zh for each in SHIPPED), tuple(each.en for each in SHIPPED))


@dataclass(frozen=True, slots=True)
class _Dated:
    """Terms in force from ``since`` on; ``None``: from the beginning."""

    since: datetime | None
    terms: Terms


@dataclass(frozen=True, slots=True)
class _Kept:
    """All there ever were, the newest last."""

    dated: tuple[_Dated, ...]


_AS_SHIPPED = _Kept((_Dated(None, SHIPPED_TERMS),))


@dataclass(frozen=True, slots=True)
class TermsLook:
    """The blank sheet with terms that are not kept yet, and how many pages it takes."""

    form: PrintedForm
    pages: int


def in_force(session: Session, at: datetime) -> Terms:
    """The terms a car that arrived at this moment was taken in under."""
    kept = _load(session)
    for each in reversed(kept.dated):
        if each.since is None or each.since <= at:
            return each.terms
    return kept.dated[0].terms


def of_visit(desk: Desk, session: Session, visit: Visit) -> Terms:
    """The terms of a visit's sheet: those of its arrival, however often it is printed later."""
    return in_force(session, visit.arrived_at or desk.now)


class TermsService:
    """What the house asks its customers to sign; old sheets keep what they said."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.MANAGE_SETTINGS)
    def terms(self) -> Terms:
        """The terms in force."""
        with self.desk.read() as session:
            return _load(session).dated[-1].terms

    @requires(Permission.MANAGE_SETTINGS)
    def keep(self, zh: str, en: str, seen: Terms | None = None) -> Terms:
        """Put these terms in force, a paragraph a line; ``seen`` is what they were typed over.

        Raises:
            Conflict: someone else has changed them since.
            UserError, InputErrors: none, too many, too long, or not one for one.
        """
        terms = _checked(zh, en)
        with self.desk.write() as work:
            kept = _load(work.session)
            before = kept.dated[-1].terms
            if seen is not None and before not in (seen, terms):
                raise Conflict("record.changed_meanwhile")
            if before != terms:
                _put(work, kept, terms)
                work.audit(
                    "setting.change",
                    "setting",
                    KEY,
                    before={"zh": "\n".join(before.zh), "en": "\n".join(before.en)},
                    after={"zh": "\n".join(terms.zh), "en": "\n".join(terms.en)},
                )
                work.changed(Change.SETTINGS)
            drop_draft(work, FORM)
        return terms

    @requires(Permission.MANAGE_SETTINGS)
    def preview(self, zh: str, en: str, language: Language) -> TermsLook:
        """A blank sheet with these terms, as it would be printed; nothing is kept.

        Raises:
            UserError, InputErrors: as :meth:`keep`.
        """
        form, pages = self._blank(_checked(zh, en), language)
        return TermsLook(form, pages)

    @requires(Permission.DO_INTAKE)
    def print_blank(self, language: Language) -> PrintedForm:
        """A blank sheet for a power cut (domain §8), with the terms in force; noted."""
        with self.desk.write() as work:
            terms = in_force(work.session, work.now)
            work.audit("visit.print_blank", "setting", KEY)
        return self._blank(terms, language)[0]

    def _blank(self, terms: Terms, language: Language) -> tuple[PrintedForm, int]:
        """A sheet nobody is on yet, and its number of pages."""
        from frontdesk.reports import intake_sheet

        sheet = IntakeSheet(letterhead(self.desk.profile), terms=terms.in_(language))
        paper = intake_sheet.paper(sheet, language)
        return PrintedForm(paper.pdf(), "intake-blank.pdf"), len(paper.pages)


def _load(session: Session) -> _Kept:
    return load_setting(session, KEY, _Kept, _AS_SHIPPED)


def _put(work: UnitOfWork, kept: _Kept, terms: Terms) -> None:
    """Add ``terms`` as the newest; those no car was ever taken in under make room for them."""
    older, newest = kept.dated[:-1], kept.dated[-1]
    if newest.since is None or _was_used(work, newest.since):
        older = kept.dated
    store_setting(work.session, KEY, _Kept((*older, _Dated(work.now, terms))))


def _was_used(work: UnitOfWork, since: datetime) -> bool:
    """Whether a car may have arrived under the terms in force since then."""
    day = local(since, work.desk.clock).date()
    return bool(work.session.scalar(select(exists().where(Visit.arrived_on >= day))))


def _checked(zh: str, en: str) -> Terms:
    """What was typed as paragraphs, every fault beside its language."""
    faults: list[UserError] = []
    found: dict[str, tuple[str, ...]] = {}
    for field, typed in (("zh", zh), ("en", en)):
        try:
            found[field] = paragraphs(typed, field)
        except UserError as fault:
            faults.append(fault)
    if not faults and len(found["zh"]) != len(found["en"]):
        sizes = {name: len(paragraphs) for name, paragraphs in found.items()}
        faults.append(UserError("terms.uneven", "en", **sizes))
    if faults:
        raise faults[0] if len(faults) == 1 else InputErrors(faults)
    return Terms(found["zh"], found["en"])


def paragraphs(typed: str, field: str) -> tuple[str, ...]:
    """``typed`` as the terms it makes, one a line; ``field`` is their language, ``zh`` or ``en``.

    Raises:
        UserError: none, too many, or one too long, beside ``field``.
    """
    whole = text.note(typed, field, limit=MOST * (LONGEST[field] + 1))
    lines = tuple(line for each in whole.split("\n") if (line := " ".join(each.split())))
    if not lines:
        raise UserError("terms.missing", field)
    if len(lines) > MOST:
        raise UserError("terms.many", field, most=MOST, count=len(lines))
    for row, line in zip(count(1), lines, strict=False):
        if len(line) > LONGEST[field]:
            raise UserError("terms.long", field, row=row, length=len(line), limit=LONGEST[field])
    return lines
