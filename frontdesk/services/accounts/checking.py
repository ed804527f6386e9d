"""Verifying a store without opening it for work, so that a damaged one can be looked at."""

from __future__ import annotations

from frontdesk.clock import Clock
from frontdesk.services.accounts.guard import try_password
from frontdesk.services.accounts.passwords import tidy_login
from frontdesk.store.check import check
from frontdesk.store.files import DataFolder
from frontdesk.store.glance import glance_at_file


def check_store(folder: DataFolder, login: str, password: str, clock: Clock) -> list[str]:
    """What is wrong with the store of ``folder``, technically; empty means sound.

    Raises:
        UserError: name or password is not right.
        EnvironmentFault: there is no store, or it is not this program's.
    """
    # What no password mends is told first: a folder without a dealership has no key file either.
    # One that is being restored is finished by whoever reads the key file.
    seen = None if folder.restoring.exists() else glance_at_file(folder)
    if seen is not None:
        raise seen
    return check(folder, try_password(folder, clock, tidy_login(login), password).key)
