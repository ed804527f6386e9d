"""Verifying a store without opening it for work, so that a damaged one can be looked at."""

from __future__ import annotations

from frontdesk.clock import Clock
from frontdesk.services.accounts.guard import try_password
from frontdesk.services.accounts.passwords import tidy_login
from frontdesk.store.check import check
from frontdesk.store.files import DataFolder


def check_store(folder: DataFolder, login: str, password: str, clock: Clock) -> list[str]:
    """What is wrong with the store of ``folder``, technically; empty means sound.

    Raises:
        UserError: name or password is not right.
        EnvironmentFault: there is no store, or it is not this program's.
    """
    return check(folder, try_password(folder, clock, tidy_login(login), password).key)
