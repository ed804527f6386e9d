"""Someone else did something with the call on screen: theirs beside what was written here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from frontdesk.services.callbacks.dto import CallSheet
from frontdesk.services.callbacks.forms import ATTEMPT_FORM
from frontdesk.services.last_change import LastChange
from frontdesk.ui.callbacks.call_view import CallView
from frontdesk.ui.callbacks.run import Run
from frontdesk.ui.kit import language, words
from frontdesk.ui.kit.compare import Compare, Differs, Line
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.tokens import Tone

KEY = "conflict"


class Overtaken(QObject):
    """Nothing of theirs is overwritten: a call is only gone on with over its newest version."""

    def __init__(self, page: Page, view: CallView) -> None:
        super().__init__(page)
        self._page, self._view = page, view

    def tell(self, run: Run, now: CallSheet, note: str) -> None:
        """``run`` is what was done here (with ``note``); the call is ``now`` as they left it."""
        lines = self._lines(run, now, note)
        drafts = self._page.context.services.drafts
        goes_on = now.mine and not now.closed
        self._page.run(
            lambda: drafts.last_change(ATTEMPT_FORM, now.id),
            partial(self._show, lines, goes_on=goes_on),
        )

    def clear(self) -> None:
        """Another call is shown."""
        self._page.banners.remove(KEY)

    # inside -----------------------------------------------------------------------------

    def _show(self, lines: list[Line], last: LastChange | None, *, goes_on: bool) -> None:
        first = (
            self.tr("Someone else changed this call meanwhile.")
            if last is None
            else self.tr("{name} changed this call meanwhile ({when}).").format(
                name=last.name, when=words.near(last.at)
            )
        )
        more = (
            self.tr("Your answers are still here; close the call again if they hold.")
            if goes_on
            else self.tr("It is no longer yours; what you wrote can be looked at.")
        )
        by = "" if last is None else f"{last.name}, {words.near(last.at)}"
        self._page.banners.show_banner(
            Tone.WARN,
            f"{first} {more}",
            self.tr("Compare …"),
            lambda: Compare(self._page, lines, by=by, may_take=False).open(),
            key=KEY,
        )

    def _lines(self, run: Run, now: CallSheet, note: str) -> list[Line]:
        speak = language.current()
        theirs = Run(now)
        say = self._view.say
        rows = (
            ("state", self.tr("State"), words.word(run.sheet.status), words.word(now.status)),
            ("answers", self.tr("Answers"), _told(run.trail(speak)), _told(theirs.trail(speak))),
            ("note", self.tr("Note"), note, now.note),
            ("attempt", self.tr("Attempt"), say.attempt.note.typed(), ""),
        )
        return [
            Line(name, title, mine, mine, other, None, _who(mine, other))
            for name, title, mine, other in rows
            if mine != other
        ]


def _told(trail: tuple[tuple[str, str], ...]) -> str:
    return "\n".join(f"{title}: {answer}" for title, answer in trail if answer)


def _who(mine: str, theirs: str) -> Differs:
    if mine and theirs:
        return Differs.BOTH
    return Differs.MINE if mine else Differs.THEIRS
