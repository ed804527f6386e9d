"""Walks every widget there is and tells where a person's text would be taken for more than text."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QGroupBox,
    QLabel,
    QMenu,
    QMessageBox,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QWidget,
)

TAG = "<b>粗</b>"
MARK = f'{TAG}&Q<img src="x">'
"""What every text of the sample says."""

_TEXT_ROLES = (
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.WhatsThisRole,
)


def faults(root: QWidget) -> list[str]:
    """What is wrong with ``root`` and all within."""
    widgets = [root, *root.findChildren(QWidget)]
    found = [said for widget in widgets for said in _of_widget(widget)]
    return found + [said for action in root.findChildren(QAction) for said in _of_action(action)]


def shown(root: QWidget) -> int:
    """How many places of ``root`` show the mark: without any, nothing is proven."""
    return sum(
        TAG in label.text() for label in root.findChildren(QLabel) if not label.text().isspace()
    ) + sum(
        TAG in said for view in root.findChildren(QAbstractItemView) for said, _ in _cells(view)
    )


def _of_widget(widget: QWidget) -> Iterator[str]:
    name = _path(widget)
    for said in (widget.toolTip(), widget.statusTip(), widget.whatsThis()):
        if TAG in said:
            yield f"{name}: a tip takes tags: {said!r}"
    if isinstance(widget, (QLabel, QMessageBox)):
        plain = widget.textFormat() is Qt.TextFormat.PlainText
        if _rich(widget.text()) and not plain:
            yield f"{name}: takes tags: {widget.text()!r}"
    if isinstance(widget, QTextEdit):
        yield f"{name}: rich text; use QPlainTextEdit"
    for said in _titles(widget):
        if _mnemonic(said):
            yield f"{name}: a mnemonic: {said!r}"
    if isinstance(widget, QAbstractItemView):
        for said, role in _cells(widget):
            if role in _TEXT_ROLES and TAG in said:
                yield f"{name}: a cell's tip takes tags: {said!r}"


def _titles(widget: QWidget) -> Iterator[str]:
    """What of ``widget`` takes '&' for a key."""
    if isinstance(widget, QAbstractButton):
        yield widget.text()
    if isinstance(widget, (QGroupBox, QMenu)):
        yield widget.title()
    if isinstance(widget, (QTabWidget, QTabBar)):
        yield from (widget.tabText(at) for at in range(widget.count()))


def _of_action(action: QAction) -> Iterator[str]:
    if _mnemonic(action.text()):
        yield f"{_path(action)}: an action's mnemonic: {action.text()!r}"
    if TAG in action.toolTip():
        yield f"{_path(action)}: an action's tip takes tags: {action.toolTip()!r}"


def _cells(view: QAbstractItemView) -> Iterator[tuple[str, Qt.ItemDataRole]]:
    model = view.model()
    roles = (Qt.ItemDataRole.DisplayRole, *_TEXT_ROLES)
    for index in _indexes(model):
        for role in roles:
            said = model.data(index, role)
            if isinstance(said, str):
                yield said, role
    for section in range(_columns(model)):
        for role in roles:
            said = model.headerData(section, Qt.Orientation.Horizontal, role)
            if isinstance(said, str):
                yield said, role


def _indexes(model: QAbstractItemModel) -> Iterator[QModelIndex]:
    for row in range(min(model.rowCount(QModelIndex()), 50)):
        for column in range(_columns(model)):
            yield model.index(row, column)


def _columns(model: QAbstractItemModel) -> int:
    # A list answers for its one column by itself.
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())


def _rich(text: str) -> bool:
    # As Qt guesses: a tag, or an entity of one.
    return "<" in text or "&" in text


def _mnemonic(text: str) -> bool:
    return "&Q" in text.replace("&&", "")


def _path(at: QObject) -> str:
    names: list[str] = []
    above: QObject | None = at
    while above is not None and len(names) < 5:
        names.append(
            type(above).__name__ + (f"#{above.objectName()}" if above.objectName() else "")
        )
        above = above.parent()
    return " in ".join(names)
