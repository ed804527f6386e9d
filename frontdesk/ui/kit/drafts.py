"""Keeps what is typed: half a second after the last key, at most a second apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from frontdesk.ui.kit.banner import BannerArea
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.tokens import Tone

QUIET_MS = 500
LONGEST_MS = 1000

Typed = Mapping[str, str]


class DraftKeeper(QObject):
    """Writes a form's typed texts through callables the page gives.

    ``save`` and ``discard`` must return at once (they hand the work to the worker). ``load`` is
    given a callback that takes the kept texts or ``None``. Several forms of one act may share one
    draft: give them all.
    """

    kept = Signal()

    def __init__(
        self,
        forms: FormPanel | list[FormPanel],
        load: Callable[[Callable[[Typed | None], None]], None],
        save: Callable[[dict[str, str]], None],
        discard: Callable[[], None],
        banners: BannerArea | None = None,
    ) -> None:
        self._forms = forms if isinstance(forms, list) else [forms]
        super().__init__(self._forms[0])
        self._load, self._save, self._discard = load, save, discard
        self._banners = banners
        self._paused = False
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self.flush)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._longest.timeout.connect(self.flush)
        for form in self._forms:
            form.changed.connect(self._changed)

    def offer(self) -> None:
        """Look for a kept draft and offer it in a banner; the form is not touched before a yes."""
        self._load(self._offer)

    def flush(self) -> None:
        """Write now if something waits to be written."""
        if not (self._quiet.isActive() or self._longest.isActive() or self._due()):
            return
        self._stop()
        if any(form.has_changes() for form in self._forms):
            self._save(self.typed())
            self.kept.emit()

    def forget(self) -> None:
        """The form was saved for good (its draft went in the same transaction)."""
        self._stop()

    def drop(self) -> None:
        """The person does not want it: the kept draft goes too."""
        self._stop()
        self._discard()

    def pause(self, paused: bool) -> None:
        """While paused nothing is written, such as while a record is being shown."""
        self._paused = paused
        if paused:
            self._stop()

    def typed(self) -> dict[str, str]:
        """What stands in the forms now."""
        return {name: text for form in self._forms for name, text in form.typed().items()}

    def _due(self) -> bool:
        return self.sender() in {self._quiet, self._longest}

    def _changed(self) -> None:
        if self._paused:
            return
        self._quiet.start()
        if not self._longest.isActive():
            self._longest.start()

    def _stop(self) -> None:
        self._quiet.stop()
        self._longest.stop()

    def _offer(self, typed: Typed | None) -> None:
        if not typed or self._banners is None:
            return
        self._banners.show_banner(
            Tone.INFO,
            self.tr("Something you typed earlier was kept and is not saved yet."),
            self.tr("Continue"),
            lambda: self._continue(typed),
            second=self.tr("Discard"),
            on_second=self.drop,
            key="draft",
            closable=False,
        )

    def _continue(self, typed: Typed) -> None:
        for form in self._forms:
            form.set_typed(typed)
        self._forms[0].focus_first()
