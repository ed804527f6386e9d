"""The ticket goes round its loop, each step by the right person, found on their own work list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from frontdesk.models.enums import ComplaintState, ComplaintStep
from frontdesk.services.confirmed import STEPS
from frontdesk.tour import beside
from frontdesk.tour.driver import ActFailed
from frontdesk.tour.house import House
from frontdesk.ui.complaints.page import ComplaintsPage
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
    """Judged … filed, with all that comes beside the way, then the printed form."""
    with house.hand.act("ticket") as act:
        open_ticket(house, house.complaint_id)
        house.hand.picture("complaint")
        act.created["complaint"] = number_of(house, house.complaint_id)
    for turn in turns(house):
        if turn.step is ComplaintStep.FILED:
            beside.signed_sheet(house)
        take(house, turn, house.complaint_id)
        if turn.step is ComplaintStep.ACKNOWLEDGED:
            beside.photo(house)
        elif turn.step is ComplaintStep.FOLLOWED_UP:
            beside.what_follows(house)
    _print(house)


def stand_in(house: House) -> None:
    """A complaint about the only CS manager: she is told who stands in, and he does."""
    ticket = beside.about_the_manager(house)
    house.clock.move(timedelta(minutes=5))
    with house.hand.act("change-person"):
        house.sign_in("csmanager")
    open_ticket(house, house.complaint_id)
    beside.proof_pack(house)
    with house.hand.act("stand-in-told") as act:
        open_ticket(house, ticket)
        house.hand.picture("stand-in")
        act.created["complaint"] = number_of(house, ticket)
        if not house.services.complaints.open(ticket).stand_in:
            raise ActFailed("nobody stands in")
    words = '"由总经理代客服经理提出：本人当面致歉，改由同事跟进。'
    step, state = ComplaintStep.OPINION, ComplaintState.TO_APPROVE
    take(house, Turn(step, "gm", 10, (words,), state), ticket, "stand-in-opinion")


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
            step.PAUSED, "advisor2", 20, ("alt+2", "2", "enter", '"等刹车片到货。'), state.TO_RETURN
        ),
        Turn(step.RESUMED, "advisor2", 90, ("alt+2",), state.TO_RETURN),
        Turn(
            step.RETURNED,
            "advisor2",
            80,
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


def take(house: House, turn: Turn, ticket: str, called: str = "") -> None:
    """Sign in, find the ticket on one's own work list, take the step with Ctrl+Enter."""
    hand = house.hand
    house.clock.move(timedelta(minutes=turn.minutes))
    with hand.act("change-person"):
        house.sign_in(turn.login)
    stand_on_line(house, ticket)
    take_on_line(house, turn, ticket, called)


def take_on_line(house: House, turn: Turn, ticket: str, called: str = "") -> None:
    """Take the step from the ticket's line on the work list, by whoever it waits for."""
    hand = house.hand
    name = called or f"complaint-{turn.step.value.replace('_', '-')}"
    with hand.act(called or f"complaint-{turn.step.value}") as act:
        if turn.step is ComplaintStep.APPROVED:
            hand.picture("today-approve")
        hand.press("enter")
        page = house.page(ComplaintsPage)
        # Until it has come, the one looked at before is shown, maybe with a form of its own.
        hand.until(lambda: page.ticket.ticket and page.ticket.ticket.id == ticket, "the ticket")
        hand.until(lambda: page.ticket.steps.form, "the step's form")
        hand.settle()
        for each in turn.said:
            if each.startswith('"'):
                hand.say(each[1:])
            else:
                hand.press(each)
        hand.picture(name)
        hand.press("ctrl+enter")
        if turn.step in STEPS:
            beside.sign(house, f"confirm-{turn.step.value.replace('_', '-')}")
        hand.until(lambda: _stands(house, turn, ticket), f"the entry {turn.step.value}")
        hand.settle()
        act.created["entry"] = turn.step.value
        if turn.step is ComplaintStep.APPROVED and act.keys > APPROVING_KEYS:
            raise ActFailed(f"{act.keys} keys, {APPROVING_KEYS} are allowed")


def stand_on_line(house: House, ticket: str) -> None:
    """Put the cursor on the ticket's line, as a glance and an arrow key or two would."""
    hand = house.hand
    hand.press("ctrl+1")
    page = house.page(TodayPage)
    hand.until(lambda: page.table.select(ticket), "the ticket on the work list")
    page.table.setFocus()


def open_ticket(house: House, ticket: str) -> None:
    """Find it by its number in the search box."""
    hand = house.hand
    hand.press("ctrl+k", "ctrl+a")
    hand.spell(number_of(house, ticket))
    hand.until(house.found, "the ticket")
    hand.press("enter")
    page = house.page(ComplaintsPage)
    hand.until(lambda: page.ticket.ticket is not None and page.ticket.ticket.id == ticket, "it")
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


def number_of(house: House, ticket: str) -> str:
    """The number under which people know it."""
    return house.services.complaints.open(ticket).number


def _stands(house: House, turn: Turn, ticket_id: str) -> bool:
    ticket = house.services.complaints.open(ticket_id)
    return ticket.entries[-1].step is turn.step and ticket.state is turn.to
