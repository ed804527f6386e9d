"""Which turn of a form is under way, so that a draft written late never outlives its save.

A form about one record has a turn, a number kept in memory. The real save ends it inside its own
transaction; a draft that still carries an ended turn is refused. Writers take turns at the store
(``BEGIN IMMEDIATE``), so a draft is either deleted by the save or comes after the turn has ended,
whatever thread wrote it and in whatever order they were queued. A save that is rolled back has
ended the turn all the same: the form asks for the new one and writes again.

Turns are counted over all forms, and of the forms that ended one only those of late are remembered:
every other counts as ended with the last that was forgotten. A form that was open for so long is
refused once, asks anew and writes again; what its save has ended stays ended.
"""

from __future__ import annotations

from threading import Lock
from weakref import WeakKeyDictionary

from frontdesk.store.store import Store

Whose = tuple[str, str, str]
"""Owner, form, subject."""

MOST_REMEMBERED = 1_000


class Turns:
    """The turns of all forms over one store."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._ended: dict[Whose, int] = {}
        """The turn after each form's last, oldest first."""
        self._newest = self._forgotten = 0

    def now(self, whose: Whose) -> int:
        """The turn under way."""
        with self._lock:
            return self._ended.get(whose, self._forgotten)

    def end(self, whose: Whose) -> None:
        """The form is saved or given up; drafts of this turn are refused from now on."""
        with self._lock:
            self._newest += 1
            self._ended.pop(whose, None)
            self._ended[whose] = self._newest
            if len(self._ended) > MOST_REMEMBERED:
                self._forgotten = self._ended.pop(next(iter(self._ended)))


_of_store: WeakKeyDictionary[Store, Turns] = WeakKeyDictionary()
_making = Lock()


def turns_of(store: Store) -> Turns:
    """The turns over ``store``, shared by every desk that is open over it."""
    with _making:
        return _of_store.setdefault(store, Turns())
