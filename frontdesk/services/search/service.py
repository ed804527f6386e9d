"""The one search box: from the keys typed to lines on the screen."""

from __future__ import annotations

from frontdesk.models.values.text import storable
from frontdesk.services.desk import Desk
from frontdesk.services.permissions import Permission, requires
from frontdesk.services.search import query
from frontdesk.services.search.dress import dress
from frontdesk.services.search.numbers import numbered
from frontdesk.services.search.results import HitKind, SearchResult

_NUMBERED = {HitKind.ORDER: Permission.VIEW_VISITS, HitKind.TICKET: Permission.VIEW_COMPLAINTS}


class SearchService:
    """Finds cars, customers, orders and tickets by any part of what names them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.VIEW_CUSTOMERS)
    def find(self, typed: str, limit: int = 20) -> SearchResult:
        """What fits ``typed``: the customers seen last come first, at most ``limit`` of them.

        Blanks separate words that must all fit. Nothing typed is ever an error.
        """
        desk, asked = self.desk, storable(typed[: query.LONGEST])
        words: tuple[str, ...] = ()
        found: list[query.Found] = []
        with desk.read() as session:
            connection = session.connection()
            for words in query.readings_of(asked):
                found = query.search(connection, words, limit + 1)
                if found:
                    break
            see_phones = desk.may(Permission.SEE_PHONES)
            hits = dress(connection, found[:limit], words, see_phones=see_phones)
            kinds = [kind for kind, need in _NUMBERED.items() if desk.may(need)]
            hits += numbered(connection, asked, desk.clock, kinds)
        return SearchResult(typed, tuple(hits), more=len(found) > limit)
