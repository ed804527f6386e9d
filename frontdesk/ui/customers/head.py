"""The head of a file: who it is, what to mind, and what is done from here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.models.enums import CustomerKind
from frontdesk.models.values import plate
from frontdesk.services.customers.dto import CustomerFile
from frontdesk.ui.customers.class_line import ClassLine
from frontdesk.ui.kit import words
from frontdesk.ui.kit.emptied import empty_layout
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button, muted, plain, repolish, set_tip, sized
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import StatusChip
from frontdesk.ui.kit.tokens import GAP, TITLE_POINTS, Tone


class FileHead(Translated, QWidget):
    """Signals ask; the page does."""

    intake_asked = Signal()
    complaint_asked = Signal()
    reveal_asked = Signal()
    trail_asked = Signal()
    merge_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._file: CustomerFile | None = None
        self._new = False
        self._may_trail = self._may_merge = self._narrow = False
        self.name = sized(plain(), TITLE_POINTS, bold=True)
        self.facts = muted()
        self.facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.phones = plain()
        self._chips = QHBoxLayout()
        self._chips.setSpacing(GAP)
        self.intake = self._action("car", "primary")
        self.complaint = self._action("chat-centered-dots")
        self.reveal = self._action("eye")
        self.trail = self._action("fingerprint")
        self.merge = self._action("git-merge")
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.setSpacing(GAP)
        lower.setSpacing(16)
        upper.addWidget(self.name)
        upper.addLayout(self._chips)
        upper.addStretch(1)
        for each in (self.merge, self.trail, self.reveal, self.complaint, self.intake):
            upper.addWidget(each)
        lower.addWidget(self.phones)
        lower.addWidget(self.facts, 1)
        self.standing = ClassLine()
        lower.addWidget(self.standing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(upper)
        column.addLayout(lower)
        self.intake.clicked.connect(self.intake_asked)
        self.complaint.clicked.connect(self.complaint_asked)
        self.reveal.clicked.connect(self.reveal_asked)
        self.trail.clicked.connect(self.trail_asked)
        self.merge.clicked.connect(self.merge_asked)
        self.retranslate()

    def allow_trail(self, allowed: bool) -> None:
        """Whether this person may see who did what with the file."""
        self._may_trail = allowed
        self._show()

    def allow_merging(self, allowed: bool) -> None:
        """Whether this person may make one file of two."""
        self._may_merge = allowed
        self._show()

    def show_file(self, file: CustomerFile) -> None:
        """Show whose file it is."""
        self._file, self._new = file, False
        self._show()

    def show_new(self) -> None:
        """A file that is not kept yet."""
        self._file, self._new = None, True
        self._show()

    def set_narrow(self, narrow: bool) -> None:
        """Whether there is no room for words beside the keys of what is done less often."""
        if narrow is not self._narrow:
            self._narrow = narrow
            self.retranslate()

    def set_dirty(self, dirty: bool) -> None:
        """While something is typed, saving is the main act, not the intake."""
        look = "" if dirty else "primary"
        if self.intake.property("look") != look:
            self.intake.setProperty("look", look)
            self.intake.setIcon(icon("car", "muted" if dirty else "on_accent"))
            repolish(self.intake)

    def chips(self) -> list[str]:
        """The words of the badges shown."""
        items = (self._chips.itemAt(at) for at in range(self._chips.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [chip.text for chip in widgets if isinstance(chip, StatusChip)]

    def retranslate(self) -> None:
        for each, text, key, tip in (
            (self.intake, self.tr("Start intake"), "F6", self.tr("Begin a visit with this car")),
            (self.complaint, self.tr("Complaint"), "F7", self.tr("Register a complaint")),
            (self.reveal, self.tr("Show ID"), "F8", self.tr("Show the full ID number; noted")),
        ):
            each.setText(key if self._narrow and each is not self.intake else f"{text}  {key}")
            set_tip(each, tip)
            each.setAccessibleName(text)
            each.setAccessibleDescription(tip)
        # They are asked seldom, and a narrow window has no room for their words.
        for each, text, tip in (
            (
                self.trail,
                self.tr("Who saw it"),
                self.tr("Who saw this file's ID number and telephones, who changed it (Shift+F8)"),
            ),
            (
                self.merge,
                self.tr("Merge with…"),
                self.tr("This file and another one are the same customer's: merge them (Ctrl+M)"),
            ),
        ):
            each.setAccessibleName(text)
            set_tip(each, tip)
            each.setAccessibleDescription(tip)
        self._show()

    def _action(self, icon_name: str, look: str = "") -> QPushButton:
        made = button(look=look)
        made.setIcon(icon(icon_name, "on_accent" if look == "primary" else "muted"))
        return made

    def _show(self) -> None:
        empty_layout(self._chips)
        file = self._file
        for each in (self.intake, self.complaint, self.reveal):
            each.setVisible(file is not None)
        self.trail.setVisible(file is not None and self._may_trail)
        self.merge.setVisible(file is not None and self._may_merge)
        if file is None:
            self.name.setText(self.tr("New customer file") if self._new else "")
            self.phones.hide()
            new = self.tr("Ctrl+Enter saves customer and car together.")
            self.facts.setText(new if self._new else "")
            return
        self.reveal.setVisible(bool(file.identity_masked))
        self.name.setText(file.name)
        for tone, text in self._badges(file):
            self._chips.addWidget(StatusChip(tone, text))
        first = file.phones[0] if file.phones else None
        self.phones.setVisible(first is not None)
        whose = f"{words.word(first.owner)} " if first else ""
        self.phones.setText(f"{whose}{first.shown}" if first else "")
        self.facts.setText(" · ".join(self._facts(file)))
        set_tip(self.facts, self.facts.text())

    def _badges(self, file: CustomerFile) -> list[tuple[Tone, str]]:
        badges: list[tuple[Tone, str]] = []
        if file.open_complaints:
            text = self.tr("%n open complaint(s)", "", file.open_complaints)
            badges.append((Tone.ERROR, text))
        if file.do_not_call:
            badges.append((Tone.ERROR, self.tr("Do not call")))
        if any(line.wrong for line in file.phones):
            badges.append((Tone.WARN, self.tr("Wrong number")))
        if file.calls_due:
            badges.append((Tone.INFO, self.tr("%n call(s) due", "", file.calls_due)))
        if file.member_level:
            badges.append((Tone.OK, file.member_level))
        if file.kind is not CustomerKind.PERSON:
            badges.append((Tone.NEUTRAL, words.word(file.kind)))
        return badges

    def _facts(self, file: CustomerFile) -> list[str]:
        facts = [file.number]
        if file.last_visit_on is not None:
            facts.append(self.tr("Last visit {day}").format(day=words.day(file.last_visit_on)))
        facts.append(self.tr("%n visit(s)", "", file.visits))
        if file.specialist:
            facts.append(self.tr("Looked after by {name}").format(name=file.specialist))
        for car in file.former_cars[:1]:
            named = plate.display(car.plate) or car.model
            text = self.tr("Formerly {car}, until {day}")
            facts.append(text.format(car=named, day=words.day(car.until) if car.until else ""))
        return facts
