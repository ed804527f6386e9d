"""What every command is given: language, data folder, clock, and how to sign in."""

from __future__ import annotations

import getpass
import locale
import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from frontdesk.clock import Clock, SystemClock
from frontdesk.config import default_data_dir
from frontdesk.errors import UserError
from frontdesk.language import Language
from frontdesk.store.files import DataFolder
from frontdesk.texts import sentence

if TYPE_CHECKING:
    from frontdesk.services.registry import Services

PASSWORD_VARIABLE = "FRONTDESK_PASSWORD"  # noqa: S105 - the name of a variable


@dataclass(frozen=True, slots=True)
class CliContext:
    """The surroundings of one command."""

    language: Language
    language_given: bool
    folder: DataFolder
    clock: Clock

    @classmethod
    def of(cls, options: Namespace) -> CliContext:
        """Read from parsed options; language and folder have defaults."""
        given: Language | None = getattr(options, "lang", None)
        data: Path | None = getattr(options, "data", None)
        return cls(
            language=given or system_language(),
            language_given=given is not None,
            folder=DataFolder(data or default_data_dir()),
            clock=SystemClock(),
        )

    @contextmanager
    def signed_in(self, options: Namespace) -> Iterator[Services]:
        """The services of the account named by ``--as``, closed afterwards.

        Raises:
            UserError: no account named, no password to be had, or sign-in refused.
        """
        from frontdesk.services.accounts.opening import sign_in

        if not options.login:
            raise UserError("cli.account_missing")
        password = password_of(options.login)
        self.wait_for_turn(options.login)
        services = sign_in(self.folder, options.login, password, self.clock)
        # The password was typed for this very command.
        services.desk.confirmation.give()
        try:
            yield services
        finally:
            services.desk.store.close()

    def wait_for_turn(self, login: str) -> None:
        """Sit out what is left to wait after wrong passwords; each command is a new program.

        Raises:
            UserError: ``login`` is no account name.
        """
        from frontdesk.services.accounts.guard import seconds_to_wait

        seconds = seconds_to_wait(self.folder, self.clock, login)
        if seconds:
            said = sentence(UserError("sign_in.wait", seconds=ceil(seconds)), self.language)
            print(said, file=sys.stderr)
            Event().wait(seconds)


def system_language() -> Language:
    """Chinese where the system speaks Chinese, else English."""
    name = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    if not name:
        name = locale.getlocale()[0] or ""
    return Language.ZH_CN if name.lower().startswith(("zh", "chinese")) else Language.EN


def password_of(login: str) -> str:
    """The password from the environment, else from a prompt.

    Raises:
        UserError: neither is to be had.
    """
    given = os.environ.get(PASSWORD_VARIABLE)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise UserError("cli.password_missing", variable=PASSWORD_VARIABLE)
    return getpass.getpass(f"{login}: ")
