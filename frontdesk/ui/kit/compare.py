"""What a person typed beside what is stored now, field by field, to choose between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button, muted, plain, repolish, show_picture, sized, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import SectionTitle, StatusChip, scrolled
from frontdesk.ui.kit.tokens import BASE_POINTS, GAP, ROOM, Tone
from frontdesk.ui.kit.words import NOTHING

_SIZE = (960, 600)
_NAMES_WIDTH = 190
_LONG = 300
"""A longer text (or one of more lines than it has room for) scrolls in a box of its own."""
_LONG_LINES = 6
_LONG_HEIGHT = 150
_ICON = 18


class Differs(Enum):
    """Who is behind the difference."""

    MINE = auto()
    THEIRS = auto()
    BOTH = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One field. ``mine`` is as the field takes it back; the others are as a person reads them.

    ``choice`` is off where only the other side has anything: it is stored, and stays so.
    """

    name: str
    title: str
    mine: str
    mine_read: str
    theirs_read: str
    before_read: str | None
    differs: Differs
    choice: bool = True


def lines_of(
    form: FormPanel, mine: Mapping[str, str], theirs: Mapping[str, str], before: Mapping[str, str]
) -> list[Line]:
    """The fields of ``form`` that differ, in its order; ``before`` is known of those it names."""
    found = []
    for field in form.fields():
        name = field.name
        there, was = theirs.get(name, ""), before.get(name)
        typed = mine.get(name, there)
        if typed == there and (was is None or there == was):
            continue
        if typed == there and name in mine:
            continue  # both say the same by now
        found.append(
            Line(
                name,
                field.title,
                typed,
                field.spoken(typed if name in mine or was is None else was),
                field.spoken(there),
                None if was is None else field.spoken(was),
                _who(typed, there, was),
                choice=name in mine,
            )
        )
    return found


def _who(mine: str, theirs: str, before: str | None) -> Differs:
    if before is None:
        return Differs.UNKNOWN
    if theirs == before:
        return Differs.MINE
    return Differs.THEIRS if mine in (before, theirs) else Differs.BOTH


class Compare(Translated, QDialog):
    """``chosen`` carries the texts of one's own that are to go into the form (field → text).

    Keys: up and down go from field to field, left or 1 takes one's own, right or 2 what is stored,
    Alt+1 and Alt+2 do so for all, Ctrl+Enter takes it over, Esc leaves everything as it is.
    """

    chosen = Signal(object)

    def __init__(
        self, parent: QWidget | None, lines: Sequence[Line], *, by: str = "", may_take: bool = True
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._by = by
        self._may_take = may_take
        self.rows = [_Row(line, may_take=may_take) for line in lines]
        self._heads = (SectionTitle(), SectionTitle())
        self._lead = muted(wrap=True)
        self.all_mine, self.all_theirs = button(look="flat"), button(look="flat")
        self.back = button()
        self.take = button(look="primary")
        self._build()
        self.resize(*_SIZE)
        self.retranslate()
        if self.rows:
            self.rows[0].setFocus()

    def choose_all(self, *, mine: bool) -> None:
        """One side for every field."""
        for row in self.rows:
            row.choose(mine=mine)

    def take_over(self) -> None:
        """Go on with what is chosen."""
        if not self._may_take:
            return
        self.chosen.emit({row.line.name: row.line.mine for row in self.rows if row.is_mine})
        self.accept()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Compare"))
        self._lead.setText(
            self.tr("Choose for each field. Nothing is saved before you save the form.")
            if self._may_take
            else self.tr("The form is no longer open for you. What you typed can be copied here.")
        )
        self._heads[0].setText(self.tr("You typed"))
        stored = self.tr("Stored now – {name}").format(name=self._by)
        self._heads[1].setText(stored if self._by else self.tr("Stored now"))
        self.all_mine.setText(self.tr("All mine (Alt+1)"))
        self.all_theirs.setText(self.tr("All stored (Alt+2)"))
        self.back.setText(self.tr("Back (Esc)"))
        self.take.setText(self.tr("Take over (Ctrl+Enter)"))
        for row in self.rows:
            row.say()

    # inside -----------------------------------------------------------------------------

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addSpacing(_NAMES_WIDTH + 2 * GAP)
        for title in self._heads:
            head.addWidget(title, 1)
        ground = QWidget()
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(0, 0, GAP, 0)
        inside.setSpacing(GAP)
        for at, row in enumerate(self.rows):
            row.moved.connect(lambda step, at=at: self._go(at + step))
            inside.addWidget(row)
        inside.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        for widget in (self.all_mine, self.all_theirs):
            foot.addWidget(widget)
            widget.setVisible(self._may_take)
        foot.addStretch()
        foot.addWidget(self.back)
        foot.addWidget(self.take)
        self.take.setVisible(self._may_take)
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM, 12, ROOM, 12)
        column.setSpacing(GAP)
        column.addWidget(self._lead)
        column.addLayout(head)
        column.addWidget(scrolled(ground), 1)
        column.addLayout(foot)
        self.all_mine.clicked.connect(lambda: self.choose_all(mine=True))
        self.all_theirs.clicked.connect(lambda: self.choose_all(mine=False))
        self.back.clicked.connect(self.reject)
        self.take.clicked.connect(self.take_over)
        for keys, act in (
            ("Alt+1", lambda: self.choose_all(mine=True)),
            ("Alt+2", lambda: self.choose_all(mine=False)),
            ("Ctrl+Return", self.take_over),
            ("Ctrl+Enter", self.take_over),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _go(self, at: int) -> None:
        if 0 <= at < len(self.rows):
            self.rows[at].setFocus(Qt.FocusReason.TabFocusReason)


class _Row(Translated, QFrame):
    """One field: its name and who changed it, then both texts; ``moved`` asks for the next."""

    moved = Signal(int)

    def __init__(self, line: Line, *, may_take: bool) -> None:
        super().__init__()
        self.line = line
        self.is_mine = line.choice
        self._may_take = may_take and line.choice
        self.setProperty("look", "row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._chip = StatusChip()
        self._before = small(wrap=True)
        self.mine, self.theirs = _Side(line.mine_read), _Side(line.theirs_read)
        names = QWidget()
        names.setFixedWidth(_NAMES_WIDTH)
        left = QVBoxLayout(names)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(4)
        left.addWidget(sized(plain(line.title, wrap=True), BASE_POINTS, bold=True))
        left.addWidget(self._chip)
        left.addWidget(self._before)
        left.addStretch()
        grid = QGridLayout(self)
        grid.setContentsMargins(GAP, GAP, GAP, GAP)
        grid.setHorizontalSpacing(GAP)
        grid.addWidget(names, 0, 0)
        for column, side in enumerate((self.mine, self.theirs), start=1):
            grid.addWidget(side, 0, column)
            grid.setColumnStretch(column, 1)
        self.mine.pressed.connect(lambda: self.choose(mine=True))
        self.theirs.pressed.connect(lambda: self.choose(mine=False))
        self._show()

    def choose(self, *, mine: bool) -> None:
        """Take one's own text, or the stored one."""
        if self._may_take:
            self.is_mine = mine
            self._show()
            self.say()

    def say(self) -> None:
        """Say it in the language on screen."""
        tone, word, sign = {
            Differs.MINE: (Tone.INFO, self.tr("Changed by you"), "pencil-simple"),
            Differs.THEIRS: (Tone.OK, self.tr("Changed by them"), "user-circle"),
            Differs.BOTH: (Tone.ERROR, self.tr("Both changed it"), "warning-octagon"),
            Differs.UNKNOWN: (Tone.WARN, self.tr("Differs"), "warning"),
        }[self.line.differs]
        self._chip.show_status(tone, word, sign)
        before = self.line.before_read
        self._before.setVisible(before is not None)
        self._before.setText(self.tr("Before: {text}").format(text=_short(before or "")))
        taken = self.tr("yours is taken") if self.is_mine else self.tr("the stored one stays")
        self.setAccessibleName(f"{self.line.title}: {word}, {taken}")
        self.setAccessibleDescription(
            f"{_short(self.line.mine_read)} / {_short(self.line.theirs_read)}"
        )

    def retranslate(self) -> None:
        self.say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_1:
                self.choose(mine=True)
            case Qt.Key.Key_Right | Qt.Key.Key_2:
                self.choose(mine=False)
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.moved.emit(1)
            case _:
                super().keyPressEvent(event)

    def _show(self) -> None:
        self.mine.mark(chosen=self.is_mine)
        self.theirs.mark(chosen=not self.is_mine)


class _Side(QFrame):
    """One text, exactly as it is; the one that is taken has a frame and a tick."""

    pressed = Signal()

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setProperty("look", "side")
        self.text = text
        self._sign = plain()
        self._sign.setFixedSize(_ICON, _ICON)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, 6, GAP, 6)
        row.setSpacing(GAP)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        shown = self._box(text) if _is_long(text) else plain(text or NOTHING, wrap=True)
        shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shown.installEventFilter(self)
        row.addWidget(shown, 1, Qt.AlignmentFlag.AlignTop)

    def mark(self, *, chosen: bool) -> None:
        """Show whether this text is taken."""
        name, colour = ("check-circle", "accent") if chosen else ("circle", "muted")
        show_picture(self._sign, icon(name, colour).pixmap(_ICON, _ICON))
        self.setProperty("chosen", "true" if chosen else "false")
        repolish(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress:
            self.pressed.emit()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: object) -> None:
        self.pressed.emit()

    def _box(self, text: str) -> QPlainTextEdit:
        box = QPlainTextEdit(text)
        box.setReadOnly(True)
        box.setFixedHeight(_LONG_HEIGHT)
        box.viewport().installEventFilter(self)
        return box


def _is_long(text: str) -> bool:
    return len(text) > _LONG or text.count("\n") >= _LONG_LINES


def _short(text: str) -> str:
    line = " ".join(text.split()) or NOTHING
    return line if len(line) <= _LONG // 3 else f"{line[: _LONG // 3]} …"
