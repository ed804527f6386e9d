"""Who may do what (domain §1): one table, checked at the door of every service call."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import Any, Protocol, TypeVar, cast

from frontdesk.errors import PermissionDenied
from frontdesk.models.enums import Role
from frontdesk.services.confirmed import Act, confirmed

__all__ = ["GRANTS", "Act", "Permission", "confirmed", "granted", "refuse", "requires"]


class Permission(StrEnum):
    """One kind of act. What belongs to a single complaint step is refined by the step table."""

    SIGNED_IN = "signed_in"
    VIEW_CUSTOMERS = "view_customers"
    EDIT_CUSTOMERS = "edit_customers"
    SEE_PHONES = "see_phones"
    REVEAL_IDENTITY = "reveal_identity"
    IMPORT_DELIVERIES = "import_deliveries"
    MERGE_CUSTOMERS = "merge_customers"
    CLASSIFY_CUSTOMERS = "classify_customers"
    """Set a value class by hand, mark an opinion leader, keep segments."""
    EXPORT_CUSTOMERS = "export_customers"
    ERASE_CUSTOMERS = "erase_customers"
    MANAGE_PRICES = "manage_prices"
    VIEW_VISITS = "view_visits"
    DO_INTAKE = "do_intake"
    VIEW_CALLS = "view_calls"
    MAKE_CALLS = "make_calls"
    ASSIGN_CALLS = "assign_calls"
    LIST_CALLS = "list_calls"
    """Make lists of customers to call: the lost of a month, a festival."""
    SIGN_ROUTINE = "sign_routine"
    SPOT_CHECK_CALLS = "spot_check_calls"
    MANAGE_SCRIPTS = "manage_scripts"
    PREPARE_CALL_REPORTS = "prepare_call_reports"
    APPROVE_CALL_REPORTS = "approve_call_reports"
    VIEW_COMPLAINTS = "view_complaints"
    REGISTER_COMPLAINT = "register_complaint"
    JUDGE_COMPLAINT = "judge_complaint"
    WRITE_OPINION = "write_opinion"
    APPROVE_COMPLAINT = "approve_complaint"
    DISPATCH_COMPLAINT = "dispatch_complaint"
    HANDLE_COMPLAINT = "handle_complaint"
    FOLLOW_UP_COMPLAINT = "follow_up_complaint"
    SIGN_OFF_COMPLAINT = "sign_off_complaint"
    FILE_COMPLAINT = "file_complaint"
    DECIDE_MEASURES = "decide_measures"
    MANAGE_CATEGORIES = "manage_categories"
    VIEW_STATISTICS = "view_statistics"
    VIEW_AUDIT = "view_audit"
    MANAGE_STAFF = "manage_staff"
    MANAGE_SETTINGS = "manage_settings"
    MANAGE_CALL_RULES = "manage_call_rules"
    """The rules of calls and of their scores, of all figures only these."""
    MANAGE_BACKUPS = "manage_backups"


_P = Permission
_EVERYONE = frozenset({_P.SIGNED_IN})
_FRONT = _EVERYONE | {
    _P.VIEW_CUSTOMERS,
    _P.VIEW_VISITS,
    _P.VIEW_CALLS,
    _P.VIEW_COMPLAINTS,
    _P.REGISTER_COMPLAINT,
}
_CONTACT = frozenset({_P.EDIT_CUSTOMERS, _P.SEE_PHONES})

GRANTS: dict[Role, frozenset[Permission]] = {
    Role.SERVICE_ADVISOR: _FRONT
    | _CONTACT
    | {_P.DO_INTAKE, _P.MAKE_CALLS, _P.HANDLE_COMPLAINT, _P.REVEAL_IDENTITY},
    Role.SALES_CONSULTANT: _FRONT | {_P.SEE_PHONES, _P.MAKE_CALLS, _P.HANDLE_COMPLAINT},
    Role.CS_SPECIALIST: _FRONT
    | _CONTACT
    | {
        _P.IMPORT_DELIVERIES,
        _P.MERGE_CUSTOMERS,
        _P.MAKE_CALLS,
        _P.JUDGE_COMPLAINT,
        _P.FILE_COMPLAINT,
        _P.REVEAL_IDENTITY,
    },
    Role.CS_MANAGER: _FRONT
    | _CONTACT
    | {
        _P.IMPORT_DELIVERIES,
        _P.MERGE_CUSTOMERS,
        _P.CLASSIFY_CUSTOMERS,
        _P.EXPORT_CUSTOMERS,
        _P.ERASE_CUSTOMERS,
        _P.MAKE_CALLS,
        _P.ASSIGN_CALLS,
        _P.LIST_CALLS,
        _P.SPOT_CHECK_CALLS,
        _P.MANAGE_SCRIPTS,
        _P.MANAGE_CALL_RULES,
        _P.PREPARE_CALL_REPORTS,
        _P.JUDGE_COMPLAINT,
        _P.WRITE_OPINION,
        _P.FOLLOW_UP_COMPLAINT,
        _P.FILE_COMPLAINT,
        _P.DECIDE_MEASURES,
        _P.MANAGE_CATEGORIES,
        _P.VIEW_STATISTICS,
        _P.VIEW_AUDIT,
        _P.REVEAL_IDENTITY,
    },
    Role.SERVICE_MANAGER: _FRONT
    | _CONTACT
    | {
        _P.DO_INTAKE,
        _P.MANAGE_PRICES,
        _P.CLASSIFY_CUSTOMERS,
        _P.EXPORT_CUSTOMERS,
        _P.MAKE_CALLS,
        _P.LIST_CALLS,
        _P.DISPATCH_COMPLAINT,
        _P.HANDLE_COMPLAINT,
        _P.DECIDE_MEASURES,
        _P.VIEW_STATISTICS,
    },
    Role.SALES_MANAGER: _FRONT
    | {
        _P.SEE_PHONES,
        _P.CLASSIFY_CUSTOMERS,
        _P.EXPORT_CUSTOMERS,
        _P.MAKE_CALLS,
        _P.SIGN_ROUTINE,
        _P.DISPATCH_COMPLAINT,
        _P.HANDLE_COMPLAINT,
        _P.DECIDE_MEASURES,
        _P.VIEW_STATISTICS,
    },
    Role.GENERAL_MANAGER: frozenset(_P)
    - {_P.MANAGE_STAFF, _P.MANAGE_SETTINGS, _P.MANAGE_CALL_RULES},
    Role.ADMINISTRATOR: _EVERYONE
    # A setting, yet it is the CS manager who owns the figures made along it (§1, §5.2).
    | {
        _P.MANAGE_STAFF,
        _P.MANAGE_SETTINGS,
        _P.MANAGE_CALL_RULES,
        _P.MANAGE_CATEGORIES,
        _P.MANAGE_BACKUPS,
    },
}


def granted(roles: frozenset[Role]) -> frozenset[Permission]:
    """Everything that one person's roles allow together."""
    return frozenset().union(*(GRANTS[role] for role in roles))


class _HasDesk(Protocol):
    @property
    def desk(self) -> Any: ...


_Method = TypeVar("_Method", bound=Callable[..., Any])


def requires(*any_of: Permission) -> Callable[[_Method], _Method]:
    """Let a service call through only for people who hold one of ``any_of``.

    Raises (at the call):
        PermissionDenied: the signed-in person's roles do not allow it.
    """

    def wrap(method: _Method) -> _Method:
        @wraps(method)
        def checked(self: _HasDesk, *args: Any, **kwargs: Any) -> Any:
            self.desk.check(*any_of)
            return method(self, *args, **kwargs)

        checked.__permissions__ = any_of  # type: ignore[attr-defined]
        return cast(_Method, checked)

    return wrap


def refuse(*any_of: Permission) -> PermissionDenied:
    """The error for an act that none of the person's roles allow."""
    return PermissionDenied("permission.denied", act=any_of[0])
