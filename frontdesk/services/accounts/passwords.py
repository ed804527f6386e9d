"""What a login name and a password must be, and how good a password is."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from frontdesk.errors import UserError
from frontdesk.models.values import names, text
from frontdesk.services.accounts.guessable import left_of, tidy

MIN_LENGTH = 8
MAX_LENGTH = 200
_LOGIN = re.compile(rf"[\w.\-]{{1,{text.LOGIN_LIMIT}}}")
_LEAST_LEFT, _GOOD, _STRONG = 6, 9, 14


class Strength(StrEnum):
    """How good a password is, said beside the field while it is typed."""

    SHORT = "short"
    LONG = "long"
    GUESSABLE = "guessable"
    FAIR = "fair"
    GOOD = "good"
    STRONG = "strong"


def tidy_login(typed: str) -> str:
    """The login name as kept: trimmed, half-width, lower case.

    Letters of any script, digits and ``._-`` are allowed.

    Raises:
        UserError: nothing typed, too long, or with other characters.
    """
    # Putting a long run of combining marks in order takes the square of its length.
    if len(typed) > 4 * text.LOGIN_LIMIT:
        raise UserError("account.login_characters", field="login")
    login = unicodedata.normalize("NFKC", typed).strip().lower()
    if not login:
        raise UserError("account.login_missing", field="login")
    if not _LOGIN.fullmatch(login):
        raise UserError("account.login_characters", field="login")
    return login


def staff_name(typed: str) -> str:
    """A colleague's name as kept, on one line.

    Raises:
        UserError: nothing typed, or too long.
    """
    name = text.line(typed, "name", limit=names.LIMIT)
    if not name:
        raise UserError("account.name_missing", field="name")
    return name


def strength(password: str, *known: str) -> Strength:
    """How good ``password`` is for whom everyone knows ``known`` of.

    Length counts as it is derived from (NFKC). Signs of every kind are welcome, none is asked for:
    such rules only make people write ``Abc123!``.
    """
    # Before it is put in order: with a long run of combining marks that takes the square of it.
    if len(password) > 4 * MAX_LENGTH:
        return Strength.LONG
    length = len(unicodedata.normalize("NFKC", password))
    if length < MIN_LENGTH:
        return Strength.SHORT
    if length > MAX_LENGTH:
        return Strength.LONG
    # A name pasted from nowhere is refused beside its own field, in the same answer.
    known = tuple(each[:MAX_LENGTH] for each in known)
    if tidy(password) in {tidy(each) for each in known}:
        return Strength.GUESSABLE
    left = left_of(password, known)
    if left < _LEAST_LEFT:
        return Strength.GUESSABLE
    if left < _GOOD:
        return Strength.FAIR
    return Strength.GOOD if left < _STRONG else Strength.STRONG


def check_password(password: str, *known: str, field: str = "password") -> None:
    """Refuse what is too short or guessed first.

    ``known``: what everyone knows of the person: login, name, dealership, telephone …

    Raises:
        UserError: with the reason, beside ``field``.
    """
    match strength(password, *known):
        case Strength.SHORT:
            raise UserError("password.short", field=field, least=MIN_LENGTH)
        case Strength.LONG:
            raise UserError("password.long", field=field, most=MAX_LENGTH)
        case Strength.GUESSABLE:
            raise UserError("password.common", field=field)
        case _:
            pass
