"""What the screen remembers of a person's habits (columns, theme, last login): never records."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QSettings


class UiState(Protocol):
    """A small store of texts by key, such as ``tables/customers/columns``."""

    def get(self, key: str, default: str = "") -> str:
        """What was remembered, or ``default``."""

    def put(self, key: str, value: str) -> None:
        """Remember ``value``."""


class MemoryState:
    """Forgets at the end of the process."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def get(self, key: str, default: str = "") -> str:
        return self._kept.get(key, default)

    def put(self, key: str, value: str) -> None:
        self._kept[key] = value


class FileState:
    """Remembers in an ini file; ``person`` keeps people's habits apart ('' is the PC's own)."""

    def __init__(self, file: Path, person: str = "") -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)
        self._prefix = f"person-{person}/" if person else "here/"
        self._file = file

    def of(self, person: str) -> FileState:
        """The same file for one person."""
        return FileState(self._file, person)

    def get(self, key: str, default: str = "") -> str:
        value = self._settings.value(self._prefix + key, default)
        return value if isinstance(value, str) else default

    def put(self, key: str, value: str) -> None:
        self._settings.setValue(self._prefix + key, value)
