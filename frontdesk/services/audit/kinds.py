"""Which acts are of which kind. Whatever is named in none changed a record."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from frontdesk.models.enums import ActKind
from frontdesk.store.seals import BACKWARD, RESTORED

NUMBERS_SEEN = ("customer.reveal_identity", "customer.reveal_phones", "phone.reveal")
"""Who saw which ID number or telephone."""

REFUSED = "account.refused"
"""Sign-ins that failed, told when someone has signed in."""

KINDS: Mapping[ActKind, tuple[str, ...]] = MappingProxyType(
    {
        ActKind.SEEN: (*NUMBERS_SEEN, "audit.view", "audit.verify", "evidence.view"),
        ActKind.PRINTED: (
            "account.print_recovery_sheet",
            "audit.print",
            "call_incentives.reprint",
            "call_summary.print",
            "call_summary.reprint",
            "callback.print",
            "callback.print_blank",
            "callback.print_day",
            "callback.print_sheet",
            "complaint.print",
            "complaint.review_print",
            "routine.print",
            "segment.print",
            "spot.print",
            "statistics.print",
            "statistics.reprint",
            "visit.print",
            "visit.print_blank",
            "visit.print_change",
            "visit.print_hand_over",
            "visits.print",
        ),
        ActKind.EXPORTED: (
            "audit.export",
            "call_summary.export",
            "complaint.proof",
            "customer.export",
            "evidence.export",
            "form.export",
            "segment.export",
            "statistics.export",
            "visits.export",
        ),
        ActKind.SIGNED_IN: ("account.sign_in", "account.recover", REFUSED),
        ActKind.SETTINGS: (
            "account.change",
            "account.change_password",
            "account.create",
            "account.new_recovery_sheet",
            "account.reset_password",
            "script.keep",
            "setting.change",
        ),
        ActKind.STORE: (
            BACKWARD,
            RESTORED,
            "backup.aside_delete",
            "backup.copy",
            "backup.make",
            "backup.prove",
        ),
    }
)
_KIND_OF = {action: kind for kind, actions in KINDS.items() for action in actions}


def kind_of(action: str) -> ActKind:
    """The kind of the act ``action``."""
    return _KIND_OF.get(action, ActKind.CHANGED)
