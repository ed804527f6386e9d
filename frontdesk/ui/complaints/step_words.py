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


def done(step: ComplaintStep, number: str) -> str:
    """What is said after the step was taken."""
    return _tr("{number}: {step} is noted.").format(number=number, step=words.word(step))


def cues() -> tuple[tuple[bool, str], ...]:
    """The trade's conduct at a complaint: what to do (True) and what not."""
    return (
        (True, _tr("Let the customer finish; note the words as said.")),
        (True, _tr("Our fault: apologise at once. Not our fault: explain patiently.")),
        (True, _tr("Let the customer choose among solutions.")),
        (False, _tr("Do not argue; no harsh words, no anger, no raised voice.")),
        (False, _tr("Make no light promises.")),
        (False, _tr("Do not shift the blame to others.")),
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
}
_AGAIN: dict[ComplaintStep, Callable[[], str]] = {
    _Step.JUDGED: lambda: _tr("Judge anew"),
    _Step.OPINION: lambda: _tr("Write opinion anew"),
    _Step.DISPATCHED: lambda: _tr("Give to another handler"),
}
