"""What a sheet of prices would change, before anything is kept."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox

from frontdesk.services.prices.dto import PricePreview
from frontdesk.ui.kit.errors import said
from frontdesk.ui.kit.labels import button, muted, plain
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.section import acts_row

_MOST_FAULTS = 12


class PreviewCard(Translated, Card):
    """Counts, rows at fault with their sentences, and whether the sheet is the whole list."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: PricePreview | None = None
        self.counts, self.faults = plain(wrap=True), muted(wrap=True)
        self.complete = QCheckBox()
        self.take, self.back = button(look="primary"), button(look="flat")
        for widget in (self.counts, self.faults, self.complete):
            self.add(widget)
        self.body.addLayout(acts_row(self.take, self.back))
        self.body.addStretch()
        self.retranslate()

    def show_preview(self, preview: PricePreview) -> None:
        """Show what the sheet holds."""
        self.shown = preview
        self.complete.setChecked(False)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("What this sheet changes"))
        self.take.setText(self.tr("Take the prices over"))
        self.back.setText(self.tr("Back"))
        preview = self.shown
        if preview is None:
            return
        self.counts.setText(
            self.tr(
                "{file}, sheet “{sheet}”: {new} new, {changed} changed, {same} as before."
            ).format(
                file=preview.path.name,
                sheet=preview.sheet,
                new=len(preview.new),
                changed=len(preview.changed),
                same=preview.same,
            )
        )
        self.complete.setText(
            self.tr("This is the whole list: retire the {count} it does not name").format(
                count=len(preview.missing)
            )
        )
        self.complete.setVisible(bool(preview.missing))
        lines = [
            self.tr("Row {row}: {why}").format(row=fault.row, why=" ".join(map(said, fault.said)))
            for fault in preview.faults[:_MOST_FAULTS]
        ]
        if preview.faults:
            head = self.tr("{count} row(s) cannot be taken and are left out:")
            lines.insert(0, head.format(count=len(preview.faults)))
        self.faults.setText("\n".join(lines))
        self.faults.setVisible(bool(lines))
        self.take.setEnabled(bool(preview.new or preview.changed or preview.missing))
