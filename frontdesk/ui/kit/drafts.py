"""Keeps what is typed: half a second after the last key, at most a second apart.

self.drafts = DraftKeeper(context, form, lambda: About("customer", file.id, file.version), banners)
self.drafts.offer()                       # after the form was filled
self.drafts.saving()                      # the real save is on its way …
self.drafts.saved() / self.drafts.go_on() # … and came through, or did not
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from frontdesk.errors import EnvironmentFault, FrontdeskError
from frontdesk.ui.kit import errors, words
from frontdesk.ui.kit.banner import BannerArea
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.tokens import Tone

if TYPE_CHECKING:
    from frontdesk.services.drafts import KeptDraft
    from frontdesk.ui.kit.page import UiContext

QUIET_MS = 500
LONGEST_MS = 1000
AGAIN_MS = 2000
"""After a failure (a full disk) it is tried again this often."""

Typed = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class About:
    """Under which name a form is kept, the record it is about, and the version that was read."""

    form: str
    subject_id: str = ""
    version: int | None = None

    def is_same_record(self, other: About | None) -> bool:
        """Whether both mean the same form about the same record, at whatever version."""
        return other is not None and (self.form, self.subject_id) == (
            other.form,
            other.subject_id,
        )


class DraftKeeper(QObject):
    """The keeper of one form. ``about`` is asked at each change; ``None``: nothing is to be kept.

    A form that goes out of sight is written at once, whatever the reason.
    """

    kept = Signal()

    def __init__(
        self,
        context: UiContext,
        form: FormPanel,
        about: Callable[[], About | None],
        banners: BannerArea | None = None,
        *,
        whole: bool = False,
    ) -> None:
        """``whole`` keeps also what stood in the form before the first key."""
        super().__init__(form)
        self._whole = whole
        self._service, self._tasks = context.services.drafts, context.tasks
        self._form, self._about, self._banners = form, about, banners
        self._paused = self._on_its_way = False
        self._of: About | None = None
        self._turn = 0
        self._has_draft = False
        self._sent: dict[str, str] = {}
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        for timer in (self._quiet, self._longest, self._again):
            timer.timeout.connect(self._write)
        form.changed.connect(self._changed)
        form.installEventFilter(self)
        form.setProperty("kept", True)

    # typing -----------------------------------------------------------------------------

    def flush(self) -> None:
        """Write now if something waits to be written."""
        if any(timer.isActive() for timer in (self._quiet, self._longest, self._again)):
            self._write()

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Inside, the program fills the form: what waited is written first, nothing meanwhile."""
        self.flush()
        before, self._paused = self._paused, True
        try:
            yield
        finally:
            self._paused = before
            self._of = None

    # saving -----------------------------------------------------------------------------

    def saving(self) -> None:
        """The form as it stands is on its way; what is typed from now on is more than it."""
        self._begin()
        self._on_its_way = True
        self._sent = self._form.typed()

    def saved(self) -> None:
        """It came through, and its draft went in the same transaction.

        What was typed meanwhile counts as changed, and is kept as a draft of its own.
        """
        self._stop()
        if self._on_its_way:
            self._form.mark_saved(self._sent)
        self._on_its_way = self._has_draft = False
        self._of = None
        self._form.set_remark("")
        if self._form.has_changes():
            self._changed()

    def go_on(self) -> None:
        """It did not come through: what is typed is kept after all."""
        self._on_its_way = False
        self._of = None
        if self._form.has_changes():
            self._changed()

    # offering ---------------------------------------------------------------------------

    def offer(self) -> None:
        """Look for a kept draft and offer it in a banner; the form is not touched before a yes."""
        about = self._about()
        if about is None:
            return
        form, subject_id = about.form, about.subject_id
        # Behind the drafts still to be written: what was typed last is what is offered.
        self._tasks.run(
            lambda: self._service.offered(form, subject_id),
            lambda kept: self._offer(about, kept),
            kind="draft",
            owner=self,
        )

    def restore(self) -> None:
        """Put what was kept straight back: for a line that hides nothing and changes no record."""
        about = self._about()
        if about is None:
            return
        form, subject_id = about.form, about.subject_id

        def put_back(kept: KeptDraft | None) -> None:
            same = about.is_same_record(self._about()) and not self._form.has_changes()
            if kept is not None and same:
                self._form.set_typed({name: str(text) for name, text in kept.values.items()})

        self._tasks.run(
            lambda: self._service.offered(form, subject_id), put_back, kind="draft", owner=self
        )

    def drop(self) -> None:
        """The person does not want it: the kept draft goes too."""
        self._stop()
        about = self._about()
        if about is not None:
            self._discard(about)

    def retire(self) -> None:
        """The form is about something else from now on; what waited is written."""
        self.flush()
        self._paused = True
        self._form.removeEventFilter(self)
        self.deleteLater()

    # inside: writing ----------------------------------------------------------------------

    def _changed(self) -> None:
        if self._paused:
            return
        self._begin()
        self._quiet.start()
        if not self._longest.isActive():
            self._longest.start()

    def _begin(self) -> None:
        """Take the turn of the record the form is about now; one turn lasts until its save."""
        about = self._about()
        if about is None or not about.is_same_record(self._of):
            self._of, self._has_draft = about, False
            if about is not None:
                self._turn = self._service.turn(about.form, about.subject_id)

    def _write(self) -> None:
        self._stop()
        about, form = self._of, self._form
        now = self._about()
        if about is None or now is None or not now.is_same_record(about):
            return
        changes = form.changes()
        typed = form.typed() if self._whole and changes else changes
        if not typed:
            if self._has_draft and not self._on_its_way:
                self._discard(about)
            return
        baseline = form.baseline()
        before = {name: baseline.get(name, "") for name in typed}
        turn = self._turn
        self._has_draft = True
        self._tasks.run(
            lambda: self._service.keep(
                about.form, about.subject_id, typed, now.version, before=before, turn=turn
            ),
            self._was_kept,
            self._was_not_kept,
            kind="draft",
            owner=self,
        )

    def _was_kept(self, kept: bool) -> None:
        if kept:
            self._form.set_remark("")
            self.kept.emit()
        elif not self._on_its_way:
            # A save that was rolled back, or another form about the same, ended the turn.
            self.go_on()

    def _was_not_kept(self, error: Exception) -> None:
        if not isinstance(error, EnvironmentFault):
            errors.present(self._form, error)
            return
        self._say_not_kept(error)
        self._again.start()

    def _say_not_kept(self, error: FrontdeskError) -> None:
        text = self.tr("Not kept yet: {reason} What you typed stays here; it is tried again.")
        said = text.format(reason=errors.said(error))
        if self._form.remark() != said:
            self._form.set_remark(said)

    def _discard(self, about: About) -> None:
        self._has_draft = False
        self._of = None
        self._tasks.run(
            lambda: self._service.discard(about.form, about.subject_id),
            lambda _: None,
            kind="draft",
            owner=self,
        )

    def _stop(self) -> None:
        for timer in (self._quiet, self._longest, self._again):
            timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Hide:
            self.flush()
        return super().eventFilter(watched, event)

    # inside: offering ---------------------------------------------------------------------

    def _offer(self, about: About, kept: KeptDraft | None) -> None:
        now = self._about()
        if kept is None or self._banners is None or not about.is_same_record(now):
            return
        if self._form.has_changes():
            return
        here = self._form.typed()
        if all(here.get(name) == text for name, text in kept.values.items() if name in here):
            self._discard(about)  # it says nothing that is not there already
            return
        stale = _is_stale(kept, about)
        self._banners.show_banner(
            Tone.WARN if stale else Tone.INFO,
            self._offered(kept, stale=stale),
            self.tr("Continue"),
            lambda: self._continue(kept.values),
            second=self.tr("Compare …"),
            on_second=lambda: self._compare(about, kept),
            third=self.tr("Discard"),
            on_third=self.drop,
            key="draft",
            closable=False,
        )

    def _offered(self, kept: KeptDraft, *, stale: bool) -> str:
        text = self.tr("You began this {when}; it is not saved yet.")
        said = text.format(when=words.ago(kept.saved_at))
        if not stale:
            return said
        if kept.changed is None:
            return f"{said} {self.tr('The record was changed since.')}"
        changed = self.tr("The record was changed since by {name} ({when}).")
        who = changed.format(name=kept.changed.name, when=words.near(kept.changed.at))
        return f"{said} {who}"

    def _continue(self, typed: Typed) -> None:
        self._form.set_typed({name: str(text) for name, text in typed.items()})
        self._form.focus_first()

    def _compare(self, about: About, kept: KeptDraft) -> None:
        from frontdesk.ui.kit.compare import Compare, lines_of

        mine = {name: str(text) for name, text in kept.values.items()}
        lines = lines_of(self._form, mine, self._form.typed(), kept.before)
        last = kept.changed
        by = "" if last is None else f"{last.name}, {words.near(last.at)}"
        dialog = Compare(self._form, lines, by=by)
        dialog.chosen.connect(self._take_chosen)
        dialog.rejected.connect(lambda: self._offer(about, kept))
        dialog.open()

    def _take_chosen(self, mine: dict[str, str]) -> None:
        if mine:
            self._continue(mine)
        else:
            self.drop()


def _is_stale(kept: KeptDraft, about: About) -> bool:
    """Whether the record is no longer as it was when the draft was begun."""
    if kept.base_version is not None and about.version is not None:
        return kept.base_version != about.version
    return kept.changed is not None
