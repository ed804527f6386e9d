"""The form of a new complaint: the words first, the rest by keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from frontdesk.clock import local
from frontdesk.errors import UserError
from frontdesk.models.enums import ComplaintChannel, ComplaintLevel, ComplaintStep
from frontdesk.services.complaints.dto import (
    CategoryTree,
    Facts,
    RegisterComplaint,
    Start,
    StartVisit,
    field_name,
)
from frontdesk.ui.complaints.category_field import CategoryField
from frontdesk.ui.kit import language, words
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.fields import CheckField, MultilineField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.language import Translated

REQUIRED = ("words", "channel", "category", "level")
_FACTS = tuple(each.name for each in fields(Facts))
_OWN_LABELS = ("vehicle", "visit", "safety", "call")
_MASK = "*"
Places = Mapping[str, tuple[int, ...]]
WIDE: Places = {
    "vehicle": (0,),
    "visit": (0, 1),
    "complainant": (0, 2),
    "words": (1, 0, 1, 3),
    "remedy": (4, 0, 1, 2),
    **{name: (1 + at % 4, 1 + at // 4) for at, name in enumerate(_FACTS)},
    "complainant_phone": (4, 2),
    "about": (5, 2),
    "channel": (6, 0, 3),
    "category": (7, 0, 3),
    "level": (8, 0, 3),
    "safety": (9, 0, 3),
}
"""Where each field stands, as (row, column, columns, rows), in the order of speech."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a complaint is begun from: the customer, the groups, and what is known already."""

    start: Start
    tree: CategoryTree
    channel: ComplaintChannel | None = None
    vehicle_id: str | None = None
    visit_id: str | None = None


class RegisterForm(Translated, FormPanel):
    """Words and remedy at the left, the seven questions at the right, choices beneath."""

    def __init__(self, places: Places = WIDE, *, compact: bool = False) -> None:
        super().__init__()
        self._start: Start | None = None
        self.vehicle = ChoiceField("vehicle")
        self.visit = ChoiceField("visit", as_list=True)
        self.complainant = TextField("complainant")
        self.words_ = MultilineField("words", lines=places["words"][3] + 1)
        self.remedy = MultilineField("remedy", lines=2)
        facts = tuple(TextField(name) for name in _FACTS)
        self.phone = TextField("complainant_phone", max_length=40)
        self.about = ChoiceField("about", as_list=True)
        self.channel = ChoiceField("channel", ComplaintChannel, per_row=7, as_list=False)
        self.category = CategoryField("category", compact=compact)
        self.level = ChoiceField("level", ComplaintLevel)
        self.safety = CheckField("safety")
        first = (self.vehicle, self.visit, self.complainant, self.words_, self.remedy)
        last = (self.phone, self.about, self.channel, self.category, self.level, self.safety)
        for field in (*first, *facts, *last):
            self.add(field, *places[field.name])
        self.add_stretch(1 + max(row for row, *_ in places.values()))
        self.visit.changed.connect(self._offer_people)
        self.retranslate()

    def begin(self, begun: Beginning) -> None:
        """Empty the form for a complaint of its customer; guesses are marked as such."""
        self._start = start = begun.start
        self.category.set_tree(begun.tree.offered())
        self._offer(start)
        self.set_values({})
        visit = next((each for each in start.visits if each.id == begun.visit_id), None)
        car = visit.vehicle_id if visit else begun.vehicle_id
        if car is None and len(start.cars) == 1:
            car = start.cars[0].id
        self.vehicle.set_value(car)
        self.visit.set_value(begun.visit_id)
        self.complainant.set_guess(start.customer, self.tr("The customer; change it if another"))
        # A masked number is none: left empty, it stays with the file.
        self.phone.set_value(None if _MASK in start.phone else start.phone)
        if begun.channel is not None:
            self.channel.set_value(begun.channel)
        self.show_field("vehicle", bool(start.cars))
        self.show_field("visit", bool(start.visits))
        self.mark_saved()

    def about_what(self) -> tuple[str, str | None, str] | None:
        """Customer, car and category as far as they are chosen; ``None`` before it began."""
        if self._start is None or not self._start.customer_id:
            return None
        return self._start.customer_id, _id(self.vehicle.value()), self.category.typed()

    def let_go(self) -> None:
        """It is about nobody for now."""
        self._start = None

    def focus_words(self) -> None:
        """Go to the customer's words: whose complaint it is, is known."""
        self.words_.setFocus()

    def given(self) -> RegisterComplaint:
        """What is registered. Raises ``InputErrors``."""
        value = self.values()
        text = {name: str(value[name] or "") for name in ("words", "remedy", "complainant")}
        level, channel = value["level"], value["channel"]
        return RegisterComplaint(
            customer_id=self._start.customer_id if self._start else "",
            vehicle_id=_id(value["vehicle"]),
            visit_id=_id(value["visit"]),
            channel=channel if isinstance(channel, ComplaintChannel) else None,
            category=str(value["category"] or ""),
            level=level if isinstance(level, ComplaintLevel) else None,
            complainant_phone=str(value["complainant_phone"] or ""),
            safety=value["safety"] is True,
            about_staff_id=_id(value["about"]),
            facts=Facts(**{name: str(value[name] or "") for name in _FACTS}),
            **text,
        )

    def retranslate(self) -> None:
        speak = language.current()
        for field in self.fields():
            if field.name not in _OWN_LABELS:
                field.set_label(field_name(ComplaintStep.REGISTERED, field.name, speak))
            field.set_required(field.name in REQUIRED)
        self.vehicle.set_label(self.tr("Car"))
        self.visit.set_label(self.tr("Visit"))
        self.safety.set_label(self.tr("A matter of safety: the general manager is told at once"))
        self.words_.set_placeholder(self.tr("Word for word, as it is said"))
        if self._start is not None:
            self._offer(self._start)

    def _offer(self, start: Start) -> None:
        self.vehicle.set_options(
            [(car.id, " · ".join(p for p in (car.plate, car.model) if p)) for car in start.cars]
        )
        self.visit.set_options([(visit.id, _visit(visit)) for visit in start.visits])
        self._offer_people()

    def _offer_people(self) -> None:
        """Whom it may be about: whoever served the customer on the visit chosen stands first."""
        if self._start is None:
            return
        try:
            chosen = self.visit.value()
        except UserError:  # half typed: no visit yet
            return
        visit = next((each for each in self._start.visits if each.id == chosen), None)
        served = visit.advisor_id if visit is not None else ""
        people = sorted(self._start.colleagues, key=lambda person: person.id != served)
        self.about.set_options([(person.id, person.name) for person in people])


def _visit(visit: StartVisit) -> str:
    day = words.day(local(visit.arrived_at, words.clock()).date()) if visit.arrived_at else ""
    return " · ".join(part for part in (day, visit.number, visit.advisor) if part)


def _id(value: object) -> str | None:
    return str(value) if value else None
