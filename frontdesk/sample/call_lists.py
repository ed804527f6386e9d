"""Two call lists of the sample: members with a birthday this month, and those lost in a month."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from frontdesk.models.all import Callback, CallList, CallListMember, Customer
from frontdesk.models.enums import CallbackKind, CallbackStatus
from frontdesk.models.months import plus_months
from frontdesk.sample.rows import Rows
from frontdesk.sample.seeded import Seeded
from frontdesk.services.callbacks import listing
from frontdesk.services.callbacks.list_dto import Criteria
from frontdesk.services.desk import Desk
from frontdesk.services.scripts import shipped_script

_LOST = CallbackKind.LOST_CUSTOMER
_MONTHS_BACK = (1, 2, 3)
_LATELY = timedelta(days=90)
_TIME = timedelta(days=10)


@dataclass(frozen=True, slots=True)
class ListMaker:
    """Writes call lists of the files already written, with a call for each customer on them."""

    session: Session
    desk: Desk
    seeded: Seeded
    rows: Rows
    made_by: str

    def both(self) -> None:
        """Queue the two lists; one on which nobody is, is not made."""
        today = self.seeded.today
        month = today.replace(day=1)
        self._list(
            CallbackKind.SPECIAL_PERIOD,
            f"{month.month} 月会员生日关怀",
            "会员生日",
            Criteria(members=True, birthday_month=month.month, visited_from=today - _LATELY),
        )
        # Few are lost in one month: that of the last ones in which most were.
        months = [plus_months(month, -back) for back in _MONTHS_BACK]
        of = {each: Criteria(lost_in=each) for each in months}
        lost = max(months, key=lambda each: len(self._fitting(_LOST, of[each])))
        self._list(_LOST, f"{lost.month} 月流失客户", "", of[lost])

    def _fitting(self, kind: CallbackKind, asked: Criteria) -> Sequence[tuple[str, str | None]]:
        """Customer and car of who is to be on the list."""
        fitting = listing.fitting(self.session, kind, asked, self.desk)
        found = self.session.execute(
            select(Customer.id, listing.newest_car(asked))
            .where(Customer.do_not_call.is_(False), *fitting)
            .order_by(Customer.id)
        )
        return [(row[0], row[1]) for row in found]

    def _list(self, kind: CallbackKind, name: str, occasion: str, asked: Criteria) -> None:
        members = self._fitting(kind, asked)
        if not members:
            return
        first = self.seeded.today
        made = self.rows.add(
            CallList,
            id=self.seeded.id(),
            version=1,
            kind=kind,
            name=name,
            occasion=occasion,
            first=first,
            last=self.seeded.today + _TIME,
            criteria=json.dumps(_told(asked), ensure_ascii=False),
            # The last thing that was done here, so that its calls have the last numbers.
            made_at=self.desk.now,
            made_by=self.made_by,
        )
        for customer_id, vehicle_id in members:
            self.rows.add(
                CallListMember,
                call_list_id=made["id"],
                customer_id=customer_id,
                vehicle_id=vehicle_id,
            )
            self.rows.add(
                Callback,
                id=self.seeded.id(),
                version=1,
                kind=kind,
                occasion=f"{made['id']}:{customer_id}",
                customer_id=customer_id,
                vehicle_id=vehicle_id,
                status=CallbackStatus.DUE,
                due_from=made["first"],
                due_until=made["last"],
                script_key=kind.value,
                script_version=shipped_script(kind).version,
                created_at=made["made_at"],
            )


def _told(asked: Criteria) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in asdict(asked).items()
        if value
    }
