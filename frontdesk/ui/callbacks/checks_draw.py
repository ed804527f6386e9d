"""Chooses which finished calls are looked at again: by rule or by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.clock import today
from frontdesk.errors import UserError
from frontdesk.models.enums import CallbackKind, SpotRule
from frontdesk.models.values import plate as plates
from frontdesk.services.spot_checks.dto import Caller, DoneCall, Draw
from frontdesk.ui.kit import words
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.fields import DateField, NumberField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button, muted
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.narrowing import NarrowingBox
from frontdesk.ui.kit.panels import Card, KeyHint
from frontdesk.ui.kit.state import UiState
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.tokens import GAP

_BACK_DAYS = 30
_PAUSE_MS = 250


@dataclass(frozen=True, slots=True)
class DrawOf:
    """A draw somebody comes with, and the name of whose calls it is about."""

    wanted: Draw
    caller: str


class DrawPanel(Translated, QWidget):
    """``changed``: other calls are asked for. ``asked``: draw them. ``left``: not after all."""

    changed = Signal()
    asked = Signal()
    left = Signal()

    def __init__(self, state: UiState, sample: int) -> None:
        super().__init__()
        self._sample = sample
        self.form = FormPanel()
        self.rule = self.form.add(ChoiceField("rule", SpotRule), 0, 0, 2)
        self.number = self.form.add(NumberField("number", most=9_999), 0, 2)
        self.first = self.form.add(DateField("first"), 1, 0)
        self.last = self.form.add(DateField("last"), 1, 1)
        self.caller = self.form.add(ChoiceField("caller_id", as_list=True), 1, 2)
        self.kind = self.form.add(ChoiceField("kind", as_list=True), 2, 0)
        self.found = muted()
        self.act = button(look="primary")
        self.back = button(look="flat")
        self.table: RecordTable[DoneCall] = RecordTable(
            "callbacks/draw", self._columns(), lambda row: row.id, state=state
        )
        self.table.set_many(True)
        self.whose = NarrowingBox()
        self.whose.stand_beside(self.table)
        self.whose.narrowed.connect(self.changed)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self._build()
        self.form.changed.connect(self._changed)
        self.form.save_requested.connect(self.asked)
        self.act.clicked.connect(self.asked)
        self.back.clicked.connect(self.left)
        self.table.activated.connect(lambda _: self.asked.emit())
        self.table.view.selectionModel().selectionChanged.connect(lambda *_: self._count())
        self.retranslate()

    def begin(self) -> None:
        """A random draw of the last days, of everybody's calls."""
        self._of_everybody()
        now = today(words.clock())
        with QSignalBlocker(self.form):
            self.form.set_values(
                {
                    "rule": SpotRule.RANDOM,
                    "number": self._sample,
                    "first": now - timedelta(days=_BACK_DAYS),
                    "last": now,
                    "caller_id": "",
                    "kind": "",
                }
            )
        self._ask()

    def begin_with(self, asked: DrawOf) -> None:
        """The draw somebody came with; nothing is drawn yet."""
        wanted = asked.wanted
        self._of_everybody()
        with QSignalBlocker(self.form):
            self.caller.set_options(
                [("", self.tr("Everyone")), (wanted.caller_id or "", asked.caller)]
            )
            self.form.set_values(
                {
                    "rule": wanted.rule,
                    "number": wanted.number or self._sample,
                    "first": wanted.first,
                    "last": wanted.last,
                    "caller_id": wanted.caller_id or "",
                    "kind": wanted.kind.value if wanted.kind else "",
                }
            )
        self._ask()

    def wanted(self) -> Draw:
        """What is typed. Raises ``UserError`` for what cannot be read or is missing."""
        values = self.form.values()
        first, last = values["first"], values["last"]
        for name, day in (("first", first), ("last", last)):
            if not isinstance(day, date):
                raise UserError("spot.day_missing", field=name)
        number, kind = values["number"], values["kind"]
        return Draw(
            rule=SpotRule(str(values["rule"] or SpotRule.RANDOM)),
            first=first,  # type: ignore[arg-type]
            last=last,  # type: ignore[arg-type]
            kind=CallbackKind(str(kind)) if kind else None,
            caller_id=str(values["caller_id"] or "") or None,
            number=number if isinstance(number, int) else 0,
            narrowing=self.whose.wanted(),
        )

    def show_calls(self, calls: Sequence[DoneCall], callers: Sequence[Caller]) -> None:
        """Show what could be drawn, and whose calls there are."""
        self._say_empty()
        self.table.set_rows(calls)
        kept = self.caller.value()
        with QSignalBlocker(self.caller):
            self.caller.set_options(
                [("", self.tr("Everyone"))]
                + [(each.id, f"{each.name} ({each.calls})") for each in callers]
            )
            known = {each.id for each in callers}
            self.caller.set_value(kept if kept in known else "")
        self._count()

    def retranslate(self) -> None:
        for field, text in (
            (self.rule, self.tr("Draw")),
            (self.number, self.tr("How many")),
            (self.first, self.tr("Done from")),
            (self.last, self.tr("to")),
            (self.caller, self.tr("Caller")),
            (self.kind, self.tr("Kind")),
        ):
            field.set_label(text)
        kept = self.kind.value()
        kinds = [kind for kind in CallbackKind if kind is not CallbackKind.SPOT_CHECK]
        with QSignalBlocker(self.kind):
            self.kind.set_options(
                [("", self.tr("All kinds")), *((kind.value, words.word(kind)) for kind in kinds)]
            )
            self.kind.set_value(kept or "")
        self.act.setText(self.tr("Draw"))
        self.back.setText(self.tr("Back to the checks"))
        self._say_empty()
        self._count()

    # inside -----------------------------------------------------------------------------

    def _build(self) -> None:
        card = Card()
        card.add(self.form)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.back)
        row.addWidget(self.found, 1)
        row.addWidget(KeyHint("Ctrl+Enter"))
        row.addWidget(self.act)
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(card)
        column.addWidget(self.table, 1)

    def _columns(self) -> tuple[Column[DoneCall], ...]:
        return (
            Column("done", lambda: self.tr("Done"), lambda row: row.done_at, width=164),
            Column("kind", lambda: self.tr("Kind"), lambda row: row.kind, width=124),
            Column(
                "customer", lambda: self.tr("Customer"), lambda row: row.customer_name, stretch=True
            ),
            Column(
                "plate",
                lambda: self.tr("Plate"),
                lambda row: row.plate,
                display=lambda row: plates.display(row.plate) if row.plate else "",
                width=116,
            ),
            Column("caller", lambda: self.tr("Caller"), lambda row: row.caller, width=96),
            Column("minutes", lambda: self.tr("Minutes"), lambda row: row.minutes, width=76),
            Column(
                "happy", lambda: self.tr("Satisfaction"), lambda row: row.satisfaction, width=116
            ),
            Column("score", lambda: self.tr("Score"), lambda row: row.score, width=64),
            Column("number", lambda: self.tr("Number"), lambda row: row.number, width=124),
        )

    def _of_everybody(self) -> None:
        with QSignalBlocker(self.whose):
            self.whose.setCurrentIndex(0)

    def _say_empty(self) -> None:
        if not self.whose.explains(self.table):
            nothing = self.tr("There is no finished call to draw from.")
            self.table.set_empty("magnifying-glass", nothing)

    def _changed(self) -> None:
        self._ask()
        self._pause.start()

    def _ask(self) -> None:
        """Only a random draw asks how many; by hand the lines chosen are meant."""
        rule = self.rule.value()
        self.form.show_field("number", rule == SpotRule.RANDOM)
        self._count()

    def _count(self) -> None:
        count = len(self.table.rows())
        if self.rule.value() == SpotRule.BY_HAND:
            chosen = len(self.table.selected_ids())
            text = self.tr("%n chosen by hand", "", chosen)
        else:
            text = self.tr("%n call(s) to draw from", "", count)
        self.found.setText(text)
