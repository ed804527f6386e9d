"""The walk around the car: marks by keys and by mouse, photos, and what was there last time."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest

from frontdesk.clock import FixedClock
from frontdesk.models.enums import CarSide, DamageKind, DamageSize, VisitStatus, WarningLamp
from frontdesk.services.intake.views import VisitFilter
from frontdesk.services.intake.walk import Mark, WalkAround
from frontdesk.services.registry import Services
from frontdesk.ui.intake.outline_view import OutlineView
from frontdesk.ui.intake.photos_desk import fresh_pictures
from frontdesk.ui.intake.walk_field import WalkField
from frontdesk.ui.intake.walk_panel import WalkPanel
from frontdesk.ui.kit.drop_area import Given
from tests.factories import Make
from tests.services.evidence import files
from tests.services.intake.kit import given
from tests.ui.intake.conftest import Desk

F2, F4, ESC = Qt.Key.Key_F2, Qt.Key.Key_F4, Qt.Key.Key_Escape
RIGHT, DOWN, DELETE = Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Delete
SCRATCH = Mark(CarSide.LEFT, 400, 600, DamageKind.SCRATCH, note="门把手下")
DENT = Mark(CarSide.REAR, 500, 700, DamageKind.DENT)


def _begin(desk: Desk, vehicle_id: str) -> WalkPanel:
    desk.page.begin(vehicle_id)
    desk.until(lambda: desk.page.view.shows(desk.page.view.desk))
    desk.settle()
    desk.press(F2)
    return desk.page.view.desk.walk


def _kept(services: Services, vehicle_id: str) -> WalkAround:
    (row,) = services.intake.list(VisitFilter(vehicle_id=vehicle_id))
    return services.intake.open(row.id).walk


def test_damage_is_marked_by_keys_alone(desk_view: Desk, services: Services, make: Make) -> None:
    car = make.vehicle()
    panel = _begin(desk_view, car)
    desk_view.press("1", RIGHT, RIGHT, RIGHT, "2", "+", F2)
    assert panel.field.summary() == "New 2"
    desk_view.say("刹车响")
    desk_view.ctrl(Qt.Key.Key_S)
    desk_view.until(lambda: services.intake.list(VisitFilter(vehicle_id=car)))
    first, second = _kept(services, car).marks
    assert (first.side, first.kind, first.size) == (
        CarSide.LEFT,
        DamageKind.SCRATCH,
        DamageSize.MEDIUM,
    )
    assert (second.kind, second.size) == (DamageKind.DENT, DamageSize.LARGE)
    assert second.x > first.x
    assert services.intake.list(VisitFilter(vehicle_id=car))[0].status is VisitStatus.ARRIVED


def test_keys_lead_around_the_car_and_never_off_it(
    desk_view: Desk, services: Services, make: Make
) -> None:
    panel = _begin(desk_view, make.vehicle())
    for _ in range(15):
        desk_view.press(DOWN)
    desk_view.press("5")
    for _ in range(40):
        desk_view.press(RIGHT)
    desk_view.press("3")
    assert [mark.side for mark in panel.field.walk.marks] == [CarSide.TOP, CarSide.REAR]
    desk_view.press("N", DELETE)
    assert [mark.kind for mark in panel.field.walk.marks] == [DamageKind.CRACK]


def test_damage_is_marked_moved_and_told_by_mouse(
    desk_view: Desk, services: Services, make: Make
) -> None:
    panel = _begin(desk_view, make.vehicle())
    outline = panel.outline
    at = QPoint(outline.width() // 3, outline.height() // 2)
    QTest.mouseClick(outline, Qt.MouseButton.LeftButton, pos=at)
    (mark,) = panel.field.walk.marks
    assert (mark.side, mark.kind) == (CarSide.TOP, DamageKind.SCRATCH)
    panel.note.set_typed("旧伤")
    assert panel.field.walk.marks[0].note == "旧伤"
    panel.kind.set_value(DamageKind.RUST)
    assert panel.field.walk.marks[0].kind is DamageKind.RUST
    QTest.mousePress(outline, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(outline, at + QPoint(40, 0))
    QTest.mouseRelease(outline, Qt.MouseButton.LeftButton, pos=at + QPoint(40, 0))
    (moved,) = panel.field.walk.marks
    assert (moved.x > mark.x, moved.note, moved.id) == (True, "旧伤", mark.id)
    # Beside the car nothing is marked.
    QTest.mouseClick(outline, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert len(panel.field.walk.marks) == 1


def test_the_marks_of_last_time_are_compared_and_taken_over(
    desk_view: Desk, services: Services, make: Make, clock: FixedClock
) -> None:
    car = make.vehicle()
    visit_id = services.intake.register(given(services, car, walk=WalkAround((SCRATCH, DENT))))
    services.intake.decline(visit_id, 1, "下次")
    clock.move(timedelta(days=30))
    panel = _begin(desk_view, car)
    assert panel.field.summary() == "Not marked again 2"
    desk_view.press(F4)
    assert panel.field.summary() == "As last time 2"
    assert not panel.take.isVisible()
    assert [mark.note for mark in panel.field.walk.marks] == ["门把手下", ""]
    assert {mark.id for mark in panel.field.walk.marks}.isdisjoint({SCRATCH.id, DENT.id})


def test_marks_and_lamps_are_part_of_what_is_kept_while_typing(
    desk_view: Desk, services: Services, make: Make
) -> None:
    car = make.vehicle()
    panel = _begin(desk_view, car)
    desk_view.press("1")
    panel.lamps.boxes[WarningLamp.OIL].click()
    seen = panel.field.walk
    assert seen.lamps == (WarningLamp.OIL,)
    desk_view.press(ESC, ESC)
    desk_view.settle()
    desk_view.page.begin(car)
    desk_view.until(desk_view.page.banners.shown)
    desk_view.page.banners.shown()[0].action.click()
    assert desk_view.page.view.desk.form.walk.walk == seen


def test_a_pasted_photo_belongs_to_the_mark_and_the_car_has_arrived(
    desk_view: Desk, services: Services, make: Make
) -> None:
    car = make.vehicle()
    panel = _begin(desk_view, car)
    desk_view.press("1")
    picture = QImage(64, 48, QImage.Format.Format_RGB32)
    picture.fill(QColor("#336699"))
    QGuiApplication.clipboard().setImage(picture)
    desk_view.ctrl(Qt.Key.Key_V)
    desk_view.until(lambda: panel.photos.shown)
    desk_view.settle()
    (photo,) = panel.photos.shown
    assert panel.field.walk.marks[0].photo_id == photo.id
    (row,) = services.intake.list(VisitFilter(vehicle_id=car))
    assert row.status is VisitStatus.ARRIVED
    desk_view.press(F2)
    desk_view.say("刹车响")
    desk_view.ctrl(Qt.Key.Key_S)
    desk_view.until(lambda: services.intake.open(row.id).told.words)
    kept = services.intake.open(row.id)
    assert (kept.walk.marks[0].photo_id, kept.told.words) == (photo.id, "刹车响")
    # In the visit the photo is seen again, and opened large.
    facts = desk_view.page.view.visit.facts
    desk_view.until(lambda: facts.photos.shown)
    facts.photos.files.itemActivated.emit(facts.photos.files.item(0))
    desk_view.until(lambda: desk_view.page.in_house.windows.window)
    window = desk_view.page.in_house.windows.window
    assert window is not None
    window.close()


def test_a_wrong_photo_is_withdrawn_by_keys_with_a_reason(
    desk_view: Desk, services: Services, make: Make
) -> None:
    car = make.vehicle()
    panel = _begin(desk_view, car)
    desk_view.press("1")
    picture = QImage(64, 48, QImage.Format.Format_RGB32)
    picture.fill(QColor("#336699"))
    QGuiApplication.clipboard().setImage(picture)
    desk_view.ctrl(Qt.Key.Key_V)
    desk_view.until(lambda: panel.photos.shown)
    desk_view.settle()
    (row,) = services.intake.list(VisitFilter(vehicle_id=car))
    files = panel.photos.files
    files.setFocus()
    files.setCurrentRow(0)
    # Esc keeps it; without a reason nothing is withdrawn.
    desk_view.press(DELETE)
    assert panel.photos.asking.isVisible()
    desk_view.press(ESC)
    assert not panel.photos.asking.isVisible()
    assert panel.isVisible()
    desk_view.press(DELETE, Qt.Key.Key_Return)
    desk_view.until(panel.photos.asking.why.error)
    desk_view.press("拍错了车", Qt.Key.Key_Return)
    desk_view.until(lambda: not panel.photos.shown)
    desk_view.settle()
    (gone,) = services.evidence.list("visit", row.id)
    assert gone.withdrawn is not None
    assert gone.withdrawn.why == "拍错了车"
    assert panel.field.walk.marks[0].photo_id == ""


def test_a_draft_that_cannot_be_read_leaves_the_outline_empty(qtbot: object) -> None:
    field = WalkField("marks")
    for typed in ("nonsense", "{}", '{"marks": [[1]], "lamps": []}', '{"marks": 3, "lamps": 1}'):
        field.set_typed(typed)
        assert field.walk == WalkAround()
    field.set_value(WalkAround((SCRATCH,), (WarningLamp.ABS,)))
    typed = field.typed()
    field.set_value(None)
    field.set_typed(typed)
    assert field.walk == WalkAround((SCRATCH,), (WarningLamp.ABS,))
    assert field.spoken(typed) == "Left Scratch Medium 门把手下\nABS"


def test_the_camera_gives_the_pictures_of_this_car_only(tmp_path: Path, clock: FixedClock) -> None:
    now = clock.now()
    for name, minutes in (("old.jpg", -60), ("b.JPG", 5), ("a.jpg", 1), ("note.txt", 2)):
        path = tmp_path / name
        path.write_bytes(b"x")
        at = (now + timedelta(minutes=minutes)).timestamp()
        os.utime(path, (at, at))
    assert [path.name for path in fresh_pictures(tmp_path, now)] == ["a.jpg", "b.JPG"]


@pytest.mark.parametrize("marks", [(), (SCRATCH, DENT)])
def test_the_outline_is_told_to_a_screen_reader(qtbot: object, marks: tuple[Mark, ...]) -> None:
    outline = OutlineView()
    outline.show_marks(marks, ())
    assert outline.accessibleDescription() == (
        "1 Left Scratch Medium 门把手下; 2 Rear Dent Medium" if marks else ""
    )


def test_photos_that_cannot_be_printed_are_said_so_once_by_name(
    desk_view: Desk, make: Make, tmp_path: Path
) -> None:
    panel = _begin(desk_view, make.vehicle())
    heic = files.KEPT["image/heic"]
    given: list[Given] = []
    for name, content in (
        ("IMG_1.heic", heic),
        ("IMG_2.heic", heic + b"2"),
        ("左.jpg", files.picture()),
    ):
        (tmp_path / name).write_bytes(content)
        given.append(Given(name, tmp_path / name))
    desk_view.page.at_desk.photos.add(given)
    desk_view.until(lambda: len(panel.photos.shown) == 3)
    desk_view.settle()
    (said,) = (each.text for each in desk_view.page.banners.shown() if "HEIC" in each.text)
    assert said.startswith("IMG_1.heic, IMG_2.heic: Kept as it was, but a HEIC photo")
    assert said.count("neither shown nor printed") == 1
    assert "左.jpg" not in said
