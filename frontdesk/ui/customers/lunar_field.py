"""A lunar birthday as people say it; beneath it the solar days on which it is kept next."""

from __future__ import annotations

from collections.abc import Sequence

from frontdesk.errors import UserError
from frontdesk.language import Language
from frontdesk.models.values import lunar
from frontdesk.models.values.lunar import Kept, LunarDay
from frontdesk.ui.kit import language, words
from frontdesk.ui.kit.fields import TextField
from frontdesk.ui.kit.labels import set_tip

SHOWN = 2


class LunarField(TextField):
    """``value()`` is a ``LunarDay``. When it is kept is told by ``show_kept``."""

    def __init__(self, name: str) -> None:
        super().__init__(name, max_length=24)
        self.retranslate()

    def value(self) -> LunarDay | None:
        return lunar.parse(self.line.text(), self.name)

    def set_value(self, value: object) -> None:
        self.line.setText(_written(value) if isinstance(value, LunarDay) else "")
        self.set_hint("")

    def show_kept(self, kept: Sequence[Kept]) -> None:
        """Say when the birthday is kept next, and which rules of custom moved it there."""
        rules = [self._rules(each) for each in kept]
        alike = len(set(rules)) == 1
        days = [
            words.day(each.day) + ("" if alike else rule)
            for each, rule in zip(kept, rules, strict=True)
        ]
        rule = rules[0] if alike else ""
        whole = " · ".join(days) + rule
        # A second line of the hint would push the daily fields below the edge of the window.
        room = self._hint.fontMetrics().horizontalAdvance(whole) <= self.line.width()
        self.set_hint(whole if room or not days else days[0] + rule)
        set_tip(self._hint, whole)

    def retranslate(self) -> None:
        super().retranslate()
        self.line.setPlaceholderText(self.tr("6-3, leap 6-3"))

    def _rules(self, kept: Kept) -> str:
        said = [
            text
            for holds, text in (
                (kept.in_ordinary_month, self.tr("no leap month")),
                (kept.on_29th, self.tr("on the 29th")),
            )
            if holds
        ]
        return f" ({', '.join(said)})" if said else ""

    def _leave(self) -> None:
        try:
            value = self.value()
        except UserError:
            return
        if value is not None and self.line.text() != _written(value):
            blocked = self.line.blockSignals(True)
            self.line.setText(_written(value))
            self.line.blockSignals(blocked)


def _written(day: LunarDay) -> str:
    return str(day) if language.current() is Language.ZH_CN else day.figures()
