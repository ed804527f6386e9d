"""What happened with a customer, at the right of the file, and a note written into it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from frontdesk.errors import UserError
from frontdesk.models.enums import (
    CallbackStatus,
    ComplaintState,
    MessageState,
    ValueClass,
    VisitStatus,
)
from frontdesk.services.customers.dto import EntryKind, TimelineEntry
from frontdesk.services.customers.timeline import FLAGGED, GOT, UNDONE
from frontdesk.ui.kit import words
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.fields import TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button, muted
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import SectionTitle
from frontdesk.ui.kit.timeline import Timeline, TimelineItem
from frontdesk.ui.kit.tokens import GAP, Tone

PAGE = 100
_ICONS = {
    EntryKind.VISIT: "wrench",
    EntryKind.CALL: "phone-call",
    EntryKind.COMPLAINT: "chat-centered-dots",
    EntryKind.IMPORT: "download-simple",
    EntryKind.NOTE: "note-pencil",
    EntryKind.CREATED: "folder-plus",
    EntryKind.MESSAGE: "envelope-simple",
    EntryKind.OWNERSHIP: "swap",
    EntryKind.WORK_BEFORE: "wrench",
    EntryKind.MERGE: "git-merge",
    EntryKind.CLASS: "medal",
}
_TONES: dict[VisitStatus | CallbackStatus | ComplaintState | MessageState, Tone] = {
    VisitStatus.HANDED_OVER: Tone.OK,
    VisitStatus.READY: Tone.OK,
    VisitStatus.DECLINED: Tone.WARN,
    VisitStatus.NO_SHOW: Tone.WARN,
    CallbackStatus.DONE: Tone.OK,
    CallbackStatus.UNREACHED: Tone.WARN,
    CallbackStatus.DO_NOT_CALL: Tone.NEUTRAL,
    CallbackStatus.WITHDRAWN: Tone.NEUTRAL,
    ComplaintState.FILED: Tone.NEUTRAL,
    MessageState.SENT: Tone.OK,
    MessageState.WITHDRAWN: Tone.NEUTRAL,
}


_ALL = "all"
_GROUPS = {
    "visits": frozenset({EntryKind.VISIT, EntryKind.WORK_BEFORE}),
    "calls": frozenset({EntryKind.CALL}),
    "messages": frozenset({EntryKind.MESSAGE}),
    "complaints": frozenset({EntryKind.COMPLAINT}),
    "notes": frozenset({EntryKind.NOTE}),
    "owners": frozenset({EntryKind.OWNERSHIP}),
    "file": frozenset({EntryKind.CREATED, EntryKind.IMPORT, EntryKind.MERGE, EntryKind.CLASS}),
}


class Past(Translated, QWidget):
    """``opened`` carries the entry; ``note_asked`` the words of a note.

    ``more_asked`` is emitted when the end of what is shown comes into sight.
    """

    opened = Signal(object)
    note_asked = Signal(str)
    more_asked = Signal()
    kinds_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[TimelineEntry, ...] = ()
        self._kinds: frozenset[EntryKind] | None = None
        self._title = SectionTitle()
        self.choice = FormPanel()
        self.which = self.choice.add(ChoiceField("kinds", as_list=True), 0)
        self.which.label.hide()
        self.timeline = Timeline()
        self.nothing = muted(wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.more = button(look="flat")
        self.form = FormPanel()
        self.note = self.form.add(TextField("note", max_length=1000), 0)
        self.note.label.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for widget, stretch in (
            (self._title, 0),
            (self.choice, 0),
            (self.timeline, 1),
            (self.nothing, 1),
            (self.more, 0),
            (self.form, 0),
        ):
            column.addWidget(widget, stretch)
        self.timeline.opened.connect(self._open)
        self.more.clicked.connect(self.more_asked)
        self.timeline.near_end.connect(self._near_end)
        self.form.last_entered.connect(self._ask_note)
        self.form.save_requested.connect(self._ask_note)
        self._title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_entries(())
        self.retranslate()
        self.which.set_value(_ALL)
        self.which.changed.connect(self._choose)

    @property
    def entries(self) -> tuple[TimelineEntry, ...]:
        """The entries shown, newest first."""
        return self._entries

    def kinds(self) -> frozenset[EntryKind] | None:
        """What is to be shown; ``None`` is all."""
        return self._kinds

    def add_entries(self, entries: Sequence[TimelineEntry], *, more: bool) -> None:
        """Show earlier ones beneath."""
        self._entries = (*self._entries, *entries)
        self.timeline.add_items([self._item(entry) for entry in entries])
        self.more.setVisible(more)

    def show_entries(self, entries: Sequence[TimelineEntry], *, more: bool = False) -> None:
        """Show these; ``more`` says that there are earlier ones."""
        self._entries = tuple(entries)
        self.timeline.set_items([self._item(entry) for entry in entries])
        self.timeline.setVisible(bool(entries))
        self.nothing.setVisible(not entries)
        self.more.setVisible(more)

    def retranslate(self) -> None:
        self._title.setText(self.tr("What happened"))
        self.timeline.setAccessibleName(self.tr("What happened"))
        self.nothing.setText(
            self.tr("Visits, calls, complaints and notes will appear here as they happen.")
        )
        self.more.setText(self.tr("Show earlier"))
        self.note.set_label(self.tr("Note"))
        self.which.set_label(self.tr("What is shown"))
        self.which.set_options(
            (
                (_ALL, self.tr("Everything  (Ctrl+T)")),
                ("visits", self.tr("Visits")),
                ("calls", self.tr("Calls")),
                ("messages", self.tr("Messages")),
                ("complaints", self.tr("Complaints")),
                ("notes", self.tr("Notes")),
                ("owners", self.tr("Cars and owners")),
                ("file", self.tr("The file itself")),
            )
        )
        self.note.set_placeholder(self.tr("Note, Enter  (F9); ! first: important"))
        self.show_entries(self._entries, more=self.more.isVisibleTo(self))

    def _choose(self) -> None:
        try:
            wanted = self.which.value()
        except UserError:
            return  # still being typed
        kinds = _GROUPS.get(wanted) if isinstance(wanted, str) else None
        if kinds != self._kinds:
            self._kinds = kinds
            self.kinds_chosen.emit()

    def _near_end(self) -> None:
        if self.more.isVisibleTo(self):
            self.more_asked.emit()

    def _open(self, item_id: str) -> None:
        for entry in self._entries:
            if _item_id(entry) == item_id:
                self.opened.emit(entry)

    def _ask_note(self) -> None:
        words_typed = self.note.typed().strip()
        if words_typed:
            self.note_asked.emit(words_typed)

    def _item(self, entry: TimelineEntry) -> TimelineItem:
        title = self._title_of(entry)
        if entry.call is not None:
            title = words.word(entry.call)
        by = "" if entry.kind is EntryKind.NOTE else entry.by
        return TimelineItem(
            id=_item_id(entry),
            moment=entry.at,
            icon="flag" if _is_flagged(entry) else _ICONS[entry.kind],
            title=title,
            text=" · ".join(part for part in (entry.car, entry.text, by) if part),
            tone=_tone(entry),
            status=words.word(entry.state) if entry.state is not None else "",
        )

    def _title_of(self, entry: TimelineEntry) -> str:
        undone = entry.what == UNDONE
        merged = self.tr("Merged with {number}, taken back") if undone else ""
        titles = {
            EntryKind.IMPORT: self.tr("From a delivery sheet"),
            EntryKind.NOTE: self.tr("Note by {name}"),
            EntryKind.CREATED: self.tr("File opened"),
            EntryKind.MESSAGE: self.tr("Message"),
            EntryKind.WORK_BEFORE: self.tr("{number}, an owner before"),
            EntryKind.MERGE: merged or self.tr("Merged with {number}"),
        }
        if entry.kind is EntryKind.OWNERSHIP:
            return self.tr("Car came") if entry.what == GOT else self.tr("Car changed hands")
        if entry.kind is EntryKind.CLASS:
            return self._class(entry)
        return titles.get(entry.kind, "{number}").format(name=entry.by, number=entry.number)

    def _class(self, entry: TimelineEntry) -> str:
        before, _, after = entry.what.partition(">")
        named = [words.word(ValueClass(each)) if each else "–" for each in (before, after)]
        return " → ".join(named)


def _item_id(entry: TimelineEntry) -> str:
    return f"{entry.kind}:{entry.id}"


def _is_flagged(entry: TimelineEntry) -> bool:
    return entry.kind is EntryKind.NOTE and entry.what == FLAGGED


def _tone(entry: TimelineEntry) -> Tone:
    if _is_flagged(entry):
        return Tone.WARN
    if entry.state is None:
        return Tone.NEUTRAL
    open_complaint = Tone.ERROR if entry.kind is EntryKind.COMPLAINT else Tone.INFO
    return _TONES.get(entry.state, open_complaint)
