"""How good a password is, in words beside its field while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from frontdesk.ui.kit.fields import PasswordField

if TYPE_CHECKING:
    from frontdesk.services.desk import Desk


class StrengthHint(QObject):
    """Keeps the hint of ``field`` in step with what is typed; lives as long as the field.

    ``known`` gives what everyone knows of the person: login, name, dealership, telephone.
    ``remark`` stands beside it while nothing is typed.
    """

    def __init__(self, field: PasswordField, known: Callable[[], Iterable[str]]) -> None:
        super().__init__(field)
        self._field, self._known = field, known
        self._remark = ""
        field.changed.connect(self.show)

    def set_remark(self, text: str) -> None:
        """What is said while the field is empty."""
        self._remark = text
        self.show()

    def show(self) -> None:
        """Say how good what is typed is."""
        typed = self._field.line.text()
        self._field.set_hint(self._said(typed) if typed else self._remark)

    def _said(self, typed: str) -> str:
        from frontdesk.services.accounts.passwords import MIN_LENGTH, Strength, strength

        def tr(text: str) -> str:
            return QCoreApplication.translate("StrengthHint", text)

        match strength(typed, *self._known()):
            case Strength.SHORT:
                return tr("Too short yet: at least {least} characters.").format(least=MIN_LENGTH)
            case Strength.LONG:
                return tr("Too long.")
            case Strength.GUESSABLE:
                return tr("Guessed first: words, names, phones, dates or keys in a row.")
            case Strength.FAIR:
                return tr("Fair. A few more characters make it good.")
            case Strength.GOOD:
                return tr("Good.")
            case Strength.STRONG:
                return tr("Strong.")


def known_at(desk: Desk) -> tuple[str, ...]:
    """What everyone knows of the dealership."""
    profile = desk.profile
    return (profile.name, profile.service_phone, profile.booking_phone, profile.rescue_phone)
