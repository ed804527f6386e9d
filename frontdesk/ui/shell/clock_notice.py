"""Says that the PC's clock was set; in the language on screen, until it is put away."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from frontdesk.ui.kit import words
from frontdesk.ui.kit.banner import BannerArea
from frontdesk.ui.kit.tokens import Tone

_KEY = "clock"
_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
_YEAR = 365.25 * _DAY


class ClockNotice(QObject):
    """Tells in ``area``; a later notice takes the place of an earlier one."""

    def __init__(self, area: BannerArea) -> None:
        super().__init__(area)
        self._area = area

    def tell_jump(self, by: timedelta, now: datetime) -> None:
        """The clock was set by ``by``; ``now`` is what it says (aware)."""
        if by < timedelta(0):
            text = self.tr(
                "The PC's clock was set back by {span} and now says {time}. Please check it: "
                "times, due lists and deadlines follow it."
            )
        else:
            text = self.tr(
                "The PC's clock was set ahead by {span} and now says {time}. Please check it: "
                "times, due lists and deadlines follow it."
            )
        self._show(text.format(span=self._span(abs(by)), time=words.when(now)))

    def tell_zone(self, now: datetime) -> None:
        """The PC's time zone is another one."""
        text = self.tr(
            "The PC's time zone was changed; its clock now says {time}. Please check it: days "
            "and hours for calls follow it."
        )
        self._show(text.format(time=words.when(now)))

    def _show(self, text: str) -> None:
        self._area.show_banner(Tone.WARN, text, key=_KEY)

    def _span(self, by: timedelta) -> str:
        if by < 2 * _HOUR:
            return self.tr("%n minute(s)", "", round(by / _MINUTE))
        if by < 2 * _DAY:
            return self.tr("%n hour(s)", "", round(by / _HOUR))
        if by < 2 * _YEAR:
            return self.tr("%n day(s)", "", round(by / _DAY))
        return self.tr("%n year(s)", "", round(by / _YEAR))
