"""Classes: how many customers are in each, who was lost and won back, what is done for each."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.models.enums import ValueClass
from frontdesk.services.classes.dto import Churn, ClassFigures, Measures
from frontdesk.services.classes.measures import FORM, LONGEST
from frontdesk.services.classes.night import Classed
from frontdesk.services.desk import Change
from frontdesk.services.permissions import Permission
from frontdesk.ui.customers.class_line import CLASS_TONES
from frontdesk.ui.kit import words
from frontdesk.ui.kit.fields import TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button, muted, plain
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.panels import Card, StatusChip
from frontdesk.ui.kit.section import Section, Title
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.tokens import GAP, ROOM, Tone


class ClassesSection(Section):
    """Ctrl+Enter keeps the measures, F5 goes over everybody now."""

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self._service = context.services.classes
        self._may = context.services.desk.may(Permission.CLASSIFY_CUSTOMERS)
        self._found: ClassFigures | None = None
        self._seen: Measures | None = None
        self._busy = False
        self.chips = {each: StatusChip(CLASS_TONES[each], "") for each in ValueClass}
        self.badges = muted(wrap=True)
        self.since = muted()
        self.now = button()
        self.months: RecordTable[Churn] = RecordTable(
            "customers/churn",
            self._columns(),
            lambda row: row.month.isoformat(),
            state=context.state,
            filterable=False,
            footer=False,
        )
        self.formula = muted(wrap=True)
        self.form = FormPanel()
        self._fields = {
            name: self.form.add(TextField(name, max_length=LONGEST), at)
            for at, name in enumerate(Measures.__dataclass_fields__)
        }
        self.card = Card()
        self.keep = button(look="primary")
        self.hint = plain(wrap=True)
        self.heading.hide()  # the bar above names the part
        self._build()
        self._keeper = self.keep_drafts(self.form, FORM)
        self.form.set_read_only(not self._may)
        self.form.save_requested.connect(self.save)
        self.form.last_entered.connect(self.keep.setFocus)
        self.keep.clicked.connect(self.save)
        self.now.clicked.connect(self.over_all)
        bind_key(self, "F5", self.over_all)
        self.retranslate()

    # what a section answers ---------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        if not changes or changes & {Change.CUSTOMERS, Change.VISITS}:
            self.run(self._service.figures, self._show_figures)
        if (not changes or Change.SETTINGS in changes) and not self.has_unsaved():
            self.run(self._service.measures, self._show_measures)

    def has_unsaved(self) -> bool:
        return self._may and self.form.has_changes()

    def focus_first(self) -> None:
        if self._may:
            self.form.focus_first()
        else:
            self.months.setFocus()

    def retranslate(self) -> None:
        super().retranslate()
        self.now.setText(self.tr("Compute now  F5"))
        self.keep.setText(self.tr("Keep  Ctrl+Enter"))
        self.card.set_title(self.tr("What is done for each class"))
        self.hint.setText(self.tr("The reception reads this when a car of the class is found."))
        self.formula.setText(
            self.tr(
                "Churn = lost in the month / active at its start. Not since = of those who came in "
                "the same month a year before, who have not come since."
            )
        )
        self.months.set_empty("chart-bar", self.tr("Nothing to be counted yet."))
        for name, field in self._fields.items():
            letter, _, tail = name.partition("_")
            language = self.tr("Chinese") if tail == "zh" else self.tr("English")
            field.set_label(f"{letter.upper()} {language}")
        self._say_figures()

    # acts ---------------------------------------------------------------------------------

    def over_all(self) -> None:
        """Go over everybody now; it is done each day by itself."""
        if not self._may or self._busy:
            return
        self._busy = True
        self.now.setEnabled(False)

        def done(found: Classed | None) -> None:
            self._rest()
            if found is not None:
                self.notice(Tone.OK, self.tr("%n customer(s) changed.", "", found.changed))

        def failed(error: Exception) -> None:
            self._rest()
            self.refuse(error, self.form)

        self.run(self._service.over_all, done, failed, kind="long")

    def save(self) -> None:
        """Keep what is done for each class."""
        if not self._may or self._busy:
            return
        self.form.clear_errors()
        given = Measures(**{name: field.typed() for name, field in self._fields.items()})
        seen = self._seen

        def done(kept: Measures) -> None:
            self._show_measures(kept)
            self.notice(Tone.OK, self.tr("Kept."))

        self.save_typed(
            self.form, self._keeper, lambda: self._service.keep_measures(given, seen), done
        )

    # inside -------------------------------------------------------------------------------

    def _rest(self) -> None:
        self._busy = False
        self.now.setEnabled(True)

    def _show_measures(self, measures: Measures) -> None:
        self._seen = measures
        with self._keeper.filling():
            self.form.set_values(asdict(measures))
        self._keeper.offer()

    def _show_figures(self, found: ClassFigures) -> None:
        self._found = found
        self.months.set_rows(found.months)
        self._say_figures()

    def _say_figures(self) -> None:
        found = self._found
        if found is None:
            return
        counts = dict(found.classes)
        for each, chip in self.chips.items():
            chip.show_status(CLASS_TONES[each], f"{words.word(each)}  {counts.get(each, 0):,}")
        held = [f"{words.word(badge)} {count:,}" for badge, count in found.badges if count]
        lost = self.tr("%n lost", "", found.lost)
        self.badges.setText("  ·  ".join([lost, *held]))
        day = words.day(found.on) if found.on else "–"
        self.since.setText(self.tr("As of {day}").format(day=day))

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for chip in self.chips.values():
            row.addWidget(chip)
        row.addStretch(1)
        row.addWidget(self.since)
        row.addWidget(self.now)
        column.addLayout(row)
        column.addWidget(self.badges)
        column.addWidget(self.months, 1)
        column.addWidget(self.formula)
        self.card.add(self.hint)
        self.card.add(self.form)
        lower = QHBoxLayout()
        lower.addWidget(self.keep)
        lower.addStretch(1)
        self.card.body.addLayout(lower)
        self.card.body.addStretch(1)
        whole = QHBoxLayout()
        whole.setSpacing(ROOM)
        whole.addWidget(left, 7)
        whole.addWidget(self.card, 5)
        self.body.addLayout(whole, 1)
        self.keep.setVisible(self._may)
        self.now.setVisible(self._may)

    def _columns(self) -> tuple[Column[Churn], ...]:
        return (
            Column(
                "month",
                lambda: self.tr("Month"),
                lambda row: row.month,
                display=lambda row: f"{row.month:%Y-%m}",
                stretch=True,
            ),
            Column("active", lambda: self.tr("Active"), lambda row: row.active, width=80),
            Column("lost", lambda: self.tr("Lost"), lambda row: row.lost, width=70),
            Column(
                "churn",
                lambda: self.tr("Churn"),
                lambda row: _share(row.lost, row.active),
                display=lambda row: _percent(row.lost, row.active),
                width=80,
            ),
            Column("back", lambda: self.tr("Won back"), lambda row: row.won_back, width=92),
            Column("seen", lambda: self.tr("A year before"), lambda row: row.seen, width=124),
            Column("gone", lambda: self.tr("Not since"), lambda row: row.not_since, width=92),
            Column(
                "share",
                lambda: self.tr("Share"),
                lambda row: _share(row.not_since, row.seen),
                display=lambda row: _percent(row.not_since, row.seen),
                width=80,
            ),
        )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _percent(part: int, whole: int) -> str:
    """A share; a dash where nothing was counted."""
    return f"{part / whole:.1%}" if whole else "–"
