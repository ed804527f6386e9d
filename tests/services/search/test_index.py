from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, select, update

from frontdesk.models.customer import Customer, CustomerPhone
from frontdesk.services.desk import Desk
from frontdesk.services.registry import Services
from frontdesk.services.search import index
from frontdesk.services.search.fold import fold
from tests.factories import Make, vin_of

NAMES = st.text(
    st.sampled_from("张王李欧阳单仇曾乐吕伟芳〇𠮷Áßﬁ中文abcXYZ ·-.'%_\"*|0189"),
    min_size=1,
    max_size=9,
).filter(lambda name: any(char.isalpha() for char in name))
PHONES = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)
PLATES = st.from_regex(r"[粤湘京][A-H](D[0-9]{5}|[A-HJ-NP-Z0-9]{5})", fullmatch=True)


def _state(desk: Desk) -> dict[str, list[Any]]:
    """The index as it stands, free of its own numbering."""
    with desk.read() as session:
        run = session.connection().exec_driver_sql
        return {
            "docs": sorted(run("SELECT customer_id, text, newest_on FROM search_doc").all()),
            "windows": sorted(
                run(
                    'SELECT d.customer_id, w."window" FROM search_window w'
                    " LEFT JOIN search_doc d ON d.id = w.id"
                ).all()
            ),
        }


def _check(desk: Desk) -> None:
    """FTS5's own check of index against content, then a rebuild must change nothing."""
    with desk.write() as work:
        work.session.connection().exec_driver_sql(
            "INSERT INTO search_trigram (search_trigram, rank) VALUES ('integrity-check', 1)"
        )
    before = _state(desk)
    with desk.write() as work:
        index.rebuild(work.session)
    assert _state(desk) == before


@given(
    name=NAMES,
    phones=st.lists(PHONES, min_size=1, max_size=3, unique=True),
    plate=PLATES,
    serial=st.integers(0, 999_999),
    data=st.data(),
)
def test_any_part_of_any_field_finds_its_file(
    services: Services,
    make: Make,
    name: str,
    phones: list[str],
    plate: str,
    serial: int,
    data: st.DataObject,
) -> None:
    with services.desk.write() as work:
        for table in ("search_window", "search_doc", "vehicle_ownership", "vehicle", "customer"):
            work.session.connection().exec_driver_sql(f"DELETE FROM {table}")
        index.rebuild(work.session)
    customer = make.customer(name, phones=phones)
    make.vehicle(customer, plate=plate, vin=vin_of(serial))
    field = data.draw(st.sampled_from([name, plate, vin_of(serial), *phones]))
    start = data.draw(st.integers(0, len(field) - 1))
    part = field[start : data.draw(st.integers(start + 1, len(field)))]
    typed = data.draw(st.sampled_from([part, part.lower(), f"  {part} "]))
    if fold(part):
        assert customer in {hit.customer_id for hit in services.search.find(typed).hits}


@given(
    typed=st.one_of(
        st.text(st.characters(), max_size=300),
        st.text(
            st.sampled_from("\"'*()^:-+|%_\\ \0\ud800\udfff\uffff{}NEAR AND OR NOT粤B1张"),
            max_size=60,
        ),
    )
)
def test_nothing_typed_is_an_error(services: Services, make: Make, typed: str) -> None:
    result = services.search.find(typed)
    assert result.typed == typed
    assert result.hits == ()


def test_the_index_follows_every_change(desk: Desk, make: Make) -> None:
    ids = [make.customer(f"张{n}") for n in range(20)]
    make.vehicle(ids[0])
    with desk.write() as work:
        session = work.session
        session.execute(update(Customer).where(Customer.id == ids[1]).values(name="李改名"))
        session.execute(
            update(CustomerPhone)
            .where(CustomerPhone.customer_id == ids[2])
            .values(number="13012345678")
        )
        session.execute(delete(CustomerPhone).where(CustomerPhone.customer_id == ids[3]))
        index.refresh(session, ids)
    with desk.read() as session:
        assert session.scalars(select(Customer.id).where(Customer.name == "李改名")).one() == ids[1]
    _check(desk)


def test_a_change_undone_leaves_the_index_untouched(desk: Desk, make: Make) -> None:
    make.customer("张三")
    before = _state(desk)
    try:
        with desk.write() as work:
            work.session.execute(update(Customer).values(name="李四"))
            index.refresh(work.session, list(work.session.scalars(select(Customer.id))))
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        pass
    assert _state(desk) == before


def test_a_rebuild_tells_how_far_it_is(desk: Desk, make: Make) -> None:
    for n in range(3):
        make.customer(f"张{n}")
    told: list[tuple[int, int]] = []
    with desk.write() as work:
        assert index.rebuild(work.session, lambda done, total: told.append((done, total))) == 3
    assert told[-1] == (3, 3)
    _check(desk)
