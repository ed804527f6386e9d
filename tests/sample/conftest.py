"""One sample dealership for all tests that only look."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

import pytest

from frontdesk.clock import FixedClock
from frontdesk.sample.dealership import build_sample
from frontdesk.services.registry import Services
from frontdesk.store.files import DataFolder

CUSTOMERS = 60


@pytest.fixture(scope="session")
def hour() -> FixedClock:
    """A Thursday at noon in China."""
    zone = timezone(timedelta(hours=8))
    return FixedClock(datetime(2026, 11, 5, 12, tzinfo=zone), zone)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory, hour: FixedClock) -> Iterator[Services]:
    """A sample dealership with the administrator and general manager signed in."""
    folder = DataFolder(tmp_path_factory.mktemp("sample") / "店")
    services = build_sample(folder, hour, customers=CUSTOMERS)
    yield services
    services.desk.store.close()
