"""The two font files that screen and paper share: Noto Sans SC Regular (400) and Bold (700).

The dependency ``justmytype-intl-cjk`` carries the variable font. Neither Qt nor ReportLab takes a
weight out of it, so each weight is pinned once (about a second) and kept in the cache folder. The
instance gets its own ``name`` table and weight class; without that both answer to 'Thin'.

Callers may come from any thread and any process at the same time: a file appears whole or not at
all (written aside, then renamed), and within a process only one thread makes it.
"""

from __future__ import annotations

import os
import tempfile
from enum import Enum
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from threading import Lock

from frontdesk.config import cache_dir
from frontdesk.errors import EnvironmentFault

FAMILY = "Noto Sans SC"

# Raised whenever the way of making changes, so that files made the old way are not taken.
_RECIPE = 1


class Weight(Enum):
    """A static weight of the family."""

    REGULAR = 400
    BOLD = 700

    @property
    def style(self) -> str:
        """The style name a font dialog shows."""
        return self.name.capitalize()


_locks = {weight: Lock() for weight in Weight}


def regular() -> Path:
    """The Regular 400 TrueType file; made at the first call, may then take a second.

    Raises ``EnvironmentFault`` when the font package is missing or the cache is not writable.
    """
    return _file(Weight.REGULAR)


def bold() -> Path:
    """The Bold 700 TrueType file; see ``regular``."""
    return _file(Weight.BOLD)


def ready() -> bool:
    """Whether both files are there already, so that no call has to wait."""
    source = _source()
    return source is not None and all(_target(weight, source).is_file() for weight in Weight)


def _file(weight: Weight) -> Path:
    source = _source()
    if source is None:
        raise EnvironmentFault("fonts.missing", package="justmytype-intl-cjk")
    target = _target(weight, source)
    if not target.is_file():
        with _locks[weight]:
            if not target.is_file():
                _write_whole(target, _instance(source, weight))
    return target


def _source() -> Path | None:
    # The package is found, not imported: its import brings code that is not needed.
    spec = find_spec("justmytype_intl_cjk")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        file = Path(folder, "fonts", "ofl", "notosanssc", "NotoSansSC[wght].ttf")
        if file.is_file():
            return file
    return None


def _target(weight: Weight, source: Path) -> Path:
    # The size stands for the source's version: another release of the font makes new files.
    name = f"NotoSansSC-{weight.style}-{_RECIPE}-{source.stat().st_size}.ttf"
    return cache_dir() / "fonts" / name


def _instance(source: Path, weight: Weight) -> bytes:
    """The font with its weight axis pinned and its names put right, as a TrueType file."""
    import uharfbuzz as hb

    face = hb.Face(hb.Blob.from_file_path(os.fspath(source)))
    plan = hb.SubsetInput()
    plan.keep_everything()
    plan.pin_axis_location(face, "wght", float(weight.value))
    return _renamed(hb.subset(face, plan).blob.data, weight)


def _renamed(font: bytes, weight: Weight) -> bytes:
    from fontTools.ttLib import TTFont

    with TTFont(BytesIO(font), lazy=True) as file:
        postscript = f"{FAMILY.replace(' ', '')}-{weight.style}"
        names = {
            1: FAMILY,
            2: weight.style,
            3: f"{postscript};{_RECIPE}",
            4: f"{FAMILY} {weight.style}",
            6: postscript,
            16: FAMILY,
            17: weight.style,
        }
        table = file["name"]
        # Localised and variable-only names (25 and above) would still say 'Thin'.
        table.names = [n for n in table.names if n.nameID not in names and n.nameID < 25]
        for number, text in names.items():
            table.setName(text, number, 3, 1, 0x409)
            table.setName(text, number, 1, 0, 0)
        if "STAT" in file:
            del file["STAT"]  # names the axis values that are gone
        is_bold = weight is Weight.BOLD
        file["OS/2"].usWeightClass = weight.value
        # fsSelection: bit 5 bold, bit 6 regular (never both); macStyle: bit 0 bold.
        kept = file["OS/2"].fsSelection & ~0b110_0001
        file["OS/2"].fsSelection = kept | (1 << 5 if is_bold else 1 << 6)
        file["head"].macStyle = 1 if is_bold else 0
        out = BytesIO()
        file.save(out, reorderTables=None)
    return out.getvalue()


def _write_whole(target: Path, content: bytes) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(prefix=target.stem, suffix=".part", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(aside).replace(target)
        except BaseException:
            Path(aside).unlink(missing_ok=True)
            raise
    except OSError as error:
        # On Windows a target that another process has open cannot be replaced, but is whole.
        if not target.is_file():
            raise EnvironmentFault("fonts.cache", folder=os.fspath(target.parent)) from error
