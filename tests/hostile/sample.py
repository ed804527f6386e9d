"""What a form needs to be given hostile text: a valid input, and where the text is read back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.hostile.house import House


@dataclass(frozen=True, slots=True)
class Sample:
    """A call that would be accepted as it stands, and what is looked at after it."""

    call: Callable[..., Any]
    given: dict[str, Any]
    read: Callable[[Any], object] = lambda _: None


REFUSED, KEPT = "refused", "kept"
BOTH = frozenset({REFUSED, KEPT})


@dataclass(frozen=True, slots=True)
class Form:
    """One way text comes in.

    ``unread`` are texts that are not read back because they are not to be: passwords, what is only
    looked for. ``renamed``: field of the input → field of what is read. ``ends``: what becomes of
    hostile texts; of a path all are refused, a question refuses none.
    """

    name: str
    prepare: Callable[[House], Sample]
    renamed: Mapping[str, str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    ends: frozenset[str] = BOTH
