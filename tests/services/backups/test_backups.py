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
from frontdesk.errors import EnvironmentFault, PermissionDenied, UserError
from frontdesk.models.enums import BackupKind, Role
from frontdesk.models.journal import AuditEntry
from frontdesk.services.backups.dto import Carried, KeptBackup
from frontdesk.services.backups.service import BackupService
from frontdesk.services.desk import Change
from frontdesk.services.registry import Services
from frontdesk.store import backup, keys, restore, second_place
from tests.factories import Make

HALF_HOUR = timedelta(minutes=30)


@pytest.fixture
def backups(services: Services) -> BackupService:
    folder, key = services.desk.store.folder, services.desk.store.key
    slots = keys.KeyFile(check=keys.check_value(key))
    slots.add("admin", "right horse battery", key)
    slots.save(folder)
    return services.backups


@pytest.fixture
def change(services: Services) -> Callable[[], None]:
    """One act that leaves its entry in the audit trail, as every act does."""

    def act() -> None:
        services.settings.change_rules({})

    return act


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "U盘 100%"
    place.mkdir()
    return place


def _entries(services: Services, action: str) -> list[dict[str, object]]:
    wanted = select(AuditEntry.detail).where(AuditEntry.action == action)
    with services.desk.read() as session:
        return [json.loads(detail) for detail in session.scalars(wanted)]


def _kept(backups: BackupService) -> tuple[KeptBackup, ...]:
    return backups.listing().kept


def _on(stick: Path) -> list[Path]:
    return sorted(stick.rglob("*.fdbackup"))


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
    assert [each.kind for each in _kept(backups)] == [BackupKind.AUTOMATIC], "one of each hour"


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
    assert _entries(services, "backup.make")[0]["kind"] == "closing"


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

    kept = _kept(backups)
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
    before = _kept(backups)
    change()
    clock.move(timedelta(days=1))
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(1, 1, 0))

    with pytest.raises(EnvironmentFault) as said:
        backups.automatic()

    assert said.value.code == "backup.no_room"
    assert _kept(backups) == before


# second place ---------------------------------------------------------------------------


def test_each_backup_is_carried_to_the_second_place(
    backups: BackupService,
    change: Callable[[], None],
    services: Services,
    clock: FixedClock,
    stick: Path,
) -> None:
    told: list[int] = []
    chosen = backups.choose_second_place(f"  {stick} ")
    assert chosen is not None
    assert (chosen.folder, chosen.copied_at, chosen.overdue) == (str(stick), None, False)
    change()

    made = backups.automatic(lambda done, _: told.append(done))

    assert made is not None
    assert made.carried is Carried.DONE
    assert told == sorted(told)
    assert told[-1] == 100
    (copy,) = _on(stick)
    assert made.path is not None
    assert copy.read_bytes() == Path(made.path).read_bytes()
    assert copy.parent.name.startswith("frontdesk-远航汽车服务-")
    status = backups.status().second
    assert status is not None
    assert status.copied_at == clock.now()
    assert {each.second for each in _kept(backups)} == {False, True}
    assert _entries(services, "backup.make")[0]["second"] == "done"


def test_unplugged_is_no_error_but_said_after_some_days(
    backups: BackupService, change: Callable[[], None], clock: FixedClock, stick: Path
) -> None:
    backups.choose_second_place(str(stick))
    shutil.rmtree(stick)
    for _ in range(7):
        change()
        made = backups.automatic()
        assert made is not None
        assert made.carried is Carried.AWAY
        second = backups.status().second
        assert second is not None
        assert not second.overdue
        clock.move(timedelta(days=1))

    second = backups.status().second
    assert second is not None
    assert second.overdue
    listed = backups.listing()
    assert not listed.second_there
    assert len(listed.kept) == 7
    assert not stick.exists(), "what is not plugged in is never made up"


def test_plugged_in_again_it_gets_what_it_missed(
    backups: BackupService,
    change: Callable[[], None],
    services: Services,
    clock: FixedClock,
    stick: Path,
) -> None:
    backups.choose_second_place(str(stick))
    shutil.rmtree(stick)
    change()
    backups.automatic()
    stick.mkdir()

    made = backups.automatic()

    assert made is not None
    assert (made.path, made.carried) == (None, Carried.DONE)
    assert len(_on(stick)) == 1
    assert backups.automatic() is None
    assert len(_entries(services, "backup.copy")) == 1


def test_a_second_place_that_fails_is_told_and_the_backup_stays(
    backups: BackupService, change: Callable[[], None], stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.choose_second_place(str(stick))
    change()

    def failing(*_: object) -> Path:
        raise EnvironmentFault("backup.no_room", path=str(stick), reason="0 B")

    monkeypatch.setattr(second_place, "carry", failing)
    made = backups.automatic()

    assert made is not None
    assert made.carried is Carried.FAILED
    assert isinstance(made.fault, EnvironmentFault)
    assert [each.second for each in _kept(backups)] == [False]


def test_two_dealerships_share_a_stick(
    backups: BackupService, change: Callable[[], None], services: Services, stick: Path
) -> None:
    theirs = stick / "frontdesk-远航汽车服务-ffffffff"
    theirs.mkdir()
    foreign = theirs / "frontdesk-20200101T000000Z-automatic.fdbackup"
    foreign.write_bytes(b"another dealership's")
    backups.choose_second_place(str(stick))
    change()
    backups.automatic()

    assert foreign.exists()
    assert len(_on(stick)) == 2
    assert len([each for each in _kept(backups) if each.second]) == 1
    services.desk.profile = type(services.desk.profile)(name="改了/名字:*?")
    backups.make_now()
    assert len({each.parent for each in _on(stick)}) == 2, "a new name makes no new folder"


@pytest.mark.parametrize("name", ["../..", "a/b\\c:d", "CON", "", "店" * 300, "\0x", "..."])
def test_the_dealerships_name_is_never_a_path(
    backups: BackupService, change: Callable[[], None], services: Services, stick: Path, name: str
) -> None:
    services.desk.profile = type(services.desk.profile)(name=name)
    backups.choose_second_place(str(stick))
    change()

    made = backups.automatic()

    assert made is not None
    assert made.carried is Carried.DONE
    (copy,) = _on(stick)
    assert copy.parent.parent == stick


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("usb", "backup.place_relative"),
        ("~/usb", "backup.place_relative"),
        ("$HOME", "backup.place_relative"),
        ("/no/such/folder", "backup.place_missing"),
        ("/etc/passwd", "backup.place_missing"),
        ("/media\0usb", "backup.place_missing"),
        ("/media\ud800usb", "backup.place_missing"),
        ("/" + "x" * 2_000, "backup.place_missing"),
    ],
)
def test_a_place_that_cannot_be_is_refused_beside_its_field(
    backups: BackupService, typed: str, code: str
) -> None:
    with pytest.raises(UserError) as refused:
        backups.choose_second_place(typed)

    assert (refused.value.code, refused.value.field) == (code, "second_place")
    assert backups.status().second is None


def test_a_place_inside_the_data_is_refused(backups: BackupService) -> None:
    backups.make_now()
    for inside in (backups.desk.store.folder.root, backups.desk.store.folder.backups):
        with pytest.raises(UserError) as refused:
            backups.choose_second_place(str(inside))
        assert refused.value.code == "backup.place_inside"


def test_a_place_that_does_not_keep_what_is_written_is_refused(
    backups: BackupService, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"something else")

    with pytest.raises(EnvironmentFault) as said:
        backups.choose_second_place(str(stick))

    assert said.value.code == "backup.unwritable"
    assert list(stick.iterdir()) == []


def test_no_place_is_a_choice(backups: BackupService, services: Services, stick: Path) -> None:
    backups.choose_second_place(str(stick))
    assert backups.choose_second_place("  ") is None
    assert backups.status().second is None
    assert [entry["after"] for entry in _entries(services, "setting.change")] == [
        {"folder": str(stick)},
        {"folder": ""},
    ]
    assert list(stick.iterdir()) == [], "trying a place out leaves nothing there"


# by hand --------------------------------------------------------------------------------


def test_a_listed_backup_is_proved(backups: BackupService, services: Services, stick: Path) -> None:
    made = backups.make_now()
    assert made.path is not None
    assert backups.prove(made.path).faults == ()

    content = bytearray(Path(made.path).read_bytes())
    content[len(content) // 2] ^= 1
    Path(made.path).write_bytes(bytes(content))
    assert backups.prove(made.path).faults
    assert [entry["faults"] for entry in _entries(services, "backup.prove")] == [0, 1]


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
