"""The walls of the house (docs/ARCHITECTURE.md): who imports whom, how long a file may be."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_archon import archrule

import frontdesk

ROOT = Path(__file__).resolve().parent.parent
LONGEST_MODULE = 400  # lines

QT = ["PySide6*", "shiboken6*", "qtawesome*"]
UPWARD = [
    "frontdesk.app*",
    "frontdesk.cli*",
    "frontdesk.sample*",
    "frontdesk.tour*",
    "frontdesk.__main__",
]


def test_models_know_only_themselves() -> None:
    (
        archrule("models", comment="records and closed lists stand on nothing of ours")
        .match("frontdesk.models*")
        .should_not_import(
            "frontdesk.store*",
            "frontdesk.reports*",
            "frontdesk.services*",
            "frontdesk.ui*",
            *UPWARD,
        )
        .should_not_import(*QT, "reportlab*")
        .check("frontdesk")
    )


def test_store_knows_models_only() -> None:
    (
        archrule("store")
        .match("frontdesk.store*")
        .should_not_import("frontdesk.reports*", "frontdesk.services*", "frontdesk.ui*", *UPWARD)
        .should_not_import(*QT, "reportlab*")
        .check("frontdesk")
    )


def test_reports_know_paper_only() -> None:
    (
        archrule("reports", comment="a printed form takes its own input and gives PDF bytes")
        .match("frontdesk.reports*")
        .should_not_import("frontdesk.store*", "frontdesk.services*", "frontdesk.ui*", *UPWARD)
        .should_not_import(*QT, "sqlalchemy*", "sqlcipher3*")
        .check("frontdesk")
    )


def test_reports_know_of_the_models_only_words() -> None:
    (
        archrule("reports and models")
        .match("frontdesk.reports*")
        .should_not_import("frontdesk.models*")
        .may_import("frontdesk.models.enums*")
        .check("frontdesk")
    )


def test_services_know_no_window() -> None:
    (
        archrule("services")
        .match("frontdesk.services*")
        .should_not_import("frontdesk.ui*", *UPWARD, *QT)
        .check("frontdesk")
    )


def test_window_reaches_data_through_services_only() -> None:
    (
        archrule("ui", comment="mapped objects and SQL never reach a widget")
        .match("frontdesk.ui*")
        .should_not_import(
            "sqlalchemy*", "sqlcipher3*", "reportlab*", "frontdesk.store*", "frontdesk.reports*"
        )
        .should_not_import(*UPWARD)
        .check("frontdesk", only_direct_imports=True)
    )


def test_window_knows_of_the_models_only_words_figures_and_checks() -> None:
    (
        archrule("ui and models")
        .match("frontdesk.ui*")
        .should_not_import("frontdesk.models*")
        .may_import("frontdesk.models.enums*", "frontdesk.models.rules", "frontdesk.models.values*")
        .check("frontdesk", only_direct_imports=True)
    )


def test_texts_stand_on_words_only() -> None:
    (
        archrule("texts")
        .match("frontdesk.texts*", "frontdesk.errors", "frontdesk.clock", "frontdesk.language")
        .should_not_import(
            "frontdesk.store*",
            "frontdesk.reports*",
            "frontdesk.services*",
            "frontdesk.ui*",
            *UPWARD,
        )
        .should_not_import(*QT, "sqlalchemy*")
        .check("frontdesk")
    )


def test_words_of_the_trade_load_without_store_and_window() -> None:
    """Start-up and paper need the words at once, the libraries of the store only later."""
    heavy = ("sqlalchemy", "PySide6", "reportlab", "pydantic")
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, frontdesk.texts.terms; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert "frontdesk.models.enums" in loaded
    assert [name for name in heavy if name in loaded] == []


@pytest.mark.parametrize("folder", ["frontdesk", "benchmarks", "scripts", "tests"])
def test_no_module_is_too_long_to_be_read(folder: str) -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines())
        for path in (ROOT / folder).rglob("*.py")
        if path.parent.name != "versions"  # a schema revision is generated once and never edited
    }
    assert lengths
    assert {name: n for name, n in lengths.items() if n > LONGEST_MODULE} == {}


def test_labels_are_made_by_the_kit() -> None:
    """A bare QLabel takes a customer's ``<img src=…>`` for markup; the kit's labels do not."""
    made = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in (ROOT / "frontdesk").rglob("*.py")
        if path.parent.name != "kit"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if node.func.id == "QLabel"
    ]
    assert made == []


def test_pictures_are_shown_by_the_kit() -> None:
    """``labels.show_picture`` leaves nothing behind in Qt's cache of pictures."""
    shown = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in (ROOT / "frontdesk").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "setPixmap"
    ]
    assert len(shown) == 1
    assert shown[0].startswith(str(Path("frontdesk/ui/kit/labels.py")))


def test_layouts_are_emptied_by_the_kit() -> None:
    """``takeAt`` gives an item that nobody throws away; ``emptied.empty_layout`` does."""
    taken = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "frontdesk").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "takeAt"
    }
    assert taken == {"frontdesk/ui/kit/emptied.py"}


def test_every_layer_is_looked_at() -> None:
    """The rules above match by name: a renamed layer must not leave them matching nothing."""
    package = Path(frontdesk.__file__).parent
    for layer in ("models", "store", "reports", "services", "ui", "texts"):
        assert (package / layer / "__init__.py").is_file(), layer
