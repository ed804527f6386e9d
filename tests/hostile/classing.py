"""Classes and segments: valid inputs, and where the text is read back."""

from __future__ import annotations

from frontdesk.models.enums import ValueClass
from frontdesk.services.classes.measures import SHIPPED
from frontdesk.services.segments.inputs import Criteria
from tests.hostile.house import House
from tests.hostile.sample import Sample

_WANTED = Criteria(model="S7", occupation="教师", region="44", address="南山", vehicle_class="SUV")


def set_class(house: House) -> Sample:
    classes = house.services.classes
    owner = house.make.customer()
    arguments = {"customer_id": owner, "value_class": ValueClass.A, "reason": "老客户"}
    return Sample(classes.set_class, arguments, lambda _: classes.of(owner))


def keep_measures(house: House) -> Sample:
    classes = house.services.classes
    return Sample(classes.keep_measures, {"given": SHIPPED}, lambda _: classes.measures())


def make(house: House) -> Sample:
    segments = house.services.segments
    arguments = {"name": "忠诚客户", "wanted": _WANTED}
    return Sample(segments.make, arguments, lambda _: segments.kept())


def change(house: House) -> Sample:
    segments = house.services.segments
    made = segments.make("忠诚客户", _WANTED)
    arguments = {"segment_id": made, "version": 1, "name": "忠诚客户", "wanted": _WANTED}
    return Sample(segments.change, arguments, lambda _: segments.kept())
