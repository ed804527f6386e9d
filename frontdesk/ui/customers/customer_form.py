"""The customer's own fields, in the order they are asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QGridLayout

from frontdesk.errors import UserError
from frontdesk.models.enums import CustomerKind, CustomerSource, Gender, PhoneOwner
from frontdesk.models.values import identity, names, phone
from frontdesk.models.values.lunar import LunarDay
from frontdesk.services.customers import checks
from frontdesk.services.customers.dto import CustomerFile
from frontdesk.services.customers.inputs import CustomerInput, Known, PhoneInput
from frontdesk.ui.customers.lunar_field import LunarField
from frontdesk.ui.customers.suggest_field import SuggestField
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.fields import CheckField, DateField, MultilineField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.language import Translated

PHONES = 6
_SHOWN_AT_LEAST = 2
_ROW_GAP = 4
_TEXTS = (
    "name",
    "email",
    "wechat",
    "occupation",
    "employer",
    "region",
    "address",
    "member_number",
    "member_level",
    "preferred_hours",
    "remarks",
)


_DAYS = ("birthday", "member_expires_on")


def closer_rows(form: FormPanel) -> None:
    """A file has many fields: a little less room between them spares the scrolling."""
    grid = form.layout()
    if isinstance(grid, QGridLayout):
        grid.setVerticalSpacing(_ROW_GAP)


class CustomerForm(Translated, FormPanel):
    """Shows a file and gives back what was typed as a ``CustomerInput``."""

    def __init__(self) -> None:
        super().__init__()
        self._file: CustomerFile | None = None
        self._revealed = ""
        self.add(TextField("name", max_length=80), 0)
        self.add(ChoiceField("gender", Gender), 0, 1)
        self.add(ChoiceField("kind", CustomerKind, as_list=True), 1)
        self.add(TextField("identity_number", max_length=40), 1, 1)
        for at in range(PHONES):
            self.add(TextField(checks.phone_field(at), max_length=60), 2 + at)
            self.add(ChoiceField(f"owner_{at + 1}", PhoneOwner, as_list=True), 2 + at, 1)
        rows = (
            (DateField("birthday"), LunarField("lunar_birthday")),
            (SuggestField("region"), TextField("address")),
            (TextField("wechat"), TextField("email")),
            (TextField("member_number"), TextField("member_level")),
            (DateField("member_expires_on"), ChoiceField("source", CustomerSource, as_list=True)),
            (TextField("preferred_hours"), CheckField("do_not_call")),
        )
        for row, pair in enumerate(rows, start=2 + PHONES):
            for column, field in enumerate(pair):
                self.add(field, row, column)
        last = 2 + PHONES + len(rows)
        self.add(MultilineField("remarks", lines=1), last, span=2)
        self.add_stretch(last)
        # Asked once: they may stand below the edge of a small screen.
        self.add(TextField("occupation"), last + 1)
        self.add(TextField("employer"), last + 1, 1)
        closer_rows(self)
        self.field("name").set_required(True)
        self.field(checks.phone_field(0)).set_required(True)
        self.validator("name", lambda typed: names.parse(str(typed)))
        self.validator("email", lambda typed: checks.email(str(typed)))
        self.validator("identity_number", self._check_identity)
        for at in range(PHONES):
            name = checks.phone_field(at)
            self.validator(name, self._phone_check(name))
        self.left.connect(self._fill_in)
        self.changed.connect(self._show_phones)
        self.retranslate()
        self.begin()

    # content ----------------------------------------------------------------------------

    def begin(self) -> None:
        """Empty, for a new file."""
        self._file, self._revealed = None, ""
        owners = {f"owner_{at + 1}": PhoneOwner.SELF for at in range(PHONES)}
        self.set_values(
            {
                "kind": CustomerKind.PERSON,
                "gender": Gender.UNKNOWN,
                "source": CustomerSource.WALK_IN,
                "do_not_call": False,
                **owners,
            }
        )
        self._show_phones()

    def show_file(self, file: CustomerFile) -> None:
        """Show a kept file; nothing counts as typed."""
        same = self._file is not None and self._file.id == file.id
        self._revealed = self._revealed if same else ""
        self._file = file
        values: dict[str, object] = {name: getattr(file, name) for name in _TEXTS}
        for name in ("kind", "gender", "lunar_birthday", "source", "do_not_call", *_DAYS):
            values[name] = getattr(file, name)
        values["identity_number"] = self._revealed or file.identity_masked
        for at in range(PHONES):
            line = file.phones[at] if at < len(file.phones) else None
            values[checks.phone_field(at)] = line.shown if line else None
            values[f"owner_{at + 1}"] = line.owner if line else PhoneOwner.SELF
        self.set_values(values)
        self._show_hints()
        self._show_phones()

    def show_identity(self, number: str) -> None:
        """Show the full number until another file is opened; it does not count as typed."""
        self._revealed = number
        if self._file is not None and not self._typed_identity():
            typed = self.changes()
            self.show_file(self._file)
            self.set_typed(typed)

    def given(self) -> CustomerInput:
        """What is typed. Raises ``InputErrors`` for what cannot be read."""
        values = self.values()
        texts: dict[str, Any] = {name: str(values[name] or "") for name in _TEXTS}
        kind, gender, source = values["kind"], values["gender"], values["source"]
        lunar = values["lunar_birthday"]
        days: dict[str, Any] = {
            name: value if isinstance(value := values[name], date) else None for name in _DAYS
        }
        return CustomerInput(
            **texts,
            **days,
            phones=tuple(self._phones()),
            kind=kind if isinstance(kind, CustomerKind) else CustomerKind.PERSON,
            gender=gender if isinstance(gender, Gender) else Gender.UNKNOWN,
            source=source if isinstance(source, CustomerSource) else CustomerSource.WALK_IN,
            lunar_birthday=lunar if isinstance(lunar, LunarDay) else None,
            do_not_call=bool(values["do_not_call"]),
            identity_number=self._typed_identity(),
        )

    def known(self, name: str) -> Known | None:
        """What is to be compared with other files after ``name`` was left."""
        typed = self.field(name).typed()
        if name.startswith("phone_"):
            before = "" if self._file is None else self._kept_phone(name)
            numbers = [""] * PHONES
            numbers[int(name.removeprefix("phone_")) - 1] = typed
            return Known(phones=tuple(numbers)) if typed.strip() and typed != before else None
        if name == "identity_number" and self._typed_identity():
            return Known(identity_number=typed)
        return None

    # inside -----------------------------------------------------------------------------

    def _phones(self) -> list[PhoneInput]:
        given = []
        for at in range(PHONES):
            typed = self.field(checks.phone_field(at)).typed().strip()
            if not typed:
                continue
            owner = self.field(f"owner_{at + 1}").value()
            whose = owner if isinstance(owner, PhoneOwner) else PhoneOwner.SELF
            kept = self._file.phones[at] if self._file and at < len(self._file.phones) else None
            if kept is not None and kept.masked and kept.shown == typed:
                given.append(PhoneInput(None, whose, kept.id))
            else:
                given.append(PhoneInput(typed, whose))
        # Files that were merged may hold more numbers than there are lines: those stay.
        more = self._file.phones[PHONES:] if self._file else ()
        return given + [PhoneInput(None, line.owner, line.id) for line in more]

    def _typed_identity(self) -> str | None:
        """The number as typed, ``None`` while it stands as it was shown."""
        typed = self.field("identity_number").typed().strip()
        shown = {self._revealed, self._file.identity_masked if self._file else ""} - {""}
        return None if typed in shown or (not typed and not shown) else typed

    def _kept_phone(self, name: str) -> str:
        at = int(name.removeprefix("phone_")) - 1
        lines = self._file.phones if self._file else ()
        return lines[at].shown if at < len(lines) else ""

    def _phone_check(self, name: str) -> Callable[[object], object]:
        def check(typed: object) -> object:
            if typed == self._kept_phone(name):
                return None
            return phone.parse(str(typed), name)

        return check

    def _check_identity(self, typed: object) -> object:
        return None if self._typed_identity() is None else self._identity(str(typed))

    def _identity(self, typed: str) -> str | None:
        return checks.identity_number(typed, self._kind())

    def _kind(self) -> CustomerKind:
        try:
            kind = self.field("kind").value()
        except UserError:
            return CustomerKind.PERSON
        return kind if isinstance(kind, CustomerKind) else CustomerKind.PERSON

    def _fill_in(self, name: str) -> None:
        """A person's ID number says birthday and gender: filled in as a guess."""
        if name != "identity_number" or self._kind() is not CustomerKind.PERSON:
            return
        try:
            read = identity.parse(self._typed_identity() or "")
        except UserError:
            return
        why = self.tr("From the ID number")
        if self.field("birthday").typed().strip() == "":
            self.field("birthday").set_guess(read.birthday, why)
        if self.field("gender").value() in {None, Gender.UNKNOWN}:
            self.field("gender").set_guess(read.gender, why)

    def _show_phones(self) -> None:
        """Two lines, those in use, and one more as soon as the last one is typed into."""
        names = [checks.phone_field(at) for at in range(PHONES)]
        last = max((at for at in range(PHONES) if self.field(names[at]).typed().strip()), default=0)
        room = last + 2 if names[last] in self.changes() else last + 1
        for at in range(PHONES):
            shown = at < max(_SHOWN_AT_LEAST, room)
            self.show_field(checks.phone_field(at), shown)
            self.show_field(f"owner_{at + 1}", shown)

    def _show_hints(self) -> None:
        for at in range(PHONES):
            lines = self._file.phones if self._file else ()
            wrong = at < len(lines) and lines[at].wrong
            text = self.tr("Found wrong or empty in a call: ask for the right one") if wrong else ""
            self.field(checks.phone_field(at)).set_warning(text)

    def retranslate(self) -> None:
        texts = {
            "name": self.tr("Name"),
            "gender": self.tr("Gender"),
            "kind": self.tr("Kind"),
            "identity_number": self.tr("ID / code"),
            "birthday": self.tr("Birthday"),
            "lunar_birthday": self.tr("Lunar"),
            "region": self.tr("District"),
            "member_expires_on": self.tr("Card until"),
            "source": self.tr("Source"),
            "wechat": self.tr("WeChat"),
            "email": self.tr("E-mail"),
            "occupation": self.tr("Occupation"),
            "employer": self.tr("Employer"),
            "address": self.tr("Street"),
            "member_number": self.tr("Member no."),
            "member_level": self.tr("Level"),
            "preferred_hours": self.tr("Call hours"),
            "do_not_call": self.tr("Do not call"),
            "remarks": self.tr("Remarks"),
        }
        for name, text in texts.items():
            self.field(name).set_label(text)
        region = self.field("region")
        if isinstance(region, TextField):
            region.set_placeholder(self.tr("Any part, such as Nanshan"))
        for at in range(PHONES):
            phone_label = self.tr("Phone {n}").format(n=at + 1)
            self.field(checks.phone_field(at)).set_label(phone_label)
            self.field(f"owner_{at + 1}").set_label(self.tr("Whose"))
        self._show_hints()
