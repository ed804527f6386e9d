"""What is given to a command."""

from __future__ import annotations

from pathlib import Path


def signed_in(data: Path, login: str = "admin") -> list[str]:
    """The words that name the data, the person and the language."""
    return ["--data", str(data), "--as", login, "--lang", "en"]
