"""A quiet line on Today: the forms one has begun and not saved; each opens where it was typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from frontdesk.services.unfinished import Unfinished
from frontdesk.ui.kit import words
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.page import Page, Place, Subject

_MOST = 20


class UnfinishedLine(Translated, QWidget):
    """Out of sight while there is nothing; a button that opens the list otherwise."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._kept: tuple[Unfinished, ...] = ()
        self.open = button(look="flat")
        self.open.setIcon(icon("note-pencil", "accent"))
        self.menu = QMenu(self)
        self.open.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.open)
        self.hide()

    def look(self) -> None:
        """Find out anew."""
        drafts = self._page.context.services.drafts
        self._page.run(drafts.unfinished, self.show_kept)

    def show_kept(self, kept: tuple[Unfinished, ...]) -> None:
        """Offer these."""
        self._kept = kept
        self.setVisible(bool(kept))
        self.retranslate()

    def retranslate(self) -> None:
        self.open.setText(self.tr("%n unfinished form(s)", "", len(self._kept)))
        self.menu.clear()
        for each in self._kept[:_MOST]:
            parts = (self._name(each.form), each.title, words.ago(each.saved_at))
            text = " · ".join(part for part in parts if part)
            action = self.menu.addAction(text.replace("&", "&&"))
            action.triggered.connect(partial(self._go, each))

    def _go(self, each: Unfinished, _: bool = False) -> None:
        place = place_of(each)
        if place is not None:
            self._page.context.navigate(place)

    def _name(self, form: str) -> str:
        names = {
            "customer": self.tr("Customer file"),
            "vehicle": self.tr("Car"),
            "customer_note": self.tr("Note"),
            "intake": self.tr("Intake"),
            "booking": self.tr("Appointment"),
            "visit_change": self.tr("Change of an order"),
            "visit_decline": self.tr("Leaves without the work"),
            "visit_words": self.tr("Words added"),
            "hand_over": self.tr("Hand-over"),
            "price": self.tr("Line of the price list"),
            "complaint": self.tr("Complaint"),
            "callback": self.tr("Callback"),
            "statistics": self.tr("Improvement measures"),
            "settings": self.tr("Settings"),
            "script": self.tr("Call script"),
            "call_list": self.tr("Call list"),
            "segment": self.tr("Segment"),
            "class_measures": self.tr("Measures of a class"),
            "routine": self.tr("Routine sheet"),
            "spot": self.tr("Spot check"),
        }
        if form.startswith("complaint.after."):
            return self.tr("Action or penalty")
        if form == "callbacks.absence":
            return self.tr("Days off")
        if form == "callbacks.from_paper":
            return self.tr("Call from paper")
        if form == "callbacks.conclusions":
            return self.tr("Conclusions")
        if form == "intake.new_car":
            return self.tr("New customer and car")
        if form == "complaint.incoming":
            return self.tr("Incoming call")
        return names.get(form.split(".", maxsplit=1)[0], form)


def place_of(kept: Unfinished) -> Place | None:  # noqa: PLR0912, PLR0915 - a line for each form
    """Where a kept form is gone on with."""
    form, record, customer = kept.form, kept.record_id, kept.customer_id
    match form.split("."):
        case ["customer"] | ["customer_note"]:
            place = Place("customers", record or None, "open" if record else "new")
        case ["customer", "background"]:
            place = Place("customers", record, "open", "background")
        case ["vehicle"] if kept.subject_id.startswith("new:"):
            place = Place("customers", record or None, "open" if record else "new")
        case ["vehicle"]:
            place = Place("customers", customer, "open", record)
        case ["intake", "new_car"]:
            place = Place("intake", None, "new_car")
        case ["intake"]:
            place = Place("intake", None, "new", Subject(customer, record))
        case ["booking"]:
            place = Place("intake", None, "book", Subject(customer, record))
        case ["visit_change" | "visit_decline" | "visit_words" | "hand_over"]:
            place = Place("intake", record, form)
        case ["complaint", "register"]:
            place = Place("complaints", None, "new", Subject(record))
        case ["complaint", "after", *act]:
            place = Place("complaints", record, ".".join(["after", *act]))
        case ["complaint", "incoming"]:
            place = Place("complaints", None, "incoming", kept.subject_id)
        case ["complaint", "step", step]:
            place = Place("complaints", record, f"step.{step}")
        case ["script"]:
            place = Place("settings", None, "scripts", kept.subject_id)
        case ["callbacks", "absence"]:
            place = Place("callbacks", None, "part.sharing")
        case ["callbacks", "from_paper"]:
            place = Place("callbacks", None, "part.paper")
        case ["callbacks", "conclusions"]:
            place = Place("callbacks", None, "part.report", kept.subject_id)
        case ["price"]:
            place = Place("intake", None, "part.prices")
        case ["call_list"]:
            place = Place("callbacks", None, "part.lists")
        case ["segment"]:
            place = Place("customers", None, "part.segments", kept.subject_id or None)
        case ["class_measures"]:
            place = Place("customers", None, "part.classes")
        case ["routine", *_]:
            place = Place("callbacks", None, "part.routine", record)
        case ["spot", *_]:
            place = Place("callbacks", None, "part.checks", record)
        case ["callback", *_]:
            place = Place("callbacks", record, "open")
        case ["statistics", *_]:
            place = Place("statistics", None, "open", kept.subject_id)
        case ["settings", "account"]:
            place = Place("settings", record or None, "staff")
        case ["settings", "rules", group]:
            place = Place("settings", None, f"rules.{group}")
        case ["settings", "categories"]:
            place = Place("settings", None, "categories")
        case ["settings", "profile"]:
            place = Place("settings", None, "dealership")
        case ["settings", "terms"]:
            place = Place("settings", None, "terms")
        case ["settings", "messages"]:
            place = Place("settings", None, "messages")
        case _:
            return None
    return place
