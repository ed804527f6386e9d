"""A form: fields in columns, one way of keys through it, errors beside the fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from frontdesk.errors import InputErrors, UserError
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.field import Field
from frontdesk.ui.kit.labels import set_tone, small
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.tokens import GAP, ROOM, Tone

F = TypeVar("F", bound=Field)


class FormPanel(QWidget):
    """Labels beside fields, in ``columns``. Enter moves on, Ctrl+Enter asks for saving.

    Tab order is the order in which fields are added: the order of speech.
    """

    save_requested = Signal()
    changed = Signal()
    left = Signal(str)
    last_entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, Field] = {}
        self._validators: dict[str, Callable[[object], object]] = {}
        self._baseline: dict[str, str] = {}
        self._remark: QLabel | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GAP)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            bind_key(self, keys, self.save_requested)

    # building ---------------------------------------------------------------------------

    def add(self, field: F, row: int, column: int = 0, span: int = 1, rows: int = 1) -> F:
        """Place ``field`` with its label; ``column``/``span`` count pairs of label and field.

        ``rows`` lets a field of several lines stand beside several others.
        """
        self._place(field, row, column, span, rows)
        self._take(field)
        previous = list(self._fields.values())[-2:-1]
        if previous:
            QWidget.setTabOrder(previous[0].editor(), field.editor())
        return field

    def add_apart(self, field: F) -> F:
        """Take in a field that stands elsewhere; Enter does not lead to it."""
        self._take(field)
        return field

    def _take(self, field: Field) -> None:
        self._fields[field.name] = field
        self._baseline[field.name] = field.typed()
        field.changed.connect(self.changed)
        field.left.connect(lambda: self._left(field))
        field.entered.connect(lambda: self.move_on(field))

    def arrange(self, places: Mapping[str, tuple[int, int, int]]) -> None:
        """Place the fields anew, each at (row, column, span); their order stays that of speech."""
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
            self._grid.setColumnMinimumWidth(column, 0)
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
        for name, (row, column, span) in places.items():
            field = self._fields[name]
            self._grid.removeWidget(field.label)
            self._grid.removeWidget(field)
            self._place(field, row, column, span)
        self.add_stretch(1 + max(row for row, *_ in places.values()))

    def add_widget(self, widget: QWidget, row: int, column: int = 0, span: int = 1) -> None:
        """Place something that is no field, such as a section title, over label and field."""
        self._grid.addWidget(widget, row, column * 3, 1, span * 3 - 1)

    def add_stretch(self, row: int) -> None:
        """Let ``row`` take the room that is left."""
        self._grid.setRowStretch(row, 1)

    def set_share(self, column: int, share: int) -> None:
        """Give the fields of a column more room than those of the others (which have 1)."""
        self._grid.setColumnStretch(column * 3 + 1, share)

    def validator(self, name: str, check: Callable[[object], object]) -> None:
        """Run ``check`` with the field's value on leaving it; a ``UserError`` stands beside it."""
        self._validators[name] = check

    def _place(self, field: Field, row: int, column: int, span: int, rows: int = 1) -> None:
        at = column * 3
        if column:
            self._grid.setColumnMinimumWidth(at - 1, ROOM)
        self._grid.addWidget(field.label, row, at, Qt.AlignmentFlag.AlignTop)
        # Only a field of several lines grows; the others stay at the top of their row.
        grows = field.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Expanding
        side = Qt.AlignmentFlag(0) if grows else Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(field, row, at + 1, rows, 1 + (span - 1) * 3, side)
        for each in range(column, column + span):
            self._grid.setColumnStretch(each * 3 + 1, 1)

    # fields -----------------------------------------------------------------------------

    def has(self, name: str) -> bool:
        """Whether there is a field of that name."""
        return name in self._fields

    def field(self, name: str) -> Field:
        """The field of that name."""
        return self._fields[name]

    def fields(self) -> tuple[Field, ...]:
        """All fields in tab order."""
        return tuple(self._fields.values())

    def show_field(self, name: str, shown: bool) -> None:
        """Show or hide a field with its label."""
        self._fields[name].setVisible(shown)
        self._fields[name].label.setVisible(shown)

    def set_read_only(self, read_only: bool) -> None:
        """Show, but do not let change."""
        for field in self._fields.values():
            field.set_read_only(read_only)

    # values -----------------------------------------------------------------------------

    def values(self) -> dict[str, object]:
        """All values by name. Raises ``InputErrors`` for what cannot be read."""
        values: dict[str, object] = {}
        faults: list[UserError] = []
        for name, field in self._fields.items():
            try:
                values[name] = field.value()
            except UserError as error:
                faults.append(error)
        if faults:
            raise InputErrors(faults)
        return values

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show a record; fields not named are emptied. Nothing counts as changed afterwards."""
        blocked = self.blockSignals(True)
        for name, field in self._fields.items():
            field.set_value(values.get(name))
            field.set_error(None)
        self.blockSignals(blocked)
        self.mark_saved()

    def typed(self) -> dict[str, str]:
        """What was typed, readable or not: for drafts."""
        return {name: field.typed() for name, field in self._fields.items()}

    def set_typed(self, typed: Mapping[str, str]) -> None:
        """Show again what ``typed`` gave; it counts as changed."""
        for name, field in self._fields.items():
            if name in typed:
                field.set_typed(typed[name])

    def has_changes(self) -> bool:
        """Whether anything differs from what was last shown or saved."""
        return self.typed() != self._baseline

    def changes(self) -> dict[str, str]:
        """What is typed in the fields that differ from what was last shown or saved."""
        return {
            name: typed for name, typed in self.typed().items() if typed != self._baseline.get(name)
        }

    def baseline(self) -> dict[str, str]:
        """What was last shown or saved, as texts."""
        return dict(self._baseline)

    def mark_saved(self, sent: Mapping[str, str] | None = None) -> None:
        """What is shown now is what is kept, or what was ``sent`` to be: typed since, it is not."""
        self._baseline = self.typed() if sent is None else {**self.typed(), **sent}

    # remarks ----------------------------------------------------------------------------

    def set_remark(self, text: str) -> None:
        """A quiet line under the fields, such as that what is typed could not be kept yet."""
        if self._remark is None:
            if not text:
                return
            self._remark = small(wrap=True)
            self._remark.setObjectName("remark")
            set_tone(self._remark, Tone.WARN)
            self._grid.addWidget(self._remark, self._grid.rowCount(), 0, 1, -1)
        self._remark.setText(text)
        self._remark.setVisible(bool(text))

    def remark(self) -> str:
        """The line under the fields, or ''."""
        return self._remark.text() if self._remark is not None else ""

    # errors -----------------------------------------------------------------------------

    def show_errors(self, error: UserError) -> None:
        """Put each sentence beside its field and go to the first; others are left out."""
        parts = error.errors if isinstance(error, InputErrors) else (error,)
        first: Field | None = None
        for part in parts:
            field = self._fields.get(part.field or "")
            if field is not None:
                field.set_error(errors.said(part))
                first = first or field
        if first is not None:
            self._go(first)

    def clear_errors(self) -> None:
        """Take all sentences away."""
        for field in self._fields.values():
            field.set_error(None)

    # keys -------------------------------------------------------------------------------

    def move_on(self, field: Field) -> None:
        """Go to the next field that can be used; ``last_entered`` after the last one."""
        names = [each for each in self._fields.values() if self.isAncestorOf(each)]
        if field not in names:
            return
        for after in names[names.index(field) + 1 :]:
            if after.isVisibleTo(self) and after.editor().isEnabled():
                self._go(after)
                return
        at = QApplication.focusWidget()
        self.last_entered.emit()
        # Unless whoever listens has gone where the work goes on, such as to the button that saves,
        # or back to this very field for what is wrong with it.
        if QApplication.focusWidget() is at and not field.error():
            self.focusNextChild()

    def focus_first(self) -> None:
        """Go to the first field that can be used."""
        for field in self._fields.values():
            if field.isVisibleTo(self) and field.editor().isEnabled():
                self._go(field)
                return

    def _go(self, field: Field) -> None:
        field.setFocus(Qt.FocusReason.TabFocusReason)
        at = self.parentWidget()
        while at is not None:
            if isinstance(at, QScrollArea):
                at.ensureWidgetVisible(field)
            at = at.parentWidget()

    def _left(self, field: Field) -> None:
        try:
            value = field.value()
            check = self._validators.get(field.name)
            if check is not None and value is not None:
                check(value)
        except UserError as error:
            field.set_error(errors.said(error))
        self.left.emit(field.name)
