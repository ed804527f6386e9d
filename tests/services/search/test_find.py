from __future__ import annotations

from datetime import date, timedelta

import pytest

from frontdesk.errors import PermissionDenied
from frontdesk.models.enums import Role, VisitStatus
from frontdesk.services.registry import Services
from frontdesk.services.search.results import Hit, HitKind
from tests.factories import Make


def _found(services: Services, typed: str) -> set[str]:
    return {hit.customer_id for hit in services.search.find(typed).hits}


def _one(services: Services, typed: str) -> Hit:
    (hit,) = services.search.find(typed).hits
    return hit


def _marked(text: str, marks: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start : start + length] for start, length in marks]


@pytest.fixture
def zhang(make: Make) -> str:
    """张三丰, reached under 138 0013 8000, with a new-energy car."""
    customer = make.customer("张三丰", phones=["13800138000"])
    make.vehicle(customer, plate="粤BD12345", vin="LSVAB4180N2123456", brand="凯越", model="E5")
    make.vehicle(make.customer("李四", phones=["13911112222"]), plate="粤B77777")
    return customer


@pytest.mark.parametrize(
    "typed",
    [
        "张三丰",
        "张",
        "三丰",
        "zhangsanfeng",
        "ZSF",
        "zs",
        "sanf",
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "+86 138 0013 8000",
        "8000",
        "粤B·D12345",
        "粤bd12345",
        "粤Ｂ·Ｄ１２３４５",  # noqa: RUF100 - full-width keys of a Chinese keyboard
        "D123",
        "123456",
        "lsvab418",
        "张 12345",
        "zsf 8000",
    ],
)
def test_any_usual_way_of_typing_finds_the_customer(
    services: Services, zhang: str, typed: str
) -> None:
    assert zhang in _found(services, typed)


@pytest.mark.parametrize(
    "typed", ["王", "zsq", "13800138001", "粤B·D12346", "张 77777", "李四 8000"]
)
def test_what_does_not_fit_is_not_found(services: Services, zhang: str, typed: str) -> None:
    assert zhang not in _found(services, typed)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("单雄信", "sxx"),
        ("单雄信", "danxiong"),
        ("曾国藩", "zengguofan"),
        ("仇英", "qiuying"),
        ("仇英", "chouying"),
        ("欧阳修", "oyx"),
        ("司马光", "simaguang"),
        ("吕布", "lvbu"),
        ("吕布", "lubu"),
        ("王乐", "wangyue"),
        ("深圳远航物流有限公司", "szyhwl"),
        ("John Smith", "johnsm"),
        ("买买提·艾山", "买买提艾山"),
    ],
)
def test_names_are_found_by_every_reading(
    services: Services, make: Make, name: str, typed: str
) -> None:
    assert make.customer(name) in _found(services, typed)


def test_a_plate_leads_to_the_car_with_its_owner(services: Services, zhang: str) -> None:
    hit = _one(services, "d1234")
    assert (hit.kind, hit.customer_id, hit.vehicle_id) == (HitKind.VEHICLE, zhang, hit.id)
    assert hit.title == "粤B·D12345"
    assert _marked(hit.title, hit.title_marks) == ["D1234"]
    assert hit.subtitle == "凯越 E5 · 张三丰"


def test_the_part_that_fits_is_marked_over_dots_and_blanks(services: Services, zhang: str) -> None:
    plate = _one(services, "粤bd1")
    assert _marked(plate.title, plate.title_marks) == ["粤B·D1"]
    phone = _one(services, "01380")
    assert _marked(phone.subtitle, phone.subtitle_marks) == ["013 80"]
    vin = _one(services, "123456")
    assert _marked(vin.subtitle, vin.subtitle_marks) == ["123456"]


@pytest.mark.parametrize(
    ("typed", "marked"), [("zs", "张三"), ("sanf", "三丰"), ("三", "三"), ("ngsanfe", "张三丰")]
)
def test_the_characters_read_are_marked(
    services: Services, zhang: str, typed: str, marked: str
) -> None:
    hit = next(h for h in services.search.find(typed).hits if h.kind is HitKind.CUSTOMER)
    assert _marked(hit.title, hit.title_marks) == [marked]


def test_who_was_seen_last_comes_first(services: Services, make: Make) -> None:
    day = date(2026, 1, 1)
    for back in range(5):
        make.customer(f"王{back}", last_visit_on=day - timedelta(days=back))
    titles = [hit.title for hit in services.search.find("王").hits]
    assert titles == [f"王{back}" for back in range(5)]


def test_every_way_to_the_newest_gives_the_same(
    services: Services, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(30):
        make.customer(f"王小{n}", last_visit_on=date(2026, 1, 1) + timedelta(days=n * 7 % 30))
    queries = ["王", "王小", "小1", "王小1", "wangxiao", "王 小2"]
    sorted_ = [services.search.find(typed) for typed in queries]
    monkeypatch.setattr("frontdesk.services.search.query.FEW", 0)
    assert [services.search.find(typed) for typed in queries] == sorted_
    monkeypatch.setattr("frontdesk.services.search.query.PROBE", 3)
    assert [services.search.find(typed) for typed in queries] == sorted_
    assert sorted_[0].more
    assert not sorted_[2].more


def test_orders_and_tickets_are_found_by_number(services: Services, make: Make) -> None:
    visit = make.visit(status=VisitStatus.AGREED)
    ticket = make.complaint()
    for typed in ("V-2026-000001", "v2026000001", "2026000001", "000001", "V-2026-0000"):
        assert (HitKind.ORDER, visit) in {(h.kind, h.id) for h in services.search.find(typed).hits}
    for typed in ("C-2026-000001", "c-2026-000001", "000001"):
        assert (HitKind.TICKET, ticket) in {
            (h.kind, h.id) for h in services.search.find(typed).hits
        }
    hit = next(h for h in services.search.find("V-2026-000001").hits if h.kind is HitKind.ORDER)
    assert (hit.state, hit.day) == (VisitStatus.AGREED, date(2026, 11, 5))


def test_numbers_show_only_to_those_who_may_see_the_records(make: Make) -> None:
    make.visit()
    refused = make.services(Role.ADMINISTRATOR)
    with pytest.raises(PermissionDenied):
        refused.search.find("张")


def test_a_former_plate_still_finds_the_file(services: Services, make: Make) -> None:
    customer = make.customer()
    vehicle = make.vehicle(customer, plate="粤B55555")
    with services.desk.write() as work:
        work.audit("vehicle.update", "vehicle", vehicle, before={"plate": "湘A66666"}, after={})
        from frontdesk.services.search import index

        work.seal()
        index.refresh(work.session, [customer])
    assert _found(services, "湘A6666") == {customer}
    hit = _one(services, "湘A6666")
    assert _marked(hit.subtitle, hit.subtitle_marks) == ["湘A6666"]
