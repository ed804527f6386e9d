from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
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


def test_a_cheap_slot_is_told_to_be_stale(
    slots: tuple[keys.KeyFile, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    file, key = slots
    file.add("林", "correct horse", key)
    assert not file.open("林", "correct horse").stale

    dearer = keys.Cost(keys.USUAL_COST.passes + 1, keys.USUAL_COST.memory_kib, 1)
    monkeypatch.setattr(keys, "USUAL_COST", dearer)
    assert file.open("林", "correct horse").stale
    file.add("林", "correct horse", key)
    assert file.slots["林"].cost == dearer
    assert not file.open("林", "correct horse").stale


@pytest.mark.parametrize(
    "cost",
    [
        keys.Cost(passes=1, memory_kib=2**31, lanes=1),
        keys.Cost(passes=10**9, memory_kib=64, lanes=1),
        keys.Cost(passes=1, memory_kib=64, lanes=10**6),
        keys.Cost(passes=0, memory_kib=64, lanes=1),
        keys.Cost(passes=1, memory_kib=-1, lanes=1),
        keys.Cost(passes=1, memory_kib=4, lanes=1),
    ],
)
def test_a_slot_that_asks_for_the_moon_is_damaged_and_costs_nothing(
    slots: tuple[keys.KeyFile, bytes], cost: keys.Cost, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, key = slots
    file.add("林", "correct horse", key)
    file.add("何", "battery staple", key)
    file.slots["林"] = replace(file.slots["林"], cost=cost)

    with monkeypatch.context() as patched:
        patched.setattr(keys, "_derive", lambda *_: pytest.fail("it was derived"))
        with pytest.raises(EnvironmentFault) as fault:
            file.unlock("林", "correct horse")

    assert fault.value.code == "store.keys_damaged"
    assert file.unlock("何", "battery staple") == key


def test_a_temporary_slot_says_so_and_cannot_be_made_a_lasting_one(
    folder: DataFolder, slots: tuple[keys.KeyFile, bytes]
) -> None:
    file, key = slots
    file.add("林", "until monday", key, temporary=True)
    file.save(folder)
    kept = keys.KeyFile.load(folder)
    assert kept.open("林", "until monday").temporary

    kept.slots["林"] = replace(kept.slots["林"], temporary=False)
    with pytest.raises(UserError):
        kept.open("林", "until monday")


@pytest.mark.parametrize(
    ("set_as", "typed_as"),
    [
        ("right horse 7", "ｒｉｇｈｔ\u3000ｈｏｒｓｅ\u3000７"),
        ("caf\u00e9 au lait", "cafe\u0301 au lait"),
        ("ＡＢＣ密码ｄｅ", "ABC密码de"),
    ],
)
def test_every_input_method_types_the_same_password(
    slots: tuple[keys.KeyFile, bytes], set_as: str, typed_as: str
) -> None:
    file, key = slots
    file.add("林", set_as, key)

    assert file.unlock("林", typed_as) == key


def test_a_slot_of_before_that_rule_still_opens_and_is_renewed(
    slots: tuple[keys.KeyFile, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    file, key = slots
    with monkeypatch.context() as before:
        before.setattr(keys, "_tidy", lambda secret: secret)
        file.add("林", "ｆｕｌｌ ｗｉｄｔｈ", key)

    opened = file.open("林", "ｆｕｌｌ ｗｉｄｔｈ")

    assert (opened.key, opened.stale) == (key, True)


def test_of_two_changes_neither_undoes_the_other(
    folder: DataFolder, slots: tuple[keys.KeyFile, bytes]
) -> None:
    file, key = slots
    file.save(folder)
    names = [f"name{number}" for number in range(12)]

    def give(name: str) -> None:
        with keys.changing(folder) as changed:
            changed.add(name, "correct horse", key)

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(give, names))

    assert sorted(keys.KeyFile.load(folder).slots) == sorted(names)
