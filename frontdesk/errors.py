"""The two families of errors a person may see. Anything else is a bug.

Errors carry a *code*, never a sentence: the sentence in the reader's language is looked up in
``frontdesk.texts`` when the error is shown (window, command line, rejected sheet).
"""

from __future__ import annotations

from collections.abc import Sequence


class FrontdeskError(Exception):
    """Base of everything this program raises on purpose."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        return f"{self.code} {self.params}" if self.params else self.code


class UserError(FrontdeskError):
    """Something the person can mend; the sentence says how.

    ``field`` names the input it stands beside (the field name of the input model), or ``None``.
    """

    def __init__(self, code: str, field: str | None = None, **params: object) -> None:
        super().__init__(code, **params)
        self.field = field


class InputErrors(UserError):
    """Several inputs at fault at once, each with its own sentence."""

    def __init__(self, errors: Sequence[UserError]) -> None:
        super().__init__("input.several", count=len(errors))
        self.errors = tuple(errors)


class PermissionDenied(UserError):
    """The signed-in person's roles do not allow the act."""


class ConfirmationNeeded(UserError):
    """The act needs the person's password once more; given it, the same act goes through.

    ``declined``: they were asked and would rather not.
    """

    declined = False


class NotFound(UserError):
    """The record asked for is not (or no longer) there."""


class Conflict(UserError):
    """Someone else saved the record in between; both versions are kept."""


class EnvironmentFault(FrontdeskError):
    """The surroundings failed (disk full, file locked, damaged store); nothing typed is lost.

    ``has_page``: a page of its own tells it and what can be done.
    """

    has_page = False
