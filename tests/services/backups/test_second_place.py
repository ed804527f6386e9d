"""The second place: a stick or a share, unplugged at times, shared at others."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from frontdesk.clock import FixedClock
from frontdesk.errors import EnvironmentFault, UserError
from frontdesk.services.backups.dto import Carried
from frontdesk.services.backups.service import BackupService
from frontdesk.services.registry import Services
from frontdesk.store import second_place
from tests.services.backups.looking import entries, kept_backups, on_stick


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
    (copy,) = on_stick(stick)
    assert made.path is not None
    assert copy.read_bytes() == Path(made.path).read_bytes()
    assert copy.parent.name.startswith("frontdesk-远航汽车服务-")
    status = backups.status().second
    assert status is not None
    assert status.copied_at == clock.now()
    assert {each.second for each in kept_backups(backups)} == {False, True}
    assert entries(services, "backup.make")[0]["second"] == "done"


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
    assert len(on_stick(stick)) == 1
    assert backups.automatic() is None
    assert len(entries(services, "backup.copy")) == 1


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
    assert [each.second for each in kept_backups(backups)] == [False]


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
    assert len(on_stick(stick)) == 2
    assert len([each for each in kept_backups(backups) if each.second]) == 1
    services.desk.profile = type(services.desk.profile)(name="改了/名字:*?")
    backups.make_now()
    assert len({each.parent for each in on_stick(stick)}) == 2, "a new name makes no new folder"


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
    (copy,) = on_stick(stick)
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
    assert [entry["after"] for entry in entries(services, "setting.change")] == [
        {"folder": str(stick)},
        {"folder": ""},
    ]
    assert list(stick.iterdir()) == [], "trying a place out leaves nothing there"
