"""The complaint registration form (顾客投诉登记表) filled from a ticket's entries (domain §5.2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from frontdesk.clock import local
from frontdesk.language import Language
from frontdesk.models.categories import CategoryTree
from frontdesk.models.complaint_clocks import Clock
from frontdesk.models.enums import ComplaintStep, Role
from frontdesk.reports.inputs import complaint as paper
from frontdesk.reports.inputs.common import FiveWTwoH, Printed
from frontdesk.services.complaints.dto import Part, Ticket, TicketEntry, field_name
from frontdesk.services.desk import Desk
from frontdesk.services.printed import letterhead
from frontdesk.texts import term

_Step = ComplaintStep
_HOLDERS = {
    _Step.JUDGED: Role.CS_SPECIALIST,
    _Step.OPINION: Role.CS_MANAGER,
    _Step.APPROVED: Role.GENERAL_MANAGER,
    _Step.FOLLOWED_UP: Role.CS_MANAGER,
    _Step.SIGNED_OFF: Role.GENERAL_MANAGER,
    _Step.FILED: Role.CS_SPECIALIST,
}


def form_of(
    desk: Desk,
    ticket: Ticket,
    vin: str,
    tree: CategoryTree,
    language: Language,
    copy: int,
) -> paper.ComplaintForm:
    """The form of ``ticket`` as its ``copy``-th print; times are the desk's wall clock."""
    return _Filler(desk, ticket, vin, tree, language).form(copy)


class _Filler:
    def __init__(
        self, desk: Desk, ticket: Ticket, vin: str, tree: CategoryTree, language: Language
    ) -> None:
        self._desk = desk
        self._ticket = ticket
        self._vin = vin
        self._tree = tree
        self._language = language
        self._newest = {entry.step: entry for entry in ticket.entries}

    def form(self, copy: int) -> paper.ComplaintForm:
        return paper.ComplaintForm(
            dealership=letterhead(self._desk.profile),
            printed=Printed(copy, self._desk.actor.name, self._wall(self._desk.now)),
            number=self._ticket.number,
            registration=self._registration(),
            acknowledgement=self._acknowledgement(),
            judgement=self._judgement(),
            opinion=self._step(_Step.OPINION, paper.Opinion, "words"),
            approval=self._approval(),
            dispatch=self._step(_Step.DISPATCHED, paper.Dispatch, "handler", "words"),
            returned=self._returned(),
            follow_up=self._step(
                _Step.FOLLOWED_UP,
                paper.FollowUp,
                "satisfaction",
                "handling_score",
                "words",
                "further_routes",
            ),
            sign_off=self._step(_Step.SIGNED_OFF, paper.SignOff, "words"),
            filing=self._step(_Step.FILED, paper.Filing, "evaluation", "lesson"),
            steps=self._steps(),
            clocks=self._clocks(),
            history=self._history(),
        )

    def _registration(self) -> paper.Registration:
        ticket = self._ticket
        visit_at = self._wall(ticket.visit_at)
        return paper.Registration(
            at=self._wall(ticket.registered_at),
            by=ticket.registered_by,
            channel=ticket.channel,
            level=ticket.level,
            category=self._tree.path(ticket.category, self._language),
            complainant=ticket.complainant,
            complainant_phone=ticket.phone,
            customer=ticket.customer,
            customer_number=ticket.customer_number,
            plate=ticket.plate or "",
            vin=self._vin,
            car=ticket.model or "",
            mileage_km=ticket.mileage_km,
            visit_number=ticket.visit_number or "",
            visit_date=visit_at.date() if visit_at else None,
            words=ticket.words,
            remedy=ticket.remedy,
            facts=FiveWTwoH(*asdict(ticket.facts).values()),
            repeat_of=(ticket.repeats[1],) if ticket.repeats else (),
        )

    def _acknowledgement(self) -> paper.Acknowledgement:
        entry = self._newest.get(_Step.ACKNOWLEDGED)
        if entry is None:
            return paper.Acknowledgement()
        said = _values(entry)
        return paper.Acknowledgement(
            at=self._wall(said.get("told_at", entry.at)), by=entry.by, how=said.get("how", "")
        )

    def _judgement(self) -> paper.Judgement:
        made: paper.Judgement = self._step(
            _Step.JUDGED,
            paper.Judgement,
            "safety",
            "valid",
            "department",
            "words",
            "explained",
            "reaction",
        )
        confirmed = self._newest.get(_Step.OPINION)
        if made.valid is not False or confirmed is None:
            return made
        return paper.Judgement(
            **{name: getattr(made, name) for name in _JUDGED},
            confirmed_by=confirmed.by,
            confirmed_at=self._wall(confirmed.at),
        )

    def _approval(self) -> paper.Approval:
        decided = [
            entry
            for entry in self._ticket.entries
            if entry.step in (_Step.APPROVED, _Step.SENT_BACK)
        ]
        if not decided:
            return paper.Approval()
        last = decided[-1]
        return paper.Approval(
            at=self._wall(last.at),
            by=last.by,
            approved=last.step is _Step.APPROVED,
            words=_values(last).get("words", ""),
        )

    def _returned(self) -> paper.Return:
        made: paper.Return = self._step(_Step.RETURNED, paper.Return, *_RETURNED)
        if made.at is None:
            return made
        # The handler returns it, often through the manager who wrote it down.
        handler = self._ticket.handler or made.by
        values = {name: getattr(made, name) for name in ("at", *_RETURNED)}
        return paper.Return(**values, by=handler, through=made.by if made.by != handler else "")

    def _step(self, step: ComplaintStep, kind: type[Any], *names: str) -> Any:
        """The box of ``step`` from its newest entry; empty where it was not taken."""
        entry = self._newest.get(step)
        if entry is None:
            return kind()
        said = _values(entry)
        values = {
            name: self._wall(value) if isinstance(value, datetime) else value
            for name in names
            if (value := said.get(name)) is not None
        }
        return kind(at=self._wall(entry.at), by=entry.by, **values)

    def _steps(self) -> tuple[paper.StepTime, ...]:
        waited = {step.step for step in self._ticket.main_steps}
        return tuple(
            paper.StepTime(
                step=each.step,
                planned=self._wall(each.planned),
                actual=self._wall(each.actual),
                holder=self._holder(each.step, taken=each.actual is not None),
                current=each.step in waited,
            )
            for each in self._ticket.strip
        )

    def _holder(self, step: ComplaintStep, *, taken: bool) -> str:
        entry = self._newest.get(step)
        if taken and entry is not None:
            return entry.by
        if step is _Step.RETURNED:
            return self._ticket.handler or ""
        if step is _Step.DISPATCHED and self._ticket.department is not None:
            return term(self._ticket.department, self._language)
        role = _HOLDERS.get(step)
        return term(role, self._language) if role else ""

    def _clocks(self) -> tuple[paper.ClockFace, ...]:
        both = (self._ticket.clocks.loop, self._ticket.clocks.handling)
        return tuple(self._face(clock) for clock in both if clock is not None)

    def _face(self, clock: Clock) -> paper.ClockFace:
        used = int(clock.used(self._desk.now).total_seconds() // 60)
        return paper.ClockFace(
            limit_hours=clock.limit // timedelta(hours=1),
            started=self._wall(clock.started),
            due=self._wall(clock.due),
            ended=self._wall(clock.ended),
            used_minutes=used,
            with_pauses_minutes=used,
            colour=clock.colour(self._desk.now, self._desk.rules.amber_percent),
        )

    def _history(self) -> tuple[paper.Entry, ...]:
        """Superseded and added entries; the first acknowledgement's repeats among them."""
        shown = {entry.position for entry in self._newest.values()}
        return tuple(
            paper.Entry(entry.step, self._wall(entry.at), entry.by, self._words(entry))
            for entry in self._ticket.entries
            if entry.step is _Step.ADDED or entry.position not in shown
        )

    def _words(self, entry: TicketEntry) -> str:
        if len(entry.parts) == 1:
            return self._said(entry.parts[0])
        colon, stop = ("：", "；") if self._language is Language.ZH_CN else (": ", "; ")
        return stop.join(
            f"{field_name(entry.step, part.name, self._language)}{colon}{self._said(part)}"
            for part in entry.parts
        )

    def _said(self, part: Part) -> str:
        return said_in_words(part.value, self._language, self._tree, self._desk)

    def _wall(self, moment: datetime | None) -> datetime | None:
        return None if moment is None else local(moment, self._desk.clock)


_JUDGED = (
    "at", "by", "safety", "valid", "department", "words", "explained", "reaction",
)  # fmt: skip
_RETURNED = (
    "investigation", "cause_by_department", "cause_by_cs", "direct_person", "secondary_person",
    "responses", "corrective", "preventive", "cost", "penalties", "told_at", "told_by", "reaction",
    "accepted",
)  # fmt: skip


def said_in_words(value: object, language: Language, tree: CategoryTree, desk: Desk) -> str:
    """A value of an entry in plain words."""
    chinese = language is Language.ZH_CN
    match value:
        case bool():
            return ("是" if value else "否") if chinese else ("yes" if value else "no")
        case StrEnum():
            return term(value, language)
        case datetime():
            return f"{local(value, desk.clock):%Y-%m-%d %H:%M}"
        case date():
            return f"{value:%Y-%m-%d}"
        case Decimal():
            return f"{value:,.2f}"
        case tuple():
            between = "、" if chinese else ", "
            return between.join(said_in_words(one, language, tree, desk) for one in value)
        case str() if tree.has(value):
            return tree.path(value, language)
        case _:
            return str(value)


def _values(entry: TicketEntry) -> Mapping[str, Any]:
    return {part.name: part.value for part in entry.parts}
