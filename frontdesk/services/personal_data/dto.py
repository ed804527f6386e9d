"""What the window is given of personal data: counts, who is offered for deletion, a copy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PersonsHeld:
    """How many persons the store holds, and from how many on the law asks for more."""

    customers: int
    """Private customers; companies are no persons."""
    family: int
    drivers: int
    erased: int
    threshold: int

    @property
    def persons(self) -> int:
        """All of them."""
        return self.customers + self.family + self.drivers

    @property
    def near(self) -> bool:
        """Whether nine tenths of the threshold are reached."""
        return self.persons * 10 >= self.threshold * 9


@dataclass(frozen=True, slots=True)
class Outlived:
    """A person nothing was heard of for longer than the rules keep files."""

    id: str
    number: str
    name: str
    last_on: date
    """Day of the last visit, call, complaint or note, else of the file itself."""
    cars: int


@dataclass(frozen=True, slots=True)
class Retention:
    """Who is offered for deletion: how many, and the first of them, the longest unheard first."""

    before: date
    total: int
    rows: tuple[Outlived, ...]


@dataclass(frozen=True, slots=True)
class ErasePreview:
    """What deleting a person does. ``visits`` and the like stay for the statistics, without words.

    ``open_visits`` and ``open_complaints`` stand in the way: the house still owes something.
    """

    id: str
    version: int
    number: str
    name: str
    cars: int
    visits: int
    calls: int
    complaints: int
    files: int
    open_visits: tuple[str, ...]
    open_complaints: tuple[str, ...]

    @property
    def can_be_erased(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.open_visits and not self.open_complaints


@dataclass(frozen=True, slots=True)
class DataCopy:
    """A ``.zip`` with all data of one person, and the name it is kept under."""

    content: bytes
    file_name: str
    records: int
