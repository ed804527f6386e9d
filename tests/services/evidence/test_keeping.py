"""A file is kept whole, once, and stays; each refusal stands beside its name."""

from __future__ import annotations

import hashlib
import os
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from frontdesk.errors import EnvironmentFault, NotFound, PermissionDenied, UserError
from frontdesk.models.enums import AttachmentKind, Role
from frontdesk.services.desk import Change
from frontdesk.services.evidence.dto import Offered
from frontdesk.services.evidence.signed import COMPLAINT, has_signed_sheet
from frontdesk.services.evidence.source import MEGABYTE, PIECE
from tests.services.evidence import files
from tests.services.evidence.conftest import Kept


def test_a_photo_is_kept_with_who_and_when(kept: Kept) -> None:
    content = files.picture()

    key = kept.add(content, r"C:\Users\前台\桌面\划痕.jpg", note="左前门")

    [found] = kept.all()
    assert found.id == key
    assert (found.name, found.note, found.added_by) == ("划痕.jpg", "左前门", "客服甲")
    assert found.added_at == kept.make.desk.now
    assert (found.width, found.height) == (64, 48)
    assert found.sha256 == hashlib.sha256(content).digest()
    assert found.thumbnail == kept.evidence.thumbnail(key)
    assert found.may_withdraw


def test_a_large_file_comes_back_byte_by_byte(kept: Kept, tmp_path: Path) -> None:
    path = tmp_path / "通话.mp3"
    content = files.MP3_FRAME * 3 + os.urandom(PIECE * 3 + 17)
    path.write_bytes(content)

    key = kept.evidence.add(COMPLAINT, kept.ticket, path.name, path)

    assert kept.evidence.content(key) == content
    with kept.make.desk.read() as session:
        sizes = session.scalars(
            text("SELECT length(content) FROM attachment_part ORDER BY position")
        ).all()
    assert sizes == [PIECE, PIECE, PIECE, len(content) - 3 * PIECE]


def test_memory_stays_flat_for_a_large_file(kept: Kept, tmp_path: Path) -> None:
    path, out = tmp_path / "通话.wav", tmp_path / "out.wav"
    piece = os.urandom(MEGABYTE)
    with path.open("wb") as file:
        file.write(files.KEPT["audio/wav"])
        for _ in range(24):
            file.write(piece)
    kept.add(files.picture())  # what is imported once is not what is measured

    tracemalloc.start()
    try:
        key = kept.evidence.add(COMPLAINT, kept.ticket, path.name, path)
        kept.evidence.export(key, out)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert most < 4 * MEGABYTE
    assert out.stat().st_size == path.stat().st_size


def test_a_heic_photo_is_kept_and_said_to_be_neither_shown_nor_printed(kept: Kept) -> None:
    offered = [
        Offered(name, files.KEPT[kind])
        for name, kind in (
            ("手机.heic", "image/heic"),
            ("录音.amr", "audio/amr"),
            ("相机.jpg", "image/jpeg"),
        )
    ]
    outcomes = kept.evidence.add_many(COMPLAINT, kept.ticket, offered)
    assert [each.refusal for each in outcomes] == [None, None, None]
    assert [each.remark and each.remark.code for each in outcomes] == [
        "evidence.kept_unseen",
        None,
        None,
    ]
    heic, sound, _ = (each.id or "" for each in outcomes)
    for key, code in ((heic, "evidence.kept_unseen"), (sound, "evidence.no_view")):
        with pytest.raises(UserError) as told:
            kept.evidence.view(key)
        assert told.value.code == code
    assert kept.evidence.content(heic) == files.KEPT["image/heic"]


def test_several_at_once_each_with_its_own_answer(kept: Kept, tmp_path: Path) -> None:
    gone, folder = tmp_path / "不在.jpg", tmp_path / "文件夹"
    folder.mkdir()
    told: list[tuple[int, int, str]] = []

    outcomes = kept.evidence.add_many(
        COMPLAINT,
        kept.ticket,
        [
            Offered("一.jpg", files.picture()),
            Offered("不在.jpg", gone),
            Offered("表.xlsx", files.archive()),
            Offered("文件夹", folder),
            Offered("又一.jpg", files.picture()),
            Offered("坏\0名.jpg", Path("a\0b")),
            Offered("二.png", files.picture("PNG")),
        ],
        lambda *at: told.append(at),
    )

    codes = [each.refusal.code if each.refusal else "kept" for each in outcomes]
    assert codes == [
        "kept",
        "evidence.unreadable",
        "evidence.type_office",
        "evidence.not_a_file",
        "evidence.there_already",
        "evidence.unreadable",
        "kept",
    ]
    assert [each.name for each in kept.all()] == ["一.jpg", "二.png"]
    assert [done for done, *_ in told] == sorted(done for done, *_ in told)
    assert {name for *_, name in told} >= {"一.jpg", "二.png"}


def test_stopping_leaves_nothing_half(kept: Kept, tmp_path: Path) -> None:
    path = tmp_path / "长.wav"
    path.write_bytes(files.KEPT["audio/wav"] + os.urandom(PIECE * 8))
    calls = 0

    def cancelled() -> bool:
        nonlocal calls
        calls += 1
        return calls > 12  # in the second reading, while pieces are being written

    offered = [Offered("长.wav", path), Offered("一.jpg", files.picture())]
    outcomes = kept.evidence.add_many(COMPLAINT, kept.ticket, offered, None, cancelled)

    assert outcomes == ()
    assert kept.all() == ()
    with kept.make.desk.read() as session:
        assert session.scalar(text("SELECT count(*) FROM attachment_part")) == 0


def test_a_file_that_changes_while_it_is_read_is_refused(kept: Kept, tmp_path: Path) -> None:
    path = tmp_path / "写着.wav"
    path.write_bytes(files.KEPT["audio/wav"] + bytes(PIECE))
    read = 0

    def change(done: int, total: int, name: str) -> None:
        nonlocal read
        read += 1
        if read == 2:  # all of it has been read once
            with path.open("r+b") as file:
                file.seek(100)
                file.write(b"other")

    [outcome] = kept.evidence.add_many(COMPLAINT, kept.ticket, [Offered("写着.wav", path)], change)

    assert outcome.refusal is not None
    assert outcome.refusal.code == "evidence.changed"
    assert kept.all() == ()


def test_too_large_and_too_much_are_refused(kept: Kept) -> None:
    desk = kept.evidence.desk
    desk.rules = replace(desk.rules, evidence_mb=1, evidence_total_mb=1)
    sound = files.KEPT["audio/wav"]

    with pytest.raises(UserError) as large:
        kept.add(sound + bytes(MEGABYTE))
    assert large.value.code == "evidence.too_big"
    kept.add(sound + bytes(600_000))
    with pytest.raises(UserError) as much:
        kept.add(sound + b"1" * 600_000)
    assert much.value.code == "evidence.too_much"
    assert len(kept.all()) == 1


def test_withdrawn_files_still_take_room(kept: Kept) -> None:
    desk = kept.evidence.desk
    desk.rules = replace(desk.rules, evidence_total_mb=1)
    sound = files.KEPT["audio/wav"]
    kept.evidence.withdraw(kept.add(sound + bytes(600_000)), "不相关")

    with pytest.raises(UserError) as much:
        kept.add(sound + b"1" * 600_000)

    assert much.value.code == "evidence.too_much"


def test_the_same_file_twice_is_told_and_not_doubled(kept: Kept) -> None:
    kept.add(files.picture(), "一.jpg")
    other = kept.make.complaint(kept.make.customer())

    with pytest.raises(UserError) as told:
        kept.add(files.picture(), "二.jpg")

    assert told.value.code == "evidence.there_already"
    assert told.value.params["name"] == "一.jpg"
    assert len(kept.all()) == 1
    assert kept.evidence.add(COMPLAINT, other, "一.jpg", files.picture())


def test_a_scan_that_is_there_becomes_the_signed_sheet(kept: Kept) -> None:
    scan = kept.add(files.pdf(), "扫描.pdf")

    same = kept.add(files.pdf(), "签字.pdf", kind=AttachmentKind.SIGNED_SHEET)

    assert same == scan
    assert [each.kind for each in kept.all()] == [AttachmentKind.SIGNED_SHEET]
    with kept.make.desk.read() as session:
        assert has_signed_sheet(session, kept.ticket)


def test_withdrawing_keeps_the_file_and_says_why(kept: Kept) -> None:
    key = kept.add(files.pdf(), kind=AttachmentKind.SIGNED_SHEET)
    kept.add(files.picture(), "后.jpg")
    with pytest.raises(UserError) as bare:
        kept.evidence.withdraw(key, "  ")
    assert (bare.value.code, bare.value.field) == ("evidence.why_missing", "why")

    kept.evidence.withdraw(key, "扫错了")

    first, last = kept.all()
    assert first.name == "后.jpg"
    assert last.withdrawn is not None
    assert (last.withdrawn.why, last.withdrawn.by) == ("扫错了", "客服甲")
    assert not last.may_withdraw
    assert kept.evidence.content(key) == files.pdf()
    with kept.make.desk.read() as session:
        assert not has_signed_sheet(session, kept.ticket)
    with pytest.raises(UserError) as again:
        kept.evidence.withdraw(key, "再来")
    assert again.value.code == "evidence.withdrawn_already"
    assert kept.add(files.pdf(), "重新.pdf") != key


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_who_added_it_or_a_manager_withdraws(kept: Kept, role: Role) -> None:
    key = kept.add(files.picture())
    other = kept.as_(role)
    managers = {Role.CS_MANAGER, Role.SERVICE_MANAGER, Role.SALES_MANAGER, Role.GENERAL_MANAGER}

    if role in managers:
        other.withdraw(key, "不相关")
        assert kept.all()[0].withdrawn
    else:
        assert not other.list(COMPLAINT, kept.ticket)[0].may_withdraw
        with pytest.raises(UserError) as refused:
            other.withdraw(key, "不相关")
        assert refused.value.code == "evidence.not_yours"
        with pytest.raises(UserError) as unmarked:
            other.mark(key, AttachmentKind.SCAN)
        assert unmarked.value.code == "evidence.not_yours"


def test_the_administrator_sees_none_of_it(kept: Kept) -> None:
    key = kept.add(files.picture())
    stranger = kept.as_(Role.ADMINISTRATOR)

    for act in (
        lambda: stranger.list(COMPLAINT, kept.ticket),
        lambda: stranger.content(key),
        lambda: stranger.view(key),
        lambda: stranger.thumbnail(key),
        lambda: stranger.export(key, Path("x")),
        lambda: stranger.find_by_scan(files.picture()),
        lambda: stranger.add(COMPLAINT, kept.ticket, "x.jpg", files.picture()),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_no_such_record_or_file(kept: Kept) -> None:
    for subject, subject_id in ((COMPLAINT, "none"), ("customer", kept.ticket)):
        with pytest.raises(NotFound):
            kept.evidence.add(subject, subject_id, "x.jpg", files.picture())
        with pytest.raises(NotFound):
            kept.evidence.list(subject, subject_id)
    with pytest.raises(NotFound):
        kept.evidence.content("none")


def test_every_act_stands_in_the_trail(kept: Kept, tmp_path: Path) -> None:
    changes: list[frozenset[Change]] = []
    kept.evidence.desk.on_change(changes.append)
    key = kept.add(files.pdf(2))
    kept.evidence.mark(key, AttachmentKind.SIGNED_SHEET)
    kept.evidence.view(key, 1)
    kept.evidence.content(key)
    kept.evidence.export(key, tmp_path / "x.pdf")
    kept.evidence.withdraw(key, "重复")

    with kept.make.desk.read() as session:
        rows = session.execute(
            text("SELECT action, subject, subject_id FROM audit_entry WHERE action LIKE 'evid%'")
        ).all()
    assert [row[0].partition(".")[2] for row in rows] == [
        *("add", "mark", "view", "view", "export", "withdraw"),
    ]
    assert {(row[1], row[2]) for row in rows} == {(COMPLAINT, kept.ticket)}
    assert changes == [frozenset({Change.COMPLAINTS})] * 3


def test_content_that_is_not_what_was_added_is_never_given_out(kept: Kept, tmp_path: Path) -> None:
    key = kept.add(files.picture())
    with kept.make.desk.write() as work:
        work.session.execute(text("DROP TRIGGER attachment_part_never_changes"))
        work.session.execute(text("UPDATE attachment_part SET content = zeroblob(9)"))
    out = tmp_path / "x.jpg"
    out.write_bytes(b"before")

    for act in (
        lambda: kept.evidence.content(key),
        lambda: kept.evidence.view(key),
        lambda: kept.evidence.export(key, out),
    ):
        with pytest.raises(EnvironmentFault) as told:
            act()
        assert told.value.code == "evidence.damaged"
    assert out.read_bytes() == b"before"
    assert list(tmp_path.glob(".x*")) == []


def test_a_place_that_refuses_the_export_is_told(kept: Kept, tmp_path: Path) -> None:
    key = kept.add(files.picture())

    with pytest.raises(UserError) as told:
        kept.evidence.export(key, tmp_path / "nowhere" / "x.jpg")

    assert told.value.code == "evidence.not_written"
