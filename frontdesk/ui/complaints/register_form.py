"""The form of a new complaint: the words first, the rest by keys."""

from __future__ import annotations

from dataclasses import fields

from frontdesk.clock import local
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

_REQUIRED = ("words", "channel", "category", "level")
_FACTS = tuple(each.name for each in fields(Facts))
_FACT_ROWS = 4
_OWN_LABELS = ("vehicle", "visit", "safety")


class RegisterForm(Translated, FormPanel):
    """Words and remedy at the left, the seven questions at the right, choices beneath."""

    def __init__(self) -> None:
        super().__init__()
        self._start: Start | None = None
        self.vehicle = self.add(ChoiceField("vehicle"), 0)
        self.visit = self.add(ChoiceField("visit", as_list=True), 0, 1)
        self.complainant = self.add(TextField("complainant"), 0, 2)
        self.words_ = self.add(MultilineField("words", lines=4), 1, rows=3)
        self.remedy = self.add(MultilineField("remedy", lines=2), 4, rows=2)
        for at, name in enumerate(_FACTS):
            self.add(TextField(name), 1 + at % _FACT_ROWS, 1 + at // _FACT_ROWS)
        self.phone = self.add(TextField("complainant_phone", max_length=40), 4, 2)
        self.about = self.add(ChoiceField("about", as_list=True), 5, 2)
        self.channel = self.add(
            ChoiceField("channel", ComplaintChannel, per_row=7, as_list=False), 6, span=3
        )
        self.category = self.add(CategoryField("category"), 7, span=3)
        self.level = self.add(ChoiceField("level", ComplaintLevel), 8, span=3)
        self.safety = self.add(CheckField("safety"), 9, span=3)
        self.add_stretch(10)
        self.retranslate()

    def begin(
        self,
        start: Start,
        tree: CategoryTree,
        channel: ComplaintChannel | None,
        vehicle_id: str | None,
        visit_id: str | None,
    ) -> None:
        """Empty the form for a complaint of ``start``'s customer; guesses are marked as such."""
        self._start = start
        self.category.set_tree(tree)
        self._offer(start)
        self.set_values({})
        visit = next((each for each in start.visits if each.id == visit_id), None)
        car = visit.vehicle_id if visit else vehicle_id
        if car is None and len(start.cars) == 1:
            car = start.cars[0].id
        self.vehicle.set_value(car)
        self.visit.set_value(visit_id)
        self.complainant.set_guess(start.customer, self.tr("The customer; change it if another"))
        if channel is not None:
            self.channel.set_value(channel)
        self.show_field("vehicle", bool(start.cars))
        self.show_field("visit", bool(start.visits))
        self.mark_saved()

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
            field.set_required(field.name in _REQUIRED)
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
        self.about.set_options([(person.id, person.name) for person in start.colleagues])


def _visit(visit: StartVisit) -> str:
    day = words.day(local(visit.arrived_at, words.clock()).date()) if visit.arrived_at else ""
    return " · ".join(part for part in (day, visit.number, visit.advisor) if part)


def _id(value: object) -> str | None:
    return str(value) if value else None
