"""One incoming call as it stands: who, which script, what was answered. No widgets."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from frontdesk.language import Language
from frontdesk.models.enums import IncomingKind
from frontdesk.models.values.ids import new_id
from frontdesk.services.complaints.incoming import (
    IncomingCall,
    IncomingStart,
    NewCaller,
)
from frontdesk.services.complaints.incoming_heard import Ending, Heard, ending, heard
from frontdesk.services.scripts import (
    Progress,
    Script,
    Step,
    answer,
    back,
    fill,
    half_typed,
    position,
    shipped_script,
)


@dataclass(frozen=True, slots=True)
class Run:
    """``customer_id`` '' until somebody was chosen; ``caller`` for one who has no file yet.

    ``wants_ticket``: registered although the script would end in a note. ``scripts`` are those in
    force; until they were read, those that came with the program.
    """

    customer_id: str = ""
    caller: NewCaller | None = None
    kind: IncomingKind | None = None
    progress: Progress = Progress()  # noqa: RUF009 - frozen
    wants_ticket: bool = False
    scripts: Mapping[IncomingKind, Script] = field(default_factory=dict, compare=False)

    # what it says -----------------------------------------------------------------------

    @property
    def script(self) -> Script | None:
        """The script chosen."""
        if self.kind is None:
            return None
        return self.scripts.get(self.kind) or shipped_script(self.kind)

    @property
    def asked(self) -> Step | None:
        """The question that waits."""
        script = self.script
        return None if script is None else position(script, self.progress).ask

    @property
    def step(self) -> Step | None:
        """The step said last: the question, or the closing words."""
        script = self.script
        return None if script is None else position(script, self.progress).say[-1]

    @property
    def ending(self) -> Ending:
        """Where it has led."""
        script = self.script
        if script is None:
            return Ending.OPEN
        end = ending(script, self.progress)
        return Ending.TICKET if self.wants_ticket and end is Ending.NOTE else end

    @property
    def heard(self) -> Heard:
        """What it says of a ticket."""
        script = self.script
        return Heard() if script is None else heard(script, self.progress)

    @property
    def call(self) -> IncomingCall | None:
        """The call as it is kept."""
        script = self.script
        if self.kind is None or script is None:
            return None
        return IncomingCall(self.kind, self.progress, script.version)

    def sentences(self, start: IncomingStart, speak: Language) -> tuple[str, ...]:
        """What to say now, names filled in; the greeting is said before it is known who calls."""
        script = self.script
        if script is None:
            return ()
        say = [each for each in position(script, self.progress).say if each is not script.start]
        return tuple(fill(each.text, start.values[speak], speak) for each in say)

    def trail(self, speak: Language) -> tuple[tuple[str, str], ...]:
        """The questions passed, by their short names, with the answers."""
        script = self.script
        if script is None:
            return ()
        return tuple(
            (
                each.step.title.in_(speak),
                (each.answer.text.in_(speak) if each.answer else "") or each.words,
            )
            for each in position(script, self.progress).passed
        )

    # what is done to it -----------------------------------------------------------------

    def along(self, scripts: Mapping[IncomingKind, Script]) -> Run:
        """Led along the scripts in force."""
        return replace(self, scripts=scripts)

    def about(self, kind: IncomingKind) -> Run:
        """The call is of this kind."""
        return replace(self, kind=kind, progress=Progress(), wants_ticket=False)

    def answered(self, *, choice: str | None = None, text: str = "") -> Run:
        """After an answer. Raises ``UserError`` where it is none."""
        script = self.script
        if script is None:
            return self
        return replace(self, progress=answer(script, self.progress, choice=choice, text=text))

    def gone_back(self) -> Run:
        """One question back; before the first, to which script it is."""
        if self.wants_ticket:
            return replace(self, wants_ticket=False)
        if not self.progress.given:
            return replace(self, kind=None)
        return replace(self, progress=back(self.progress))

    def typing(self, text: str) -> Run:
        """With words half typed at the question that waits."""
        step = self.asked
        if step is None:
            return self
        return replace(self, progress=half_typed(self.progress, step.key, text))

    # kept -------------------------------------------------------------------------------

    def kept(self) -> str:
        """As a draft keeps it; '' before anybody was chosen."""
        if not self.customer_id:
            return ""
        return json.dumps(
            {
                "customer": self.customer_id,
                "caller": [self.caller.name, self.caller.phone] if self.caller else None,
                "kind": self.kind,
                "progress": self.progress.model_dump(mode="json"),
                "ticket": self.wants_ticket,
            }
        )


def run_of(kept: str) -> Run:
    """The call a draft kept."""
    values = json.loads(kept)
    caller, kind = values["caller"], values["kind"]
    return Run(
        values["customer"],
        NewCaller(*caller) if caller else None,
        IncomingKind(kind) if kind else None,
        Progress.model_validate(values["progress"]),
        values["ticket"],
    )


def new_run(caller: NewCaller) -> Run:
    """The call of somebody without a file; the file's id is made now."""
    return Run(new_id(), caller)
