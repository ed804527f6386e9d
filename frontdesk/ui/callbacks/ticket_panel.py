"""The complaint drafted from a call: words carried over, category and level by keys."""

from __future__ import annotations

import json

from frontdesk.errors import UserError
from frontdesk.models.enums import ComplaintLevel
from frontdesk.services.callbacks.dto import CategoryTree, Ticket, TicketDraft
from frontdesk.ui.kit import language
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.fields import CheckField, MultilineField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.language import Translated


class TicketPanel(Translated, FormPanel):
    """What the customer said fills in as it is said; what was changed here by hand stays."""

    def __init__(self) -> None:
        super().__init__()
        self._tree: CategoryTree | None = None
        self._filling = False
        self._concerns = ""
        self.words = self.add(_low("words"), 0)
        self.remedy = self.add(_low("remedy"), 0, 1)
        self.group = self.add(ChoiceField("group", as_list=True), 1)
        self.category = self.add(ChoiceField("category", per_row=3), 2, span=2)
        self.level = self.add(ChoiceField("level", ComplaintLevel, per_row=3), 3, span=2)
        self.safety = self.add(CheckField("safety"), 1, 1)
        self._touched: set[str] = set()
        for field in self.fields():
            field.changed.connect(lambda name=field.name: self._was_touched(name))
        self.group.changed.connect(self._offer_leaves)
        self.retranslate()

    def begin(self, tree: CategoryTree, typed: str) -> None:
        """Empty the panel for another call; ``typed`` is what was half typed before."""
        self._tree = tree.offered()
        self._filling = True
        self.set_values({})
        self._touched.clear()
        self._offer_groups()
        if typed:
            self._restore(json.loads(typed))
        self._filling = False

    def show_draft(self, draft: TicketDraft) -> None:
        """Carry over what has been said; fields changed by hand are left alone."""
        self._filling = True
        self._concerns = draft.concerns
        group, _, leaf = (draft.category or "").partition(".")
        if "words" not in self._touched:
            self.words.set_value(draft.words)
        if "remedy" not in self._touched:
            self.remedy.set_value(draft.remedy)
        if not {"group", "category"} & self._touched and group:
            self.group.set_value(group)
            self._offer_leaves()
            self.category.set_value(draft.category if leaf else self._first_leaf())
        if "level" not in self._touched and draft.level is not None:
            self.level.set_value(draft.level)
        if "safety" not in self._touched:
            self.safety.set_value(draft.safety)
        self._filling = False

    def ask(self, now: bool) -> None:
        """Show the choices only when the ticket is to be registered: until then they take room."""
        for name in ("category", "level"):
            self.show_field(name, now)

    def ticket(self) -> Ticket | None:
        """The ticket as it stands; ``None`` while category or level is not chosen."""
        values = self.values()
        level, category = values["level"], values["category"]
        if not isinstance(level, ComplaintLevel) or not isinstance(category, str):
            missing = "category" if not isinstance(category, str) else "level"
            self.field(missing).set_error(self.tr("Choose one with the keys 1 to 6."))
            self.field(missing).setFocus()
            return None
        return Ticket(
            words=str(values["words"] or ""),
            remedy=str(values["remedy"] or ""),
            category=category,
            level=level,
            safety=bool(values["safety"]),
            concerns=self._concerns,
        )

    def half_typed(self) -> str:
        """What was changed by hand, to be kept with the call; '' when nothing was."""
        if not self._touched:
            return ""
        kept = {name: text for name, text in self.typed().items() if name in self._touched}
        return json.dumps(kept, ensure_ascii=False)

    def retranslate(self) -> None:
        self.words.set_label(self.tr("Words"))
        self.remedy.set_label(self.tr("Wish"))
        self.group.set_label(self.tr("About"))
        self.category.set_label(self.tr("Category"))
        self.level.set_label(self.tr("Level"))
        self.safety.set_label(self.tr("A matter of safety"))
        if self._tree is not None:
            was, self._filling = self._filling, True
            self._offer_groups()
            self._filling = was

    def _offer_groups(self) -> None:
        if self._tree is None:
            return
        speak = language.current()
        self.group.set_options([(g.key, g.name(speak)) for g in self._tree.groups])
        self._offer_leaves()

    def _offer_leaves(self) -> None:
        if self._tree is None:
            return
        speak = language.current()
        try:
            group = self.group.value()
        except UserError:  # half typed: no group yet
            group = None
        leaves = next((g.leaves for g in self._tree.groups if g.key == group), ())
        self.category.set_options([(leaf.key, leaf.name(speak)) for leaf in leaves])

    def _first_leaf(self) -> object:
        return self.category.options[0][0] if self.category.options else None

    def _restore(self, typed: dict[str, str]) -> None:
        self._touched = set(typed)
        if "category" in typed and "group" not in typed:
            typed = {"group": typed["category"].partition(".")[0], **typed}
        if "group" in typed:
            self.group.set_typed(typed["group"])
            self._offer_leaves()
        self.set_typed(typed)

    def _was_touched(self, name: str) -> None:
        if not self._filling:
            self._touched.add(name)


def _low(name: str) -> MultilineField:
    """A text of two lines that leaves the height to the sentence above."""
    field = MultilineField(name, lines=2)
    field.box.setFixedHeight(field.box.minimumHeight())
    return field
