"""Who sees a telephone number whole. ID numbers are masked for everyone until they are revealed."""

from __future__ import annotations

from frontdesk.models.values import phone
from frontdesk.services.desk import Desk
from frontdesk.services.permissions import Permission


def sees_phones(desk: Desk) -> bool:
    """Whether the signed-in person's roles need telephone numbers."""
    return desk.may(Permission.SEE_PHONES)


def shown_phone(desk: Desk, number: str | None) -> str:
    """A stored number as this person may see it; '' where there is none."""
    if not number:
        return ""
    return phone.display(number) if sees_phones(desk) else phone.masked(number)
