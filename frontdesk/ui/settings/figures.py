"""The field of one figure, and what stands beside it: its default, its meaning, the way back."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from frontdesk.models.enums import CallbackKind, Role
from frontdesk.models.rules import CallHours, Rules
from frontdesk.services.rule_figures import values_of
from frontdesk.services.rule_table import FIGURES, NO_ROLE, ROLE, Unit, roles_for
from frontdesk.texts.rules import UNITS, given_to, rule_meaning, rule_name
from frontdesk.ui.kit import language, words
from frontdesk.ui.kit.choice import ChoiceField
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
    if FIGURES[name].unit is Unit.ROLE:
        return RoleField(name)
    return NumberField(name, least=-_ANY, most=_ANY)


class RoleField(ChoiceField):
    """One of the roles calls of a kind may be given to."""

    def __init__(self, name: str) -> None:
        self._kind = CallbackKind(name.removeprefix(ROLE))
        super().__init__(name, as_list=True)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        super().retranslate()
        roles = roles_for(self._kind)
        self.set_options(tuple((role, role_text(self._kind, role)) for role in roles))


def role_text(kind: CallbackKind, role: str) -> str:
    """Who is given calls of ``kind`` where ``role`` is set for them."""
    return given_to(kind, None if role == NO_ROLE else Role(role)).in_(language.current())


def default_of(name: str) -> object:
    """The figure the program ships with."""
    return _DEFAULTS[name]


def shows_default(field: Field) -> bool:
    """Whether what is typed is the figure the program ships with."""
    shown = field.typed()
    if isinstance(field, RoleField):
        return shown == str(default_of(field.name))  # half a word would not be shown again
    field.blockSignals(True)
    field.set_value(default_of(field.name))
    same = field.typed() == shown
    field.set_typed(shown)
    field.blockSignals(False)
    return same


class Restorer(Protocol):
    """Brings the default of one figure back, and offers to where there is a way back."""

    @property
    def restore(self) -> QPushButton:
        """The way back, to be clicked."""

    def said(self) -> tuple[str, str]:
        """The default and the meaning as they stand there."""

    def put_back(self) -> None:
        """Show the default; it holds once saved."""

    def look(self) -> None:
        """Offer the way back only where there is one."""


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
        self.restore.setVisible(not shows_default(self._field))

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
    if FIGURES[name].unit is Unit.ROLE:
        return role_text(CallbackKind(name.removeprefix(ROLE)), str(value))
    if isinstance(value, CallHours):
        return span_text(value)
    if isinstance(value, bool):
        return words.shown(value)
    if isinstance(value, tuple):
        return dates_text(value) or "–"
    unit = UNITS[FIGURES[name].unit].in_(language.current())
    figure = words.number(value) if isinstance(value, int) else ""
    return f"{figure} {unit}".strip()
