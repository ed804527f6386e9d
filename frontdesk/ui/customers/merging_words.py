"""What the fields and records of two files are called where they are merged."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from frontdesk.services.merging.dto import Following, Likeness


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("merging", text, None, count)


def field_title(name: str) -> str:
    """What a field of ``services.merging.fields`` is called."""
    titles = {
        "name": _tr("Name"),
        "kind": _tr("Kind"),
        "gender": _tr("Gender"),
        "identity_number": _tr("ID number or company code"),
        "birthday": _tr("Birthday"),
        "lunar": _tr("Lunar birthday"),
        "email": _tr("E-mail"),
        "wechat": _tr("WeChat"),
        "occupation": _tr("Occupation"),
        "education": _tr("Education"),
        "income_band": _tr("Income"),
        "ethnicity": _tr("Ethnicity"),
        "hobbies": _tr("Hobbies"),
        "employer": _tr("Employer"),
        "employer_address": _tr("Employer's address"),
        "address": _tr("Home address"),
        "source": _tr("Source"),
        "referrer": _tr("Referred by"),
        "member": _tr("Membership card"),
        "services_of_interest": _tr("Services of interest"),
        "usual_payment": _tr("Usual payment"),
        "preferred_channel": _tr("Preferred channel"),
        "preferred_hours": _tr("Preferred hours"),
        "specialist": _tr("CS specialist"),
        "own_class": _tr("Class set by hand"),
        "remarks": _tr("Remarks"),
        **_of_cars(),
    }
    return titles.get(name, name)


def _of_cars() -> dict[str, str]:
    return {
        "vin": _tr("VIN"),
        "plate": _tr("Plate"),
        "brand": _tr("Brand"),
        "model": _tr("Model"),
        "trim": _tr("Trim"),
        "vehicle_class": _tr("Vehicle class"),
        "colour": _tr("Colour"),
        "use": _tr("Use"),
        "engine_number": _tr("Engine number"),
        "gearbox_number": _tr("Gearbox number"),
        "sold_here": _tr("Sold here"),
        "consultant": _tr("Sales consultant"),
        "purchased_on": _tr("Purchased"),
        "delivered_on": _tr("Delivered"),
        "first_maintained": _tr("First maintenance"),
        "warranty": _tr("Warranty"),
        "insurance": _tr("Insurance"),
        "insured_here_since": _tr("Insured here since"),
        "inspection_due_on": _tr("Next inspection"),
        "inspected_here_since": _tr("Inspected here since"),
    }


def likeness(by: Likeness) -> str:
    """By what two files look alike."""
    return {
        Likeness.IDENTITY: _tr("Same ID number"),
        Likeness.PHONE_AND_NAME: _tr("Number and name"),
        Likeness.CAR: _tr("Same car"),
        Likeness.NAME_AND_ADDRESS: _tr("Same name and address"),
        Likeness.PHONE: _tr("Same number"),
    }[by]


def following(found: tuple[Following, ...]) -> str:
    """What goes over with the file, in one line."""
    counts = {each.kind: each.goes for each in found if each.goes}
    told: list[str] = []
    if cars := counts.pop("vehicle", 0):
        told.append(_tr("%n car(s)", cars))
    if visits := counts.pop("visit", 0):
        told.append(_tr("%n visit(s)", visits))
    if calls := counts.pop("callback", 0):
        told.append(_tr("%n call(s)", calls))
    if complaints := counts.pop("complaint", 0):
        told.append(_tr("%n complaint(s)", complaints))
    if notes := counts.pop("customer_note", 0):
        told.append(_tr("%n note(s)", notes))
    if phones := counts.pop("customer_phone", 0):
        told.append(_tr("%n telephone number(s)", phones))
    if rest := sum(counts.values()):
        told.append(_tr("%n further record(s)", rest))
    return " · ".join(told)
