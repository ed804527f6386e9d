"""One line of the price list to be written down or changed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation

from frontdesk.errors import UserError
from frontdesk.models.enums import WorkKind
from frontdesk.services.prices.dto import PriceInput, PriceLine
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.fields import CheckField, MoneyField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.language import Translated

_BLANK = PriceInput("", WorkKind.REPAIR, "")


class PriceForm(Translated, FormPanel):
    """Fields are named as the input of the price service."""

    def __init__(self) -> None:
        super().__init__()
        self.code = TextField("code", max_length=40)
        self.kind = ChoiceField("kind", WorkKind)
        self.active = CheckField("active")
        self.add(self.code, 0, 0)
        self.add(TextField("name"), 0, 1)
        self.add(self.kind, 1, 0, span=2)
        self.add(_FigureField("labour_hours", "prices.hours"), 2, 0)
        self.add(MoneyField("labour_rate"), 2, 1)
        self.add(TextField("part_number"), 3, 0)
        self.add(TextField("part"), 3, 1)
        self.add(_FigureField("quantity", "prices.quantity"), 4, 0)
        self.add(MoneyField("unit_price"), 4, 1)
        self.add(TextField("car_model"), 5, 0)
        self.add(self.active, 5, 1)
        self.add_stretch(6)
        self.retranslate()

    def begin(self, line: PriceLine | None) -> None:
        """A new line, or one to be changed."""
        given = _BLANK if line is None else line.given
        values: dict[str, object] = {
            name: getattr(given, name) for name in given.__dataclass_fields__
        }
        if line is None:
            values["kind"] = None
        values["unit_price"] = given.unit_price if given.part else None
        self.set_values(values)

    def given(self) -> PriceInput:
        """Everything typed.

        Raises:
            InputErrors: what cannot be read.
        """
        typed = self.values()
        kind = typed["kind"]
        if not isinstance(kind, WorkKind):
            raise UserError("prices.kind_missing", field="kind")
        texts = {name: str(typed[name] or "") for name in ("code", "name", "car_model")}
        hours, rate, price = typed["labour_hours"], typed["labour_rate"], typed["unit_price"]
        quantity = typed["quantity"]
        return replace(
            _BLANK,
            code=texts["code"],
            name=texts["name"],
            car_model=texts["car_model"],
            kind=kind,
            labour_hours=hours if isinstance(hours, Decimal) else Decimal(0),
            labour_rate=rate if isinstance(rate, Decimal) else None,
            part_number=str(typed["part_number"] or ""),
            part=str(typed["part"] or ""),
            quantity=quantity if isinstance(quantity, Decimal) else Decimal(1),
            unit_price=price if isinstance(price, Decimal) else Decimal(0),
            active=bool(typed["active"]),
        )

    def retranslate(self) -> None:
        texts = {
            "code": self.tr("Code"),
            "name": self.tr("Work"),
            "kind": self.tr("Kind"),
            "labour_hours": self.tr("Hours"),
            "labour_rate": self.tr("Own rate"),
            "part_number": self.tr("Part number"),
            "part": self.tr("Part"),
            "quantity": self.tr("Quantity"),
            "unit_price": self.tr("Unit price"),
            "car_model": self.tr("Only for"),
            "active": self.tr("Offered at the desk"),
        }
        for name, text in texts.items():
            self.field(name).set_label(text)
        model = self.field("car_model")
        if isinstance(model, TextField):
            model.set_placeholder(self.tr("A model; empty: every car"))


class _FigureField(TextField):
    """Hours or pieces as ``Decimal``; what cannot be read says the sentence ``code``."""

    def __init__(self, name: str, code: str) -> None:
        super().__init__(name, max_length=12)
        self._code = code

    def value(self) -> Decimal | None:
        text = self.line.text().strip()
        try:
            return Decimal(text) if text else None
        except InvalidOperation as error:
            raise UserError(self._code, field=self.name) from error

    def set_value(self, value: object) -> None:
        text = f"{value.normalize():f}" if isinstance(value, Decimal) and value else ""
        self.line.setText(text)
