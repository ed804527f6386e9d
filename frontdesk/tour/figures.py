"""The manager's figures and their printed form; the second language and the dark theme."""

from __future__ import annotations

from frontdesk.language import Language
from frontdesk.models.enums import Comparison
from frontdesk.tour.driver import ActFailed
from frontdesk.tour.house import House
from frontdesk.ui.kit.pdf_view import PdfWindow
from frontdesk.ui.kit.theme import Theme
from frontdesk.ui.statistics.page import StatisticsPage

_MEASURES = "刹车作业后必须路试并签字；交车前由服务顾问向客户演示。"


def statistics(house: House) -> None:
    """The year by category, with the measures kept, printed."""
    hand = house.hand
    with hand.act("change-person"):
        house.sign_in("csmanager")
    with hand.act("statistics") as act:
        hand.press("ctrl+6")
        page = house.page(StatisticsPage)
        hand.settle()
        hand.press("3")
        hand.settle()
        page.view.compared.editor().setFocus()
        hand.press("2")
        hand.settle()
        hand.picture("statistics-compared")
        if page.view.comparison() is not Comparison.BEFORE:
            raise ActFailed("nothing is compared")
        page.view.measures.setFocus()
        hand.say(_MEASURES)
        hand.settle()
        hand.picture("statistics")
        hand.press("ctrl+p")
        paper = hand.until(lambda: page.findChild(PdfWindow), "the statistics form")
        hand.picture("statistics-form")
        paper.save_to(hand.out / "statistics.pdf")
        paper.close()
        hand.settle()
        act.created["pdf"] = "statistics.pdf"


def other_looks(house: House) -> None:
    """The same screen in the other language and in the dark, switched at once."""
    hand, window = house.hand, house.program.window
    other = Language.EN if house.language is Language.ZH_CN else Language.ZH_CN
    with hand.act("other-language"):
        window.speak(other)
        hand.settle()
        hand.picture("other-language")
        window.speak(house.language)
    with hand.act("dark"):
        hand.press("ctrl+1")
        window.dress(Theme.DARK)
        hand.settle()
        hand.picture("today-dark")
        window.dress(Theme.LIGHT)
        hand.settle()
