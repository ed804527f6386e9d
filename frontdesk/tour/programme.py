"""What the CS manager has beside the queue: every part of the callbacks tab, worked by keys."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from frontdesk.services.outbox.dto import MessageFilter
from frontdesk.services.spot_checks.dto import CheckFilter
from frontdesk.tour.driver import ActFailed
from frontdesk.tour.house import House
from frontdesk.ui.callbacks.page import CallbacksPage
from frontdesk.ui.kit.pdf_view import PdfWindow


def parts(house: House) -> None:
    """Sharing out, lists, routine sheets, a spot check drawn, a message copied, the call sheet."""
    hand = house.hand
    with hand.act("change-person"):
        house.sign_in("csmanager")
    hand.press("ctrl+4")
    page = house.page(CallbacksPage)
    hand.settle()
    doing = {
        "sharing": _share_out,
        "lists": _list,
        "checks": _check,
        "messages": _copy,
        "paper": _sheet,
    }
    for key in page.part_keys()[1:]:
        with hand.act(f"calls-{key}") as act:
            hand.press("alt+right")
            hand.settle()
            if not page.section(key).isVisible():
                raise ActFailed(f"{key} is not in front")
            if key in doing:
                act.created[key] = doing[key](house)
                hand.settle()
            hand.picture(f"calls-{key}")


def _share_out(house: House) -> int:
    """What nobody has is shared out; how many people then have calls."""
    house.hand.press("f5")
    house.hand.settle()
    return sum(share.open > 0 for share in house.services.sharing.look().shares)


def _list(house: House) -> int:
    """Customers lost last month are put on a list, each of whom is then called."""
    hand = house.hand
    hand.press("insert")
    hand.settle()
    hand.picture("calls-new-list")
    hand.press("ctrl+enter")
    made = hand.until(house.services.call_lists.lists, "the list")
    return made[0].members


def _check(house: House) -> int:
    """Finished calls are drawn at random, to be called again."""
    hand = house.hand
    hand.press("ctrl+n")
    hand.settle()
    hand.picture("calls-draw")
    hand.press("ctrl+enter")
    drawn = hand.until(lambda: house.services.spot_checks.list(CheckFilter()), "the calls drawn")
    return len(drawn)


def _copy(house: House) -> int:
    """The message of a finished call is copied, to be sent from the telephone."""
    waiting = house.services.outbox.list(MessageFilter())
    if not waiting:
        raise ActFailed("no message waits")
    house.hand.press("enter")
    house.hand.settle()
    if QApplication.clipboard().text() not in {message.body for message in waiting}:
        raise ActFailed("the message is not in the clipboard")
    return len(waiting)


def _sheet(house: House) -> str:
    """Tomorrow's calls on paper, for a power cut."""
    hand = house.hand
    hand.press("ctrl+p")
    page = house.page(CallbacksPage)
    paper = hand.until(lambda: page.findChild(PdfWindow), "the call sheet")
    paper.save_to(hand.out / "call-sheet.pdf")
    paper.close()
    return "call-sheet.pdf"
