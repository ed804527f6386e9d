"""A ticket to keep evidence with, and who may do so."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from frontdesk.models.enums import Role
from frontdesk.services.evidence.dto import Evidence
from frontdesk.services.evidence.service import EvidenceService
from frontdesk.services.evidence.signed import COMPLAINT
from tests.factories import Make


@dataclass
class Kept:
    """The evidence of one ticket, as a CS specialist sees it."""

    make: Make
    evidence: EvidenceService
    ticket: str

    def add(self, content: bytes, name: str = "照片.jpg", **more: object) -> str:
        return self.evidence.add(COMPLAINT, self.ticket, name, content, **more)  # type: ignore[arg-type]

    def all(self) -> tuple[Evidence, ...]:
        return self.evidence.list(COMPLAINT, self.ticket)

    def as_(self, *roles: Role) -> EvidenceService:
        """The same for somebody else."""
        services = self.make.services(*roles)
        services.desk.confirmation.give()
        return services.evidence


@pytest.fixture
def kept(make: Make) -> Kept:
    services = make.services(Role.CS_SPECIALIST, name="客服甲")
    services.desk.confirmation.give()
    return Kept(make, services.evidence, make.complaint(make.customer()))
