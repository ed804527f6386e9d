"""What the tests of the backups look at."""

from __future__ import annotations

import json
from pathlib import Path

from sqlalchemy import select

from frontdesk.models.journal import AuditEntry
from frontdesk.services.backups.dto import KeptBackup
from frontdesk.services.backups.service import BackupService
from frontdesk.services.registry import Services


def entries(services: Services, action: str) -> list[dict[str, object]]:
    wanted = select(AuditEntry.detail).where(AuditEntry.action == action)
    with services.desk.read() as session:
        return [json.loads(detail) for detail in session.scalars(wanted)]


def kept_backups(backups: BackupService) -> tuple[KeptBackup, ...]:
    return backups.listing().kept


def on_stick(stick: Path) -> list[Path]:
    return sorted(stick.rglob("*.fdbackup"))
