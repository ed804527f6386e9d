"""Founding a dealership's data and signing in: the password unlocks the store itself."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from frontdesk.clock import Clock
from frontdesk.errors import UserError
from frontdesk.models.enums import Role
from frontdesk.models.rules import Rules
from frontdesk.models.staff import StaffMember
from frontdesk.services.accounts.passwords import check_password, tidy_login
from frontdesk.services.desk import Actor, Desk, Profile
from frontdesk.services.drafts import sweep_drafts
from frontdesk.services.registry import Services
from frontdesk.services.settings import PROFILE_KEY, RULES_KEY, load_setting, store_setting
from frontdesk.store import keys, startup
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
    if not profile.name.strip():
        raise UserError("profile.name_missing", field="dealership")
    if not first.name.strip():
        raise UserError("account.name_missing", field="name")
    check_password(first.password, login)
    folder.root.mkdir(parents=True, exist_ok=True)
    key = keys.new_data_key()
    store = startup.create_store(folder, key)
    recovery = keys.new_recovery_code()
    slots = keys.KeyFile(check=keys.check_value(key))
    slots.add(login, first.password, key)
    slots.add(keys.RECOVERY_SLOT, recovery, key)
    staff = StaffMember(login=login, name=first.name.strip())
    staff.roles = first.roles
    with store.writing() as session:
        session.add(staff)
        store_setting(session, PROFILE_KEY, profile)
        store_setting(session, RULES_KEY, Rules())
    # The key file comes last: without it there is no way in, with it everything is there.
    slots.save(folder)
    return Founded(_services(store, login, clock), recovery)


def sign_in(folder: DataFolder, login: str, password: str, clock: Clock) -> Services:
    """Unlock the store by an account's password; all services of that person.

    Raises:
        UserError: wrong name or password, or the account is closed.
        EnvironmentFault: data missing, damaged, foreign or newer; nothing was written.
    """
    name = tidy_login(login)
    key = keys.KeyFile.load(folder).unlock(name, password)
    store = startup.open_store(folder, key, clock.now())
    try:
        return _services(store, name, clock)
    except UserError:
        store.close()
        raise


def change_person(services: Services, login: str, password: str) -> Services:
    """Another person signs in over the store that is open already."""
    desk = services.desk
    name = tidy_login(login)
    keys.KeyFile.load(desk.store.folder).unlock(name, password)
    return _services(desk.store, name, desk.clock)


def recover(
    folder: DataFolder, recovery_code: str, login: str, new_password: str, clock: Clock
) -> Services:
    """Open with the recovery sheet and give ``login`` a new password.

    Raises:
        UserError: the code is not this store's, the account is unknown, the password too weak.
    """
    name = tidy_login(login)
    slots = keys.KeyFile.load(folder)
    try:
        key = slots.unlock(keys.RECOVERY_SLOT, keys.tidy_recovery_code(recovery_code))
    except UserError as error:
        raise UserError("recovery.refused", field="recovery_code") from error
    check_password(new_password, name)
    store = startup.open_store(folder, key, clock.now())
    services = _services(store, name, clock)
    slots.add(name, new_password, key)
    slots.save(folder)
    with services.desk.write() as work:
        work.audit("account.recover", "staff", services.desk.actor.id)
    return services


def _services(store: Store, login: str, clock: Clock) -> Services:
    with store.reading() as session:
        staff = session.scalars(select(StaffMember).where(StaffMember.login == login)).one_or_none()
        if staff is None or not staff.active:
            raise UserError("sign_in.closed", field="login")
        actor = Actor(id=staff.id, login=staff.login, name=staff.name, roles=staff.roles)
        rules = load_setting(session, RULES_KEY, Rules, Rules())
        profile = load_setting(session, PROFILE_KEY, Profile, Profile(name=""))
    desk = Desk(store, actor, clock, rules, profile)
    with desk.write() as work:
        work.audit("account.sign_in", "staff", actor.id)
        sweep_drafts(work)
    return Services(desk)
