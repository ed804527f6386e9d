"""Build hook: compiles the translations and packs the resources into the wheel."""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def lrelease() -> Path:
    """Qt's translation compiler as PySide6 ships it."""
    import PySide6

    folder = Path(PySide6.__path__[0])
    for name in ("lrelease", "lrelease.exe", "Qt/libexec/lrelease"):
        if (folder / name).is_file():
            return folder / name
    raise FileNotFoundError(f"PySide6 in {folder} brings no lrelease")


def compile_translations(root: Path) -> None:
    """Compile each ``resources/i18n/*.ts`` of the checkout at ``root`` to a ``.qm`` beside it.

    The new file takes the place of the old one at once: a window that is open reads the old one
    from the disk whenever it says something, and would crash over a file being rewritten. Each
    build works in a folder of its own, on the same disk and beside what is packed.
    """
    with TemporaryDirectory(prefix=".qm-", dir=root) as folder:
        for source in sorted((root / "resources" / "i18n").glob("*.ts")):
            fresh = Path(folder, source.stem).with_suffix(".qm")
            subprocess.run([lrelease(), "-silent", source, "-qm", fresh], check=True)
            fresh.replace(source.with_suffix(".qm"))


class ResourcesHook(BuildHookInterface[BuilderConfig]):
    """Compiles translations before every build; a wheel also takes ``resources/`` along."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Prepare one build; ``version`` is ``standard`` or, in a checkout, ``editable``."""
        compile_translations(Path(self.root))
        if version == "standard":
            build_data["force_include"]["resources"] = "frontdesk/_resources"
