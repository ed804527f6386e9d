"""Staff members and what they are (domain §1)."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from frontdesk.models.base import Base, Record, Word
from frontdesk.models.enums import Department, Role


class StaffMember(Record, Base):
    """A person who signs in. Never deleted: what they did keeps their name."""

    __tablename__ = "staff_member"

    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    department: Mapped[Department | None] = mapped_column(Word(Department))
    capacity: Mapped[int] = mapped_column(default=100)
    """Share of new files and calls, in per cent of a full-time specialist."""
    active: Mapped[bool] = mapped_column(default=True)
    role_rows: Mapped[list[StaffRole]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", order_by="StaffRole.role"
    )

    @property
    def roles(self) -> frozenset[Role]:
        """What this person may act as; several at once are usual in a small shop."""
        return frozenset(row.role for row in self.role_rows)

    @roles.setter
    def roles(self, roles: frozenset[Role]) -> None:
        kept = [row for row in self.role_rows if row.role in roles]
        known = {row.role for row in kept}
        self.role_rows = kept + [StaffRole(role=role) for role in sorted(roles - known)]


class StaffRole(Base):
    """One role of one person."""

    __tablename__ = "staff_role"

    staff_id: Mapped[str] = mapped_column(
        ForeignKey("staff_member.id", ondelete="CASCADE"), primary_key=True
    )
    role: Mapped[Role] = mapped_column(Word(Role), primary_key=True)
