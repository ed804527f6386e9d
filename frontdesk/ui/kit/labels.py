"""Labels, tooltips and message boxes that never take a person's text for markup."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Slot
from PySide6.QtGui import QFont, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QWidget,
)

from frontdesk.ui.kit.soon import soon
from frontdesk.ui.kit.tokens import SMALL_POINTS, Tone

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def plain(text: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """A label that shows ``text`` exactly as it is."""
    label = WrappedLabel(parent) if wrap else QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    return label


class WrappedLabel(QLabel):
    """A label of several lines that states its height itself.

    Qt's layouts that trade height for width give other rows less than their minimum when room is
    short. With a fixed height for the width at hand the layout stays plain and nothing is cut.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setMinimumWidth(40)

    def hasHeightForWidth(self) -> bool:
        return False

    def setText(self, text: str) -> None:
        super().setText(text)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # A height changed while the layout is at work would be overlooked by it.
            soon(self, "_fit")

    @Slot()
    def _fit(self) -> None:
        # Qt never states less than the minimum set before: a shorter text must be able to shrink.
        self.setMinimumHeight(0)
        self.setFixedHeight(max(0, self.heightForWidth(self.width())) if self.text() else 0)


def muted(text: str = "", *, wrap: bool = False) -> QLabel:
    """A plain label for what is said quietly."""
    label = plain(text, wrap=wrap)
    label.setProperty("look", "muted")
    return label


def sized(label: QLabel, points: float, *, bold: bool = False) -> QLabel:
    """Set the label's size in points, so that large-font settings still apply elsewhere."""
    font = QFont(label.font())
    font.setPointSizeF(points)
    font.setBold(bold)
    label.setFont(font)
    return label


def small(text: str = "", *, wrap: bool = False) -> QLabel:
    """A muted label in small letters."""
    return sized(muted(text, wrap=wrap), SMALL_POINTS)


def set_tip(widget: QWidget | QListWidgetItem, text: str) -> None:
    """A tooltip that shows ``text`` exactly; Qt would take anything like a tag for markup."""
    widget.setToolTip(tip_text(text))


def tip_text(text: str) -> str:
    """``text`` as a tooltip that shows it exactly."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{safe}</span>" if text else ""


def caption(text: str) -> str:
    """``text`` for a button, tab or menu, where a bare '&' would underline the next letter."""
    return text.replace("&", "&&")


def show_picture(label: QLabel, picture: QPixmap) -> None:
    """Show ``picture`` in ``label``.

    The one shown before is taken away first: replaced while it is shown, Qt 6.12 leaves it in the
    program's cache of pictures until that holds 10 MB of what nobody looks at any more.
    """
    label.clear()
    label.setPixmap(picture)


def set_tone(label: QLabel, tone: Tone) -> None:
    """Colour the label's text."""
    if label.property("tone") != tone.value:
        label.setProperty("tone", tone.value)
        repolish(label)


def repolish(widget: QWidget) -> None:
    """Let the style sheet see a changed dynamic property.

    By the program's style, which is every widget's: asked of a widget, PySide would keep it, and
    that of each theme put on later, for as long as the widget lives.
    """
    style = QApplication.style()
    style.unpolish(widget)
    style.polish(widget)


def message_box(
    parent: QWidget | None, icon: QMessageBox.Icon, title: str, text: str, detail: str = ""
) -> QMessageBox:
    """A message box with plain text only."""
    box = QMessageBox(icon, title, "", QMessageBox.StandardButton.NoButton, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(detail)
    return box


def ask(
    parent: QWidget | None,
    title: str,
    text: str,
    *,
    yes: str,
    detail: str = "",
    danger: bool = False,
    by_the_way: bool = False,
) -> bool:
    """Have an act confirmed that cannot be undone. ``yes`` is the act's own verb.

    Enter leaves all as it is for a dangerous act, and for one that is offered ``by_the_way``.
    """
    box = message_box(parent, QMessageBox.Icon.Question, title, text, detail)
    act = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    act.setProperty("look", "danger" if danger else "" if by_the_way else "primary")
    repolish(act)
    back = box.addButton(
        QCoreApplication.translate("labels", "Cancel"), QMessageBox.ButtonRole.RejectRole
    )
    box.setDefaultButton(back if danger or by_the_way else act)
    box.setEscapeButton(back)
    box.exec()
    agreed = box.clickedButton() is act
    box.deleteLater()
    return agreed


def tell(
    parent: QWidget | None,
    title: str,
    text: str,
    *,
    detail: str = "",
    icon: QMessageBox.Icon = QMessageBox.Icon.Information,
) -> None:
    """Say something that has to be read before going on."""
    box = message_box(parent, icon, title, text, detail)
    ok = box.addButton(
        QCoreApplication.translate("labels", "OK"), QMessageBox.ButtonRole.AcceptRole
    )
    box.setDefaultButton(ok)
    box.setEscapeButton(ok)
    box.exec()
    box.deleteLater()


class _Button(QPushButton):
    """Answers to Enter as to the space bar while it has the focus."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() in _PLAIN:
            self.click()
            return
        super().keyPressEvent(event)


def button(text: str = "", *, look: str = "", parent: QWidget | None = None) -> QPushButton:
    """A push button; ``look`` is '', 'primary' (one a screen), 'danger', 'flat' or 'part'."""
    made = _Button(text, parent)
    if look:
        made.setProperty("look", look)
    # Enter in a form moves on; only the focused button may answer to it.
    made.setAutoDefault(False)
    return made
