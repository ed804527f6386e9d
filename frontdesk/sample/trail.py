"""The audit trail of the sample's tickets: entered as the desk would have, sealed in one go."""

from __future__ import annotations

import json
from datetime import datetime
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection

from frontdesk.store import seals
from frontdesk.store.head import Head

_AT_ONCE = 5_000


class _Act(NamedTuple):
    at: datetime
    by: str
    action: str
    ticket: dict[str, Any]
    detail: dict[str, object]


class Trail:
    """Acts upon tickets, noted in whatever order they are made up."""

    def __init__(self) -> None:
        self._acts: list[_Act] = []

    def note(
        self, at: datetime, by: str, action: str, ticket: dict[str, Any], **detail: object
    ) -> None:
        """Who did what with ``ticket``; what it is called by is told once it has its number."""
        self._acts.append(_Act(at, by, action, ticket, detail))

    def seal(self, connection: Connection, key: bytes) -> Head | None:
        """Enter everything in the order of time; the newest entry."""
        self._acts.sort(key=attrgetter("at"))
        head: Head | None = None
        for first in range(0, len(self._acts), _AT_ONCE):
            some = self._acts[first : first + _AT_ONCE]
            head = seals.append(connection, key, [_note(act) for act in some])
        self._acts.clear()
        return head


def _note(act: _Act) -> seals.Note:
    told = {"number": act.ticket["number"], **act.detail}
    detail = json.dumps(told, ensure_ascii=False, default=str, sort_keys=True)
    return seals.Note(act.at, act.by, act.action, "complaint", act.ticket["id"], detail)
