"""Putting data right that cannot be opened: from a backup, its key file, or as it is."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from frontdesk import config
from frontdesk.clock import FixedClock
from frontdesk.errors import EnvironmentFault, PermissionDenied, UserError
from frontdesk.models.enums import Role
from frontdesk.models.journal import AuditEntry
from frontdesk.services.accounts import recovering
from frontdesk.services.accounts.dto import AccountInput
from frontdesk.services.accounts.opening import FirstManager, Founded, found_dealership, sign_in
from frontdesk.services.accounts.recovering import Proof, Way
from frontdesk.services.desk import Profile
from frontdesk.store import backup, known
from frontdesk.store.files import DataFolder
from frontdesk.store.first_look import first_look
from frontdesk.store.keys import KeyFile

PASSWORD, OTHER = "right horse battery", "Leuchtturm-7-x"
ADMIN = Proof("admin", PASSWORD)


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "config_dir", lambda: tmp_path / "settings")


@pytest.fixture
def founded(tmp_path: Path, clock: FixedClock) -> Founded:
    """A dealership with a backup, one act after it, and nobody signed in."""
    folder = DataFolder(tmp_path / "desk")
    made = found_dealership(folder, Profile("远航"), FirstManager("admin", "韩", PASSWORD), clock)
    accounts = made.services.accounts
    accounts.create(AccountInput("wang", "王", frozenset({Role.SERVICE_ADVISOR})), OTHER)
    backup.make(folder, made.services.desk.store.key, clock.now(), "automatic")
    clock.move(timedelta(minutes=25))
    accounts.create(AccountInput("late", "晚", frozenset({Role.SERVICE_ADVISOR})), OTHER)
    made.services.desk.store.close()
    return made


@pytest.fixture
def folder(founded: Founded) -> DataFolder:
    return founded.services.desk.store.folder


def _key(folder: DataFolder) -> bytes:
    return KeyFile.load(folder).unlock("admin", PASSWORD)


def newest(folder: DataFolder) -> Path:
    return backup.available(folder)[0].path


def entries(folder: DataFolder, clock: FixedClock, action: str) -> list[AuditEntry]:
    services = sign_in(folder, "admin", PASSWORD, clock)
    with services.desk.read() as session:
        found = list(session.scalars(select(AuditEntry).where(AuditEntry.action == action)))
    services.desk.store.close()
    return found


def test_the_survey_says_what_would_be_missing(folder: DataFolder) -> None:
    folder.database.write_bytes(b"")
    found = recovering.survey(folder.root)
    assert len(found.offers) == 1
    assert found.offers[0].entries == 1
    assert found.offers[0].missing is not None


def test_a_backup_is_put_back_and_what_lay_there_set_aside(
    folder: DataFolder, clock: FixedClock
) -> None:
    broken = b"\0" * 8192
    folder.database.write_bytes(broken)
    steps: list[tuple[int, int]] = []

    came = recovering.put_back(
        folder.root, newest(folder), ADMIN, clock, lambda done, of: steps.append((done, of))
    )

    assert came.set_aside is not None
    assert (Path(came.set_aside) / "frontdesk.db").read_bytes() == broken
    assert steps[-1][0] == steps[-1][1]
    noted = entries(folder, clock, recovering.RESTORED)
    assert len(noted) == 1
    detail = json.loads(noted[0].detail)
    assert detail["aside"] == Path(came.set_aside).name
    assert detail["backup"] == newest(folder).name
    assert noted[0].staff_id is not None


def test_the_recovery_sheet_is_enough(founded: Founded, clock: FixedClock) -> None:
    folder = founded.services.desk.store.folder
    folder.database.unlink()
    folder.keys.unlink()
    recovering.put_back(folder.root, newest(folder), Proof(code=founded.recovery_code), clock)
    noted = entries(folder, clock, recovering.RESTORED)
    assert json.loads(noted[0].detail)["by"] == "recovery_sheet"


@pytest.mark.parametrize(
    ("proof", "refusal", "field"),
    [
        (Proof("admin", "wrong horse"), UserError, "password"),
        (Proof("wang", OTHER), PermissionDenied, "login"),
        (Proof("", PASSWORD), UserError, "login"),
        (Proof(code="AAAA-BBBB"), UserError, "recovery_code"),
    ],
)
def test_who_may_not_changes_nothing(
    folder: DataFolder, clock: FixedClock, proof: Proof, refusal: type[UserError], field: str
) -> None:
    folder.database.write_bytes(b"")
    with pytest.raises(refusal) as said:
        recovering.put_back(folder.root, newest(folder), proof, clock)
    assert said.value.field == field
    assert folder.database.read_bytes() == b""
    assert not (folder.root / "set-aside").exists()
    assert not list(folder.root.glob(".look-*"))


def test_wrong_passwords_wait_as_at_signing_in(folder: DataFolder, clock: FixedClock) -> None:
    folder.database.write_bytes(b"")
    codes = []
    for _ in range(6):
        with pytest.raises(UserError) as said:
            recovering.put_back(folder.root, newest(folder), Proof("admin", "wrong"), clock)
        codes.append(said.value.code)
    assert codes[-1] == "sign_in.wait"
    clock.move(timedelta(seconds=60))
    recovering.put_back(folder.root, newest(folder), ADMIN, clock)


def test_a_bad_backup_is_refused_and_nothing_changes(folder: DataFolder, clock: FixedClock) -> None:
    folder.database.write_bytes(b"")
    path = newest(folder)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))
    with pytest.raises(EnvironmentFault) as said:
        recovering.put_back(folder.root, path, ADMIN, clock)
    assert said.value.code == "backup.damaged"
    assert folder.database.read_bytes() == b""


@pytest.mark.parametrize("there", [False, True])
def test_the_keys_alone_are_taken_and_no_data_is_lost(
    folder: DataFolder, clock: FixedClock, there: bool
) -> None:
    if there:
        folder.keys.write_bytes(b"{torn")
    else:
        folder.keys.unlink()
    came = recovering.take_keys(folder.root, newest(folder), ADMIN, clock)
    assert (came.set_aside is not None) is there
    services = sign_in(folder, "admin", PASSWORD, clock)
    assert "late" in {each.login for each in services.accounts.list()}
    services.desk.store.close()
    assert len(entries(folder, clock, recovering.KEYS_TAKEN)) == 1


def test_an_older_state_is_accepted_with_a_reason(folder: DataFolder, clock: FixedClock) -> None:
    older = folder.database.read_bytes()
    sign_in(folder, "admin", PASSWORD, clock).desk.store.close()
    folder.database.write_bytes(older)
    with pytest.raises(UserError) as said:
        recovering.go_on(folder.root, ADMIN, " ", clock)
    assert said.value.field == "reason"

    recovering.go_on(folder.root, ADMIN, "昨天的文件被拷回", clock)

    noted = entries(folder, clock, recovering.ACCEPTED)
    assert json.loads(noted[0].detail)["reason"] == "昨天的文件被拷回"
    assert [path.name for path in folder.root.glob("set-aside/*/*")] == ["frontdesk.head"]


def test_what_is_damaged_as_well_is_not_accepted(folder: DataFolder, clock: FixedClock) -> None:
    older = bytearray(folder.database.read_bytes())
    sign_in(folder, "admin", PASSWORD, clock).desk.store.close()
    older[-2000] ^= 1
    folder.database.write_bytes(bytes(older))
    with pytest.raises(EnvironmentFault) as said:
        recovering.go_on(folder.root, ADMIN, "because", clock)
    assert said.value.code in {"recovering.not_sound", "store.damaged"}
    assert not (folder.root / "set-aside").exists()


def test_a_folder_that_is_gone_is_told_and_can_be_given_up(
    folder: DataFolder, clock: FixedClock
) -> None:
    known.remember(folder.root, "远航")
    assert first_look(folder) is None
    elsewhere = folder.root.with_name("elsewhere")
    folder.root.rename(elsewhere)
    gone = first_look(folder)
    assert gone is not None
    assert (gone.code, gone.params["dealership"]) == ("store.gone", "远航")
    assert not folder.root.exists(), "looking made no folder"
    assert Way.FOUND in recovering.WAYS[gone.code]

    path = backup.available(DataFolder(elsewhere))[0].path
    offers = recovering.survey(folder.root, path).offers
    assert [offer.path for offer in offers] == [str(path)]
    recovering.put_back(folder.root, path, ADMIN, clock)
    sign_in(folder, "admin", PASSWORD, clock).desk.store.close()

    backup.make(folder, _key(folder), clock.now(), "automatic")
    recovering.set_all_aside(folder.root, clock)
    assert not folder.exists()
    assert first_look(folder) is None
    assert list(folder.root.glob("set-aside/*/frontdesk.db"))


def test_every_fault_of_opening_has_a_way() -> None:
    assert set(recovering.WAYS) >= {
        f"store.{code}"
        for code in (
            *("damaged", "header", "empty", "missing", "foreign", "newer", "rolled_back"),
            *("keys_missing", "keys_damaged", "gone", "unreadable", "read_only_folder", "no_room"),
        )
    }
