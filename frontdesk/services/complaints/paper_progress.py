"""The strip, the clocks and the pauses of a ticket, as its form shows them (domain §5.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType

from frontdesk.language import Language
from frontdesk.models.complaint_clocks import STRIP, Clock
from frontdesk.models.enums import ComplaintState, ComplaintStep, Department, PauseReason, Role
from frontdesk.models.pauses import NO_TIME
from frontdesk.reports.inputs import complaint as paper
from frontdesk.reports.labels import Complaint as Labels
from frontdesk.services.complaints.dto import Ticket, TicketEntry
from frontdesk.services.complaints.plain_words import taken_by, values
from frontdesk.services.desk import Desk
from frontdesk.texts import term

_Step = ComplaintStep
_HOLDERS: Mapping[ComplaintStep, Role] = MappingProxyType(
    {
        _Step.ACKNOWLEDGED: Role.CS_SPECIALIST,
        _Step.JUDGED: Role.CS_SPECIALIST,
        _Step.OPINION: Role.CS_MANAGER,
        _Step.APPROVED: Role.GENERAL_MANAGER,
        _Step.FOLLOWED_UP: Role.CS_MANAGER,
        _Step.SIGNED_OFF: Role.GENERAL_MANAGER,
        _Step.FILED: Role.CS_SPECIALIST,
    }
)
_LEADERS: Mapping[Department, Role] = MappingProxyType(
    {Department.SERVICE: Role.SERVICE_MANAGER, Department.SALES: Role.SALES_MANAGER}
)


class Progress:
    """Reads a ticket along its loop. ``boxes``: the entry that fills each step's box."""

    def __init__(
        self,
        desk: Desk,
        ticket: Ticket,
        boxes: Mapping[ComplaintStep, TicketEntry],
        language: Language,
        wall: Callable[[datetime | None], datetime | None],
    ) -> None:
        self._desk, self._ticket, self._boxes = desk, ticket, boxes
        self._language, self._wall = language, wall

    def steps(self) -> tuple[paper.StepTime, ...]:
        """Every step of the strip; one that is never taken has neither minute nor holder."""
        planned = {each.step: each for each in self._ticket.strip}
        waited = {step.step for step in self._ticket.main_steps}
        return tuple(
            paper.StepTime(
                step=step,
                planned=self._wall(planned[step].planned),
                actual=self._wall(planned[step].actual),
                holder=self._holder(step, taken=planned[step].actual is not None),
                current=step in waited,
            )
            if step in planned
            else paper.StepTime(step)
            for step in STRIP
        )

    def held_by(self) -> str:
        """Who holds the ticket now: the handler, or the role and who stands in for it."""
        ticket = self._ticket
        if ticket.state is ComplaintState.FILED:
            return ""
        if ticket.state is ComplaintState.TO_RETURN and ticket.handler:
            return ticket.handler
        roles = " / ".join(term(role, self._language) for role in ticket.holders)
        if not ticket.stand_in or not ticket.main_steps:
            return roles
        regular = self._role(ticket.main_steps[0].step)
        names = " / ".join(ticket.stand_in)
        return Labels.STAND_IN.in_(self._language).format(by=names, role=regular)

    def clocks(self) -> tuple[paper.ClockFace, ...]:
        """The loop's clock and, once dispatched, the handler's."""
        both = (self._ticket.clocks.loop, self._ticket.clocks.handling)
        return tuple(self._face(clock) for clock in both if clock is not None)

    def pauses(self) -> tuple[paper.Pause, ...]:
        """Every pause with its reason, and what was said when the clocks went on."""
        return tuple(self._pauses())

    def paused_minutes(self) -> int:
        """How long the loop stood still in all, up to now or its end."""
        return _minutes(self._ticket.clocks.loop.paused(self._desk.now))

    # inside -----------------------------------------------------------------------------

    def _holder(self, step: ComplaintStep, *, taken: bool) -> str:
        entry = self._boxes.get(step)
        if taken and entry is not None:
            return taken_by(entry, self._language)
        if any(step is main.step for main in self._ticket.main_steps):
            return self.held_by()
        return (self._ticket.handler or "") if step is _Step.RETURNED else self._role(step)

    def _role(self, step: ComplaintStep) -> str:
        """Whose step it is by the trade's rules."""
        department = self._ticket.department
        role = _HOLDERS.get(step)
        if step is _Step.DISPATCHED and department is not None:
            role = _LEADERS.get(department)
        return term(role, self._language) if role else ""

    def _face(self, clock: Clock) -> paper.ClockFace:
        now = self._desk.now
        return paper.ClockFace(
            limit_hours=round(clock.limit / timedelta(hours=1)),
            started=self._wall(clock.started),
            due=self._wall(clock.due),
            ended=self._wall(clock.ended),
            used_minutes=_minutes(clock.used(now)),
            with_pauses_minutes=_minutes(clock.gone_by(now)),
            colour=clock.colour(now, self._desk.rules.amber_percent),
            in_time=clock.in_time,
            in_time_with_pauses=clock.in_time_with_pauses,
        )

    def _pauses(self) -> Iterator[paper.Pause]:
        began: TicketEntry | None = None
        for entry in self._ticket.entries:
            if entry.step is _Step.PAUSED and began is None:
                began = entry
            elif entry.step is _Step.RESUMED and began is not None:
                yield self._pause(began, entry)
                began = None
        if began is not None:
            yield self._pause(began, None)

    def _pause(self, began: TicketEntry, over: TicketEntry | None) -> paper.Pause:
        said = values(began)
        reason = said.get("pause_reason")
        words = [said.get("words", ""), values(over).get("words", "") if over else ""]
        start = self._wall(began.at) or began.at
        return paper.Pause(
            start=start,
            end=None if over is None else self._wall(max(over.at, began.at)),
            reason=term(reason, self._language) if isinstance(reason, PauseReason) else "",
            words=" → ".join(word for word in words if word),
            by=taken_by(began, self._language),
        )


def _minutes(length: timedelta) -> int:
    return int(max(length, NO_TIME).total_seconds() // 60)
