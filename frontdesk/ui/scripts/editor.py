"""A script being edited: steps at the left, the chosen step, preview and faults at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.services.complaints.dto import CategoryTree
from frontdesk.services.script_editing import editing
from frontdesk.services.script_editing.checking import Named, faults_of, named
from frontdesk.services.scripts import QuestionKind, Script, Step
from frontdesk.ui.kit import language
from frontdesk.ui.kit.labels import button, muted, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card, SectionTitle, scrolled
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.tokens import GAP, ROOM
from frontdesk.ui.scripts.answers_box import AnswersBox
from frontdesk.ui.scripts.document import Document
from frontdesk.ui.scripts.keyed_list import KeyedList
from frontdesk.ui.scripts.preview import Preview, Values
from frontdesk.ui.scripts.step_form import CuesForm, StepForm, TitleForm

_STEPS_WIDTH, _PREVIEW_WIDTH, _FAULTS_HEIGHT = (132, 206), (210, 338), 112
"""Least and most: in a small window both give way to the form between them."""


class Editor(Translated, QWidget):
    """Changes the script of ``document``; asks to be published, left or given up."""

    publish_asked = Signal()
    left = Signal()
    discard_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tree = CategoryTree(())
        self._values: Values = {}
        self._faults: tuple[Named, ...] = ()
        self.document = Document()
        self.title = TitleForm()
        self.steps = KeyedList()
        self.keys = small(wrap=True)
        self.form, self.answers, self.cues = StepForm(), AnswersBox(), CuesForm()
        self.cues_head = SectionTitle()
        self.preview = Preview()
        self.faults = KeyedList()
        self.found = muted(wrap=True)
        self.publish = button(look="primary")
        self.back, self.discard = button(), button()
        self._build()
        self._connect()
        self.retranslate()

    # showing ----------------------------------------------------------------------------

    @property
    def script(self) -> Script | None:
        """The script as it is now."""
        return self.document.whole.script

    def show_script(self, script: Script, tree: CategoryTree, values: Values) -> None:
        """Edit ``script``; nothing counts as changed."""
        self._tree, self._values = tree, values
        self.document.set_values({"script": script})
        self._show_all(script.start.key)

    def take(self, script: Script) -> None:
        """Put another text in the place of what is edited: it counts as changed."""
        self.document.whole.set_value(script)
        self._show_all(script.start.key)

    def faulty(self) -> tuple[Named, ...]:
        """What is wrong with the script now."""
        return self._faults

    def step(self) -> Step | None:
        """The step in the form."""
        return self.script.step(self.steps.current_key()) if self.script is not None else None

    def go_to(self, at: Named) -> None:
        """Go to the place of a fault."""
        if self.script is None or self.script.step(at.step) is None:
            kind, _, tongue = at.part.partition(".")
            wrong = self.title.field(tongue or "zh") if kind == "title" else self.steps
            wrong.setFocus()
            return
        self._show_all(at.step)
        kind, _, rest = at.part.partition(".")
        if kind == "answer":
            key, _, part = rest.partition(".")
            self.answers.go_to(key, part)
        elif kind in ("title", "text"):
            self.form.field(at.part.replace(".", "_")).setFocus()
        elif kind in ("do", "dont"):
            self.cues.field(f"{kind}_{rest[-2:] if rest[-2:] in ('zh', 'en') else 'zh'}").setFocus()
        elif kind == "answers":
            self.answers.list.setFocus()
        else:
            self.form.field(kind if self.form.has(kind) else "title_zh").setFocus()

    # keys ---------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        # Else Esc would lead out of the part: the settings themselves listen to it.
        over = event.type() is QEvent.Type.ShortcutOverride
        if over and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.steps.hasFocus():
            self.left.emit()
        else:
            self.steps.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for (least, most), share, side in self._sides:
            width = max(least, min(most, round(event.size().width() * share)))
            for widget in side:
                widget.setFixedWidth(width)

    # acts ---------------------------------------------------------------------------------

    def add_step(self) -> None:
        """A blank step behind the chosen one, its name under the cursor."""
        if self.script is not None:
            script, key = editing.add_step(self.script, self.steps.current_key())
            self._change(script, key)
            self.form.focus_first()

    def duplicate_step(self) -> None:
        """A copy behind the chosen step."""
        if self.script is not None:
            script, key = editing.duplicate_step(self.script, self.steps.current_key())
            self._change(script, key)

    def remove_step(self) -> None:
        """Without the chosen step."""
        if self.script is not None:
            self._change(editing.remove_step(self.script, self.steps.current_key()), "")

    def move_step(self, by: int) -> None:
        """The chosen step further up or down."""
        key = self.steps.current_key()
        if self.script is not None and key:
            self._change(editing.move_step(self.script, key, by), key)

    def retranslate(self) -> None:
        self.steps.setAccessibleName(self.tr("Steps of the script"))
        self.faults.setAccessibleName(self.tr("What is wrong with the script"))
        self.keys.setText(self.tr("Ins adds · Del removes · Ctrl+D doubles · Ctrl+↑/↓ moves"))
        self.cues_head.setText(self.tr("Cues, one a line"))
        self.publish.setText(self.tr("Publish (Ctrl+Enter)"))
        self.back.setText(self.tr("Back to the list (Esc)"))
        self.discard.setText(self.tr("Discard the changes"))
        if self.script is not None:
            self._show_all(self.steps.current_key())

    # inside -----------------------------------------------------------------------------

    def _change(self, script: Script, key: str) -> None:
        self.document.whole.set_value(script)
        self._show_all(key)

    def _show_all(self, key: str) -> None:
        """Show list, form, preview and faults of the script as it is now."""
        self._show_steps(key)
        step, script = self.step(), self.script
        if step is None or script is None:
            return
        self.title.show_script(script)
        self.form.show_step(script, step)
        self.answers.show_step(script, step, self._tree)
        self.cues.show_step(step)
        self.preview.show_script(script, self._values, step.key)

    def _show_steps(self, key: str) -> None:
        script = self.script
        if script is None:
            return
        speak = language.current()
        self._faults = tuple(named(script, fault, speak) for fault in faults_of(script, self._tree))
        wrong = {fault.step for fault in self._faults}
        self.steps.show_lines(
            [
                (step.key, f"{at}  {step.title.in_(speak) or '…'}", step.key in wrong)
                for at, step in enumerate(script.steps, start=1)
            ],
            key,
        )
        self.faults.show_lines(
            [(str(at), fault.said, True) for at, fault in enumerate(self._faults)], ""
        )
        self.faults.setVisible(bool(self._faults))
        self.found.setText(
            self.tr("%n faults to mend before it can be published (F6).", "", len(self._faults))
            if self._faults
            else self.tr("Nothing is wrong: it can be published.")
        )

    def _named(self) -> None:
        """The name of the script was typed."""
        if self.script is not None and self.title.words() != self.script.title:
            script = self.script.model_copy(update={"title": self.title.words()})
            self.document.whole.set_value(script)
            self._show_steps(self.steps.current_key())

    def _typed(self) -> None:
        """Something was typed into one of the forms of the step."""
        step, script = self.step(), self.script
        if step is None or script is None:
            return
        changed = self.form.step(step).model_copy(update={"cues": self.cues.cues()})
        kind = self.form.question.typed()
        asked = QuestionKind(kind) if kind else changed.question
        if asked is not changed.question:
            changed = editing.asked_as(changed, asked)
        self._take_step(changed, anew=asked is not step.question or changed.closing != step.closing)

    def _take_step(self, step: Step, *, anew: bool = False) -> None:
        if self.script is None:
            return
        script = editing.with_step(self.script, step)
        self.document.whole.set_value(script)
        if anew:
            self._show_all(step.key)
            return
        self._show_steps(step.key)
        self.answers.follow(script, step)
        self.preview.show_script(script, self._values, step.key)

    def _restored(self) -> None:
        if self.script is not None:
            self._show_all(self.script.start.key)

    def _chosen(self, key: str) -> None:
        self._show_all(key)

    def _go_to_fault(self) -> None:
        key = self.faults.current_key()
        if key:
            self.go_to(self._faults[int(key)])

    def _connect(self) -> None:
        self.document.whole.restored.connect(self._restored)
        self.steps.chosen.connect(self._chosen)
        self.steps.entered_line.connect(self.form.focus_first)
        self.steps.add_asked.connect(self.add_step)
        self.steps.double_asked.connect(self.duplicate_step)
        self.steps.remove_asked.connect(self.remove_step)
        self.steps.move_asked.connect(self.move_step)
        self.faults.entered_line.connect(self._go_to_fault)
        self.faults.itemClicked.connect(lambda _: self._go_to_fault())
        self.title.changed.connect(self._named)
        self.title.last_entered.connect(self.steps.setFocus)
        self.form.changed.connect(self._typed)
        self.cues.changed.connect(self._typed)
        self.answers.changed.connect(self._take_step)
        for save in (
            *(self.steps.save_asked, self.faults.save_asked, self.answers.save_asked),
            self.title.save_requested,
            *(self.form.save_requested, self.cues.save_requested, self.publish.clicked),
        ):
            save.connect(lambda *_: self.publish_asked.emit())
        self.back.clicked.connect(lambda _: self.left.emit())
        self.discard.clicked.connect(lambda _: self.discard_asked.emit())
        for keys, act in (
            ("F5", self.preview.start_over),
            ("F6", self._to_faults),
            ("F2", self.title.focus_first),
        ):
            bind_key(self, keys, act)

    def _to_faults(self) -> None:
        self.faults.setFocus()

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self.steps, 1)
        left.addWidget(self.keys)
        middle = Card()
        for widget in (self.form, self.answers, self.cues_head, self.cues):
            middle.add(widget)
        middle.body.addStretch(1)
        ground = QWidget()
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(0, 0, GAP, 0)
        inside.addWidget(middle)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        reading = scrolled(self.preview)
        self.preview.setProperty("look", "card")
        self._sides = (
            (_STEPS_WIDTH, 0.18, (self.steps, self.keys)),
            (_PREVIEW_WIDTH, 0.3, (reading, self.faults, self.found)),
        )
        self.faults.setFixedHeight(_FAULTS_HEIGHT)
        right.addWidget(reading, 1)
        right.addWidget(self.found)
        right.addWidget(self.faults)
        row = QHBoxLayout()
        row.setSpacing(ROOM)
        row.addLayout(left)
        row.addWidget(scrolled(ground), 1)
        row.addLayout(right)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        for each in (self.publish, self.back, self.discard):
            foot.addWidget(each)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.document)
        column.addWidget(self.title)
        column.addLayout(row, 1)
        column.addLayout(foot)
