"""The people of the loop over the test's own store."""

from __future__ import annotations

import pytest

from frontdesk.clock import FixedClock
from tests.factories import Make
from tests.services.complaints.loop import Loop


@pytest.fixture
def loop(make: Make, clock: FixedClock) -> Loop:
    return Loop(make, clock)
