"""One narrow line of text per customer file, over which the search index is built."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Integer
from sqlalchemy.orm import Mapped, mapped_column

from frontdesk.models.base import Base


class SearchDoc(Base):
    """The searchable words of one file: upper-cased fields joined by ``|``.

    ``id`` is an integer because the trigram index and the window table refer to it by row.
    ``newest_on`` ranks: the customer seen last comes first.
    """

    __tablename__ = "search_doc"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    customer_id: Mapped[str] = mapped_column(ForeignKey("customer.id"), unique=True)
    text: Mapped[str]
    newest_on: Mapped[date | None] = mapped_column(index=True)
