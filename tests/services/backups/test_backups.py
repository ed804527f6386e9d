"""Backups made by themselves and by hand, their second place, and who may do what."""

from __future__ import annotations

import json
import shutil
from collections import namedtuple
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from frontdesk.clock import FixedClock
from frontdesk.errors import ConfirmationNeeded, EnvironmentFault, PermissionDenied, UserError
from frontdesk.models.enums import BackupKind, Role
from frontdesk.models.journal import AuditEntry
from frontdesk.services.backups.dto import Carried
from frontdesk.services.backups.service import BackupService
from frontdesk.services.desk import Change
from frontdesk.services.registry import Services
from frontdesk.store import backup, restore
from tests.factories import Make
from tests.services.backups.looking import entries, kept_backups

HALF_HOUR = timedelta(minutes=30)


# by itself ------------------------------------------------------------------------------


def test_the_first_is_made_at_once_and_the_next_when_due_and_something_changed(
    backups: BackupService, change: Callable[[], None], clock: FixedClock
) -> None:
    change()
    assert backups.automatic() is not None
    assert backups.automatic() is None, "nothing changed: its own note does not count"

    change()
    assert backups.automatic() is None, "not due yet"
    clock.move(HALF_HOUR)
    made = backups.automatic()
    assert made is not None
    assert made.carried is Carried.UNSET

    clock.move(timedelta(days=3))
    assert backups.automatic() is None, "due long since, but nothing changed"
    assert [each.kind for each in kept_backups(backups)] == [BackupKind.AUTOMATIC], (
        "one of each hour"
    )


def test_a_clock_set_back_does_not_stop_the_backups(
    backups: BackupService, change: Callable[[], None], clock: FixedClock
) -> None:
    change()
    clock.move(timedelta(days=3650))
    backups.automatic()
    clock.move(timedelta(days=-3650))
    change()

    assert backups.automatic() is not None
    assert backups.status().made_at == clock.now()
    change()
    assert backups.automatic() is None


def test_on_closing_one_is_made_only_after_changes(
    backups: BackupService, change: Callable[[], None], services: Services
) -> None:
    change()
    assert backups.needed_on_closing()
    made = backups.on_closing()
    assert made is not None
    assert not backups.needed_on_closing()
    assert backups.on_closing() is None
    assert entries(services, "backup.make")[0]["kind"] == "closing"


def test_after_going_back_to_an_older_state_the_next_backup_is_made(
    backups: BackupService, change: Callable[[], None], services: Services, clock: FixedClock
) -> None:
    change()
    first = backups.make_now()
    change()
    change()
    clock.move(HALF_HOUR)
    backups.make_now()
    folder = services.desk.store.folder
    services.desk.store.close()
    assert first.path is not None
    restore.restore(Path(first.path), folder, services.desk.store.key, clock.now())

    assert backups.needed_on_closing()


def test_old_ones_are_thinned_those_asked_for_stay(
    backups: BackupService, change: Callable[[], None], clock: FixedClock, stick: Path
) -> None:
    backups.choose_second_place(str(stick))
    by_hand = backups.make_now()
    strangers = [
        backups.desk.store.folder.backups / name
        for name in ("frontdesk-old.fdbackup", "notes.txt", "frontdesk-20200101T000000Z-automatic")
    ]
    for each in strangers:
        each.write_text("somebody's own")
    for _ in range(40):
        change()
        clock.move(timedelta(hours=6))
        assert backups.automatic() is not None

    kept = kept_backups(backups)
    here = [each for each in kept if not each.second]
    assert 12 < len(here) < 20
    assert by_hand.path in {each.path for each in here}
    assert all(each.exists() for each in strangers)
    assert [each.made_at for each in kept if each.second] == [each.made_at for each in here]
    assert len({each.made_at.date() for each in here}) >= 10
    with backups.desk.read() as session:
        last = session.scalars(select(AuditEntry).where(AuditEntry.action == "backup.make")).all()[
            -1
        ]
    assert json.loads(last.detail)["thinned"]


def test_a_full_disk_is_said_and_the_old_ones_stay(
    backups: BackupService,
    change: Callable[[], None],
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    change()
    backups.automatic()
    before = kept_backups(backups)
    change()
    clock.move(timedelta(days=1))
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(1, 1, 0))

    with pytest.raises(EnvironmentFault) as said:
        backups.automatic()

    assert said.value.code == "backup.no_room"
    assert kept_backups(backups) == before


# by hand --------------------------------------------------------------------------------


def test_a_listed_backup_is_proved(backups: BackupService, services: Services, stick: Path) -> None:
    made = backups.make_now()
    assert made.path is not None
    assert backups.prove(made.path).faults == ()

    content = bytearray(Path(made.path).read_bytes())
    content[len(content) // 2] ^= 1
    Path(made.path).write_bytes(bytes(content))
    assert backups.prove(made.path).faults
    assert [entry["faults"] for entry in entries(services, "backup.prove")] == [0, 1]


def test_only_a_listed_backup_is_proved(backups: BackupService, tmp_path: Path) -> None:
    made = backups.make_now()
    assert made.path is not None
    elsewhere = tmp_path / Path(made.path).name
    shutil.copy(made.path, elsewhere)
    for path in (str(elsewhere), "", "../../etc/passwd"):
        with pytest.raises(UserError) as refused:
            backups.prove(path)
        assert refused.value.code == "backup.unknown"


def test_open_pages_are_told(backups: BackupService, services: Services) -> None:
    told: list[frozenset[Change]] = []
    services.desk.on_change(told.append)
    backups.make_now()
    assert told == [frozenset({Change.BACKUPS})]


@pytest.mark.parametrize("role", list(Role))
def test_who_may_look_after_the_backups(backups: BackupService, make: Make, role: Role) -> None:
    theirs = make.services(role).backups
    assert theirs.status().made_at is None
    assert theirs.automatic() is not None
    if role in {Role.GENERAL_MANAGER, Role.ADMINISTRATOR}:
        assert theirs.make_now().path is not None
        return
    for act in (
        theirs.make_now,
        theirs.listing,
        lambda: theirs.prove("x"),
        lambda: theirs.choose_second_place(""),
        lambda: theirs.export(Path()),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_the_newest_of_a_folder_without_any_is_none(backups: BackupService) -> None:
    assert backups.status().made_at is None
    assert backup.newest(backups.desk.store.folder) is None


def test_what_was_set_aside_is_deleted_for_good_and_noted(
    backups: BackupService, services: Services, change: Callable[[], None]
) -> None:
    folder = services.desk.store.folder
    assert backups.listing().aside == ()
    change()
    made = backups.automatic()
    assert made is not None
    for name in ("20251105T020000Z", "20251106T030000Z", "by hand"):
        place = folder.root / "set-aside" / name
        place.mkdir(parents=True)
        (place / "frontdesk.db").write_bytes(b"damaged")
    listed = backups.listing().aside
    assert [each.size for each in listed] == [7, 7, 7]
    assert [each.at and each.at.isoformat() for each in listed] == [
        None,
        "2025-11-06T03:00:00+00:00",
        "2025-11-05T02:00:00+00:00",
    ]
    with pytest.raises(ConfirmationNeeded):
        backups.delete_set_aside()
    services.desk.confirmation.give()

    backups.delete_set_aside()

    assert backups.listing().aside == ()
    (noted,) = entries(services, "backup.aside_delete")
    assert noted["size"] == 21
    assert noted["file"] == "by hand, 20251106T030000Z, 20251105T020000Z"
    assert Path(str(made.path)).exists()
    services.desk.confirmation.give()
    backups.delete_set_aside()
    assert len(entries(services, "backup.aside_delete")) == 1, "nothing there, nothing to note"


def test_what_cannot_be_deleted_is_said_and_stays_listed(
    backups: BackupService, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = services.desk.store.folder.root / "set-aside"
    for name in ("20251105T020000Z", "20251106T030000Z"):
        (place / name).mkdir(parents=True)
    rmtree = shutil.rmtree

    def in_use(path: Path) -> None:
        if path.name == "20251106T030000Z":
            raise PermissionError(13, "Permission denied")
        rmtree(path)

    monkeypatch.setattr(shutil, "rmtree", in_use)
    services.desk.confirmation.give()

    with pytest.raises(EnvironmentFault) as told:
        backups.delete_set_aside()

    assert told.value.code == "backup.aside_stays"
    assert len(backups.listing().aside) == 1
    (noted,) = entries(services, "backup.aside_delete")
    assert noted["file"] == "20251105T020000Z"


def test_the_whole_data_leaves_only_for_whoever_types_the_password_again(
    backups: BackupService, services: Services, tmp_path: Path
) -> None:
    target = tmp_path / "stick"
    target.mkdir()
    with pytest.raises(ConfirmationNeeded):
        backups.export(target)
    assert list(target.iterdir()) == []
    services.desk.confirmation.give()
    assert backups.export(target).parent == target
