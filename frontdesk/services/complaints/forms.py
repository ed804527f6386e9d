"""Under which names half-typed forms of the complaint desk are kept."""

from __future__ import annotations

from frontdesk.models.enums import ComplaintStep

REGISTER_FORM = "complaint.register"
"""Kept per customer."""


def step_form_key(step: ComplaintStep) -> str:
    """The form of one step; kept per ticket."""
    return f"complaint.step.{step.value}"
