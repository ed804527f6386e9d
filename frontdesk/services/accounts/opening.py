"""Founding a dealership's data and signing in: the password unlocks the store itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from frontdesk.clock import Clock
from frontdesk.errors import UserError
from frontdesk.models.enums import Role
from frontdesk.models.journal import AuditHead
from frontdesk.models.rules import Rules
from frontdesk.models.staff import StaffMember
from frontdesk.services.accounts.guard import (
    note_refusals,
    renew,
    tell_refusals,
    try_password,
)
from frontdesk.services.accounts.passwords import check_password, staff_name, tidy_login
from frontdesk.services.desk import Actor, Desk, Profile
from frontdesk.services.drafts import sweep_drafts
from frontdesk.services.registry import Services
from frontdesk.services.settings import (
    PROFILE_KEY,
    RULES_KEY,
    load_setting,
    store_setting,
    tidy_profile,
)
from frontdesk.store import keys, startup
from frontdesk.store.attempts import attempts_of
from frontdesk.store.files import DataFolder
from frontdesk.store.store import Store


@dataclass(frozen=True, slots=True)
class FirstManager:
    """The account made at set-up; it makes all the others."""

    login: str
    name: str
    password: str
    roles: frozenset[Role] = frozenset({Role.GENERAL_MANAGER, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Founded:
    """What set-up gives back: the recovery code is shown and printed once, and kept nowhere."""

    services: Services
    recovery_code: str


def found_dealership(
    folder: DataFolder, profile: Profile, first: FirstManager, clock: Clock
) -> Founded:
    """Create the data folder, the store and the first account, and sign that person in.

    Raises:
        UserError: an input is missing or the password too weak (``field`` says which).
        EnvironmentFault: the folder holds data already or cannot be written.
    """
    login = tidy_login(first.login)
    profile, name = tidy_profile(profile), staff_name(first.name)
    phones = (profile.service_phone, profile.booking_phone, profile.rescue_phone)
    check_password(first.password, login, first.name, profile.name, *phones)
    folder.root.mkdir(parents=True, exist_ok=True)
    key = keys.new_data_key()
    store = startup.create_store(folder, key)
    recovery = keys.new_recovery_code()
    slots = keys.KeyFile(check=keys.check_value(key))
    slots.add(login, first.password, key)
    slots.add(keys.RECOVERY_SLOT, recovery, key)
    staff = StaffMember(login=login, name=name)
    staff.roles = first.roles
    with store.writing() as session:
        session.add(staff)
        store_setting(session, PROFILE_KEY, profile)
        store_setting(session, RULES_KEY, Rules())
    # The key file comes last: without it there is no way in, with it everything is there.
    slots.save(folder)
    return Founded(_services(store, login, clock), recovery)


def sign_in(
    folder: DataFolder,
    login: str,
    password: str,
    clock: Clock,
    new_password: str = "",
    told: startup.Told | None = None,
) -> Services:
    """Unlock the store by an account's password; all services of that person.

    ``told`` hears how many of how many steps are done where the store has to be brought up to date.

    A temporary password, as the administrator gives it, opens only together with the
    ``new_password`` that takes its place; for others that is left out.

    Raises:
        UserError: wrong name or password, or the account is closed; ``sign_in.wait`` where it is
            too early for another try, ``sign_in.change_needed`` where a new password has to come
            along; ``field`` says which input.
        EnvironmentFault: data missing, damaged, foreign or newer; nothing was written.
    """
    name = tidy_login(login)
    opened = try_password(folder, clock, name, password)
    _check_change(opened, name, password, new_password)
    store = startup.open_store(folder, opened.key, clock.now(), told)
    try:
        _check_own(store, opened, name, new_password)
        services = _services(store, name, clock)
    except UserError:
        store.close()
        raise
    _settle(services, password, new_password, opened)
    return services


def change_person(
    services: Services, login: str, password: str, new_password: str = ""
) -> Services:
    """Another person signs in over the store that is open already. Raises as ``sign_in`` does."""
    desk = services.desk
    name = tidy_login(login)
    try:
        opened = try_password(desk.store.folder, desk.clock, name, password)
    except UserError:
        tell_refusals(desk)
        raise
    _check_change(opened, name, password, new_password)
    _check_own(desk.store, opened, name, new_password)
    theirs = _services(desk.store, name, desk.clock)
    _settle(theirs, password, new_password, opened)
    return theirs


def recover(
    folder: DataFolder, recovery_code: str, login: str, new_password: str, clock: Clock
) -> Services:
    """Open with the recovery sheet and give ``login`` a new password.

    Raises:
        UserError: the code is not this store's, the account is unknown, the password too weak.
    """
    name = tidy_login(login)
    key = try_password(
        folder,
        clock,
        keys.RECOVERY_SLOT,
        keys.tidy_recovery_code(recovery_code),
        refused="recovery.refused",
        field="recovery_code",
    ).key
    check_password(new_password, name)
    store = startup.open_store(folder, key, clock.now())
    try:
        services = _services(store, name, clock)
    except UserError:
        store.close()
        raise
    with keys.changing(folder) as slots:
        slots.add(name, new_password, key)
    with services.desk.write() as work:
        work.audit("account.recover", "staff", services.desk.actor.id)
    return services


def _check_change(opened: keys.Opened, login: str, password: str, new_password: str) -> None:
    """Whether what opened may stay, or what takes its place is good enough."""
    if not opened.temporary:
        return
    if not new_password:
        raise UserError("sign_in.change_needed", field="new_password")
    if new_password == password:
        raise UserError("password.same", field="new_password")
    check_password(new_password, login, field="new_password")


def _check_own(store: Store, opened: keys.Opened, login: str, new_password: str) -> None:
    """The same against what only the store knows: the person's name, the dealership."""
    if not opened.temporary:
        return
    with store.reading() as session:
        name = session.scalar(select(StaffMember.name).where(StaffMember.login == login))
        profile = load_setting(session, PROFILE_KEY, Profile, Profile(name=""))
    phones = (profile.service_phone, profile.booking_phone, profile.rescue_phone)
    check_password(new_password, login, name or "", profile.name, *phones, field="new_password")


def _settle(services: Services, password: str, new_password: str, opened: keys.Opened) -> None:
    """Put the person's own password in the place of a temporary one, today's cost in an old's."""
    desk = services.desk
    folder, login = desk.store.folder, desk.actor.login
    if not opened.temporary:
        renew(folder, login, password, opened)
        return
    with desk.write() as work:
        work.audit("account.change_password", "staff", desk.actor.id, temporary=True)
        with keys.changing(folder) as slots:
            slots.add(login, new_password, opened.key)


def _services(store: Store, login: str, clock: Clock) -> Services:
    with store.reading() as session:
        staff = session.scalars(select(StaffMember).where(StaffMember.login == login)).one_or_none()
        if staff is None or not staff.active:
            raise UserError("sign_in.closed", field="login")
        actor = Actor(id=staff.id, login=staff.login, name=staff.name, roles=staff.roles)
        rules = load_setting(session, RULES_KEY, Rules, Rules())
        profile = load_setting(session, PROFILE_KEY, Profile, Profile(name=""))
        newest = session.scalar(select(AuditHead.at))
    desk = Desk(store, actor, clock, rules, profile)
    if newest is not None:
        desk.behind = max(newest - desk.now, timedelta(0))
    with desk.write() as work:
        told = note_refusals(work)
        work.audit("account.sign_in", "staff", actor.id)
        sweep_drafts(work)
    if told:
        attempts_of(store.folder, clock.steady()).told(told)
    return Services(desk)
