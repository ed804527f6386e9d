"""A thousand hostile strings through each form: typed, stored, shown, printed and read back."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.clock import FixedClock
from frontdesk.language import Language
from frontdesk.models.enums import ComplaintChannel, ComplaintLevel
from frontdesk.models.values.text import half_width, storable
from frontdesk.reports.typeset import clean
from frontdesk.services.complaints.dto import Facts, RegisterComplaint
from frontdesk.services.customers.inputs import CustomerInput, PhoneInput
from frontdesk.services.intake.views import VisitFilter
from frontdesk.services.registry import Services
from frontdesk.ui.intake.page import IntakePage
from frontdesk.ui.kit.page import UiContext
from frontdesk.ui.kit.tasks import Tasks
from tests.factories import Make
from tests.reports.reading import bare, pages, survives
from tests.ui.keys import CTRL, chord

_STRINGS = 1_000
_SEEDS = (
    '<img src="/etc/passwd"/>',
    "<b>粗</b> & <font size=99>x</font>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    '=HYPERLINK("x")',
    '" OR 1=1 --',
    "'; DROP TABLE customer; --",
    "NEAR(a b) AND * ^",
    "../../etc/passwd\x00.pdf",
    "%s%n{0}{a}$&",
    "مرحبا \u202etxt.exe",
    "שלום",
    "😡🧑‍🔧🇨🇳",
    "\ud83d lone \udfff",
    "e\u0301\u0302\u0303 z̷͇a̶",
    "𠮷𡈽",
    "a\tb\r\nc\u2028d",
    "\x07\x1b[31mred\x7f",
    "，。！？）》",
    "刹车响，客户很着急。",
)


def _strings() -> Iterator[str]:
    """The same strings every time: two of the seeds and a running number, never blank."""
    chance = random.Random(20261105)
    number = 0
    while True:
        number += 1
        yield f"{chance.choice(_SEEDS)} {number} {chance.choice(_SEEDS)}"


def _same(stored: str | None, typed: str) -> bool:
    return bare(stored or "") == bare(storable(typed))


def test_through_the_customer_file(services: Services) -> None:
    strings = _strings()
    for number in range(_STRINGS // 5):
        words = [next(strings) for _ in range(5)]
        name, occupation, employer, address, remarks = words
        name = f"王{name}"[:60]  # a name without a letter is refused, as it should be
        customer_id = services.customers.create(
            CustomerInput(
                name=name,
                phones=(PhoneInput(f"1381234{number:04d}"),),
                occupation=occupation,
                employer=employer,
                address=address,
                remarks=remarks,
            )
        )
        kept = services.customers.open(customer_id)
        assert _same(kept.name, half_width(name))
        for stored, typed in zip(
            (kept.occupation, kept.employer, kept.address, kept.remarks), words[1:], strict=True
        ):
            assert _same(stored, typed)
        services.search.find(name)


def test_through_the_complaint_to_its_form_and_back(services: Services, make: Make) -> None:
    strings = _strings()
    customer = make.customer()
    for _ in range(_STRINGS // 10):
        words, remedy, who, *facts = (next(strings) for _ in range(10))
        ticket_id = services.complaints.register(
            RegisterComplaint(
                customer_id=customer,
                words=words,
                remedy=remedy,
                complainant=who[:60],
                channel=ComplaintChannel.DESK,
                category="repair_quality.not_fixed",
                level=ComplaintLevel.COMPLAINT_NORMAL,
                facts=Facts(*facts),
            )
        )
        kept = services.complaints.open(ticket_id)
        assert _same(kept.words, words)
        assert _same(kept.remedy, remedy)
        sheets = pages(services.complaints.print_form(ticket_id, Language.ZH_CN).pdf)
        for stored in (kept.words, kept.remedy, kept.facts.why, kept.facts.how_much):
            assert survives(bare(clean(stored)), sheets), stored


_TOLD = (
    *("words", "why", "when_happens", "where_happens", "who_drives"),
    *("what_happens", "how_shown", "how_much", "damage", "belongings"),
)


def test_through_the_intake_window_to_its_sheet_and_back(
    services: Services,
    make: Make,
    tasks: Tasks,
    clock: FixedClock,
    show: Callable[[QWidget], None],
    qtbot: QtBot,
) -> None:
    strings = _strings()
    page = IntakePage(UiContext(services, tasks, lambda _: None, clock))
    page.resize(1366, 640)
    show(page)
    page.refresh(frozenset())
    for _ in range(_STRINGS // len(_TOLD)):
        vehicle_id = make.vehicle()
        page.begin(vehicle_id)
        qtbot.waitUntil(lambda: tasks.idle and page.view.shows(page.view.desk))
        form = page.view.desk.form
        form.set_typed({name: next(strings) for name in _TOLD} | {"mileage_km": "12000"})
        typed = {name: str(form.field(name).value()) for name in _TOLD}
        form.focus_first()
        chord(Qt.Key.Key_S, CTRL)
        qtbot.waitUntil(lambda: tasks.idle and page.view.shows(page.view.visit))
        visit_id = services.intake.list(VisitFilter(vehicle_id=vehicle_id))[0].id
        sheet = services.intake.open(visit_id)
        told = {name: getattr(sheet.told, name, None) for name in _TOLD[:8]}
        told |= {name: getattr(sheet.arrival, name) for name in _TOLD[8:]}
        assert [name for name in _TOLD if not _same(told[name], typed[name])] == []
        sheets = pages(services.intake.print_sheet(visit_id, Language.ZH_CN).pdf)
        for name in _TOLD:
            assert survives(bare(clean(told[name] or "")), sheets), (name, told[name])
        assert _marked_up(page) == []


def _marked_up(page: QWidget) -> list[str]:
    """Labels that would take a person's text for markup."""
    QApplication.processEvents()
    rich = [w for w in page.findChildren(QLabel) if w.textFormat() != Qt.TextFormat.PlainText]
    return [label.text() for label in rich if label.text()]
