"""``python -m frontdesk`` is the ``frontdesk`` command."""

from __future__ import annotations

from frontdesk.cli import start

start()
