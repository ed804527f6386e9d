"""Under which names half-typed forms of the complaint desk are kept."""

from __future__ import annotations

from frontdesk.models.enums import ComplaintStep

REGISTER_FORM = "complaint.register"
"""Kept per customer."""
INCOMING_FORM = "complaint.incoming"
"""Kept per customer, also of one whose file will only be made with the call."""


def step_form_key(step: ComplaintStep) -> str:
    """The form of one step; kept per ticket."""
    return f"complaint.step.{step.value}"


def after_form_key(act: str, about: str = "") -> str:
    """The form of an act upon what follows; kept per ticket. ``about``: the action or penalty."""
    return f"complaint.after.{act}.{about}" if about else f"complaint.after.{act}"
