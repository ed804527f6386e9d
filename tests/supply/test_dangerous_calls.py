"""What must not stand anywhere in the program or its tools. Ruff refuses most; this, the rest."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("frontdesk", "scripts", "benchmarks")
SOURCES = [ROOT / "hatch_build.py", *(p for each in FOLDERS for p in (ROOT / each).rglob("*.py"))]
NEVER_IMPORTED = {
    "pickle", "marshal", "shelve", "dill", "jsonpickle", "yaml", "sqlite3", "telnetlib", "ftplib",
}  # fmt: skip
NEVER_CALLED = {
    "eval", "exec", "compile", "__import__", "breakpoint",
    "os.system", "os.popen", "os.startfile", "pty.spawn", "tempfile.mktemp",
    "subprocess.getoutput", "subprocess.getstatusoutput",
}  # fmt: skip
STARTERS = {"run", "Popen", "call", "check_call", "check_output"}


def faults(source: str) -> Iterator[str]:
    """What stands in ``source`` that must not."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from (a.name for a in names if a.name.split(".")[0] in NEVER_IMPORTED)
            case ast.ImportFrom(module=str(module)) if module.split(".")[0] in NEVER_IMPORTED:
                yield module
            case ast.Assert(test=test) if not _narrows(test):
                yield f"assert {ast.unparse(test)}"
            case ast.Call(func=func):
                name = ast.unparse(func)
                if name in NEVER_CALLED or name.startswith(("os.exec", "os.spawn")):
                    yield name
                yield from _starting(name, node)


def _starting(name: str, call: ast.Call) -> Iterator[str]:
    """A process is started with a list of words, never with a line for a shell."""
    for keyword in call.keywords:
        if keyword.arg == "shell":
            yield f"{name} with a shell"
    if name.startswith("subprocess.") and name.removeprefix("subprocess.") in STARTERS:
        first = call.args[0] if call.args else None
        if first is None or isinstance(first, ast.Constant | ast.JoinedStr | ast.BinOp):
            yield f"{name} with a string"


def _narrows(test: ast.expr) -> bool:
    """``assert x is not None`` tells the type checker; every other assert would be a rule."""
    return (
        isinstance(test, ast.Compare)
        and isinstance(test.ops[0], ast.IsNot)
        and isinstance(test.comparators[0], ast.Constant)
        and test.comparators[0].value is None
    )


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_source_holds_nothing_dangerous(path: Path) -> None:
    assert list(faults(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        "import pickle",
        "from marshal import loads",
        "eval('1')",
        "import os\nos.system('ls')",
        "import os\nos.execv('a', [])",
        "import subprocess\nsubprocess.run('ls -l')",
        "import subprocess\nsubprocess.run(f'ls {x}')",
        "import subprocess\nsubprocess.Popen(['ls'], shell=True)",
        "import tempfile\ntempfile.mktemp()",
        "import yaml",
        "assert user.may_approve",
    ],
)
def test_each_of_them_would_be_found(source: str) -> None:
    assert list(faults(source))


@pytest.mark.parametrize(
    "source", ["subprocess.run(['ls', name])", "app.exec()", "assert found is not None"]
)
def test_what_only_looks_alike_is_left_alone(source: str) -> None:
    assert list(faults(source)) == []
