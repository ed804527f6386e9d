"""Where deriving looks: at everybody, or at those of whom something has changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from frontdesk.models.rules import Rules
from frontdesk.store.functions import as_list


@dataclass(frozen=True, slots=True)
class Look:
    """Everything (``customers`` is ``None``), or what concerns these customers.

    ``called``: customers of whom only the calls there are need to be weighed; ``calls``: ids of
    single calls to weigh. ``reached``: what time alone had made due by this day was looked at; what
    came since is looked at besides.
    """

    today: date
    rules: Rules
    customers: Sequence[str] | None = None
    called: Sequence[str] = ()
    calls: Sequence[str] = ()
    reached: date | None = None

    @property
    def scoped(self) -> bool:
        """Whether it looks at some customers only."""
        return self.customers is not None

    @property
    def whose(self) -> str:
        """The ids of the customers as JSON, as ``store.functions.handed_in`` takes them."""
        return as_list(self.customers or ())

    @property
    def weighed(self) -> str:
        """The same with those of whom only the calls are weighed."""
        return as_list({*(self.customers or ()), *self.called})

    def back(self, days: int) -> date:
        """The day from which to look at events that are told for ``days`` at most."""
        return self.today - timedelta(days=days)
