"""The terms on the intake sheet, in both languages beside each other, with what the sheet takes."""

from __future__ import annotations

from functools import partial

from frontdesk.errors import Conflict
from frontdesk.services.desk import Change
from frontdesk.services.intake.terms import (
    FORM,
    MOST,
    SHIPPED_TERMS,
    Terms,
    TermsLook,
    paragraphs,
)
from frontdesk.ui.kit.drafts import About
from frontdesk.ui.kit.fields import MultilineField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button, muted
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.pdf_view import show_pdf
from frontdesk.ui.kit.section import Section, Title, acts_row
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.tokens import Tone

_WIDTH = 1120
_LINES = 12


class TermsSection(Section):
    """Ctrl+Enter puts them in force for cars that come from now on, F5 shows the sheet."""

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self._service = context.services.terms
        self._shown: Terms | None = None
        self.form = FormPanel()
        self.boxes = {
            name: self.form.add(MultilineField(name, lines=_LINES), 0, column)
            for column, name in enumerate(("zh", "en"))
        }
        self.form.add_stretch(0)
        for name in self.boxes:
            self.form.validator(name, partial(_read, name))
        self.rule, self.hint = muted(wrap=True), muted(wrap=True)
        self.save, self.look, self.shipped = button(look="primary"), button(), button()
        card = Card()
        card.setMaximumWidth(_WIDTH)
        card.add(self.rule)
        card.add(self.form, 1)
        self.body.addWidget(card, 1)
        acts = acts_row(self.save, self.look, self.shipped)
        acts.insertWidget(acts.count() - 1, self.hint, 1)
        self.body.addLayout(acts)
        self._keeper = self.keep_drafts(self.form, FORM)
        self.form.changed.connect(self._count)
        self.form.save_requested.connect(self._save)
        self.form.last_entered.connect(self.save.setFocus)
        self.save.clicked.connect(self._save)
        self.look.clicked.connect(self._preview)
        self.shipped.clicked.connect(self.put_back)
        bind_key(self.form, "Ctrl+D", self.put_back)
        bind_key(self, "F5", self._preview)
        self.form.setEnabled(False)
        self.retranslate()

    # what a section answers -----------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        if (not changes or Change.SETTINGS in changes) and not self.form.has_changes():
            self.run(self._service.terms, self._loaded)

    def has_unsaved(self) -> bool:
        return self.form.has_changes()

    def focus_first(self) -> None:
        self.form.focus_first()

    def retranslate(self) -> None:
        super().retranslate()
        self.rule.setText(
            self.tr(
                "Printed on the intake sheet above the signatures, numbered by themselves. Sheets "
                "of cars that came before a change keep the terms of their day."
            )
        )
        self.hint.setText(self.tr("One term a line (Shift+Enter), line by line in both languages."))
        self.save.setText(self.tr("Save (Ctrl+Enter)"))
        self.look.setText(self.tr("See the sheet (F5)"))
        self.shipped.setText(self.tr("As it came with the program (Ctrl+D)"))
        self._count()

    # acts -----------------------------------------------------------------------------------

    def put_back(self) -> None:
        """The terms as they came with the program; they are saved as any others."""
        self._type(SHIPPED_TERMS)
        self.form.focus_first()

    def _save(self) -> None:
        if not self.save.isEnabled() or self.conflicts.stands_in_the_way():
            return
        if self._shown is None:
            return
        self.form.clear_errors()
        typed, seen = self.form.typed(), self._shown
        self._keeper.saving()
        self.save.setEnabled(False)
        self.run(
            lambda: self._service.keep(typed["zh"], typed["en"], seen),
            self._saved,
            self._refused,
            kind="write",
        )

    def _saved(self, kept: Terms) -> None:
        self.save.setEnabled(True)
        self.conflicts.clear()
        self._keeper.saved()
        typed = self.form.changes()
        self._show(kept)
        self.form.set_typed(typed)
        self.notice(Tone.OK, self.tr("Saved. Sheets of cars that come from now on have them."))

    def _refused(self, error: Exception) -> None:
        self.save.setEnabled(True)
        self._keeper.go_on()
        if isinstance(error, Conflict):
            self.run(self._service.terms, self._show_both)
        else:
            self.refuse(error, self.form)

    def _show_both(self, theirs: Terms) -> None:
        mine, before = self.form.changes(), self.form.baseline()
        with self._keeper.filling():
            self._show(theirs)
        self.form.set_typed(mine)
        self.conflicts.show(self.form, About(FORM), mine, before, self._save)

    def _preview(self) -> None:
        if self._shown is None:
            return
        self.form.clear_errors()
        typed, speech = self.form.typed(), self.context.language
        self.run(
            lambda: self._service.preview(typed["zh"], typed["en"], speech),
            self._show_sheet,
            lambda error: self.refuse(error, self.form),
        )

    def _show_sheet(self, look: TermsLook) -> None:
        if look.pages > 1:
            self.notice(
                Tone.WARN,
                self.tr("With these terms a sheet takes %n page(s).", "", look.pages),
            )
        else:
            self.notice(Tone.OK, self.tr("With these terms a sheet fits one page."))
        show_pdf(self, self.tr("Intake sheet"), look.form.pdf, look.form.file_name)

    # inside ---------------------------------------------------------------------------------

    def _loaded(self, kept: Terms) -> None:
        if self.form.has_changes():
            return
        first = self._shown is None
        self._show(kept)
        if first:
            self.form.setEnabled(True)
            self._keeper.offer()

    def _show(self, kept: Terms) -> None:
        self._shown = kept
        self.form.set_values({"zh": "\n".join(kept.zh), "en": "\n".join(kept.en)})
        self._count()

    def _type(self, terms: Terms) -> None:
        self.form.set_typed({"zh": "\n".join(terms.zh), "en": "\n".join(terms.en)})

    def _count(self) -> None:
        """How many terms stand in each box, as they will be numbered."""
        titles = {"zh": self.tr("Chinese"), "en": self.tr("English")}
        for name, field in self.boxes.items():
            field.set_label(titles[name])
            lines = sum(bool(line.strip()) for line in field.typed().splitlines())
            field.set_hint(
                self.tr("{count} of at most {most} terms").format(count=lines, most=MOST)
            )


def _read(name: str, typed: object) -> str:
    """What is typed, once it can be kept."""
    text = str(typed or "")
    if text:
        paragraphs(text, name)
    return text
