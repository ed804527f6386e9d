"""What is asked of a customer once: background, consent per channel, family."""

from __future__ import annotations

from datetime import date
from typing import Any

from frontdesk.models.enums import Channel, Consent, FamilyTie, PayMethod
from frontdesk.services.customers.asked_once import ASKED_CHANNELS, family_field
from frontdesk.services.customers.dto import CustomerFile
from frontdesk.services.customers.inputs import BackgroundInput, FamilyInput
from frontdesk.ui.customers.customer_form import closer_rows
from frontdesk.ui.customers.suggest_field import SuggestField
from frontdesk.ui.kit import words
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.fields import CheckField, DateField, TextField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.language import Translated

FAMILY = 4
_TEXTS = ("education", "income_band", "ethnicity", "hobbies", "services_of_interest")
_LONG = ("employer_address", "referrer")


class BackgroundForm(Translated, FormPanel):
    """Shows the background of a file and gives back what was typed as a ``BackgroundInput``."""

    def __init__(self) -> None:
        super().__init__()
        self._file: CustomerFile | None = None
        row = 0
        for pair in (
            (SuggestField("referrer"), CheckField("opinion_leader")),
            (
                ChoiceField("preferred_channel", Channel, as_list=True),
                ChoiceField("usual_payment", PayMethod, as_list=True),
            ),
            (TextField("education"), TextField("income_band")),
            (TextField("ethnicity"), TextField("hobbies")),
            (TextField("services_of_interest"), TextField("employer_address")),
        ):
            for column, field in enumerate(pair):
                self.add(field, row, column)
            row += 1
        for channel in ASKED_CHANNELS:
            self.add(ChoiceField(_consent(channel), Consent), row, span=2)
            row += 1
        for at in range(FAMILY):
            self.add(TextField(family_field(at, "name"), max_length=60), row)
            self.add(ChoiceField(family_field(at, "tie"), FamilyTie, as_list=True), row, 1)
            self.add(DateField(family_field(at, "birthday")), row + 1)
            self.add(TextField(family_field(at, "note")), row + 1, 1)
            row += 2
        self.add_stretch(row)
        closer_rows(self)
        self.changed.connect(self._show_lines)
        self.retranslate()
        self.set_values({})
        self._show_lines()

    def show_file(self, file: CustomerFile) -> None:
        """Show a kept file; nothing counts as typed."""
        self._file = file
        kept = file.background
        values: dict[str, object] = {name: getattr(kept, name) for name in (*_TEXTS, *_LONG)}
        for name in ("opinion_leader", "preferred_channel", "usual_payment"):
            values[name] = getattr(kept, name)
        said = {line.channel: line.state for line in kept.consents}
        for channel in ASKED_CHANNELS:
            values[_consent(channel)] = said.get(channel, Consent.UNKNOWN)
        for at, line in enumerate(kept.family[:FAMILY]):
            for what in ("name", "tie", "birthday", "note"):
                values[family_field(at, what)] = getattr(line, what)
        self.set_values(values)
        self._show_hints()
        self._show_lines()

    def given(self) -> BackgroundInput:
        """What is typed. Raises ``InputErrors`` for what cannot be read."""
        values = self.values()
        texts: dict[str, Any] = {name: str(values[name] or "") for name in (*_TEXTS, *_LONG)}
        channel, payment = values["preferred_channel"], values["usual_payment"]
        consents = {
            each: said
            for each in ASKED_CHANNELS
            if isinstance(said := values[_consent(each)], Consent)
        }
        return BackgroundInput(
            **texts,
            opinion_leader=bool(values["opinion_leader"]),
            preferred_channel=channel if isinstance(channel, Channel) else None,
            usual_payment=payment if isinstance(payment, PayMethod) else None,
            consents=consents,
            family=self._family(values),
        )

    # inside -----------------------------------------------------------------------------

    def _family(self, values: dict[str, object]) -> tuple[FamilyInput, ...]:
        kept = self._file.background.family if self._file is not None else ()
        given = []
        for at in range(FAMILY):
            name, birthday = values[family_field(at, "name")], values[family_field(at, "birthday")]
            note, tie = values[family_field(at, "note")], values[family_field(at, "tie")]
            if not (name or birthday or note):
                continue
            given.append(
                FamilyInput(
                    str(name or ""),
                    tie if isinstance(tie, FamilyTie) else FamilyTie.OTHER,
                    birthday if isinstance(birthday, date) else None,
                    str(note or ""),
                    kept[at].id if at < len(kept) else None,
                )
            )
        # Files that were merged may hold more of them than there are lines: those stay.
        more = (
            FamilyInput(line.name, line.tie, line.birthday, line.note, line.id)
            for line in kept[FAMILY:]
        )
        return (*given, *more)

    def _show_lines(self) -> None:
        """The lines in use, and one more as soon as the last one is typed into."""
        typed = [self.field(family_field(at, "name")).typed().strip() for at in range(FAMILY)]
        last = max((at for at, name in enumerate(typed) if name), default=-1)
        for at in range(FAMILY):
            for what in ("name", "tie", "birthday", "note"):
                shown = at <= last + 1 if what in {"name", "tie"} else at <= last
                self.show_field(family_field(at, what), shown)

    def _show_hints(self) -> None:
        lines = self._file.background.consents if self._file is not None else ()
        said = {line.channel: line for line in lines}
        for channel in ASKED_CHANNELS:
            line = said.get(channel)
            text = self.tr("{day}, written down by {name}") if line is not None else ""
            if line is not None:
                text = text.format(day=words.near(line.said_at), name=line.noted_by)
            self.field(_consent(channel)).set_hint(text)

    def retranslate(self) -> None:
        texts = {
            "referrer": self.tr("Referred by"),
            "opinion_leader": self.tr("Opinion leader"),
            "preferred_channel": self.tr("Reach by"),
            "usual_payment": self.tr("Pays by"),
            "education": self.tr("Education"),
            "income_band": self.tr("Income"),
            "ethnicity": self.tr("Ethnicity"),
            "hobbies": self.tr("Hobbies"),
            "services_of_interest": self.tr("Interested in"),
            "employer_address": self.tr("Office address"),
            _consent(Channel.SMS): self.tr("SMS"),
            _consent(Channel.WECHAT): self.tr("WeChat"),
            _consent(Channel.EMAIL): self.tr("E-mail"),
            _consent(Channel.POST): self.tr("Post"),
        }
        for name, text in texts.items():
            self.field(name).set_label(text)
        for at in range(FAMILY):
            family = self.tr("Family {n}").format(n=at + 1)
            self.field(family_field(at, "name")).set_label(family)
            self.field(family_field(at, "tie")).set_label(self.tr("Is the"))
            self.field(family_field(at, "birthday")).set_label(self.tr("Birthday"))
            self.field(family_field(at, "note")).set_label(self.tr("Note"))
        referrer = self.field("referrer")
        if isinstance(referrer, TextField):
            referrer.set_placeholder(self.tr("Name, telephone or plate of a customer, or words"))
        self._show_hints()


def _consent(channel: Channel) -> str:
    return f"consent_{channel.value}"
