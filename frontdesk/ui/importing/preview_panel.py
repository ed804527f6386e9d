"""What would be stored, what is at fault and why, what is left out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from frontdesk.models.enums import SheetColumn
from frontdesk.models.values import phone, plate
from frontdesk.services.exchange.cells import as_text
from frontdesk.services.exchange.rejected import reasons
from frontdesk.services.exchange.results import ImportPreview, PreviewRow
from frontdesk.ui.kit import language
from frontdesk.ui.kit.icons import tone_icon
from frontdesk.ui.kit.labels import plain, set_tone, small
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.state import UiState
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.table_model import Chip
from frontdesk.ui.kit.tokens import Tone
from frontdesk.ui.kit.words import day, word


@dataclass(frozen=True, slots=True)
class _Line:
    """A row that is not (or not without a second look) stored, as shown."""

    row: int
    tone: Tone
    kind: str
    why: str
    cells: str


class PreviewPanel(Translated, Card):
    """Three lists under tabs; the counts stand on the tabs."""

    def __init__(self, state: UiState, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._preview: ImportPreview | None = None
        self.good = RecordTable[PreviewRow](
            "import-good", self._good_columns(), lambda r: str(r.delivery.row), state=state
        )
        self.faults = RecordTable[_Line](
            "import-faults", self._fault_columns(), lambda r: str(r.row), state=state
        )
        self.others = RecordTable[_Line](
            "import-others", self._other_columns(), lambda r: f"{r.row}{r.kind}", state=state
        )
        self._first = small()
        self._whole = plain(wrap=True)
        set_tone(self._whole, Tone.ERROR)
        self.faults.selected.connect(self._show_whole)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.good, 1)
        column.addWidget(self._first)
        self.tabs.addTab(ground, "")
        for table in (self.faults, self.others):
            page = QWidget()
            beneath = QVBoxLayout(page)
            beneath.setContentsMargins(0, 8, 0, 0)
            beneath.addWidget(table, 1)
            if table is self.faults:
                beneath.addWidget(self._whole)
            self.tabs.addTab(page, "")
        self.body.addWidget(self.tabs, 1)
        self.retranslate()

    def show_preview(self, preview: ImportPreview) -> None:
        """Show what importing would do."""
        first_look = self._preview is None or self._preview.path != preview.path
        self._preview = preview
        self.good.set_rows(preview.rows)
        self._fill()
        if first_look:
            self.tabs.setCurrentIndex(1 if preview.faults and not preview.rows else 0)

    def retranslate(self) -> None:
        self.good.set_empty("tray", self.tr("No row can be stored yet."))
        self.faults.set_empty("check-circle", self.tr("No row is at fault."))
        self.others.set_empty("check-circle", self.tr("Nothing was left out."))
        self._fill()

    def _fill(self) -> None:
        preview = self._preview
        if preview is None:
            return
        spoken = language.current()
        self.faults.set_rows(
            [
                _Line(f.row, Tone.ERROR, "", reasons(f.errors, spoken), _joined(f.cells))
                for f in preview.faults
            ]
        )
        look, left = self.tr("Look again"), self.tr("Left out")
        self.faults.select_first()
        self._show_whole()
        self.others.set_rows(
            [
                _Line(n.row, Tone.WARN, look, reasons([n.warning], spoken), "")
                for n in preview.notices
            ]
            + [_Line(s.row, Tone.NEUTRAL, left, "", s.text) for s in preview.skipped]
        )
        stored = preview.created + preview.updated
        others = len(preview.notices) + len(preview.skipped)
        self.tabs.setTabText(0, self.tr("To be stored ({count})").format(count=f"{stored:,}"))
        self.tabs.setTabText(1, self.tr("At fault ({count})").format(count=f"{preview.rejected:,}"))
        self.tabs.setTabText(2, self.tr("Also ({count})").format(count=f"{others:,}"))
        self.tabs.setTabIcon(1, tone_icon(Tone.ERROR if preview.rejected else Tone.OK))
        shown = len(preview.rows)
        self._first.setVisible(shown < stored)
        text = self.tr("The first {shown} of {all} rows are shown.")
        self._first.setText(text.format(shown=f"{shown:,}", all=f"{stored:,}"))

    def _show_whole(self) -> None:
        """The chosen row's reasons in full length."""
        line = self.faults.current()
        self._whole.setText(line.why if line is not None else "")

    def _good_columns(self) -> list[Column[PreviewRow]]:
        def named(column: SheetColumn) -> str:
            return word(column)

        return [
            Column("row", lambda: self.tr("Row"), lambda r: r.delivery.row, width=56),
            Column(
                "new",
                lambda: self.tr("Car"),
                lambda r: r.is_new,
                chip=lambda r: (
                    Chip(Tone.OK, self.tr("new"), "plus-circle")
                    if r.is_new
                    else Chip(Tone.INFO, self.tr("known"), "arrows-clockwise")
                ),
                width=92,
            ),
            Column("name", lambda: named(SheetColumn.NAME), lambda r: r.delivery.name),
            Column(
                "phone",
                lambda: named(SheetColumn.PHONE),
                lambda r: ", ".join(map(phone.display, r.delivery.phones)),
                width=124,
            ),
            Column(
                "plate",
                lambda: named(SheetColumn.PLATE),
                lambda r: plate.display(r.delivery.plate) if r.delivery.plate else None,
                width=116,
            ),
            Column("vin", lambda: named(SheetColumn.VIN), lambda r: r.delivery.vin, width=188),
            Column(
                "delivered",
                lambda: named(SheetColumn.DELIVERED_ON),
                lambda r: r.delivery.delivered_on,
                display=lambda r: day(r.delivery.delivered_on),
                width=112,
            ),
            Column("model", lambda: named(SheetColumn.MODEL), lambda r: r.delivery.model),
            Column(
                "insurance",
                lambda: named(SheetColumn.INSURANCE_ENDS_ON),
                lambda r: r.delivery.insurance_ends_on,
                width=112,
            ),
            Column(
                "consultant",
                lambda: named(SheetColumn.SALES_CONSULTANT),
                lambda r: r.delivery.sales_consultant,
            ),
            Column("remarks", lambda: named(SheetColumn.REMARKS), lambda r: r.delivery.remarks),
        ]

    def _fault_columns(self) -> list[Column[_Line]]:
        return [
            Column("row", lambda: self.tr("Row"), lambda r: r.row, width=56),
            Column(
                "why",
                lambda: self.tr("What to mend"),
                lambda r: r.why,
                display=lambda r: r.why.replace("\n", "  "),
                tone=lambda r: r.tone,
                tip=lambda r: r.why,
                width=420,
            ),
            Column("cells", lambda: self.tr("As in the sheet"), lambda r: r.cells, stretch=True),
        ]

    def _other_columns(self) -> list[Column[_Line]]:
        return [
            Column("row", lambda: self.tr("Row"), lambda r: r.row, width=56),
            Column(
                "kind",
                lambda: self.tr("Kind"),
                lambda r: r.kind,
                chip=lambda r: Chip(r.tone, r.kind),
                width=120,
            ),
            Column(
                "text",
                lambda: self.tr("What it says"),
                lambda r: r.why or r.cells,
                display=lambda r: (r.why or r.cells).replace("\n", "  "),
                stretch=True,
            ),
        ]


def _joined(cells: tuple[object, ...]) -> str:
    texts = (" ".join(as_text(cell).split()) for cell in cells)  # type: ignore[arg-type]
    return " | ".join(text[:60] for text in texts if text)
