"""Who has just changed: the class is computed anew in the same transaction."""

from __future__ import annotations

from collections.abc import Sequence

from frontdesk.models.customer import Customer
from frontdesk.services.classes.facts import read_standings
from frontdesk.services.classes.night import last_night
from frontdesk.services.classes.standing import differences, write
from frontdesk.services.classes.visits import of_some
from frontdesk.services.desk import UnitOfWork


def reclass(work: UnitOfWork, *customer_ids: str) -> None:
    """Class, loss and badges of these customers by what the store holds now."""
    session, today, rules = work.session, work.today, work.desk.rules
    session.flush()
    ids: Sequence[str] = customer_ids
    night = last_night(session)
    standings = read_standings(session, ids, of_some(session, ids, today, rules), today, rules)
    if not write(work, differences(standings, today, rules, night.top if night else None)):
        return
    for loaded in session.identity_map.values():
        if isinstance(loaded, Customer) and loaded.id in ids:
            session.expire(loaded)
