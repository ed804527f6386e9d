"""Inputs that are typed: text, figures, money, days and times."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from frontdesk.clock import local, today
from frontdesk.errors import UserError
from frontdesk.ui.kit import words
from frontdesk.ui.kit.emptied import empty
from frontdesk.ui.kit.field import Field
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import repolish
from frontdesk.ui.kit.quick_entry import parse_day, parse_moment, parse_money, parse_whole


class TextField(Field):
    """One line. ``value()`` is the stripped text, or ``None`` when empty."""

    def __init__(self, name: str, parent: QWidget | None = None, *, max_length: int = 200) -> None:
        super().__init__(name, parent)
        self.line = QLineEdit()
        self.line.setMaxLength(max_length)
        self.line.textChanged.connect(self._was_changed)
        self._use(self.line)

    def set_placeholder(self, text: str) -> None:
        """An example shown while the field is empty."""
        self.line.setPlaceholderText(text)

    def value(self) -> object:
        return self.line.text().strip() or None

    def set_value(self, value: object) -> None:
        self.line.setText("" if value is None else str(value))
        self.line.setCursorPosition(0)

    def typed(self) -> str:
        return self.line.text()

    def set_typed(self, typed: str) -> None:
        self.line.setText(typed)

    def set_read_only(self, read_only: bool) -> None:
        self.line.setReadOnly(read_only)
        repolish(self.line)


class PasswordField(TextField):
    """A text that is not shown."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent, max_length=1024)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)

    def value(self) -> object:
        return self.line.text() or None

    def spoken(self, typed: str) -> str:
        return ""


class MultilineField(Field):
    """Several lines: Enter moves on, Shift+Enter begins a new line."""

    def __init__(self, name: str, parent: QWidget | None = None, *, lines: int = 3) -> None:
        super().__init__(name, parent)
        self.box = QPlainTextEdit()
        self.box.setTabChangesFocus(True)
        self.box.setMinimumHeight(self.box.fontMetrics().lineSpacing() * lines + 14)
        self.box.textChanged.connect(self._was_changed)
        self._use(self.box, stretch=1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_placeholder(self, text: str) -> None:
        """An example shown while the field is empty."""
        self.box.setPlaceholderText(text)

    def value(self) -> object:
        return self.box.toPlainText().strip() or None

    def set_value(self, value: object) -> None:
        self.box.setPlainText("" if value is None else str(value))

    def typed(self) -> str:
        return self.box.toPlainText()

    def set_typed(self, typed: str) -> None:
        self.box.setPlainText(typed)

    def set_read_only(self, read_only: bool) -> None:
        self.box.setReadOnly(read_only)


class NumberField(TextField):
    """A whole number with its unit, such as kilometres."""

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        unit: str = "",
        least: int = 0,
        most: int = 9_999_999,
    ) -> None:
        super().__init__(name, parent, max_length=16)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._least, self._most = least, most
        self.set_hint("")
        self._unit = unit
        self._fit_unit()

    def set_unit(self, unit: str) -> None:
        """The unit behind the figure, translated by the page."""
        self._unit = unit
        self._fit_unit()

    def value(self) -> int | None:
        value = parse_whole(self.line.text(), self.name)
        if value is not None and not self._least <= value <= self._most:
            raise UserError(
                "field.number_range", self.name, least=f"{self._least:,}", most=f"{self._most:,}"
            )
        return value

    def set_value(self, value: object) -> None:
        super().set_value(f"{value:,}" if isinstance(value, int) else value)

    def _leave(self) -> None:
        self._tidy()

    def _tidy(self) -> None:
        try:
            value = self.value()
        except UserError:
            return
        if value is not None and self.line.text() != f"{value:,}":
            blocked = self.line.blockSignals(True)
            self.line.setText(f"{value:,}")
            self.line.blockSignals(blocked)

    def _fit_unit(self) -> None:
        if not hasattr(self, "_unit_label"):
            from frontdesk.ui.kit.labels import muted

            self._unit_label = muted()
            self._unit_label.setParent(self.line)
            self._unit_label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._unit_label.setText(self._unit)
        width = self._unit_label.sizeHint().width() if self._unit else 0
        self.line.setTextMargins(0, 0, width + 4 if width else 0, 0)
        self._place_unit()

    def _place_unit(self) -> None:
        size = self._unit_label.sizeHint()
        self._unit_label.resize(size)
        self._unit_label.move(
            self.line.width() - size.width() - 9, (self.line.height() - size.height()) // 2
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_unit()


class MoneyField(TextField):
    """Yuan as ``Decimal`` with two places, right-aligned."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent, max_length=20)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setPlaceholderText("¥0.00")

    def value(self) -> Decimal | None:
        return parse_money(self.line.text(), self.name)

    def set_value(self, value: object) -> None:
        self.line.setText("" if value is None else f"{Decimal(str(value)):,.2f}")
        self.line.setCursorPosition(0)

    def _leave(self) -> None:
        try:
            value = self.value()
        except UserError:
            return
        if value is not None and self.line.text() != f"{value:,.2f}":
            blocked = self.line.blockSignals(True)
            self.line.setText(f"{value:,.2f}")
            self.line.blockSignals(blocked)


class DateField(TextField):
    """A plain day, typed quickly (``11/5``, ``今天``, ``+3``) or taken from the calendar (F4)."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent, max_length=32)
        self._calendar: QCalendarWidget | None = None
        self._open = QAction(icon("calendar-blank", "muted"), "", self)
        self._open.setShortcut(Qt.Key.Key_F4)
        self._open.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._open.triggered.connect(self._show_calendar)
        self.line.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self.retranslate()

    def value(self) -> date | None:
        return parse_day(self.line.text(), today(words.clock()), self.name)

    def set_value(self, value: object) -> None:
        self.line.setText(f"{value:%Y-%m-%d}" if isinstance(value, date) else "")

    def retranslate(self) -> None:
        super().retranslate()
        self.line.setPlaceholderText(self.tr("2026-11-05, 11/5, today, +3"))
        self._open.setToolTip(self.tr("Calendar (F4)"))

    def _leave(self) -> None:
        try:
            value = self.value()
        except UserError:
            return
        if value is not None:
            text = f"{value:%Y-%m-%d}"
            if self.line.text() != text:
                blocked = self.line.blockSignals(True)
                self.line.setText(text)
                self.line.blockSignals(blocked)

    def _show_calendar(self) -> None:
        if self._calendar is None:
            self._calendar = QCalendarWidget(self)
            self._calendar.setWindowFlag(Qt.WindowType.Popup)
            self._calendar.setVerticalHeaderFormat(
                QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
            )
            self._calendar.activated.connect(self._take)
            self._calendar.clicked.connect(self._take)
        try:
            at = self.value() or today(words.clock())
        except UserError:
            at = today(words.clock())
        self._calendar.setSelectedDate(QDate(at.year, at.month, at.day))
        self._calendar.move(self.line.mapToGlobal(QPoint(0, self.line.height() + 2)))
        self._calendar.show()
        self._calendar.setFocus()

    def _take(self, chosen: QDate) -> None:
        self.set_value(date(chosen.year(), chosen.month(), chosen.day()))
        if self._calendar is not None:
            self._calendar.hide()
        self.line.setFocus()


class DateTimeField(TextField):
    """A moment (aware), typed quickly: ``14:30``, ``明天 9:00``, ``+2h``."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent, max_length=40)
        self.retranslate()

    def value(self) -> datetime | None:
        clock = words.clock()
        return parse_moment(self.line.text(), clock.now(), clock.zone(), self.name)

    def set_value(self, value: object) -> None:
        if isinstance(value, datetime):
            self.line.setText(f"{local(value, words.clock()):%Y-%m-%d %H:%M}")
        else:
            empty(self.line)

    def retranslate(self) -> None:
        super().retranslate()
        self.line.setPlaceholderText(self.tr("14:30, tomorrow 9:00, +2h"))

    def _leave(self) -> None:
        try:
            value = self.value()
        except UserError:
            return
        if value is not None:
            blocked = self.line.blockSignals(True)
            self.set_value(value)
            self.line.blockSignals(blocked)


class CheckField(Field):
    """Yes or no; the text stands behind the box."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.box = QCheckBox()
        self.box.toggled.connect(self._was_changed)
        self._use(self.box)

    def set_label(self, text: str) -> None:
        self._text = text
        self.box.setText(text)
        self._say()

    def value(self) -> bool:
        return self.box.isChecked()

    def set_value(self, value: object) -> None:
        self.box.setChecked(bool(value))

    def typed(self) -> str:
        return "true" if self.box.isChecked() else "false"

    def set_typed(self, typed: str) -> None:
        self.box.setChecked(typed == "true")

    def spoken(self, typed: str) -> str:
        return words.shown(typed == "true")
