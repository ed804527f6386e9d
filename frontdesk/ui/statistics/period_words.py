"""Words written about a period: kept with it when they are left, and with whatever prints them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Generic, Protocol, TypeVar

from frontdesk.errors import Conflict
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.conflict import ConflictHelp
from frontdesk.ui.kit.drafting import kept_by_service, retire
from frontdesk.ui.kit.drafts import About, DraftKeeper
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.section import Section
from frontdesk.ui.kit.tokens import Tone


class OfPeriod(Protocol):
    """Figures of a period, both days within."""

    @property
    def first(self) -> date:
        """The first day."""

    @property
    def last(self) -> date:
        """The last day."""


F = TypeVar("F", bound=OfPeriod)
T = TypeVar("T")


@dataclass(frozen=True)
class Words(Generic[F]):
    """What a page says of its words.

    ``name`` and ``subject`` are those of the draft. ``found``: the figures on screen; ``typed``:
    the words as they stand; ``show``: show figures, half typed words staying; ``kept``: these words
    stand with the figures now; ``read``: the same figures as the store has them, off the GUI
    thread; ``is_shown``: whether they are still asked for; ``keep``: the service's act, off the GUI
    thread; ``told``: what is said once they are kept.
    """

    form: FormPanel
    name: str
    subject: Callable[[date, date], str]
    found: Callable[[], F | None]
    typed: Callable[[], str]
    show: Callable[[F], None]
    kept: Callable[[F, str], None]
    read: Callable[[F], F]
    is_shown: Callable[[F], bool]
    keep: Callable[[F, str], None]
    told: Callable[[], str]


class PeriodWords(Generic[F]):
    """Keeps them for ``page``; where someone else was quicker, both are shown."""

    def __init__(self, page: Page | Section, conflicts: ConflictHelp, words: Words[F]) -> None:
        self._page, self._conflicts, self._words = page, conflicts, words
        self._drafts: DraftKeeper | None = None
        self._keeping: tuple[date, date, str] | None = None

    def begin(self, found: F, *, writable: bool = True) -> None:
        """Another period is on screen: its words have a draft of their own."""
        page, words = self._page, self._words
        page.banners.remove("draft")
        self._conflicts.clear()
        retire(self._drafts)
        self._drafts = None
        if writable:
            subject = words.subject(found.first, found.last)
            self._drafts = kept_by_service(
                page.context, words.form, words.name, subject, banners=page.banners
            )
            self._drafts.offer()

    def park(self) -> None:
        """Keep the words when they are left; where someone else was quicker, as a draft."""
        if self._conflicts.waits and self._drafts is not None:
            self._drafts.flush()
        else:
            self.keep()

    def save(self) -> None:
        """Keep them because it was asked for; first what stands in the way is shown."""
        if not self._conflicts.stands_in_the_way():
            self.keep()

    def keep(self) -> None:
        """Keep the words with their period, if they were changed."""
        words, found = self._words, self._words.found()
        if found is None or not words.form.has_changes():
            return
        text = words.typed()
        if self._keeping == (found.first, found.last, text):
            return
        self._keeping = (found.first, found.last, text)

        def done(_: None) -> None:
            self._page.notice(Tone.OK, words.told())

        self._save(found, text, words.keep, done)

    def with_words(self, act: Callable[[F, str], T], then: Callable[[T], None]) -> None:
        """Do what keeps the words typed as well, such as printing them."""
        found = self._words.found()
        if found is not None and not self._conflicts.stands_in_the_way():
            self._save(found, self._words.typed(), act, then)

    # inside ---------------------------------------------------------------------------------

    def _save(
        self, found: F, text: str, act: Callable[[F, str], T], then: Callable[[T], None]
    ) -> None:
        drafts = self._drafts
        if drafts is not None:
            drafts.saving()

        def done(result: T) -> None:
            self._was_kept(drafts, found, text)
            then(result)

        self._page.run(lambda: act(found, text), done, partial(self._not_kept, found), kind="write")

    def _was_kept(self, drafts: DraftKeeper | None, found: F, text: str) -> None:
        """Another period may have taken the place of ``found`` by now."""
        self._keeping = None
        if drafts is not None and drafts is self._drafts:
            drafts.saved()
            self._words.kept(found, text)

    def _not_kept(self, found: F, error: Exception) -> None:
        self._keeping = None
        if self._drafts is not None:
            self._drafts.go_on()
        if isinstance(error, Conflict):
            self._page.run(lambda: self._words.read(found), self._show_both)
        else:
            errors.present(self._words.form, error)

    def _show_both(self, now: F) -> None:
        """Theirs comes beneath, what is typed stays on top."""
        words, form = self._words, self._words.form
        if self._drafts is None or not words.is_shown(now):
            return
        mine, before = form.changes(), form.baseline()
        with self._drafts.filling():
            form.mark_saved()
            words.show(now)
        form.set_typed(mine)
        about = About(words.name, words.subject(now.first, now.last))
        self._conflicts.show(form, about, mine, before, self.keep)
