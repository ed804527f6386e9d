"""Which language the window speaks, switched while it runs.

Qt sends every widget a ``LanguageChange`` event; whoever has texts mixes in ``Translated`` and
sets them in ``retranslate``.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLibraryInfo,
    QLocale,
    QObject,
    QTranslator,
    Signal,
)

from frontdesk.config import resource_dir
from frontdesk.language import Language


class LanguageSwitch(QObject):
    """Holds the translators in force."""

    language_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._current = Language.EN
        self._installed: list[QTranslator] = []

    @property
    def current(self) -> Language:
        """The language on screen."""
        return self._current

    def use(self, language: Language) -> None:
        """Speak ``language`` from now on, in every window that is open."""
        changed = language is not self._current
        self._current = language
        QLocale.setDefault(QLocale(language.value))
        for old in self._installed:
            QCoreApplication.removeTranslator(old)
        self._installed = [
            translator
            for folder, name in (
                (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase"),
                (str(resource_dir() / "i18n"), "frontdesk"),
            )
            if (translator := _loaded(folder, f"{name}_{language.value}")) is not None
        ]
        # The last one installed is asked first: the program's own words win over Qt's.
        for translator in self._installed:
            QCoreApplication.installTranslator(translator)
        if changed:
            self.language_changed.emit(language)


def _loaded(folder: str, name: str) -> QTranslator | None:
    translator = QTranslator()
    return translator if translator.load(name, folder) else None


@cache
def switch() -> LanguageSwitch:
    """The one switch of this process."""
    return LanguageSwitch()


def current() -> Language:
    """The language on screen."""
    return switch().current


class Translated:
    """Mixin before a widget class: ``retranslate`` runs whenever the language changes."""

    def retranslate(self) -> None:
        """Set every text anew."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)  # type: ignore[misc]
