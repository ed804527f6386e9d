"""An open visit as it stands: words, arrival, work, changes, and how it ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.models.enums import AskedHow
from frontdesk.models.values import phone
from frontdesk.services.intake.inputs import Told
from frontdesk.services.intake.sums import charged_by
from frontdesk.services.intake.views import AddedWords, ChangeEntry, VisitSheet
from frontdesk.ui.intake.facts import Fact, Facts
from frontdesk.ui.intake.outline_view import said_of
from frontdesk.ui.intake.photos_panel import PhotosPanel
from frontdesk.ui.intake.sum_line import shares
from frontdesk.ui.intake.work_lines import WorkLines
from frontdesk.ui.kit import words
from frontdesk.ui.kit.emptied import empty_layout
from frontdesk.ui.kit.labels import muted, plain, sized
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.tokens import GAP, ROOM, SECTION_POINTS


class VisitFacts(Translated, QScrollArea):
    """For reading only."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet: VisitSheet | None = None
        self.words = sized(plain(wrap=True), SECTION_POINTS)
        self.added = plain(wrap=True)
        self.photos = PhotosPanel(may_add=False)
        self.told, self.arrival, self.promise = Facts(), Facts(2), Facts(2)
        self.words_card, self.arrival_card, self.work_card = Card(), Card(), Card()
        self.changes_card, self.end_card = Card(), Card()
        self.end = Facts(2)
        self.work = WorkLines()
        self.changes = QVBoxLayout()
        self.changes.setSpacing(GAP)
        self._build()
        self.retranslate()

    def show_sheet(self, sheet: VisitSheet) -> None:
        """Show another visit, or the same one as it is now."""
        self._sheet = sheet
        self._fill()

    def retranslate(self) -> None:
        self.words_card.set_title(self.tr("In the customer's words"))
        self.arrival_card.set_title(self.tr("On arrival"))
        self.work_card.set_title(self.tr("Work and promise"))
        self.changes_card.set_title(self.tr("Changes since the agreement"))
        self.end_card.set_title(self.tr("How it ended"))
        self._fill()

    # inside -----------------------------------------------------------------------------

    def _build(self) -> None:
        self.words_card.add(self.words)
        self.words_card.add(self.added)
        self.words_card.add(self.told)
        self.arrival_card.add(self.arrival)
        self.arrival_card.add(self.photos)
        self.work_card.add(self.work)
        self.work_card.add(self.promise)
        self.changes_card.body.addLayout(self.changes)
        self.end_card.add(self.end)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in (
            (left, (self.words_card, self.arrival_card)),
            (right, (self.work_card, self.changes_card, self.end_card)),
        ):
            column.setSpacing(ROOM - 4)
            for card in cards:
                card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
                column.addWidget(card)
            column.addStretch()
        ground = QWidget()
        ground.setProperty("look", "ground")
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ROOM - 4)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        self.setWidget(ground)

    def _fill(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        self.words.setText(sheet.told.words or self.tr("Nothing was written down."))
        self._show_added(sheet.added)
        self.told.show_facts(self._told(sheet))
        self.arrival.show_facts(self._arrival(sheet))
        self.work.show_items(sheet.items)
        self.promise.show_facts(self._promise(sheet))
        self._show_changes(sheet.changes)
        ended = self._end(sheet)
        self.end.show_facts(ended)
        self.end_card.setVisible(any(value for _, value in ended))

    def _told(self, sheet: VisitSheet) -> list[Fact]:
        names = {
            "why": self.tr("Why"),
            "when_happens": self.tr("When"),
            "where_happens": self.tr("Where"),
            "who_drives": self.tr("Who"),
            "what_happens": self.tr("What"),
            "how_shown": self.tr("How"),
            "how_much": self.tr("How much"),
        }
        texts = {each.name: getattr(sheet.told, each.name) for each in fields(Told)}
        said = [(label, texts[name]) for name, label in names.items()]
        return [*said, (self.tr("Our reading"), sheet.reading)]

    def _show_added(self, added: Sequence[AddedWords]) -> None:
        """What was said after the words were locked, each with its time and who wrote it."""
        lines = [
            self.tr("Added {at} ({by}): {words}").format(
                at=words.near(each.at), by=each.by, words=each.words
            )
            for each in added
        ]
        self.added.setText("\n".join(lines))
        self.added.setVisible(bool(lines))

    def _arrival(self, sheet: VisitSheet) -> list[Fact]:
        seen = sheet.arrival
        number = phone.display(seen.brought_by_phone) if seen.brought_by_phone else ""
        brought = " ".join(part for part in (seen.brought_by, number) if part)
        km = "" if seen.mileage_km is None else f"{words.number(seen.mileage_km)} km"
        fuel = "" if seen.fuel_eighths is None else f"{seen.fuel_eighths}/8"
        return [
            (self.tr("Arrived"), words.near(sheet.arrived_at) if sheet.arrived_at else ""),
            (self.tr("Booked for"), words.near(sheet.booked_for) if sheet.booked_for else ""),
            (self.tr("Mileage"), km),
            (self.tr("Fuel"), fuel),
            (self.tr("Brought by"), brought),
            (self.tr("Advisor"), sheet.advisor),
            (self.tr("Damage seen"), seen.damage),
            (self.tr("Walk-around"), "\n".join(map(said_of, sheet.walk.marks))),
            (self.tr("Warning lamps"), " ".join(map(words.word, sheet.walk.lamps))),
            (self.tr("Belongings"), seen.belongings),
            (self.tr("Fault of"), words.word(sheet.fault.defect) if sheet.fault.defect else ""),
            (self.tr("Safety"), self.tr("serious") if sheet.fault.safety_fault else ""),
            (self.tr("Repeats"), sheet.repeat_of),
        ]

    def _promise(self, sheet: VisitSheet) -> list[Fact]:
        promised = words.near(sheet.promised_at) if sheet.promised_at else ""
        agreed = words.near(sheet.agreed_at) if sheet.agreed_at else ""
        return [
            (self.tr("Estimate"), words.money(sheet.estimate_total) if sheet.items else ""),
            (self.tr("Promised for"), promised),
            (self.tr("Agreed at"), agreed),
            (self.tr("Printed"), self.tr("%n time(s)", "", sheet.prints) if sheet.prints else ""),
        ]

    def _end(self, sheet: VisitSheet) -> list[Fact]:
        km = sheet.next_maintenance_km
        upcoming = " / ".join(
            part
            for part in (
                words.day(sheet.next_maintenance_on) if sheet.next_maintenance_on else "",
                f"{words.number(km)} km" if km else "",
            )
            if part
        )
        paid = words.money(sheet.actual_total) if sheet.actual_total is not None else ""
        if paid and (each := shares(charged_by(sheet.items))):
            paid = f"{paid} ({' · '.join(each)})"
        return [
            (self.tr("Not repaired because"), sheet.declined_reason),
            (self.tr("Charged"), paid),
            (self.tr("Paid by"), words.word(sheet.pay_method) if sheet.pay_method else ""),
            (self.tr("Customer was"), words.word(sheet.satisfaction) if sheet.satisfaction else ""),
            (self.tr("Replaced parts"), sheet.replaced_parts),
            (self.tr("Advice"), sheet.advice),
            (self.tr("Next maintenance"), upcoming),
        ]

    def _show_changes(self, changes: Sequence[ChangeEntry]) -> None:
        empty_layout(self.changes)
        self.changes_card.setVisible(bool(changes))
        for change in changes:
            self.changes.addWidget(plain(self._changed(change), wrap=True))
            self.changes.addWidget(muted(self._asked(change), wrap=True))

    def _changed(self, change: ChangeEntry) -> str:
        parts = [change.what]
        if change.total_before != change.total_after:
            parts.append(f"{words.money(change.total_before)} → {words.money(change.total_after)}")
        if change.promised_before != change.promised_after:
            before, after = words.near(change.promised_before), words.near(change.promised_after)
            parts.append(f"{before} → {after}")
        return "  ·  ".join(parts)

    def _asked(self, change: ChangeEntry) -> str:
        how = change.asked_how
        shown = words.word(AskedHow(how)) if how in set(AskedHow) else how
        answer = self.tr("agreed") if change.agreed else self.tr("did not agree")
        return self.tr("{when}, {by}: {why}. {whom} was asked ({how}) and {answer}.").format(
            when=words.near(change.at),
            by=change.by,
            why=change.why,
            whom=change.asked_whom,
            how=shown,
            answer=answer,
        )
