"""What the reception is told of a customer's class the moment the car is found (domain §3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import BindParameter, bindparam, select
from sqlalchemy.orm import Session

from frontdesk.errors import UserError
from frontdesk.language import Language
from frontdesk.models.class_rules import read_badges
from frontdesk.models.customer import Customer
from frontdesk.services.classes import measures
from frontdesk.services.desk import Desk
from frontdesk.services.intake.views import Notice, Weight
from frontdesk.texts import term

_THIS: BindParameter[Any] = bindparam("customer")
_WHO = select(Customer.value_class, Customer.badges).where(Customer.id == _THIS)


def notices(_desk: Desk, session: Session, customer_id: str) -> Iterator[Notice]:
    """The class with what is done for it, and what the customer is valued for.

    That a lost customer is back is told by the start of the intake itself.
    """
    row = session.connection().execute(_WHO, {"customer": customer_id}).one_or_none()
    if row is None:
        return
    if row.value_class is not None:
        done = measures.load(session)
        said = UserError(
            "class.at_desk",
            value_class=row.value_class,
            measures_zh=measures.of_class(done, row.value_class, Language.ZH_CN),
            measures_en=measures.of_class(done, row.value_class, Language.EN),
        )
        yield Notice(Weight.KNOW, said)
    held = read_badges(row.badges)
    if held:
        said = UserError(
            "class.badges_at_desk",
            badges_zh="、".join(term(each, Language.ZH_CN) for each in held),
            badges_en=", ".join(term(each, Language.EN) for each in held),
        )
        yield Notice(Weight.KNOW, said)
