"""To whom a car goes, and on which day: somebody who has a file is found by typing."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from frontdesk.clock import today
from frontdesk.errors import UserError
from frontdesk.models.values import plate
from frontdesk.services.customers.dto import Car
from frontdesk.ui.customers.other_file import OtherFile
from frontdesk.ui.customers.small_window import SmallWindow
from frontdesk.ui.kit.fields import DateField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import muted, plain
from frontdesk.ui.kit.page import UiContext

_WIDTH = 560


class OwnerWindow(SmallWindow):
    """Enter hands the car to the customer found; Esc leaves all as it is."""

    moved = Signal()

    def __init__(self, parent: QWidget, context: UiContext, owner_id: str, car: Car) -> None:
        super().__init__(parent, context, FormPanel(), _WIDTH)
        self._car = car
        self.about = plain(wrap=True)
        self.other = OtherFile(context, self.form, "owner", owner_id)
        self.on = self.form.add(DateField("on"), 1)
        self.on.set_value(today(context.clock))
        self.hint = muted(wrap=True)
        self.lay_out(self.about, self.form, self.other.hits, self.hint)
        self.other.hits.doubleClicked.connect(lambda _: self.act())
        self.retranslate()
        self.other.field.setFocus()

    def retranslate(self) -> None:
        super().retranslate()
        named = " ".join(filter(None, (plate.display(self._car.plate), self._car.model)))
        self.setWindowTitle(self.tr("The car changed hands"))
        self.about.setText(
            self.tr(
                "{car} goes to another owner. Its history stays with the car; what is personal "
                "stays with the person, drivers too."
            ).format(car=named or self._car.vin)
        )
        self.other.field.set_label(self.tr("New owner"))
        self.other.field.set_placeholder(self.tr("Telephone, name or plate"))
        self.on.set_label(self.tr("On"))
        self.hint.setText(
            self.tr("For somebody without a file open one first (Ctrl+N), then come back.")
        )
        self.do.setText(self.tr("Hand over  Ctrl+Enter"))

    def act(self) -> None:
        """Hand the car over."""
        hit = self.other.hit()
        if hit is None:
            self.other.refuse(self.tr("Please find the new owner first."))
            return
        try:
            on = self.on.check()
        except UserError:
            self.on.setFocus()
            return
        day = on if isinstance(on, date) else None
        customers, new_owner = self.context.services.customers, hit.customer_id
        self.write(
            lambda: customers.take_over(self._car.id, new_owner, day),
            self.moved.emit,
        )
