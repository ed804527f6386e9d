"""Where deriving looks: since when, and at whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from frontdesk.models.rules import Rules


@dataclass(frozen=True, slots=True)
class Look:
    """Events since ``since``; of one customer, or of all (``None``)."""

    today: date
    since: date
    rules: Rules
    customer_id: str | None = None

    @property
    def scoped(self) -> bool:
        """Whether it looks at one customer only."""
        return self.customer_id is not None

    def back(self, days: int) -> date:
        """The day from which to look at events that are told for ``days`` at most."""
        return max(self.since, self.today - timedelta(days=days))
