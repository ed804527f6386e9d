"""What follows from the sample's newer complaints: calls, actions, penalties, signed sheets."""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from frontdesk.models.all import (
    Attachment,
    AttachmentPart,
    Callback,
    ComplaintAction,
    ComplaintPenalty,
)
from frontdesk.models.complaint_clocks import Taken
from frontdesk.models.enums import (
    ActionKind,
    AttachmentKind,
    CallbackKind,
    CallbackStatus,
    CallOutcome,
    ComplaintState,
    ComplaintStep,
    Department,
    PenaltyPart,
)
from frontdesk.sample import pictures
from frontdesk.sample.call_answers import VARIANTS, told
from frontdesk.sample.calls import write_answers, write_attempt
from frontdesk.sample.house import House
from frontdesk.sample.seeded import Seeded
from frontdesk.services.scripts.shipped import shipped_script

_RECENT = timedelta(days=90)
"""What is older was written on paper."""
_MOST_FILES = 60
"""However large the dealership is: pictures are heavy."""
_SUBJECT = "complaint"
_DONE = "已完成，抽查合格。"
_MISSED = "完工检查漏项。"
_NOT_THEIRS = "复核后确认不属其责任。"


class AfterMaker:
    """Writes what hangs on a ticket as rows."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._files = 0

    def signed_sheet(self, ticket: dict[str, Any], by: str, at: datetime) -> bool:
        """Attach the signed sheet to two of three newer tickets; whether it was attached."""
        if not self._is_recent(ticket) or not self._house.seeded.chance(66):
            return False
        scan = pictures.signed_sheet(self._house.seeded.random.randrange(pictures.KINDS))
        return self._attach(
            ticket, AttachmentKind.SIGNED_SHEET, "签字单扫描件.png", scan, by, at - _A_MINUTE
        )

    def follow(
        self, ticket: dict[str, Any], department: Department, handler: str, opener: str
    ) -> None:
        """Photos, actions and penalties of a newer ticket that has come as far as its return."""
        seeded = self._house.seeded
        if not self._is_recent(ticket):
            return
        registered: datetime = ticket["registered_at"]
        photographed = registered + timedelta(minutes=9)
        if photographed <= self._house.now and seeded.chance(50):
            photo = pictures.photo(seeded.random.randrange(pictures.KINDS))
            self._attach(ticket, AttachmentKind.PHOTO, "现场照片.png", photo, opener, photographed)
        if ticket.get("responsible") is None:
            return
        head = self._house.staff[
            "servicemanager" if department is Department.SERVICE else "salesmanager"
        ]
        follows = ticket["state"] is ComplaintState.FILED
        begun = (ticket["filed_at"] if follows else registered + timedelta(hours=12)) + _A_MINUTE
        if begun > self._house.now:
            return
        if seeded.chance(60):
            self._actions(ticket, handler, head, begun)
        if follows and seeded.chance(35):
            self._penalties(ticket, head, begun)

    def called_back(self, ticket: dict[str, Any], way: list[Taken]) -> None:
        """The follow-up call of a newer ticket, made in the minutes before its step was taken."""
        house, manager = self._house, self._house.staff["csmanager"]
        # Of its own: what is not about this ticket stays as it is.
        seeded = Seeded(UUID(ticket["id"]).int, house.seeded.today, house.seeded.zone)
        took = {taken.step: taken.at for taken in way}
        ended = took.get(ComplaintStep.FOLLOWED_UP)
        if ended is None or not self._is_recent(ticket) or ticket["about_staff_id"] == manager:
            return
        if ended.astimezone(house.seeded.zone).hour not in _AWAKE:
            return
        returned = took.get(ComplaintStep.RETURNED) or took[ComplaintStep.OPINION]
        asked, made_on = (at.astimezone(seeded.zone).date() for at in (returned, ended))
        kind = CallbackKind.COMPLAINT_FOLLOW_UP
        script = shipped_script(kind)
        found = told(kind, ticket["handling_score"], seeded.random.randrange(VARIANTS))
        call = house.rows.add(
            Callback,
            id=seeded.id(),
            version=1,
            kind=kind,
            occasion=f"{ticket['id']}:{ticket['round']}",
            customer_id=ticket["customer_id"],
            vehicle_id=ticket["vehicle_id"],
            served_by=ticket["about_staff_id"] or ticket.get("handler_id"),
            assigned_to=manager,
            status=CallbackStatus.DONE,
            due_from=asked,
            due_until=asked,
            script_key=script.key,
            script_version=script.version,
            satisfaction=found.satisfaction,
            score=found.score,
            closed_at=ended,
            closed_on=made_on,
            closed_by=manager,
            created_at=returned,
        )
        rows, begun = house.rows, ended - timedelta(minutes=4)
        write_attempt(rows, seeded, call, 1, begun, ended, CallOutcome.REACHED)
        write_answers(rows, seeded, call, found, "")

    def _actions(self, ticket: dict[str, Any], handler: str, head: str, begun: datetime) -> None:
        for kind, words, owner, days in (
            (ActionKind.CORRECTIVE, "联系客户到店复检并路试确认。", handler, 3),
            (ActionKind.PREVENTIVE, "完工检查单增加底盘护板一项，班组长复核。", head, 21),
        ):
            ended = begun + timedelta(days=days * self._house.seeded.random.uniform(0.3, 1.1))
            done = ended <= self._house.now and self._house.seeded.chance(80)
            due = begun.astimezone(self._house.seeded.zone).date() + timedelta(days=days)
            self._house.rows.add(
                ComplaintAction,
                id=self._house.seeded.id(),
                version=1,
                complaint_id=ticket["id"],
                kind=kind,
                words=words,
                owner_id=owner,
                due_on=due,
                set_at=begun,
                set_by=head,
                ended_at=ended if done else None,
                ended_by=owner if done else None,
                done=True if done else None,
                result=_DONE if done else None,
            )
            name = self._house.names[owner]
            self._house.trail.note(
                begun,
                head,
                "complaint.action_set",
                ticket,
                kind=kind.value,
                text=words,
                owner=name,
                due=due,
            )
            if done:
                self._house.trail.note(ended, owner, "complaint.action_done", ticket, text=_DONE)

    def _penalties(self, ticket: dict[str, Any], head: str, begun: datetime) -> None:
        person = ticket["responsible"]
        known = next((key for key, name in self._house.names.items() if name == person), None)
        self._penalty(
            ticket, known, person, PenaltyPart.DIRECT, self._house.seeded.pick((50, 100)), begun
        )
        if self._house.seeded.chance(40):
            self._penalty(
                ticket, head, self._house.names[head], PenaltyPart.DEPARTMENT_HEAD, 100, begun
            )

    def _penalty(
        self,
        ticket: dict[str, Any],
        staff_id: str | None,
        person: str,
        part: PenaltyPart,
        yuan: int,
        begun: datetime,
    ) -> None:
        general, withdrawn = self._house.staff["gm"], begun + timedelta(days=2)
        taken_back = withdrawn <= self._house.now and self._house.seeded.chance(12)
        self._house.rows.add(
            ComplaintPenalty,
            id=self._house.seeded.id(),
            version=1,
            complaint_id=ticket["id"],
            staff_id=staff_id,
            person=person,
            part=part,
            amount_fen=yuan * 100,
            words=_MISSED,
            set_at=begun,
            set_by=general,
            withdrawn_at=withdrawn if taken_back else None,
            withdrawn_by=general if taken_back else None,
            withdrawn_why=_NOT_THEIRS if taken_back else None,
        )
        told = {"person": person, "amount": f"{yuan:.2f}"}
        self._house.trail.note(
            begun,
            general,
            "complaint.penalty_set",
            ticket,
            **told,
            part=part.value,
            text=_MISSED,
        )
        if taken_back:
            self._house.trail.note(
                withdrawn,
                general,
                "complaint.penalty_withdrawn",
                ticket,
                **told,
                reason=_NOT_THEIRS,
            )

    def _attach(
        self,
        ticket: dict[str, Any],
        kind: AttachmentKind,
        name: str,
        made: pictures.Picture,
        by: str,
        at: datetime,
    ) -> bool:
        if self._files >= _MOST_FILES:
            return False
        self._files += 1
        row = self._house.rows.add(
            Attachment,
            id=self._house.seeded.id(),
            subject=_SUBJECT,
            subject_id=ticket["id"],
            kind=kind,
            name=name,
            media_type="image/png",
            size=len(made.content),
            sha256=sha256(made.content).digest(),
            width=made.width,
            height=made.height,
            thumbnail=made.thumbnail,
            added_at=at,
            added_by=by,
        )
        self._house.rows.add(
            AttachmentPart, attachment_id=row["id"], position=0, content=made.content
        )
        self._house.trail.note(
            at,
            by,
            "evidence.add",
            ticket,
            file=name,
            kind=kind.value,
            size=len(made.content),
            sha256=row["sha256"].hex(),
        )
        return True

    def _is_recent(self, ticket: dict[str, Any]) -> bool:
        registered: datetime = ticket["registered_at"]
        return registered > self._house.now - _RECENT


_A_MINUTE = timedelta(minutes=1)
_AWAKE = range(9, 20)
"""The hours at which somebody is called."""
