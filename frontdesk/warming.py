"""What is loaded on threads while the person is still typing a name."""

from __future__ import annotations

from contextlib import suppress

from frontdesk.errors import EnvironmentFault

# What signing in and the first tab need, in the order they are needed.
_SOON_NEEDED = (
    "frontdesk.services.accounts.opening",
    "frontdesk.ui.shell.desk_view",
    "frontdesk.services.today.service",
    "frontdesk.ui.today.page",
    "frontdesk.services.search.service",
)


def preload() -> None:
    """Import what signing in and the first tab need."""
    from importlib import import_module

    from frontdesk import quick_start

    try:
        for name in _SOON_NEEDED:
            import_module(name)
    finally:
        quick_start.end()


def load_later() -> None:
    """Load what is needed first some time after signing in: the first call, the first form."""
    from importlib import import_module

    # A quarter of a second that the first call opened would wait for: when is it called back?
    import_module("holidays.countries.china")
    load_paper()


def load_paper() -> None:
    """Load the forms and their fonts, so that the first form of the day comes at once."""
    from frontdesk.services.paper import warm_up

    # Without its fonts the form that is asked for says so itself.
    with suppress(EnvironmentFault):
        warm_up()
