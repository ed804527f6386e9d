"""What the act of each step is called on its button, and what is said when it is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from frontdesk.models.enums import ComplaintStep
from frontdesk.ui.kit import words

_Step = ComplaintStep


def verb(step: ComplaintStep, *, again: bool = False) -> str:
    """The act on the button; ``again`` where the step was taken before and is said anew."""
    return _AGAIN[step]() if again and step in _AGAIN else _VERBS[step]()


def act(step: ComplaintStep) -> str:
    """The step as a thing to do, for titles."""
    return _ACTS[step]()


def done(step: ComplaintStep, number: str) -> str:
    """What is said after the step was taken."""
    return _tr("{number}: {step} is noted.").format(number=number, step=words.word(step))


def cues() -> tuple[tuple[bool, str], ...]:
    """The trade's conduct at a complaint: what to do (True) and what not."""
    return (
        (True, _tr("Let them finish; note it as said")),
        (True, _tr("Our fault: apologise at once; else explain patiently")),
        (True, _tr("Let them choose among solutions")),
        (False, _tr("No arguing, harsh words, anger or raised voice")),
        (False, _tr("No light promises")),
        (False, _tr("No shifting of blame")),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("complaint_steps", text)


_VERBS: dict[ComplaintStep, Callable[[], str]] = {
    _Step.REGISTERED: lambda: _tr("Register"),
    _Step.ACKNOWLEDGED: lambda: _tr("Customer was told"),
    _Step.JUDGED: lambda: _tr("Judge"),
    _Step.OPINION: lambda: _tr("Submit opinion"),
    _Step.APPROVED: lambda: _tr("Approve"),
    _Step.SENT_BACK: lambda: _tr("Send back"),
    _Step.DISPATCHED: lambda: _tr("Dispatch"),
    _Step.RETURNED: lambda: _tr("Return"),
    _Step.FOLLOWED_UP: lambda: _tr("Record follow-up"),
    _Step.SIGNED_OFF: lambda: _tr("Sign off"),
    _Step.FILED: lambda: _tr("File"),
    _Step.ADDED: lambda: _tr("Add words"),
    _Step.PAUSED: lambda: _tr("Pause the clocks"),
    _Step.RESUMED: lambda: _tr("Go on"),
}
_ACTS: dict[ComplaintStep, Callable[[], str]] = {
    _Step.REGISTERED: lambda: _tr("Registration"),
    _Step.ACKNOWLEDGED: lambda: _tr("Telling the customer it is being handled"),
    _Step.JUDGED: lambda: _tr("Judgement"),
    _Step.OPINION: lambda: _tr("Opinion"),
    _Step.APPROVED: lambda: _tr("Approval"),
    _Step.SENT_BACK: lambda: _tr("Sending it back"),
    _Step.DISPATCHED: lambda: _tr("Dispatch to a handler"),
    _Step.RETURNED: lambda: _tr("Return with the result"),
    _Step.FOLLOWED_UP: lambda: _tr("Follow-up call"),
    _Step.SIGNED_OFF: lambda: _tr("Sign-off"),
    _Step.FILED: lambda: _tr("Filing"),
    _Step.ADDED: lambda: _tr("Words to add"),
    _Step.PAUSED: lambda: _tr("Pausing the clocks"),
    _Step.RESUMED: lambda: _tr("Going on"),
}
_AGAIN: dict[ComplaintStep, Callable[[], str]] = {
    _Step.JUDGED: lambda: _tr("Judge anew"),
    _Step.OPINION: lambda: _tr("Write opinion anew"),
    _Step.DISPATCHED: lambda: _tr("Give to another handler"),
}
