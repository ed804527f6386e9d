"""Where things lie: the program's resources and the dealership's data."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource_dir() -> Path:
    """The folder of scripts, translations and sample data.

    In an installed wheel it lies inside the package, in a checkout beside it.
    """
    inside = _PACKAGE / "_resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def default_data_dir() -> Path:
    """Where the dealership's data lies unless ``--data`` says otherwise."""
    import platformdirs

    return Path(platformdirs.user_data_dir("Frontdesk", appauthor=False))


def cache_dir() -> Path:
    """A folder whose content can be made again at any time (prepared fonts)."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("Frontdesk", appauthor=False))


def config_dir() -> Path:
    """Where this PC's own settings lie, apart from any dealership's data."""
    import platformdirs

    return Path(platformdirs.user_config_dir("Frontdesk", appauthor=False))
