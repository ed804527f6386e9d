"""Shown instead of signing in when the data cannot be opened: what it is, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from frontdesk.clock import Clock
from frontdesk.errors import EnvironmentFault, UserError
from frontdesk.services.accounts import recovering
from frontdesk.services.accounts.recovering import Offer, Proof, Restored, Survey, Way
from frontdesk.ui.kit import errors, words
from frontdesk.ui.kit.labels import ask
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.tasks import Tasks
from frontdesk.ui.kit.tokens import Tone
from frontdesk.ui.shell import repair_words as said
from frontdesk.ui.shell.repair_view import RepairView

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

_BAD_BACKUP = frozenset({"backup.damaged", "backup.foreign", "backup.unreadable"})
_RESTORING = frozenset({Way.RESTORE, Way.TAKE_KEYS})


class RepairPage(Translated, QWidget):
    """One fault and its ways out.

    ``release`` gives the open store back before it is replaced (GUI thread). ``mended`` comes when
    people can sign in again, ``again`` to look anew, ``chosen`` carries another folder,
    ``founding`` asks for set-up, ``left`` goes back to the desk.
    """

    mended = Signal()
    again = Signal()
    chosen = Signal(object)
    founding = Signal()
    left = Signal()

    def __init__(
        self,
        fault: EnvironmentFault,
        root: Path,
        tasks: Tasks,
        clock: Clock,
        release: Callable[[], None],
        *,
        login: str = "",
        at_desk: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.fault, self._root = fault, root
        self._tasks, self._clock, self._release = tasks, clock, release
        self._ways = recovering.WAYS[fault.code]
        self._found = Survey(None, ())
        self._looked = False
        self._bad: set[str] = set()
        self._by_code = False
        self._going_on = False
        self._restored: Restored | None = None
        self._at_desk = at_desk
        self.view = RepairView(self)
        self.banners = self.view.banners
        self.form = self.view.form
        self.form.set_values({"login": login})
        view = self.view
        view.primary.clicked.connect(self._act)
        view.other_proof.clicked.connect(self._change_proof)
        view.going_on.clicked.connect(self._change_way)
        view.file.clicked.connect(self._ask_file)
        view.again.clicked.connect(self.again)
        view.folder.clicked.connect(self._ask_folder)
        view.founding.clicked.connect(self._ask_founding)
        view.back.clicked.connect(self.left)
        view.table.selected.connect(lambda _: self._show())
        view.sign_in.clicked.connect(self.mended)
        self.form.save_requested.connect(self._act)
        self.form.last_entered.connect(self._act)
        QShortcut(QKeySequence("F5"), self).activated.connect(view.again.click)
        self.retranslate()
        self._look()

    # what is shown ----------------------------------------------------------------------

    @property
    def restoring(self) -> bool:
        """Whether a backup helps."""
        return not self._going_on and not _RESTORING.isdisjoint(self._ways)

    def offer(self) -> Offer | None:
        """The backup that is chosen."""
        return self.view.table.current()

    def is_bad(self, offer: Offer) -> bool:
        """Whether the backup was tried and found not sound."""
        return offer.path in self._bad

    def retranslate(self) -> None:
        self.view.retranslate()
        if self.view.sign_in.isVisible():
            return  # it is done, and said
        self.view.title.setText(said.title(self.fault.code))
        self.view.fault.setText(errors.said(self.fault))
        self._show()

    def _show(self) -> None:
        view, offer, restoring = self.view, self.offer(), self.restoring
        keys_only = Way.TAKE_KEYS in self._ways
        view.assurance.setText(
            said.assurance(restoring=restoring, keys_only=keys_only, going_on=self._going_on)
        )
        usable = restoring and offer is not None
        view.show_offer(
            self.tr("Backup of {when}").format(when=words.when(offer.made_at)) if offer else "",
            said.lost(offer, keys_only=keys_only) if offer else "",
        )
        view.backups.setVisible(restoring and self._looked)
        asking = usable or self._going_on
        self.form.setVisible(asking)
        for name in ("login", "password"):
            self.form.show_field(name, not self._by_code)
        self.form.show_field("recovery_code", self._by_code)
        self.form.show_field("reason", self._going_on)
        view.other_proof.setVisible(asking)
        view.other_proof.setText(
            self.tr("Use name and password") if self._by_code else self.tr("Use the recovery sheet")
        )
        view.primary.setVisible(asking)
        view.primary.setText(self._act_text(keys_only))
        view.going_on.setVisible(Way.GO_ON in self._ways)
        view.going_on.setText(
            self.tr("Restore a backup instead …")
            if self._going_on
            else self.tr("Go on with what is there …")
        )
        view.file.setVisible(restoring)
        view.again.setVisible(Way.LOOK_AGAIN in self._ways)
        view.folder.setVisible(Way.CHOOSE in self._ways)
        # Without any backup a store whose key is gone opens for no one any more.
        hopeless = keys_only and self._looked and not self._found.offers
        view.founding.setVisible(Way.FOUND in self._ways or hopeless)
        view.back.setVisible(self._at_desk)
        view.settle_rows()
        view.settle()

    def _act_text(self, keys_only: bool) -> str:
        if self._going_on:
            return self.tr("Check it and go on (Ctrl+Enter)")
        if keys_only:
            return self.tr("Take its key file (Ctrl+Enter)")
        return self.tr("Restore this backup (Ctrl+Enter)")

    # looking ----------------------------------------------------------------------------

    def _look(self, file: Path | None = None) -> None:
        if not self.restoring:
            return
        self._tasks.run(partial(recovering.survey, self._root, file), self._surveyed, owner=self)

    def _surveyed(self, found: Survey) -> None:
        # A file that was chosen stands above the ones found by themselves.
        known = {offer.path for offer in found.offers}
        others = tuple(offer for offer in self._found.offers if offer.path not in known)
        self._found = Survey(found.last_work or self._found.last_work, found.offers + others)
        self._looked = True
        self.view.table.set_rows(self._found.offers)
        if found.offers:
            self.view.table.select(found.offers[0].path)
        self._show()
        self._focus()

    def _focus(self) -> None:
        if not self.isVisible():
            return
        if self.form.isVisible():
            self.form.field("recovery_code" if self._by_code else self._empty()).editor().setFocus()
        elif self.view.again.isVisible():
            self.view.again.setFocus()

    def _empty(self) -> str:
        typed = self.form.typed()
        return "password" if typed["login"] else "login"

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus()

    # acts -------------------------------------------------------------------------------

    def _act(self) -> None:
        if not self.view.primary.isEnabled() or self.view.primary.isHidden():
            return
        self.form.clear_errors()
        self.banners.clear()
        typed = self.form.typed()
        proof = (
            Proof(code=typed["recovery_code"] or "-")
            if self._by_code
            else Proof(typed["login"], typed["password"])
        )
        offer = self.offer()
        self._release()
        self.view.busy(True)
        work: Callable[[], Restored | None]
        if self._going_on:
            work = partial(recovering.go_on, self._root, proof, typed["reason"], self._clock)
        elif offer is None:
            return
        elif Way.TAKE_KEYS in self._ways:
            work = partial(recovering.take_keys, self._root, Path(offer.path), proof, self._clock)
        else:
            told = self.view.told.emit
            work = partial(
                recovering.put_back, self._root, Path(offer.path), proof, self._clock, told
            )
        self._tasks.run(work, self._done, self._refused, kind="long", owner=self)

    def _done(self, restored: Restored | None) -> None:
        self.view.busy(False)
        self._restored = restored
        if restored is None:
            self.view.show_done(self.tr("The data that is there is in use again."), "")
            return
        when = words.when(restored.made_at)
        if Way.TAKE_KEYS in self._ways:
            text = self.tr("The key file of {when} is in place; the data is complete.")
        else:
            text = self.tr("The data is as it was at {when}.")
        aside = ""
        if restored.set_aside:
            aside = self.tr("What lay there before is kept in {folder}.").format(
                folder=restored.set_aside
            )
        self.view.show_done(text.format(when=when), aside)

    def _refused(self, error: Exception) -> None:
        self.view.busy(False)
        if isinstance(error, UserError) and error.field and self.form.has(error.field):
            self.form.show_errors(error)
        elif isinstance(error, EnvironmentFault) and error.code in _BAD_BACKUP:
            self._next_good(error)
        else:
            errors.present(self, error)

    def _next_good(self, error: EnvironmentFault) -> None:
        """The backup was not sound: say so, and offer the next one."""
        offer = self.offer()
        if offer is not None:
            self._bad.add(offer.path)
        self.view.table.set_rows(self._found.offers)
        left = [each for each in self._found.offers if each.path not in self._bad]
        text = errors.said(error)
        if left:
            self.view.table.select(left[0].path)
            text = self.tr(
                "That backup is not sound and was not used. The next one, of {when}, is chosen now."
            ).format(when=words.when(left[0].made_at))
        self.banners.show_banner(Tone.WARN, text, key="error")
        self._show()
        self.view.primary.setFocus()

    def _change_proof(self) -> None:
        self._by_code = not self._by_code
        self.form.clear_errors()
        self._show()
        self._focus()

    def _change_way(self) -> None:
        self._going_on = not self._going_on
        self.form.clear_errors()
        self._show()
        self._focus()

    def _ask_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose a backup"),
            str(self._root),
            self.tr("Backups (*.fdbackup)"),
        )
        if name:
            self.banners.clear()
            self._look(Path(name))

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, self.tr("Choose the folder with the data"), str(self._root.parent)
        )
        if name:
            self.chosen.emit(Path(name))

    def _ask_founding(self) -> None:
        agreed = ask(
            self,
            self.tr("Found a new dealership"),
            self.tr("Begin with empty data in {folder}?").format(folder=str(self._root)),
            detail=self.tr("What is left there of the old data is set aside, not deleted."),
            yes=self.tr("Found a new one"),
            danger=True,
        )
        if agreed:
            self._tasks.run(
                partial(recovering.set_all_aside, self._root, self._clock),
                lambda _: self.founding.emit(),
                owner=self,
                kind="write",
            )
