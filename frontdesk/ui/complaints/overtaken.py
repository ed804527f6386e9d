"""Someone else took a step first: what they said beside what was typed here."""

from __future__ import annotations

from PySide6.QtCore import QObject

from frontdesk.services.complaints.dto import CategoryTree, Ticket, TicketEntry, field_name
from frontdesk.ui.complaints.step_form import StepForm
from frontdesk.ui.complaints.wording import said
from frontdesk.ui.kit import language, words
from frontdesk.ui.kit.compare import Compare, Differs, Line
from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.tokens import Tone

KEY = "conflict"


class Overtaken(QObject):
    """Steps are only ever added, never overwritten: one's own is taken again, or let be."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def tell(
        self, form: StepForm, typed: dict[str, str], before: Ticket, now: Ticket, tree: CategoryTree
    ) -> None:
        """``typed`` is what was typed into ``form`` when ``before`` was shown; it is ``now`` so."""
        new = [entry for entry in now.entries if entry.position > len(before.entries)]
        theirs = new[-1] if new else None
        lines = _lines(form, typed, theirs, tree)
        still = any(s.step is form.step.step and s.refusal is None for s in now.steps)
        text = (
            self.tr("What you typed is still here; look at what they did, then take it again.")
            if still
            else self.tr("Your step is no longer possible now. What you typed is kept.")
        )
        self._page.banners.remove("error")
        self._page.banners.show_banner(
            Tone.WARN,
            f"{self._who(theirs)} {text}",
            self.tr("Compare …"),
            lambda: self._compare(lines, theirs),
            key=KEY,
        )

    def clear(self) -> None:
        """Another ticket is shown, or the step was taken."""
        self._page.banners.remove(KEY)

    # inside -----------------------------------------------------------------------------

    def _who(self, theirs: TicketEntry | None) -> str:
        if theirs is None:
            return self.tr("The ticket was changed meanwhile.")
        text = self.tr("{name} was quicker ({when}): {step}.")
        return text.format(name=theirs.by, when=words.near(theirs.at), step=words.word(theirs.step))

    def _compare(self, lines: list[Line], theirs: TicketEntry | None) -> None:
        by = "" if theirs is None else f"{theirs.by}, {words.near(theirs.at)}"
        Compare(self._page, lines, by=by, may_take=False).open()


def _lines(
    form: StepForm, typed: dict[str, str], theirs: TicketEntry | None, tree: CategoryTree
) -> list[Line]:
    """Each field of one's own beside theirs of the same name, then what else they said."""
    parts = {part.name: said(part.value, tree) for part in theirs.parts} if theirs else {}
    lines = []
    for field in form.fields():
        own = field.spoken(typed.get(field.name, ""))
        other = parts.pop(field.name, "")
        if own or other:
            differs = Differs.BOTH if own and other and own != other else Differs.MINE
            lines.append(
                Line(field.name, field.title, own, own, other, None, differs if own else _THEIRS)
            )
    if theirs is not None:
        speak = language.current()
        lines += [
            Line(name, field_name(theirs.step, name, speak), "", "", text, None, _THEIRS)
            for name, text in parts.items()
            if text
        ]
    return lines


_THEIRS = Differs.THEIRS
