"""Who decides what follows from a complaint, and who ends it (domain §1, §4.2, §5)."""

from __future__ import annotations

from datetime import date

from frontdesk.errors import PermissionDenied, UserError
from frontdesk.models.complaint_after import ComplaintAction, ComplaintPenalty
from frontdesk.models.enums import ActionState, Department, Role
from frontdesk.services.complaints.rights import Colleague, Standing, barred
from frontdesk.services.permissions import Permission, granted

_WHOLE_HOUSE = frozenset({Role.CS_MANAGER, Role.GENERAL_MANAGER})
_LEADERS = {Role.SERVICE_MANAGER: Department.SERVICE, Role.SALES_MANAGER: Department.SALES}


def deciding(person: Colleague, standing: Standing) -> UserError | None:
    """Why this person sets no action in the ticket, or ``None``.

    The responsible department's manager, the CS manager and the general manager do. Where the
    complaint touches all of them, the other department's manager stands in.
    """
    if Permission.DECIDE_MEASURES not in granted(person.roles):
        return PermissionDenied("after.not_yours")
    code = barred(person.id, standing)
    if code is not None:
        return PermissionDenied(code)
    if _regular(person, standing) or stands_in(person, standing):
        return None
    if standing.department is None:
        return PermissionDenied("after.no_department")
    return PermissionDenied("complaint.other_department", department=standing.department)


def stands_in(person: Colleague, standing: Standing) -> bool:
    """Whether they decide only because everyone who should is barred."""
    decides = Permission.DECIDE_MEASURES in granted(person.roles)
    if not decides or _regular(person, standing) or not standing.people:
        return False
    return not any(
        _regular(one, standing) and barred(one.id, standing) is None for one in standing.people
    )


def punishing(person: Colleague, standing: Standing, valid: bool | None) -> UserError | None:
    """Why this person sets no penalty in the ticket, or ``None``."""
    refused = deciding(person, standing)
    if refused is None and not valid:
        return UserError("after.not_valid")
    return refused


def is_own(person: Colleague, staff_id: str | None, name: str) -> bool:
    """Whether a penalty is the person's own; a name without an account counts by its letters."""
    return staff_id == person.id or (staff_id is None and name == person.name)


def withdrawing(
    person: Colleague, standing: Standing, penalty: ComplaintPenalty
) -> UserError | None:
    """Why this person cannot take ``penalty`` back, or ``None``."""
    if penalty.withdrawn_at is not None:
        return UserError("after.withdrawn_already")
    if is_own(person, penalty.staff_id, penalty.person):
        return PermissionDenied("after.own_penalty")
    return deciding(person, standing)


def ending(person: Colleague, standing: Standing, action: ComplaintAction) -> UserError | None:
    """Why this person cannot say that ``action`` is done, or ``None``.

    Its owner does, and whoever may set one; whom the complaint is about never, for nobody
    vouches for mending their own fault.
    """
    if action.ended_at is not None:
        return UserError("after.ended_already")
    if person.id == standing.about_id:
        return PermissionDenied("after.about_you")
    if person.id == action.owner_id or deciding(person, standing) is None:
        return None
    return PermissionDenied("after.not_owner")


def giving_up(person: Colleague, standing: Standing, action: ComplaintAction) -> UserError | None:
    """Why this person cannot give ``action`` up, or ``None``: nobody lets themselves off."""
    if action.ended_at is not None:
        return UserError("after.ended_already")
    if person.id == action.owner_id:
        return PermissionDenied("after.own_action")
    return deciding(person, standing)


def changing(person: Colleague, standing: Standing, action: ComplaintAction) -> UserError | None:
    """Why this person cannot give ``action`` another owner or day, or ``None``."""
    if action.ended_at is not None:
        return UserError("after.ended_already")
    return deciding(person, standing)


def may_own(person: Colleague) -> bool:
    """Whether an action can be given to this person: they must be able to see the ticket."""
    return Permission.VIEW_COMPLAINTS in granted(person.roles)


def state_of(ended: object, done: bool | None, due_on: date, today: date) -> ActionState:
    """How an action stands; its last day is still in time."""
    if ended is not None:
        return ActionState.DONE if done else ActionState.GIVEN_UP
    return ActionState.LATE if due_on < today else ActionState.OPEN


def _regular(person: Colleague, standing: Standing) -> bool:
    if not person.roles.isdisjoint(_WHOLE_HOUSE):
        return True
    return any(
        role in person.roles and department is standing.department
        for role, department in _LEADERS.items()
    )
