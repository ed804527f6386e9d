"""The one door for passwords: every try goes through here, waits its turn and is remembered."""

from __future__ import annotations

import logging
from math import ceil

from sqlalchemy import select

from frontdesk.clock import Clock
from frontdesk.errors import EnvironmentFault, UserError
from frontdesk.models.staff import StaffMember
from frontdesk.services.accounts.passwords import tidy_login
from frontdesk.services.desk import Desk, UnitOfWork
from frontdesk.store.attempts import attempts_of
from frontdesk.store.files import DataFolder
from frontdesk.store.keys import KeyFile, Opened, changing

_log = logging.getLogger(__name__)


def try_password(
    folder: DataFolder,
    clock: Clock,
    name: str,
    secret: str,
    *,
    refused: str = "sign_in.refused",
    field: str = "password",
) -> Opened:
    """Open the slot of ``name``, unless it is too early for another try.

    Raises:
        UserError: too early (``sign_in.wait``) or not the password (``refused``), beside ``field``;
            ``wait`` is how many seconds the next try has to wait.
        EnvironmentFault: the key file is missing or damaged.
    """
    attempts = attempts_of(folder, clock.steady())
    left = attempts.wait(name, clock.steady())
    if left:
        raise UserError("sign_in.wait", field=field, seconds=ceil(left), wait=left)
    slots = KeyFile.load(folder)
    try:
        opened = slots.open(name, secret)
    except UserError as error:
        known = name in slots.slots
        wait = attempts.failed(name, clock.now(), clock.steady(), known=known)
        raise UserError(refused, field=field, wait=wait) from error
    attempts.succeeded(name)
    return opened


def seconds_to_wait(folder: DataFolder, clock: Clock, login: str) -> float:
    """How long the next try of ``login`` has to wait; 0: not at all."""
    steady = clock.steady()
    return attempts_of(folder, steady).wait(tidy_login(login), steady)


def try_again(desk: Desk, secret: str, *, refused: str, field: str) -> Opened:
    """The person at ``desk`` types the password once more; a wrong one is in the trail at once.

    Raises:
        UserError: as ``try_password`` does.
    """
    try:
        return try_password(
            desk.store.folder, desk.clock, desk.actor.login, secret, refused=refused, field=field
        )
    except UserError:
        tell_refusals(desk)
        raise


def renew(folder: DataFolder, name: str, secret: str, opened: Opened) -> None:
    """Make a slot anew whose cost is below today's. Where that fails the old one goes on."""
    if not opened.stale:
        return
    try:
        with changing(folder) as slots:
            slots.add(name, secret, opened.key, temporary=opened.temporary)
    except (OSError, EnvironmentFault) as error:
        _log.info("a password's slot could not be renewed: %s", error)


def tell_refusals(desk: Desk) -> None:
    """Enter into the audit trail what was refused since it was last told."""
    attempts = attempts_of(desk.store.folder, desk.clock.steady())
    if attempts.untold():
        with desk.write() as work:
            told = note_refusals(work)
        attempts.told(told)


def note_refusals(work: UnitOfWork) -> tuple[str, ...]:
    """The same within an act; the names, to be given to ``Attempts.told`` after its commit."""
    desk = work.desk
    untold = attempts_of(desk.store.folder, desk.clock.steady()).untold()
    for login, refused in untold.items():
        staff_id = work.session.scalar(select(StaffMember.id).where(StaffMember.login == login))
        work.audit(
            "account.refused",
            "staff",
            staff_id or "",
            login=login,
            count=refused.untold,
            times=refused.times,
        )
    return tuple(untold)
