"""Half-typed forms: their owner's alone, gone with the real save, swept when old."""

from __future__ import annotations

from datetime import timedelta

import pytest

from frontdesk.clock import FixedClock
from frontdesk.models.enums import Role
from frontdesk.services.drafts import drop_draft
from frontdesk.services.registry import Services
from tests.factories import Make


def test_what_was_typed_comes_back_as_it_was(services: Services) -> None:
    typed = {"words": "刹车响\n<b>", "mileage": "12,0"}
    services.drafts.keep("intake", "car", typed, base_version=3)

    draft = services.drafts.offered("intake", "car")

    assert draft is not None
    assert draft.values == typed
    assert (draft.base_version, draft.saved_at) == (3, services.desk.now)
    assert services.drafts.offered("intake") is None
    assert services.drafts.offered("complaint", "car") is None


def test_keeping_again_updates_the_one_there_is(services: Services, clock: FixedClock) -> None:
    services.drafts.keep("intake", "car", {"words": "刹"})
    clock.move(timedelta(seconds=1))
    services.drafts.keep("intake", "car", {"words": "刹车"}, base_version=2)

    assert [draft.values for draft in services.drafts.all()] == [{"words": "刹车"}]
    draft = services.drafts.all()[0]
    assert (draft.saved_at, draft.base_version) == (clock.now(), 2)


def test_nobody_sees_the_drafts_of_another(services: Services, make: Make) -> None:
    other = make.services(Role.SERVICE_ADVISOR)
    services.drafts.keep("intake", "car", {"words": "店长写的"})

    assert other.drafts.offered("intake", "car") is None
    assert other.drafts.all() == ()

    other.drafts.keep("intake", "car", {"words": "顾问写的"})
    other.drafts.discard("intake", "car")
    kept = services.drafts.offered("intake", "car")
    assert kept is not None
    assert kept.values == {"words": "店长写的"}


def test_a_discarded_draft_is_gone(services: Services) -> None:
    services.drafts.keep("intake", "car", {"words": "刹车"})
    services.drafts.keep("intake", "", {"words": "新车"})

    services.drafts.discard("intake", "car")

    assert [draft.subject_id for draft in services.drafts.all()] == [""]


def test_the_real_save_takes_the_draft_with_it(services: Services, make: Make) -> None:
    other = make.services(Role.SERVICE_ADVISOR)
    for each in (services, other):
        each.drafts.keep("intake", "car", {"words": "刹车"})

    with services.desk.write() as work:
        drop_draft(work, "intake", "car")

    assert services.drafts.all() == ()
    assert len(other.drafts.all()) == 1


def test_a_save_that_fails_leaves_the_draft(services: Services) -> None:
    services.drafts.keep("intake", "car", {"words": "刹车"})

    def failing() -> None:
        with services.desk.write() as work:
            drop_draft(work, "intake", "car")
            raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        failing()

    assert services.drafts.offered("intake", "car") is not None


@pytest.mark.parametrize(("days", "left"), [(30, 1), (31, 0)])
def test_old_drafts_are_offered_no_more_and_swept(
    services: Services, make: Make, clock: FixedClock, days: int, left: int
) -> None:
    other = make.services(Role.SERVICE_ADVISOR)
    services.drafts.keep("intake", "car", {"words": "刹车"})
    clock.move(timedelta(days=days))

    assert (services.drafts.offered("intake", "car") is not None) == bool(left)
    other.drafts.sweep()

    assert len(services.drafts.all()) == left
