"""Calls what was asked for, and answers every expected failure by one sentence on stderr."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable

from frontdesk.cli import backup_commands, commands, export_command
from frontdesk.cli.context import CliContext
from frontdesk.errors import FrontdeskError
from frontdesk.texts import sentence


def run(options: Namespace) -> int:
    """Do what ``options`` ask; the exit status."""
    context = CliContext.of(options)
    act = _COMMANDS[options.command]
    try:
        return act(context, options)
    except FrontdeskError as error:
        print(sentence(error, context.language), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        print(f"{error.strerror or error}: {error.filename or ''}".rstrip(": "), file=sys.stderr)
        return 1


_COMMANDS: dict[str | None, Callable[[CliContext, Namespace], int]] = {
    None: commands.window,
    "tour": commands.tour,
    "sample": commands.sample,
    "import": commands.import_sheet,
    "print": commands.print_form,
    "export": export_command.export,
    "check": commands.check,
    "backup": backup_commands.backup,
    "restore": backup_commands.restore,
}
