"""The small forms of what follows from a complaint: one for each act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from frontdesk.services.complaints.after_dto import (
    Action,
    ActionKind,
    After,
    Penalty,
    PenaltyPart,
    Proposal,
    new_id,
)
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.field import Field
from frontdesk.ui.kit.fields import DateField, MoneyField, MultilineField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.language import Translated

_LINES = 3
_TALLEST = 120


class Act(Enum):
    """What a form does."""

    ACTION = "action"
    END = "end"
    CHANGE = "change"
    PENALTY = "penalty"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One act upon one ticket: the action or penalty it is about, or what the return says."""

    act: Act
    action: Action | None = None
    penalty: Penalty | None = None
    proposal: Proposal | None = None

    @property
    def about(self) -> str:
        """What tells this form from others of its act: under this its draft is kept."""
        if self.proposal is not None:
            return self.proposal.kind.value
        record = self.action or self.penalty
        return record.id if record is not None else ""


class AfterForm(Translated, FormPanel):
    """Its fields are those of the service's call; errors stand beside them."""

    def __init__(self, wanted: Wanted, after: After) -> None:
        super().__init__()
        self.wanted, self.after = wanted, after
        self.new_id = new_id()
        """Of what the form sets: tried again after a fault, it is kept once."""
        makers: dict[Act, Callable[[], tuple[Field, ...]]] = {
            Act.ACTION: lambda: (
                ChoiceField("kind", ActionKind),
                _note("words"),
                ChoiceField("owner_id", as_list=True),
                DateField("due_on"),
            ),
            Act.END: lambda: (ChoiceField("done"), _note("result")),
            Act.CHANGE: lambda: (
                ChoiceField("owner_id", as_list=True),
                DateField("due_on"),
                _note("why"),
            ),
            Act.PENALTY: lambda: (
                self._person(),
                ChoiceField("part", PenaltyPart),
                MoneyField("amount"),
                _note("words"),
            ),
            Act.WITHDRAW: lambda: (_note("why"),),
        }
        for row, field in enumerate(makers[wanted.act]()):
            self.add(field, row)
            field.set_required(not (wanted.act is Act.PENALTY and field.name == "words"))
        self.add_stretch(len(self.fields()))
        self.retranslate()
        self.set_values(self._known())

    def text(self, name: str) -> str:
        """A field's text; '' where there is none."""
        return str(self.values().get(name) or "")

    def day(self, name: str) -> date | None:
        """A field's day."""
        value = self.values().get(name)
        return value if isinstance(value, date) else None

    def amount(self, name: str) -> Decimal | None:
        """A field's yuan."""
        value = self.values().get(name)
        return value if isinstance(value, Decimal) else None

    def retranslate(self) -> None:
        labels = {
            "kind": self.tr("Kind"),
            "words": self.tr("What is to be done"),
            "owner_id": self.tr("Owner"),
            "due_on": self.tr("Due"),
            "done": self.tr("How it ended"),
            "result": self.tr("What came of it"),
            "why": self.tr("Why"),
            "person": self.tr("Who bears it"),
            "part": self.tr("As what"),
            "amount": self.tr("Amount (yuan)"),
        }
        if self.wanted.act is Act.PENALTY:
            labels["words"] = self.tr("Remark")
        for field in self.fields():
            field.set_label(labels[field.name])
            if isinstance(field, ChoiceField):
                self._offer(field)

    def _offer(self, field: ChoiceField) -> None:
        if field.name == "owner_id":
            offered = [(p.id, self._loaded(p.name, p.open)) for p in self.after.owners]
            action = self.wanted.action
            if action is not None and all(p.id != action.owner_id for p in self.after.owners):
                offered.append((action.owner_id, action.owner))  # has left since
            field.set_options(offered)
        elif field.name == "done" and self.wanted.action is not None:
            offered_ends = []
            if self.wanted.action.may_end:
                offered_ends.append((True, self.tr("Done")))
            if self.wanted.action.may_give_up:
                offered_ends.append((False, self.tr("Given up")))
            field.set_options(offered_ends)

    def _loaded(self, name: str, open_: int) -> str:
        if not open_:
            return name
        return self.tr("{name} · {count}").format(name=name, count=self.tr("%n open", "", open_))

    def _person(self) -> TextField:
        """A name: colleagues' are completed while typing, any other is taken as it is."""
        field = TextField("person")
        names = [person.name for person in self.after.owners]
        completer = QCompleter(names, field)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        field.line.setCompleter(completer)
        return field

    def _known(self) -> dict[str, object]:
        """What needs no typing."""
        match self.wanted:
            case Wanted(act=Act.ACTION, proposal=Proposal() as said):
                return {
                    "kind": said.kind,
                    "words": said.words,
                    "owner_id": said.owner_id,
                    "due_on": said.due_on,
                }
            case Wanted(act=Act.ACTION):
                return {"due_on": self.after.due_on}
            case Wanted(act=Act.END, action=Action() as action):
                return {"done": action.may_end}
            case Wanted(act=Act.CHANGE, action=Action() as action):
                return {"owner_id": action.owner_id, "due_on": action.due_on}
            case Wanted(act=Act.PENALTY):
                borne = {each.person for each in self.after.penalties}
                left = [r for r in self.after.responsible if r.person not in borne]
                return {"person": left[0].person, "part": left[0].part} if left else {}
            case _:
                return {}


def _note(name: str) -> MultilineField:
    field = MultilineField(name, lines=_LINES)
    field.setMaximumHeight(_TALLEST)
    return field
