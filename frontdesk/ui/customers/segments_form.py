"""What a segment asks for, to be typed: every field that is left empty asks for nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.models.enums import AgeBand, Badge, CustomerKind, ValueClass, VehicleUse
from frontdesk.services.segments.dto import KeptSegment
from frontdesk.services.segments.inputs import PART, Criteria
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.choices import ChoicesField
from frontdesk.ui.kit.fields import CheckField, DateField, NumberField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.language import Translated

_LOST, _NOT_LOST = "lost", "not_lost"
_MOST_DAYS = 3_650
_CHOSEN: dict[str, type[StrEnum]] = {
    "classes": ValueClass,
    "badges": Badge,
    "ages": AgeBand,
    "kinds": CustomerKind,
    "uses": VehicleUse,
}
_TEXTS = ("model", "vehicle_class", "occupation", "region", "address")
_DAYS = ("visited_from", "visited_until")
_NUMBERS = ("maintenance_due", "insurance_due", "inspection_due")
_CHECKS = ("members", "may_call", "never_here")
_T = TypeVar("_T", bound=StrEnum)


class SegmentForm(Translated, QWidget):
    """``changed``: something else is asked for."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form = FormPanel()
        add = self.form.add
        self.name = add(TextField("name", max_length=60), 0, 0, 2)
        self.classes = add(ChoicesField("classes", ValueClass), 1, 0, 2)
        self.badges = add(ChoicesField("badges", Badge, per_row=3), 2, 0, 2)
        self.ages = add(ChoicesField("ages", AgeBand, per_row=2), 3, 0, 2)
        self.kinds = add(ChoicesField("kinds", CustomerKind), 4, 0, 2)
        self.uses = add(ChoicesField("uses", VehicleUse), 5, 0, 2)
        self.lost = add(ChoiceField("lost"), 6, 0, 2)
        self.model = add(TextField("model", max_length=PART), 7, 0)
        self.vehicle_class = add(TextField("vehicle_class", max_length=PART), 7, 1)
        self.occupation = add(TextField("occupation", max_length=PART), 8, 0)
        self.region = add(TextField("region", max_length=6), 8, 1)
        self.address = add(TextField("address", max_length=PART), 9, 0, 2)
        self.visited_from = add(DateField("visited_from"), 10, 0)
        self.visited_until = add(DateField("visited_until"), 10, 1)
        self.maintenance_due = add(NumberField("maintenance_due", most=_MOST_DAYS), 11, 0)
        self.insurance_due = add(NumberField("insurance_due", most=_MOST_DAYS), 11, 1)
        self.inspection_due = add(NumberField("inspection_due", most=_MOST_DAYS), 12, 0)
        self.members = add(CheckField("members"), 12, 1)
        self.may_call = add(CheckField("may_call"), 13, 0)
        self.never_here = add(CheckField("never_here"), 13, 1)
        self.form.add_stretch(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self.form.changed.connect(self.changed)
        self.retranslate()

    def show_kept(self, kept: KeptSegment | None) -> None:
        """Show a segment, or begin one (``None``); nothing counts as typed."""
        asked = kept.criteria if kept is not None else Criteria()
        values: dict[str, object] = {"name": kept.name if kept is not None else ""}
        values |= {name: frozenset(getattr(asked, name)) for name in _CHOSEN}
        values |= {name: getattr(asked, name) for name in (*_TEXTS, *_DAYS, *_NUMBERS, *_CHECKS)}
        values["lost"] = "" if asked.lost is None else _LOST if asked.lost else _NOT_LOST
        with QSignalBlocker(self.form):
            self.form.set_values(values)
            self.form.clear_errors()

    def called(self) -> str:
        """The name as typed."""
        return self.name.typed().strip()

    def wanted(self) -> Criteria:
        """What is asked for. Raises ``UserError`` for what cannot be read."""
        values = self.form.values()
        lost = {_LOST: True, _NOT_LOST: False}.get(str(values["lost"] or ""))
        return Criteria(
            classes=_members(ValueClass, values["classes"]),
            badges=_members(Badge, values["badges"]),
            ages=_members(AgeBand, values["ages"]),
            kinds=_members(CustomerKind, values["kinds"]),
            uses=_members(VehicleUse, values["uses"]),
            lost=lost,
            visited_from=_day(values["visited_from"]),
            visited_until=_day(values["visited_until"]),
            maintenance_due=_number(values["maintenance_due"]),
            insurance_due=_number(values["insurance_due"]),
            inspection_due=_number(values["inspection_due"]),
            members=bool(values["members"]),
            may_call=bool(values["may_call"]),
            never_here=bool(values["never_here"]),
            model=str(values["model"] or ""),
            vehicle_class=str(values["vehicle_class"] or ""),
            occupation=str(values["occupation"] or ""),
            region=str(values["region"] or ""),
            address=str(values["address"] or ""),
        )

    def retranslate(self) -> None:
        for field, text in (
            (self.name, self.tr("Name")),
            (self.classes, self.tr("Value class")),
            (self.badges, self.tr("Valued for")),
            (self.ages, self.tr("Car age")),
            (self.kinds, self.tr("Kind")),
            (self.uses, self.tr("Use")),
            (self.lost, self.tr("Lost")),
            (self.model, self.tr("Model contains")),
            (self.vehicle_class, self.tr("Vehicle class")),
            (self.occupation, self.tr("Occupation contains")),
            (self.region, self.tr("Area code")),
            (self.address, self.tr("Address contains")),
            (self.visited_from, self.tr("Last visit from")),
            (self.visited_until, self.tr("until")),
            (self.maintenance_due, self.tr("Maintenance in days")),
            (self.insurance_due, self.tr("Insurance in days")),
            (self.inspection_due, self.tr("Inspection in days")),
            (self.members, self.tr("Members only")),
            (self.may_call, self.tr("May be called")),
            (self.never_here, self.tr("Never here")),
        ):
            field.set_label(text)
        kept = self.lost.value()
        with QSignalBlocker(self.lost):
            self.lost.set_options(
                [
                    ("", self.tr("Either")),
                    (_LOST, self.tr("Lost")),
                    (_NOT_LOST, self.tr("Not lost")),
                ]
            )
            self.lost.set_value(kept or "")


def _members(kind: type[_T], chosen: object) -> tuple[_T, ...]:
    """What is chosen, in the order of the list."""
    found = frozenset(chosen) if isinstance(chosen, Iterable) else frozenset()
    return tuple(member for member in kind if member in found)


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None
