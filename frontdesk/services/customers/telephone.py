"""Which of a customer's numbers is rung."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, select

from frontdesk.models.customer import CustomerPhone


def number_to_ring(whose: Any) -> Select[str]:
    """The first number of the customer ``whose`` (an id or a column); a wrong one if all are."""
    return (
        select(CustomerPhone.number)
        .where(CustomerPhone.customer_id == whose)
        .order_by(CustomerPhone.wrong, CustomerPhone.position)
        .limit(1)
    )
