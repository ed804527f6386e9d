"""Every class of widget in use was looked at once for what it does with a person's text."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

from PySide6.QtWidgets import QWidget

import frontdesk

_HOUSE = Path(frontdesk.__file__).parent
_MODULES = ("PySide6.QtWidgets", "PySide6.QtPdfWidgets", "PySide6.QtPrintSupport")
_TITLE = "'&' marks a key: text of a person goes through the kit, which doubles it"
_PLAIN = "plain text whatever is in it"
_TIP = "its cells are drawn as plain text; a tip of theirs goes through the kit"
_NONE = "shows no text"

LOOKED_AT: dict[str, str] = {
    "QLabel": "guesses unless it is told PlainText: only the kit makes one",
    "QMessageBox": "guesses unless it is told PlainText: only the kit makes one",
    "QDialog": _NONE,
    "QFileDialog": "the system's own, or Qt's with plain cells; a proposed name is made safe",
    "QPrintDialog": "shows printers, no text of a person",
    "QLineEdit": _PLAIN,
    "QPlainTextEdit": _PLAIN,
    "QComboBox": "plain text",
    "QListView": _TIP,
    "QListWidget": _TIP,
    "QTableView": _TIP,
    "QTreeWidget": _TIP,
    "QAbstractItemView": _TIP,
    "QHeaderView": _TIP,
    "QCalendarWidget": "shows days",
    "QAbstractButton": _TITLE,
    "QPushButton": _TITLE,
    "QToolButton": _TITLE,
    "QCheckBox": _TITLE,
    "QMenu": _TITLE,
    "QTabBar": _TITLE,
    "QTabWidget": _TITLE,
    "QProgressBar": "its text is a format of ours, of figures alone",
    "QPdfView": "draws our own papers",
    "QMainWindow": "its title is drawn by the system, as plain text",
    "QStatusBar": "its labels are the kit's; a message of its own is plain text",
    "QWidget": _NONE,
    "QFrame": _NONE,
    "QScrollArea": _NONE,
    "QSplitter": _NONE,
    "QStackedWidget": _NONE,
}
"""Classes and what becomes of a person's text in them."""


def _imported(path: Path) -> Iterator[str]:
    source = path.read_text("utf-8")
    if "PySide6" not in source:
        return
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module in _MODULES:
            module = import_module(node.module)
            for each in node.names:
                found = getattr(module, each.name)
                if isinstance(found, type) and issubclass(found, QWidget):
                    yield each.name


@cache
def _in_use() -> dict[str, set[str]]:
    used: dict[str, set[str]] = {}
    for path in _HOUSE.rglob("*.py"):
        for name in _imported(path):
            used.setdefault(name, set()).add(path.relative_to(_HOUSE).as_posix())
    return used


def test_every_class_of_widget_was_looked_at() -> None:
    new = {name: sorted(where) for name, where in _in_use().items() if name not in LOOKED_AT}
    assert new == {}, (
        "see whether these take tags or '&' from a person's text, in what they show, in their tip "
        "and in their title; set them to plain text, then say so in LOOKED_AT"
    )


def test_no_class_is_listed_that_is_gone() -> None:
    assert LOOKED_AT.keys() - _in_use().keys() == set()


def test_widgets_are_imported_by_name() -> None:
    """Else the list above would not see them."""
    hidden = [
        path.relative_to(_HOUSE).as_posix()
        for path in _HOUSE.rglob("*.py")
        if "PySide6" in (source := path.read_text("utf-8"))
        for node in ast.walk(ast.parse(source))
        if (
            (isinstance(node, ast.ImportFrom) and node.module == "PySide6")
            and any(f"PySide6.{each.name}" in _MODULES for each in node.names)
        )
        or (isinstance(node, ast.Import) and any(each.name in _MODULES for each in node.names))
    ]
    assert hidden == []
