"""Verifying a store without opening it for work, so that a damaged one can be looked at."""

from __future__ import annotations

from frontdesk.services.accounts.passwords import tidy_login
from frontdesk.store.check import check
from frontdesk.store.files import DataFolder
from frontdesk.store.keys import KeyFile


def check_store(folder: DataFolder, login: str, password: str) -> list[str]:
    """What is wrong with the store of ``folder``, technically; empty means sound.

    Raises:
        UserError: name or password is not right.
        EnvironmentFault: there is no store, or it is not this program's.
    """
    return check(folder, KeyFile.load(folder).unlock(tidy_login(login), password))
