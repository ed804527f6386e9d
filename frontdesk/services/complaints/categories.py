"""The category tree in force: the shipped one unless the settings say otherwise."""

from __future__ import annotations

from sqlalchemy.orm import Session

from frontdesk.models.categories import DEFAULT_TREE, CategoryTree
from frontdesk.services.settings import load_setting

CATEGORIES_KEY = "complaint_categories"


def load_categories(session: Session) -> CategoryTree:
    """The tree in force."""
    return load_setting(session, CATEGORIES_KEY, CategoryTree, DEFAULT_TREE)
