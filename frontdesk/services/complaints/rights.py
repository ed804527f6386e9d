"""Who takes which step of which ticket: permission, state, impartiality (domain §4.2, §5.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from frontdesk.errors import PermissionDenied, UserError
from frontdesk.models.complaint_steps import IMPARTIAL, NEXT_STEPS, allowed
from frontdesk.models.enums import ComplaintState, ComplaintStep, Department, Role
from frontdesk.services.desk import Actor
from frontdesk.services.permissions import Permission, granted

_Step = ComplaintStep
_State = ComplaintState

PERMISSIONS: Mapping[ComplaintStep, Permission] = MappingProxyType(
    {
        _Step.REGISTERED: Permission.REGISTER_COMPLAINT,
        _Step.ACKNOWLEDGED: Permission.REGISTER_COMPLAINT,
        _Step.JUDGED: Permission.JUDGE_COMPLAINT,
        _Step.OPINION: Permission.WRITE_OPINION,
        _Step.APPROVED: Permission.APPROVE_COMPLAINT,
        _Step.SENT_BACK: Permission.APPROVE_COMPLAINT,
        _Step.DISPATCHED: Permission.DISPATCH_COMPLAINT,
        _Step.RETURNED: Permission.HANDLE_COMPLAINT,
        _Step.FOLLOWED_UP: Permission.FOLLOW_UP_COMPLAINT,
        _Step.SIGNED_OFF: Permission.SIGN_OFF_COMPLAINT,
        _Step.FILED: Permission.FILE_COMPLAINT,
        _Step.ADDED: Permission.REGISTER_COMPLAINT,
    }
)
"""What a step asks of the roles; the table of roles is ``frontdesk.services.permissions``."""

_MANAGERS: Mapping[Department | None, Role] = MappingProxyType(
    {Department.SERVICE: Role.SERVICE_MANAGER, Department.SALES: Role.SALES_MANAGER}
)
_HOLDERS: Mapping[ComplaintState, tuple[Role, ...]] = MappingProxyType(
    {
        _State.TO_JUDGE: (Role.CS_SPECIALIST, Role.CS_MANAGER),
        _State.TO_OPINE: (Role.CS_MANAGER,),
        _State.TO_APPROVE: (Role.GENERAL_MANAGER,),
        _State.TO_DISPATCH: (Role.SERVICE_MANAGER, Role.SALES_MANAGER),
        _State.TO_RETURN: (),
        _State.TO_FOLLOW_UP: (Role.CS_MANAGER,),
        _State.TO_SIGN_OFF: (Role.GENERAL_MANAGER,),
        _State.TO_FILE: (Role.CS_SPECIALIST,),
        _State.FILED: (),
    }
)
_TAKERS: Mapping[ComplaintStep, Role] = MappingProxyType(
    {
        _Step.REGISTERED: Role.CS_SPECIALIST,
        _Step.ACKNOWLEDGED: Role.CS_SPECIALIST,
        _Step.JUDGED: Role.CS_SPECIALIST,
        _Step.OPINION: Role.CS_MANAGER,
        _Step.APPROVED: Role.GENERAL_MANAGER,
        _Step.SENT_BACK: Role.GENERAL_MANAGER,
        _Step.DISPATCHED: Role.SERVICE_MANAGER,
        _Step.RETURNED: Role.SERVICE_ADVISOR,
        _Step.FOLLOWED_UP: Role.CS_MANAGER,
        _Step.SIGNED_OFF: Role.GENERAL_MANAGER,
        _Step.FILED: Role.CS_SPECIALIST,
        _Step.ADDED: Role.CS_SPECIALIST,
    }
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What rights depend on. ``served_by``: who served the customer in what it is about."""

    state: ComplaintState
    department: Department | None = None
    handler_id: str | None = None
    handler: str | None = None
    about_id: str | None = None
    served_by: frozenset[str] = frozenset()
    safety: bool = False


def holders(standing: Standing) -> tuple[Role, ...]:
    """The roles a ticket waits for; none while it is with its handler, or filed."""
    if standing.state is _State.TO_DISPATCH and standing.department is not None:
        return (_MANAGERS[standing.department],)
    return _HOLDERS[standing.state]


def waits_for(actor: Actor, standing: Standing) -> bool:
    """Whether the ticket is on this person's list.

    A safety matter stands on the general manager's list at once, whoever holds it (domain §5.1).
    """
    if standing.state is _State.TO_RETURN and standing.handler_id == actor.id:
        return True
    if standing.safety and Role.GENERAL_MANAGER in actor.roles:
        return standing.state is not _State.FILED
    if actor.roles.isdisjoint(holders(standing)):
        return False
    return any(refusal(actor, standing, step) is None for step in NEXT_STEPS[standing.state])


def refusal(actor: Actor, standing: Standing, step: ComplaintStep) -> UserError | None:
    """Why this person cannot take ``step`` now, or ``None``."""
    needed = PERMISSIONS[step]
    if needed not in granted(actor.roles):
        return PermissionDenied("complaint.not_your_role", step=step, role=_taker(step, standing))
    if not allowed(standing.state, step):
        return UserError("complaint.not_now", step=step, state=standing.state)
    if step in IMPARTIAL:
        code = _partial(actor.id, standing)
        if code is not None:
            return PermissionDenied(code)
    match step:
        case _Step.DISPATCHED if not _of_department(actor, standing):
            return PermissionDenied("complaint.other_department", department=standing.department)
        case _Step.RETURNED if not (
            actor.id == standing.handler_id or _of_department(actor, standing)
        ):
            return PermissionDenied("complaint.other_handler", handler=standing.handler or "")
        case _Step.FOLLOWED_UP if actor.id == standing.handler_id:
            return PermissionDenied("complaint.you_handled")
        case _:
            return None


def may_handle(staff_id: str, roles: frozenset[Role], standing: Standing) -> bool:
    """Whether the ticket may be given to this person."""
    return Permission.HANDLE_COMPLAINT in granted(roles) and _partial(staff_id, standing) is None


def _taker(step: ComplaintStep, standing: Standing) -> Role:
    if step is _Step.DISPATCHED and standing.department is not None:
        return _MANAGERS[standing.department]
    return _TAKERS[step]


def _partial(staff_id: str, standing: Standing) -> str | None:
    if staff_id == standing.about_id:
        return "complaint.about_you"
    return "complaint.you_served" if staff_id in standing.served_by else None


def _of_department(actor: Actor, standing: Standing) -> bool:
    """Whether the person leads the responsible department (the general manager leads both)."""
    leader = _MANAGERS.get(standing.department)
    return Role.GENERAL_MANAGER in actor.roles or leader in actor.roles
