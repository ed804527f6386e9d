"""Makes the pictures of the documentation anew: ``python -m scripts.screenshots``.

The tour drives the real window in both languages; the documentation shows some of its pictures as
``docs/images/<name>-<language>.png``.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"
PICTURES = {
    "set-up": "set-up",
    "today": "today-manager",
    "today-dark": "today-dark",
    "find": "find-phone",
    "customer": "customer",
    "import": "import-preview",
    "intake": "intake",
    "hand-over": "hand-over",
    "callbacks": "callbacks",
    "callback": "callback-complaint",
    "complaint": "complaint-returned",
    "complaint-form": "complaint-form",
    "statistics": "statistics",
}
"""Name in the documentation: what the tour calls the picture."""
LANGUAGES = ("zh_CN", "en")


def pictures(out: Path) -> dict[str, Path]:
    """The pictures of the documentation among the tour's ``NN-what.png`` files in ``out``.

    Raises:
        FileNotFoundError: the tour left one of them out.
    """
    taken = {path.stem.partition("-")[2]: path for path in sorted(out.glob("[0-9]*-*.png"))}
    missing = sorted(set(PICTURES.values()) - taken.keys())
    if missing:
        raise FileNotFoundError(f"the tour left no picture of: {', '.join(missing)}")
    return {name: taken[what] for name, what in PICTURES.items()}


def main() -> int:
    """Run the tour in each language and keep its pictures."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-m", "frontdesk", "tour", folder, "--lang", language]
            subprocess.run(command, check=True)
            for name, picture in pictures(Path(folder)).items():
                target = IMAGES / f"{name}-{language}.png"
                shutil.copyfile(picture, target)
                print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
