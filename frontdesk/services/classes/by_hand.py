"""What a manager says of a customer against the rules: a class of their own, an opinion leader."""

from __future__ import annotations

from sqlalchemy import insert

from frontdesk.errors import Conflict, InputErrors, NotFound, UserError
from frontdesk.models.customer import Customer
from frontdesk.models.enums import ValueClass
from frontdesk.models.segment import ClassChange
from frontdesk.models.values import text
from frontdesk.models.values.ids import new_id
from frontdesk.services.classes.one import reclass
from frontdesk.services.classes.standing import why_read
from frontdesk.services.desk import Change, UnitOfWork

LONGEST = 200


def set_class(
    work: UnitOfWork,
    customer_id: str,
    value_class: ValueClass | None,
    reason: str,
    seen: ValueClass | None,
) -> None:
    """Put a customer into a class, or back into the computed one (``None``).

    ``seen``: the class of their own that was shown.

    Raises:
        Conflict: another manager has set one since.
        UserError: the reason is missing.
    """
    customer = _file(work, customer_id)
    if customer.own_class is not seen:
        raise Conflict("record.changed_meanwhile")
    faults: list[UserError] = []
    why = ""
    try:
        why = text.line(reason, "reason", limit=LONGEST)
    except UserError as fault:
        faults.append(fault)
    if value_class is not None and not why and not faults:
        faults.append(UserError("class.reason_missing", field="reason"))
    if faults:
        raise faults[0] if len(faults) == 1 else InputErrors(faults)
    before = customer.value_class
    customer.own_class = value_class
    customer.own_class_why = why or None
    customer.own_class_by = None if value_class is None else work.desk.actor.id
    customer.own_class_at = None if value_class is None else work.now
    computed = why_read(customer.value_why)[0]
    customer.value_class = value_class or computed
    work.session.flush()
    if customer.value_class is not before and value_class is not None:
        change = {
            "id": new_id(),
            "customer_id": customer_id,
            "on": work.today,
            "before": before,
            "after": customer.value_class,
            "why": customer.value_why or "",
            "by": work.desk.actor.id,
        }
        work.session.connection().execute(insert(ClassChange), change)
    work.audit(
        "customer.classify",
        "customer",
        customer_id,
        before={"value_class": before},
        after={"value_class": customer.value_class},
        reason=why,
    )
    reclass(work, customer_id)
    work.changed(Change.CUSTOMERS)


def mark_leader(work: UnitOfWork, customer_id: str, leader: bool) -> None:
    """Say whether others listen to this customer, by position or business."""
    customer = _file(work, customer_id)
    if customer.opinion_leader is leader:
        return
    customer.opinion_leader = leader
    work.session.flush()
    work.audit(
        "customer.leader",
        "customer",
        customer_id,
        before={"opinion_leader": not leader},
        after={"opinion_leader": leader},
    )
    reclass(work, customer_id)
    work.changed(Change.CUSTOMERS)


def _file(work: UnitOfWork, customer_id: str) -> Customer:
    customer = work.session.get(Customer, customer_id)
    if customer is None or customer.erased_at is not None:
        raise NotFound("record.not_found")
    return customer
