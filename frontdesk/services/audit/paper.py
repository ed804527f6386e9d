"""The daily sheet (日结单) filled from a day's entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from frontdesk.clock import local
from frontdesk.language import Language
from frontdesk.models.enums import ActKind
from frontdesk.reports.inputs.common import Printed
from frontdesk.reports.inputs.daily import DailyLine, DailyPerson, DailySheet
from frontdesk.services.audit.dto import Entry
from frontdesk.services.audit.kinds import NUMBERS_SEEN, REFUSED
from frontdesk.services.audit.wording import detail_of, person_of, subject_of
from frontdesk.services.desk import Desk
from frontdesk.services.printed import letterhead
from frontdesk.store.head import Head
from frontdesk.texts import audit as words

_CARRIED = frozenset({ActKind.PRINTED, ActKind.EXPORTED})
_NOTABLE = frozenset({ActKind.SETTINGS, ActKind.STORE})


def sheet_of(
    desk: Desk,
    day: date,
    entries: Iterable[Entry],
    head: Head | None,
    copy: int,
    language: Language,
) -> DailySheet:
    """The sheet of ``day``; ``entries`` are all of that day, newest first."""
    entries = sorted(entries, key=lambda entry: entry.sequence)
    counts: dict[str, Counter[ActKind]] = {}
    for entry in entries:
        counts.setdefault(person_of(entry, language), Counter())[entry.kind] += 1
    now = local(desk.now, desk.clock)

    def lines(chosen: Iterable[Entry]) -> tuple[DailyLine, ...]:
        return tuple(_line(desk, entry, language) for entry in chosen)

    return DailySheet(
        dealership=letterhead(desk.profile),
        printed=Printed(copy, desk.actor.name, now),
        day=day,
        people=tuple(
            DailyPerson(name, tuple(counted[kind] for kind in ActKind))
            for name, counted in sorted(counts.items())
        ),
        seen=lines(entry for entry in entries if entry.action in NUMBERS_SEEN),
        carried=lines(entry for entry in entries if entry.kind in _CARRIED),
        notable=lines(entry for entry in entries if _is_notable(entry)),
        first=entries[0].sequence if entries else None,
        last=entries[-1].sequence if entries else None,
        sequence=0 if head is None else head.sequence,
        seal="" if head is None else head.seal,
        taken_at=now,
    )


def _is_notable(entry: Entry) -> bool:
    return entry.kind in _NOTABLE or entry.action == REFUSED


def _line(desk: Desk, entry: Entry, language: Language) -> DailyLine:
    about = subject_of(entry, language)
    if _is_notable(entry):
        about = f"{about}  {detail_of(entry, language, '; ')}".strip()
    return DailyLine(
        at=local(entry.at, desk.clock),
        person=person_of(entry, language),
        act=words.act(entry.action).in_(language),
        about=about,
    )
