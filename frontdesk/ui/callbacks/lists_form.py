"""Asks for a call list: why we call and when, and whom, counted while it is typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.clock import today
from frontdesk.errors import UserError
from frontdesk.models.enums import CallbackKind
from frontdesk.services.callbacks.list_dto import Counted, Criteria, ListInput
from frontdesk.ui.kit import words
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.fields import CheckField, DateField, NumberField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button, muted, plain
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card, KeyHint
from frontdesk.ui.kit.tokens import GAP

_MONTHS = 12
_PAUSE_MS = 300
_SPECIAL_ONLY = (
    "occasion",
    "members",
    "birthday_month",
    "visited_from",
    "visited_until",
    "delivered_from",
    "delivered_until",
    "model",
    "area",
    "segment",
)


class ListForm(Translated, QWidget):
    """``asked``: make the list. ``left``: not after all. ``changed``: count again."""

    asked = Signal()
    left = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form = FormPanel()
        self.kind = self.form.add(ChoiceField("kind"), 0, 0, 2)
        self.name = self.form.add(TextField("name", max_length=60), 1, 0)
        self.occasion = self.form.add(TextField("occasion", max_length=60), 1, 1)
        self.first = self.form.add(DateField("first"), 2, 0)
        self.last = self.form.add(DateField("last"), 2, 1)
        self.lost_in = self.form.add(ChoiceField("lost_in", as_list=True), 3, 0)
        self.birthday = self.form.add(NumberField("birthday_month", least=1, most=12), 4, 0)
        self.model = self.form.add(TextField("model", max_length=40), 4, 1)
        self.visited_from = self.form.add(DateField("visited_from"), 5, 0)
        self.visited_until = self.form.add(DateField("visited_until"), 5, 1)
        self.delivered_from = self.form.add(DateField("delivered_from"), 6, 0)
        self.delivered_until = self.form.add(DateField("delivered_until"), 6, 1)
        self.area = self.form.add(TextField("area", max_length=40), 7, 0)
        self.members = self.form.add(CheckField("members"), 7, 1)
        self.segment = self.form.add(ChoiceField("segment", as_list=True), 8, 0)
        self.found = plain(wrap=True)
        self.hint = muted(wrap=True)
        self.act = button(look="primary")
        self.back = button(look="flat")
        self.card = Card()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self._counted: Counted | None = None
        self._segments: tuple[tuple[str, str], ...] = ()
        self._named = ""
        self._days: Mapping[CallbackKind, int] = {}
        self._ends: date | None = None
        self._build()
        self.form.changed.connect(self._was_changed)
        self.form.save_requested.connect(self.asked)
        self.form.last_entered.connect(self.act.setFocus)
        self.act.clicked.connect(self.asked)
        self.back.clicked.connect(self.left)
        self.retranslate()

    def begin(self, days: Mapping[CallbackKind, int]) -> None:
        """A list of those lost this month, for as many ``days`` as are set for the kind."""
        now = today(words.clock())
        self._days = days
        self._ends = now + timedelta(days=days[CallbackKind.LOST_CUSTOMER])
        self._named = self._name_of(now)
        self.form.set_values(
            {
                "kind": CallbackKind.LOST_CUSTOMER.value,
                "name": self._named,
                "first": now,
                "last": self._ends,
                "lost_in": now.replace(day=1).isoformat(),
            }
        )
        self.form.clear_errors()
        self._show_kind()
        self.form.focus_first()
        self.changed.emit()

    def wanted(self) -> ListInput:
        """What is typed. Raises ``UserError`` for what cannot be read."""
        values = self.form.values()
        kind = CallbackKind(str(values["kind"] or CallbackKind.LOST_CUSTOMER))
        month = values["lost_in"]
        lost = kind is CallbackKind.LOST_CUSTOMER
        birthday = values["birthday_month"]
        criteria = Criteria(
            members=bool(values["members"]),
            birthday_month=birthday if isinstance(birthday, int) else None,
            model=str(values["model"] or ""),
            area=str(values["area"] or ""),
            segment=str(values["segment"] or ""),
            visited_from=_day(values["visited_from"]),
            visited_until=_day(values["visited_until"]),
            delivered_from=_day(values["delivered_from"]),
            delivered_until=_day(values["delivered_until"]),
        )
        return ListInput(
            kind=kind,
            name=str(values["name"] or ""),
            first=_day(values["first"]),
            last=_day(values["last"]),
            occasion="" if lost else str(values["occasion"] or ""),
            criteria=Criteria(lost_in=date.fromisoformat(str(month)))
            if lost and month
            else criteria,
        )

    def show_segments(self, segments: Sequence[tuple[str, str]]) -> None:
        """Offer these segments, each an id with its name."""
        self._segments = tuple(segments)
        kept = self.segment.value()
        with QSignalBlocker(self.segment):
            self.segment.set_options([("", self.tr("All customers")), *self._segments])
            self.segment.set_value(kept if kept in dict(self._segments) else "")

    def show_counted(self, counted: Counted | None) -> None:
        """Say whom the list would hold; ``None``: not to be told yet."""
        self._counted = counted
        self.act.setEnabled(counted is None or counted.to_call > 0)
        if counted is None:
            self.found.setText("")
            return
        parts = [
            self.tr("%n call(s) to be made", "", counted.to_call),
            self.tr("%n fit", "", counted.found),
        ]
        if counted.refuse:
            parts.append(self.tr("%n want no calls", "", counted.refuse))
        if counted.listed:
            parts.append(self.tr("%n have such a call already", "", counted.listed))
        self.found.setText("  ·  ".join(parts))

    def retranslate(self) -> None:
        for field, text in (
            (self.kind, self.tr("Kind")),
            (self.name, self.tr("Name")),
            (self.occasion, self.tr("Why we call")),
            (self.first, self.tr("Calls from")),
            (self.last, self.tr("until")),
            (self.lost_in, self.tr("Lost in")),
            (self.members, self.tr("Members only")),
            (self.birthday, self.tr("Birthday in month")),
            (self.model, self.tr("Model contains")),
            (self.visited_from, self.tr("Last visit from")),
            (self.visited_until, self.tr("until")),
            (self.delivered_from, self.tr("Delivered from")),
            (self.delivered_until, self.tr("until")),
            (self.area, self.tr("Address contains")),
            (self.segment, self.tr("Segment")),
        ):
            field.set_label(text)
        kept, month = self.kind.value(), self.lost_in.value()
        with QSignalBlocker(self.kind), QSignalBlocker(self.lost_in):
            kinds = (CallbackKind.LOST_CUSTOMER, CallbackKind.SPECIAL_PERIOD)
            self.kind.set_options([(kind.value, words.word(kind)) for kind in kinds])
            self.kind.set_value(kept or CallbackKind.LOST_CUSTOMER.value)
            self.lost_in.set_options(self._months())
            self.lost_in.set_value(month or self._months()[0][0])
        self.show_segments(self._segments)
        self.act.setText(self.tr("Make the list"))
        self.back.setText(self.tr("Back to the lists (Esc)"))
        self.card.set_title(self.tr("New call list"))
        self.hint.setText(
            self.tr("Who wants no calls, or has such a call still to come, is never on it.")
        )
        self.show_counted(self._counted)

    # inside -----------------------------------------------------------------------------

    def _build(self) -> None:
        self.name.set_required(True)
        self.occasion.set_required(True)
        self.card.add(self.form)
        self.card.add(self.found)
        self.card.add(self.hint)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.act)
        row.addWidget(KeyHint("Ctrl+Enter"))
        row.addWidget(self.back)
        row.addStretch(1)
        self.card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addStretch(1)

    def _months(self) -> list[tuple[str, str]]:
        month, found = today(words.clock()).replace(day=1), []
        for _ in range(_MONTHS):
            found.append((month.isoformat(), self._said(month)))
            month = (month - timedelta(days=1)).replace(day=1)
        return found

    def _said(self, month: date) -> str:
        return self.tr("{month}/{year}").format(year=month.year, month=month.month)

    def _was_changed(self) -> None:
        self._show_kind()
        self._name_it()
        self._end_it()
        self._pause.start()

    def _lost(self) -> bool:
        return self.kind.value() == CallbackKind.LOST_CUSTOMER.value

    def _show_kind(self) -> None:
        lost = self._lost()
        self.form.show_field("lost_in", lost)
        for name in _SPECIAL_ONLY:
            self.form.show_field(name, not lost)

    def _name_it(self) -> None:
        """A list of the lost is named after its month, until another name is typed."""
        month = _month(self.lost_in.value())
        if self.name.typed() not in ("", self._named):
            return
        self._named = self._name_of(month) if month and self._lost() else ""
        if self.name.typed() != self._named:
            with QSignalBlocker(self.form):
                self.name.set_value(self._named)

    def _end_it(self) -> None:
        """Its last day is that of its kind, until another one is typed."""
        first, kind = self._typed_day(self.first), self.kind.value()
        if first is None or kind is None or self._typed_day(self.last) != self._ends:
            return
        days = self._days.get(CallbackKind(str(kind)))
        if days is None:
            return
        self._ends = first + timedelta(days=days)
        if self._typed_day(self.last) != self._ends:
            with QSignalBlocker(self.form):
                self.last.set_value(self._ends)

    def _typed_day(self, field: DateField) -> date | None:
        try:
            return _day(field.value())
        except UserError:
            return None

    def _name_of(self, month: date) -> str:
        return self.tr("Lost in {month}").format(month=self._said(month))


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def _month(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value else None
