"""What is done for customers of each class in this house: its own words where it wrote them."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy.orm import Session

from frontdesk.errors import InputErrors, UserError
from frontdesk.language import Language
from frontdesk.models.enums import ValueClass
from frontdesk.models.values import text
from frontdesk.services.classes.dto import Measures
from frontdesk.services.desk import Change, UnitOfWork
from frontdesk.services.settings import load_setting, own_changes, store_setting
from frontdesk.texts.classes import MEASURES

KEY = "class_measures"
FORM = "class_measures"
"""The name of the draft."""
LONGEST = 120
SHIPPED = Measures(
    **{
        f"{key}_{tail}": getattr(said, tail)
        for key, said in MEASURES.items()
        for tail in ("zh", "en")
    }
)


def load(session: Session) -> Measures:
    """The measures in force."""
    own = load_setting(session, KEY, dict[str, str], {})
    return Measures(**{name: own.get(name, said) for name, said in asdict(SHIPPED).items()})


def of_class(measures: Measures, value_class: ValueClass, language: Language) -> str:
    """What is done for one class."""
    tail = "zh" if language is Language.ZH_CN else "en"
    said: str = getattr(measures, f"{value_class.value}_{tail}")
    return said


def keep(work: UnitOfWork, given: Measures, seen: Measures | None) -> Measures:
    """Put ``given`` in force; ``seen`` is what it was typed over.

    Raises:
        Conflict: someone else has changed one of them since.
        UserError, InputErrors: one is empty or too long, beside its name.
    """
    faults: list[UserError] = []
    tidy: dict[str, str] = {}
    for name, typed in asdict(given).items():
        try:
            tidy[name] = text.line(typed, name, limit=LONGEST)
            if not tidy[name]:
                raise UserError("class.measures_missing", field=name)
        except UserError as fault:
            faults.append(fault)
    if faults:
        raise faults[0] if len(faults) == 1 else InputErrors(faults)
    before = asdict(load(work.session))
    after = before | (tidy if seen is None else own_changes(tidy, asdict(seen), before))
    changed = [name for name in after if after[name] != before[name]]
    if changed:
        shipped = asdict(SHIPPED)
        own = {name: said for name, said in after.items() if said != shipped[name]}
        store_setting(work.session, KEY, own)
        work.audit(
            "setting.change",
            "setting",
            KEY,
            before={name: before[name] for name in changed},
            after={name: after[name] for name in changed},
        )
        work.changed(Change.SETTINGS)
    return Measures(**after)
