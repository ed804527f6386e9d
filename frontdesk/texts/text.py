"""One text in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from frontdesk.language import Language


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages; ``{name}`` places are filled by ``str.format``."""

    zh: str
    en: str

    def in_(self, language: Language) -> str:
        """The text in ``language``."""
        return self.zh if language is Language.ZH_CN else self.en
