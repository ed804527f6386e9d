"""The one search box: from the keys typed to lines on the screen."""

from __future__ import annotations

from frontdesk.services.desk import Desk
from frontdesk.services.permissions import Permission, requires
from frontdesk.services.search import numbers, query
from frontdesk.services.search.dress import dress
from frontdesk.services.search.results import Hit, SearchResult


class SearchService:
    """Finds cars, customers, orders and tickets by any part of what names them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.VIEW_CUSTOMERS)
    def find(self, typed: str, limit: int = 20) -> SearchResult:
        """What fits ``typed``: the customers seen last come first, at most ``limit`` of them.

        Blanks separate words that must all fit. Nothing typed is ever an error.
        """
        desk = self.desk
        words: tuple[str, ...] = ()
        found: list[query.Found] = []
        numbered: list[Hit] = []
        with desk.read() as session:
            connection = session.connection()
            for words in query.readings_of(typed):
                found = query.search(connection, words, limit + 1)
                if found:
                    break
            see_phones = desk.may(Permission.SEE_PHONES)
            hits = dress(connection, found[:limit], words, see_phones=see_phones)
            if desk.may(Permission.VIEW_VISITS):
                numbered += numbers.orders(connection, typed, desk.clock)
            if desk.may(Permission.VIEW_COMPLAINTS):
                numbered += numbers.tickets(connection, typed, desk.clock)
        return SearchResult(typed, (*hits, *numbered), more=len(found) > limit)
