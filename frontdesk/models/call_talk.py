"""How long has been talked in a call that is put on hold, put aside and taken up again.

Pure: moments are aware and come from the desk's clock. Only talked time counts as the duration of
an attempt: a customer who looks for the service booklet talks to nobody.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

_NONE = timedelta(0)
LONGEST_SILENCE = timedelta(minutes=5)
"""The window tells twice a minute that the talk goes on. Where nothing was told for longer, nobody
was at it: the program had crashed, the desk was locked, the PC asleep, or its clock was set. Who
starts the program again while the customer is still on the line loses nothing."""


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation so far.

    ``talked`` up to ``told_at``, since when it runs; ``held`` before now, and on hold since
    ``held_at``. It runs, is on hold, or neither: put aside.
    """

    talked: timedelta = _NONE
    told_at: datetime | None = None
    held: timedelta = _NONE
    held_at: datetime | None = None

    @property
    def on_hold(self) -> bool:
        """Whether the customer has been asked to wait."""
        return self.held_at is not None

    def so_far(self, now: datetime) -> timedelta:
        """The time talked."""
        return self.talked + _between(self.told_at, now, most=LONGEST_SILENCE)

    def waited(self, now: datetime) -> timedelta:
        """How long this hold has lasted."""
        return _between(self.held_at, now)

    def held_in_all(self, now: datetime) -> timedelta:
        """How long the customer has waited, this hold included."""
        return self.held + self.waited(now)

    def told(self, now: datetime) -> Talk:
        """It goes on as it was: running, on hold or put aside."""
        if self.told_at is None:
            return self
        return replace(self, talked=self.so_far(now), told_at=now)

    def hold(self, now: datetime) -> Talk:
        """The customer waits from now on; nothing changes where nobody talks."""
        if self.told_at is None:
            return self
        return replace(self, talked=self.so_far(now), told_at=None, held_at=now)

    def go_on(self, now: datetime) -> Talk:
        """The talk begins, or goes on after a hold or after it was put aside."""
        return replace(
            self,
            talked=self.so_far(now),
            told_at=now,
            held=self.held_in_all(now),
            held_at=None,
        )

    def put_aside(self, now: datetime) -> Talk:
        """Neither talked nor waited from now on."""
        return replace(self.go_on(now), told_at=None)


def _between(since: datetime | None, now: datetime, most: timedelta | None = None) -> timedelta:
    """None for a clock set back since, none where it is longer than can be."""
    if since is None or now < since:
        return _NONE
    gone = now - since
    return _NONE if most is not None and gone > most else gone
