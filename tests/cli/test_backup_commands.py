"""``frontdesk backup`` and ``restore`` as a script, or a person on a new PC, uses them."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from frontdesk.cli import main
from frontdesk.clock import SystemClock
from frontdesk.models.customer import Customer
from frontdesk.sample.staff import PASSWORD
from frontdesk.services.accounts.opening import (
    FirstManager,
    found_dealership,
    recover,
    sign_in,
)
from frontdesk.services.desk import Profile
from frontdesk.store import backup, restore
from frontdesk.store.files import DataFolder
from tests.cli.given import signed_in
from tests.store.drill import row_hashes

Out = pytest.CaptureFixture[str]


def _made(data: Path, target: Path, capsys: Out) -> Path:
    assert main(["backup", str(target), *signed_in(data)]) == 0
    told = capsys.readouterr().out.strip()
    assert told.startswith("Backed up and checked: ")
    return Path(told.removeprefix("Backed up and checked: "))


def test_the_drill_every_row_comes_back(data: Path, tmp_path: Path, capsys: Out) -> None:
    """The whole sample, drafts, search index and audit trail included."""
    services = sign_in(DataFolder(data), "admin", PASSWORD, SystemClock())
    services.drafts.keep("settings.profile", "", {"name": "半打的字"})
    services.desk.store.close()
    path = _made(data, tmp_path, capsys)
    key = restore.unlock(path, "admin", PASSWORD)
    told = backup.manifest(path)
    assert told.rows["draft"] == 1
    new = tmp_path / "new pc"

    assert main(["restore", str(path), *signed_in(new)]) == 0

    assert f"is restored into {new}" in capsys.readouterr().out
    before, after = row_hashes(DataFolder(data), key), row_hashes(DataFolder(new), key)
    changed = {table for table in before if before[table] != after.get(table)}
    # Each of the two has its own last entry of the trail: backed up, restored.
    assert changed <= {"audit_entry", "audit_head"}
    assert before.keys() == after.keys()
    again = sign_in(DataFolder(new), "admin", PASSWORD, SystemClock())
    assert again.drafts.offered("settings.profile", "") is not None
    with again.desk.read() as session:
        assert session.query(Customer).count() == told.rows["customer"] > 0
    again.desk.store.close()
    assert main(["check", *signed_in(new)]) == 0


def test_a_backup_goes_into_a_folder_or_under_a_new_name(
    data: Path, tmp_path: Path, capsys: Out
) -> None:
    assert _made(data, tmp_path, capsys).parent == tmp_path
    named = tmp_path / "before the move.fdbackup"
    assert _made(data, named, capsys) == named
    content = named.read_bytes()

    assert main(["backup", str(named), *signed_in(data)]) == 1

    assert "not overwritten" in capsys.readouterr().err
    assert named.read_bytes() == content


def test_a_place_that_is_not_there_is_said(data: Path, tmp_path: Path, capsys: Out) -> None:
    assert main(["backup", str(tmp_path / "no" / "where.fdbackup"), *signed_in(data)]) == 1
    assert "could not be written" in capsys.readouterr().err


def test_not_everyone_may_carry_the_data_out(data: Path, tmp_path: Path, capsys: Out) -> None:
    for login in ("advisor", "specialist"):
        assert main(["backup", str(tmp_path), *signed_in(data, login)]) == 1
        assert "roles do not allow" in capsys.readouterr().err
    assert list(tmp_path.glob("*.fdbackup")) == []


def test_the_recovery_sheet_alone_opens_a_backup_on_a_new_pc(
    tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = DataFolder(tmp_path / "old")
    founded = found_dealership(
        old, Profile(name="远航汽车服务"), FirstManager("admin", "韩总", PASSWORD), SystemClock()
    )
    founded.services.desk.confirmation.give()
    path = founded.services.backups.export(tmp_path)
    founded.services.desk.store.close()
    shutil.rmtree(old.root)
    monkeypatch.delenv("FRONTDESK_PASSWORD")
    new = tmp_path / "new"
    code = founded.recovery_code.replace("-", " ").lower()

    arguments = ["restore", str(path), "--data", str(new), "--recovery-code"]
    assert main([*arguments, code, "--lang", "en"]) == 0

    told = capsys.readouterr().out
    assert "Forgot the password?" in told
    services = recover(
        DataFolder(new), founded.recovery_code, "admin", "another right horse", SystemClock()
    )
    services.desk.store.close()


def test_a_folder_that_holds_data_is_never_overwritten(
    data: Path, tmp_path: Path, capsys: Out
) -> None:
    path = _made(data, tmp_path, capsys)
    before = hashlib.sha256((data / "frontdesk.db").read_bytes()).hexdigest()

    assert main(["restore", str(path), *signed_in(data)]) == 1

    assert "already holds" in capsys.readouterr().err
    assert hashlib.sha256((data / "frontdesk.db").read_bytes()).hexdigest() == before


def test_what_is_no_backup_or_not_ones_own_is_one_sentence(
    data: Path, tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _made(data, tmp_path, capsys)
    torn, foreign, new = tmp_path / "torn.fdbackup", tmp_path / "photo.jpg", tmp_path / "new"
    torn.write_bytes(path.read_bytes()[:-100])
    foreign.write_bytes(b"\xff\xd8\xff" * 100)
    proof = ["--data", str(new), "--lang", "en"]
    for arguments, says in (
        ([str(torn), "--as", "admin"], "is damaged"),
        ([str(foreign), "--as", "admin"], "no Frontdesk backup"),
        ([str(tmp_path / "none"), "--as", "admin"], "cannot be read"),
        ([str(path)], "--recovery-code"),
        ([str(path), "--recovery-code"], "--recovery-code"),
        ([str(path), "--recovery-code", "AAAA-BBBB"], "code"),
    ):
        assert main(["restore", *arguments, *proof]) == 1
        told = capsys.readouterr()
        assert told.out == ""
        assert says in told.err
        assert len(told.err.strip().splitlines()) == 1
    monkeypatch.setenv("FRONTDESK_PASSWORD", "wrong")
    assert main(["restore", str(path), *signed_in(new)]) == 1
    assert "not right" in capsys.readouterr().err
    assert not DataFolder(new).exists()


def test_it_is_said_in_chinese_too(data: Path, tmp_path: Path, capsys: Out) -> None:
    signed_in = ["--data", str(data), "--as", "admin", "--lang", "zh_CN"]
    assert main(["backup", str(tmp_path), *signed_in]) == 0
    path = capsys.readouterr().out.strip().removeprefix("备份已完成并检查：")
    new = ["--data", str(tmp_path / "新"), "--as", "admin", "--lang", "zh_CN"]
    assert main(["restore", path, *new]) == 0
    assert "的备份恢复到" in capsys.readouterr().out
    assert main(["restore", path, *new]) == 1
    assert "不会被覆盖" in capsys.readouterr().err
