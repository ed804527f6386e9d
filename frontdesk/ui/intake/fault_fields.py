"""Where the fault lies as the advisor sees it, whether it is grave, and what it repeats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from frontdesk.models.enums import DefectArea
from frontdesk.services.intake.inputs import Fault
from frontdesk.services.intake.views import EarlierRepair
from frontdesk.ui.kit import words
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.fields import CheckField
from frontdesk.ui.kit.form import FormPanel


class FaultFields:
    """One field in a row of a form, and two beneath that are asked for once a fault is named.

    The repeat is asked for only where there is something to repeat.
    """

    def __init__(self, form: FormPanel, row: int, column: int) -> None:
        self._form = form
        self.defect = ChoiceField("defect", DefectArea, as_list=True)
        self.repeat = ChoiceField("repeat_of_id", as_list=True)
        self.safety = CheckField("safety_fault")
        form.add(self.defect, row, column)
        form.add(self.repeat, row + 1, 0, span=2)
        form.add(self.safety, row + 1, 2)
        self.defect.changed.connect(self._follow)
        self._follow()

    def offer(self, repairs: Sequence[EarlierRepair], kept: Fault, number: str = "") -> None:
        """What a fault today may repeat; ``kept`` names one that was chosen before."""
        options = [(each.visit_id, _told(each)) for each in repairs]
        if kept.repeat_of_id and kept.repeat_of_id not in dict(options):
            options.append((kept.repeat_of_id, number))
        self.repeat.set_options(options)
        self._follow()

    def propose(self, earlier: EarlierRepair | None) -> None:
        """Fill in the repair this one seems to repeat, unless one is named already."""
        if earlier is None or self.repeat.typed():
            return
        text = QCoreApplication.translate("FaultFields", "The same within the limits; is it?")
        self.repeat.set_guess(earlier.visit_id, text)

    def _follow(self, *_: object) -> None:
        """What more is asked for follows from the fault."""
        named = bool(self.defect.typed())
        self._form.show_field("safety_fault", named)
        self._form.show_field("repeat_of_id", named and bool(self.repeat.options))

    @staticmethod
    def values(fault: Fault) -> dict[str, object]:
        """``fault`` as the fields take it."""
        return {
            "defect": fault.defect,
            "safety_fault": fault.safety_fault,
            "repeat_of_id": fault.repeat_of_id or None,
        }

    @staticmethod
    def given(typed: Mapping[str, object]) -> Fault:
        """What the fields of ``typed`` say."""
        defect = typed["defect"]
        return Fault(
            defect=defect if isinstance(defect, DefectArea) else None,
            safety_fault=bool(typed["safety_fault"]),
            repeat_of_id=str(typed["repeat_of_id"] or ""),
        )

    def retranslate(self) -> None:
        """Say the labels in the language on screen."""
        translate = QCoreApplication.translate
        self.defect.set_label(translate("FaultFields", "Fault of"))
        self.repeat.set_label(translate("FaultFields", "Repeats"))
        self.safety.set_label(translate("FaultFields", "A serious safety fault"))


def _told(earlier: EarlierRepair) -> str:
    parts = (
        words.day(earlier.on),
        words.word(earlier.defect) if earlier.defect else "",
        earlier.words.split("\n", maxsplit=1)[0],
        earlier.number,
    )
    return " · ".join(part for part in parts if part)
