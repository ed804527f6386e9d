"""Who writes what a look has found: all of it in somebody's act, or piece by piece in short ones.

What is found is read without holding anybody up. Short acts let a save at the desk through between
two of them; whom the trail has named meanwhile is left out and looked at once more.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy.orm import Session

from frontdesk.services.callbacks.deriving.concerned import named_since, newest_entry
from frontdesk.services.desk import Desk, UnitOfWork

AT_ONCE = 400
"""Calls written in the first act; then as many as take ``_LONGEST``."""
_LEAST, _MOST = 100, 4_000
_LONGEST = 0.08
"""Seconds an act may hold the store against others who write."""


class Piece(Protocol):
    """One call to make or to change."""

    @property
    def customer_id(self) -> str:
        """Whose call it is."""


T = TypeVar("T", bound=Piece)


@dataclass(frozen=True, slots=True)
class Lot(Generic[T]):
    """Pieces of one sort; ``act`` writes some, each only where it is still as it was found."""

    pieces: Sequence[T]
    act: Callable[[UnitOfWork, Sequence[T]], None]

    def part(self, first: int, last: int) -> Lot[T]:
        """Those from one place to another."""
        return Lot(self.pieces[max(first, 0) : max(last, 0)], self.act)

    def write(self, work: UnitOfWork, left_out: Container[str] = ()) -> None:
        """Write them, without those of the customers left out."""
        left = [piece for piece in self.pieces if piece.customer_id not in left_out]
        if left:
            self.act(work, left)


Lots = Sequence[Lot[Any]]


class Stopped(Exception):
    """It was asked to stop, or too much has happened meanwhile; what is written stays."""


class Hand(Protocol):
    """Reads and writes for a look."""

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session to find things in."""

    def write(self, lots: Lots) -> tuple[str, ...]:
        """Write all of them; returns the customers to look at once more."""


class Within:
    """Everything inside one act that is under way."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """The session of the act."""
        yield self._work.session

    def write(self, lots: Lots) -> tuple[str, ...]:
        """All of them at once: nobody else writes meanwhile."""
        for lot in lots:
            lot.write(self._work)
        return ()


class InShortActs:
    """Act by act. ``seen`` is the number of the trail's newest entry known of.

    ``ending`` is called in the last act with that number, once nobody is to be looked at again.
    """

    def __init__(
        self,
        desk: Desk,
        seen: int,
        ending: Callable[[UnitOfWork, int], None],
        progress: Callable[[int, int], None],
        stopped: Callable[[], bool],
    ) -> None:
        self._desk = desk
        self._seen = seen
        self._ending = ending
        self._progress = progress
        self._stopped = stopped
        self._found = self._done = 0
        self._many = AT_ONCE
        self._named: set[str] = set()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A moment of the store."""
        with self._desk.read() as session:
            yield session

    def write(self, lots: Lots) -> tuple[str, ...]:
        """Some of them in each act; returns of whom others have written meanwhile.

        Raises:
            Stopped: before an act; those before it are kept.
        """
        left = sum(len(lot.pieces) for lot in lots)
        self._found += left
        if not left:
            self._act((), 0, last=True)
        while left:
            if self._stopped():
                raise Stopped
            many = min(left, self._many)
            left -= many
            lots = self._act(lots, many, last=not left)
            self._done += many
            self._progress(self._done, self._found)
        named = tuple(sorted(self._named))
        self._named.clear()
        return named

    def _act(self, lots: Lots, many: int, *, last: bool) -> Lots:
        """Write the first ``many`` pieces; returns the rest."""
        clock = self._desk.clock
        with self._desk.write() as work:
            begun = clock.steady()
            self._look_up(work.session)
            rest: list[Lot[Any]] = []
            room = many
            for lot in lots:
                lot.part(0, room).write(work, self._named)
                rest.append(lot.part(room, len(lot.pieces)))
                room = max(room - len(lot.pieces), 0)
            sealed = work.seal()
            if sealed is not None:
                self._seen = sealed.sequence
            if last and not self._named:
                self._ending(work, self._seen)
        self._pace(many, clock.steady() - begun)
        return rest

    def _pace(self, many: int, took: float) -> None:
        """How many the next act is to write, by what this one took."""
        if took > 0 and many == self._many:
            fit = int(many * _LONGEST / took)
            self._many = min(max(fit, many // 2, _LEAST), many * 2, _MOST)

    def _look_up(self, session: Session) -> None:
        newest = newest_entry(session)
        if newest == self._seen:
            return
        named = named_since(session, self._seen)
        if named is None:
            raise Stopped
        self._named |= named.customers | named.called
        self._seen = newest
