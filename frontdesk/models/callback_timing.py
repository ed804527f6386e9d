"""Whether a finished call was made in time (domain §4.1, §4.2). Pure, over the desk's days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Agreed:
    """A time agreed with the customer: the day on which, and the day for which."""

    on: date
    until: date


def last_day(due_until: date, agreed: Iterable[Agreed] = ()) -> date:
    """The last day on which a call due until ``due_until`` is in time.

    A time agreed with the customer beats the window, if it was agreed while the call was still in
    time. ``agreed`` comes in the order it was agreed.
    """
    last = due_until
    for each in agreed:
        if each.on <= last:
            last = max(last, each.until)
    return last
