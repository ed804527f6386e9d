from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.errors import EnvironmentFault, UserError
from frontdesk.store import keys
from frontdesk.store.files import DataFolder


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path)


@pytest.fixture
def slots() -> tuple[keys.KeyFile, bytes]:
    key = keys.new_data_key()
    return keys.KeyFile(check=keys.check_value(key)), key


def test_each_account_unlocks_the_same_key(
    folder: DataFolder, slots: tuple[keys.KeyFile, bytes]
) -> None:
    file, key = slots
    file.add("林", "correct horse", key)
    file.add("何", "battery staple", key)
    file.save(folder)

    kept = keys.KeyFile.load(folder)

    assert kept.unlock("林", "correct horse") == key
    assert kept.unlock("何", "battery staple") == key


@pytest.mark.parametrize(
    ("name", "secret"), [("林", "wrong"), ("nobody", "correct horse"), ("何", "correct horse")]
)
def test_a_wrong_name_or_password_is_refused_alike(
    slots: tuple[keys.KeyFile, bytes], name: str, secret: str
) -> None:
    file, key = slots
    file.add("林", "correct horse", key)

    with pytest.raises(UserError) as refused:
        file.unlock(name, secret)

    assert refused.value.code == "sign_in.refused"


def test_a_slot_does_not_open_under_another_name(slots: tuple[keys.KeyFile, bytes]) -> None:
    file, key = slots
    file.add("林", "correct horse", key)
    file.slots["gm"] = file.slots["林"]

    with pytest.raises(UserError):
        file.unlock("gm", "correct horse")


def test_the_key_is_nowhere_in_the_file(
    folder: DataFolder, slots: tuple[keys.KeyFile, bytes]
) -> None:
    file, key = slots
    file.add("林", "correct horse", key)
    file.save(folder)

    written = folder.keys.read_bytes()

    assert key not in written
    assert key.hex().encode() not in written
    assert b"correct horse" not in written


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"check": 1, "slots": []}', b"\xff\xfe", b'{"slots": {}}']
)
def test_a_damaged_key_file_is_named_as_such(folder: DataFolder, content: bytes) -> None:
    folder.keys.write_bytes(content)

    with pytest.raises(EnvironmentFault) as fault:
        keys.KeyFile.load(folder)

    assert fault.value.code == "store.keys_damaged"


def test_a_missing_key_file_is_named_as_such(folder: DataFolder) -> None:
    with pytest.raises(EnvironmentFault) as fault:
        keys.KeyFile.load(folder)

    assert fault.value.code == "store.keys_missing"


@given(st.text(alphabet=" -\t", max_size=3), st.booleans())
def test_a_recovery_code_is_read_however_it_is_typed(gap: str, lower: bool) -> None:
    code = keys.new_recovery_code()
    typed = gap.join(code.replace("O", "0").replace("I", "1").replace("B", "8"))

    assert keys.tidy_recovery_code(typed.lower() if lower else typed) == code
