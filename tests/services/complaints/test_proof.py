"""The proof pack: whole, unabridged, masked, noted; verified without the store."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from frontdesk.errors import ConfirmationNeeded, NotFound, PermissionDenied, UserError
from frontdesk.language import Language
from frontdesk.models.enums import Role
from frontdesk.models.journal import AuditEntry
from frontdesk.services.complaints.proof import ProofMade
from frontdesk.services.complaints.proof_pack import MANIFEST, verify
from tests.services.complaints.loop import Loop, State, Step

_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


def make(
    loop: Loop, which: str, path: Path, role: Role = Role.CS_MANAGER, *, in_full: bool = False
) -> ProofMade:
    who = loop.people[role]
    who.desk.confirmation.give()
    return who.proofs.make(which, path, Language.ZH_CN, in_full=in_full)


def words(path: Path, part: str) -> str:
    with zipfile.ZipFile(path) as pack:
        pages = PdfReader(BytesIO(pack.read(part))).pages
    return "".join("".join(page.extract_text() for page in pages).split())


@pytest.fixture
def pack(loop: Loop, tmp_path: Path) -> Path:
    """Of a ticket in its second round, with a photo, made by the CS manager."""
    ticket_id = loop.at(State.TO_FOLLOW_UP)
    loop.take(ticket_id, Step.FOLLOWED_UP, satisfaction="average", further_routes="厂家热线")
    loop.take(ticket_id, Step.OPINION, words="第二轮意见")
    loop.people[Role.CS_SPECIALIST].evidence.add(
        "complaint", ticket_id, "../../异响 视频?.png", _PNG
    )
    path = tmp_path / "proof.zip"
    make(loop, "C-2026-000001", path)
    return path


def test_it_holds_form_entries_evidence_and_log(pack: Path, loop: Loop) -> None:
    with zipfile.ZipFile(pack) as opened:
        names = opened.namelist()
        assert opened.read("attachments/01-photo.png") == _PNG
        log = json.loads(opened.read("change-log.json"))
        manifest = json.loads(opened.read(MANIFEST))
    assert all(name.isascii() and ".." not in name and not name.startswith("/") for name in names)
    assert manifest["parts"][2]["name"] == "异响 视频?.png"
    assert "第二轮意见" in words(pack, "complaint-form.pdf")
    said = words(pack, "proof.pdf")
    for each in ("空调修了两次还是不凉", "厂家热线", "第二轮意见", "免费返修，致歉并赠保养一次"):
        assert each in said
    with loop.make.desk.read() as session:
        ticket = loop.open("C-2026-000001").id
        kept = session.query(AuditEntry).filter_by(subject="complaint", subject_id=ticket).all()
    of_pack = [entry for entry in kept if entry.action != "complaint.proof"]
    of_ticket = [one["seal"] for one in log["entries"] if one["subject"] == "complaint"]
    assert of_ticket == [(e.seal or b"").hex() for e in of_pack]
    others = {one["action"] for one in log["entries"] if one["subject"] != "complaint"}
    assert others == {"callback.due", "callback.withdraw"}
    assert log["entries"][-1]["sequence"] <= log["head"]["sequence"]


def test_numbers_are_masked_unless_asked_for_and_that_is_noted(
    pack: Path, loop: Loop, tmp_path: Path
) -> None:
    for part in ("complaint-form.pdf", "proof.pdf"):
        assert "13800138000" not in words(pack, part).replace("*", "")
    assert _noted(loop, "customer.reveal_phones") == 0
    full = tmp_path / "full.zip"
    make(loop, "C-2026-000001", full, in_full=True)
    assert "13800138000" in words(full, "proof.pdf")
    assert _noted(loop, "customer.reveal_phones") == 1
    assert _noted(loop, "customer.reveal_identity") == 1


def test_it_asks_for_the_password_and_notes_what_was_made(loop: Loop, tmp_path: Path) -> None:
    loop.register()
    manager = loop.people[Role.CS_MANAGER]
    path = tmp_path / "p.zip"
    manager.desk.confirmation.drop()
    with pytest.raises(ConfirmationNeeded):
        manager.proofs.make("C-2026-000001", path, Language.EN)
    assert list(tmp_path.glob("*.zip")) == []
    made = make(loop, "c-2026-000001 ", path)
    with loop.make.desk.read() as session:
        [entry] = session.query(AuditEntry).filter_by(action="complaint.proof").all()
    assert json.loads(entry.detail)["sha256"] == made.sha256 == verify(path).manifest_sha256


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.CS_MANAGER, Role.GENERAL_MANAGER}))
def test_only_the_managers_who_answer_for_it_may(loop: Loop, tmp_path: Path, role: Role) -> None:
    loop.register()
    with pytest.raises(PermissionDenied):
        make(loop, "C-2026-000001", tmp_path / "p.zip", role)


def test_a_refused_place_and_an_unknown_number_leave_what_was_there(
    loop: Loop, tmp_path: Path
) -> None:
    loop.register()
    path = tmp_path / "p.zip"
    path.write_bytes(b"before")
    with pytest.raises(NotFound):
        make(loop, "C-2026-000009", path)
    with pytest.raises(UserError, match=r"proof\.not_written"):
        make(loop, "C-2026-000001", tmp_path / "none" / "p.zip")
    assert path.read_bytes() == b"before"
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".part"] == []
    assert _noted(loop, "complaint.proof") == 0


def test_a_whole_pack_verifies_without_the_store_and_against_it(pack: Path, loop: Loop) -> None:
    found = verify(pack)
    assert found.faults == ()
    assert found.number == "C-2026-000001"
    assert loop.people[Role.GENERAL_MANAGER].proofs.compare(pack).faults == ()


def _rewritten(pack: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    with zipfile.ZipFile(pack) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    change(parts)
    other = pack.with_name("other.zip")
    with zipfile.ZipFile(other, "w") as out:
        for name, content in parts.items():
            out.writestr(name, content)
    return other


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda parts: parts.update({"proof.pdf": parts["proof.pdf"][:-1] + b"x"}), "altered"),
        (lambda parts: parts.update({"proof.pdf": parts["proof.pdf"] + b"x"}), "altered"),
        (lambda parts: parts.pop("change-log.json"), "missing"),
        (lambda parts: parts.update({"more.exe": b"MZ"}), "added"),
    ],
    ids=["one byte", "one more", "a part gone", "a part more"],
)
def test_whatever_is_changed_is_found(
    pack: Path, change: Callable[[dict[str, bytes]], None], fault: str
) -> None:
    [found] = verify(_rewritten(pack, change)).faults
    assert found.code == f"proof.{fault}"


def test_a_forged_log_with_a_fitting_manifest_is_not_that_of_the_store(
    pack: Path, loop: Loop
) -> None:
    def forge(parts: dict[str, bytes]) -> None:
        log = json.loads(parts["change-log.json"])
        log["entries"][1]["detail"] = "{}"
        parts["change-log.json"] = json.dumps(log).encode()
        manifest = json.loads(parts[MANIFEST])
        for part in manifest["parts"]:
            if part["path"] == "change-log.json":
                content = parts["change-log.json"]
                part |= {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
        parts[MANIFEST] = json.dumps(manifest).encode()

    other = _rewritten(pack, forge)
    assert verify(other).faults == ()
    [fault] = loop.people[Role.CS_MANAGER].proofs.compare(other).faults
    assert fault.code == "proof.not_in_trail"


@pytest.mark.parametrize(
    "content",
    [b"", b"no zip", b"PK\x03\x04" + b"\x00" * 60],
    ids=["empty", "text", "torn"],
)
def test_what_is_no_pack_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"proof\.not_read"):
        verify(path)
    with pytest.raises(UserError, match=r"proof\.not_read"):
        verify(tmp_path / "none.zip")


@pytest.mark.parametrize(
    "manifest",
    [b"[]", b"{}", b'{"format": "frontdesk-proof-1", "parts": [1]}', b"\xff"],
    ids=["list", "empty", "parts", "no text"],
)
def test_a_hostile_manifest_is_refused(pack: Path, manifest: bytes) -> None:
    other = _rewritten(pack, lambda parts: parts.update({MANIFEST: manifest}))
    with pytest.raises(UserError, match=r"proof\.not_read"):
        verify(other)


def test_every_cut_of_a_pack_is_noticed(pack: Path, tmp_path: Path) -> None:
    whole = pack.read_bytes()
    for share in range(1, 10):
        cut = tmp_path / "cut.zip"
        shutil.copy(pack, cut)
        cut.write_bytes(whole[: len(whole) * share // 10])
        with pytest.raises(UserError, match=r"proof\.not_read"):
            verify(cut)


def _noted(loop: Loop, action: str) -> int:
    with loop.make.desk.read() as session:
        return int(session.query(AuditEntry).filter_by(action=action).count())
