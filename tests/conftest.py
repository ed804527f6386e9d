"""The ground of every test: no display, no network of the user's files, no unnoticed warning."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# Before Qt or platformdirs are asked for the first time: tests never touch the person's display,
# settings or data. Set for child processes as well.
_HOME = tempfile.TemporaryDirectory(prefix="frontdesk-tests-", ignore_cleanup_errors=True)
os.environ |= {
    "QT_QPA_PLATFORM": "offscreen",
    "HOME": _HOME.name,
    "USERPROFILE": _HOME.name,
    "APPDATA": _HOME.name,
    "LOCALAPPDATA": _HOME.name,
    "XDG_DATA_HOME": f"{_HOME.name}/data",
    "XDG_CONFIG_HOME": f"{_HOME.name}/config",
    "XDG_CACHE_HOME": f"{_HOME.name}/cache",
    "XDG_STATE_HOME": f"{_HOME.name}/state",
}
os.environ.pop("FRONTDESK_PASSWORD", None)

# A slow machine is not a defect, and a failure must come again on the next run.
settings.register_profile(
    "house",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("house")


class _Warnings(logging.Handler):
    """Collects what was logged at WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _logged_warnings_fail(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log fails the test unless it is marked ``expects_warnings``."""
    handler = _Warnings()
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)
    expected = request.node.get_closest_marker("expects_warnings") is not None
    if handler.lines and not expected:
        pytest.fail("logged warnings:\n" + "\n".join(handler.lines))
    if expected and not handler.lines:
        pytest.fail("the test expects a logged warning, none came")
