from __future__ import annotations

from datetime import date

import pytest

from frontdesk.errors import Conflict, InputErrors, NotFound, PermissionDenied, UserError
from frontdesk.models.enums import Channel, Consent, FamilyTie, PayMethod, Role
from frontdesk.models.values.lunar import LunarDay
from frontdesk.services.customers.inputs import (
    BackgroundInput,
    CustomerInput,
    FamilyInput,
    PhoneInput,
)
from frontdesk.services.customers.timeline import FLAGGED
from frontdesk.services.registry import Services
from tests.factories import Make


def test_the_daily_fields_hold_district_lunar_birthday_and_the_card(services: Services) -> None:
    given = CustomerInput(
        name="张伟",
        phones=(PhoneInput("13800138000"),),
        birthday=date(1987, 8, 20),
        lunar_birthday=LunarDay(6, 26, leap=True),
        region="深圳 南山",
        address="科苑路 1 号",
        member_number="M-1",
        member_level="金卡",
        member_expires_on=date(2027, 12, 31),
    )
    customer = services.customers.create(given)
    file = services.customers.open(customer)
    assert (file.region, file.region_code) == ("广东省深圳市南山区", "440305")
    assert file.lunar_birthday == LunarDay(6, 26, leap=True)
    assert file.member_expires_on == date(2027, 12, 31)
    services.customers.update(
        customer, CustomerInput(name="张伟", phones=given.phones, region=file.region), file.version
    )
    file = services.customers.open(customer)
    assert (file.region_code, file.lunar_birthday, file.member_expires_on) == ("440305", None, None)


def test_a_place_that_is_none_is_said_beside_its_field(services: Services) -> None:
    with pytest.raises(UserError) as caught:
        services.customers.create(
            CustomerInput(name="张伟", phones=(PhoneInput("13800138000"),), region="火星")
        )
    assert (caught.value.code, caught.value.field) == ("customer.region", "region")


def test_what_is_asked_once_is_kept_with_the_file(services: Services, make: Make) -> None:
    referrer = make.customer("李四", number="K-2025-000009")
    customer = make.customer("张伟")
    given = BackgroundInput(
        ethnicity="汉族",
        education="本科",
        income_band="20–30 万",
        hobbies="钓鱼",
        employer_address="福田区深南大道 1 号",
        services_of_interest="延保",
        usual_payment=PayMethod.CARD,
        preferred_channel=Channel.WECHAT,
        referrer="李四 k-2025-000009",
        opinion_leader=True,
        consents={Channel.SMS: Consent.REFUSED, Channel.EMAIL: Consent.UNKNOWN},
        family=(FamilyInput("王芳", FamilyTie.SPOUSE, date(1990, 5, 1)), FamilyInput("张小明")),
    )
    services.customers.update_background(customer, given, 1)
    file = services.customers.open(customer)
    kept = file.background
    assert file.version == 2
    assert (kept.ethnicity, kept.education, kept.hobbies) == ("汉族", "本科", "钓鱼")
    assert (kept.usual_payment, kept.preferred_channel) == (PayMethod.CARD, Channel.WECHAT)
    assert (kept.referrer, kept.opinion_leader) == ("李四 K-2025-000009", True)
    (sms,) = kept.consents
    assert (sms.channel, sms.state, sms.noted_by) == (Channel.SMS, Consent.REFUSED, "店长")
    assert sms.said_at == services.desk.now
    assert [(each.name, each.tie, each.birthday) for each in kept.family] == [
        ("王芳", FamilyTie.SPOUSE, date(1990, 5, 1)),
        ("张小明", FamilyTie.OTHER, None),
    ]
    assert services.customers.open(referrer).background.referrer == ""


def test_lines_that_stay_keep_their_rows(services: Services, make: Make) -> None:
    customer = make.customer()
    family = (FamilyInput("王芳"), FamilyInput("张小明"), FamilyInput("张爷爷"))
    services.customers.update_background(customer, BackgroundInput(family=family), 1)
    first, second, _ = services.customers.open(customer).background.family
    changed = (FamilyInput("张小明", id=second.id), FamilyInput("王芳芳", id=first.id))
    services.customers.update_background(customer, BackgroundInput(family=changed), 2)
    assert [
        (each.id, each.name) for each in services.customers.open(customer).background.family
    ] == [
        (second.id, "张小明"),
        (first.id, "王芳芳"),
    ]


def test_nothing_changed_is_nothing_noted(services: Services, make: Make) -> None:
    customer = make.customer()
    services.customers.update_background(customer, BackgroundInput(), 1)
    assert services.customers.open(customer).version == 1


def test_faults_stand_beside_their_fields(services: Services, make: Make) -> None:
    customer = make.customer(number="K-2026-000001")
    given = BackgroundInput(
        referrer="K-2026-000001",
        family=(FamilyInput("王芳"), FamilyInput("  ")),
    )
    with pytest.raises(InputErrors) as caught:
        services.customers.update_background(customer, given, 1)
    assert {each.field: each.code for each in caught.value.errors} == {
        "referrer": "customer.referrer_self",
        "family_2_name": "name.missing",
    }
    with pytest.raises(UserError) as unknown:
        services.customers.update_background(customer, BackgroundInput(referrer="K-1999-000001"), 1)
    assert unknown.value.code == "customer.referrer_unknown"


def test_the_second_to_save_is_told(services: Services, make: Make) -> None:
    customer = make.customer()
    services.customers.update_background(customer, BackgroundInput(hobbies="钓鱼"), 1)
    with pytest.raises(Conflict):
        services.customers.update_background(customer, BackgroundInput(hobbies="爬山"), 1)
    with pytest.raises(NotFound):
        services.customers.update_background("gone", BackgroundInput(), 1)


def test_only_who_edits_files_may(make: Make) -> None:
    customer = make.customer()
    with pytest.raises(PermissionDenied):
        make.services(Role.ADMINISTRATOR).customers.update_background(
            customer, BackgroundInput(), 1
        )


def test_a_note_that_begins_with_a_mark_is_seen_at_once(services: Services, make: Make) -> None:
    customer = make.customer()
    important = services.customers.add_note(customer, "！对香水过敏")
    services.customers.add_note(customer, "常在周末来")
    told = {entry.text: entry.what for entry in services.customers.timeline(customer)}
    assert (told["对香水过敏"], told["常在周末来"]) == (FLAGGED, "")
    services.customers.flag_note(important, flagged=False)
    services.customers.flag_note(important, flagged=False)
    told = {entry.text: entry.what for entry in services.customers.timeline(customer)}
    assert told["对香水过敏"] == ""
    services.customers.flag_note(important, flagged=True)
    assert any(entry.what == FLAGGED for entry in services.customers.timeline(customer))
    with pytest.raises(NotFound):
        services.customers.flag_note("gone", flagged=True)
    with pytest.raises(UserError) as empty:
        services.customers.add_note(customer, "!")
    assert empty.value.code == "customer.note_empty"
