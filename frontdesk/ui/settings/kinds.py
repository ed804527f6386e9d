"""The kinds of calls in a table: which comes first, who is given it, on how many days."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from frontdesk.models.enums import CallbackKind
from frontdesk.services.rule_table import FIGURES, PRIORITY, ROLE, Group, Unit, roles_for, window_of
from frontdesk.texts.rules import UNITS, days_of_kind, rule_name
from frontdesk.ui.kit import language, words
from frontdesk.ui.kit.field import Field
from frontdesk.ui.kit.fields import NumberField
from frontdesk.ui.kit.labels import button, muted, plain, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.section import Title
from frontdesk.ui.kit.tokens import CONTROL_HEIGHT, GAP, ROOM
from frontdesk.ui.settings.figures import (
    Restorer,
    default_of,
    figure_field,
    figure_text,
    role_text,
    shows_default,
)
from frontdesk.ui.settings.rules import RulesSection

_PLACE, _ROLE, _DAYS = range(1, 4)
_NOTE, _BACK = 4, 5
_LEFT = Qt.AlignmentFlag.AlignLeft
_WIDTHS = {_PLACE: 120, _ROLE: 190, _DAYS: 140}


class KindsSection(RulesSection):
    """A row for each kind; Enter goes along it and on to the next."""

    def __init__(self, context: UiContext, title: Title) -> None:
        self._heads: tuple[QLabel, ...] = ()
        super().__init__(context, title, Group.KINDS)

    def retranslate(self) -> None:
        super().retranslate()
        for label, said in zip(self._heads, self._head_words(), strict=True):
            label.setText(said)
        self._how.setText(
            self.tr(
                "Of calls that are equally urgent the lower number is made first; with the same "
                "number the one whose last day comes first. Another number of days holds for calls "
                "made from then on."
            )
        )

    def _lay_out(self) -> None:
        self._how = small(wrap=True)
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(ROOM)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(_NOTE, 1)
        for column, width in _WIDTHS.items():
            grid.setColumnMinimumWidth(column, width)
        self._heads = tuple(muted() for _ in self._head_words())
        for column, head in enumerate(self._heads):
            side = Qt.AlignmentFlag.AlignRight if column in (_PLACE, _DAYS) else _LEFT
            grid.addWidget(head, 0, column, side)
        firsts = (name for name in self._names if name.startswith(PRIORITY))
        kinds = (CallbackKind(name.removeprefix(PRIORITY)) for name in firsts)
        for row, kind in enumerate(kinds, start=1):
            KindRow(self, kind, grid, row)
        fields = self.form.fields()
        for before, after in pairwise(fields):
            QWidget.setTabOrder(before.editor(), after.editor())
        self.form.add_widget(self._how, 0)
        self.form.add_widget(table, 1)

    def cell(self, name: str, back: Restorer) -> Field:
        """The field of one figure, taken into the form."""
        self._beside[name] = back
        return self.form.add_apart(figure_field(name))

    def _head_words(self) -> tuple[str, ...]:
        return (
            self.tr("Kind of call"),
            self.tr("Order"),
            self.tr("Given first to"),
            self.tr("Time"),
            self.tr("How it is counted"),
        )


class KindRow(Translated, QWidget):
    """What stands in one row; it has no place of its own, only a life."""

    def __init__(
        self, section: KindsSection, kind: CallbackKind, grid: QGridLayout, row: int
    ) -> None:
        super().__init__(section)
        self.hide()
        self._kind = kind
        self.said = ("", "")
        """The defaults of the row and how its days are counted, as they stand there."""
        self._title = plain()
        self._note = small(wrap=True)
        self._note.setMinimumHeight(2 * self._note.fontMetrics().height())
        self._only = plain()
        self.restore = button(look="flat")
        # Tab goes from figure to figure; Ctrl+D restores the one being typed.
        self.restore.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.restore.clicked.connect(self.put_all_back)
        policy = self.restore.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.restore.setSizePolicy(policy)
        top = Qt.AlignmentFlag.AlignTop
        for column, label in ((0, self._title), (_ROLE, self._only)):
            label.setMinimumHeight(CONTROL_HEIGHT)
            grid.addWidget(label, row, column, top)
        self._cells: list[_Cell] = []
        names = {_PLACE: f"{PRIORITY}{kind}", _ROLE: f"{ROLE}{kind}", _DAYS: window_of(kind)}
        for column, name in names.items():
            if name in FIGURES:
                cell = _Cell(section, name, self)
                cell.field.setFixedWidth(_WIDTHS[column])
                grid.addWidget(cell.field, row, column, top)
                self._cells.append(cell)
        self._only.setVisible(names[_ROLE] not in FIGURES)
        grid.addWidget(self._note, row, _NOTE, top)
        grid.addWidget(self.restore, row, _BACK, top)
        self.retranslate()

    def put_all_back(self) -> None:
        """Show the defaults of the row; they hold once saved."""
        for cell in self._cells:
            cell.field.set_value(default_of(cell.field.name))
        self._cells[0].field.setFocus()

    def look(self) -> None:
        """Offer the way back only where there is one."""
        self.restore.setVisible(not all(shows_default(cell.field) for cell in self._cells))

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        now = language.current()
        title = words.word(self._kind)
        self._title.setText(title)
        self._only.setText(role_text(self._kind, roles_for(self._kind)[0]))
        for cell in self._cells:
            cell.retranslate()
        defaults = " · ".join(figure_text(cell.field.name) for cell in self._cells)
        default = self.tr("Default {figure}").format(figure=defaults)
        self.said = (default, days_of_kind(self._kind).in_(now))
        self._note.setText("\n".join(reversed(self.said)))
        self.restore.setText(self.tr("Restore"))
        self.restore.setAccessibleName(self.tr("Restore the default of {name}").format(name=title))


class _Cell:
    """One figure of a row."""

    def __init__(self, section: KindsSection, name: str, row: KindRow) -> None:
        self._row = row
        self.field = section.cell(name, self)
        self.field.changed.connect(row.look)

    @property
    def restore(self) -> QPushButton:
        """The button of the whole row."""
        return self._row.restore

    def said(self) -> tuple[str, str]:
        """What stands at the end of the row."""
        return self._row.said

    def put_back(self) -> None:
        """Show the default; it holds once saved."""
        self.field.set_value(default_of(self.field.name))
        self.field.setFocus()

    def look(self) -> None:
        """Offer the way back only where there is one."""
        self._row.look()

    def retranslate(self) -> None:
        """Name the field as a screen reader says it, with its unit."""
        now = language.current()
        self.field.set_label(rule_name(self.field.name).in_(now))
        unit = FIGURES[self.field.name].unit
        if isinstance(self.field, NumberField) and unit is not Unit.PLACE:
            self.field.set_unit(UNITS[unit].in_(now))
