"""What is said on the page of repair, by what was found."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from frontdesk.ui.kit import words

if TYPE_CHECKING:
    from frontdesk.services.accounts.recovering import Offer


def title(code: str) -> str:
    """The title of the page."""
    titles = {
        "store.gone": _tr("The data folder is not there"),
        "store.missing": _tr("The data file is missing"),
        "store.keys_missing": _tr("The key file is missing"),
        "store.keys_damaged": _tr("The key file is damaged"),
        "store.newer": _tr("The data belongs to a newer program"),
        "store.rolled_back": _tr("Saved work is missing"),
        "store.foreign": _tr("Another file lies in the place of the data"),
        "store.unreadable": _tr("The data folder cannot be read"),
        "store.read_only_folder": _tr("The data folder cannot be written"),
        "store.no_room": _tr("The disk is full"),
        "restore.unfinished": _tr("Restoring is not finished yet"),
    }
    return titles.get(code) or _tr("The data is damaged")


def assurance(*, restoring: bool, keys_only: bool, going_on: bool) -> str:
    """What is safe, whatever is done here."""
    if going_on:
        return _tr(
            "The data that is there is checked first. What was saved after its last entry stays "
            "missing; your reason goes into the audit trail."
        )
    if keys_only:
        return _tr(
            "The data itself is not touched: only the key file is taken from a backup, and nothing "
            "that was entered is lost. Names and passwords are then those of that moment."
        )
    if restoring:
        return _tr(
            "Nothing has been changed. The backup is proved before it is used, and the files that "
            "are there now are set aside, not deleted."
        )
    return _tr("Nothing has been changed; the data stays where it is.")


def lost(offer: Offer, *, keys_only: bool) -> str:
    """What would be missing after restoring ``offer``."""
    if keys_only:
        return _tr("Nothing that was entered is lost.")
    if offer.missing is None:
        return _tr("What was entered after that is missing then.")
    if offer.entries == 0 or (offer.entries is None and offer.missing < timedelta(minutes=1)):
        return _tr("Nothing is missing: it holds the last work known of.")
    length = _tr("Missing then: the work of the last {span}").format(span=span(offer.missing))
    if offer.entries is None:
        return _tr("{sentence}.").format(sentence=length)
    counted = _tr("%n entries of the audit trail", offer.entries)
    return _tr("{sentence} ({counted}).").format(sentence=length, counted=counted)


def span(length: timedelta) -> str:
    """A length of time that never reads as nothing."""
    return words.span(max(length, timedelta(minutes=1)))


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("repair", text, None, count)
