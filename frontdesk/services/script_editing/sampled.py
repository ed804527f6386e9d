"""What a preview is read with: made-up values, as they would stand in a call. Pure."""

from __future__ import annotations

from datetime import date, timedelta

from frontdesk.language import Language
from frontdesk.services.desk import Profile
from frontdesk.services.scripts import Value
from frontdesk.texts.script_words import SAMPLE


def sample_values(
    profile: Profile, caller: str, today: date, language: Language
) -> dict[str, Value]:
    """A value for every field: of the dealership its own, the others made up."""
    known: dict[str, Value] = {name: text.in_(language) for name, text in SAMPLE.items()}
    return known | {
        "dealership": profile.name or None,
        "caller": caller,
        "visit_date": today - timedelta(days=2),
        "delivery_date": today - timedelta(days=3),
        "promised_time": f"{(today - timedelta(days=2)).isoformat()} 16:00",
        "service_phone": profile.service_phone or None,
        "booking_phone": profile.booking_phone or None,
        "rescue_phone": profile.rescue_phone or None,
    }
