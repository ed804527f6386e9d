"""The program's log: a few small files beside the data, for whoever looks after the program."""

from __future__ import annotations

import logging
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path

_BYTES_A_FILE = 1_000_000
_FILES = 5

_log = logging.getLogger(__name__)


def write_to(folder: Path) -> RotatingFileHandler:
    """Log to ``folder/frontdesk.log`` from now on; close the handler to stop."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / "frontdesk.log",
        maxBytes=_BYTES_A_FILE,
        backupCount=_FILES - 1,
        encoding="utf-8",
        delay=True,
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(min(root.level or logging.INFO, logging.INFO))
    return handler


def note_thread_faults() -> None:
    """A thread that dies of an error leaves it in the log, not on a console nobody sees."""

    def noted(args: threading.ExceptHookArgs) -> None:
        name = args.thread.name if args.thread else "?"
        _log.error("thread %s failed", name, exc_info=args.exc_value)
        if sys.stderr is not None:
            sys.__excepthook__(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)

    threading.excepthook = noted
