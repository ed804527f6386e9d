"""The widgets of the page of repair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from frontdesk.ui.kit.banner import BannerArea
from frontdesk.ui.kit.fields import PasswordField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.icons import tone_icon
from frontdesk.ui.kit.labels import button, muted, plain, repolish, show_picture, sized
from frontdesk.ui.kit.panels import page_title
from frontdesk.ui.kit.table import RecordTable
from frontdesk.ui.kit.table_model import Chip, Column
from frontdesk.ui.kit.tokens import GAP, ROOM, SECTION_POINTS, Tone
from frontdesk.ui.shell import repair_words as said

if TYPE_CHECKING:
    from frontdesk.services.accounts.recovering import Offer
    from frontdesk.ui.shell.repair import RepairPage

_WIDTH = 760
_TABLE_HEIGHT = 170
_FORM_WIDTH = 520


class RepairView(QWidget):
    """Builds what :class:`RepairPage` decides about; ``told`` moves the bar from any thread."""

    told = Signal(int, int)

    def __init__(self, page: RepairPage) -> None:
        super().__init__(page)
        self.banners = BannerArea()
        self.title, self.fault = page_title(), plain(wrap=True)
        self.assurance = muted(wrap=True)
        self._offer = sized(plain(wrap=True), SECTION_POINTS, bold=True)
        self._lost = plain(wrap=True)
        self.table: RecordTable[Offer] = RecordTable(
            "repair", self._columns(page), lambda row: row.path, filterable=False, footer=False
        )
        self.table.setFixedHeight(_TABLE_HEIGHT)
        self.backups = QWidget()
        self.form = FormPanel()
        self.form.setMaximumWidth(_FORM_WIDTH)
        self.form.add(TextField("login", max_length=40), 0)
        self.form.add(PasswordField("password"), 1)
        self.form.add(TextField("recovery_code", max_length=80), 2)
        self.form.add(TextField("reason", max_length=400), 3)
        self.primary = button(look="primary")
        self.other_proof = button(look="flat")
        self.file, self.again, self.folder = button(), button(), button()
        self.going_on, self.founding, self.back = button(), button(look="flat"), button()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self._working = plain(wrap=True)
        self._done, self._aside = sized(plain(wrap=True), SECTION_POINTS), muted(wrap=True)
        self._aside.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.sign_in = button(look="primary")
        self._steps: tuple[QWidget, ...] = ()
        self._sign = plain()
        self._build(page)
        self.told.connect(self._move)

    def show_offer(self, offer: str, lost: str) -> None:
        """Name the backup that is chosen and what would be missing."""
        self._offer.setText(offer)
        self._lost.setText(lost)
        self.table.setVisible(bool(offer))
        if not offer:
            self._lost.setText(
                _tr("No backup was found in the usual places. Choose the file yourself.")
            )

    def busy(self, busy: bool) -> None:
        """While the backup is proved and put in place nothing can be asked twice."""
        self.primary.setEnabled(not busy)
        self.bar.setRange(0, 0)
        self._show_step(1 if busy else 0)

    def show_done(self, text: str, aside: str) -> None:
        """The end: what is true now, and where the old files lie."""
        self._done.setText(text)
        self._aside.setText(aside)
        self.title.setText(_tr("The data can be used again"))
        self._draw_sign(Tone.OK)
        for label in (self.fault, self.assurance):
            label.hide()
        self._show_step(2)
        self.sign_in.setFocus()

    def settle(self) -> None:
        """One primary button a screen: without a way of its own it is looking again."""
        look = "" if not self.primary.isHidden() else "primary"
        if self.again.property("look") != look:
            self.again.setProperty("look", look)
            repolish(self.again)

    def settle_rows(self) -> None:
        """A row of which nothing is shown takes no room."""
        for row in {each.parentWidget() for each in (self.primary, self.again, self.going_on)}:
            if row is not None:
                shown = [each for each in row.findChildren(QPushButton) if not each.isHidden()]
                row.setVisible(bool(shown))

    def retranslate(self) -> None:
        """Say it in the language on screen."""
        for name, text in {
            "login": _tr("Name"),
            "password": _tr("Password"),
            "recovery_code": _tr("Recovery code"),
            "reason": _tr("Reason"),
        }.items():
            self.form.field(name).set_label(text)
        self.file.setText(_tr("Choose a backup file …"))
        self.again.setText(_tr("Look again (F5)"))
        self.folder.setText(_tr("Choose another folder …"))
        self.founding.setText(_tr("Found a new dealership …"))
        self.back.setText(_tr("Back to the desk"))
        self.sign_in.setText(_tr("Sign in"))
        self._working.setText(_tr("Proving it and putting it in place …"))
        self.bar.setAccessibleName(self._working.text())
        self.table.retranslate()

    def _show_step(self, step: int) -> None:
        for number, widget in enumerate(self._steps):
            widget.setVisible(number == step)

    def _draw_sign(self, tone: Tone) -> None:
        picture = tone_icon(tone).pixmap(QSize(28, 28), self.devicePixelRatioF())
        show_picture(self._sign, picture)

    def _move(self, done: int, total: int) -> None:
        # Ten thousand steps: bytes of a large store are more than the bar can count.
        self.bar.setRange(0, 10_000)
        self.bar.setValue(done * 10_000 // max(1, total))

    @staticmethod
    def _columns(page: RepairPage) -> list[Column[Offer]]:
        return [
            Column("made_at", lambda: _tr("Made"), lambda row: row.made_at, width=160),
            Column(
                "missing",
                lambda: _tr("Before the last work"),
                lambda row: row.missing,
                display=lambda row: said.span(row.missing) if row.missing is not None else "",
                width=190,
            ),
            Column("kind", lambda: _tr("Why"), lambda row: row.kind, width=140),
            Column(
                "place",
                lambda: _tr("Place"),
                lambda row: _tr("Second place") if row.second else _tr("Data folder"),
                width=120,
            ),
            Column(
                "sound",
                lambda: _tr("Proved"),
                page.is_bad,
                display=lambda row: _tr("Not sound") if page.is_bad(row) else "",
                chip=lambda row: Chip(Tone.ERROR, _tr("Not sound")) if page.is_bad(row) else None,
                stretch=True,
            ),
        ]

    def _build(self, page: RepairPage) -> None:
        self._draw_sign(Tone.WARN)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._sign)
        head.addWidget(self.title, 1)
        inner = QVBoxLayout(self.backups)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GAP)
        for widget in (self._offer, self._lost, self.table):
            inner.addWidget(widget)
        asking = _column(self.backups, self.form, _row(self.primary, self.other_proof))
        line = QWidget()
        line.setFixedHeight(1)
        line.setProperty("look", "line")
        asking_layout = asking.layout()
        if asking_layout is not None:
            asking_layout.addWidget(line)
            asking_layout.addWidget(_row(self.again, self.folder, self.file))
            asking_layout.addWidget(_row(self.back, self.going_on, self.founding))
        self._steps = (
            asking,
            _column(self._working, self.bar),
            _column(self._done, self._aside, _row(self.sign_in)),
        )
        card = QFrame()
        card.setProperty("look", "card")
        card.setFixedWidth(_WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(32, 24, 32, 24)
        inside.setSpacing(GAP)
        inside.addLayout(head)
        for part in (self.fault, self.assurance, self.banners, *self._steps):
            inside.addWidget(part)
        across = QHBoxLayout()
        across.addStretch()
        across.addWidget(card)
        across.addStretch()
        column = QVBoxLayout(page)
        column.addStretch(2)
        column.addLayout(across)
        column.addStretch(3)
        self._show_step(0)


def _column(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(ROOM)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch()
    return holder


def _row(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return holder


def _tr(text: str) -> str:
    return QCoreApplication.translate("repair", text)
