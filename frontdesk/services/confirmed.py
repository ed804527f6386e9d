"""Which acts need the person's password once more, and how long it then holds.

A desk left alone for a minute must not be enough to approve, to carry data out or to close an
account. Checked here, in the services: no window can forget it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from enum import StrEnum
from functools import wraps
from types import MappingProxyType
from typing import Any, Protocol, TypeVar, cast, overload

from frontdesk.clock import Clock
from frontdesk.errors import ConfirmationNeeded
from frontdesk.models.enums import ComplaintStep


class Act(StrEnum):
    """What the password is asked for; its value names the question (``frontdesk.texts``)."""

    GO_ON = "confirm.go_on"
    APPROVE = "confirm.approve"
    APPROVE_REPORT = "confirm.approve_report"
    SEND_BACK = "confirm.send_back"
    SIGN_OFF = "confirm.sign_off"
    SIGN_ROUTINE = "confirm.sign_routine"
    EXPORT = "confirm.export"
    DELETE = "confirm.delete"
    CLOSE_ACCOUNT = "confirm.close_account"
    RESET_PASSWORD = "confirm.reset_password"  # noqa: S105 - the name of an act
    NEW_RECOVERY_SHEET = "confirm.new_recovery_sheet"
    RESTORE = "confirm.restore"
    PUBLISH_SCRIPT = "confirm.publish_script"


STEPS: Mapping[ComplaintStep, Act] = MappingProxyType(
    {
        ComplaintStep.APPROVED: Act.APPROVE,
        ComplaintStep.SENT_BACK: Act.SEND_BACK,
        ComplaintStep.SIGNED_OFF: Act.SIGN_OFF,
    }
)
"""The steps of a complaint that are signed by a password."""

SOMETIMES: Mapping[str, tuple[Act, ...]] = MappingProxyType(
    {
        "complaints.take": tuple(STEPS.values()),
        "accounts.update": (Act.CLOSE_ACCOUNT,),
    }
)
"""Service calls that ask only in some cases, from within; the others are marked ``@confirmed``."""

_ONE_ACT = timedelta(minutes=1)
"""How soon the one act must follow where each asks anew."""
_CLOCK_SET = timedelta(minutes=2)
"""A clock set back by more than this drops the confirmation; less is the network's time."""


class Confirmation:
    """Whether the password was typed a short while ago; for one person at one desk.

    Measured by the steady clock and by the PC's, so that neither a clock set back nor a PC asleep
    makes it hold longer.
    """

    def __init__(self, clock: Clock, minutes: Callable[[], int]) -> None:
        self._clock, self._minutes = clock, minutes
        self._until: float | None = None
        self._given = clock.now()

    def give(self) -> None:
        """The password was right."""
        self._given = self._clock.now()
        self._until = self._clock.steady() + self._span().total_seconds()

    def drop(self) -> None:
        """The desk is left: whoever comes back types it again."""
        self._until = None

    def use(self) -> bool:
        """Whether it holds now; where each act asks anew it is used up by this one."""
        if self._until is None:
            return False
        passed = self._clock.now() - self._given
        holds = self._clock.steady() <= self._until and -_CLOCK_SET <= passed <= self._span()
        if not holds or not self._minutes():
            self._until = None
        return holds

    def _span(self) -> timedelta:
        minutes = self._minutes()
        return timedelta(minutes=minutes) if minutes else _ONE_ACT


def needed(act: Act, name: str) -> ConfirmationNeeded:
    """What is raised for ``act`` while the password has not been typed again."""
    return ConfirmationNeeded(act.value, name=name)


class _HasDesk(Protocol):
    @property
    def desk(self) -> Any: ...


_Method = TypeVar("_Method", bound=Callable[..., Any])


@overload
def confirmed(what: Act) -> Callable[[_Method], _Method]: ...
@overload
def confirmed(what: _Method) -> _Method: ...
def confirmed(what: Any) -> Any:
    """Let a service call through only shortly after the password was typed again.

    Stands under ``@requires``: whoever may not do it at all is not asked for a password.
    ``@confirmed(Act.EXPORT)``, or bare where the question needs no words of its own.

    Raises (at the call):
        ConfirmationNeeded: the password has to be typed; then the same call goes through.
    """
    act = what if isinstance(what, Act) else Act.GO_ON

    def wrap(method: _Method) -> _Method:
        @wraps(method)
        def asked(self: _HasDesk, *args: Any, **kwargs: Any) -> Any:
            self.desk.confirm_fresh(act)
            return method(self, *args, **kwargs)

        asked.__confirmed__ = act  # type: ignore[attr-defined]
        return cast(_Method, asked)

    return wrap if isinstance(what, Act) else wrap(what)
