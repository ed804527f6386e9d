"""Names of records, given by the client."""

from __future__ import annotations

import secrets
import time
from datetime import datetime
from uuid import UUID


def new_id() -> str:
    """A UUIDv7 as text: made by the client before the first try, so a retry can never double.

    The leading 48 bits are the moment in milliseconds, hence new rows land at the end of an index.
    """
    milliseconds = time.time_ns() // 1_000_000
    bits = (milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | secrets.randbits(76)
    bits = bits & ~(0x3 << 62) | 0x2 << 62
    return str(UUID(int=bits))


def stamp(now: datetime) -> str:
    """``now`` as the first twelve digits of the ids the store makes (``store.functions``)."""
    return f"{int(now.timestamp() * 1000):012x}"
