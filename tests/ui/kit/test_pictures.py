"""Pictures shown one after the other leave nothing behind."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication

from frontdesk.ui.kit.labels import plain, show_picture

_SIDE = 40


def test_the_cache_of_pictures_is_left_to_what_is_drawn(qapp: QApplication) -> None:
    label, kept = plain(), QPixmap(_SIDE, _SIDE)
    QPixmapCache.clear()
    QPixmapCache.insert("a chip of a table", kept)
    bytes_each = _SIDE * _SIDE * 4
    for _ in range(2 * QPixmapCache.cacheLimit() * 1024 // bytes_each):
        picture = QPixmap(_SIDE, _SIDE)
        picture.fill(Qt.GlobalColor.red)
        show_picture(label, picture)
    assert QPixmapCache.find("a chip of a table", QPixmap())
    assert label.pixmap().width() == _SIDE
