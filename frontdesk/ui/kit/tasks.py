"""Work off the GUI thread: one worker thread per kind of work, answers back on the GUI thread.

    self.run(lambda: services.customers.file(record_id), self._show)         # in a Page
    tasks.run(work, done, failed, kind="write", owner=self)                  # anywhere else

An answer for a widget that is gone, or to a task that was cancelled, is dropped. An error without
``failed`` goes to the error presenter beside its owner.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

from frontdesk.errors import ConfirmationNeeded, EnvironmentFault
from frontdesk.ui.kit.tidying import Tidying

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

Kind = Literal["read", "write", "search", "long", "draft", "files"]
"""A worker for each. Drafts have their own: a long write never keeps them waiting; files too: to
look at one may take seconds, and no save nor backup waits for that."""
_TO_THE_END = frozenset({"write", "draft"})
T = TypeVar("T")


class Task:
    """One piece of work on its way."""

    def __init__(
        self,
        kind: Kind,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None,
        owner: QObject | None,
    ) -> None:
        self.kind = kind
        self.owner = owner
        self._work = work
        self._done = done
        self._failed = failed
        self._cancelled = Event()
        self.result: Any = None
        self.error: Exception | None = None

    def cancel(self) -> None:
        """Nobody waits for the answer any more; work not yet begun does not begin."""
        self._cancelled.set()

    @property
    def cancelled(self) -> Event:
        """Set once cancelled; long work may look at it."""
        return self._cancelled

    def execute(self) -> None:
        """On the worker thread."""
        if self._cancelled.is_set():
            return
        try:
            self.result = self._work()
        except Exception as error:  # noqa: BLE001 - carried to the GUI thread, not swallowed
            self.error = error

    @property
    def unheard(self) -> bool:
        """Whether nobody waits for the answer any more."""
        gone = self.owner is not None and not shiboken6.isValid(self.owner)
        return gone or self._cancelled.is_set()

    def answer(self) -> None:
        """On the GUI thread."""
        if self.unheard:
            return
        if self.error is None:
            self._done(self.result)
        elif self._failed is not None:
            self._failed(self.error)
        else:
            from frontdesk.ui.kit import errors

            errors.present(self.owner, self.error)


class Tasks(QObject):
    """The workers of one window. ``close`` ends them; no thread outlives it."""

    became_idle = Signal()
    fault_met = Signal(object)
    """An ``EnvironmentFault`` that work came to, told before its answer."""
    _executed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tidying = Tidying(self)
        self._workers: dict[Kind, ThreadPoolExecutor] = {}
        self._pending: set[Task] = set()
        self._closed = False
        # Emitted on a worker's thread, hence queued to the thread this object lives in.
        self._executed.connect(self._answer)

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._pending

    def run(
        self,
        fn: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        kind: Kind = "read",
        owner: QObject | None = None,
    ) -> Task:
        """Do ``fn`` on the worker of ``kind``; a search cancels the search before it.

        Without ``owner`` the object whose method ``done`` is stands in for it.
        """
        bound = getattr(done, "__self__", None)
        if owner is None and isinstance(bound, QObject):
            owner = bound
        task = Task(kind, fn, done, failed, owner)
        if self._closed:
            task.cancel()
            return task
        if kind == "search":
            for earlier in self._pending:
                if earlier.kind == "search":
                    earlier.cancel()
        self._pending.add(task)
        self._worker(kind).submit(self._execute, task)
        return task

    def again(self, task: Task) -> None:
        """Do a task over that came back without having been done."""
        if self._closed or task.unheard:
            return
        task.error = None
        self._pending.add(task)
        self._worker(task.kind).submit(self._execute, task)

    def close(self) -> None:
        """Finish every write, drop what else has not begun, wait for what has."""
        self._closed = True
        for task in self._pending:
            if task.kind not in _TO_THE_END:
                task.cancel()
        for kind, worker in self._workers.items():
            worker.shutdown(wait=True, cancel_futures=kind not in _TO_THE_END)
        self._workers.clear()
        self._tidying.stop()
        self._pending.clear()

    def _worker(self, kind: Kind) -> ThreadPoolExecutor:
        if kind not in self._workers:
            from concurrent.futures import ThreadPoolExecutor

            self._workers[kind] = ThreadPoolExecutor(1, thread_name_prefix=f"frontdesk-{kind}")
        return self._workers[kind]

    def _asks(self, task: Task) -> bool:
        """Whether the person is asked for the password before the task can be done."""
        needed = task.error
        if not isinstance(needed, ConfirmationNeeded) or task.unheard:
            return False
        from frontdesk.ui.kit import confirm

        def leave() -> None:
            needed.declined = True
            task.answer()

        if confirm.ask_again(task.owner, needed, lambda: self.again(task), leave):
            return True
        needed.declined = confirm.context_of(task.owner) is not None
        return False

    def _execute(self, task: Task) -> None:
        task.execute()
        if not self._closed:
            self._executed.emit(task)

    @Slot(object)
    def _answer(self, task: Task) -> None:
        if task not in self._pending:
            return
        self._pending.discard(task)
        try:
            if isinstance(task.error, EnvironmentFault):
                self.fault_met.emit(task.error)
            if not self._asks(task):
                task.answer()
        finally:
            if not self._pending:
                self.became_idle.emit()
