"""What stands beside the way of a complaint: evidence, actions, a penalty, the signed sheet."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from frontdesk.models.all import Complaint
from frontdesk.models.enums import AttachmentKind, ComplaintState
from frontdesk.sample import pictures
from frontdesk.sample.staff import PASSWORD
from frontdesk.services.complaints.after_dto import After
from frontdesk.tour.driver import ActFailed
from frontdesk.tour.house import House
from frontdesk.ui.complaints.page import ComplaintsPage
from frontdesk.ui.complaints.sheet_window import SheetWindow
from frontdesk.ui.kit.confirm import ConfirmWindow
from frontdesk.ui.kit.pdf_view import PdfWindow

_SUBJECT = "complaint"
_PENALTY_YUAN = "100"


def photo(house: House) -> None:
    """A picture dropped on the ticket is kept with it."""
    hand = house.hand
    file = Path("刹车片.png")
    file.write_bytes(pictures.photo(1).content)
    with hand.act("evidence") as act:
        page = house.page(ComplaintsPage)
        hand.drop(page.ticket, file)
        hand.until(lambda: kinds(house) == [AttachmentKind.PHOTO], "the photo with the ticket")
        hand.settle()
        hand.picture("complaint-evidence")
        act.created["evidence"] = file.name


def what_follows(house: House) -> None:
    """What the return promises becomes an action with an owner and a day; a penalty is set."""
    hand = house.hand
    page = house.page(ComplaintsPage)
    with hand.act("action") as act:
        hand.press("alt+a")
        hand.until(lambda: page.after.card.form, "the form of the action")
        hand.settle()
        hand.picture("complaint-action")
        hand.press("ctrl+enter")
        hand.until(lambda: _after(house).actions, "the action")
        hand.settle()
        act.created["action"] = _after(house).actions[0].words
    with hand.act("penalty") as act:
        hand.press("alt+p")
        hand.until(lambda: page.after.card.form, "the form of the penalty")
        hand.settle()
        hand.press("enter", "enter")
        hand.spell(_PENALTY_YUAN)
        hand.picture("complaint-penalty")
        hand.press("ctrl+enter")
        hand.until(lambda: _after(house).penalties, "the penalty")
        hand.settle()
        penalty = _after(house).penalties[0]
        hand.picture("complaint-follows")
        act.created["penalty"] = f"{penalty.person} {penalty.amount}"
        if penalty.amount != int(_PENALTY_YUAN):
            raise ActFailed(f"the penalty is {penalty.amount}")


def signed_sheet(house: House) -> None:
    """The printed form, signed and scanned, is dropped on the desk and finds its ticket."""
    hand = house.hand
    page = house.page(ComplaintsPage)
    sheet = Path("签字单.pdf")
    with hand.act("signed-sheet") as act:
        hand.press("ctrl+p")
        paper = hand.until(lambda: page.findChild(PdfWindow), "the complaint form")
        paper.save_to(sheet)
        paper.close()
        hand.press("ctrl+1")
        hand.settle()
        hand.drop(house.desk, sheet)
        window = hand.until(lambda: house.program.window.findChild(SheetWindow), "the question")
        hand.until(window.isVisible, "the question on screen")
        hand.picture("signed-sheet")
        hand.press("enter")
        hand.until(
            lambda: AttachmentKind.SIGNED_SHEET in kinds(house), "the signed sheet with its ticket"
        )
        hand.settle()
        act.created["sheet"] = sheet.name


def proof_pack(house: House) -> None:
    """All there is about the filed ticket in one file that verifies."""
    hand = house.hand
    page = house.page(ComplaintsPage)
    pack = hand.out / "proof.zip"
    with hand.act("proof-pack") as act:
        hand.press("ctrl+shift+p")
        question = hand.until(lambda: page.proof.window, "the question what stands in it")
        hand.until(question.isVisible, "the question on screen")
        hand.picture("proof-pack")
        hand.press("esc")
        ticket = hand.until(lambda: page.ticket.ticket, "the ticket")
        page.proof.write(ticket, pack, in_full=False)
        sign(house, "confirm-proof-pack")
        hand.until(pack.is_file, "the proof pack")
        hand.settle()
        act.created["proof"] = pack.name
        faults = house.services.proofs.compare(pack).faults
        if faults:
            raise ActFailed(f"the pack does not verify: {faults[0]}")


def sign(house: House, picture: str) -> None:
    """What weighs much is signed by the password: typed, then Enter."""
    hand = house.hand
    question = hand.until(lambda: house.program.window.findChild(ConfirmWindow), "the question")
    hand.until(question.isVisible, "the question on screen")
    hand.picture(picture)
    hand.secret(PASSWORD)
    hand.press("enter")


def about_the_manager(house: House) -> str:
    """The open ticket of the sample that is about the CS manager and waits for the opinion."""
    with house.services.desk.read() as session:
        return session.scalars(
            select(Complaint.id).where(
                Complaint.about_staff_id.is_not(None), Complaint.state == ComplaintState.TO_OPINE
            )
        ).one()


def kinds(house: House) -> list[AttachmentKind]:
    """What the ticket has of evidence."""
    return [each.kind for each in house.services.evidence.list(_SUBJECT, house.complaint_id)]


def _after(house: House) -> After:
    return house.services.after.of(house.complaint_id)
