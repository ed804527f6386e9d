"""One spot check: the call looked at, what the customer said of it, and the verdict."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from frontdesk.models.enums import SpotVerdict
from frontdesk.models.values import plate as plates
from frontdesk.services.spot_checks.dto import Check
from frontdesk.ui.kit import language, words
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.fields import MultilineField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.labels import button, muted, plain
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.panels import Card, StatusChip
from frontdesk.ui.kit.tokens import Tone

TONES = {
    SpotVerdict.REAL: Tone.OK,
    SpotVerdict.NOT_MADE: Tone.ERROR,
    SpotVerdict.FAULTY: Tone.WARN,
}


class CheckCard(Translated, Card):
    """``recall_asked`` and ``call_asked`` carry the id of the call to open."""

    judged = Signal()
    recall_asked = Signal(str)
    call_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._check: Check | None = None
        self.chip = StatusChip()
        self.add_action(self.chip)
        self.call, self.recall_text = plain(wrap=True), plain(wrap=True)
        self.words = muted(wrap=True)
        self.verdict_text = plain(wrap=True)
        self.recall, self.open = button(), button(look="flat")
        self.recall.setIcon(icon("phone-call", "text"))
        self.form = FormPanel()
        self.verdict = self.form.add(ChoiceField("verdict", SpotVerdict), 0)
        self.note = self.form.add(MultilineField("note", lines=4), 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.act = button(look="primary")
        for widget in (self.call, self.words, self.open, self.recall_text, self.recall, self.form):
            self.add(widget)
        self.add(self.verdict_text)
        self.add(self.act)
        self.recall.clicked.connect(self._recall)
        self.open.clicked.connect(self._open)
        self.act.clicked.connect(self.judged)
        self.form.save_requested.connect(self.judged)
        self.retranslate()

    @property
    def check(self) -> Check | None:
        """The check shown."""
        return self._check

    def show_check(self, check: Check | None) -> None:
        """Show a check with the verdict its recall proposes, or that none is chosen."""
        self._check = check
        self._show()

    def propose(self) -> None:
        """Fill in what the recall tells; it is still to be judged."""
        suggested = self._check.suggested if self._check is not None else None
        self.form.set_values({"verdict": suggested, "note": self._heard(telling=True)})

    def retranslate(self) -> None:
        self.open.setText(self.tr("Open the call"))
        self.recall.setText(self.tr("Call the customer"))
        self.verdict.set_label(self.tr("Found"))
        self.note.set_label(self.tr("What it rests on"))
        self.act.setText(self.tr("Keep the verdict (Ctrl+Enter)"))
        self._show()

    def _show(self) -> None:
        check = self._check
        for widget in (self.call, self.words, self.open, self.recall_text, self.chip):
            widget.setVisible(check is not None)
        waits = check is not None and check.verdict is None
        self.form.setVisible(waits)
        self.act.setVisible(waits)
        self.verdict_text.setVisible(check is not None and not waits)
        self.recall.setVisible(check is not None and check.to_call)
        if check is None:
            self.set_title(self.tr("No check chosen"))
            return
        call = check.call
        self.set_title(f"{words.word(call.kind)}　{call.number}")
        verdict = check.verdict
        text = words.word(verdict) if verdict else words.word(check.rule)
        self.chip.show_status(TONES[verdict] if verdict else Tone.INFO, text)
        plate = plates.display(call.plate) if call.plate else ""
        who = "　".join(part for part in (call.customer_name, plate) if part)
        spoken = (
            self.tr("{caller}, {when}, {minutes} min")
            if call.minutes
            else self.tr("{caller}, {when}, under a minute")
        )
        by = spoken.format(caller=call.caller, when=words.when(call.done_at), minutes=call.minutes)
        self.call.setText(f"{who}\n{by}")
        happy = words.word(call.satisfaction) if call.satisfaction else ""
        score = self.tr("Score {score}").format(score=call.score) if call.score is not None else ""
        said = (happy, score, check.suggestion, check.note)
        self.words.setText(" · ".join(" ".join(part.split()) for part in said if part))
        status = words.word(check.recall_status) if check.recall_status else "–"
        recall = self.tr("Recall {number}: {status}").format(
            number=check.recall_number, status=status
        )
        self.recall_text.setText("\n".join(part for part in (recall, self._heard()) if part))
        if verdict:
            told = self.tr("{verdict}: judged {when} by {name}").format(
                verdict=words.word(verdict), when=words.when(check.judged_at), name=check.judged_by
            )
            self.verdict_text.setText("\n".join(filter(None, (told, check.verdict_note))))

    def _heard(self, *, telling: bool = False) -> str:
        """What the customer answered to the recall; with ``telling`` what speaks against the call.

        In the words of the script the recall was made with.
        """
        check, speak = self._check, language.current()
        if check is None:
            return ""
        said = [
            self.tr("{question}: {answer}").format(
                question=each.question.in_(speak), answer=each.answer.in_(speak)
            )
            for each in check.heard
            if not telling or each.verdict not in (None, SpotVerdict.REAL)
        ]
        return "\n".join((*said, check.recall_words)).strip()

    def _recall(self) -> None:
        if self._check is not None and self._check.recall_id:
            self.recall_asked.emit(self._check.recall_id)

    def _open(self) -> None:
        if self._check is not None:
            self.call_asked.emit(self._check.call.id)
