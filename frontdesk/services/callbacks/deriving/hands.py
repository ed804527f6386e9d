"""Who writes what a look has found: all of it in somebody's act, or piece by piece in short ones.

What is found is read without holding anybody up. Short acts let a save at the desk through between
two of them; whom the trail has named meanwhile is left out and looked at once more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol, TypeVar

from sqlalchemy.orm import Session

from frontdesk.services.callbacks.deriving.concerned import named_since, newest_entry
from frontdesk.services.desk import Desk, UnitOfWork

AT_ONCE = 200
"""Calls written in one short act: some tens of milliseconds."""


class Piece(Protocol):
    """One call to make or to change."""

    @property
    def customer_id(self) -> str:
        """Whose call it is."""


T = TypeVar("T", bound=Piece)
Act = Callable[[UnitOfWork, Sequence[T]], int]
"""Writes some pieces, each only where it is still as it was found; returns how many it wrote."""


class Stopped(Exception):
    """It was asked to stop, or too much has happened meanwhile; what is written stays."""


class Hand(Protocol):
    """Reads and writes for a look."""

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session to find things in."""

    def write(self, pieces: Sequence[T], act: Act[T]) -> int:
        """Let ``act`` write all ``pieces``; returns how many it wrote."""


class Within:
    """Everything inside one act that is under way."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """The session of the act."""
        yield self._work.session

    def write(self, pieces: Sequence[T], act: Act[T]) -> int:
        """All of them at once."""
        return act(self._work, pieces) if pieces else 0


class InShortActs:
    """Act by act; ``seen`` is the number of the trail's newest entry known of."""

    def __init__(
        self,
        desk: Desk,
        seen: int,
        progress: Callable[[int, int], None],
        stopped: Callable[[], bool],
    ) -> None:
        self._desk = desk
        self.seen = seen
        self._progress = progress
        self._stopped = stopped
        self._found = self._done = 0
        self._named: set[str] = set()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A moment of the store."""
        with self._desk.read() as session:
            yield session

    def write(self, pieces: Sequence[T], act: Act[T]) -> int:
        """Some of them in each act.

        Raises:
            Stopped: before an act; those before it are kept.
        """
        written = 0
        self._found += len(pieces)
        for at in range(0, len(pieces), AT_ONCE):
            if self._stopped():
                raise Stopped
            some = pieces[at : at + AT_ONCE]
            with self._desk.write() as work:
                self._look_up(work.session)
                left = [piece for piece in some if piece.customer_id not in self._named]
                written += act(work, left) if left else 0
            self._done += len(some)
            self._progress(self._done, self._found)
        return written

    def named_meanwhile(self, session: Session) -> tuple[str, ...]:
        """Customers of whom others have written since it was last asked; now they may be looked at.

        Raises:
            Stopped: of so many that everybody has to be looked at again.
        """
        self._look_up(session)
        named = tuple(sorted(self._named))
        self._named.clear()
        return named

    def _look_up(self, session: Session) -> None:
        newest = newest_entry(session)
        if newest == self.seen:
            return
        named = named_since(session, self.seen)
        if named is None:
            raise Stopped
        self._named |= named.customers | named.called
        self.seen = newest
