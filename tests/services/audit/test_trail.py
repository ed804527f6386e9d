"""The manager reads the trail: filtered, named, exported; looking leaves a trace itself."""

from __future__ import annotations

import io
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from frontdesk.clock import FixedClock, today
from frontdesk.errors import PermissionDenied, UserError
from frontdesk.language import Language
from frontdesk.models.enums import ActKind, Role
from frontdesk.models.journal import AuditEntry
from frontdesk.services.audit import finding
from frontdesk.services.audit import service as trail_service
from frontdesk.services.audit.dto import Entry, Wanted
from frontdesk.services.desk import Actor, Desk
from frontdesk.services.registry import Services
from tests.factories import Make


def _acts(services: Services, wanted: Wanted) -> list[Entry]:
    """What is wanted, but for the looking itself."""
    entries: list[Entry] = []
    before: int | None = None
    while True:
        page = services.audit.page(wanted, before)
        entries += [entry for entry in page.entries if entry.action != "audit.view"]
        before = page.before
        if before is None:
            return entries


def _note(desk: Desk, action: str, subject: str = "setting", about: str = "x", **detail: object):  # type: ignore[no-untyped-def] # noqa: ANN202
    with desk.write() as work:
        work.audit(action, subject, about, **detail)


def test_newest_first_named_and_of_a_kind(services: Services, make: Make, desk: Desk) -> None:
    customer = make.customer(name="陈晓明")
    services.customers.reveal_identity(customer)

    seen, *_ = _acts(services, Wanted(kind=ActKind.SEEN))

    assert seen.action == "customer.reveal_identity"
    assert seen.kind is ActKind.SEEN
    assert seen.person == desk.actor.name
    assert "陈晓明" in seen.about


def test_who_saw_which_number(services: Services, make: Make, desk: Desk) -> None:
    one, other = make.customer(name="陈晓明"), make.customer(name="李娜")
    services.customers.reveal_identity(one)
    services.customers.reveal_phones(other)
    _note(desk, "visit.print", "visit", "v")

    found = _acts(services, Wanted(numbers=True))

    assert [entry.action for entry in found] == [
        "customer.reveal_phones",
        "customer.reveal_identity",
    ]
    of_one = _acts(services, Wanted(numbers=True, subject="customer", subject_id=one))
    assert [entry.action for entry in of_one] == ["customer.reveal_identity"]


def test_looking_is_noted_once_for_each_question(services: Services, desk: Desk) -> None:
    for _ in range(3):
        services.audit.page(Wanted(kind=ActKind.SEEN))
    services.audit.page(Wanted(kind=ActKind.PRINTED))

    with desk.read() as session:
        noted = session.scalars(
            select(AuditEntry.detail).where(AuditEntry.action == "audit.view")
        ).all()

    assert noted == ['{"wanted": {"kind": "seen"}}', '{"wanted": {"kind": "printed"}}']


def test_days_are_the_desk_s_and_both_count(
    services: Services, desk: Desk, clock: FixedClock
) -> None:
    first = today(clock)
    for n in range(3):
        _note(desk, "setting.change", about=str(n))
        clock.move(timedelta(days=1))

    def about(wanted: Wanted) -> list[str]:
        return [entry.subject_id for entry in _acts(services, wanted)]

    assert about(Wanted(first=first, last=first)) == ["0"]
    assert about(Wanted(first=first + timedelta(days=1))) == ["2", "1"]
    assert about(Wanted(last=first + timedelta(days=1))) == ["1", "0"]
    assert about(Wanted(first=first + timedelta(days=99))) == []
    assert about(Wanted(last=date.max)) == ["2", "1", "0"]
    with pytest.raises(UserError) as error:
        services.audit.page(Wanted(first=first, last=first - timedelta(days=1)))
    assert error.value.field == "last"


def test_the_order_is_that_of_the_trail_whatever_the_clock_did(
    services: Services, desk: Desk, clock: FixedClock
) -> None:
    _note(desk, "setting.change", about="first")
    clock.move(timedelta(days=-3))
    _note(desk, "setting.change", about="second")
    clock.move(timedelta(days=30))
    _note(desk, "setting.change", about="third")

    found = _acts(services, Wanted())

    assert [entry.subject_id for entry in found] == ["third", "second", "", "first"]
    assert found[2].action == "clock.backward"
    assert found[2].kind is ActKind.STORE


def test_pages_hold_together(
    services: Services, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk.write() as work:
        for n in range(finding.PAGE * 2 + 7):
            work.audit("visit.print" if n % 3 else "visit.ready", "visit", str(n))

    everything = _acts(services, Wanted())
    printed = _acts(services, Wanted(kind=ActKind.PRINTED))
    changed = _acts(services, Wanted(kind=ActKind.CHANGED))

    assert [int(entry.subject_id) for entry in everything] == list(
        reversed(range(finding.PAGE * 2 + 7))
    )
    assert len(printed) + len(changed) == len(everything)
    monkeypatch.setattr(finding, "STRIDE", 50)
    found = _acts(services, Wanted(text="40"))
    assert [entry.subject_id for entry in found] == [
        str(n) for n in reversed(range(finding.PAGE * 2 + 7)) if "40" in str(n)
    ]


def test_a_person_a_text_a_name(services: Services, make: Make, desk: Desk) -> None:
    customer = make.customer(name="陈晓明")
    _note(
        desk,
        "customer.update",
        "customer",
        customer,
        before={"name": "陈"},
        after={"name": "陈晓明"},
    )
    _note(desk, "setting.change", about="desk", reason="100%_sure")
    other = Actor("00000000-0000-7000-8000-000000000009", "li", "李娜", desk.actor.roles)
    _note(
        Desk(desk.store, other, desk.clock, desk.rules, desk.profile), "visit.ready", "visit", "v"
    )

    assert {entry.subject_id for entry in _acts(services, Wanted(text="陈晓明"))} == {customer}
    assert [e.subject_id for e in _acts(services, Wanted(text="0%_s"))] == ["desk"]
    assert _acts(services, Wanted(text="0%s")) == []
    assert [e.action for e in _acts(services, Wanted(staff_id=other.id))] == ["visit.ready"]
    changed = _acts(services, Wanted(text="陈晓明"))[0]
    assert ("name", "陈 → 陈晓明") in changed.detail


def test_export_is_text_and_noted(services: Services, desk: Desk) -> None:
    desk.confirmation.give()
    _note(desk, "setting.change", about="=1+1", reason="=HYPERLINK('x')", note="+1\x00")

    sheet = services.audit.export(Wanted(kind=ActKind.SETTINGS), Language.ZH_CN)

    rows = list(load_workbook(io.BytesIO(sheet.content)).active.iter_rows())
    assert [cell.value for cell in rows[0]] == [
        "序号",
        "时间",
        "人员",
        "类别",
        "操作",
        "对象",
        "内容",
    ]
    assert rows[1][1].value == "2026-11-05 10:00:00"
    assert rows[1][4].value == "修改了设置"
    assert {cell.data_type for row in rows for cell in row if cell.value is not None} == {"s"}
    assert sheet.count == 1
    assert _acts(services, Wanted(kind=ActKind.EXPORTED))[0].detail == (
        ("count", "1"),
        ("kind", "settings"),
    )


def test_too_many_are_not_exported(
    services: Services, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.confirmation.give()
    monkeypatch.setattr(trail_service, "MOST_EXPORTED", 2)
    for n in range(3):
        _note(desk, "setting.change", about=str(n))

    with pytest.raises(UserError) as error:
        services.audit.export(Wanted(), Language.EN)

    assert error.value.code == "audit.too_many"
    assert _acts(services, Wanted(kind=ActKind.EXPORTED)) == []


def test_verifying_says_what_it_found_and_is_remembered(
    services: Services, desk: Desk, clock: FixedClock
) -> None:
    _note(desk, "setting.change")
    assert services.audit.state().verified_at is None

    found = services.audit.verify()

    assert found.faults == ()
    assert found.entries == 1
    state = services.audit.state()
    assert state.verified_at == clock.now()
    assert state.faults == 0
    head = desk.store.head
    assert head is not None
    assert (state.entries, state.seal) == (head.sequence, head.seal)


def test_verifying_finds_an_edit(services: Services, desk: Desk) -> None:
    from frontdesk.store.engine import connect

    _note(desk, "setting.change", key="a")
    connection = connect(desk.store.folder.database, desk.store.key)
    connection.execute("DROP TRIGGER audit_entry_never_changes")
    connection.execute("UPDATE audit_entry SET action = 'x' WHERE sequence = 1")
    connection.close()

    found = services.audit.verify()

    assert len(found.faults) == 2
    assert services.audit.state().faults == 2


def test_verifying_can_be_stopped(services: Services, desk: Desk) -> None:
    with desk.write() as work:
        work.audit_many("callback.due", "callback", ((str(n), {}) for n in range(6_000)))

    with pytest.raises(UserError) as error:
        services.audit.verify(cancelled=lambda: True)

    assert error.value.code == "audit.cancelled"


def test_the_daily_sheet_counts_its_copies_and_carries_the_head(
    services: Services, make: Make, desk: Desk, tmp_path: Path, clock: FixedClock
) -> None:
    services.customers.reveal_identity(make.customer(name="陈晓明"))

    first = services.audit.print_day(today(clock), Language.ZH_CN)
    services.audit.print_day(today(clock), Language.EN)

    assert first.pdf.startswith(b"%PDF")
    printed = _acts(services, Wanted(kind=ActKind.PRINTED))
    assert [entry.detail for entry in printed] == [(("copy", "2"),), (("copy", "1"),)]


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.GENERAL_MANAGER, Role.CS_MANAGER}))
def test_the_trail_is_for_the_managers(desk: Desk, role: Role) -> None:
    actor = Actor(desk.actor.id, "one", "一人", frozenset({role}))
    services = Services(Desk(desk.store, actor, desk.clock, desk.rules, desk.profile))

    with pytest.raises(PermissionDenied):
        services.audit.page(Wanted())
