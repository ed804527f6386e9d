"""Two editors of one record: one wins a version, the other is told and finds both."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from threading import Barrier, Thread

import pytest

from frontdesk.errors import Conflict
from frontdesk.models.enums import AskedHow, ComplaintStep, Role, VisitStatus, WorkKind
from frontdesk.services.accounts.dto import AccountInput
from frontdesk.services.customers.inputs import CustomerInput, PhoneInput, VehicleInput
from frontdesk.services.desk import Profile
from frontdesk.services.intake.inputs import ChangeInput, WorkItem
from frontdesk.services.outbox.message_texts import MessageTexts
from frontdesk.services.registry import Services
from tests.factories import Make

RACES = int(os.environ.get("FRONTDESK_RACES", "200"))
"""Over all kinds of records together."""


@dataclass(frozen=True, slots=True)
class Record:
    """One kind of record: how it is read (version and text) and saved over what was read."""

    read: Callable[[Services], tuple[object, str]]
    save: Callable[[Services, object, str], None]
    form: str
    subject: str


def _customer(make: Make) -> Record:
    customer = make.customer("张伟")
    phones = (PhoneInput("13800138000"),)

    def read(who: Services) -> tuple[object, str]:
        file = who.customers.open(customer)
        return file.version, file.remarks

    def save(who: Services, seen: object, text: str) -> None:
        given = CustomerInput(name="张伟", phones=phones, remarks=text)
        who.customers.update(customer, given, int(str(seen)))

    return Record(read, save, "customer", customer)


def _vehicle(make: Make) -> Record:
    customer = make.customer()
    vehicle = make.vehicle(customer)

    def read(who: Services) -> tuple[object, str]:
        (car,) = who.customers.open(customer).cars
        return car.version, car.colour

    def save(who: Services, seen: object, text: str) -> None:
        (car,) = who.customers.open(customer).cars
        given = VehicleInput(plate=car.plate, vin=car.vin, colour=text)
        who.customers.update_vehicle(vehicle, given, int(str(seen)))

    return Record(read, save, "vehicle", vehicle)


def _visit(make: Make) -> Record:
    visit = make.visit(make.vehicle(), status=VisitStatus.IN_WORKSHOP)

    def read(who: Services) -> tuple[object, str]:
        sheet = who.intake.open(visit)
        return sheet.version, sheet.changes[-1].what if sheet.changes else ""

    def save(who: Services, seen: object, text: str) -> None:
        given = ChangeInput(
            what=text, why="因为", asked_whom="车主", asked_how=AskedHow.PHONE, agreed=True
        )
        who.intake.change(visit, int(str(seen)), given)

    return Record(read, save, "visit_change", visit)


def _account(make: Make) -> Record:
    staff = make.staff(Role.CS_SPECIALIST, login="lin", name="林")

    def read(who: Services) -> tuple[object, str]:
        account = next(row for row in who.accounts.list() if row.id == staff.id)
        return account.version, account.name

    def save(who: Services, seen: object, text: str) -> None:
        given = AccountInput("lin", text, frozenset({Role.CS_SPECIALIST}))
        who.accounts.update(staff.id, given, int(str(seen)))

    return Record(read, save, "settings.account", staff.id)


def _profile(make: Make) -> Record:
    def read(who: Services) -> tuple[object, str]:
        profile = who.settings.kept_profile()
        return profile, profile.address

    def save(who: Services, seen: object, text: str) -> None:
        assert isinstance(seen, Profile)
        who.settings.save_profile(replace(seen, address=text), seen)

    return Record(read, save, "settings.profile", "")


def _messages(make: Make) -> Record:
    def read(who: Services) -> tuple[object, str]:
        texts = who.outbox.texts()
        return texts, texts.thanks_en

    def save(who: Services, seen: object, text: str) -> None:
        assert isinstance(seen, MessageTexts)
        who.outbox.save_texts(replace(seen, thanks_en=text), seen)

    return Record(read, save, "settings.messages", "")


def _measures(make: Make) -> Record:
    def read(who: Services) -> tuple[object, str]:
        first = who.desk.today.replace(day=1)
        text = who.statistics.complaints(first, who.desk.today).measures
        return text, text

    def save(who: Services, seen: object, text: str) -> None:
        first = who.desk.today.replace(day=1)
        who.statistics.keep_measures(first, who.desk.today, text, str(seen))

    return Record(read, save, "statistics.measures", "2026-11-01:2026-11-05")


KINDS = (_customer, _vehicle, _visit, _account, _profile, _messages, _measures)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__.strip("_"))
def test_no_version_is_ever_won_by_two(services: Services, make: Make, kind: object) -> None:
    record: Record = kind(make)  # type: ignore[operator]
    other = make.services(Role.GENERAL_MANAGER, Role.ADMINISTRATOR, name="李丽")
    editors = (services, other)
    for number in range(-(-RACES // len(KINDS))):
        seen, before = record.read(services)
        start = Barrier(2)
        lost: list[Services] = []

        def edit(
            who: Services,
            text: str,
            seen: object = seen,
            start: Barrier = start,
            lost: list[Services] = lost,
        ) -> None:
            start.wait()
            try:
                record.save(who, seen, text)
            except Conflict:
                lost.append(who)

        texts = [f"{number} {who.desk.actor.name}" for who in editors]
        threads = [Thread(target=edit, args=pair) for pair in zip(editors, texts, strict=True)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(lost) == 1, "one of them must win, and only one"
        loser = lost[0]
        winner = editors[1 - editors.index(loser)]
        now_seen, now = record.read(loser)
        # Nothing of the winner's is gone, and the loser reads both: theirs, and who it was.
        assert now == texts[editors.index(winner)] != before
        last = loser.drafts.last_change(record.form, record.subject)
        assert last is not None
        assert last.name == winner.desk.actor.name
        if number % 2:
            record.save(loser, now_seen, f"{now} +")  # their own on top of the new version
            assert record.read(loser)[1] == f"{now} +"


def test_a_figure_someone_else_changed_is_not_taken_back(services: Services, make: Make) -> None:
    other = make.services(Role.ADMINISTRATOR)
    seen = {"repeat_repair_days": 90, "repeat_repair_km": 5000}
    other.settings.change_rules({"repeat_repair_days": 60})
    services.settings.change_rules({**seen, "repeat_repair_km": 4000}, seen)
    rules = services.settings.kept_rules()
    assert (rules.repeat_repair_days, rules.repeat_repair_km) == (60, 4000)
    with pytest.raises(Conflict):
        services.settings.change_rules({**seen, "repeat_repair_days": 30}, seen)
    assert services.settings.kept_rules().repeat_repair_days == 60


def test_roles_and_items_alone_move_the_version(services: Services, make: Make) -> None:
    staff = make.staff(Role.CS_SPECIALIST, login="he", name="何")
    services.accounts.update(
        staff.id, AccountInput("he", "何", frozenset({Role.SERVICE_ADVISOR})), 1
    )
    with pytest.raises(Conflict):
        services.accounts.update(
            staff.id, AccountInput("he", "何", frozenset({Role.CS_MANAGER})), 1
        )
    visit = make.visit(make.vehicle(), status=VisitStatus.ARRIVED)
    version = services.intake.open(visit).version
    oil, water = (WorkItem(WorkKind.REPAIR, text, Decimal(100)) for text in ("油", "水"))
    services.intake.save_estimate(visit, version, (oil,))
    services.intake.save_estimate(visit, version + 1, (water,))
    with pytest.raises(Conflict):
        services.intake.save_estimate(visit, version + 1, (oil,))


def test_a_step_is_taken_once(services: Services, make: Make) -> None:
    ticket = make.complaint()
    version = services.complaints.open(ticket).version
    said = {"words": "核实", "valid": True, "department": "service", "severity": "normal"}
    with pytest.raises(Conflict):
        services.complaints.take(ticket, ComplaintStep.JUDGED, said, version - 1)
