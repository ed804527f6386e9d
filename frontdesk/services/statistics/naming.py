"""What the lines of the statistics are called."""

from __future__ import annotations

from frontdesk.language import Language
from frontdesk.models.categories import CategoryTree
from frontdesk.models.enums import ComplaintChannel, Department
from frontdesk.services.statistics.dto import By
from frontdesk.texts import term
from frontdesk.texts.statistics import NAMES


def line_name(tree: CategoryTree, by: By, key: str, language: Language) -> str:
    """The line's name; complaints not judged or not valid have no department and no person."""
    match by:
        case By.TOTAL:
            return NAMES["total"].in_(language)
        case By.CATEGORY:
            return tree.group_name(key, language)
        case By.LEAF:
            return tree.leaf_name(key, language)
        case By.DEPARTMENT:
            return term(Department(key), language) if key else NAMES["undecided"].in_(language)
        case By.PERSON:
            return key or NAMES["nobody"].in_(language)
        case By.CHANNEL:
            return term(ComplaintChannel(key), language)
        case By.MONTH:
            return key
