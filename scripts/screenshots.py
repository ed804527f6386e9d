"""Makes the pictures of the documentation anew: ``python -m scripts.screenshots``.

The tour drives the real window in both languages; of its pictures the documentation shows the first
one of each tab as ``docs/images/<tab>-<language>.png``.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"
TABS = ("today", "customer", "intake", "callback", "complaint")
LANGUAGES = ("zh_CN", "en")


def pictures(out: Path) -> dict[str, Path]:
    """The first picture of each tab among the tour's ``NN-what.png`` files in ``out``.

    Raises:
        FileNotFoundError: the tour left no picture of a tab.
    """
    found: dict[str, Path] = {}
    for path in sorted(out.glob("[0-9]*-*.png")):
        what = path.stem.partition("-")[2]
        for tab in TABS:
            if what.startswith(tab):
                found.setdefault(tab, path)
    missing = [tab for tab in TABS if tab not in found]
    if missing:
        raise FileNotFoundError(f"the tour left no picture of: {', '.join(missing)}")
    return found


def main() -> int:
    """Run the tour in each language and keep its pictures."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-m", "frontdesk", "tour", folder, "--lang", language]
            subprocess.run(command, check=True)
            for tab, picture in pictures(Path(folder)).items():
                target = IMAGES / f"{tab}-{language}.png"
                shutil.copyfile(picture, target)
                print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
