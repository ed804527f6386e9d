"""What messages to customers say: edited beside how each will be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.errors import Conflict, UserError
from frontdesk.language import Language
from frontdesk.models.values import text as texts
from frontdesk.services.desk import Change
from frontdesk.services.outbox.message_texts import FORM, SHIPPED, MessageTexts
from frontdesk.services.outbox.wording import FIELDS, body, checked
from frontdesk.texts.messages import SHIPPED as SHIPPED_LINES
from frontdesk.texts.messages import THANKS, TITLES, UNREACHED
from frontdesk.texts.script_words import SAMPLE
from frontdesk.ui.kit import language
from frontdesk.ui.kit.drafts import About
from frontdesk.ui.kit.fields import MultilineField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button, muted
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.panels import Card, SectionTitle, scrolled
from frontdesk.ui.kit.section import Section, Title, acts_row
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.tokens import GAP, Tone
from frontdesk.ui.scripts.field_inserter import FieldInserter

_WIDTH = 1120
_ERROR_HEIGHT = 20
_OF: Mapping[str, tuple[str, Language]] = {
    "thanks_zh": (THANKS, Language.ZH_CN),
    "thanks_en": (THANKS, Language.EN),
    "unreached_zh": (UNREACHED, Language.ZH_CN),
    "unreached_en": (UNREACHED, Language.EN),
}


class MessageTextsSection(Section):
    """Each message in both languages, and under each how a customer will read it."""

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self._outbox = context.services.outbox
        self._shown: MessageTexts | None = None
        self.form = FormPanel()
        self.read_as: dict[str, QLabel] = {}
        self._titles: dict[str, SectionTitle] = {}
        boxes = [self._add_text(at, name).box for at, name in enumerate(_OF)]
        self.rule, self._hint = muted(wrap=True), muted(wrap=True)
        card = Card()
        for widget in (self.rule, self.form):
            card.add(widget)
        card.setMaximumWidth(_WIDTH)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, GAP, 0)
        column.addWidget(card)
        column.addStretch()
        self.save, self.insert = button(look="primary"), button()
        self.shipped = button()
        self.body.addWidget(scrolled(ground), 1)
        acts = acts_row(self.save, self.insert, self.shipped)
        acts.insertWidget(acts.count() - 1, self._hint, 1)
        self.body.addLayout(acts)
        self.fields_offered = FieldInserter(self.form, self.insert, boxes, FIELDS)
        self._keeper = self.keep_drafts(self.form, FORM)
        self.form.changed.connect(self._look)
        self.form.save_requested.connect(self._save)
        self.form.last_entered.connect(self.save.setFocus)
        self.save.clicked.connect(self._save)
        self.shipped.clicked.connect(self.put_back)
        bind_key(self.form, "Ctrl+D", self.put_back)
        self.form.setEnabled(False)
        self.retranslate()

    # what a section answers -----------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        if (not changes or Change.SETTINGS in changes) and not self.form.has_changes():
            self.run(self._outbox.texts, self._loaded)

    def has_unsaved(self) -> bool:
        return self.form.has_changes()

    def focus_first(self) -> None:
        self.form.focus_first()

    def retranslate(self) -> None:
        super().retranslate()
        speak = language.current()
        for template, title in self._titles.items():
            title.setText(TITLES[template].in_(speak))
        for name, (_, spoken) in _OF.items():
            label = self.tr("Chinese") if spoken is Language.ZH_CN else self.tr("English")
            self.form.field(name).set_label(label)
        self.rule.setText(
            self.tr(
                "Thanks go out in the language the call was held in; whoever could not be reached "
                "is written to in Chinese. Messages that wait already keep their words."
            )
        )
        self._hint.setText(
            self.tr(
                "One sentence a line (Shift+Enter). A line whose telephone number is not known is "
                "left out."
            )
        )
        self.save.setText(self.tr("Save (Ctrl+Enter)"))
        self.insert.setText(self.tr("Insert a field (Ctrl+I)"))
        self.shipped.setText(self.tr("As it came with the program (Ctrl+D)"))
        self._look()

    # acts -----------------------------------------------------------------------------------

    def put_back(self) -> None:
        """The text the cursor was in last as it came with the program; it is saved as any other."""
        name = list(_OF)[self.fields_offered.index]
        self.form.field(name).set_typed(getattr(SHIPPED, name))
        self.form.field(name).setFocus()

    def _save(self) -> None:
        if not self.save.isEnabled() or self.conflicts.stands_in_the_way():
            return
        if self._shown is None:
            return
        self.form.clear_errors()
        typed, seen = MessageTexts(**self.form.typed()), self._shown
        self._keeper.saving()
        self.save.setEnabled(False)
        self.run(
            lambda: self._outbox.save_texts(typed, seen), self._saved, self._refused, kind="write"
        )

    def _saved(self, kept: MessageTexts) -> None:
        self.save.setEnabled(True)
        self.conflicts.clear()
        self._keeper.saved()
        typed = self.form.changes()
        self._show(kept)
        self.form.set_typed(typed)
        self.notice(Tone.OK, self.tr("Saved. The next message says it."))

    def _refused(self, error: Exception) -> None:
        self.save.setEnabled(True)
        self._keeper.go_on()
        if isinstance(error, Conflict):
            self.run(self._outbox.texts, self._show_both)
        else:
            self.refuse(error, self.form)

    def _show_both(self, theirs: MessageTexts) -> None:
        mine, before = self.form.changes(), self.form.baseline()
        with self._keeper.filling():
            self._show(theirs)
        self.form.set_typed(mine)
        self.conflicts.show(self.form, About(FORM), mine, before, self._save)

    # inside ---------------------------------------------------------------------------------

    def _add_text(self, at: int, name: str) -> MultilineField:
        """The text ``name``, the ``at``-th, and under it how it is read."""
        template, _ = _OF[name]
        row, column = 3 * (at // 2), at % 2
        if column == 0:
            self._titles[template] = SectionTitle()
            self.form.add_widget(self._titles[template], row, 0, 2)
        lines = len(SHIPPED_LINES[template].zh.splitlines())
        field = self.form.add(MultilineField(name, lines=lines + 1), row + 1, column)
        field.setMaximumHeight(field.box.minimumHeight() + _ERROR_HEIGHT)
        self.read_as[name] = muted(wrap=True)
        self.read_as[name].setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.form.add_widget(self.read_as[name], row + 2, column)
        self.form.validator(name, partial(_read, name))
        return field

    def _loaded(self, kept: MessageTexts) -> None:
        first = self._shown is None
        if self.form.has_changes():
            return
        self._show(kept)
        if first:
            self.form.setEnabled(True)
            self._keeper.offer()

    def _show(self, kept: MessageTexts) -> None:
        self._shown = kept
        self.form.set_values(asdict(kept))
        self._look()

    def _look(self) -> None:
        """Under each text: how it will be read."""
        house = self.context.services.desk.profile
        for name, (_, spoken) in _OF.items():
            values = {
                "salutation": SAMPLE["salutation"].in_(spoken),
                "dealership": house.name,
                "service_phone": house.service_phone,
                "booking_phone": house.booking_phone,
                "rescue_phone": house.rescue_phone,
            }
            text = texts.storable(self.form.field(name).typed())
            try:
                said = body(checked(text, name), values, spoken)
            except UserError:
                # Said beside the field once the cursor leaves it.
                self.read_as[name].setText("")
            else:
                count = self.tr("{n} characters").format(n=len(said))
                self.read_as[name].setText(f"{said}\n{count}")


def _read(name: str, text: object) -> str:
    return checked(str(text or ""), name)
