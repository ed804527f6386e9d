"""Another customer's file, found as in the search box: by pinyin, plate, telephone or number."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from frontdesk.services.search.results import Hit, SearchResult
from frontdesk.ui.kit.fields import TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.shell.finding import Finding
from frontdesk.ui.shell.search_list import SearchList

_HITS = 220
_NOTHING = SearchResult("", (), more=False)


class OtherFile(QObject):
    """A line to type into (a field of ``form``) and what it finds, but the file ``but_id``.

    The arrows move in the list while the person goes on typing.
    """

    chosen = Signal()
    """The cursor is on another hit, or on none."""

    def __init__(self, context: UiContext, form: FormPanel, name: str, but_id: str) -> None:
        super().__init__(form)
        self._but_id = but_id
        self._finding = Finding(context.tasks, context.services.search.find, self._show, self)
        self.field = form.add(TextField(name, max_length=60), 0)
        self.hits = SearchList()
        self.hits.setFixedHeight(_HITS)
        self.field.line.installEventFilter(self)
        self.field.changed.connect(self._typed)
        self.hits.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit())

    def hit(self) -> Hit | None:
        """What the cursor is on."""
        return self.hits.current_hit()

    def refuse(self, text: str) -> None:
        """Nothing is chosen: say so beside the line."""
        self.field.set_error(text)
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}.get(event.key())
            if step is not None:
                self.hits.step(step)
                return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        if not self._finding.look_for(self.field.typed().strip()):
            self._show(_NOTHING)

    def _show(self, result: SearchResult) -> None:
        others = tuple(hit for hit in result.hits if hit.customer_id != self._but_id)
        self.hits.show_result(SearchResult(result.typed, others, more=result.more))
        self.chosen.emit()
