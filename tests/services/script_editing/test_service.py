"""Versions are published, kept, taken up again and carried as files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frontdesk.errors import ConfirmationNeeded, Conflict, PermissionDenied, UserError
from frontdesk.language import Language
from frontdesk.models.callback import ScriptVersion
from frontdesk.models.enums import CallbackKind, IncomingKind, Role
from frontdesk.models.values import text as texts
from frontdesk.services.callbacks import script_shelf
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services
from frontdesk.services.script_editing import reading
from frontdesk.services.script_editing.checking import faults_of, named
from frontdesk.services.scripts import Script, Words, shipped_script
from frontdesk.texts import sentence
from tests.factories import Make
from tests.hostile.strategies import WORST

KIND = CallbackKind.AFTER_SERVICE
SHIPPED = shipped_script(KIND)


@pytest.fixture
def manager(make: Make) -> Services:
    services = make.services(Role.CS_MANAGER, name="客服经理")
    services.desk.confirmation.give()
    return services


def _other(script: Script, zh: str = "您好，请问您是{salutation}吗？") -> Script:
    first = script.start.model_copy(update={"text": Words(zh=zh, en="Good day, {salutation}?")})
    return script.model_copy(update={"steps": (first, *script.steps[1:])})


def _publish(services: Services, script: Script, seen: int = 1) -> int:
    services.desk.confirmation.give()
    return services.scripts.publish(script.model_dump_json(), seen)


def test_what_is_published_holds_for_the_next_calls(manager: Services, desk: Desk) -> None:
    assert _publish(manager, _other(SHIPPED)) == 2
    with desk.read() as session:
        now = script_shelf.newest(session, KIND)
        before = script_shelf.kept(session, KIND.value, 1, KIND)
    assert (now.version, now.own) == (2, True)
    assert now.start.text.zh == "您好，请问您是{salutation}吗？"
    assert before == SHIPPED
    newest, first = manager.scripts.open(KIND.value).history
    assert (newest.script.version, newest.by) == (2, "客服经理")
    assert (first.script, first.by) == (SHIPPED, "")


def test_the_shipped_one_taken_up_again_gives_way_to_a_later_shipped_one(
    manager: Services, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _publish(manager, _other(SHIPPED))
    assert _publish(manager, SHIPPED, seen=2) == 3
    later = _other(SHIPPED, "喂，{salutation}吗？").model_copy(update={"version": 2})
    with desk.read() as session:
        assert not script_shelf.newest(session, KIND).own
        monkeypatch.setattr(script_shelf, "shipped_script", lambda _: later)
        now = script_shelf.newest(session, KIND)
    # Number 2 is taken by what was written here: no number ever stands for two texts.
    assert (now.version, now.start.text) == (4, later.start.text)


def test_a_later_shipped_one_leaves_alone_what_was_written_here(
    manager: Services, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _publish(manager, _other(SHIPPED))
    later = SHIPPED.model_copy(update={"version": 9})
    monkeypatch.setattr(script_shelf, "shipped_script", lambda _: later)
    with desk.read() as session:
        assert script_shelf.newest(session, KIND).version == 2


def test_nothing_faulty_unchanged_or_overtaken_is_published(manager: Services) -> None:
    faulty = _other(SHIPPED, "您好，{nobody}")
    with pytest.raises(UserError) as refused:
        _publish(manager, faulty)
    assert refused.value.code == "scripts.fault_unknown_field"
    assert "greet" in sentence(refused.value, Language.EN)
    with pytest.raises(UserError) as same:
        _publish(manager, SHIPPED)
    assert same.value.code == "scripts.unchanged"
    _publish(manager, _other(SHIPPED))
    with pytest.raises(Conflict):
        _publish(manager, _other(SHIPPED, "喂"), seen=1)


def test_a_category_that_is_gone_is_a_fault_with_its_place_in_words(manager: Services) -> None:
    opened = manager.scripts.open(KIND.value)
    at, step = next((n, s) for n, s in enumerate(SHIPPED.steps) if s.key == "part")
    option = step.answers[1].model_copy(update={"category": "nowhere"})
    changed = step.model_copy(update={"answers": (step.answers[0], option, *step.answers[2:])})
    steps = (*SHIPPED.steps[:at], changed, *SHIPPED.steps[at + 1 :])
    script = SHIPPED.model_copy(update={"steps": steps})
    (fault,) = faults_of(script, opened.tree)
    said = named(script, fault, Language.EN)
    assert (said.step, said.part) == ("part", "answer.attitude")
    assert said.said.startswith(f"step {at + 1} 'Which part', answer 2: ")


def test_publishing_asks_for_the_password_and_the_right(make: Make, manager: Services) -> None:
    manager.desk.confirmation.drop()
    with pytest.raises(ConfirmationNeeded):
        manager.scripts.publish(_other(SHIPPED).model_dump_json(), 1)
    caller = make.services(Role.CS_SPECIALIST, name="专员")
    with pytest.raises(PermissionDenied):
        caller.scripts.list()


@pytest.mark.parametrize("kind", [*CallbackKind, *IncomingKind])
def test_every_script_goes_out_and_comes_in_as_it_was(
    manager: Services, tmp_path: Path, kind: CallbackKind | IncomingKind
) -> None:
    script = shipped_script(kind)
    file = manager.scripts.export(script.key, script.version)
    path = tmp_path / file.file_name
    path.write_bytes(file.content)
    assert manager.scripts.read_file(path) == script


def test_incoming_scripts_are_published_as_well(manager: Services, desk: Desk) -> None:
    script = shipped_script(IncomingKind.SUGGESTION)
    assert _publish(manager, _other(script, "您好"), script.version) == script.version + 1
    with desk.read() as session:
        assert script_shelf.newest(session, IncomingKind.SUGGESTION).start.text.zh == "您好"
        row = session.get(ScriptVersion, (script.key, script.version))
        assert row is not None
        assert row.kind == "suggestion"


@pytest.mark.parametrize(
    ("body", "code", "place"),
    [
        (b"", "scripts.file_no_json", ""),
        (b"\xff\xfe\x00", "scripts.file_no_json", ""),
        (b"[" * 400_000, "scripts.file_no_json", ""),
        (b" " * (reading.MOST_BYTES + 1), "scripts.file_large", ""),
        (b"[]", "scripts.file_damaged", "{}"),
        (b'{"key": "after_service"}', "scripts.file_damaged", "version"),
    ],
)
def test_a_file_that_is_no_script_is_refused(body: bytes, code: str, place: str) -> None:
    with pytest.raises(UserError) as refused:
        reading.parse(body)
    assert refused.value.code == code
    assert refused.value.params.get("place", "") == place
    assert sentence(refused.value, Language.ZH_CN)


def test_the_place_of_the_damage_is_named() -> None:
    body = SHIPPED.model_dump_json(exclude_defaults=True)
    for good, bad, place in (
        ('"who"', '"Who is it?"', "steps[1].next"),
        ('"satisfaction":"average"', '"satisfaction":"bored"', "steps["),
        ('"key":"after_service"', '"key":"new_car"', ""),
    ):
        with pytest.raises(UserError) as refused:
            reading.parse(body.replace(good, bad))
        assert str(refused.value.params.get("place", "")).startswith(place)


def test_a_band_without_end_is_refused() -> None:
    body = SHIPPED.model_dump_json(exclude_defaults=True).replace(
        '"key":"self"', '"key":"self","band":[0,1000000000000]'
    )
    with pytest.raises(UserError) as refused:
        reading.parse(body)
    assert refused.value.params["place"] == "steps[1].answers[1].band[2]"


@pytest.mark.parametrize("word", WORST)
def test_hostile_words_are_kept_as_typed_or_a_fault(manager: Services, word: str) -> None:
    body = _other(SHIPPED, "PLACE").model_dump_json().replace('"PLACE"', json.dumps(word))
    manager.desk.confirmation.give()
    try:
        manager.scripts.publish(body, 1)
    except UserError as refused:
        _is_told(refused)
        return
    kept = manager.scripts.open(KIND.value).script.start.text.zh
    assert kept == " ".join(texts.storable(word).split())


def _is_told(refused: UserError) -> None:
    assert all(sentence(refused, language) for language in Language)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_file_damaged_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    body = bytearray(SHIPPED.model_dump_json(exclude_defaults=True).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(body) - 1))
        body[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=6))
    try:
        reading.parse(bytes(body))
    except UserError as refused:
        _is_told(refused)


def test_an_incoming_call_is_led_along_what_was_published(manager: Services, make: Make) -> None:
    kind = IncomingKind.SUGGESTION
    script = shipped_script(kind)
    _publish(manager, _other(script, "您好，请讲"), script.version)
    begun = manager.incoming.begin(make.customer("张伟"))
    assert begun.scripts[kind].start.text.zh == "您好，请讲"
    assert begun.scripts[kind].version == script.version + 1
    assert begun.scripts[IncomingKind.COMPLAINT] == shipped_script(IncomingKind.COMPLAINT)
