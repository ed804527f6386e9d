"""Build hook: compiles the translations, so that every install speaks Chinese."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def lrelease() -> Path:
    """Qt's translation compiler as PySide6 ships it."""
    import PySide6

    folder = Path(PySide6.__path__[0])
    for name in ("lrelease", "lrelease.exe", "Qt/libexec/lrelease"):
        if (folder / name).is_file():
            return folder / name
    raise FileNotFoundError(f"PySide6 in {folder} brings no lrelease")


class TranslationsHook(BuildHookInterface):
    """Compiles ``resources/i18n/*.ts`` to ``.qm`` beside them before files are collected."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run before each build; a missing or broken translation stops it."""
        for source in sorted(Path(self.root, "resources", "i18n").glob("*.ts")):
            compiled = source.with_suffix(".qm")
            subprocess.run([lrelease(), "-silent", source, "-qm", compiled], check=True)
