"""What is said of a data folder that lies where an open store does not belong."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication


class PlaceDoubt(Protocol):
    """A network ``share``, or else a sync folder; and its ``name``."""

    @property
    def share(self) -> bool: ...

    @property
    def name(self) -> str: ...


def warning(doubt: PlaceDoubt) -> str:
    """The whole sentence, with what to do."""
    if doubt.share:
        text = _tr(
            "The data lies on a network share ({name}). An interrupted connection can lose saved "
            "work, and two PCs must never use it at once. Keep it on a disk of this PC and let "
            "only the backups go to the share."
        )
    else:
        text = _tr(
            "The data lies in a folder that {name} keeps in step. It may upload half a change or "
            "bring an older copy back. Keep it elsewhere on this PC and let only the backups go "
            "there."
        )
    return text.format(name=doubt.name)


def short(doubt: PlaceDoubt) -> str:
    """A few words beside the folder."""
    if doubt.share:
        text = _tr("on a network share ({name}): not a safe place")
    else:
        text = _tr("in a sync folder ({name}): not a safe place")
    return text.format(name=doubt.name)


def _tr(text: str) -> str:
    return QCoreApplication.translate("places", text)
