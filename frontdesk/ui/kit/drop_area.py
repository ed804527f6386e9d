"""Files dropped on a widget, or on the clipboard; a screenshot counts as one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QFrame, QWidget


@dataclass(frozen=True, slots=True)
class Given:
    """One file as it was given: its name, and where it lies or what it is."""

    name: str
    source: Path | QImage

    def content(self) -> Path | bytes:
        """What a service takes; off the GUI thread, as packing a picture takes its time."""
        if isinstance(self.source, Path):
            return self.source
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.source.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(buffer.data().data())


def given_by(data: QMimeData | None, picture_name: str) -> tuple[Given, ...]:
    """The files in ``data``, or its picture under ``picture_name``; nothing else is a file."""
    if data is None:
        return ()
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if paths:
        return tuple(Given(path.name, path) for path in paths)
    if data.hasImage():
        image = QImage(data.imageData())
        if not image.isNull():
            return (Given(picture_name, image),)
    return ()


class DropArea(QObject):
    """Makes ``widget`` take files. ``dropped`` carries the ``Given`` of one drop."""

    dropped = Signal(object)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.picture_name = "picture.png"
        self._widget = widget
        self._frame = QFrame(widget)
        self._frame.setProperty("look", "drop")
        self._frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._frame.hide()
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.DragEnter | QEvent.Type.DragMove if isinstance(event, QDropEvent):
                return self._hover(event)
            case QEvent.Type.DragLeave:
                self._frame.hide()
            case QEvent.Type.Drop if isinstance(event, QDropEvent):
                return self._take(event)
        return super().eventFilter(watched, event)

    def _hover(self, event: QDropEvent) -> bool:
        if not given_by(event.mimeData(), self.picture_name):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._frame.setGeometry(self._widget.rect())
        self._frame.show()
        self._frame.raise_()
        return True

    def _take(self, event: QDropEvent) -> bool:
        self._frame.hide()
        given = given_by(event.mimeData(), self.picture_name)
        if not given:
            return False
        # Copied, never moved: the file stays where it was.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(given)
        return True
