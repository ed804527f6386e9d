"""The two tables of sharing out: people with what they have, and one person's calls."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from frontdesk.models.enums import CallbackKind
from frontdesk.models.values import plate
from frontdesk.services.callbacks.dto import Urgency
from frontdesk.services.callbacks.sharing_dto import EVERYONE, Share, SharedCall
from frontdesk.ui.kit import words
from frontdesk.ui.kit.labels import caption
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.state import UiState
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.table_model import Chip
from frontdesk.ui.kit.tokens import Tone

_KEYS = "123456789"


class SharesTable(Translated, QWidget):
    """One line a person; the last one is what is nobody's."""

    def __init__(self, state: UiState) -> None:
        super().__init__()
        self.table: RecordTable[Share] = RecordTable(
            "callbacks/sharing",
            self._columns(),
            lambda row: row.id or "-",
            state=state,
            filterable=False,
            footer=False,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        self.table.set_empty("users", self.tr("Nobody makes calls yet."))

    def _columns(self) -> tuple[Column[Share], ...]:
        return (
            Column(
                "name",
                lambda: self.tr("Who"),
                lambda row: row.name,
                display=lambda row: row.name if row.id != EVERYONE else self.tr("Nobody's"),
                width=88,
            ),
            Column("capacity", lambda: self.tr("Capacity"), _capacity, display=_per_cent, width=84),
            Column("open", lambda: self.tr("Open"), lambda row: row.open, width=64),
            Column("due", lambda: self.tr("Due now"), lambda row: row.due, width=80),
            Column(
                "overdue",
                lambda: self.tr("Overdue"),
                lambda row: row.overdue,
                chip=lambda row: (
                    Chip(Tone.ERROR, str(row.overdue), "warning-octagon") if row.overdue else None
                ),
                display=lambda row: str(row.overdue) if row.overdue else "",
                width=80,
            ),
            Column(
                "kinds",
                lambda: self.tr("By kind"),
                lambda row: row.open,
                display=lambda row: by_kind(row.kinds),
                tip=lambda row: by_kind(row.kinds),
                right=False,
                stretch=True,
            ),
            Column(
                "away",
                lambda: self.tr("Away until"),
                lambda row: row.away_until,
                display=lambda row: words.day(row.away_until) if row.away_until else "",
                tone=lambda row: Tone.WARN if row.away_until else None,
                width=100,
            ),
            Column("done", lambda: self.tr("Done today"), lambda row: row.done_today, width=112),
        )


class CallsTable(Translated, QWidget):
    """The open calls of one person; several can be chosen with Shift and Ctrl."""

    def __init__(self, state: UiState) -> None:
        super().__init__()
        self.table: RecordTable[SharedCall] = RecordTable(
            "callbacks/shared", self._columns(), lambda row: row.id, state=state
        )
        self.table.set_many(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.retranslate()

    def offer(
        self, takers: Sequence[tuple[str, str]], under: QWidget, chosen: Callable[[str], None]
    ) -> None:
        """A list of names under a button; the first nine are the keys 1 to 9."""
        menu = QMenu(self)
        for at, (staff_id, name) in enumerate(takers):
            key = f"&{_KEYS[at]}  " if at < len(_KEYS) else ""
            action = menu.addAction(f"{key}{caption(name)}")
            action.triggered.connect(lambda _=False, to=staff_id: chosen(to))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(under.mapToGlobal(under.rect().bottomLeft()))

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        self.table.set_empty("phone-call", self.tr("No open calls."))

    def _columns(self) -> tuple[Column[SharedCall], ...]:
        return (
            Column("number", lambda: self.tr("Number"), lambda row: row.number, width=124),
            Column("kind", lambda: self.tr("Kind"), lambda row: row.kind, width=130),
            Column(
                "customer", lambda: self.tr("Customer"), lambda row: row.customer_name, stretch=True
            ),
            Column(
                "plate",
                lambda: self.tr("Plate"),
                lambda row: plate.display(row.plate) if row.plate else None,
                width=104,
            ),
            Column(
                "due",
                lambda: self.tr("Due until"),
                lambda row: row.due_until,
                tone=lambda row: Tone.ERROR if row.urgency is Urgency.OVERDUE else None,
                width=104,
            ),
            Column(
                "next",
                lambda: self.tr("Next call"),
                lambda row: row.next_try_at,
                display=lambda row: words.near(row.next_try_at) if row.next_try_at else "",
                width=120,
            ),
        )


def _capacity(row: Share) -> int | None:
    return row.capacity if row.id != EVERYONE else None


def _per_cent(row: Share) -> str:
    return f"{row.capacity}%" if row.id != EVERYONE else ""


def by_kind(kinds: object) -> str:
    """'After service 6 · New car (CS) 2'."""
    counted = dict(kinds) if isinstance(kinds, dict) else {}
    return " · ".join(
        f"{words.word(kind)} {counted[kind]}" for kind in CallbackKind if counted.get(kind)
    )
