"""The command line: parse, then call. Nothing heavy is imported before it is needed."""

from __future__ import annotations

import sys
from collections.abc import Sequence

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
