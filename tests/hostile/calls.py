"""Each service call that keeps a person's text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from typing import Any

from frontdesk.language import Language
from frontdesk.models.enums import AskedHow, CarSide, DamageKind, Role, WorkKind
from frontdesk.services.accounts.dto import AccountInput
from frontdesk.services.customers.inputs import (
    BackgroundInput,
    CustomerInput,
    DriverInput,
    FamilyInput,
    PhoneInput,
    VehicleInput,
)
from frontdesk.services.desk import Profile
from frontdesk.services.intake.inputs import BookingInput, ChangeInput
from frontdesk.services.intake.views import VisitSheet
from frontdesk.services.intake.walk import Mark, WalkAround
from frontdesk.services.outbox.message_texts import MessageTexts
from frontdesk.services.prices.dto import PriceFilter, PriceInput
from tests.hostile import checking, classing, following, running, talking
from tests.hostile.house import PASSWORD, House
from tests.hostile.sample import KEPT, REFUSED, Form, Sample
from tests.services.complaints.loop import TAKER
from tests.services.intake.kit import OIL, charged, fresh, given, ready_visit


def _customer(house: House) -> CustomerInput:
    number = f"137{next(_numbers):08d}"
    return CustomerInput(
        name="王芳",
        phones=(PhoneInput(number),),
        identity_number="",
        email="a@example.com",
        remarks="喜欢安静",
    )


_numbers = count(1)
_CAR = VehicleInput(model="远航 S7", colour="白", drivers=(DriverInput("李强", "", "白班"),))
_BACKGROUND = BackgroundInput(hobbies="钓鱼", referrer="老同事", family=(FamilyInput("王小明"),))


def _create(house: House) -> Sample:
    customers = house.services.customers

    def read(customer_id: str) -> object:
        return customers.open(customer_id), customers.reveal_identity(customer_id)

    return Sample(customers.create, {"given": _customer(house)}, read)


def _update(house: House) -> Sample:
    customers = house.services.customers
    made = customers.create(_customer(house))
    version = customers.open(made).version
    arguments = {"customer_id": made, "given": _customer(house), "version": version}
    return Sample(customers.update, arguments, lambda _: customers.open(made))


def _background(house: House) -> Sample:
    customers, owner = house.services.customers, house.make.customer()
    arguments = {"customer_id": owner, "given": _BACKGROUND, "version": 1}
    return Sample(customers.update_background, arguments, lambda _: customers.open(owner))


def _quick_create(house: House) -> Sample:
    customers = house.services.customers
    arguments = {"customer": _customer(house), "vehicle": _CAR}

    def read(made: Any) -> object:
        return customers.open(made.customer_id)

    return Sample(customers.quick_create, arguments, read)


def _add_vehicle(house: House) -> Sample:
    customers, owner = house.services.customers, house.make.customer()
    arguments = {"customer_id": owner, "given": _CAR}
    return Sample(customers.add_vehicle, arguments, lambda _: customers.open(owner))


def _update_vehicle(house: House) -> Sample:
    customers, owner = house.services.customers, house.make.customer()
    car = house.make.vehicle(owner)
    arguments = {"vehicle_id": car, "given": _CAR, "version": customers.open(owner).cars[0].version}
    return Sample(customers.update_vehicle, arguments, lambda _: customers.open(owner))


def _note(house: House) -> Sample:
    customers, owner = house.services.customers, house.make.customer()
    arguments = {"customer_id": owner, "words": "常在周末来"}
    return Sample(customers.add_note, arguments, lambda _: customers.timeline(owner))


def _visit(house: House, visit_id: str) -> VisitSheet:
    return house.services.intake.open(visit_id)


def _register_visit(house: House) -> Sample:
    seen = WalkAround((Mark(CarSide.LEFT, 400, 600, DamageKind.SCRATCH, note="门把手下"),))
    arguments = {
        "given": given(house.services, house.make.vehicle(), walk=seen, reading="刹车片磨损")
    }
    return Sample(house.services.intake.register, arguments, lambda made: _visit(house, made))


def _book(house: House) -> Sample:
    booking = BookingInput(house.make.vehicle(), house.desk.now + timedelta(days=1), "保养")
    return Sample(house.services.intake.book, {"given": booking}, lambda made: _visit(house, made))


def _estimate(house: House) -> Sample:
    visit = house.make.visit()
    arguments = {
        "visit_id": visit,
        "version": _visit(house, visit).version,
        "items": (fresh(OIL),),
        "promised_at": house.desk.now + timedelta(hours=3),
    }
    intake = house.services.intake
    return Sample(intake.save_estimate, arguments, lambda _: _visit(house, visit))


def _change(house: House) -> Sample:
    intake = house.services.intake
    visit = intake.register(given(house.services, house.make.vehicle()))
    change = ChangeInput("加做四轮定位", "轮胎偏磨", "李娜", AskedHow.PHONE, True, (fresh(OIL),))
    arguments = {"visit_id": visit, "version": _visit(house, visit).version, "given": change}
    return Sample(intake.change, arguments, lambda _: _visit(house, visit))


def _decline(house: House) -> Sample:
    intake = house.services.intake
    visit = intake.register(given(house.services, house.make.vehicle(), agreed=False))
    arguments = {"visit_id": visit, "version": _visit(house, visit).version, "reason": "太贵"}
    return Sample(intake.decline, arguments, lambda _: _visit(house, visit))


def _hand_over(house: House) -> Sample:
    sheet = ready_visit(house.services, house.make.vehicle())
    arguments = {
        "visit_id": sheet.id,
        "version": sheet.version,
        "given": charged(sheet, replaced_parts="机油滤芯", advice="下次换刹车片"),
    }
    return Sample(house.services.intake.hand_over, arguments, lambda _: _visit(house, sheet.id))


def _add_words(house: House) -> Sample:
    intake = house.services.intake
    visit = intake.register(given(house.services, house.make.vehicle()))
    arguments = {"visit_id": visit, "version": _visit(house, visit).version, "words": "看空调"}
    return Sample(intake.add_words, arguments, lambda _: _visit(house, visit))


_DAYS = {"first": date(2026, 11, 1), "last": date(2026, 11, 30)}


def _measures(house: House) -> Sample:
    statistics = house.services.statistics
    return Sample(
        statistics.keep_measures,
        _DAYS | {"measures": "修后必试车"},
        lambda _: statistics.complaints(_DAYS["first"], _DAYS["last"]),
    )


def _conclusions(name: str) -> Callable[[House], Sample]:
    """The three calls that keep what is concluded of a month's callbacks."""

    def prepare(house: House) -> Sample:
        figures = house.services.call_figures
        days = {"first": date(2026, 10, 1), "last": date(2026, 10, 31)}
        told: dict[str, object] = {"conclusions": "先打电话再交车"}
        if name != "keep_conclusions":
            told["language"] = Language.ZH_CN
        return Sample(
            getattr(figures, name),
            days | told,
            lambda _: figures.summary(days["first"], days["last"]),
        )

    return prepare


def _account(house: House) -> Sample:
    accounts = house.services.accounts
    person = AccountInput(
        login=f"li.{next(_numbers)}", name="李丽", roles=frozenset({Role.CS_SPECIALIST})
    )

    def read(made: str) -> object:
        return [account for account in accounts.list() if account.id == made]

    return Sample(accounts.create, {"typed": person, "password": PASSWORD}, read)


def _account_again(house: House) -> Sample:
    accounts = house.services.accounts
    actor = house.make.staff(Role.CS_SPECIALIST)
    person = AccountInput(login=actor.login, name="李丽", roles=actor.roles)
    [kept] = [account for account in accounts.list() if account.id == actor.id]
    arguments = {"account_id": actor.id, "typed": person, "version": kept.version}

    def read(_: object) -> object:
        return [account for account in accounts.list() if account.id == actor.id]

    return Sample(accounts.update, arguments, read)


def _profile(house: House) -> Sample:
    settings = house.services.settings
    profile = Profile("远航汽车", "深圳市", "0755-88886666", "0755-88886667", "0755-88886668")
    return Sample(settings.save_profile, {"profile": profile}, lambda _: settings.profile())


def _price(house: House) -> Sample:
    prices = house.services.prices
    code = f"A{next(_numbers)}"
    line = PriceInput(
        code, WorkKind.REPAIR, "换机油", part_number="5W", part="机油", car_model="X5"
    )
    return Sample(prices.save, {"given": line}, lambda _: prices.page(PriceFilter(retired=True)))


def _message_texts(house: House) -> Sample:
    outbox = house.services.outbox
    texts = {"texts": MessageTexts("您好，{salutation}", "Hello", "未能联系上您", "We rang")}
    return Sample(outbox.save_texts, texts, lambda _: outbox.texts())


def _terms(house: House) -> Sample:
    terms = house.services.terms
    given = {"zh": "请带走贵重物品", "en": "Please take valuables with you"}
    return Sample(terms.keep, given, lambda _: terms.terms())


def _draft(house: House) -> Sample:
    drafts = house.services.drafts
    arguments = {
        "form": "customer",
        "subject_id": "",
        "values": {"name": "王", "words": "半句话"},
    }
    return Sample(drafts.keep, arguments, lambda _: drafts.offered("customer"))


_ALL_KEPT = frozenset({KEPT})
FORMS = (
    Form("customers.create", _create, {"number": "shown", "identity_number": ""}),
    Form("customers.update", _update, {"number": "shown", "identity_number": "identity_masked"}),
    Form("customers.update_background", _background),
    Form("customers.quick_create", _quick_create, {"number": "shown"}),
    Form("customers.add_vehicle", _add_vehicle),
    Form("customers.update_vehicle", _update_vehicle),
    Form("customers.add_note", _note, {"words": "text"}),
    Form("intake.register", _register_visit),
    Form("intake.book", _book),
    Form("intake.save_estimate", _estimate),
    Form("intake.change", _change),
    Form("intake.decline", _decline, {"reason": "declined_reason"}),
    Form("intake.hand_over", _hand_over),
    Form("intake.add_words", _add_words),
    Form("prices.save", _price, unread=frozenset({"code"})),
    Form("callbacks.start", talking.start_call),
    Form("callbacks.keep", talking.keep_call, unread=frozenset({"text"})),
    Form("callbacks.attempt", talking.attempt),
    Form("callbacks.finish", talking.finish, unread=frozenset({"text"})),
    Form("callbacks.register_complaint", talking.from_call, unread=frozenset({"concerns"})),
    Form("sharing.note_absence", talking.note_absence),
    Form("call_lists.make", talking.make_list, unread=frozenset({"model", "area", "segment"})),
    Form("classes.set_class", classing.set_class, {"reason": "own_why"}),
    Form("classes.keep_measures", classing.keep_measures),
    Form("segments.make", classing.make),
    Form("segments.change", classing.change),
    Form(
        "customers.correct_phone",
        checking.correct_phone,
        {"number": "shown"},
        ends=frozenset({REFUSED}),
    ),
    Form("routine.check", checking.check_sheet),
    Form("routine.sign", checking.sign_sheet),
    Form("spot_checks.judge", checking.judge, {"note": "verdict_note"}),
    Form("complaints.register", talking.register_complaint),
    *(Form(f"complaints.take:{step}", talking.take(step)) for step in TAKER),
    Form("complaints.acknowledge", talking.acknowledge),
    Form("complaints.add_words", talking.add_words),
    Form("statistics.keep_measures", _measures),
    Form("call_figures.keep_conclusions", _conclusions("keep_conclusions")),
    Form("call_figures.print_summary", _conclusions("print_summary"), unread=frozenset({"seen"})),
    Form(
        "call_figures.prepare_summary", _conclusions("prepare_summary"), unread=frozenset({"seen"})
    ),
    Form("accounts.create", _account, unread=frozenset({"password"})),
    Form("accounts.update", _account_again, unread=frozenset({"login"})),
    Form("settings.save_profile", _profile),
    Form("outbox.save_texts", _message_texts),
    Form("terms.keep", _terms),
    Form("drafts.keep", _draft),
    Form("after.add_action", following.add_action, unread=frozenset({"offered"})),
    Form("after.end_action", following.end_action),
    Form("after.change_action", following.change_action, {"why": "reason"}),
    Form("after.set_penalty", following.set_penalty),
    Form("after.withdraw_penalty", following.withdraw_penalty, {"why": "withdrawn_why"}),
    Form("incoming.begin_new", following.begin_new, {"name": "customer"}),
    # Of a call only the note made of it is kept, all answers in one.
    Form("incoming.keep_note", following.keep_note, {"phone": "shown"}, frozenset({"text"})),
    Form(
        "incoming.register",
        following.register_call,
        {"name": "customer", "phone": "shown"},
        frozenset({"text"}),
    ),
    Form("evidence.add", following.add_evidence, unread=frozenset({"subject"})),
    Form("evidence.withdraw", following.withdraw_evidence),
    Form("categories.add", running.add_category, unread=frozenset({"group", "key"})),
    Form("categories.rename", running.rename_category, unread=frozenset({"key"})),
    Form("backups.choose_second_place", running.second_place),
    # What is only asked for is read back nowhere but in the trail.
    Form("audit.page", running.trail_page, {}, frozenset({"subject", "text"}), _ALL_KEPT),
    Form("audit.export", running.trail_export, {}, frozenset({"subject", "text"}), _ALL_KEPT),
    Form("data.note_export", running.note_export, {}, frozenset({"file_name"}), _ALL_KEPT),
    Form("exchange.preview", running.preview_sheet, {}, frozenset({"sheet"}), _ALL_KEPT),
    Form("exchange.run", running.run_sheet, {}, frozenset({"sheet"}), _ALL_KEPT),
    Form("statistics.prepare", running.prepare_report, unread=frozenset({"seen"})),
    Form("statistics.print_complaints", running.print_figures, unread=frozenset({"seen"})),
)
