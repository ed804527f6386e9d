"""Call scripts in the settings: the list, and the editor of one. Decides; the parts show."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QStackedWidget

from frontdesk.errors import Conflict
from frontdesk.language import Language
from frontdesk.services.desk import Change
from frontdesk.services.script_editing.dto import OpenScript, ScriptFile, ScriptLine
from frontdesk.services.script_editing.sampled import sample_values
from frontdesk.services.script_editing.service import SCRIPT_FORM
from frontdesk.services.scripts import Script
from frontdesk.ui.kit import errors, language
from frontdesk.ui.kit.labels import ask
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.save_as import save_as
from frontdesk.ui.kit.section import Section, Title
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.tokens import Tone
from frontdesk.ui.scripts.document import as_text
from frontdesk.ui.scripts.editor import Editor
from frontdesk.ui.scripts.overview import SHIPPED, Overview
from frontdesk.ui.scripts.preview import Values


class ScriptsSection(Section):
    """What is half edited is a draft of the whole script; it comes back with the editor."""

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self._service = context.services.scripts
        self._open: OpenScript | None = None
        self._busy = False
        self.overview, self.editor = Overview(), Editor()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.overview)
        self.stack.addWidget(self.editor)
        self.body.addWidget(self.stack, 1)
        self._keeper = self.keep_drafts(self.editor.document, SCRIPT_FORM, self._key, self._version)
        self._connect()
        self.retranslate()

    # what a section answers ---------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        if not changes or Change.SETTINGS in changes:
            self._load_list()

    def has_unsaved(self) -> bool:
        return self.editor.document.has_changes()

    def focus_first(self) -> None:
        (self.editor.steps if self.is_editing else self.overview.list).setFocus()

    def open_on(self, payload: object) -> None:
        if isinstance(payload, str) and payload:
            self.edit(payload)

    def retranslate(self) -> None:
        super().retranslate()
        script = self.editor.script
        if self.is_editing and script is not None:
            name = script.title.in_(language.current())
            self.heading.setText(f"{self.heading.text()} · {name}")

    @property
    def is_editing(self) -> bool:
        """Whether a script is on screen to be changed."""
        return self.stack.currentWidget() is self.editor

    # acts ---------------------------------------------------------------------------------

    def edit(self, key: str, instead: Script | None = None) -> None:
        """Open the editor of a script; with ``instead`` as the text it is changed to."""

        def done(opened: OpenScript) -> None:
            self._show_editor(opened)
            if instead is not None:
                self.editor.take(instead)
            else:
                self._keeper.offer()

        self.park()
        self.run(lambda: self._service.open(key), done)

    def take_up(self, which: str) -> None:
        """Edit towards a version there was before, or the one that came with the program."""
        opened = self._open
        if opened is None:
            return
        texts = {str(each.script.version): each.script for each in opened.history}
        script = opened.shipped if which == SHIPPED else texts.get(which)
        if script is not None:
            self.edit(script.key, script)
            self.notice(
                Tone.INFO, self.tr("Look it through, then publish it: until then nothing changes.")
            )

    def publish(self) -> None:
        """Let the next calls be made along what is in the editor."""
        script, opened = self.editor.script, self._open
        if self._busy or script is None or opened is None or not self.is_editing:
            return
        faults = self.editor.faulty()
        if faults:
            self.editor.go_to(faults[0])
            self.notice(Tone.WARN, faults[0].said)
            return
        self._busy = True
        self._keeper.saving()
        body, seen = as_text(script), opened.script.version
        self.run(
            lambda: self._service.publish(body, seen), self._published, self._refused, kind="write"
        )

    def leave(self) -> None:
        """Back to the list; what is half edited stays a draft."""
        self.park()
        self.banners.remove("draft")
        self.stack.setCurrentWidget(self.overview)
        self.retranslate()
        self._load_list()
        self.overview.list.setFocus()

    def discard(self) -> None:
        """Throw the changes away."""
        opened = self._open
        sure = not self.has_unsaved() or ask(
            self,
            self.tr("Discard the changes"),
            self.tr("What you changed in this script is thrown away."),
            yes=self.tr("Discard"),
            danger=True,
        )
        if opened is not None and sure:
            self._keeper.drop()
            self._show_editor(opened)
            self.leave()

    def export(self) -> None:
        """Keep the chosen version as a file."""
        opened = self._open
        if opened is None or self.is_editing:
            return
        chosen = self.overview.versions.current_key()
        version = int(chosen) if chosen.isdigit() else opened.script.version
        key = opened.script.key
        self.run(lambda: self._service.export(key, version), self._exported, kind="write")

    def bring(self) -> None:
        """Take a script out of a file, to be looked through and published."""
        if self.is_editing:
            return
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Import a script"),
            str(Path.home()),
            self.tr("Scripts (*.json);;All files (*)"),
        )
        if chosen:
            self.bring_file(Path(chosen))

    def bring_file(self, path: Path) -> None:
        """Take the script out of ``path``."""

        def done(script: Script) -> None:
            self.edit(script.key, script)
            self.notice(
                Tone.INFO, self.tr("Look it through, then publish it: until then nothing changes.")
            )

        self.run(lambda: self._service.read_file(path), done, kind="long")

    # inside -----------------------------------------------------------------------------

    def _key(self) -> str:
        return self._open.script.key if self._open is not None else ""

    def _version(self) -> int | None:
        return self._open.script.version if self._open is not None else None

    def _load_list(self) -> None:
        self.run(self._service.list, self._listed)

    def _listed(self, lines: tuple[ScriptLine, ...]) -> None:
        self.overview.show_list(lines)

    def _chosen(self, key: str) -> None:
        def done(opened: OpenScript) -> None:
            if not self.is_editing and self.overview.list.current_key() == key:
                self._open = opened
                self.overview.show_versions(opened)

        self.run(lambda: self._service.open(key), done)

    def _show_editor(self, opened: OpenScript) -> None:
        with self._keeper.filling():
            self._open = opened
            self.editor.show_script(opened.script, opened.tree, self._values())
        self.stack.setCurrentWidget(self.editor)
        self.retranslate()
        self.editor.steps.setFocus()

    def _values(self) -> Values:
        desk = self.context.services.desk
        return {
            each: sample_values(desk.profile, desk.actor.name, desk.today, each)
            for each in Language
        }

    def _published(self, version: int) -> None:
        self._busy = False
        self._keeper.saved()
        self.notice(
            Tone.OK,
            self.tr("Version {number} is in force for calls that begin now.").format(
                number=version
            ),
        )
        self.leave()

    def _refused(self, error: Exception) -> None:
        self._busy = False
        self._keeper.go_on()
        if not isinstance(error, Conflict):
            errors.present(self, error)
            return
        mine = self.editor.script

        def done(opened: OpenScript) -> None:
            self._show_editor(opened)
            if mine is not None:
                self.editor.take(mine)
            self.notice(
                Tone.WARN,
                self.tr(
                    "Version {number} was published meanwhile. Your text is still here: publishing "
                    "it takes that one's place."
                ).format(number=opened.script.version),
                for_ms=0,
            )

        self.run(lambda: self._service.open(self._key()), done)

    def _exported(self, file: ScriptFile) -> None:
        saved = self.tr("The script is kept in {path}.")
        save_as(
            self,
            self.tr("Export the script"),
            file.file_name,
            file.content,
            kinds=self.tr("Scripts (*.json)"),
            said=lambda path: saved.format(path=path),
        )

    def _connect(self) -> None:
        overview, editor = self.overview, self.editor
        overview.list.chosen.connect(self._chosen)
        overview.list.opened.connect(self.edit)
        overview.take_up_asked.connect(self.take_up)
        overview.export.clicked.connect(lambda _: self.export())
        overview.bring.clicked.connect(lambda _: self.bring())
        editor.publish_asked.connect(self.publish)
        editor.left.connect(self.leave)
        editor.discard_asked.connect(self.discard)
        for keys, act in (("Ctrl+E", self.export), ("Ctrl+O", self.bring)):
            bind_key(overview, keys, act)
