"""What messages say is written by the CS manager: checked, kept, put back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from frontdesk.errors import InputErrors, PermissionDenied, UserError
from frontdesk.language import Language
from frontdesk.models.enums import CallOutcome, Role
from frontdesk.models.journal import AuditEntry, Setting
from frontdesk.models.rules import Rules
from frontdesk.services.desk import Desk
from frontdesk.services.outbox.dto import MessageFilter
from frontdesk.services.outbox.message_texts import KEY, SHIPPED, tidied
from frontdesk.services.outbox.wording import FIELDS, body, checked
from frontdesk.services.registry import Services
from tests.factories import Make
from tests.services.callbacks.conftest import SATISFIED, advisor, call, said, specialist

__all__ = ["advisor", "call", "specialist"]

THANKS = "谢谢{salutation}！{dealership}\n救援{rescue_phone}"


@pytest.fixture
def manager(make: Make) -> Services:
    return make.services(Role.CS_MANAGER, name="客服经理")


def test_what_comes_with_the_program_passes_its_own_check(manager: Services) -> None:
    assert tidied(SHIPPED) == SHIPPED
    assert manager.outbox.texts() == SHIPPED


def test_thanks_say_what_the_manager_wrote(
    manager: Services, specialist: Services, call: str
) -> None:
    manager.outbox.save_texts(replace(SHIPPED, thanks_zh=THANKS))
    sheet = specialist.callbacks.start(call, specialist.callbacks.open(call).version)
    specialist.callbacks.finish(call, sheet.version, said(sheet, *SATISFIED))
    [message] = specialist.outbox.list(MessageFilter(waiting=False))
    assert message.body == "谢谢张伟！远航汽车服务"


def test_whoever_could_not_be_reached_is_written_to_in_the_managers_words(
    manager: Services, specialist: Services, desk: Desk, call: str
) -> None:
    specialist.desk.rules = replace(Rules(), max_call_attempts=1)
    manager.outbox.save_texts(replace(SHIPPED, unreached_zh="{salutation}，请回电。"))
    sheet = specialist.callbacks.start(call, specialist.callbacks.open(call).version)
    specialist.callbacks.attempt(call, sheet.version, CallOutcome.NO_ANSWER)
    [message] = specialist.outbox.list(MessageFilter(waiting=False))
    assert message.body == "张伟，请回电。"


def test_a_text_put_back_follows_the_program_again(manager: Services, desk: Desk) -> None:
    manager.outbox.save_texts(replace(SHIPPED, thanks_zh=THANKS))
    manager.outbox.save_texts(SHIPPED)
    assert manager.outbox.texts() == SHIPPED
    with desk.read() as session:
        kept = session.get_one(Setting, KEY)
        trail = session.scalars(select(AuditEntry.action).where(AuditEntry.subject_id == KEY))
        assert kept.value == "{}"
        assert list(trail) == ["setting.change"] * 2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "outbox.text_missing"),
        (" \n　", "outbox.text_missing"),
        ("您好{name}", "outbox.text_field"),
        ("您好{}", "outbox.text_field"),
        ("您好{salutation", "outbox.text_brace"),
        ("您好}", "outbox.text_brace"),
        ("{{salutation}}", "outbox.text_brace"),
        ("请拨{rescue_phone}\n\n或{booking_phone}", "outbox.text_all_left_out"),
        ("长" * 301, "value.too_long"),
    ],
)
def test_a_text_that_cannot_be_sent_is_refused_beside_it(
    manager: Services, text: str, code: str
) -> None:
    with pytest.raises(UserError) as told:
        manager.outbox.save_texts(replace(SHIPPED, unreached_en=text))
    assert (told.value.code, told.value.field) == (code, "unreached_en")
    assert manager.outbox.texts() == SHIPPED


def test_several_faults_are_told_at_once(manager: Services) -> None:
    with pytest.raises(InputErrors) as told:
        manager.outbox.save_texts(replace(SHIPPED, thanks_zh="", unreached_zh="{x}"))
    assert [fault.field for fault in told.value.errors] == ["thanks_zh", "unreached_zh"]


def test_only_who_keeps_the_scripts_writes_them(specialist: Services) -> None:
    with pytest.raises(PermissionDenied):
        specialist.outbox.save_texts(SHIPPED)


@given(st.text(max_size=80), st.sets(st.sampled_from(FIELDS)), st.text(min_size=1, max_size=20))
def test_whatever_passes_the_check_can_be_read(text: str, known: set[str], value: str) -> None:
    try:
        kept = checked(text, "thanks_zh")
    except UserError:
        return
    said = body(kept, dict.fromkeys({*known, "dealership"}, value), Language.EN)
    assert said.strip() != ""
