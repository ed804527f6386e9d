"""What was said and done, step by step, newest first: to be read, never to be changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from frontdesk.models.enums import ComplaintStep
from frontdesk.services.complaints.dto import CategoryTree, Part, Ticket, TicketEntry, field_name
from frontdesk.ui.complaints.facts_line import ElidedLabel
from frontdesk.ui.complaints.lines_area import LinesArea
from frontdesk.ui.complaints.wording import STEP_ICONS, said
from frontdesk.ui.kit import language, words
from frontdesk.ui.kit.labels import muted, plain, set_tip, sized, small
from frontdesk.ui.kit.sign import Sign
from frontdesk.ui.kit.tokens import BASE_POINTS, GAP, GRID, SMALL_POINTS

_SIGN = 18
_WORDS = "words"


class EntryList(LinesArea):
    """The entries of one ticket."""

    def __init__(self) -> None:
        super().__init__()
        self.area.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_entries(self, ticket: Ticket, tree: CategoryTree) -> None:
        """Show the entries of ``ticket``."""
        self.show_lines(
            [_Entry(entry, tree, self._round(ticket, entry)) for entry in reversed(ticket.entries)]
        )
        self.area.setAccessibleName(self.tr("What was said and done, newest first"))

    def _round(self, ticket: Ticket, entry: TicketEntry) -> str:
        if ticket.round == 1:
            return ""
        return self.tr("round {number}").format(number=entry.round)


class _Entry(QFrame):
    """One entry: step, who, when; beneath it what it says."""

    def __init__(self, entry: TicketEntry, tree: CategoryTree, round_: str) -> None:
        super().__init__()
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(Sign(STEP_ICONS[entry.step], "accent", _SIGN))
        title = sized(plain(words.word(entry.step)), BASE_POINTS, bold=True)
        head.addWidget(title)
        by = sized(ElidedLabel(), SMALL_POINTS)
        by.setProperty("look", "muted")
        by.setText(" · ".join(part for part in (entry.by, round_) if part))
        set_tip(by, by.text())
        head.addWidget(by)
        head.addStretch(1)
        when = small(words.near(entry.at))
        set_tip(when, words.when(entry.at))
        head.addWidget(when)
        grid = QGridLayout()
        grid.setContentsMargins(_SIGN + GAP, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addLayout(grid)
        lines = [f"{title.text()}, {entry.by}, {words.when(entry.at)}"]
        for row, part in enumerate(_shown(entry)):
            lines.append(self._line(grid, row, entry.step, part, tree))
        self.setAccessibleName("\n".join(lines))

    def _line(
        self, grid: QGridLayout, row: int, step: ComplaintStep, part: Part, tree: CategoryTree
    ) -> str:
        text = said(part.value, tree)
        value = plain(text, wrap=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if part.name == _WORDS:
            grid.addWidget(value, row, 0, 1, 2)
            return text
        name = field_name(step, part.name, language.current())
        grid.addWidget(muted(name), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(value, row, 1)
        return f"{name}: {text}"


def _shown(entry: TicketEntry) -> list[Part]:
    """The words of the registration stand above the list; they are not said twice."""
    if entry.step is not ComplaintStep.REGISTERED:
        return sorted(entry.parts, key=lambda part: part.name != _WORDS)
    kept = {"channel", "level", "category", "safety"}
    return [part for part in entry.parts if part.name in kept]
