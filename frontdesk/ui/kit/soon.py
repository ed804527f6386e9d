"""Doing something once what happens now is over, without keeping anything alive for it."""

from __future__ import annotations

from PySide6.QtCore import QMetaObject, QObject, Qt


def soon(owner: QObject, slot: str) -> None:
    """Call the ``@Slot()`` of that name at the next turn of the event loop, if ``owner`` lives.

    ``QTimer.singleShot(0, owner, callable)`` keeps the callable for ever when its owner goes first
    (PySide6 6.12), and with it the owner and all it holds.
    """
    QMetaObject.invokeMethod(owner, slot, Qt.ConnectionType.QueuedConnection)
