"""The ground under every mapped class: naming, column types, ids.

All types are stored as plain TEXT or INTEGER so that SQLite's STRICT tables refuse what does not
fit: times as UTC text that sorts, days as ISO text, money as whole fen, enums by their value.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar, Generic, TypeVar

from sqlalchemy import Dialect, Integer, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

from frontdesk.models.values.ids import new_id

_NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def kept_moment(moment: datetime) -> str:
    """``moment`` (aware) as it is kept: UTC text with microseconds, which sorts."""
    # As "%Y-%m-%dT%H:%M:%S.%fZ", in half the time.
    return moment.astimezone(UTC).isoformat(timespec="microseconds")[:-6] + "Z"


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept as UTC text with microseconds; a naive one is a bug."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be stored")
        return kept_moment(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class PlainDate(TypeDecorator[date]):
    """A calendar day without a zone: birthdays, due days."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()[:10]

    def process_result_value(self, value: Any | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class Money(TypeDecorator[Decimal]):
    """Yuan as ``Decimal`` in Python, whole fen in the store; never a float."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        fen = value * 100
        if fen != fen.to_integral_value():
            raise ValueError(f"{value} yuan is no whole number of fen")
        return int(fen)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value) / 100


class Quantity(TypeDecorator[Decimal]):
    """A count of parts or hours with up to three decimals, kept as whole thousandths."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        return None if value is None else int((value * 1000).to_integral_value())

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value) / 1000


class YesNo(TypeDecorator[bool]):
    """A truth value as 0 or 1."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


_Word = TypeVar("_Word", bound=StrEnum)


class Word(TypeDecorator[_Word], Generic[_Word]):
    """A member of a closed list, stored by value."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[_Word]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: _Word | None, dialect: Dialect) -> str | None:
        return None if value is None else self.words(value).value

    def process_result_value(self, value: Any | None, dialect: Dialect) -> _Word | None:
        return None if value is None else self.words(value)


class Base(DeclarativeBase):
    """Base of every mapped class."""

    metadata = MetaData(naming_convention=_NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        bool: YesNo,
        datetime: UtcDateTime,
        date: PlainDate,
        Decimal: Money,
        int: Integer,
    }

    @declared_attr.directive
    def __table_args__(cls) -> Any:
        return {"sqlite_strict": True}


class Record:
    """Columns of everything that has an id of its own and is edited under optimistic locking."""

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column()

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version}
