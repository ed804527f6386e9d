"""The categories of complaints: the tree at the left, the names of the chosen one at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.errors import Conflict, UserError
from frontdesk.models.values.ids import new_id
from frontdesk.services.complaints.categories import (
    CATEGORY_FORM,
    CategoryName,
    UsedTree,
    new_category_of,
)
from frontdesk.services.complaints.dto import Category, CategoryGroup, CategoryTree
from frontdesk.services.desk import Change
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.fields import TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button, muted, plain
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.section import Section, Title, acts_row
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.tokens import ROOM, Tone
from frontdesk.ui.settings.category_tree import CategoryList

_KEY_LENGTH = 12
_CARD_WIDTH = 440


class CategoriesSection(Section):
    """Each act holds at once. ``_new_in`` is the group a new one is typed for; '' a new group."""

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self._service = context.services.categories
        self._kept = UsedTree(CategoryTree(()), {})
        self._new_in: str | None = None
        self._new_key = ""
        self._busy = False
        self.tree = CategoryList()
        self.form = FormPanel()
        self.zh = self.form.add(TextField("zh", max_length=60), 0)
        self.en = self.form.add(TextField("en", max_length=80), 1)
        self.used = muted(wrap=True)
        self.state = plain(wrap=True)
        self.save = button(look="primary")
        self.up, self.down = button(), button()
        self.retire, self.remove = button(), button()
        self.new_leaf, self.new_group = button(), button()
        self.card = Card()
        self.card.setMaximumWidth(_CARD_WIDTH)
        self.card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for widget in (self.form, self.state, self.used):
            self.card.add(widget)
        self.card.body.addLayout(acts_row(self.save))
        self.card.body.addLayout(acts_row(self.up, self.down))
        self.card.body.addLayout(acts_row(self.retire, self.remove))
        right = QVBoxLayout()
        right.addWidget(self.card)
        right.addStretch(1)
        left = QVBoxLayout()
        left.addLayout(acts_row(self.new_leaf, self.new_group))
        left.addWidget(self.tree, 1)
        row = QHBoxLayout()
        row.setSpacing(ROOM)
        row.addLayout(left, 3)
        row.addLayout(right, 2)
        self.body.addLayout(row, 1)
        self._keeper = self.keep_drafts(self.form, CATEGORY_FORM, self._subject)
        self._connect()
        self.retranslate()

    # what a section answers ---------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        if not changes or changes & {Change.SETTINGS, Change.COMPLAINTS}:
            self._load(self.tree.current_key())

    def has_unsaved(self) -> bool:
        return self.form.has_changes()

    def focus_first(self) -> None:
        self.tree.setFocus()

    def retranslate(self) -> None:
        super().retranslate()
        self.zh.set_label(self.tr("Chinese name"))
        self.en.set_label(self.tr("English name"))
        for field in (self.zh, self.en):
            field.set_required(True)
        self.save.setText(self.tr("Save (Ctrl+Enter)"))
        self.up.setText(self.tr("Up (Ctrl+↑)"))
        self.down.setText(self.tr("Down (Ctrl+↓)"))
        self.remove.setText(self.tr("Remove (Shift+Del)"))
        self.new_leaf.setText(self.tr("New category (Ins)"))
        self.new_group.setText(self.tr("New group (Ctrl+Ins)"))
        self.tree.show_tree(self._kept, self.tree.current_key())
        self._say()

    # acts ---------------------------------------------------------------------------------

    def begin_new(self, *, group: bool) -> None:
        """Type the names of a new group, or of a new category of the group the cursor is in."""
        at = self.tree.current_key()
        self._new_in = "" if group or not at else self._kept.tree.group_of(at)
        self._new_key = f"c{new_id().replace('-', '')[-_KEY_LENGTH:]}"
        self._show_names("", "")
        self.zh.setFocus()

    def save_names(self) -> None:
        """Keep what is typed: a new one, or other names of the chosen one."""
        if self._busy:
            return
        name = CategoryName(self.zh.typed(), self.en.typed())
        if self._new_in is not None:
            group, key = self._new_in, self._new_key
            self._send(lambda: self._service.add(group, name, key), self._added, typed=True)
            return
        now = self._current()
        if now is not None:
            base = self.form.baseline()
            seen = CategoryName(base["zh"], base["en"])
            self._send(lambda: self._service.rename(now.key, name, seen), self._saved, typed=True)

    def move_by(self, by: int) -> None:
        """Move the chosen one among its siblings."""
        now = self._current()
        if now is None:
            return
        keys = [each.key for each in self._kept.tree.siblings(now.key)]
        at = keys.index(now.key)
        to = max(0, min(len(keys) - 1, at + by))
        if to != at:
            keys.insert(to, keys.pop(at))
            self.reorder(keys)

    def reorder(self, keys: list[str]) -> None:
        """Put the siblings into this order."""
        seen = [each.key for each in self._kept.tree.siblings(keys[0])]
        self._send(lambda: self._service.order(keys, seen), lambda _: None)

    def retire_or_bring_back(self) -> None:
        """Give it to no new ticket any more, or again."""
        now = self._current()
        if now is not None:
            wanted = not now.retired
            self._send(lambda: self._service.retire(now.key, retired=wanted), lambda _: None)

    def take_away(self) -> None:
        """Remove one that was never used."""
        now = self._current()
        if now is not None:
            self._send(lambda: self._service.remove(now.key), lambda _: None)

    # inside -------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.tree.chosen.connect(self._choose)
        self.tree.entered.connect(self.zh.setFocus)
        self.tree.reordered.connect(self.reorder)
        self.form.save_requested.connect(self.save_names)
        self.form.last_entered.connect(self.save.setFocus)
        self.save.clicked.connect(self.save_names)
        self.up.clicked.connect(lambda: self.move_by(-1))
        self.down.clicked.connect(lambda: self.move_by(1))
        self.retire.clicked.connect(self.retire_or_bring_back)
        self.remove.clicked.connect(self.take_away)
        self.new_leaf.clicked.connect(lambda: self.begin_new(group=False))
        self.new_group.clicked.connect(lambda: self.begin_new(group=True))
        acts: tuple[tuple[str, Callable[[], None], QWidget], ...] = (
            ("Ins", lambda: self.begin_new(group=False), self),
            ("Ctrl+Ins", lambda: self.begin_new(group=True), self),
            ("Ctrl+Up", lambda: self.move_by(-1), self),
            ("Ctrl+Down", lambda: self.move_by(1), self),
            # Not while a name is typed: there the keys delete letters.
            ("Del", self.retire_or_bring_back, self.tree),
            ("Shift+Del", self.take_away, self.tree),
        )
        for keys, act, where in acts:
            bind_key(where, keys, act)

    def _subject(self) -> str:
        if self._new_in is not None:
            return new_category_of(self._new_in)
        return self.tree.current_key()

    def _current(self) -> Category | CategoryGroup | None:
        return self._kept.tree.find(self.tree.current_key())

    def _load(self, key: str) -> None:
        self.run(self._service.tree, lambda kept: self._show(kept, key))

    def _show(self, kept: UsedTree, key: str) -> None:
        self._kept = kept
        self.tree.show_tree(kept, key)
        if not self.form.has_changes() and self._new_in is None:
            self._choose(self.tree.current_key())
        self._say()

    def _choose(self, key: str) -> None:
        """Another is chosen; what was typed before is kept as a draft."""
        self._new_in = None
        found = self._kept.tree.find(key)
        if found is not None:
            self._show_names(found.zh, found.en)

    def _show_names(self, zh: str, en: str) -> None:
        with self._keeper.filling():
            self.form.set_values({"zh": zh, "en": en})
            self.form.clear_errors()
        self.banners.remove("draft")
        self._keeper.offer()
        self._say()

    def _say(self) -> None:
        now, new = self._current(), self._new_in is not None
        leaf = self._new_in if new else self.tree.current_key().partition(".")[2]
        title = {
            (True, True): self.tr("New category"),
            (True, False): self.tr("New group"),
            (False, True): self.tr("Category"),
            (False, False): self.tr("Group"),
        }[new, bool(leaf)]
        self.card.set_title(title)
        retired = now is not None and now.retired
        self.retire.setText(self.tr("Bring back (Del)") if retired else self.tr("Retire (Del)"))
        count = 0 if new or now is None else self._kept.used.get(now.key, 0)
        self.used.setText(self.tr("%n ticket(s) have it.", "", count))
        self.used.setVisible(not new and now is not None)
        self.state.setText(self.tr("Retired: no new ticket is given it; old ones keep it."))
        self.state.setVisible(retired and not new)
        for widget in (self.up, self.down, self.retire, self.remove):
            widget.setVisible(not new and now is not None)
        self.remove.setEnabled(count == 0)

    def _send(
        self, act: Callable[[], object], done: Callable[[object], None], *, typed: bool = False
    ) -> None:
        if self._busy:
            return
        self._busy = True
        self.form.clear_errors()
        if typed:
            self._keeper.saving()

        def kept(answer: object) -> None:
            self._busy = False
            if typed:
                self._keeper.saved()
            done(answer)
            self._load(answer if isinstance(answer, str) else self.tree.current_key())

        def failed(error: Exception) -> None:
            self._busy = False
            if typed:
                self._keeper.go_on()
            if isinstance(error, Conflict):
                self._load(self.tree.current_key())
                self.banners.show_banner(Tone.WARN, errors.said(error), key="error")
            elif isinstance(error, UserError) and not typed:
                self.banners.show_banner(Tone.WARN, errors.said(error), key="error")
            else:
                self.refuse(error, self.form)

        self.banners.remove("error")
        self.run(act, kept, failed, kind="write")

    def _added(self, _: object) -> None:
        self._new_in = None
        self.notice(Tone.OK, self.tr("Added. It can be chosen from now on."))

    def _saved(self, _: object) -> None:
        self.notice(Tone.OK, self.tr("Saved. Tickets there are show the new name as well."))
