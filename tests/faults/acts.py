"""What people save, one plan each: it can be carried out, and again after a fault."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random
from typing import Any

from sqlalchemy import text

from frontdesk.errors import Conflict, UserError
from frontdesk.models.enums import CallOutcome, ComplaintChannel, ComplaintLevel, ComplaintStep
from frontdesk.models.values.ids import new_id
from frontdesk.services.complaints.dto import RegisterComplaint, TicketEntry
from frontdesk.services.complaints.forms import REGISTER_FORM, step_form_key
from frontdesk.services.customers.inputs import CustomerInput, PhoneInput, VehicleInput
from frontdesk.services.customers.service import CUSTOMER_FORM, NOTE_FORM
from frontdesk.services.intake.reception import FORM as INTAKE_FORM
from frontdesk.services.registry import Services
from frontdesk.store import backup
from frontdesk.store.keys import KeyFile
from tests.factories import vin_of
from tests.faults.dealership import Office
from tests.services.exchange.sheets import HEADING, delivery
from tests.services.intake.kit import CHECK, OIL, fresh, given

Key = tuple[str, str]
"""A kind of record and which one; a draft is ``owner|form|subject``."""


@dataclass(frozen=True)
class Plan:
    """One act. ``go`` may be called again after it failed; it is then the same act.

    ``touched`` are the records that are not as before once it is done.
    """

    act: str
    token: str
    touched: tuple[Key, ...]
    go: Callable[[], None]
    secret: str = ""
    """The password in force afterwards."""


Maker = Callable[[Office, Random, str], "Plan | None"]


def plan(office: Office, random: Random, act: str | None = None) -> Plan:
    """The next act, at random unless named; its token is found in all it writes."""
    while True:
        name = act or random.choices(list(ACTS), [weight for _, weight in ACTS.values()])[0]
        made = ACTS[name][0](office, random, f"{random.getrandbits(48):012x}")
        if made is not None:
            return made
        if act is not None:
            raise LookupError(f"nothing to {act} here")


def _customer(office: Office, random: Random, token: str) -> Plan:
    services, customer_id = office.specialist, new_id()
    typed = _customer_input(random, token)

    def go() -> None:
        services.drafts.keep(CUSTOMER_FORM, "", {"remarks": token})
        services.customers.create(typed, customer_id)

    draft = _draft(services, CUSTOMER_FORM, "")
    return Plan("customer", token, (("customer", customer_id), draft), go)


def _edit(office: Office, random: Random, token: str) -> Plan:
    services = office.specialist
    row = _pick(office, random, "SELECT id, version FROM customer ORDER BY id")
    customer_id = row["id"]
    typed = _customer_input(random, token)

    def go() -> None:
        services.drafts.keep(CUSTOMER_FORM, customer_id, {"remarks": token}, row["version"])
        try:
            services.customers.update(customer_id, typed, row["version"])
        except Conflict:
            # Said to have failed, kept nevertheless: the person is shown their own words.
            kept = services.customers.open(customer_id)
            if kept.remarks != token:
                raise
            services.drafts.discard(CUSTOMER_FORM, customer_id)

    draft = _draft(services, CUSTOMER_FORM, customer_id)
    return Plan("edit", token, (("customer", customer_id), draft), go)


def _note(office: Office, random: Random, token: str) -> Plan:
    services, note_id = office.advisor, new_id()
    customer_id = _pick(office, random, "SELECT id FROM customer ORDER BY id")["id"]

    def go() -> None:
        services.drafts.keep(NOTE_FORM, customer_id, {"words": token})
        services.customers.add_note(customer_id, token, note_id)

    draft = _draft(services, NOTE_FORM, customer_id)
    return Plan("note", token, (("note", note_id), draft), go)


def _car(office: Office, random: Random, token: str) -> Plan:
    services, vehicle_id = office.advisor, new_id()
    customer_id = _pick(office, random, "SELECT id FROM customer ORDER BY id")["id"]
    vin = vin_of(random.randrange(500_000, 1_000_000))
    car = VehicleInput(plate=f"粤C{random.randrange(100_000):05d}", vin=vin, remarks=token)

    def go() -> None:
        services.customers.add_vehicle(customer_id, car, vehicle_id)

    return Plan("car", token, (("vehicle", vehicle_id),), go)


def _intake(office: Office, random: Random, token: str) -> Plan:
    services = office.advisor
    vehicle_id = _pick(office, random, "SELECT id FROM vehicle ORDER BY id")["id"]
    count = random.randint(1, 5)
    items = tuple(fresh(random.choice((OIL, CHECK)), part=token) for _ in range(count))
    usual = given(services, vehicle_id, items=items, promised_at=None, read_back=False)
    said = replace(
        usual,
        told=replace(usual.told, words=f"{token}|{count}"),
        agreed=False,
        promised_at=services.desk.now + timedelta(hours=3),
    )

    def go() -> None:
        services.drafts.keep(INTAKE_FORM, vehicle_id, {"words": token})
        services.intake.register(said)

    draft = _draft(services, INTAKE_FORM, vehicle_id)
    return Plan("intake", token, (("visit", said.id), draft), go)


def _ticket(office: Office, random: Random, token: str) -> Plan:
    services = office.specialist
    customer_id = _pick(office, random, "SELECT id FROM customer ORDER BY id")["id"]
    said = RegisterComplaint(
        customer_id=customer_id,
        words=token,
        channel=ComplaintChannel.PHONE,
        category="repair_quality.not_fixed",
        level=ComplaintLevel.COMPLAINT_NORMAL,
    )

    def go() -> None:
        services.drafts.keep(REGISTER_FORM, customer_id, {"words": token})
        services.complaints.register(said)

    draft = _draft(services, REGISTER_FORM, customer_id)
    return Plan("ticket", token, (("ticket", said.id), draft), go)


def _step(office: Office, random: Random, token: str) -> Plan | None:
    row = _pick(office, random, "SELECT id, version, state FROM complaint ORDER BY id", need=False)
    if not row:
        return None
    ticket_id, version = row["id"], row["version"]
    step, services, said = _next_step(office, row["state"], token)
    form = step_form_key(step)

    def go() -> None:
        services.drafts.keep(form, ticket_id, {"words": token}, version)
        try:
            services.complaints.take(ticket_id, step, said, version)
        except (Conflict, UserError):
            # As with an edit: the step was kept although the commit was said to have failed.
            if not any(token in str(entry.parts) for entry in _entries(services, ticket_id)):
                raise
            services.drafts.discard(form, ticket_id)

    draft = _draft(services, form, ticket_id)
    return Plan("step", token, (("ticket", ticket_id), draft), go)


def _next_step(
    office: Office, state: str, token: str
) -> tuple[ComplaintStep, Services, Mapping[str, object]]:
    if state == "to_judge":
        why = {"level": ComplaintLevel.COMPLAINT_URGENT, "safety": False, "valid": False}
        told = {"explained": token, "reaction": token}
        return ComplaintStep.JUDGED, office.specialist, why | told
    if state == "to_opine":
        return ComplaintStep.OPINION, office.cs_manager, {"words": token}
    return ComplaintStep.ADDED, office.specialist, {"words": token}


def _call(office: Office, random: Random, token: str) -> Plan | None:
    services = office.specialist
    row = _pick(
        office,
        random,
        "SELECT id FROM callback WHERE closed_at IS NULL AND kind = 'after_service' "
        "AND (next_try_at IS NULL) ORDER BY id",
        need=False,
    )
    if not row:
        return None
    callback_id = row["id"]

    def go() -> None:
        sheet = services.callbacks.open(callback_id)
        if any(token in str(line) for line in sheet.attempts):
            return
        if sheet.started_at is None:
            sheet = services.callbacks.start(callback_id, sheet.version, "约好的时间")
        services.callbacks.attempt(callback_id, sheet.version, CallOutcome.NO_ANSWER, note=token)

    return Plan("call", token, (("call", callback_id),), go)


def _import(office: Office, random: Random, token: str) -> Plan:
    path = office.sheets / f"{token}.csv"
    count = random.randint(2, 6)
    first = random.randrange(10_000, 90_000)
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = [delivery(first + n, remarks=token, day="2026-11-18") for n in range(count)]
        csv.writer(file).writerows([HEADING, *rows])
    vins = tuple(("vin", vin_of(first + n)) for n in range(count))

    def go() -> None:
        office.manager.exchange.run(path)

    return Plan("import", token, (("batch", path.name), *vins), go)


def _password(office: Office, random: Random, token: str) -> Plan:
    services = office.manager
    login = services.desk.actor.login
    old, new = office.passwords[login], f"Nebel-{token}-Hafen"

    def go() -> None:
        # A device that stays out of order may keep the new one although told otherwise; it opens.
        if not _opens(office, login, new):
            services.accounts.change_password(old, new)
        office.passwords[login] = new

    return Plan("password", token, (), go, secret=new)


def _backup(office: Office, random: Random, token: str) -> Plan:
    # The name is the moment: two of one second would be one.
    moment = office.advisor.desk.now + timedelta(seconds=random.randrange(10_000_000))

    def go() -> None:
        backup.make(office.folder, office.key, moment, token)

    return Plan("backup", token, (("backup", token),), go)


def _draft_only(office: Office, random: Random, token: str) -> Plan:
    services = office.advisor

    def go() -> None:
        services.drafts.keep("half", "typed", {"words": token})

    return Plan("draft", token, (_draft(services, "half", "typed"),), go)


ACTS: dict[str, tuple[Maker, int]] = {
    "customer": (_customer, 4),
    "edit": (_edit, 3),
    "note": (_note, 2),
    "car": (_car, 2),
    "intake": (_intake, 5),
    "ticket": (_ticket, 3),
    "step": (_step, 4),
    "call": (_call, 2),
    "import": (_import, 2),
    "password": (_password, 1),
    "backup": (_backup, 1),
    "draft": (_draft_only, 2),
}
"""Every kind of save, and how often it comes."""


def _customer_input(random: Random, token: str) -> CustomerInput:
    numbers = (f"137{random.randrange(10**8):08d}", f"136{random.randrange(10**8):08d}")
    return CustomerInput(
        name=random.choice("王李张刘陈杨黄赵") + random.choice("伟芳娜敏静磊洋艳"),
        phones=tuple(PhoneInput(number) for number in numbers),
        remarks=token,
    )


def _opens(office: Office, login: str, secret: str) -> bool:
    with suppress(UserError):
        return KeyFile.load(office.folder).unlock(login, secret) is not None
    return False


def _draft(services: Services, form: str, subject: str) -> Key:
    return "draft", f"{services.desk.actor.id}|{form}|{subject}"


def _entries(services: Services, ticket_id: str) -> tuple[TicketEntry, ...]:
    return services.complaints.open(ticket_id).entries


def _pick(office: Office, random: Random, query: str, *, need: bool = True) -> dict[str, Any]:
    with office.advisor.desk.store.reading() as session:
        rows = session.execute(text(query)).mappings().all()
    if not rows:
        if need:
            raise LookupError(query)
        return {}
    return dict(random.choice(rows))
