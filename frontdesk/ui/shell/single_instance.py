"""One window per data folder: the second start raises the first one's window and ends."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEventLoop, QLockFile, QObject, QTimer, Signal, Slot

_WAIT_MS = 1500
_WORD = b"raise\n"
_ANSWER = b"raised\n"


class SingleInstance(QObject):
    """Holds the folder's lock for as long as it lives."""

    raise_asked = Signal()

    def __init__(self, folder: Path, lock_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock = QLockFile(str(lock_file))
        # Never stale by age; a lock left by a process that is gone is still taken over.
        self._lock.setStaleLockTime(0)
        self._server: QObject | None = None

    @property
    def _name(self) -> str:
        from hashlib import sha256

        return f"frontdesk-{sha256(str(self._folder.resolve()).encode()).hexdigest()[:24]}"

    def take(self) -> bool:
        """Take the folder; ``False`` while another instance holds it."""
        return self._lock.tryLock(0)

    def ask_first_to_show(self) -> bool:
        """Ask the instance that holds the folder to show its window; whether it answered.

        The system takes a connection for a program that hangs: only its own word counts.
        """
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT_MS):
            return False
        socket.write(_WORD)
        waiting = QEventLoop()
        socket.readyRead.connect(waiting.quit)
        socket.disconnected.connect(waiting.quit)
        QTimer.singleShot(_WAIT_MS, waiting, waiting.quit)
        if not socket.bytesAvailable():
            waiting.exec()
        answered = bytes(socket.readAll().data()) == _ANSWER
        socket.disconnectFromServer()
        return answered

    def listen(self) -> None:
        """Answer later starts; called after the first paint: networking code can wait."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # A socket left by a crash would refuse us; the lock says that nobody else is there.
        QLocalServer.removeServer(self._name)
        server.newConnection.connect(self._asked)
        server.listen(self._name)
        self._server = server

    def give_back(self) -> None:
        """End: the next start may take the folder."""
        if self._server is not None:
            self._server.close()  # type: ignore[attr-defined]
            self._server.deleteLater()
            self._server = None
        self._lock.unlock()

    @Slot()
    def _asked(self) -> None:
        if self._server is None:
            return
        socket = self._server.nextPendingConnection()  # type: ignore[attr-defined]
        socket.disconnected.connect(socket.deleteLater)
        self.raise_asked.emit()
        socket.write(_ANSWER)
        socket.flush()
