"""Merging as a person meets it: what is proposed, what follows, what stands in an undo's way."""

from __future__ import annotations

from datetime import timedelta

import pytest

from frontdesk.errors import Conflict, FrontdeskError, InputErrors, NotFound, UserError
from frontdesk.models.customer import ContactConsent, Customer, CustomerPhone
from frontdesk.models.enums import Channel, Consent, Gender, Role
from frontdesk.models.journal import Draft
from frontdesk.services.merging.dto import Likeness, MergeInput, MergePreview, Side
from frontdesk.services.registry import Services
from tests.factories import Make


def merge(services: Services, stays: str, goes: str, **choices: Side) -> str:
    seen = services.merging.preview(stays, goes)
    wanted = MergeInput(stays, seen.stays.version, goes, seen.goes.version, choices)
    return services.merging.merge(wanted)


def field(preview: MergePreview, name: str) -> tuple[object, object, Side, bool]:
    found = next(each for each in preview.fields if each.name == name)
    return found.stays, found.goes, found.usual, found.differs


def customer(services: Services, customer_id: str) -> Customer:
    with services.desk.read() as session:
        found = session.get_one(Customer, customer_id)
        session.expunge_all()
        return found


# the preview -----------------------------------------------------------------------------------


def test_preview_shows_both_values_and_proposes_the_one_there_is(
    services: Services, make: Make
) -> None:
    stays = make.customer(name="张伟", email="a@example.com", hobbies="钓鱼")
    goes = make.customer(
        name="张 伟", email="b@example.com", hobbies="下棋", wechat="zw", gender=Gender.MALE
    )
    preview = services.merging.preview(stays, goes)
    assert field(preview, "name") == ("张伟", "张 伟", Side.STAYS, True)
    assert field(preview, "email")[2] is Side.STAYS
    assert field(preview, "wechat") == (None, "zw", Side.GOES, True)
    assert field(preview, "gender")[2] is Side.GOES
    assert field(preview, "hobbies") == ("钓鱼", "下棋", Side.BOTH, True)
    assert field(preview, "occupation")[3] is False


def test_preview_counts_what_follows_and_masks_the_identity_number(
    services: Services, make: Make
) -> None:
    stays = make.customer()
    goes = make.customer(identity_number="11010519491231002X", phones=["13900000001"])
    make.visit(make.vehicle(goes))
    preview = services.merging.preview(stays, goes)
    counts = {each.kind: each.goes for each in preview.following}
    assert (counts["visit"], counts["vehicle"], counts["customer_phone"]) == (1, 1, 1)
    assert field(preview, "identity_number")[1] == "110***********002X"


def test_a_file_is_not_merged_with_itself_nor_with_one_that_is_not_there(
    services: Services, make: Make
) -> None:
    one = make.customer()
    with pytest.raises(UserError, match=r"merging\.same_file"):
        services.merging.preview(one, one)
    with pytest.raises(NotFound):
        services.merging.preview(one, "nobody")


# merging ---------------------------------------------------------------------------------------


def test_chosen_values_stand_in_the_merged_file(services: Services, make: Make) -> None:
    stays = make.customer(name="张伟", email="a@example.com", remarks="怕吵")
    goes = make.customer(name="张大伟", email="b@example.com", remarks="周末来")
    merge(services, stays, goes, name=Side.GOES)
    kept = customer(services, stays)
    assert (kept.name, kept.email, kept.remarks) == ("张大伟", "a@example.com", "怕吵\n周末来")


def test_numbers_are_kept_once_and_those_of_both(services: Services, make: Make) -> None:
    stays = make.customer(phones=["13900000001", "13900000002"])
    goes = make.customer(phones=["13900000002", "13900000003"])
    merge(services, stays, goes)
    numbers = [line.number for line in customer(services, stays).phones]
    assert numbers == ["13900000001", "13900000002", "13900000003"]


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        (Consent.GIVEN, Consent.REFUSED, Consent.REFUSED),
        (Consent.REFUSED, Consent.GIVEN, Consent.REFUSED),
        (Consent.UNKNOWN, Consent.GIVEN, Consent.GIVEN),
    ],
)
def test_a_refusal_wins(
    services: Services, make: Make, one: Consent, other: Consent, kept: Consent
) -> None:
    stays, goes = make.customer(), make.customer(do_not_call=True)
    for id_, state in ((stays, one), (goes, other)):
        with services.desk.write() as work:
            work.session.add(
                ContactConsent(
                    customer_id=id_,
                    channel=Channel.SMS,
                    state=state,
                    said_at=work.now,
                    noted_by=services.desk.actor.id,
                )
            )
    merge(services, stays, goes)
    with services.desk.read() as session:
        assert session.get_one(ContactConsent, (stays, Channel.SMS)).state is kept
    assert customer(services, stays).do_not_call


def test_former_number_and_car_find_the_merged_file(services: Services, make: Make) -> None:
    stays, goes = make.customer(name="李娜"), make.customer(name="李娜")
    make.vehicle(goes, plate="粤B99887")
    number = customer(services, goes).number
    merge(services, stays, goes)
    for typed in (number, "99887"):
        found = services.search.find(typed)
        assert {hit.customer_id for hit in found.hits} == {stays}


def test_what_was_changed_since_it_was_seen_is_not_merged(services: Services, make: Make) -> None:
    stays, goes = make.customer(), make.customer()
    seen = services.merging.preview(stays, goes)
    with services.desk.write() as work:
        work.session.get_one(Customer, goes).wechat = "new"
    wanted = MergeInput(stays, seen.stays.version, goes, seen.goes.version)
    with pytest.raises(Conflict):
        services.merging.merge(wanted)


def test_told_twice_it_is_done_once(services: Services, make: Make) -> None:
    stays, goes = make.customer(), make.customer()
    seen = services.merging.preview(stays, goes)
    wanted = MergeInput(stays, seen.stays.version, goes, seen.goes.version)
    services.merging.merge(wanted, "one")
    services.merging.merge(wanted, "one")
    assert len(services.merging.made()) == 1


def test_half_typed_forms_of_both_files_are_never_thrown_away(
    services: Services, make: Make
) -> None:
    stays, goes = make.customer(), make.customer()
    for subject in (stays, goes):
        services.drafts.keep("customer", subject, {"name": "半"})
    with pytest.raises(UserError, match=r"merging\.drafts_in_both"):
        merge(services, stays, goes)
    services.drafts.discard("customer", stays)
    merge(services, stays, goes)
    with services.desk.read() as session:
        assert [row.subject_id for row in session.query(Draft)] == [stays]


def test_number_must_fit_the_kind(services: Services, make: Make) -> None:
    from frontdesk.models.enums import CustomerKind

    stays = make.customer(kind=CustomerKind.COMPANY)
    goes = make.customer(identity_number="11010519491231002X")
    with pytest.raises(UserError) as refused:
        merge(services, stays, goes)
    assert refused.value.field == "identity_number"
    merge(services, stays, goes, kind=Side.GOES)


# parting ---------------------------------------------------------------------------------------


def test_what_came_since_goes_where_it_hangs(services: Services, make: Make) -> None:
    stays, goes = make.customer(), make.customer()
    own, other = make.vehicle(stays), make.vehicle(goes)
    merged = merge(services, stays, goes)
    services.desk.clock.move(timedelta(days=3))  # type: ignore[attr-defined]
    of_own, of_other = make.visit(own), make.visit(other)
    call = make.callback(stays, visit_id=of_other)
    services.merging.undo(merged)
    with services.desk.read() as session:
        from frontdesk.models.callback import Callback
        from frontdesk.models.visit import Visit

        assert session.get_one(Visit, of_own).customer_id == stays
        assert session.get_one(Visit, of_other).customer_id == goes
        assert session.get_one(Callback, call).customer_id == goes
    assert customer(services, goes).last_visit_on == services.desk.today
    assert customer(services, stays).last_visit_on == services.desk.today


def test_a_field_changed_since_stands_in_the_way_and_is_told(
    services: Services, make: Make
) -> None:
    stays, goes = make.customer(name="王芳", email=None), make.customer(email="b@example.com")
    merged = merge(services, stays, goes)
    with services.desk.write() as work:
        work.session.get_one(Customer, stays).email = "c@example.com"
    with pytest.raises(UserError, match=r"change_set\.changed_customer") as refused:
        services.merging.undo(merged)
    assert refused.value.params == {"name": "王芳"}
    assert customer(services, stays).email == "c@example.com"


def test_other_fields_saved_since_are_kept(services: Services, make: Make) -> None:
    stays, goes = make.customer(), make.customer(email="b@example.com")
    merged = merge(services, stays, goes)
    with services.desk.write() as work:
        work.session.get_one(Customer, stays).wechat = "later"
    services.merging.undo(merged)
    kept = customer(services, stays)
    assert (kept.wechat, kept.email) == ("later", None)


def test_a_car_that_was_sold_since_and_a_number_struck_out_stand_in_the_way(
    services: Services, make: Make
) -> None:
    stays, goes = make.customer(), make.customer(phones=["13900000003"])
    car = make.vehicle(goes, plate="粤B77777")
    merged = merge(services, stays, goes)
    services.customers.take_over(car, make.customer(name="别人"))
    with services.desk.write() as work:
        found = work.session.query(CustomerPhone).filter_by(number="13900000003").one()
        work.session.delete(found)
    with pytest.raises(InputErrors) as refused:
        services.merging.undo(merged)
    codes = {error.code for error in refused.value.errors}
    assert "change_set.changed_vehicle" in codes


def test_the_last_merge_into_a_file_is_undone_first(services: Services, make: Make) -> None:
    stays, second, third = make.customer(), make.customer(), make.customer()
    first_merge = merge(services, stays, second)
    services.desk.clock.move(timedelta(minutes=1))  # type: ignore[attr-defined]
    last_merge = merge(services, stays, third)
    with pytest.raises(UserError, match=r"merging\.later_first"):
        services.merging.undo(first_merge)
    services.merging.undo(last_merge)
    services.merging.undo(first_merge)
    services.merging.undo(first_merge)
    assert [each.can_undo for each in services.merging.made()] == [False, False]


def test_a_file_merged_on_is_parted_from_the_outside(services: Services, make: Make) -> None:
    first, second, third = make.customer(), make.customer(), make.customer()
    inner = merge(services, second, third)
    outer = merge(services, first, second)
    with pytest.raises(UserError, match=r"merging\.file_gone"):
        services.merging.undo(inner)
    services.merging.undo(outer)
    services.merging.undo(inner)
    assert customer(services, third).id == third


# likely pairs ----------------------------------------------------------------------------------


def test_likely_pairs_come_with_their_reasons_the_surest_first(
    services: Services, make: Make
) -> None:
    make.customer(name="李明", phones=["13900000001"])
    make.customer(name="李明", phones=["13900000001"])
    make.customer(name="王芳", identity_number="11010519491231002X")
    make.customer(name="王方", identity_number="11010519491231002X")
    make.customer(name="赵强", phones=[], address="福田区深南大道 1 号 2 栋 301")
    make.customer(name="赵强", phones=[], address="福田区深南大道1号2栋301室")
    make.customer(name="赵强", phones=[], address="福田区深南大道 1 号 2 栋 402")
    make.customer(name="孙丽", phones=["13900000009"])
    make.customer(name="孙立", phones=["13900000009"])
    make.customer(name="周杰", phones=["13900000010"])
    make.customer(name="钱多", phones=["13900000010"])
    found = services.merging.likely()
    assert [each.by[0] for each in found] == [
        Likeness.IDENTITY,
        Likeness.PHONE_AND_NAME,
        Likeness.PHONE_AND_NAME,
        Likeness.NAME_AND_ADDRESS,
        Likeness.PHONE,
    ]
    assert {found[0].first_name, found[0].second_name} == {"王芳", "王方"}


def test_a_car_that_only_changed_files_is_a_sign(services: Services, make: Make) -> None:
    one, other = make.customer(name="张伟"), make.customer(name="张伟先生")
    car = make.vehicle(one)
    services.customers.take_over(car, other)
    stranger = make.customer(name="刘洋")
    services.customers.take_over(make.vehicle(stranger), make.customer(name="陈静"))
    [pair] = services.merging.likely()
    assert pair.by == (Likeness.CAR,)
    assert {pair.first_id, pair.second_id} == {one, other}


def test_the_file_seen_last_is_proposed_to_stay(services: Services, make: Make) -> None:
    one = make.customer(name="李明", phones=["13900000001"])
    other = make.customer(name="李明", phones=["13900000001"])
    make.visit(make.vehicle(other))
    [pair] = services.merging.likely()
    assert (pair.first_id, pair.second_id) == (other, one)


def test_two_people_are_offered_no_more(services: Services, make: Make) -> None:
    one = make.customer(name="李明", phones=["13900000001"])
    other = make.customer(name="李明", phones=["13900000001"])
    services.merging.not_the_same(other, one)
    services.merging.not_the_same(one, other)
    assert services.merging.likely() == ()


def test_a_number_of_a_whole_house_is_no_sign(services: Services, make: Make) -> None:
    for n in range(8):
        make.customer(name=f"客户{n}", phones=["075588886666"])
    assert services.merging.likely() == ()


# who, and the trail ----------------------------------------------------------------------------


def test_who_may_not_merge_is_refused(make: Make) -> None:
    services = make.services(Role.SERVICE_ADVISOR)
    for call in (
        services.merging.likely,
        lambda: services.merging.preview("a", "b"),
        lambda: services.merging.undo("a"),
    ):
        with pytest.raises(FrontdeskError, match=r"permission\.denied"):
            call()


def test_trail_names_the_file_that_went_by_its_number(services: Services, make: Make) -> None:
    from frontdesk.services.audit.dto import Wanted

    stays, goes = make.customer(), make.customer()
    number = customer(services, goes).number
    merge(services, stays, goes)
    entries = services.audit.page(Wanted(subject="customer", subject_id=goes)).entries
    assert [(each.action, each.about) for each in entries] == [("customer.merged_away", number)]
