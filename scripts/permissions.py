"""Writes docs/PERMISSIONS.md: which role may make which service call.

``python -m scripts.permissions [--check]``; with ``--check`` it writes nothing and fails when the
page is stale. Read from the services themselves, so a new call stands here or the test fails.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from frontdesk.language import Language
from frontdesk.models.enums import Role
from frontdesk.services.confirmed import SOMETIMES
from frontdesk.services.permissions import GRANTS, Permission
from frontdesk.services.registry import Services
from frontdesk.texts import term

PAGE = Path(__file__).resolve().parent.parent / "docs" / "PERMISSIONS.md"
_HEAD = """# Who may do what

Written by `python -m scripts.permissions`; do not edit by hand. The tables are
`frontdesk/services/permissions.py` (roles) and the `@requires` above each call; a call without one
fails the tests. What belongs to a single record, such as whose turn a complaint's step is, is
refused further in.

`🔑` the password is asked again (`@confirmed`), `(🔑)` in some cases only.
"""


def calls() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public call of every service, found as a newcomer's addition would be."""
    for name, kind in vars(Services).items():
        if isinstance(kind, cached_property):
            # Building a service asks nothing of its desk.
            service = type(kind.func(_Nobody()))
            for call, method in inspect.getmembers(service, inspect.isfunction):
                if not call.startswith("_"):
                    yield f"{name}.{call}", method


def page() -> str:
    """The page as it should be."""
    roles = list(Role)
    heads = " | ".join(f"{role.value}<br>{term(role, Language.ZH_CN)}" for role in roles)
    lines = [_HEAD, f"| call | needs any of | | {heads} |", "| --- " * (len(roles) + 3) + "|"]
    for name, method in sorted(calls()):
        needs: tuple[Permission, ...] = getattr(method, "__permissions__", ())
        asked = "🔑" if hasattr(method, "__confirmed__") else "(🔑)" if name in SOMETIMES else ""
        marks = " | ".join("" if GRANTS[role].isdisjoint(needs) else "✓" for role in roles)
        said = ", ".join(f"`{need.value}`" for need in needs)
        lines.append(f"| `{name}` | {said} | {asked} | {marks} |")
    lines += ["", "## What each role is granted", ""]
    for role in roles:
        granted = ", ".join(f"`{each.value}`" for each in Permission if each in GRANTS[role])
        lines.append(f"- **{role.value}** {term(role, Language.ZH_CN)}: {granted}")
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Write the page, or with ``--check`` only say whether it is current."""
    wanted = page()
    if "--check" not in arguments:
        PAGE.write_text(wanted, "utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text("utf-8") == wanted:
        return 0
    print("docs/PERMISSIONS.md is stale: run python -m scripts.permissions", file=sys.stderr)
    return 1


class _Nobody:
    """In the place of ``Services``."""

    desk = None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
