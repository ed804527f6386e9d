"""The evidence of a ticket in small pictures: what it is, whose, since when."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from frontdesk.services.evidence.dto import Evidence
from frontdesk.services.evidence.kinds import Shape
from frontdesk.ui.kit import words
from frontdesk.ui.kit.fields import TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button, set_tip, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.tokens import GAP, SMALL_POINTS

_PICTURE = QSize(112, 72)
_CELL = QSize(148, 142)
_ICONS = {
    Shape.PICTURE: "image",
    Shape.PAGES: "file-pdf",
    Shape.SOUND: "microphone",
    Shape.OPAQUE: "file",
}


class EvidencePanel(Translated, QWidget):
    """Arrows choose, Enter opens, Del withdraws, Ctrl+V pastes. Signals carry the file's id."""

    add_asked = Signal()
    paste_asked = Signal()
    opened = Signal(str)
    export_asked = Signal(str)
    mark_asked = Signal(str)
    withdraw_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.shown: tuple[Evidence, ...] = ()
        self._may_add = True
        self.files = _Files()
        letters = self.files.font()
        letters.setPointSizeF(SMALL_POINTS)
        self.files.setFont(letters)
        self.files.setIconSize(_PICTURE)
        self.files.setGridSize(_CELL)
        self.files.itemActivated.connect(lambda _: self._with_current(self.opened.emit))
        self.files.currentRowChanged.connect(lambda _: self._look())
        self.files.paste_asked.connect(self.paste_asked)
        self.files.remove_asked.connect(self.ask_why)
        self.files.export_asked.connect(lambda: self._with_current(self.export_asked.emit))
        self.empty = small(wrap=True)
        self.add = button()
        self.add.setIcon(icon("paperclip"))
        self.add.clicked.connect(self.add_asked)
        self.export, self.mark, self.remove = (button(look="flat") for _ in range(3))
        for made, picture in (
            (self.export, "download-simple"), (self.mark, "pen-nib"), (self.remove, "trash"),
        ):  # fmt: skip
            made.setIcon(icon(picture))
        self.export.clicked.connect(lambda: self._with_current(self.export_asked.emit))
        self.mark.clicked.connect(lambda: self._with_current(self.mark_asked.emit))
        self.remove.clicked.connect(self.ask_why)
        self._build()
        self.retranslate()

    def show_evidence(self, evidence: tuple[Evidence, ...], *, may_add: bool) -> None:
        """Show the files; the one the cursor was on keeps it."""
        chosen = self.current()
        self.shown, self._may_add = evidence, may_add
        self.files.clear()
        for each in evidence:
            self.files.addItem(_item(each, self._caption(each), self._tip(each)))
        ids = [each.id for each in evidence]
        if evidence:
            self.files.setCurrentRow(ids.index(chosen.id) if chosen and chosen.id in ids else 0)
        self._look()

    def current(self) -> Evidence | None:
        """The file the cursor is on."""
        row = self.files.currentRow()
        return self.shown[row] if 0 <= row < len(self.shown) else None

    def page_title(self) -> str:
        """The page's name with the number of files that count."""
        count = sum(each.withdrawn is None for each in self.shown)
        return self.tr("Evidence ({count})").format(count=count) if count else self.tr("Evidence")

    def ask_why(self) -> None:
        """Ask for the reason before a file is withdrawn."""
        chosen = self.current()
        if chosen is not None and chosen.may_withdraw:
            self.why.set_value(None)
            self.form.clear_errors()
            self.asking.show()
            self.why.setFocus()

    def put_away(self) -> None:
        """The reason is given, or nothing is withdrawn after all."""
        self.asking.hide()
        self.files.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Esc leaves the question, not the ticket.
        pressed = event if isinstance(event, QKeyEvent) else None
        if pressed is not None and pressed.key() == Qt.Key.Key_Escape:
            pressed.accept()
            if pressed.type() is QEvent.Type.KeyPress:
                self.put_away()
            return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        self.add.setText(self.tr("Add files …"))
        set_tip(self.add, "Ctrl+O")
        for made, text in (
            (self.export, self.tr("Export to a file … (Ctrl+S)")),
            (self.mark, self.tr("This is the signed sheet")),
            (self.remove, self.tr("Withdraw … (Del)")),
        ):
            made.setAccessibleName(text)
            set_tip(made, text)
        self.empty.setText(
            self.tr(
                "Photos, scans and recordings: drop them anywhere on the ticket, paste a "
                "screenshot here (Ctrl+V), or choose files."
            )
        )
        self.why.set_label(self.tr("Why is it withdrawn?"))
        self.yes.setText(self.tr("Withdraw"))
        self.no.setText(self.tr("Keep it"))
        self.files.setAccessibleName(self.tr("Evidence"))
        for at, each in enumerate(self.shown):
            self.files.item(at).setText(self._caption(each))
            set_tip(self.files.item(at), self._tip(each))

    def _build(self) -> None:
        self.why = TextField("why")
        self.why.line.installEventFilter(self)
        self.form = FormPanel()
        self.form.add(self.why, 0)
        self.yes, self.no = button(look="danger"), button()
        self.yes.clicked.connect(self._withdraw)
        self.no.clicked.connect(self.put_away)
        self.form.save_requested.connect(self._withdraw)
        self.form.last_entered.connect(self._withdraw)
        answers = QHBoxLayout()
        answers.setSpacing(GAP)
        answers.addStretch(1)
        answers.addWidget(self.no)
        answers.addWidget(self.yes)
        self.asking = QWidget()
        question = QVBoxLayout(self.asking)
        question.setContentsMargins(0, 0, 0, 0)
        question.setSpacing(GAP)
        question.addWidget(self.form)
        question.addLayout(answers)
        self.asking.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.add)
        row.addStretch(1)
        for made in (self.mark, self.export, self.remove):
            row.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.files, 1)
        column.addWidget(self.empty)
        column.addWidget(self.asking)
        column.addLayout(row)

    def _look(self) -> None:
        chosen = self.current()
        self.asking.hide()
        self.empty.setVisible(not self.shown and self._may_add)
        self.add.setVisible(self._may_add)
        self.export.setEnabled(chosen is not None)
        own = chosen is not None and chosen.may_withdraw and self._may_add
        self.remove.setEnabled(own)
        paper = chosen is not None and chosen.type.shape in {Shape.PICTURE, Shape.PAGES}
        self.mark.setEnabled(own and paper)

    def _with_current(self, act: object) -> None:
        chosen = self.current()
        if chosen is not None and callable(act):
            act(chosen.id)

    def _withdraw(self) -> None:
        chosen = self.current()
        if chosen is not None:
            self.withdraw_asked.emit(chosen.id, self.why.typed())

    def _caption(self, each: Evidence) -> str:
        if each.withdrawn is not None:
            return self.tr("{kind} (withdrawn)\n{who}\n{when}").format(
                kind=words.word(each.kind),
                who=each.withdrawn.by,
                when=words.near(each.withdrawn.at),
            )
        lines = (words.word(each.kind), each.added_by, words.near(each.added_at))
        return "\n".join(lines)

    def _tip(self, each: Evidence) -> str:
        size = self.tr("{size} MB").format(size=f"{max(each.size / 1e6, 0.1):,.1f}")
        lines = [each.name, f"{each.type.suffix[1:].upper()} · {size}", each.note]
        if each.withdrawn is not None:
            lines.append(self.tr("Withdrawn: {why}").format(why=each.withdrawn.why))
        return "\n".join(line for line in lines if line)


class _Files(QListWidget):
    """Small pictures in rows; the arrows go through them."""

    paste_asked = Signal()
    remove_asked = Signal()
    export_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        for keys, signal in (
            (QKeySequence.StandardKey.Paste, self.paste_asked),
            (QKeySequence.StandardKey.Delete, self.remove_asked),
            (QKeySequence.StandardKey.Save, self.export_asked),
        ):
            if event.matches(keys):
                signal.emit()
                event.accept()
                return
        super().keyPressEvent(event)


def _item(each: Evidence, caption: str, tip: str) -> QListWidgetItem:
    picture = icon(_ICONS[each.type.shape], "muted")
    if each.thumbnail is not None:
        drawn = QPixmap()
        if drawn.loadFromData(each.thumbnail):
            picture = QIcon(drawn)
    item = QListWidgetItem(picture, caption)
    set_tip(item, tip)
    item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, tip)
    if each.withdrawn is not None:
        item.setData(Qt.ItemDataRole.ForegroundRole, Qt.GlobalColor.gray)
    return item
