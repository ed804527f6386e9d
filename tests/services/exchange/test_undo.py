"""An import is undone as a whole: the store is as it was, or it is told what stands in the way."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from frontdesk.clock import FixedClock
from frontdesk.errors import FrontdeskError, InputErrors, NotFound, UserError
from frontdesk.models.customer import Customer
from frontdesk.models.enums import Role
from frontdesk.services.registry import Services
from tests.factories import Make, vin_of
from tests.services.change_sets.whole_store import differences, rows
from tests.services.exchange.sheets import HEADING, delivery, write_xlsx

_NAMES = st.sampled_from(["王一", "王二", "张伟", "深圳远航物流有限公司"])
_LINE = st.fixed_dictionaries(
    {
        "serial": st.integers(1, 6),
        "name": _NAMES,
        "phone": st.sampled_from(["13800000001", "13800000002", "13900000003"]),
    },
    optional={
        "plate": st.sampled_from(["粤B00001", "粤B00002", "粤B99999", None]),
        "day": st.sampled_from(["2026-10-31", "2026-11-03", "2026-11-04"]),
        "model": st.sampled_from(["别克 GL8 陆尊", "凯越"]),
        "remarks": st.sampled_from([None, "送脚垫"]),
    },
)


def sheet(folder: Path, *lines: list[Any], name: str = "交车.xlsx") -> Path:
    return write_xlsx(folder / name, [HEADING, *lines])


@settings(max_examples=25, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(
    before=st.lists(_LINE, max_size=4),
    lines=st.lists(_LINE, min_size=1, max_size=6),
)
def test_undone_import_leaves_the_store_as_it_was(
    services: Services,
    tmp_path: Path,
    before: list[dict[str, Any]],
    lines: list[dict[str, Any]],
) -> None:
    if before:
        services.exchange.run(sheet(tmp_path, *(_line(each) for each in before)))
    stood = rows(services.desk)
    result = services.exchange.run(sheet(tmp_path, *(_line(each) for each in lines)))
    assert result.batch_id is not None
    services.exchange.undo(result.batch_id)
    assert differences(stood, rows(services.desk)) == {}


def _line(told: dict[str, Any]) -> list[Any]:
    return delivery(**told)


def test_files_it_brought_up_to_date_are_as_before_also_after_a_night(
    services: Services, make: Make, tmp_path: Path, clock: FixedClock
) -> None:
    owner = make.customer("王一", phones=["13800000001"])
    make.vehicle(owner, vin=vin_of(1), plate="粤B55555")
    stood = rows(services.desk)
    batch = services.exchange.run(sheet(tmp_path, delivery(1, name="王一"), delivery(2))).batch_id
    assert batch is not None
    clock.move(timedelta(days=1))
    services.callbacks.derive()
    services.exchange.undo(batch)
    services.exchange.undo(batch)
    left = differences(stood, rows(services.desk))
    assert set(left) <= {"callback"}
    assert services.search.find("00002").hits == ()
    assert {hit.customer_id for hit in services.search.find("55555").hits} == {owner}


def test_a_visit_since_stands_in_the_way_and_is_named(
    services: Services, make: Make, tmp_path: Path
) -> None:
    batch = services.exchange.run(sheet(tmp_path, delivery(1))).batch_id
    assert batch is not None
    car = services.search.find("00001").hits[0].vehicle_id
    make.visit(car)
    before = rows(services.desk)
    with pytest.raises(UserError, match=r"change_set\.built_on_visit"):
        services.exchange.undo(batch)
    assert differences(before, rows(services.desk)) == {}


def test_a_file_edited_since_stands_in_the_way(services: Services, tmp_path: Path) -> None:
    batch = services.exchange.run(sheet(tmp_path, delivery(1))).batch_id
    assert batch is not None
    with services.desk.write() as work:
        work.session.query(Customer).one().wechat = "later"
    with pytest.raises(UserError, match=r"change_set\.changed_customer"):
        services.exchange.undo(batch)


def test_a_call_that_was_begun_stands_in_the_way(services: Services, tmp_path: Path) -> None:
    from frontdesk.models.callback import Callback

    batch = services.exchange.run(sheet(tmp_path, delivery(1, day="2026-11-04"))).batch_id
    assert batch is not None
    with services.desk.write() as work:
        work.session.query(Callback).first().started_at = work.now  # type: ignore[union-attr]
    with pytest.raises(UserError, match=r"change_set\.built_on_callback"):
        services.exchange.undo(batch)


def test_a_second_sheet_about_the_same_car_is_undone_first(
    services: Services, tmp_path: Path
) -> None:
    first = services.exchange.run(sheet(tmp_path, delivery(1))).batch_id
    second = services.exchange.run(sheet(tmp_path, delivery(1, plate="粤B77777"))).batch_id
    assert first is not None
    assert second is not None
    with pytest.raises(InputErrors) as refused:
        services.exchange.undo(first)
    assert {error.code.rpartition("_")[2] for error in refused.value.errors} == {"vehicle", "other"}
    services.exchange.undo(second)
    services.exchange.undo(first)
    assert [each.undone_at is not None for each in services.exchange.imports()] == [True, True]
    assert services.search.find("王一").hits == ()


def test_only_a_recent_import_can_be_undone(
    services: Services, tmp_path: Path, clock: FixedClock
) -> None:
    batch = services.exchange.run(sheet(tmp_path, delivery(1))).batch_id
    assert batch is not None
    assert services.exchange.imports()[0].can_undo
    clock.move(timedelta(days=31))
    assert not services.exchange.imports()[0].can_undo
    with pytest.raises(UserError, match=r"exchange\.undo_late"):
        services.exchange.undo(batch)
    with pytest.raises(NotFound):
        services.exchange.undo("nothing")


def test_who_may_not_import_may_not_undo(make: Make) -> None:
    with pytest.raises(FrontdeskError, match=r"permission\.denied"):
        make.services(Role.SERVICE_ADVISOR).exchange.undo("any")


def test_delivered_days_of_an_undone_sheet_are_missing_again(
    services: Services, tmp_path: Path
) -> None:
    batch = services.exchange.run(sheet(tmp_path, delivery(1, day="2026-11-04"))).batch_id
    assert batch is not None
    services.exchange.say_none(date(2026, 11, 3))
    services.exchange.undo(batch)
    missing = [day.day for day in services.exchange.missing_days()]
    assert missing == [date(2026, 11, 5), date(2026, 11, 4)]
