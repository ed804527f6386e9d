"""The PC at the desk: language, appearance, where the data lies and whether it is sound."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QGridLayout

from frontdesk.language import Language
from frontdesk.services.data import DataCheck, DataPlace
from frontdesk.services.desk import Change
from frontdesk.ui.kit import errors, language, theme, words
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button, muted, plain, set_tone, small
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.panels import Card, StatusChip
from frontdesk.ui.kit.section import Section, Title, acts_row
from frontdesk.ui.kit.theme import Theme
from frontdesk.ui.kit.tokens import GAP, ROOM, Tone
from frontdesk.ui.shell.place_words import warning

_WIDTH = 720
_OLD_BACKUP_DAYS = 7
_MOST_FAULTS = 5


class ThisPcSection(Section):
    """Both choices hold at once, here and at the next start."""

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self._looks = Card()
        self.form = FormPanel()
        names = [(Language.ZH_CN, "中文"), (Language.EN, "English")]
        self.language = self.form.add(ChoiceField("language", names), 0)
        self.theme = self.form.add(ChoiceField("theme", [(each, each) for each in Theme]), 1)
        self._looks.add(self.form)
        self._data = Card()
        self._labels = [muted() for _ in range(3)]
        self._folder, self._size, self._backup = plain(wrap=True), plain(), plain()
        self._folder.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._doubt = plain(wrap=True)
        set_tone(self._doubt, Tone.WARN)
        self.check = button()
        self.outcome = StatusChip()
        self._advice = plain(wrap=True)
        self._faults = small(wrap=True)
        self._place: DataPlace | None = None
        self._found: DataCheck | None = None
        self._build()
        self.language.changed.connect(self._speak)
        self.theme.changed.connect(self._dress)
        self.check.clicked.connect(self._check)
        self.retranslate()

    def refresh(self, changes: frozenset[Change]) -> None:
        if not changes:
            self._look()

    def advice(self) -> str:
        """What is said beneath the outcome of the check."""
        return self._advice.text()

    def focus_first(self) -> None:
        self.form.focus_first()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Both can be changed in the account menu as well.
        self._tick()
        self._look()

    def retranslate(self) -> None:
        super().retranslate()
        self._looks.set_title(self.tr("Language and appearance"))
        self.language.set_label(self.tr("Language"))
        self.theme.set_label(self.tr("Appearance"))
        self.theme.set_options(
            [
                (Theme.LIGHT, self.tr("Light")),
                (Theme.DARK, self.tr("Dark")),
                (Theme.SYSTEM, self.tr("Like the desktop")),
            ]
        )
        self._tick()
        self._data.set_title(self.tr("The data"))
        texts = (self.tr("Folder"), self.tr("Size"), self.tr("Last backup"))
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        self._show_place()
        self._show_outcome()

    # language and appearance ------------------------------------------------------------

    def _tick(self) -> None:
        for field, value in ((self.language, language.current()), (self.theme, theme.chosen())):
            blocked = field.blockSignals(True)
            field.set_value(value)
            field.blockSignals(blocked)

    def _speak(self) -> None:
        wanted = self.language.value()
        if isinstance(wanted, Language) and wanted is not language.current():
            self.context.speak(wanted)
        elif wanted is None:
            self._tick()

    def _dress(self) -> None:
        wanted = self.theme.value()
        if isinstance(wanted, Theme) and wanted is not theme.chosen():
            self.context.dress(wanted)
        elif wanted is None:
            self._tick()

    # the data ---------------------------------------------------------------------------

    def _look(self) -> None:
        self.run(self.context.services.data.place, self._placed)

    def _placed(self, place: DataPlace) -> None:
        self._place = place
        self._show_place()

    def _show_place(self) -> None:
        place = self._place
        if place is None:
            return
        self._folder.setText(place.folder)
        self._doubt.setText("" if place.doubt is None else warning(place.doubt))
        self._doubt.setVisible(place.doubt is not None)
        self._size.setText(words.size(place.size))
        made = place.backup_at
        old = made is None or (words.clock().now() - made).days >= _OLD_BACKUP_DAYS
        text = self.tr("None yet") if made is None else f"{words.ago(made)} · {words.when(made)}"
        self._backup.setText(text)
        set_tone(self._backup, Tone.WARN if old else Tone.NEUTRAL)

    def _check(self) -> None:
        if not self.check.isEnabled():
            return
        self.check.setEnabled(False)
        self._found = None
        self._show_outcome()
        self.run(self.context.services.data.check, self._checked, self._failed, kind="long")

    def _checked(self, found: DataCheck) -> None:
        self.check.setEnabled(True)
        self._found = found
        self._show_outcome()

    def _failed(self, error: Exception) -> None:
        self.check.setEnabled(True)
        self._show_outcome()
        errors.present(self, error)

    def _show_outcome(self) -> None:
        """Checking, sound or damaged, in colour, icon and words."""
        checking = not self.check.isEnabled()
        self.check.setText(self.tr("Check the data now (F8)"))
        self.check.setShortcut(QKeySequence(Qt.Key.Key_F8))
        found = self._found
        self.outcome.setVisible(checking or found is not None)
        advice = ""
        if checking:
            self.outcome.show_status(Tone.INFO, self.tr("Checking …"), "hourglass")
        elif found is not None and found.sound:
            at = words.hour(found.at)
            self.outcome.show_status(Tone.OK, self.tr("Sound at {time}").format(time=at))
            advice = self.tr("Every page was read and proved; nothing is missing.")
        elif found is not None:
            damages = self.tr("%n damage(s) found", "", len(found.faults))
            self.outcome.show_status(Tone.ERROR, damages)
            advice = self.tr(
                "Stop working with this data: close the program, keep the folder as it is and "
                "restore the newest backup."
            )
        faults = () if found is None else found.faults[:_MOST_FAULTS]
        for label, text in ((self._advice, advice), (self._faults, "\n".join(faults))):
            label.setText(text)
            label.setVisible(bool(text))

    def _build(self) -> None:
        facts = QGridLayout()
        facts.setHorizontalSpacing(ROOM)
        facts.setVerticalSpacing(GAP)
        facts.setColumnStretch(1, 1)
        values = (self._folder, self._size, self._backup)
        for row, (label, value) in enumerate(zip(self._labels, values, strict=True)):
            facts.addWidget(label, row, 0)
            facts.addWidget(value, row, 1)
        self._data.body.addLayout(facts)
        self._data.add(self._doubt)
        self._doubt.hide()
        self._data.body.addLayout(acts_row(self.check, self.outcome))
        self._data.add(self._advice)
        self._data.add(self._faults)
        self.add_cards(_WIDTH, self._looks, self._data)
