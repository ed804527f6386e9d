"""From which day to which: a period with a name by one key, or two days typed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.errors import InputErrors, UserError
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.fields import DateField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.tokens import GAP
from frontdesk.ui.statistics.periods import Span, days_of


class PeriodChooser(Translated, QWidget):
    """``asked`` when another period is chosen or typed."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.span = ChoiceField("span", [(span, "") for span in Span])
        self.period = FormPanel()
        self.first = self.period.add(DateField("first"), 0)
        self.last = self.period.add(DateField("last"), 0, 1)
        self.period.save_requested.connect(self.asked)
        self.span.changed.connect(self.asked)
        for field in (self.first, self.last):
            field.entered.connect(self.asked)
            field.left.connect(self.asked)
            field.editor().setMaximumWidth(140)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.span, 5)
        row.addWidget(self.period, 4)
        self.retranslate()

    def begin(self, span: Span, today: date) -> None:
        """Choose ``span`` and show its days, without asking for them."""
        self._show_span(span)
        if (days := days_of(span, today)) is not None:
            self.show_days(*days)

    def begin_with(self, first: date, last: date) -> None:
        """Show these days as a period of its own, without asking for them."""
        self._show_span(Span.FREE)
        self.show_days(first, last)

    def asked_days(self, today: date) -> tuple[date, date] | None:
        """The days meant by what was chosen or typed; what cannot be read is said beside it."""
        span = self.span.value()
        named = days_of(span, today) if isinstance(span, Span) else None
        typing = self.first.hasFocus() or self.last.hasFocus()
        if named is not None and not typing:
            self.show_days(*named)
        try:
            days = self.days()
        except UserError as error:
            self.period.show_errors(error)
            return None
        if named is None or typing:
            # Days typed by hand are a period of their own, unless they are one with a name.
            self._show_span(next((s for s in Span if days_of(s, today) == days), Span.FREE))
        return days

    def days(self) -> tuple[date, date]:
        """The days typed. Raises ``InputErrors`` where one is missing or cannot be read."""
        values = self.period.values()
        first, last = values["first"], values["last"]
        if isinstance(first, date) and isinstance(last, date):
            return first, last
        raise InputErrors(
            [
                UserError("statistics.day_missing", name)
                for name, day in (("first", first), ("last", last))
                if not isinstance(day, date)
            ]
        )

    def show_days(self, first: date, last: date) -> None:
        """Show the days that are counted."""
        for field, day in ((self.first, first), (self.last, last)):
            blocked = field.blockSignals(True)
            field.set_value(day)
            field.set_error(None)
            field.blockSignals(blocked)

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        self.span.set_label(self.tr("Period"))
        self.span.set_options(
            [
                (Span.THIS_MONTH, self.tr("This month")),
                (Span.LAST_MONTH, self.tr("Last month")),
                (Span.THIS_YEAR, self.tr("This year")),
                (Span.FREE, self.tr("From – to")),
            ]
        )
        self.first.set_label(self.tr("from"))
        self.last.set_label(self.tr("to"))

    def _show_span(self, span: Span) -> None:
        blocked = self.span.blockSignals(True)
        self.span.set_value(span)
        self.span.blockSignals(blocked)
