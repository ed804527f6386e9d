"""The people of the loop over the test's own store."""

from __future__ import annotations

import pytest

from frontdesk.clock import FixedClock
from frontdesk.models.enums import Role
from frontdesk.services.registry import Services
from tests.factories import Make
from tests.services.complaints.loop import Loop, State


@pytest.fixture
def loop(make: Make, clock: FixedClock) -> Loop:
    return Loop(make, clock)


@pytest.fixture
def ticket(loop: Loop) -> str:
    """A valid complaint about service, returned by its handler."""
    return loop.at(State.TO_FOLLOW_UP)


@pytest.fixture
def cs(loop: Loop) -> Services:
    """Everything the CS manager may do."""
    return loop.people[Role.CS_MANAGER]
