"""The form of one step, built from the step's own table of fields."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent

from frontdesk.services.complaints.dto import (
    CategoryTree,
    FieldKind,
    NextStep,
    Person,
    StepField,
    Ticket,
    asked,
    field_name,
)
from frontdesk.ui.kit import language
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.choices import ChoicesField
from frontdesk.ui.kit.field import Field
from frontdesk.ui.kit.fields import (
    DateTimeField,
    MoneyField,
    MultilineField,
    NumberField,
    TextField,
)
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.language import Translated

_NOTE_LINES = 3
_PAIRED_LINES = 2
_TALLEST = 160
_MANY_FIELDS = 8
_MOST_COLUMNS = 3
_COLUMN_WIDTH = 260
"""What a label and a field that can be read while typing need."""
_WHOLE_ROW = (FieldKind.CHOICES,)


class StepForm(Translated, FormPanel):
    """Fields that do not apply to what is chosen so far stay out of sight."""

    def __init__(self, ticket: Ticket, step: NextStep, tree: CategoryTree) -> None:
        super().__init__()
        self.step = step
        self._ticket, self._tree = ticket, tree
        self._most_columns = _MOST_COLUMNS if len(step.fields) > _MANY_FIELDS else 1
        self._columns = self._most_columns
        places = self._places()
        for each in step.fields:
            row, column, span = places[each.name]
            self.add(self._field(each), row, column, span)
        self.add_stretch(1 + max((row for row, *_ in places.values()), default=0))
        self.retranslate()
        self.set_values(dict(step.guesses))
        self._show_asked()
        self.changed.connect(self._show_asked)

    def said(self) -> dict[str, object]:
        """What the step says: the values of what is asked for. Raises ``InputErrors``."""
        shown = {each.name for each in self._asked()}
        return {name: value for name, value in self.values().items() if name in shown}

    def retranslate(self) -> None:
        speak = language.current()
        for each in self.step.fields:
            field = self.field(each.name)
            if isinstance(field, ChoiceField):
                self._offer(each, field)
            field.set_label(field_name(self.step.step, each.name, speak))
            field.set_required(each.required)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = max(1, min(self._most_columns, self.width() // _COLUMN_WIDTH))
        if columns != self._columns:
            self._columns = columns
            self.arrange(self._places())

    def minimumSizeHint(self) -> QSize:
        # As narrow as whatever it scrolls in: it is for the columns to become fewer.
        return QSize(0, super().minimumSizeHint().height())

    def _places(self) -> dict[str, tuple[int, int, int]]:
        """Row, column and span of each field, side by side as long as there are columns."""
        places: dict[str, tuple[int, int, int]] = {}
        place = 0
        for each in self.step.fields:
            whole = self._columns == 1 or each.kind in _WHOLE_ROW
            if whole and place % self._columns:
                place += self._columns - place % self._columns
            row, column = divmod(place, self._columns)
            span = self._columns if whole else 1
            places[each.name] = (row, column, span)
            place += span
        return places

    def _field(self, each: StepField) -> Field:
        lines = _PAIRED_LINES if self._most_columns > 1 else _NOTE_LINES
        makers: dict[FieldKind, Callable[[], Field]] = {
            FieldKind.LINE: lambda: TextField(each.name),
            FieldKind.NOTE: lambda: MultilineField(each.name, lines=lines),
            FieldKind.MOMENT: lambda: DateTimeField(each.name),
            FieldKind.MONEY: lambda: MoneyField(each.name),
            FieldKind.SCORE: lambda: NumberField(each.name, least=1, most=10),
            FieldKind.YES_NO: lambda: ChoiceField(each.name),
            FieldKind.CHOICE: lambda: ChoiceField(each.name, each.options or ()),
            FieldKind.CHOICES: lambda: ChoicesField(each.name, each.options or (), per_row=8),
            FieldKind.HANDLER: lambda: ChoiceField(each.name),
            FieldKind.CATEGORY: lambda: ChoiceField(each.name, as_list=True),
        }
        made = makers[each.kind]()
        if isinstance(made, MultilineField):
            made.setMaximumHeight(_TALLEST)
        return made

    def _offer(self, each: StepField, field: ChoiceField) -> None:
        speak = language.current()
        match each.kind:
            case FieldKind.YES_NO:
                field.set_options([(True, self.tr("Yes")), (False, self.tr("No"))])
            case FieldKind.HANDLER:
                field.set_options([(p.id, self._person(p)) for p in self._ticket.handlers])
            case FieldKind.CATEGORY:
                # Its own stays to choose, also where it was retired meanwhile.
                own = self._ticket.category
                open_ = self._tree.offered()
                keys = [leaf.key for group in open_.groups for leaf in group.leaves]
                keys = keys if own in keys else [own, *keys]
                field.set_options([(key, self._tree.path(key, speak)) for key in keys])
            case _:
                pass

    def _person(self, person: Person) -> str:
        if not person.open:
            return person.name
        held = self.tr("%n in hand", "", person.open)
        return f"{person.name} · {held}"

    def _asked(self) -> tuple[StepField, ...]:
        return asked(self.step.step, {f.name: _as_said(f.typed()) for f in self.fields()})

    def _show_asked(self) -> None:
        shown = {each.name for each in self._asked()}
        for each in self.step.fields:
            self.show_field(each.name, each.name in shown)


def _as_said(typed: str) -> str:
    """Yes and no as an entry keeps them."""
    return {"True": "yes", "False": "no"}.get(typed, typed)
