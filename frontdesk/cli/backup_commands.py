"""``frontdesk backup`` and ``restore``: a copy out of the data, and data out of a copy."""

from __future__ import annotations

import getpass
import sys
from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from frontdesk.cli.context import CliContext, password_of
from frontdesk.errors import UserError
from frontdesk.texts import backups as said
from frontdesk.texts.text import Text

if TYPE_CHECKING:
    from frontdesk.services.accounts.recovering import Proof


def backup(context: CliContext, options: Namespace) -> int:
    """Make a checked backup in the folder, or under the new name, TARGET; prints its path."""
    with context.signed_in(options) as services:
        path = services.backups.export(options.target, progress=_bar())
    print(said.BACKUP_MADE.in_(context.language).format(path=path))
    return 0


def restore(context: CliContext, options: Namespace) -> int:
    """Put the BACKUP into a data folder that holds none; prints how to go on.

    Raises:
        UserError: the folder holds data, nobody's proof is given, or it is not right.
        EnvironmentFault: the backup is not sound, or the folder cannot be written.
    """
    from frontdesk.services.accounts.recovering import put_back

    root = context.folder.root
    if context.folder.exists():
        raise UserError("restore.occupied", path=str(root))
    proof = _proof(options)
    done = put_back(root, options.backup, proof, context.clock, progress=_bar())
    made = f"{done.made_at.astimezone(context.clock.zone()):%Y-%m-%d %H:%M}"
    tell = _teller(context)
    tell(said.BACKUP_RESTORED, path=root, made=made)
    if proof.code:
        tell(said.SET_A_PASSWORD, path=root)
    return 0


def _proof(options: Namespace) -> Proof:
    from frontdesk.services.accounts.recovering import Proof

    if options.recovery_code is not None:
        return Proof(code=options.recovery_code or _asked_code())
    if not options.login:
        raise UserError("restore.proof_missing")
    return Proof(login=options.login, password=password_of(options.login))


def _asked_code() -> str:
    if not sys.stdin.isatty():
        raise UserError("restore.proof_missing")
    return getpass.getpass("recovery code: ")


def _teller(context: CliContext) -> Callable[..., None]:
    def tell(text: Text, **params: object) -> None:
        print(text.in_(context.language).format(**params))

    return tell


def _bar() -> Callable[[int, int], None] | None:
    if not sys.stderr.isatty():
        return None

    def told(done: int, total: int) -> None:
        share = 100 * done // max(1, total)
        print(f"\r{share:3} %", end="\n" if done >= total else "", file=sys.stderr, flush=True)

    return told
