"""Call lists: the lost of a month, festivals, promotions (domain §4.1)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from sqlalchemy import Text, and_, case, func, insert, literal, select
from sqlalchemy.orm import aliased

from frontdesk.errors import Conflict, InputErrors, NotFound, UserError
from frontdesk.models.call_kinds import window_days
from frontdesk.models.callback import Callback
from frontdesk.models.callback_programme import CallList, CallListMember
from frontdesk.models.callback_rules import OPEN_STATUSES
from frontdesk.models.customer import Customer
from frontdesk.models.enums import CallbackKind, CallbackStatus
from frontdesk.models.rules import Rules
from frontdesk.models.staff import StaffMember
from frontdesk.models.values import text
from frontdesk.models.values.ids import new_id
from frontdesk.models.vehicle import Vehicle
from frontdesk.services.callbacks import listing
from frontdesk.services.callbacks.deriving.run import make_listed, withdraw_listed
from frontdesk.services.callbacks.list_dto import Counted, Criteria, ListInput, ListRow, MemberRow
from frontdesk.services.callbacks.sharing import share_out
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.services.drafts import drop_draft
from frontdesk.services.permissions import Permission, requires
from frontdesk.services.segments import narrowing
from frontdesk.services.segments.narrowing_dto import EVERYBODY, Narrowing

LIST_FORM = "call_list"
"""The draft of a list that is being asked for."""
KINDS = (CallbackKind.LOST_CUSTOMER, CallbackKind.SPECIAL_PERIOD)
_NAME, _OCCASION, _PART = 60, 60, 40
_LONGEST = timedelta(days=92)
_SHOWN = 2_000


def days_of_lists(rules: Rules) -> Mapping[CallbackKind, int]:
    """For how many days after its first a new list of each kind runs, unless it says otherwise."""
    return {kind: window_days(kind, rules) for kind in KINDS}


class CallListService:
    """Lists are made whole: whom they hold is told by criteria, counted before.

    Raise ``NotFound`` for a list that is gone and ``Conflict`` where somebody was quicker.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.VIEW_CALLS)
    def lists(self, *, closed: bool = False) -> tuple[ListRow, ...]:
        """The lists with how far their calls are, newest first; with ``closed`` also those."""
        occasion = CallList.id.concat(":").concat(CallListMember.customer_id)
        call = aliased(Callback)
        found = (
            select(
                CallList.id,
                CallList.version,
                CallList.kind,
                CallList.name,
                CallList.occasion,
                CallList.first,
                CallList.last,
                func.count(CallListMember.customer_id),
                func.count(case((call.status.in_(OPEN_STATUSES), 1))),
                func.count(case((call.status == CallbackStatus.DONE, 1))),
                CallList.made_at,
                StaffMember.name,
                CallList.closed_at,
            )
            .join(StaffMember, StaffMember.id == CallList.made_by)
            .outerjoin(CallListMember, CallListMember.call_list_id == CallList.id)
            .outerjoin(call, and_(call.kind == CallList.kind, call.occasion == occasion))
            .group_by(CallList.id)
            .order_by(CallList.made_at.desc(), CallList.id.desc())
        )
        if not closed:
            found = found.where(CallList.closed_at.is_(None))
        with self.desk.read() as session:
            rows: Sequence[Any] = session.execute(found).all()
            return tuple(ListRow(*row) for row in rows)

    @requires(Permission.VIEW_CALLS)
    def members(self, list_id: str, narrowed: Narrowing = EVERYBODY) -> tuple[MemberRow, ...]:
        """Whom a list holds, by file number, with the call of each; the first 2,000."""
        occasion = CallListMember.call_list_id.concat(":").concat(CallListMember.customer_id)
        caller = aliased(StaffMember)
        found = (
            select(
                Customer.id,
                Customer.number,
                Customer.name,
                func.coalesce(Vehicle.plate, ""),
                func.coalesce(Vehicle.model, ""),
                Customer.last_visit_on,
                Callback.id,
                Callback.status,
                func.coalesce(caller.name, ""),
            )
            .select_from(CallListMember)
            .join(CallList, CallList.id == CallListMember.call_list_id)
            .join(Customer, Customer.id == CallListMember.customer_id)
            .outerjoin(Vehicle, Vehicle.id == CallListMember.vehicle_id)
            .outerjoin(
                Callback, and_(Callback.kind == CallList.kind, Callback.occasion == occasion)
            )
            .outerjoin(caller, caller.id == Callback.assigned_to)
            .where(CallListMember.call_list_id == list_id)
            .order_by(Customer.number)
            .limit(_SHOWN)
        )
        with self.desk.read() as session:
            theirs = narrowing.of_theirs(self.desk, session, narrowed, CallListMember.customer_id)
            return tuple(MemberRow(*row) for row in session.execute(found.where(*theirs)))

    @requires(Permission.LIST_CALLS)
    def count(self, given: ListInput) -> Counted:
        """Whom the list would hold, before it is made. Raises as ``make`` does."""
        wanted = self._checked(given)
        with self.desk.read() as session:
            return listing.counted(session, wanted.kind, wanted.criteria, self.desk)

    @requires(Permission.LIST_CALLS)
    def make(self, given: ListInput, list_id: str | None = None) -> str:
        """Make the list and its calls, shared out; returns its id. Told twice, it is made once.

        Who wants no calls, or has a call of the kind still to come, is not on it.

        Raises:
            UserError/InputErrors: something is missing or at odds; nobody fits.
        """
        wanted = self._checked(given)
        made = list_id or new_id()
        with self.desk.write() as work:
            drop_draft(work, LIST_FORM)
            if work.session.get(CallList, made) is not None:
                return made
            self._keep(work, wanted, made)
            members = self._fill(work, wanted, made)
            if not members:
                raise UserError("call_list.nobody", "name")
            calls = make_listed(work, wanted.kind)
            work.audit(
                "call_list.make",
                "call_list",
                made,
                name=wanted.name,
                kind=wanted.kind,
                count=members,
                calls=calls,
            )
            share_out(work)
            work.changed(Change.CALLBACKS)
        return made

    @requires(Permission.LIST_CALLS)
    def close(self, list_id: str, version: int) -> int:
        """End the list: its calls still open are withdrawn; returns how many."""
        with self.desk.write() as work:
            found = work.session.get(CallList, list_id)
            if found is None:
                raise NotFound("call_list.not_found")
            if found.version != version or found.closed_at is not None:
                raise Conflict("record.changed_meanwhile")
            found.closed_at = work.now
            work.session.flush()
            withdrawn = withdraw_listed(work, list_id)
            work.audit("call_list.close", "call_list", list_id, name=found.name, count=withdrawn)
            work.changed(Change.CALLBACKS)
            return withdrawn

    # inside -------------------------------------------------------------------------------

    def _keep(self, work: UnitOfWork, wanted: ListInput, list_id: str) -> None:
        asked = {
            name: value.isoformat() if hasattr(value, "isoformat") else value
            for name, value in asdict(wanted.criteria).items()
            if value
        }
        work.session.add(
            CallList(
                id=list_id,
                kind=wanted.kind,
                name=wanted.name,
                occasion=wanted.occasion,
                first=wanted.first,
                last=wanted.last,
                criteria=json.dumps(asked, ensure_ascii=False),
                made_at=work.now,
                made_by=work.desk.actor.id,
            )
        )
        work.session.flush()

    def _fill(self, work: UnitOfWork, wanted: ListInput, list_id: str) -> int:
        who = select(
            literal(list_id, Text()),
            Customer.id,
            listing.newest_car(wanted.criteria),
        ).where(
            Customer.do_not_call.is_(False),
            ~listing.called_already(wanted.kind),
            *listing.fitting(work.session, wanted.kind, wanted.criteria, self.desk),
        )
        columns = ["call_list_id", "customer_id", "vehicle_id"]
        done = work.session.connection().execute(insert(CallListMember).from_select(columns, who))
        return done.rowcount

    def _checked(self, given: ListInput) -> ListInput:
        """``given`` tidied. Raises what is at fault, beside its field."""
        faults: list[UserError] = []
        words: dict[str, str] = {}
        for name, typed, limit in (
            ("name", given.name, _NAME),
            ("occasion", given.occasion, _OCCASION),
            ("model", given.criteria.model, _PART),
            ("area", given.criteria.area, _PART),
            ("segment", given.criteria.segment, _PART),
        ):
            try:
                words[name] = text.line(typed, name, limit=limit)
            except UserError as fault:
                faults.append(fault)
        faults += self._faults(given, words)
        if faults:
            raise faults[0] if len(faults) == 1 else InputErrors(faults)
        parts = ("model", "area", "segment")
        asked = asdict(given.criteria) | {name: words[name] for name in parts}
        return ListInput(
            kind=given.kind,
            name=words["name"],
            first=given.first,
            last=given.last,
            occasion=words["occasion"],
            criteria=Criteria(**asked),
        )

    def _faults(self, given: ListInput, words: dict[str, str]) -> list[UserError]:
        faults = []
        if given.kind not in KINDS:
            faults.append(UserError("call_list.no_such_kind", "kind"))
        if words.get("name") == "":
            faults.append(UserError("call_list.name_missing", "name"))
        special = given.kind is CallbackKind.SPECIAL_PERIOD
        if special and words.get("occasion") == "":
            faults.append(UserError("call_list.occasion_missing", "occasion"))
        if given.first is None:
            faults.append(UserError("call_list.day_missing", "first"))
        if given.last is None:
            faults.append(UserError("call_list.day_missing", "last"))
        if given.first is not None and given.last is not None:
            faults += self._day_faults(given)
        asked = given.criteria
        for start, end, name in (
            (asked.visited_from, asked.visited_until, "visited_until"),
            (asked.delivered_from, asked.delivered_until, "delivered_until"),
        ):
            if start is not None and end is not None and end < start:
                faults.append(UserError("call_list.days_reversed", name))
        if asked.lost_in is not None and asked.lost_in > self.desk.today:
            faults.append(UserError("call_list.month_ahead", "lost_in"))
        return faults

    def _day_faults(self, given: ListInput) -> list[UserError]:
        if given.first is None or given.last is None:
            return []
        if given.last < given.first:
            return [UserError("call_list.days_reversed", "last")]
        if given.last < self.desk.today:
            return [UserError("call_list.days_past", "last")]
        if given.last - given.first > _LONGEST:
            return [UserError("call_list.too_long", "last", most=_LONGEST.days)]
        return []
