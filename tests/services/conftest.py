"""What deriving may rely on: no service changes what calls are owed by without naming it.

Each act of a service in the tests of the folders below is looked at: the customers of whatever it
wrote must be among those its own entries in the trail concern (``deriving.concerned``). What a test
writes past the services is not looked at.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from frontdesk.services.callbacks.deriving.concerned import named_since, newest_entry
from frontdesk.services.desk import Desk, UnitOfWork

_FOLDERS = {"complaints", "customers", "intake", "merging"}
_OWNERS = {
    "customer": "{row}.id",
    "vehicle": "{row}.customer_id",
    "visit": "{row}.customer_id",
    "visit_item": "(SELECT customer_id FROM visit WHERE id = {row}.visit_id)",
    "complaint": "{row}.customer_id",
}
_MOMENTS = (("INSERT", "new"), ("UPDATE", "old"), ("UPDATE", "new"), ("DELETE", "old"))


@pytest.fixture(autouse=True)
def _every_change_is_named(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.path.parent.name not in _FOLDERS:
        return
    begun = Desk.write

    @contextmanager
    def write(self: Desk) -> Iterator[UnitOfWork]:
        caller: str = sys._getframe(2).f_globals["__name__"]
        with begun(self) as work:
            if not caller.startswith("frontdesk.services"):
                yield work
                return
            _listen(work.session)
            seen = newest_entry(work.session)
            yield work
            work.session.flush()
            touched = set(work.session.scalars(text("SELECT whose FROM temp.touched")))
            _listen_no_more(work.session)
            work.seal()
            named = named_since(work.session, seen)
            assert named is not None
            assert touched <= named.customers, f"{caller} names not whom it changes"

    monkeypatch.setattr(Desk, "write", write)


def _listen(session: Session) -> None:
    session.execute(text("CREATE TEMP TABLE touched (whose TEXT)"))
    for table, owner in _OWNERS.items():
        for event, row in _MOMENTS:
            told = f"CREATE TEMP TRIGGER {table}_{event}_{row} AFTER {event} ON main.{table} "
            whose = owner.format(row=row)
            session.execute(text(f"{told}BEGIN INSERT INTO touched VALUES ({whose}); END"))


def _listen_no_more(session: Session) -> None:
    for table in _OWNERS:
        for event, row in _MOMENTS:
            session.execute(text(f"DROP TRIGGER temp.{table}_{event}_{row}"))
    session.execute(text("DROP TABLE temp.touched"))
