"""One file: its head, a tab for the customer, one for each car, one for what is asked once.

The past stands at the right.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from frontdesk.models.values import plate
from frontdesk.services.customers.dto import Car, CustomerFile
from frontdesk.ui.customers.background_form import BackgroundForm
from frontdesk.ui.customers.customer_form import CustomerForm
from frontdesk.ui.customers.head import FileHead
from frontdesk.ui.customers.past import Past
from frontdesk.ui.customers.vehicle_form import VehicleForm
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button, muted, set_tip, set_tone
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card
from frontdesk.ui.kit.tokens import GAP, ROOM, Tone

_PAST_WIDTH = 296
_ROOM_FOR_BOTH = 900
_FORM_SHARE, _PAST_SHARE = 3, 2
_WIDEST = 16_777_215
"""Qt's own limit: none."""
_POLICY = QSizePolicy.Policy
CUSTOMER_TAB = 0
BACKGROUND = "background"
"""In the place of a car's id: the tab of what is asked once."""


class FilePane(Translated, QWidget):
    """Builds and shows; signals ask.

    The tabs are the customer, the cars in order, the background, and last a car to be added.
    """

    save_asked = Signal()
    discard_asked = Signal()
    tab_shown = Signal()
    owner_asked = Signal()
    form_made = Signal(object)

    def __init__(self, *, may_edit: bool) -> None:
        super().__init__()
        self._may_edit = may_edit
        self._file: CustomerFile | None = None
        self.head = FileHead()
        self.past = Past()
        self.customer = CustomerForm()
        self.background = BackgroundForm()
        self.new_car = VehicleForm()
        self._car_forms: list[VehicleForm] = []
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._forms = QStackedWidget()
        self._bar = QWidget()
        self.save = button(look="primary")
        self.discard = button(look="flat")
        self.owner = button(look="flat")
        self._unsaved = muted()
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        set_tone(self._unsaved, Tone.WARN)
        self._build()
        self._arrange(narrow=False)
        for form in (self.customer, self.background, self.new_car):
            self._take_in(form)
        self.tabs.currentChanged.connect(self._turn)
        self.save.clicked.connect(self.save_asked)
        self.discard.clicked.connect(self.discard_asked)
        self.owner.clicked.connect(self.owner_asked)
        self.retranslate()
        self.show_dirty()

    # content ----------------------------------------------------------------------------

    def show_file(
        self, file: CustomerFile, car_id: str | None = None, *, keep_typed: bool = False
    ) -> None:
        """Show a kept file at the tab of ``car_id`` (or ``BACKGROUND``), else at the customer.

        Nothing counts as typed, unless what was typed into the same file is to stay.
        """
        typed = {self._key(form): form.changes() for form in self.forms()} if keep_typed else {}
        asked_once = self._file is not None and self.form() is self.background and not car_id
        stays = asked_once and self._file is not None and self._file.id == file.id
        self._file = file
        self.head.show_file(file)
        self.customer.show_file(file)
        self.background.show_file(file)
        self.new_car.begin()
        while len(self._car_forms) < len(file.cars):
            form = VehicleForm()
            self._car_forms.append(form)
            self._take_in(form)
            self.form_made.emit(form)
        for form, car in zip(self._car_forms, file.cars, strict=False):
            form.show_car(car, file.kind)
        asked = stays or car_id == BACKGROUND
        otherwise = 1 + len(file.cars) if asked else CUSTOMER_TAB
        at = next((n for n, car in enumerate(file.cars, start=1) if car.id == car_id), otherwise)
        self._name_tabs(at)
        for each in self.forms():
            each.set_typed(typed.get(self._key(each), {}))
        self.past.show()
        self.show_dirty()

    def show_new(self) -> None:
        """A file that is not kept yet, with a car to come along."""
        self._file = None
        self.head.show_new()
        self.customer.begin()
        self.new_car.begin()
        self.past.show_entries(())
        self.past.hide()
        self._name_tabs(CUSTOMER_TAB)
        self.show_dirty()

    @property
    def file(self) -> CustomerFile | None:
        """The file shown; ``None`` while it is a new one."""
        return self._file

    def form(self) -> FormPanel:
        """The form of the tab shown."""
        return self._form_at(self.tabs.currentIndex())

    def forms(self) -> list[FormPanel]:
        """The forms of all tabs in order."""
        return [self._form_at(at) for at in range(self.tabs.count())]

    def car(self) -> Car | None:
        """The car of the tab shown, or the only one."""
        form = self.form()
        if isinstance(form, VehicleForm) and form.car is not None:
            return form.car
        cars = self._file.cars if self._file is not None else ()
        return cars[0] if len(cars) == 1 else None

    def car_id(self) -> str | None:
        """The id of the car whose tab is shown."""
        form = self.form()
        return form.car.id if isinstance(form, VehicleForm) and form.car is not None else None

    def show_form(self, form: FormPanel) -> None:
        """Bring the tab of ``form`` to the front."""
        self.tabs.setCurrentIndex(self.forms().index(form))

    def is_dirty(self) -> bool:
        """Whether any tab holds something typed that is not saved."""
        return any(form.has_changes() for form in self.forms())

    def show_dirty(self) -> None:
        """Show or hide the bar that saves."""
        dirty = self._may_edit and self.is_dirty()
        self._bar.setVisible(dirty)
        self.head.set_dirty(dirty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(narrow=event.size().width() < _ROOM_FOR_BOTH)

    def retranslate(self) -> None:
        self.save.setText(self.tr("Save  Ctrl+Enter"))
        self.discard.setText(self.tr("Discard what was typed"))
        self.owner.setText(self.tr("Changed hands  Ctrl+H"))
        self._unsaved.setText(self.tr("Not saved yet"))
        self.tabs.setAccessibleName(self.tr("Customer and cars"))
        set_tip(self.tabs, self.tr("Ctrl+PgUp and Ctrl+PgDn turn the tabs"))
        if self.tabs.count():
            self._name_tabs(self.tabs.currentIndex())

    # inside -----------------------------------------------------------------------------

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._forms.setProperty("look", "ground")
        scroll.setWidget(self._forms)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._unsaved, 1)
        row.addWidget(self.discard)
        row.addWidget(self.save)
        upper = QHBoxLayout()
        upper.setSpacing(GAP)
        upper.addWidget(self.tabs, 1)
        upper.addWidget(self.owner)
        column.addLayout(upper)
        column.addWidget(scroll, 1)
        column.addWidget(self._bar)
        card = Card()
        self._both.setSpacing(ROOM)
        self._both.addWidget(left, _FORM_SHARE)
        self._both.addWidget(self.past, _PAST_SHARE)
        card.add(self.head)
        card.body.addLayout(self._both, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def _arrange(self, *, narrow: bool) -> None:
        """The past beside the forms, or below them where both do not fit side by side."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = down if narrow else across
        self.head.set_narrow(narrow)
        if self._both.direction() != wanted:
            self._both.setDirection(wanted)
            self._both.setStretch(1, _PAST_SHARE if narrow else 0)
            self.past.setMinimumWidth(0 if narrow else _PAST_WIDTH)
            self.past.setMaximumWidth(_WIDEST if narrow else _PAST_WIDTH + 90)

    def _take_in(self, form: FormPanel) -> None:
        self._forms.addWidget(form)
        form.set_read_only(not self._may_edit)
        form.changed.connect(self.show_dirty)
        form.save_requested.connect(self.save_asked)

    def _key(self, form: FormPanel) -> str:
        """What a form is about, whatever place its tab has."""
        if form is self.customer:
            return "customer"
        if form is self.background:
            return BACKGROUND
        return form.car.id if isinstance(form, VehicleForm) and form.car is not None else "new"

    def _form_at(self, at: int) -> FormPanel:
        if at == CUSTOMER_TAB:
            return self.customer
        cars = len(self._file.cars) if self._file is not None else 0
        if at <= cars:
            return self._car_forms[at - 1]
        return self.background if self._file is not None and at == 1 + cars else self.new_car

    def _name_tabs(self, current: int) -> None:
        blocked = self.tabs.blockSignals(True)
        cars = self._file.cars if self._file is not None else ()
        titles = [self.tr("Customer file")]
        titles += [_tab_of(car, alone=len(cars) == 1) for car in cars]
        names = ["identification-card", *["car"] * len(cars)]
        if self._file is not None:
            titles.append(self.tr("More"))
            names.append("user-list")
        if self._may_edit:
            names.append("plus")
            titles.append(self.tr("Add car") if self._file is not None else self.tr("Car"))
        while self.tabs.count():
            self.tabs.removeTab(0)
        for name, title in zip(names, titles, strict=True):
            self.tabs.addTab(icon(name, "muted"), title.replace("&", "&&"))
        self.tabs.setCurrentIndex(min(current, self.tabs.count() - 1))
        self.tabs.blockSignals(blocked)
        self._turn(self.tabs.currentIndex())

    def _turn(self, at: int) -> None:
        shown = self._form_at(at)
        self._forms.setCurrentWidget(shown)
        for form in (self.customer, self.background, self.new_car, *self._car_forms):
            # The highest of all would make every one of them scroll.
            fit = _POLICY.Preferred if form is shown else _POLICY.Ignored
            form.setSizePolicy(_POLICY.Preferred, fit)
        self.owner.setVisible(self._may_edit and self.car_id() is not None)
        self.tab_shown.emit()


def _tab_of(car: Car, *, alone: bool) -> str:
    """What the car's tab is called: of several the plate alone, or not all of them would fit."""
    called = plate.display(car.plate)
    parts = (called, car.model) if alone else (called or car.model,)
    return " ".join(filter(None, parts)) or car.vin
