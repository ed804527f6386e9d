"""The ticket goes round its loop, each step by the right person, found on their own work list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from frontdesk.models.enums import ComplaintState, ComplaintStep
from frontdesk.sample.staff import PASSWORD
from frontdesk.services.confirmed import STEPS
from frontdesk.tour.driver import ActFailed
from frontdesk.tour.house import House
from frontdesk.ui.complaints.page import ComplaintsPage
from frontdesk.ui.kit.confirm import ConfirmWindow
from frontdesk.ui.kit.pdf_view import PdfWindow
from frontdesk.ui.today.page import TodayPage

APPROVING_KEYS = 3
"""From the line of the work list to the approved opinion, besides the password."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One step: who takes it, how long after the step before, what is said by keys or words.

    ``said``: chords as ``Driver.press`` takes them; a text after ``"``is somebody's own words.
    """

    step: ComplaintStep
    login: str
    minutes: int
    said: Sequence[str]
    to: ComplaintState


def loop(house: House) -> None:
    """Judged … filed, then the printed form."""
    with house.hand.act("ticket") as act:
        _open(house)
        house.hand.picture("complaint")
        act.created["complaint"] = _ticket(house)
    for turn in turns(house):
        take(house, turn)
    _print(house)


def turns(house: House) -> tuple[Turn, ...]:
    """Who takes which step, from the acknowledgement to the filing."""
    caller = house.hand.who
    step, state = ComplaintStep, ComplaintState
    return (
        Turn(step.ACKNOWLEDGED, caller, 10, ("alt+1", "enter", '"电话'), state.TO_JUDGE),
        Turn(
            step.JUDGED,
            caller,
            25,
            (
                "enter",
                "enter",
                "2",
                "enter",
                "1",
                "enter",
                "1",
                "enter",
                '"情况属实，客户要求合理。',
            ),
            state.TO_OPINE,
        ),
        Turn(
            step.OPINION,
            "csmanager",
            40,
            ('"请售后当天联系客户，免费复检；确属返修的不收费。',),
            state.TO_APPROVE,
        ),
        Turn(step.APPROVED, "gm", 30, (), state.TO_DISPATCH),
        Turn(step.DISPATCHED, "servicemanager", 15, ('"何嘉', "enter"), state.TO_RETURN),
        Turn(
            step.RETURNED,
            "advisor2",
            170,
            (
                *('"举升检查，刹车片边缘有毛刺。', "enter", '"装配后未倒角。', "enter"),
                *('"交车时没有路试。', "enter", '"当班技师', "enter", "enter", "enter"),
                *("1", "7", "enter", '"刹车片倒角并路试。', "enter", '"修后路试写入完工单。'),
                *("enter", '"120', "enter", "enter", "enter", '"接受', "enter", "1"),
            ),
            state.TO_FOLLOW_UP,
        ),
        Turn(
            step.FOLLOWED_UP,
            "csmanager",
            35,
            ("1", "enter", "9", "enter", '"声音没有了，处理得很快。'),
            state.TO_SIGN_OFF,
        ),
        Turn(step.SIGNED_OFF, "gm", 20, (), state.TO_FILE),
        Turn(
            step.FILED,
            caller,
            15,
            ('"处理及时，客户满意。', "enter", '"刹车作业后必须路试。'),
            state.FILED,
        ),
    )


def take(house: House, turn: Turn) -> None:
    """Sign in, find the ticket on one's own work list, take the step with Ctrl+Enter."""
    hand = house.hand
    house.clock.move(timedelta(minutes=turn.minutes))
    with hand.act("change-person"):
        house.sign_in(turn.login)
    _stand_on_line(house)
    with hand.act(f"complaint-{turn.step.value}") as act:
        if turn.step is ComplaintStep.APPROVED:
            hand.picture("today-approve")
        hand.press("enter")
        page = house.page(ComplaintsPage)
        hand.until(lambda: page.ticket.steps.form, "the step's form")
        hand.settle()
        for each in turn.said:
            if each.startswith('"'):
                hand.say(each[1:])
            else:
                hand.press(each)
        hand.picture(f"complaint-{turn.step.value.replace('_', '-')}")
        hand.press("ctrl+enter")
        if turn.step in STEPS:
            _sign(house, turn.step)
        hand.until(lambda: _stands(house, turn), f"the entry {turn.step.value}")
        hand.settle()
        act.created["entry"] = turn.step.value
        if turn.step is ComplaintStep.APPROVED and act.keys > APPROVING_KEYS:
            raise ActFailed(f"{act.keys} keys, {APPROVING_KEYS} are allowed")


def _sign(house: House, step: ComplaintStep) -> None:
    """What weighs much is signed by the password: typed, then Enter."""
    hand = house.hand
    question = hand.until(lambda: house.program.window.findChild(ConfirmWindow), "the question")
    hand.until(question.isVisible, "the question on screen")
    hand.picture(f"confirm-{step.value.replace('_', '-')}")
    hand.secret(PASSWORD)
    hand.press("enter")


def _stand_on_line(house: House) -> None:
    """Put the cursor on the ticket's line, as a glance and an arrow key or two would."""
    hand = house.hand
    hand.press("ctrl+1")
    page = house.page(TodayPage)
    hand.until(lambda: page.table.select(house.complaint_id), "the ticket on the work list")
    page.table.setFocus()


def _open(house: House) -> None:
    hand = house.hand
    hand.press("ctrl+k", "ctrl+a")
    hand.spell(_ticket(house))
    hand.until(house.found, "the ticket")
    hand.press("enter")
    page = house.page(ComplaintsPage)
    hand.until(lambda: page.ticket.ticket, "the ticket on screen")
    hand.settle()


def _print(house: House) -> None:
    hand = house.hand
    with hand.act("print-complaint") as act:
        page = house.page(ComplaintsPage)
        hand.picture("complaint-filed")
        hand.press("ctrl+p")
        paper = hand.until(lambda: page.findChild(PdfWindow), "the complaint form")
        hand.picture("complaint-form")
        paper.save_to(hand.out / "complaint.pdf")
        paper.close()
        hand.settle()
        act.created["pdf"] = "complaint.pdf"


def _ticket(house: House) -> str:
    return house.services.complaints.open(house.complaint_id).number


def _stands(house: House, turn: Turn) -> bool:
    ticket = house.services.complaints.open(house.complaint_id)
    return ticket.entries[-1].step is turn.step and ticket.state is turn.to
