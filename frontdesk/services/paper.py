"""What every printed form needs, loaded ahead of the first one."""

from __future__ import annotations

from importlib import import_module

_FORMS = ("complaint_form", "intake_sheet", "statistics_form", "callback_record")


def warm_up() -> None:
    """Load the forms and their fonts (0.3 s, 2 s at the very first time); for a thread.

    Raises:
        EnvironmentFault: the fonts cannot be had; each form would say so too.
    """
    from frontdesk.reports import fonts

    for form in _FORMS:
        import_module(f"frontdesk.reports.{form}")
    fonts.warm()
