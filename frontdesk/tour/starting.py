"""The first run and the first sign-in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from frontdesk.app import Program
from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.tour.driver import Act, Driver
from frontdesk.tour.house import OPENING, House
from frontdesk.ui.kit.pdf_view import PdfWindow
from frontdesk.ui.setup.page import SetupPage

_TYPED = (
    ("Yuanhang Motors", "Lake Road 88", "0719-8123456", "0719-8123400", "400-800-1234"),
    ("Han", "admin", "a long password", "a long password"),
)


def set_up(app: QApplication, folder: Path, out: Path, language: Language, acts: list[Act]) -> None:
    """Found a dealership in a fresh folder, keep its recovery sheet, see the empty desk."""
    program = Program(app, folder, language, clock=FixedClock(OPENING, OPENING.tzinfo))
    program.start()
    program.window.raise_up()
    hand = Driver(out, program.tasks, acts)
    try:
        hand.until(QApplication.activeWindow, "the window in front")
        with hand.act("set-up") as act:
            page = program.window.findChild(SetupPage)
            if page is None:
                raise LookupError("the first run did not offer to set up")
            page.founding.form.field("dealership").setFocus()
            for texts in _TYPED:
                for text in texts:
                    hand.spell(text)
                    hand.press("enter")
            hand.picture("set-up")
            hand.press("enter")
            recovery = hand.until(lambda: page.recovery, "the recovery code")
            hand.press("ctrl+p")
            sheet = hand.until(lambda: recovery.findChild(PdfWindow), "the recovery sheet")
            hand.picture("recovery-sheet")
            sheet.save_to(out / "recovery.pdf")
            hand.press("esc")
            hand.until(recovery.go_on.isEnabled, "leave to go on")
            recovery.go_on.setFocus()
            hand.press("enter")
            hand.until(lambda: program.window.desk, "the desk")
            act.created["dealership"] = _TYPED[0][0]
    finally:
        hand.end()
        program.close()


def sign_in(house: House) -> None:
    """The general manager's morning."""
    hand = house.hand
    with hand.act("sign-in"):
        hand.picture("sign-in")
        house.sign_in("gm")
        hand.picture("today-manager")
    with hand.act("change-person"):
        house.sign_in("advisor")
        hand.picture("today")
