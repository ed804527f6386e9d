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
        _Step.PAUSED: Permission.REGISTER_COMPLAINT,
        _Step.RESUMED: Permission.REGISTER_COMPLAINT,
    }
)
"""What a step asks of the roles; the table of roles is ``frontdesk.services.permissions``."""

_MANAGERS: Mapping[Department | None, Role] = MappingProxyType(
    {Department.SERVICE: Role.SERVICE_MANAGER, Department.SALES: Role.SALES_MANAGER}
)
_TAKERS: Mapping[ComplaintStep, tuple[Role, ...]] = MappingProxyType(
    {
        _Step.REGISTERED: (Role.CS_SPECIALIST,),
        _Step.ACKNOWLEDGED: (Role.CS_SPECIALIST,),
        _Step.JUDGED: (Role.CS_SPECIALIST, Role.CS_MANAGER),
        _Step.OPINION: (Role.CS_MANAGER,),
        _Step.APPROVED: (Role.GENERAL_MANAGER,),
        _Step.SENT_BACK: (Role.GENERAL_MANAGER,),
        _Step.DISPATCHED: (Role.SERVICE_MANAGER, Role.SALES_MANAGER),
        _Step.RETURNED: (),
        _Step.FOLLOWED_UP: (Role.CS_MANAGER,),
        _Step.SIGNED_OFF: (Role.GENERAL_MANAGER,),
        _Step.FILED: (Role.CS_SPECIALIST,),
        _Step.ADDED: (Role.CS_SPECIALIST,),
        _Step.PAUSED: (Role.CS_MANAGER,),
        _Step.RESUMED: (Role.CS_MANAGER,),
    }
)
"""Whose step it is, by the trade's rules; a permission may reach further."""

STAND_INS: Mapping[ComplaintStep, tuple[Role, ...]] = MappingProxyType(
    {
        _Step.JUDGED: (Role.GENERAL_MANAGER, Role.SERVICE_MANAGER, Role.SALES_MANAGER),
        _Step.OPINION: (Role.GENERAL_MANAGER, Role.SERVICE_MANAGER, Role.SALES_MANAGER),
        _Step.APPROVED: (Role.SERVICE_MANAGER, Role.SALES_MANAGER, Role.CS_MANAGER),
        _Step.SENT_BACK: (Role.SERVICE_MANAGER, Role.SALES_MANAGER, Role.CS_MANAGER),
        _Step.DISPATCHED: (Role.GENERAL_MANAGER, Role.CS_MANAGER),
        _Step.FOLLOWED_UP: (Role.GENERAL_MANAGER, Role.SERVICE_MANAGER, Role.SALES_MANAGER),
        _Step.SIGNED_OFF: (Role.SERVICE_MANAGER, Role.SALES_MANAGER, Role.CS_MANAGER),
    }
)
"""Who stands in, first in line first, where everyone whose step it is is barred."""

_MAY_PAUSE = frozenset({Role.CS_MANAGER, Role.GENERAL_MANAGER})


@dataclass(frozen=True, slots=True)
class Colleague:
    """Who works here now, as far as rights go."""

    id: str
    name: str
    roles: frozenset[Role]


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
    paused: bool = False
    people: tuple[Colleague, ...] = ()
    """Active staff: where everyone whose step it is is barred, another has to stand in."""


def holders(standing: Standing) -> tuple[Role, ...]:
    """The roles a ticket waits for; none while it is with its handler, or filed.

    Where all of them are barred from the step, the role that stands in.
    """
    waited = NEXT_STEPS[standing.state]
    substitute = stand_in(waited[0], standing) if waited else None
    if substitute is not None:
        return (substitute.role,)
    return takers(waited[0], standing) if waited else ()


def takers(step: ComplaintStep, standing: Standing) -> tuple[Role, ...]:
    """The roles whose step it is (domain §5.1); none for a step that is the handler's."""
    if step is _Step.DISPATCHED and standing.department is not None:
        return (_MANAGERS[standing.department],)
    return _TAKERS[step]


@dataclass(frozen=True, slots=True)
class StandIn:
    """Who takes a step in place of those whose it is: the role, and the people who hold it."""

    role: Role
    people: tuple[Colleague, ...]


def stand_in(step: ComplaintStep, standing: Standing) -> StandIn | None:
    """Who stands in for ``step``; ``None`` where somebody whose step it is can take it.

    Nobody judges, handles or signs off a complaint about themselves (domain §4.2); where only one
    manager holds the role and is barred, the next in line who is not.
    """
    if step not in IMPARTIAL or step not in STAND_INS or not standing.people:
        return None
    regular = frozenset(takers(step, standing))
    if any(
        not regular.isdisjoint(one.roles) and _free(one, step, standing) for one in standing.people
    ):
        return None
    for role in STAND_INS[step]:
        able = tuple(
            one for one in standing.people if role in one.roles and _free(one, step, standing)
        )
        if able and role not in regular:
            return StandIn(role, able)
    return None


def stands_in_for(actor: Actor, standing: Standing, step: ComplaintStep) -> Role | None:
    """For whom ``actor`` takes ``step``; ``None`` where it is their own or anyone's."""
    regular = takers(step, standing) if step in STAND_INS else ()
    return regular[0] if regular and actor.roles.isdisjoint(regular) else None


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
    substitute = stand_in(step, standing)
    stands_in = substitute is not None and any(one.id == actor.id for one in substitute.people)
    if PERMISSIONS[step] not in granted(actor.roles) and not stands_in:
        role = next(iter(takers(step, standing)), Role.SERVICE_ADVISOR)
        return PermissionDenied("complaint.not_your_role", step=step, role=role)
    return (
        _not_now(standing, step)
        or _not_impartial(actor, standing, step, substitute)
        or (None if stands_in else _somebody_elses(actor, standing, step))
    )


def may_handle(staff_id: str, roles: frozenset[Role], standing: Standing) -> bool:
    """Whether the ticket may be given to this person."""
    return Permission.HANDLE_COMPLAINT in granted(roles) and barred(staff_id, standing) is None


def _not_now(standing: Standing, step: ComplaintStep) -> UserError | None:
    if not allowed(standing.state, step):
        return UserError("complaint.not_now", step=step, state=standing.state)
    if step is _Step.PAUSED and standing.paused:
        return UserError("complaint.paused_already")
    if step is _Step.RESUMED and not standing.paused:
        return UserError("complaint.not_paused")
    return None


def _not_impartial(
    actor: Actor, standing: Standing, step: ComplaintStep, substitute: StandIn | None
) -> UserError | None:
    """Why they are barred, and who has to stand in where nobody is left whose step it is."""
    code = _bar(actor.id, step, standing) if step in IMPARTIAL else None
    if code is None:
        return None
    if substitute is None:
        return PermissionDenied(code)
    names = "、".join(one.name for one in substitute.people)
    said = _WITH_STAND_IN[code]
    return PermissionDenied(said, step=step, role=substitute.role, people=names)


_WITH_STAND_IN = {
    "complaint.about_you": "complaint.about_you_stand_in",
    "complaint.you_served": "complaint.you_served_stand_in",
    "complaint.you_handled": "complaint.you_handled_stand_in",
}


def _somebody_elses(actor: Actor, standing: Standing, step: ComplaintStep) -> UserError | None:
    """Why a step that the person's roles allow belongs to somebody else in this ticket."""
    match step:
        case _Step.DISPATCHED if not _of_department(actor, standing):
            return PermissionDenied("complaint.other_department", department=standing.department)
        case _Step.RETURNED if not (
            actor.id == standing.handler_id or _of_department(actor, standing)
        ):
            return PermissionDenied("complaint.other_handler", handler=standing.handler or "")
        case _Step.PAUSED if not _may_pause(actor, standing):
            return PermissionDenied("complaint.others_pause")
        case _:
            return None


def _free(person: Colleague, step: ComplaintStep, standing: Standing) -> bool:
    """Whether nothing bars this person from ``step``, whatever their role."""
    return _bar(person.id, step, standing) is None


def _may_pause(actor: Actor, standing: Standing) -> bool:
    """Who holds the ticket, and the managers who answer for the clock."""
    if not actor.roles.isdisjoint(_MAY_PAUSE) or actor.id == standing.handler_id:
        return True
    if standing.department is not None and _of_department(actor, standing):
        return True
    return not actor.roles.isdisjoint(holders(standing))


def barred(staff_id: str, standing: Standing) -> str | None:
    """The code of why this person is not impartial in the ticket, or ``None``."""
    if staff_id == standing.about_id:
        return "complaint.about_you"
    return "complaint.you_served" if staff_id in standing.served_by else None


def _bar(staff_id: str, step: ComplaintStep, standing: Standing) -> str | None:
    """The same for one step: whoever handled it does not ask how the handling was."""
    handled = step is _Step.FOLLOWED_UP and staff_id == standing.handler_id
    return barred(staff_id, standing) or ("complaint.you_handled" if handled else None)


def _of_department(actor: Actor, standing: Standing) -> bool:
    """Whether the person leads the responsible department (the general manager leads both)."""
    leader = _MANAGERS.get(standing.department)
    return Role.GENERAL_MANAGER in actor.roles or leader in actor.roles
