"""The field of one figure, and what stands beside it: its default, its meaning, the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.models.rules import CallHours, Rules
from frontdesk.services.rule_figures import FIGURES, Unit, values_of
from frontdesk.texts.rules import UNITS, rule_meaning, rule_name
from frontdesk.ui.kit import language, words
from frontdesk.ui.kit.field import Field
from frontdesk.ui.kit.fields import CheckField, NumberField
from frontdesk.ui.kit.labels import button, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.tokens import CONTROL_HEIGHT, GAP
from frontdesk.ui.settings.dates_field import DatesField, dates_text
from frontdesk.ui.settings.span_field import SpanField, span_text

_DEFAULTS = values_of(Rules())
_ANY = 10**12
_DEFAULT_WIDTH = 150
_WIDTH = 540


def figure_field(name: str) -> Field:
    """The field for the figure ``name``; its bounds are the service's to judge."""
    if FIGURES[name].unit is Unit.SPAN:
        return SpanField(name)
    if FIGURES[name].unit is Unit.SWITCH:
        return CheckField(name)
    if FIGURES[name].unit is Unit.DATES:
        return DatesField(name)
    return NumberField(name, least=-_ANY, most=_ANY)


def default_of(name: str) -> object:
    """The figure the program ships with."""
    return _DEFAULTS[name]


class Beside(Translated, QWidget):
    """At the right of a field. The button is left out while the field shows the default."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._field = field
        self.setMinimumWidth(_WIDTH)
        self._default = small()
        self._default.setMinimumWidth(_DEFAULT_WIDTH)
        self.restore = button(look="flat")
        # Tab goes from figure to figure; Ctrl+D restores the one being typed.
        self.restore.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.restore.clicked.connect(self.put_back)
        policy = self.restore.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.restore.setSizePolicy(policy)
        self._meaning = small()
        self._meaning.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._default)
        row.addWidget(self.restore)
        row.addWidget(self._meaning, 1)
        # It stays beside the figure when a sentence opens beneath that.
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 0, 0, 0)
        column.addLayout(row)
        column.addStretch()
        self._default.setFixedHeight(CONTROL_HEIGHT)
        # Room for two lines; one stands in the middle.
        self._meaning.setFixedHeight(max(CONTROL_HEIGHT, 2 * self._meaning.fontMetrics().height()))
        field.changed.connect(self.look)
        self.retranslate()

    def put_back(self) -> None:
        """Show the default; it holds once saved."""
        self._field.set_value(default_of(self._field.name))
        self._field.setFocus()

    def said(self) -> tuple[str, str]:
        """The default and the meaning as they stand there."""
        return self._default.text(), self._meaning.text()

    def look(self) -> None:
        """Offer the way back only where there is one."""
        shown = self._field.typed()
        self._field.blockSignals(True)
        self._field.set_value(default_of(self._field.name))
        same = self._field.typed() == shown
        self._field.set_typed(shown)
        self._field.blockSignals(False)
        self.restore.setVisible(not same)

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        name = self._field.name
        now = language.current()
        unit = UNITS[FIGURES[name].unit].in_(now)
        title = rule_name(name).in_(now)
        if isinstance(self._field, NumberField):
            self._field.set_unit(unit)
        self._field.set_label(title)
        self._default.setText(self.tr("Default {figure}").format(figure=figure_text(name)))
        self.restore.setText(self.tr("Restore"))
        self.restore.setAccessibleName(self.tr("Restore the default of {name}").format(name=title))
        meaning = rule_meaning(name)
        self._meaning.setText(meaning.in_(now) if meaning is not None else "")


def figure_text(name: str) -> str:
    """The default of ``name`` with its unit."""
    value = default_of(name)
    if isinstance(value, CallHours):
        return span_text(value)
    if isinstance(value, bool):
        return words.shown(value)
    if isinstance(value, tuple):
        return dates_text(value) or "–"
    unit = UNITS[FIGURES[name].unit].in_(language.current())
    figure = words.number(value) if isinstance(value, int) else ""
    return f"{figure} {unit}".strip()
