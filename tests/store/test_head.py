"""What was acknowledged is remembered beside the store; a commit that failed is asked about."""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import event, func, select, text
from sqlcipher3 import dbapi2

from frontdesk.clock import FixedClock
from frontdesk.errors import EnvironmentFault
from frontdesk.models.journal import AuditEntry, Setting
from frontdesk.services.desk import Desk
from frontdesk.store import head
from frontdesk.store.head import Head
from frontdesk.store.startup import look, open_store


def _act(desk: Desk, name: str) -> None:
    with desk.write() as work:
        work.session.add(Setting(key=name, value="1"))
        work.audit("setting.change", "setting", name)


def _kept(desk: Desk) -> tuple[list[str], int]:
    with desk.read() as session:
        names = list(session.scalars(select(Setting.key).order_by(Setting.key)))
        return names, session.scalars(select(func.count()).select_from(AuditEntry)).one()


def test_each_acknowledged_act_is_remembered_beside_the_store(desk: Desk) -> None:
    for n in range(3):
        _act(desk, f"s{n}")

        assert head.read(desk.store.folder) == desk.store.head
    assert desk.store.head is not None
    assert desk.store.head.sequence == 3


def test_an_act_that_is_refused_moves_no_head(desk: Desk) -> None:
    _act(desk, "kept")
    before = head.read(desk.store.folder)

    with suppress(ZeroDivisionError), desk.write() as work:
        work.audit("setting.change", "setting", "dropped")
        raise ZeroDivisionError

    assert head.read(desk.store.folder) == before
    assert _kept(desk) == (["kept"], 1)


def test_typing_leaves_no_entry_and_moves_no_head(desk: Desk, services: Any) -> None:
    services.drafts.keep("customer", "", {"name": "王"})

    assert head.read(desk.store.folder) is None


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 94, b"00000000000000000003 abc 00000000\n", b"\xff\xfe", b"1 2 3 4"]
)
def test_a_torn_head_says_nothing(desk: Desk, content: bytes) -> None:
    _act(desk, "kept")
    desk.store.folder.head.write_bytes(content)

    assert head.read(desk.store.folder) is None
    assert look(desk.store.folder.database, desk.store.key, head.read(desk.store.folder))


def test_a_head_that_cannot_be_written_fails_no_act(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(head, "write", refused)

    _act(desk, "kept")

    assert _kept(desk) == (["kept"], 1)


def test_an_older_file_copied_over_the_store_is_told_at_opening(
    desk: Desk, clock: FixedClock
) -> None:
    folder = desk.store.folder
    _act(desk, "first")
    with desk.store.engine.connect() as connection:
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    older = folder.root / "older"
    shutil.copy(folder.database, older)
    _act(desk, "second")
    desk.store.close()
    for name in ("-wal", "-shm"):
        folder.database.with_name(folder.database.name + name).unlink(missing_ok=True)
    shutil.copy(older, folder.database)

    with pytest.raises(EnvironmentFault) as fault:
        open_store(folder, desk.store.key, clock.now())

    assert fault.value.code == "store.rolled_back"
    assert fault.value.params["sequence"] == 2
    assert fault.value.params["newest"] == 1


def test_two_writers_leave_the_newer_head(desk: Desk) -> None:
    _act(desk, "first")
    kept = desk.store.head
    assert kept is not None

    desk.store._remember(Head(0, "00"))

    assert head.read(desk.store.folder) == kept


# --- a commit that failed -------------------------------------------------------------------------


def _fail_commits(desk: Desk, *, durable: bool) -> list[str]:
    """Let each commit raise once, after it was made durable or before."""
    failed: list[str] = []

    @event.listens_for(desk.store.engine, "commit")
    def _fail(connection: Any) -> None:
        if failed:
            return
        failed.append("commit")
        driver = connection.connection.dbapi_connection
        driver.execute("COMMIT" if durable else "ROLLBACK")
        raise_io_error(connection)

    return failed


def raise_io_error(connection: Any) -> None:
    """As the driver does it: wrapped by SQLAlchemy."""
    error = dbapi2.OperationalError("disk I/O error")
    connection._handle_dbapi_exception(error, "COMMIT", None, None, None)


def test_a_commit_that_failed_but_was_durable_counts_as_kept(desk: Desk) -> None:
    failed = _fail_commits(desk, durable=True)
    told: list[object] = []
    desk.on_change(told.append)

    _act(desk, "kept")

    assert failed == ["commit"]
    assert _kept(desk) == (["kept"], 1)
    assert head.read(desk.store.folder) == desk.store.head
    _act(desk, "next")
    assert _kept(desk) == (["kept", "next"], 2)


def test_a_commit_that_failed_and_is_not_there_is_a_fault(desk: Desk) -> None:
    failed = _fail_commits(desk, durable=False)

    with pytest.raises(EnvironmentFault) as fault:
        _act(desk, "lost")

    assert failed == ["commit"]
    assert fault.value.code == "store.io_error"
    assert _kept(desk) == ([], 0)
    assert head.read(desk.store.folder) is None
    _act(desk, "lost")
    assert _kept(desk) == (["lost"], 1)


def test_a_commit_without_an_entry_that_fails_is_a_fault(desk: Desk) -> None:
    _fail_commits(desk, durable=True)

    with pytest.raises(EnvironmentFault), desk.store.writing() as session:
        session.add(Setting(key="bare", value="1"))


def test_an_act_that_reads_its_own_entries_is_one_chain(desk: Desk) -> None:
    with desk.write() as work:
        work.audit("setting.change", "setting", "first")
        work.seal()
        count = work.session.scalars(select(func.count()).select_from(AuditEntry)).one()
        work.audit("setting.change", "setting", "second")

    assert count == 1
    assert _kept(desk)[1] == 2
    assert head.read(desk.store.folder) == desk.store.head
