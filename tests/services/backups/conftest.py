"""A store with its key file, one act that is noted, and a stick."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from frontdesk.services.backups.service import BackupService
from frontdesk.services.registry import Services
from frontdesk.store import keys


@pytest.fixture
def backups(services: Services) -> BackupService:
    folder, key = services.desk.store.folder, services.desk.store.key
    slots = keys.KeyFile(check=keys.check_value(key))
    slots.add("admin", "right horse battery", key)
    slots.save(folder)
    return services.backups


@pytest.fixture
def change(services: Services) -> Callable[[], None]:
    """One act that leaves its entry in the audit trail, as every act does."""

    def act() -> None:
        services.settings.change_rules({})

    return act


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "U盘 100%"
    place.mkdir()
    return place
