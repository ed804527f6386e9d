"""The command line: parse, then call. Nothing heavy is imported before it is needed."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from frontdesk.cli.parser import make_parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``frontdesk`` with ``arguments`` (the process's own by default).

    Returns:
        The exit status: 0 done, 1 refused or failed (one sentence on stderr), 2 wrong usage.
    """
    for stream in (sys.stdout, sys.stderr):
        # A console in a code page without Chinese must not turn a sentence into a traceback.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    options = make_parser().parse_args(arguments)
    from frontdesk.cli.run import run

    return run(options)


def start() -> NoReturn:
    """What the ``frontdesk`` command runs: ``main``, then the end of the process."""
    leave(main())


def leave(status: int) -> NoReturn:
    """End the process with ``status``.

    Where Qt was used it ends at once: everything is kept and closed by then, and taking thousands
    of Qt objects apart in an interpreter that is going has ended in a crash, which a person and a
    script would take for a failure of what had gone well.
    """
    if "PySide6.QtWidgets" not in sys.modules:
        sys.exit(status)
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a window without a console has none
            stream.flush()
    os._exit(status)
