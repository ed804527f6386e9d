"""The moment of all measuring: a Thursday morning within the hours for calls."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from frontdesk.clock import FixedClock

_ZONE = ZoneInfo("Asia/Shanghai")
CLOCK = FixedClock(datetime(2026, 11, 5, 10, 30, tzinfo=_ZONE), _ZONE)
