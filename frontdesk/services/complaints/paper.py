"""The complaint registration form (顾客投诉登记表) filled from a ticket's entries (domain §5.2)."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import update

from frontdesk.clock import local
from frontdesk.language import Language
from frontdesk.models.categories import CategoryTree
from frontdesk.models.complaint import Complaint
from frontdesk.models.enums import ComplaintStep
from frontdesk.reports.inputs import complaint as paper
from frontdesk.reports.inputs.common import FiveWTwoH, Printed
from frontdesk.services.complaints import tickets
from frontdesk.services.complaints.beside import Beside, read_beside
from frontdesk.services.complaints.categories import load_categories
from frontdesk.services.complaints.dto import Ticket, TicketEntry
from frontdesk.services.complaints.paper_progress import Progress
from frontdesk.services.complaints.plain_words import lines_of, taken_by, values
from frontdesk.services.desk import Desk
from frontdesk.services.printed import PrintedForm, letterhead

_Step = ComplaintStep
_OF_ROUND = frozenset(
    {
        _Step.OPINION,
        _Step.APPROVED,
        _Step.SENT_BACK,
        _Step.DISPATCHED,
        _Step.RETURNED,
        _Step.FOLLOWED_UP,
    }
)
"""Taken anew in each round: the boxes show those of the present one."""
_NO_BOX = frozenset({_Step.ADDED, _Step.PAUSED, _Step.RESUMED})


def print_form(desk: Desk, which: str, language: Language) -> PrintedForm:
    """The form of a ticket (id or number) as its next copy; counted and entered in the trail.

    Raises:
        NotFound: there is no such ticket.
    """
    from frontdesk.reports import complaint_form

    with desk.write() as work:
        found = tickets.find(work.session, which)
        ticket = tickets.open_ticket(desk, work.session, found)
        beside = read_beside(work.session, found.id, lambda at: local(at, desk.clock).date())
        tree = load_categories(work.session)
        copy = found.prints + 1
        # Not through the mapped object: a print is no edit, it must stand in nobody's way.
        work.session.execute(
            update(Complaint)
            .where(Complaint.id == found.id)
            .values(prints=copy)
            .execution_options(synchronize_session=False)
        )
        work.audit(
            "complaint.print",
            "complaint",
            ticket.id,
            number=ticket.number,
            copy=copy,
            language=language.value,
        )
    form = form_of(desk, ticket, beside, tree, language, copy)
    return PrintedForm(complaint_form.render(form, language), f"{ticket.number}.pdf")


def form_of(
    desk: Desk,
    ticket: Ticket,
    beside: Beside,
    tree: CategoryTree,
    language: Language,
    copy: int,
) -> paper.ComplaintForm:
    """The form of ``ticket`` as its ``copy``-th print; times are the desk's wall clock."""
    return _Filler(desk, ticket, beside, tree, language).form(copy)


def boxes_of(ticket: Ticket) -> dict[ComplaintStep, TicketEntry]:
    """The entry that stands in each step's box; every other one belongs to the history.

    Of the steps taken anew in each round only those of the present one. The first acknowledgement
    counts, as for its clock. A decision falls with the opinion it was about.
    """
    found: dict[ComplaintStep, TicketEntry] = {}
    for entry in ticket.entries:
        if entry.step in _NO_BOX or (entry.step in _OF_ROUND and entry.round != ticket.round):
            continue
        if entry.step is _Step.ACKNOWLEDGED and entry.step in found:
            continue
        if entry.step in (_Step.OPINION, _Step.APPROVED, _Step.SENT_BACK):
            found.pop(_Step.APPROVED, None)
            found.pop(_Step.SENT_BACK, None)
        found[entry.step] = entry
    return found


class _Filler:
    def __init__(
        self, desk: Desk, ticket: Ticket, beside: Beside, tree: CategoryTree, language: Language
    ) -> None:
        self._desk = desk
        self._ticket = ticket
        self._beside = beside
        self._tree = tree
        self._language = language
        self._boxes = boxes_of(ticket)

    def form(self, copy: int) -> paper.ComplaintForm:
        progress = Progress(self._desk, self._ticket, self._boxes, self._language, self._wall)
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
            follow_up=self._step(_Step.FOLLOWED_UP, paper.FollowUp, *_FOLLOWED_UP),
            sign_off=self._step(_Step.SIGNED_OFF, paper.SignOff, "words"),
            filing=replace(
                self._step(_Step.FILED, paper.Filing, "evaluation", "lesson", "no_sheet"),
                attachments=self._beside.attachments,
            ),
            steps=progress.steps(),
            clocks=progress.clocks(),
            pauses=progress.pauses(),
            paused_minutes=progress.paused_minutes(),
            round=self._ticket.round,
            held_by=progress.held_by(),
            penalties=self._beside.penalties,
            actions=self._beside.actions,
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
            vin=self._beside.vin,
            car=ticket.model or "",
            mileage_km=ticket.mileage_km,
            visit_number=ticket.visit_number or "",
            visit_date=visit_at.date() if visit_at else None,
            words=ticket.words,
            remedy=ticket.remedy,
            facts=FiveWTwoH(*asdict(ticket.facts).values()),
            about=ticket.about or "",
            repeat_of=(ticket.repeats[1],) if ticket.repeats else (),
            repeated_by=tuple(number for _, number in ticket.repeated_by),
        )

    def _acknowledgement(self) -> paper.Acknowledgement:
        entry = self._boxes.get(_Step.ACKNOWLEDGED)
        if entry is None:
            return paper.Acknowledgement()
        said = values(entry)
        return paper.Acknowledgement(
            at=self._wall(said.get("told_at", entry.at)),
            by=taken_by(entry, self._language),
            how=said.get("how", ""),
        )

    def _judgement(self) -> paper.Judgement:
        made: paper.Judgement = self._step(_Step.JUDGED, paper.Judgement, *_JUDGED)
        confirmed = self._boxes.get(_Step.OPINION)
        if made.valid is not False or confirmed is None:
            return made
        return replace(
            made,
            confirmed_by=taken_by(confirmed, self._language),
            confirmed_at=self._wall(confirmed.at),
        )

    def _approval(self) -> paper.Approval:
        for step, approved in ((_Step.APPROVED, True), (_Step.SENT_BACK, False)):
            if step in self._boxes:
                made: paper.Approval = self._step(step, paper.Approval, "words")
                return replace(made, approved=approved)
        return paper.Approval()

    def _returned(self) -> paper.Return:
        made: paper.Return = self._step(_Step.RETURNED, paper.Return, *_RETURNED)
        if made.at is None:
            return made
        # The handler returns it, often through the manager who wrote it down.
        handler = self._ticket.handler or made.by
        return replace(made, by=handler, through=made.by if made.by != handler else "")

    def _step(self, step: ComplaintStep, kind: type[Any], *names: str) -> Any:
        """The box of ``step`` from the entry that stands in it; empty where there is none."""
        entry = self._boxes.get(step)
        if entry is None:
            return kind()
        said = values(entry)
        filled = {
            name: self._wall(value) if isinstance(value, datetime) else value
            for name in names
            if (value := said.get(name)) is not None
        }
        return kind(at=self._wall(entry.at), by=taken_by(entry, self._language), **filled)

    def _history(self) -> tuple[paper.Entry, ...]:
        """All that stands in no box: added, superseded, of an earlier round; pauses have rows."""
        shown = {entry.position for entry in self._boxes.values()}
        return tuple(
            paper.Entry(
                entry.step,
                self._wall(entry.at),
                taken_by(entry, self._language),
                self._words(entry),
                entry.round,
            )
            for entry in self._ticket.entries
            if entry.position not in shown and entry.step not in (_Step.PAUSED, _Step.RESUMED)
        )

    def _words(self, entry: TicketEntry) -> str:
        lines = lines_of(entry, self._language, self._tree, self._desk)
        if len(lines) == 1:
            return lines[0][1]
        colon, stop = ("：", "；") if self._language is Language.ZH_CN else (": ", "; ")
        return stop.join(f"{name}{colon}{words}" for name, words in lines)

    def _wall(self, moment: datetime | None) -> datetime | None:
        return None if moment is None else local(moment, self._desk.clock)


_JUDGED = ("safety", "valid", "department", "words", "explained", "reaction")
_RETURNED = (
    "investigation", "cause_by_department", "cause_by_cs", "direct_person", "secondary_person",
    "responses", "corrective", "preventive", "cost", "penalties", "told_at", "told_by", "reaction",
    "accepted",
)  # fmt: skip
_FOLLOWED_UP = ("satisfaction", "handling_score", "words", "further_routes")
