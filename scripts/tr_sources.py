"""Finds what is translated in the window: every ``tr`` and ``translate`` of the Python source.

Qt's own ``lupdate`` loses the class around a call after a nested class or a ``translate`` call and
does not see the plural of ``tr(..., n=count)``; Python's parser does neither. It also refuses what
can never be translated: sentences glued together or formatted before they are looked up.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True, slots=True)
class Message:
    """One text as it stands in the source. ``plural`` texts hold ``%n``."""

    context: str
    source: str
    comment: str = ""
    plural: bool = False


class SourceFault(Exception):
    """A text that cannot be translated as it is written."""


_NO_COMMENT = ast.Constant(None)


def messages(package: Path) -> set[Message]:
    """Every message of every module below ``package``."""
    trees = {
        path: ast.parse(path.read_text("utf-8"), str(path))
        for path in sorted(package.rglob("*.py"))
    }
    bases = {
        _called(base)
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for base in node.bases
    }
    return {
        message
        for path, tree in trees.items()
        for message in _Finder(path, bases, _shorthands(path, tree)).walk(tree, context="")
    }


def _shorthands(path: Path, tree: ast.Module) -> dict[str, str]:
    """Functions of a module that hand their first argument to ``translate("Context", …)``."""
    found: dict[str, str] = {}
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef) or not function.args.args:
            continue
        first = function.args.args[0].arg
        for node in ast.walk(function):
            if (
                isinstance(node, ast.Call)
                and _called(node.func) == "translate"
                and len(node.args) > 1
                and isinstance(node.args[1], ast.Name)
                and node.args[1].id == first
                and (context := _literal(node.args[0]))
                and found.setdefault(function.name, context) != context
            ):
                raise SourceFault(f"{path}: {function.name}() translates in two contexts")
    return found


class _Finder:
    def __init__(self, path: Path, bases: set[str], shorthands: dict[str, str]) -> None:
        self.path = path
        self.bases = bases  # the classes that others derive from
        self.shorthands = shorthands  # name of a function: the context it translates in

    def walk(self, node: ast.AST, context: str) -> Iterator[Message]:
        """The messages below ``node``, which lies in the class ``context``."""
        for child in ast.iter_child_nodes(node):
            inner = child.name if isinstance(child, ast.ClassDef) else context
            if isinstance(child, ast.Call):
                yield from self._call(child, context)
            yield from self.walk(child, inner)

    def _call(self, call: ast.Call, context: str) -> Iterator[Message]:
        if isinstance(call.func, ast.Name) and call.func.id in self.shorthands:
            text, *count = call.args
            args = [text, _NO_COMMENT, *count]
            yield from self._message(call, self.shorthands[call.func.id], args)
            return
        match _called(call.func):
            case "tr" | "QT_TR_NOOP":
                yield from self._message(call, context, call.args)
            case "translate" | "QT_TRANSLATE_NOOP" if len(call.args) > 1:
                yield from self._message(call, _literal(call.args[0]), call.args[1:])

    def _message(
        self, call: ast.Call, context: str | None, args: list[ast.expr]
    ) -> Iterator[Message]:
        """``args`` are text, disambiguation and count, as Qt orders them."""
        if not args or isinstance(args[0], (ast.Name, ast.Attribute, ast.Subscript)):
            return  # looked up by a variable: its text is marked with QT_TR_NOOP where it stands
        source = _literal(args[0])
        if source is None:
            raise SourceFault(f"{self._place(call)}: only one literal text can be translated")
        if not context:
            raise SourceFault(
                f"{self._place(call)}: {source!r} stands in no class; use translate()"
            )
        keywords = {word.arg: word.value for word in call.keywords}
        comment = keywords.get("disambiguation", args[1] if len(args) > 1 else None)
        plural = "n" in keywords or len(args) > 2
        if plural != ("%n" in source):
            raise SourceFault(f"{self._place(call)}: %n and n= belong together in {source!r}")
        if plural and _called(call.func) == "tr" and context in self.bases:
            # PySide asks the derived class first and takes its "1 car(s)" for an answer.
            raise SourceFault(f"{self._place(call)}: others derive from {context}; use translate()")
        yield Message(context, source, _literal(comment) or "", plural)

    def _place(self, node: ast.Call) -> str:
        return f"{self.path}:{node.lineno}"


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _literal(node: ast.expr | None) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None
