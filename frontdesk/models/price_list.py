"""What the desk picks from: the price list and phrases that learn from use (domain §3)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from frontdesk.models.base import Base, Quantity, Record, Word
from frontdesk.models.enums import WorkKind
from frontdesk.models.values.ids import new_id


class PriceItem(Record, Base):
    """One line of the price list: labour by the hour, and a part."""

    __tablename__ = "price_item"

    code: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[WorkKind] = mapped_column(Word(WorkKind))
    name: Mapped[str]
    found_by: Mapped[str]
    """Folded code, name, its pinyin and initials, part number: what a search looks through."""
    labour_hours: Mapped[Decimal] = mapped_column(Quantity)
    labour_rate: Mapped[Decimal | None]
    """Yuan an hour where it differs from the rate of the house."""
    part_number: Mapped[str | None]
    part: Mapped[str | None]
    quantity: Mapped[Decimal] = mapped_column(Quantity)
    unit_price: Mapped[Decimal]
    car_model: Mapped[str | None]
    """Only for cars of this model; for all if empty."""
    active: Mapped[bool] = mapped_column(default=True)
    imported_at: Mapped[datetime]

    __table_args__ = (
        Index("ix_price_item_active", "active", "kind"),
        {"sqlite_strict": True},
    )


class Phrase(Base):
    """Words used before in one field, offered again; the most used first."""

    __tablename__ = "phrase"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    field: Mapped[str]
    text: Mapped[str]
    uses: Mapped[int]
    last_used_on: Mapped[date]
    hidden: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (
        UniqueConstraint("field", "text"),
        Index("ix_phrase_field", "field", "hidden", "uses"),
        {"sqlite_strict": True},
    )
