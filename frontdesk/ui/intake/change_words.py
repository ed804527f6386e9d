"""What changes of an order in one line, as a person would write it down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from frontdesk.services.intake.inputs import WorkItem
from frontdesk.services.intake.sums import line_sum
from frontdesk.ui.kit import words

_BETWEEN = "；"


def said_of(
    before: Sequence[WorkItem],
    after: Sequence[WorkItem],
    promised: tuple[datetime | None, datetime | None],
) -> str:
    """``+ 更换刹车片 ¥480.00；…``: work that came, went or has another price, and the time.

    ``promised`` are the moments before and after, the same where nothing moved.
    """
    return _BETWEEN.join((*_work(before, after), *_time(*promised)))


def _work(before: Sequence[WorkItem], after: Sequence[WorkItem]) -> Iterator[str]:
    known = {item.id: item for item in before}
    for item in after:
        name, sum_ = item.description, words.money(line_sum(item))
        old = known.pop(item.id, None)
        if old is None:
            yield f"+ {name} {sum_}"
        elif item.declined_why and not old.declined_why:
            yield _tr("Declined: {name}").format(name=name)
        elif line_sum(old) != line_sum(item):
            yield f"{name} {words.money(line_sum(old))} → {sum_}"
        elif item.payer is not old.payer:
            yield f"{name} {words.word(old.payer)} → {words.word(item.payer)}"
        elif name != old.description:
            yield f"{old.description} → {name}"
    for item in known.values():
        yield f"− {item.description}"


def _time(before: datetime | None, after: datetime | None) -> Iterator[str]:
    if after is not None and after != before:
        # With their day: 'today' would be wrong tomorrow.
        said = _tr("Promised for {before} → {after}")
        yield said.format(before=words.when(before), after=words.when(after))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChangeWords", text)
