"""Before a car is chosen: find it, choose among a customer's cars, or write down a new one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.models.values import plate
from frontdesk.services.intake.views import CarChoice
from frontdesk.ui.kit import words
from frontdesk.ui.kit.labels import button, muted, set_tip
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card, EmptyState, KeyHint
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.tokens import GAP, ROOM
from frontdesk.ui.shell.search_box import SearchBox

_WIDTH = 620


class StartPanel(Translated, QWidget):
    """``car_chosen`` carries a vehicle's id, ``new_asked`` what was typed and not found.

    ``blank_asked`` for an empty sheet on paper.
    """

    car_chosen = Signal(str)
    new_asked = Signal(str)
    blank_asked = Signal()

    def __init__(self, search: SearchBox) -> None:
        super().__init__()
        self.search = search
        self._at: datetime | None = None
        self.search.setMinimumHeight(44)
        sized_font = self.search.font()
        sized_font.setPointSizeF(13)
        self.search.setFont(sized_font)
        self.empty = EmptyState("car")
        self.card = Card()
        self.hint = muted(wrap=True)
        self.new = button()
        self.new.clicked.connect(lambda: self.new_asked.emit(self.search.text().strip()))
        self.blank = button(look="flat")
        self.blank.clicked.connect(self.blank_asked)
        bind_key(self, "Ctrl+P", self.blank_asked)
        self.cars: RecordTable[CarChoice] = RecordTable(
            "intake/cars", self._columns(), lambda car: car.vehicle_id, filterable=False
        )
        self.cars.activated.connect(self.car_chosen)
        self.cars.hide()
        self._build()
        self.retranslate()

    def offer_cars(self, cars: Sequence[CarChoice]) -> None:
        """The customer has several cars: ask which one stands outside."""
        self.cars.set_rows(cars)
        self.cars.show()
        self.empty.hide()
        self.cars.select_first()
        self.cars.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def reset(self) -> None:
        """Back to the bare question."""
        self.cars.hide()
        self.empty.show()
        self.ask_for(None)

    def ask_for(self, at: datetime | None) -> None:
        """Ask which car is to come at this moment; ``None``: which one stands outside."""
        self._at = at
        self.retranslate()

    def retranslate(self) -> None:
        asked = self.tr("Which car is it?")
        if self._at is not None:
            asked = self.tr("Which car comes on {when}?").format(when=words.near(self._at))
        self.card.set_title(asked)
        self.search.setPlaceholderText(self.tr("Plate, telephone, name or VIN"))
        self.search.setAccessibleName(self.tr("Find the car"))
        self.hint.setText(
            self.tr(
                "Any part will do: last digits of the plate or telephone, initials of the name."
            )
        )
        self.new.setText(self.tr("New customer and car"))
        self.blank.setText(self.tr("Blank sheet"))
        set_tip(self.blank, self.tr("An empty intake sheet on paper, for when the power is out"))
        self.empty.say(
            self.tr("Find the car that stands outside."),
            detail=self.tr("What matters now about car and customer appears with the form."),
        )
        self.cars.retranslate()

    def _build(self) -> None:
        self.card.setMaximumWidth(_WIDTH)
        self.card.add(self.search)
        self.card.add(self.hint)
        row = QHBoxLayout()
        row.addWidget(self.new)
        row.addWidget(KeyHint("Ctrl+N"))
        row.addStretch()
        row.addWidget(self.blank)
        row.addWidget(KeyHint("Ctrl+P"))
        self.card.body.addLayout(row)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.card, 8)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, ROOM, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(middle)
        column.addWidget(self.cars, 1)
        column.addWidget(self.empty, 1)

    def _columns(self) -> list[Column[CarChoice]]:
        return [
            Column(
                "plate",
                lambda: self.tr("Plate"),
                lambda car: car.plate,
                display=lambda car: plate.display(car.plate),
                width=140,
            ),
            Column("car", lambda: self.tr("Car"), lambda car: car.car, stretch=True),
            Column(
                "last",
                lambda: self.tr("Last visit"),
                lambda car: car.last_visit_on,
                display=lambda car: words.day(car.last_visit_on),
                width=140,
            ),
        ]
