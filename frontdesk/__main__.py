"""``python -m frontdesk`` is the ``frontdesk`` command."""

from __future__ import annotations

import sys

from frontdesk.cli import main

sys.exit(main())
