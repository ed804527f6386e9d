"""What a login name and a password must be."""

from __future__ import annotations

import re
import unicodedata

from frontdesk.errors import UserError

MIN_LENGTH = 8
MAX_LENGTH = 200
_LOGIN = re.compile(r"[\w.\-]{1,40}")
_BLOCKED = frozenset(
    {
        *("12345678", "123456789", "1234567890", "87654321", "147258369", "123123123"),
        *("112233445566", "5201314520", "woaini1314", "a1234567", "abcd1234", "1q2w3e4r"),
        *("password", "password1", "qwertyui", "qwerty123", "asdfghjk", "iloveyou"),
        *("admin123", "administrator", "frontdesk"),
    }
)


def tidy_login(typed: str) -> str:
    """The login name as kept: trimmed, half-width, lower case.

    Letters of any script, digits and ``._-`` are allowed.

    Raises:
        UserError: nothing typed, too long, or with other characters.
    """
    login = unicodedata.normalize("NFKC", typed).strip().lower()
    if not login:
        raise UserError("account.login_missing", field="login")
    if not _LOGIN.fullmatch(login):
        raise UserError("account.login_characters", field="login")
    return login


def check_password(password: str, login: str) -> None:
    """Refuse what is guessed first: shorter than 8, the login name itself, the usual ones.

    Raises:
        UserError: with the reason, beside ``password``.
    """
    if len(password) < MIN_LENGTH:
        raise UserError("password.short", field="password", least=MIN_LENGTH)
    if len(password) > MAX_LENGTH:
        raise UserError("password.long", field="password", most=MAX_LENGTH)
    bare = password.casefold()
    if bare in _BLOCKED or bare == login or len(set(bare)) == 1:
        raise UserError("password.common", field="password")
