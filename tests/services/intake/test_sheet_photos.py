"""Photos of the walk-around on the sheet: small, known by their marks, clean of what cameras note;
and photos that are withdrawn from a visit."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy import select

from frontdesk.clock import FixedClock
from frontdesk.errors import PermissionDenied, UserError
from frontdesk.language import Language
from frontdesk.models.enums import AttachmentKind, CarSide, DamageKind, Role
from frontdesk.models.journal import AuditEntry
from frontdesk.services.intake import sheet_photos
from frontdesk.services.intake.inputs import IntakeInput
from frontdesk.services.intake.walk import Mark, WalkAround
from frontdesk.services.registry import Services
from tests.factories import Make
from tests.reports.reading import bare, pages, read
from tests.services.evidence import files
from tests.services.intake.kit import given

SUBJECT = "visit"
ZH, EN = Language.ZH_CN, Language.EN


def _begun(services: Services, make: Make) -> IntakeInput:
    """A car that is here and looked at; what is said is still to come."""
    blank = IntakeInput(make.vehicle(), opened_at=services.desk.now)
    version = services.intake.begin_visit(blank.vehicle_id, blank.id, services.desk.now)
    return replace(given(services, blank.vehicle_id), id=blank.id, version=version)


def _photo(services: Services, visit_id: str, width: int, **options: object) -> str:
    content = files.picture(size=(width, 300), **options)  # type: ignore[arg-type]
    return services.evidence.add(SUBJECT, visit_id, f"{width}.jpg", content)


def _found(services: Services, visit_id: str) -> sheet_photos.SheetPhotos:
    with services.desk.read() as session:
        return sheet_photos.of_visit(services.desk, session, visit_id)


def _marked(photo_id: str, x: int = 100) -> Mark:
    return Mark(CarSide.LEFT, x, 200, DamageKind.SCRATCH, photo_id=photo_id)


def test_photos_follow_the_sheet_those_of_marks_first_by_their_numbers(
    services: Services, make: Make, clock: FixedClock
) -> None:
    begun = _begun(services, make)
    loose = _photo(services, begun.id, 400)
    clock.move(timedelta(minutes=1))
    twice = _photo(services, begun.id, 401)
    clock.move(timedelta(minutes=1))
    first = _photo(services, begun.id, 402)
    marks = (_marked(first), _marked(twice, 300), _marked(twice, 500), _marked("", 700))
    services.intake.register(replace(begun, walk=WalkAround(marks)))

    found = _found(services, begun.id)
    assert [each.marks for each in found.lines] == [(1,), (2, 3), ()]
    assert loose
    assert found.left_out == 0

    sheet = read(services.intake.print_sheet(begun.id, ZH).pdf)
    with_photos = [page for page in sheet.pages if len(page.images)]
    assert [len(page.images) for page in with_photos] == [3]
    said = bare(with_photos[0].extract_text())
    assert "损伤1" in said
    assert "损伤2、3" in said
    assert bare("Mark 2, 3") in pages(services.intake.print_sheet(begun.id, EN).pdf)[-1]


def test_a_photo_on_paper_is_small_upright_and_says_nothing_of_the_camera(
    services: Services, make: Make
) -> None:
    begun = _begun(services, make)
    large = files.picture(size=(3000, 2000), exif=files.exif(6))
    assert b"secret place" in large
    services.evidence.add(SUBJECT, begun.id, "大.jpg", large)
    (line,) = _found(services, begun.id).lines
    assert line.picture is not None
    assert b"secret place" not in line.picture
    with Image.open(BytesIO(line.picture)) as shown:
        assert max(shown.size) == 480
        assert shown.height > shown.width
        assert not shown.getexif()
    assert b"secret place" not in services.intake.print_sheet(begun.id, ZH).pdf


def test_what_cannot_be_shown_is_told_and_stops_no_sheet(services: Services, make: Make) -> None:
    begun = _begun(services, make)
    services.evidence.add(SUBJECT, begun.id, "坏.jpg", files.picture()[:300] + b"\0" * 50)
    heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 64
    services.evidence.add(SUBJECT, begun.id, "手机.heic", heic)
    said = "".join(pages(services.intake.print_sheet(begun.id, ZH).pdf))
    assert said.count("照片无法显示") == 1
    assert "另有1张HEIC格式的照片" in said
    assert "这种格式不能打印（JPEG、PNG、WebP可以）" in said
    assert "未打印" not in said


def test_only_so_many_are_printed_and_none_where_the_house_wants_none(
    services: Services, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = _begun(services, make)
    for width in (400, 401, 402):
        _photo(services, begun.id, width)
    monkeypatch.setattr(sheet_photos, "MOST", 2)
    found = _found(services, begun.id)
    assert (len(found.lines), found.left_out) == (2, 1)
    assert "1morekept" in pages(services.intake.print_sheet(begun.id, EN).pdf)[-1]

    services.settings.change_rules({"photos_on_sheet": False})
    sheet = read(services.intake.print_sheet(begun.id, ZH).pdf)
    assert not any(len(page.images) for page in sheet.pages)


@pytest.mark.parametrize("house", [True, False])
def test_who_prints_may_choose_otherwise_for_this_one_print(
    services: Services, make: Make, house: bool
) -> None:
    begun = _begun(services, make)
    _photo(services, begun.id, 400)
    services.settings.change_rules({"photos_on_sheet": house})
    for wanted, shown in ((None, house), (True, True), (False, False)):
        sheet = read(services.intake.print_sheet(begun.id, ZH, photos=wanted).pdf)
        assert any(len(page.images) for page in sheet.pages) is shown, wanted


def test_a_print_with_photos_says_so_in_the_trail(services: Services, make: Make) -> None:
    begun = _begun(services, make)
    _photo(services, begun.id, 400)
    services.intake.print_sheet(begun.id, ZH)
    with services.desk.read() as session:
        detail = session.scalar(select(AuditEntry.detail).where(AuditEntry.action == "visit.print"))
    assert detail is not None
    assert '"photos": 1' in detail or '"photos":1' in detail


# withdrawn ----------------------------------------------------------------------------------


def test_a_wrong_photo_is_withdrawn_with_its_reason_until_the_customer_agrees(
    make: Make,
) -> None:
    advisor = make.services(Role.SERVICE_ADVISOR, name="王顾问")
    begun = _begun(advisor, make)
    wrong, right = (_photo(advisor, begun.id, width) for width in (400, 401))
    shown = {each.id: each for each in advisor.evidence.list(SUBJECT, begun.id)}
    assert shown[wrong].may_withdraw
    advisor.evidence.withdraw(wrong, "拍成了别的车")

    # The form at the desk may still think the mark has it.
    marks = WalkAround((_marked(wrong), _marked(right, 300)))
    advisor.intake.register(replace(begun, walk=marks))
    assert [mark.photo_id for mark in advisor.intake.open(begun.id).walk.marks] == ["", right]
    assert len(_found(advisor, begun.id).lines) == 1

    gone = advisor.evidence.list(SUBJECT, begun.id)[-1]
    assert gone.withdrawn is not None
    assert (gone.withdrawn.why, gone.withdrawn.by) == ("拍成了别的车", "王顾问")
    assert advisor.evidence.content(wrong) == files.picture(size=(400, 300))

    # Agreed to: no advisor takes anything away any more, also not the own photo.
    assert not advisor.evidence.list(SUBJECT, begun.id)[0].may_withdraw
    with pytest.raises(UserError) as refused:
        advisor.evidence.withdraw(right, "多余")
    assert refused.value.code == "evidence.agreed_to"
    manager = make.services(Role.SERVICE_MANAGER)
    assert manager.evidence.list(SUBJECT, begun.id)[0].may_withdraw
    manager.evidence.withdraw(right, "涉及他人隐私")
    assert _found(manager, begun.id).lines == ()


@pytest.mark.parametrize("role", [Role.CS_SPECIALIST, Role.CS_MANAGER, Role.SALES_MANAGER])
def test_who_does_no_intake_takes_no_photo_out_of_it(
    services: Services, make: Make, role: Role
) -> None:
    begun = _begun(services, make)
    photo = _photo(services, begun.id, 400)
    other = make.services(role)
    assert not other.evidence.list(SUBJECT, begun.id)[0].may_withdraw
    with pytest.raises(PermissionDenied):
        other.evidence.withdraw(photo, "不相关")


def test_the_signature_is_no_photo_of_the_car(services: Services, make: Make) -> None:
    begun = _begun(services, make)
    drawn = files.picture("PNG")
    services.evidence.add(SUBJECT, begun.id, "s.png", drawn, AttachmentKind.SIGNATURE)
    assert _found(services, begun.id) == sheet_photos.SheetPhotos()
