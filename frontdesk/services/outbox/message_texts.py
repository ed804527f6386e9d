"""What messages say in this dealership: its own texts where it has written them."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlalchemy.orm import Session

from frontdesk.errors import InputErrors, UserError
from frontdesk.language import Language
from frontdesk.services.desk import Change, UnitOfWork
from frontdesk.services.outbox.wording import checked
from frontdesk.services.settings import load_setting, store_setting
from frontdesk.texts.messages import SHIPPED as _SHIPPED
from frontdesk.texts.messages import THANKS, UNREACHED

KEY = "message_texts"
"""The setting that holds the texts that were written here; the others stay those of the program."""
FORM = "settings.messages"
"""The name of the draft."""


@dataclass(frozen=True, slots=True)
class MessageTexts:
    """The text of each message in both languages, a sentence a line, with fields in braces."""

    thanks_zh: str
    thanks_en: str
    unreached_zh: str
    unreached_en: str

    def of(self, template: str, language: Language) -> str:
        """The text of ``template`` in ``language``."""
        chinese = language is Language.ZH_CN
        if template == THANKS:
            return self.thanks_zh if chinese else self.thanks_en
        return self.unreached_zh if chinese else self.unreached_en


SHIPPED = MessageTexts(
    _SHIPPED[THANKS].zh, _SHIPPED[THANKS].en, _SHIPPED[UNREACHED].zh, _SHIPPED[UNREACHED].en
)


def load(session: Session) -> MessageTexts:
    """The texts in force."""
    own = load_setting(session, KEY, dict[str, str], {})
    return MessageTexts(**{name: own.get(name, text) for name, text in asdict(SHIPPED).items()})


def tidied(texts: MessageTexts) -> MessageTexts:
    """``texts`` as kept. Raises ``UserError``/``InputErrors`` beside what is at fault."""
    faults: list[UserError] = []
    tidy: dict[str, str] = {}
    for name, text in asdict(texts).items():
        try:
            tidy[name] = checked(text, name)
        except UserError as fault:
            faults.append(fault)
    if faults:
        raise faults[0] if len(faults) == 1 else InputErrors(faults)
    return MessageTexts(**tidy)


def keep(work: UnitOfWork, before: MessageTexts, after: MessageTexts) -> None:
    """Let ``after`` be said from now on; what waits already keeps its words."""
    old, new, shipped = asdict(before), asdict(after), asdict(SHIPPED)
    store_setting(
        work.session, KEY, {name: text for name, text in new.items() if text != shipped[name]}
    )
    changed = [name for name in new if new[name] != old[name]]
    work.audit(
        "setting.change",
        "setting",
        KEY,
        before={name: old[name] for name in changed},
        after={name: new[name] for name in changed},
    )
    work.changed(Change.SETTINGS)
