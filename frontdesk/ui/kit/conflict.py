"""Someone else was quicker: both versions are shown, and one's own can go on top of theirs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from frontdesk.ui.kit import words
from frontdesk.ui.kit.banner import BannerArea
from frontdesk.ui.kit.compare import Compare, Differs, Line, lines_of
from frontdesk.ui.kit.drafts import About, Typed
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.tokens import Tone

if TYPE_CHECKING:
    from frontdesk.services.last_change import LastChange
    from frontdesk.ui.kit.page import UiContext

KEY = "conflict"


class ConflictHelp(QObject):
    """Helps one page through a save that someone else was quicker with.

    The page shows the newest version in the form with the person's own texts on top, then calls
    ``show``. Until they have chosen, ``stands_in_the_way`` answers a second save by showing both:
    what someone else wrote into the same field is never overwritten unseen.
    """

    def __init__(self, context: UiContext, owner: QObject, banners: BannerArea) -> None:
        super().__init__(owner)
        self._context, self._banners = context, banners
        self._form: FormPanel | None = None
        self._mine: dict[str, str] = {}
        self._before: Typed = {}
        self._save: Callable[[], None] | None = None
        self._by = ""
        self._last: LastChange | None = None
        self._closed: list[Line] = []
        self._must_choose = False

    def show(
        self,
        form: FormPanel,
        about: About,
        mine: Mapping[str, str],
        before: Mapping[str, str],
        save: Callable[[], None],
    ) -> None:
        """Tell of it. ``mine`` is what was to be saved, ``before`` what it was typed over."""
        self._form, self._mine, self._before, self._save = form, dict(mine), before, save
        own = (line for line in self._lines() if line.choice)
        self._must_choose = any(line.differs is not Differs.MINE for line in own)
        self._ask_who(about)

    def show_closed(self, about: About, lines: list[Line]) -> None:
        """Tell of it where the act is no longer open: one's own texts can only be looked at."""
        self._form, self._save, self._must_choose = None, None, False
        self._closed = lines
        self._ask_who(about)

    def _ask_who(self, about: About) -> None:
        drafts = self._context.services.drafts
        self._context.tasks.run(
            lambda: drafts.last_change(about.form, about.subject_id), self._tell, owner=self
        )

    def stands_in_the_way(self) -> bool:
        """Whether the person has to choose first; shows them what between."""
        if self._must_choose and self._form is not None:
            self.compare()
            return True
        return False

    @property
    def waits(self) -> bool:
        """Whether the person has to choose before the next save."""
        return self._must_choose

    def clear(self) -> None:
        """The record was saved, or another one is shown."""
        self._form, self._must_choose, self._closed = None, False, []
        self._banners.remove(KEY)

    def compare(self) -> None:
        """Both versions side by side."""
        lines = self._lines()
        if not lines:
            return
        dialog = Compare(
            self._banners.window(), lines, by=self._by, may_take=self._save is not None
        )
        dialog.chosen.connect(self._take)
        dialog.open()

    # inside -----------------------------------------------------------------------------

    def _lines(self) -> list[Line]:
        form = self._form
        if form is None:
            return self._closed
        # As it stands now: one may go on typing before one chooses.
        now = {name: form.field(name).typed() for name in {*self._mine, *form.changes()}}
        return lines_of(form, now, form.baseline(), self._before)

    def _tell(self, last: LastChange | None) -> None:
        if self._form is None and not self._closed:
            return
        self._last = last
        self._by = "" if last is None else f"{last.name}, {words.near(last.at)}"
        self._banners.remove("error")
        if self._save is None:
            self._banners.show_banner(
                Tone.WARN,
                self._said(self.tr("What you typed is kept; it can no longer be saved here.")),
                self.tr("Compare …"),
                self._compare_again,
                key=KEY,
            )
            return
        text = (
            self.tr("You both changed: {fields}.").format(fields=self._both())
            if self._must_choose
            else self.tr("They changed other fields; both go together.")
        )
        self._banners.show_banner(
            Tone.WARN,
            self._said(text),
            self.tr("Compare …"),
            self._compare_again,
            second=self.tr("Keep mine"),
            on_second=self._keep_mine,
            third=self.tr("Take theirs"),
            on_third=self._take_theirs,
            key=KEY,
            closable=False,
        )

    def _said(self, more: str) -> str:
        first = self.tr("Someone else has saved this meanwhile.")
        if self._last is not None:
            first = self.tr("{name} has saved this meanwhile ({when}).").format(
                name=self._last.name, when=words.near(self._last.at)
            )
        return f"{first} {more}"

    def _both(self) -> str:
        """Each field that both changed, with their text: the own one stands in the form."""
        lines = (line for line in self._lines() if line.choice and line.differs is not Differs.MINE)
        colon = self.tr("{field}: {text}")
        return "; ".join(
            colon.format(field=line.title, text=_first_line(line.theirs_read)) for line in lines
        )

    def _compare_again(self) -> None:
        """The banner goes with its button: it comes back until something is chosen."""
        if self._save is not None:
            self._banners.show_banner(
                Tone.WARN, self._said(""), self.tr("Compare …"), self._compare_again, key=KEY
            )
        self.compare()

    def _keep_mine(self) -> None:
        save = self._save
        self.clear()
        if save is not None:
            save()

    def _take_theirs(self) -> None:
        self._take({})

    def _take(self, chosen: dict[str, str]) -> None:
        form = self._form
        if form is None:
            return
        stored = form.baseline()
        form.set_typed({name: chosen.get(name, stored.get(name, "")) for name in self._mine})
        self.clear()
        form.focus_first()


def _first_line(text: str) -> str:
    line = " ".join(text.split()) or words.NOTHING
    return line if len(line) <= 60 else f"{line[:60]} …"
