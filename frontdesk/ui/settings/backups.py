"""The backups there are, one more at once, whether one is sound, and their second place."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShowEvent

from frontdesk.errors import UserError
from frontdesk.services.backups.dto import (
    BACKUPS_FORM,
    BackupList,
    Carried,
    KeptBackup,
    MadeBackup,
    ProvedBackup,
    SecondPlace,
)
from frontdesk.services.desk import Change
from frontdesk.ui.kit import errors, words
from frontdesk.ui.kit.labels import ask, button, muted, plain, set_tone
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.progress import run_with_progress
from frontdesk.ui.kit.section import Section, Title, acts_row
from frontdesk.ui.kit.table import RecordTable
from frontdesk.ui.kit.table_model import Chip, Column
from frontdesk.ui.kit.tokens import Tone
from frontdesk.ui.settings.aside_card import AsideCard
from frontdesk.ui.settings.second_place import SecondPlaceCard

_OLD_DAYS = 7
_STAYS_MS = 0


class BackupsSection(Section):
    """The list at the left; how it stands, and the second place, at the right."""

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self._proved: dict[str, ProvedBackup] = {}
        self._told: BackupList | None = None
        self.table: RecordTable[KeptBackup] = RecordTable(
            "backups", self._columns(), lambda row: row.path, state=context.state
        )
        self.prove = button()
        self.table.add_tool(self.prove)
        self._state = Card()
        self._age, self._rule = plain(wrap=True), muted(wrap=True)
        self.make = button()
        self._state.add(self._age)
        self._state.add(self._rule)
        self._state.body.addLayout(acts_row(self.make))
        self.second = SecondPlaceCard()
        self.aside = AsideCard()
        self.add_beside(self.table, self._state, self.second, self.aside)
        self._keeper = self.keep_drafts(self.second.form, BACKUPS_FORM)
        self.make.clicked.connect(self._make)
        self.prove.clicked.connect(self._prove)
        self.table.activated.connect(lambda _: self._prove())
        self.table.selected.connect(lambda _: self._may_prove())
        self.second.save_asked.connect(self._save)
        self.aside.delete_asked.connect(self._delete_aside)
        self.retranslate()
        self._keeper.offer()

    def refresh(self, changes: frozenset[Change]) -> None:
        if not changes or changes & {Change.BACKUPS, Change.SETTINGS}:
            self._look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def has_unsaved(self) -> bool:
        return self.second.form.has_changes()

    def focus_first(self) -> None:
        (self.table if self.table.rows() else self.make).setFocus()

    def age(self) -> str:
        """What is said of the newest backup."""
        return self._age.text()

    def retranslate(self) -> None:
        super().retranslate()
        self._state.set_title(self.tr("On this PC"))
        self.make.setText(self.tr("Back up now (F6)"))
        self.make.setShortcut(QKeySequence("F6"))
        self.prove.setText(self.tr("Prove the chosen one (F7)"))
        self.prove.setShortcut(QKeySequence("F7"))
        self.table.set_empty(
            "shield-check",
            self.tr("There are no backups yet."),
            detail=self.tr("The first is made by itself after the first change."),
        )
        self._show()

    # showing ----------------------------------------------------------------------------

    def _columns(self) -> tuple[Column[KeptBackup], ...]:
        return (
            Column(
                "made_at",
                lambda: self.tr("Made"),
                lambda row: row.made_at,
                display=lambda row: words.when(row.made_at),
                width=150,
            ),
            Column("kind", lambda: self.tr("Kind"), lambda row: row.kind, width=140),
            Column(
                "size",
                lambda: self.tr("Size"),
                lambda row: row.size,
                display=lambda row: words.size(row.size),
                width=96,
            ),
            Column(
                "place",
                lambda: self.tr("Place"),
                lambda row: self.tr("Second place") if row.second else self.tr("This PC"),
                icon=lambda row: "hard-drives" if row.second else "desktop",
                tip=lambda row: row.path,
                width=130,
            ),
            Column(
                "proved",
                lambda: self.tr("Proved"),
                lambda row: row.path in self._proved,
                display=lambda row: chip.text if (chip := self._chip(row)) else "",
                chip=self._chip,
                stretch=True,
            ),
        )

    def _chip(self, row: KeptBackup) -> Chip | None:
        proved = self._proved.get(row.path)
        if proved is None:
            return None
        if proved.faults:
            return Chip(Tone.ERROR, self.tr("Damaged"))
        return Chip(Tone.OK, self.tr("Sound at {time}").format(time=words.hour(proved.at)))

    def _look(self) -> None:
        self.run(self.context.services.backups.listing, self._listed, kind="long")

    def _listed(self, told: BackupList) -> None:
        self._told = told
        self.table.set_rows(told.kept)
        with self._keeper.filling():
            self.second.show_state(told)
        self.aside.show_files(told.aside)
        self._show()

    def _show(self) -> None:
        rules = self.context.services.desk.rules
        self._rule.setText(
            self.tr(
                "Made by itself %n minute(s) after changes, and on closing; older ones are thinned "
                "out. Each is encrypted like the data.",
                "",
                rules.backup_minutes,
            )
        )
        made = self._told.status.made_at if self._told is not None else None
        old = made is None or (words.clock().now() - made).days >= _OLD_DAYS
        newest = self.tr("Newest: {ago} · {when}").format(
            ago=words.ago(made), when=words.when(made)
        )
        self._age.setText(self.tr("None yet") if made is None else newest)
        set_tone(self._age, Tone.WARN if old else Tone.NEUTRAL)
        self._may_prove()

    def _may_prove(self) -> None:
        self.prove.setEnabled(bool(self.table.current_id()))

    # acts -------------------------------------------------------------------------------

    def _make(self) -> None:
        if not self.make.isEnabled():
            return
        self.make.setEnabled(False)
        run_with_progress(
            self.context.tasks,
            self,
            self.context.services.backups.make_now,
            self.tr("Making the backup …"),
            self._made,
            self._not_made,
        )

    def _made(self, made: MadeBackup) -> None:
        self.make.setEnabled(True)
        self._look()
        if made.carried is Carried.FAILED and made.fault is not None:
            errors.present(self, made.fault)
        elif made.carried is Carried.AWAY:
            self.notice(
                Tone.WARN, self.tr("The backup is made; the second place is not plugged in.")
            )
        else:
            self.notice(Tone.OK, self.tr("The backup is made and checked."))

    def _not_made(self, error: Exception) -> None:
        self.make.setEnabled(True)
        self._tell(error)

    def _prove(self) -> None:
        chosen = self.table.current_id()
        if not chosen or not self.prove.isEnabled():
            return
        self.prove.setEnabled(False)
        run_with_progress(
            self.context.tasks,
            self,
            lambda _, cancelled: self.context.services.backups.prove(chosen, cancelled),
            self.tr("Proving the backup …"),
            self._was_proved,
            self._not_proved,
        )

    def _was_proved(self, proved: ProvedBackup) -> None:
        self._proved[proved.path] = proved
        self.prove.setEnabled(True)
        self.table.set_rows(self._told.kept if self._told is not None else ())
        if proved.faults:
            text = self.tr("This backup is damaged. Make a new one now; keep the others.")
            self.notice(Tone.ERROR, text, for_ms=_STAYS_MS)
        else:
            text = self.tr("The backup was unpacked and read whole: all of it is there.")
            self.notice(Tone.OK, text)

    def _not_proved(self, error: Exception) -> None:
        self._may_prove()
        self._tell(error)

    def _delete_aside(self) -> None:
        agreed = ask(
            self,
            self.tr("Set aside"),
            self.tr("Delete for good what was set aside?"),
            detail=self.aside.told(),
            yes=self.tr("Delete"),
            danger=True,
        )
        if agreed:
            self.aside.delete.setEnabled(False)
            backups = self.context.services.backups
            self.run(backups.delete_set_aside, self._aside_gone, self._aside_stays, kind="long")

    def _aside_gone(self, _: None) -> None:
        self.aside.delete.setEnabled(True)
        self._look()
        self.notice(Tone.OK, self.tr("It is deleted; the data and the backups are as they were."))

    def _aside_stays(self, error: Exception) -> None:
        self.aside.delete.setEnabled(True)
        self._look()
        self._tell(error)

    def _tell(self, error: Exception) -> None:
        """What the person stopped is no error."""
        if isinstance(error, UserError) and error.code == "backup.cancelled":
            self.notice(Tone.INFO, errors.said(error))
        else:
            errors.present(self, error)

    def _save(self) -> None:
        card = self.second
        if not card.save.isEnabled():
            return
        card.form.clear_errors()
        typed = card.form.typed()["second_place"]
        self._keeper.saving()
        card.save.setEnabled(False)
        self.run(
            lambda: self.context.services.backups.choose_second_place(typed),
            self._saved,
            self._not_saved,
            kind="long",
        )

    def _saved(self, second: SecondPlace | None) -> None:
        self.second.save.setEnabled(True)
        self._keeper.saved()
        if second is None:
            self.notice(Tone.INFO, self.tr("No copies are kept at a second place any more."))
        else:
            self.notice(Tone.OK, self.tr("It can be written. Copies go there from now on."))
        self._look()

    def _not_saved(self, error: Exception) -> None:
        self.second.save.setEnabled(True)
        self._keeper.go_on()
        self.refuse(error, self.second.form)
