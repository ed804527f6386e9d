"""The one-screen intake: arrival, the customer's words, work, promise, read back."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt

from frontdesk.services.intake.inputs import Arrival, Fault, IntakeInput, Told
from frontdesk.services.intake.views import BroughtBy, Guesses, IntakeStart, VisitSheet
from frontdesk.ui.intake.fault_fields import FaultFields
from frontdesk.ui.intake.items_field import ItemsField
from frontdesk.ui.intake.phrase_help import PhraseHelp
from frontdesk.ui.intake.walk_field import WalkField
from frontdesk.ui.kit import words
from frontdesk.ui.kit.fields import (
    CheckField,
    DateTimeField,
    MultilineField,
    NumberField,
    TextField,
)
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.tokens import CONTROL_HEIGHT

_ARRIVAL = tuple(each.name for each in fields(Arrival))
_TOLD = tuple(each.name for each in fields(Told))
_NOTE = 1000
_BETWEEN = 6

SECTIONS = ("mileage_km", "words", "items", "promised_at")
"""Where F6 goes, in the order of speech."""

PHRASED = (
    *("damage", "belongings", "why", "when_happens", "where_happens"),
    *("what_happens", "how_shown", "reading"),
)
"""Fields whose words are offered again."""


class IntakeForm(Translated, FormPanel):
    """Fields are named as the inputs of the intake service."""

    def __init__(self) -> None:
        super().__init__()
        self._locked = False
        self.mileage = NumberField("mileage_km", unit="km", most=3_000_000)
        self.fuel = NumberField("fuel_eighths", unit="/ 8", most=8)
        self.damage = TextField("damage", max_length=_NOTE)
        self.belongings = TextField("belongings", max_length=_NOTE)
        self.brought_by = TextField("brought_by")
        self.phone = TextField("brought_by_phone", max_length=40)
        self.words = MultilineField("words", lines=4)
        self.reading = TextField("reading", max_length=_NOTE)
        self.walk = WalkField("marks")
        self.items = ItemsField(rows=1)
        self.promised = DateTimeField("promised_at")
        self.read_back = CheckField("read_back")
        self._build()
        typed = [self.field(name) for name in PHRASED]
        self.phrases = PhraseHelp([f for f in typed if isinstance(f, TextField)], self)
        for keys, ahead in (("F6", 1), ("Shift+F6", -1)):
            bind_key(self, keys, partial(self._section, ahead))
        self.retranslate()

    # a visit into the form, and back ------------------------------------------------------

    def begin(self, start: IntakeStart) -> None:
        """A new intake: empty but for what the program guesses."""
        self._show_last(start)
        self._lock(locked=False)
        self.walk.show_last(start.last_walk)
        self.items.set_usual(start.guesses.usual)
        self.fault.offer(start.repairs, Fault())
        self.set_values({})
        self._guess(start.guesses)
        self.mark_saved()

    def go_on(self, start: IntakeStart, sheet: VisitSheet) -> None:
        """An intake begun earlier, or an appointment that came true."""
        self._show_last(start)
        self._lock(locked=sheet.words_locked_at is not None)
        self.walk.show_last(sheet.last_walk)
        self.items.set_usual(start.guesses.usual)
        self.fault.offer(start.repairs, sheet.fault, sheet.repeat_of)
        values: dict[str, object] = {
            **{name: getattr(sheet.arrival, name) for name in _ARRIVAL},
            **{name: getattr(sheet.told, name) for name in _TOLD},
            "reading": sheet.reading,
            "marks": sheet.walk,
            "items": tuple(item.as_input() for item in sheet.items),
            "promised_at": sheet.promised_at,
            "read_back": sheet.read_back,
            **FaultFields.values(sheet.fault),
        }
        self.set_values(values)
        if sheet.arrived_at is None:
            self._guess(start.guesses)
        self.mark_saved()

    def given(self, blank: IntakeInput, *, agreed: bool) -> IntakeInput:
        """``blank`` with everything typed.

        Raises:
            InputErrors: what cannot be read.
        """
        typed = self.values()
        km, fuel = typed["mileage_km"], typed["fuel_eighths"]
        promised = typed["promised_at"]
        items = typed["items"]
        return replace(
            blank,
            arrival=Arrival(
                brought_by=_text(typed["brought_by"]),
                brought_by_phone=_text(typed["brought_by_phone"]),
                mileage_km=km if isinstance(km, int) else None,
                fuel_eighths=fuel if isinstance(fuel, int) else None,
                damage=_text(typed["damage"]),
                belongings=_text(typed["belongings"]),
            ),
            told=Told(**{name: _text(typed[name]) for name in _TOLD}),
            reading=_text(typed["reading"]),
            fault=FaultFields.given(typed),
            walk=self.walk.walk,
            items=items if isinstance(items, tuple) else (),
            promised_at=promised if isinstance(promised, datetime) else None,
            read_back=bool(typed["read_back"]),
            agreed=agreed,
        )

    def retranslate(self) -> None:
        texts = {
            "mileage_km": self.tr("Mileage"),
            "fuel_eighths": self.tr("Fuel"),
            "damage": self.tr("Damage seen"),
            "belongings": self.tr("Belongings"),
            "brought_by": self.tr("Brought by"),
            "brought_by_phone": self.tr("Telephone"),
            "words": self.tr("Own words"),
            "why": self.tr("Why"),
            "when_happens": self.tr("When"),
            "where_happens": self.tr("Where"),
            "who_drives": self.tr("Who"),
            "what_happens": self.tr("What"),
            "how_shown": self.tr("How"),
            "how_much": self.tr("How much"),
            "reading": self.tr("Our reading"),
            "marks": self.tr("Walk-around"),
            "items": self.tr("Work"),
            "promised_at": self.tr("Promised for"),
            "read_back": self.tr("Read back and confirmed"),
        }
        for name, text in texts.items():
            self.field(name).set_label(text)
        prompts = {
            "why": self.tr("What brings them here today"),
            "when_happens": self.tr("Since when, at what moment"),
            "where_happens": self.tr("Where on the car, on which road"),
            "who_drives": self.tr("Who drives"),
            "what_happens": self.tr("What happens"),
            "how_shown": self.tr("How it shows, what was tried"),
            "how_much": self.tr("What they expect to pay"),
            "reading": self.tr("What the advisor makes of it"),
            "damage": self.tr("Scratches, dents, glass"),
            "belongings": self.tr("What stays in the car"),
        }
        for name, text in prompts.items():
            field = self.field(name)
            if isinstance(field, TextField):
                field.set_placeholder(text)
        self.words.set_placeholder(self.tr("As the customer says it"))
        self.fault.retranslate()
        self._say_locked()

    # inside -----------------------------------------------------------------------------

    def _show_last(self, start: IntakeStart) -> None:
        """The last reading stands under the mileage while nothing else is to be said there."""
        if start.last_mileage_km is None:
            self.mileage.set_hint("")
            return
        last = self.tr("Last {km} km on {day}").format(
            km=words.number(start.last_mileage_km), day=words.day(start.last_mileage_on)
        )
        self.mileage.set_hint(last)

    def _build(self) -> None:
        self._grid.setVerticalSpacing(_BETWEEN)
        # What is guessed stands in one row, so that one line of hints is enough.
        self.add(self.mileage, 0, 0)
        self.add(self.brought_by, 0, 1)
        self.add(self.phone, 0, 2)
        self.add(self.fuel, 1, 0)
        self.add(self.damage, 1, 1)
        self.add(self.belongings, 1, 2)
        self.add(self.words, 2, 0, rows=4)
        for place, name in enumerate(_TOLD[1:]):
            self.add(TextField(name, max_length=_NOTE), 2 + place // 2, 1 + place % 2)
        self.add(self.reading, 5, 2)
        self.add(self.items, 6, 0, span=3)
        self.add_stretch(6)
        self.add(self.promised, 7, 0)
        self.add(self.read_back, 7, 1)
        self.fault = FaultFields(self, 7, 2)
        self.set_share(0, 2)
        self.add_apart(self.walk)
        # Room that is left goes to the work, not to the words.
        self.words.setMaximumHeight(4 * CONTROL_HEIGHT + 3 * _BETWEEN)

    def _lock(self, *, locked: bool) -> None:
        """Words that were read back are shown, and not changed any more."""
        self._locked = locked
        for name in (*_TOLD, "read_back"):
            self.field(name).set_read_only(locked)
        self._say_locked()

    def _say_locked(self) -> None:
        locked = self.tr("Read back and locked; add words in the visit")
        self.words.set_hint(locked if self._locked else "")

    def _guess(self, guesses: Guesses) -> None:
        if guesses.mileage_km is not None:
            self.mileage.set_guess(guesses.mileage_km, self.tr("Estimated; read the odometer"))
        why = {
            BroughtBy.LAST: self.tr("As last time"),
            BroughtBy.DRIVER: self.tr("The car's driver"),
            BroughtBy.OWNER: self.tr("The owner"),
        }[guesses.brought]
        if guesses.brought_by:
            self.brought_by.set_guess(guesses.brought_by, why)
        if guesses.brought_by_phone:
            self.phone.set_guess(guesses.brought_by_phone, why)
        if guesses.promised_at is not None and not self.promised.typed():
            self.promised.set_guess(guesses.promised_at, self.tr("A usual job; name the real time"))

    def _section(self, ahead: int) -> None:
        order = [field.name for field in self.fields()]
        at = next((f.name for f in self.fields() if f.isAncestorOf(self.focusWidget())), order[0])
        begun = [n for n, name in enumerate(SECTIONS) if order.index(name) <= order.index(at)]
        target = (begun[-1] + ahead) % len(SECTIONS)
        self.field(SECTIONS[target]).setFocus(Qt.FocusReason.TabFocusReason)


def _text(value: object) -> str:
    return "" if value is None else str(value)
