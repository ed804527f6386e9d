"""The category tree in force, and the acts that change it (domain §5.2; a setting)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from frontdesk.errors import Conflict, InputErrors, NotFound, UserError
from frontdesk.models.categories import (
    DEFAULT_TREE,
    MOST_GROUPS,
    MOST_LEAVES,
    Category,
    CategoryGroup,
    CategoryTree,
)
from frontdesk.models.complaint import Complaint
from frontdesk.models.values import text
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.services.drafts import drop_draft
from frontdesk.services.permissions import Permission, requires
from frontdesk.services.settings import load_setting, store_setting

CATEGORIES_KEY = "complaint_categories"
CATEGORY_FORM = "settings.categories"
"""Kept per category; a new one under ``new:`` and the key of its group ('' for a new group)."""
_LIMIT = 20
_Node = Category | CategoryGroup


def load_categories(session: Session) -> CategoryTree:
    """The tree in force."""
    return load_setting(session, CATEGORIES_KEY, CategoryTree, DEFAULT_TREE)


@dataclass(frozen=True, slots=True)
class CategoryName:
    """What a category is called in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class UsedTree:
    """The tree with how many tickets each leaf has; groups have the sum of theirs."""

    tree: CategoryTree
    used: dict[str, int]


class CategoryService:
    """Each act changes one thing, and only if it still is as it was seen.

    All raise ``NotFound`` for a category that is gone and ``Conflict`` where someone else was
    quicker.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.MANAGE_CATEGORIES)
    def tree(self) -> UsedTree:
        """All there is to edit."""
        with self.desk.read() as session:
            return UsedTree(load_categories(session), _used(session))

    @requires(Permission.MANAGE_CATEGORIES)
    def add(self, group: str, name: CategoryName, key: str) -> str:
        """A new leaf of ``group``, or a new group with '' for it; ``key`` is made by the caller.

        The whole key is returned. Told twice, it is made once.

        Raises:
            InputErrors, UserError: the name is missing, too long or there already; no room is left.
        """
        with self.desk.write() as work:
            tree = load_categories(work.session)
            made_up = text.line(key, "zh")
            whole = f"{group}.{made_up}" if group else made_up
            if group:
                _found(tree, group)
            if tree.find(whole) is None:
                tidy = _tidy(name)
                beside = _beside(tree, whole)
                _refuse_same(beside, whole, tidy)
                _refuse_full(beside, leaves=bool(group))
                made: _Node = (
                    Category(whole, tidy.zh, tidy.en)
                    if group
                    else CategoryGroup(whole, tidy.zh, tidy.en, ())
                )
                _keep(work, _with(tree, whole, (*beside, made)))
                work.audit("category.add", "category", whole, after={"zh": tidy.zh, "en": tidy.en})
            drop_draft(work, CATEGORY_FORM, new_category_of(group))
            return whole

    @requires(Permission.MANAGE_CATEGORIES)
    def rename(self, key: str, name: CategoryName, seen: CategoryName) -> None:
        """Call a category otherwise, on tickets there are as well: their key stays."""
        with self.desk.write() as work:
            tree = load_categories(work.session)
            now = _found(tree, key)
            tidy = _tidy(name)
            if CategoryName(now.zh, now.en) not in (seen, tidy):
                raise Conflict("record.changed_meanwhile")
            _refuse_same(_beside(tree, key), key, tidy)
            if (now.zh, now.en) != (tidy.zh, tidy.en):
                _keep(work, _changed(tree, key, lambda it: replace(it, zh=tidy.zh, en=tidy.en)))
                work.audit(
                    "category.rename",
                    "category",
                    key,
                    before={"zh": now.zh, "en": now.en},
                    after={"zh": tidy.zh, "en": tidy.en},
                )
            drop_draft(work, CATEGORY_FORM, key)

    @requires(Permission.MANAGE_CATEGORIES)
    def order(self, keys: Sequence[str], seen: Sequence[str]) -> None:
        """Put the categories of one level into the order of ``keys``; ``seen`` is how they stood.

        Raises:
            Conflict: someone else has added one or moved them meanwhile.
        """
        with self.desk.write() as work:
            tree = load_categories(work.session)
            beside = _beside(tree, keys[0]) if keys else ()
            now = [each.key for each in beside]
            if now not in (list(seen), list(keys)) or sorted(now) != sorted(keys):
                raise Conflict("record.changed_meanwhile")
            if now != list(keys):
                by_key = {each.key: each for each in beside}
                _keep(work, _with(tree, keys[0], tuple(by_key[key] for key in keys)))
                level = tree.group_of(keys[0]) if "." in keys[0] else ""
                work.audit("category.order", "category", level, before=list(seen), after=list(keys))

    @requires(Permission.MANAGE_CATEGORIES)
    def retire(self, key: str, *, retired: bool = True) -> None:
        """Give it to no new ticket; with ``retired`` false give it again. History keeps it.

        Raises:
            UserError: it is the last one there is to choose, or no room is left to bring it back.
        """
        with self.desk.write() as work:
            tree = load_categories(work.session)
            if _found(tree, key).retired is bool(retired):
                return
            if not retired:
                _refuse_full(_beside(tree, key), leaves="." in key)
            after = _changed(tree, key, lambda it: replace(it, retired=bool(retired)))
            _refuse_empty(after)
            _keep(work, after)
            work.audit("category.retire" if retired else "category.restore", "category", key)

    @requires(Permission.MANAGE_CATEGORIES)
    def remove(self, key: str) -> None:
        """Take away what was never used, such as one added by mistake.

        Raises:
            UserError: tickets have it: it can be retired; or it is the last one.
        """
        with self.desk.write() as work:
            tree = load_categories(work.session)
            gone = _found(tree, key)
            count = _used(work.session).get(key, 0)
            if count:
                raise UserError("category.used", count=count)
            after = _with(tree, key, tuple(it for it in _beside(tree, key) if it.key != key))
            _refuse_empty(after)
            _keep(work, after)
            work.audit("category.remove", "category", key, before={"zh": gone.zh, "en": gone.en})
            drop_draft(work, CATEGORY_FORM, key)


def new_category_of(group: str) -> str:
    """The draft's subject of a category that is not kept yet."""
    return f"new:{group}"


def _used(session: Session) -> dict[str, int]:
    rows = session.execute(select(Complaint.category, func.count()).group_by(Complaint.category))
    used: dict[str, int] = {}
    for key, count in rows:
        used[key] = count
        group = key.partition(".")[0]
        used[group] = used.get(group, 0) + count
    return used


def _found(tree: CategoryTree, key: str) -> _Node:
    found = tree.find(key)
    if found is None:
        raise NotFound("category.gone")
    return found


def _beside(tree: CategoryTree, key: str) -> tuple[_Node, ...]:
    return tuple(tree.siblings(key))


def _with(tree: CategoryTree, key: str, level: tuple[_Node, ...]) -> CategoryTree:
    """The tree with the level that ``key`` belongs to put in the place of what was there."""
    if "." not in key:
        return CategoryTree(tuple(each for each in level if isinstance(each, CategoryGroup)))
    leaves = tuple(each for each in level if isinstance(each, Category))
    wanted = tree.group_of(key)
    return CategoryTree(
        tuple(replace(each, leaves=leaves) if each.key == wanted else each for each in tree.groups)
    )


def _changed(tree: CategoryTree, key: str, change: Callable[[_Node], _Node]) -> CategoryTree:
    level = _beside(tree, key)
    return _with(tree, key, tuple(change(each) if each.key == key else each for each in level))


def _tidy(name: CategoryName) -> CategoryName:
    """The names as kept. Raises ``InputErrors``, each beside its own input."""
    faults: list[UserError] = []
    tidy: dict[str, str] = {}
    for field, typed in (("zh", name.zh), ("en", name.en)):
        try:
            tidy[field] = text.line(typed, field, limit=_LIMIT if field == "zh" else 2 * _LIMIT)
        except UserError as fault:
            faults.append(fault)
            continue
        if not tidy[field]:
            faults.append(UserError("category.name_missing", field))
    if faults:
        raise InputErrors(faults)
    return CategoryName(tidy["zh"], tidy["en"])


def _refuse_same(level: Sequence[_Node], key: str, name: CategoryName) -> None:
    others = [each for each in level if each.key != key]
    faults = [
        UserError("category.name_twice", field, name=typed)
        for field, typed, kept in (
            ("zh", name.zh, {each.zh.casefold() for each in others}),
            ("en", name.en, {each.en.casefold() for each in others}),
        )
        if typed.casefold() in kept
    ]
    if faults:
        raise InputErrors(faults)


def _refuse_full(level: Sequence[_Node], *, leaves: bool) -> None:
    most = MOST_LEAVES if leaves else MOST_GROUPS
    if sum(not each.retired for each in level) >= most:
        raise UserError("category.full", "zh", most=most)


def _refuse_empty(tree: CategoryTree) -> None:
    if not tree.offered().groups:
        raise UserError("category.last")


def _keep(work: UnitOfWork, tree: CategoryTree) -> None:
    store_setting(work.session, CATEGORIES_KEY, tree)
    work.changed(Change.SETTINGS)
