"""The command line as a person or a script of the dealership uses it."""

from __future__ import annotations

import json
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from pypdf import PdfReader

from frontdesk import __version__
from frontdesk.cli import main
from frontdesk.clock import SystemClock
from frontdesk.sample.staff import ACCOUNTS
from tests.cli.given import signed_in

Out = pytest.CaptureFixture[str]


def test_version(capsys: Out) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert __version__ in capsys.readouterr().out


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda account: account.login)
def test_a_sound_store_is_said_to_be_sound(data: Path, capsys: Out, account: object) -> None:
    login = getattr(account, "login", "")
    assert main(["check", *signed_in(data, login)]) == 0
    assert "is sound" in capsys.readouterr().out


def test_a_damaged_store_is_said_to_be_damaged(data: Path, capsys: Out) -> None:
    database = data / "frontdesk.db"
    content = bytearray(database.read_bytes())
    content[len(content) // 2] ^= 0xFF
    database.write_bytes(bytes(content))

    assert main(["check", *signed_in(data)]) == 1

    told = capsys.readouterr().err
    assert "is damaged" in told
    assert "Traceback" not in told


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check", "--lang", "en", "--data", "nowhere", "--as", "admin"], "no data file at"),
        (["check", "--lang", "en", "--data", "nowhere"], "--as NAME"),
        (["print", "complaint", "--lang", "en", "--data", "x", "--as", "a"], "-o FILE"),
        (["print", "complaint", "-o", "f", "--lang", "en", "--as", "a"], "--list"),
        (["print", "callback-record", "-o", "f", "--lang", "en", "--as", "a"], "--blank"),
        (["print", "intake", "-o", "f", "--lang", "en", "--as", "a"], "--blank"),
        (["print", "intake", "V-1", "--blank", "-o", "f", "--lang", "en", "--as", "a"], "--blank"),
        (["import", "nothing.xlsx", "--lang", "en", "--data", "nowhere", "--as", "admin"], "key"),
    ],
)
def test_what_is_wrong_is_one_sentence_on_stderr(
    capsys: Out, arguments: list[str], says: str
) -> None:
    assert main(arguments) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert says in told.err
    assert len(told.err.strip().splitlines()) == 1


def test_a_wrong_password_is_refused(
    data: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FRONTDESK_PASSWORD", "wrong")
    assert main(["check", *signed_in(data)]) == 1
    assert "not right" in capsys.readouterr().err


def test_without_a_display_the_window_points_to_the_tour(
    capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert main(["--demo", "--lang", "en"]) == 1
    assert "frontdesk tour" in capsys.readouterr().err


def test_a_delivery_sheet_is_imported_and_its_faults_come_back(
    data: Path, tmp_path: Path, capsys: Out
) -> None:
    sheet = tmp_path / "deliveries.xlsx"
    book = Workbook()
    page = book.active
    assert page is not None
    for row in (
        ["车主姓名", "联系电话", "车架号", "提车日期"],
        ["王小明", "13812345678", "LSGPCF438SF4DHRD2", "2026-11-01"],
        ["", "13812345679", "LSGYK83C7XYZ86EFU", "2026-11-02"],
    ):
        page.append(row)
    book.save(sheet)

    assert main(["import", str(sheet), "--json", *signed_in(data)]) == 0

    told = json.loads(capsys.readouterr().out)
    counts = {name: told[name] for name in ("read", "created", "updated", "rejected")}
    assert counts == {"read": 2, "created": 1, "updated": 0, "rejected": 1}
    assert Path(told["rejected_sheet"]).exists()


def test_every_form_is_printed(data: Path, tmp_path: Path, capsys: Out) -> None:
    assert main(["print", "complaint", "--list", *signed_in(data)]) == 0
    number = capsys.readouterr().out.split()[0]
    assert number.startswith("C-")
    paper = tmp_path / "form.pdf"
    period = ["--from", "2025-01-01", "--to", "2026-12-31"]
    for form in (["complaint", number], ["statistics", *period]):
        assert main(["print", *form, "-o", str(paper), *signed_in(data)]) == 0
        pages = PdfReader(BytesIO(paper.read_bytes())).pages
        assert "Complaint" in pages[0].extract_text()


def test_the_review_list_of_a_month_is_printed(data: Path, tmp_path: Path) -> None:
    paper = tmp_path / "review.pdf"
    asked = ["print", "review", "--month", "2026-10", "-o", str(paper)]
    assert main([*asked, *signed_in(data)]) == 0
    assert "Monthly Complaint Review List" in PdfReader(paper).pages[0].extract_text()


def test_a_month_that_is_none_is_said(capsys: Out) -> None:
    with pytest.raises(SystemExit):
        main(["print", "review", "--month", "2026-13"])
    assert "no month such as 2026-11" in capsys.readouterr().err


def test_a_proof_pack_is_written_and_verified_without_and_with_the_store(
    data: Path, tmp_path: Path, capsys: Out
) -> None:
    assert main(["print", "complaint", "--list", *signed_in(data)]) == 0
    number = capsys.readouterr().out.split()[0]
    pack = tmp_path / "proof.zip"
    assert main(["print", "proof", number, "-o", str(pack), *signed_in(data)]) == 0
    assert main(["check", "--proof", str(pack), "--lang", "en"]) == 0
    assert f"The proof pack of {number} is whole" in capsys.readouterr().out
    assert main(["check", "--proof", str(pack), *signed_in(data)]) == 0
    assert "entry by entry" in capsys.readouterr().out
    content = bytearray(pack.read_bytes())
    at = content.index(b"%PDF") + 40
    content[at] ^= 1
    pack.write_bytes(content)
    assert main(["check", "--proof", str(pack), "--lang", "en"]) == 1
    told = capsys.readouterr().err
    assert "complaint-form.pdf was altered" in told
    assert main(["check", "--proof", str(tmp_path / "none.zip"), "--lang", "en"]) == 1
    assert "no proof pack" in capsys.readouterr().err


def test_the_daily_sheet_is_printed(data: Path, tmp_path: Path) -> None:
    paper = tmp_path / "day.pdf"
    asked = ["print", "daily-sheet", "--on", "2026-11-05", "-o", str(paper)]
    assert main([*asked, *signed_in(data)]) == 0
    assert "Daily Sheet" in PdfReader(paper).pages[0].extract_text()


@pytest.mark.parametrize(("speech", "title"), [(["--lang", "en"], "Intake Sheet"), ([], "接车单")])
def test_a_blank_intake_sheet_is_printed_and_noted(
    data: Path, tmp_path: Path, speech: list[str], title: str
) -> None:
    paper, trail = tmp_path / "空白.pdf", tmp_path / "day.pdf"
    who = ["--data", str(data), "--as", "advisor"]
    assert main(["print", "intake", "--blank", "-o", str(paper), *who, *speech]) == 0
    text = PdfReader(paper).pages[0].extract_text()
    assert title in text
    assert "V-20" not in text  # of no visit
    today = f"{SystemClock().now().astimezone():%Y-%m-%d}"
    asked = ["print", "daily-sheet", "--on", today, "-o", str(trail)]
    assert main([*asked, *signed_in(data)]) == 0
    told = "".join(page.extract_text() for page in PdfReader(trail).pages)
    assert "Printed a blank intake sheet" in told


@pytest.mark.parametrize("sort", ["declined_work", "came_back", "not_fixed", "all"])
def test_a_list_of_visits_goes_to_paper_or_to_excel_by_the_name_of_the_file(
    sample: Path, tmp_path: Path, sort: str
) -> None:
    today = SystemClock().now().astimezone().date()
    period = ["--from", f"{today - timedelta(days=730)}", "--to", f"{today}", "--sort", sort]
    paper, sheet = tmp_path / "清单.pdf", tmp_path / "清单.xlsx"
    for target in (paper, sheet):
        command = ["print", "visits", *period, "-o", str(target)]
        assert main([*command, *signed_in(sample)]) == 0
    rows = load_workbook(sheet).worksheets[1].max_row - 1
    assert rows >= 1
    words = "".join(page.extract_text() for page in PdfReader(paper).pages)
    assert f"n = {rows}" in words


def test_a_form_without_a_language_is_chinese(data: Path, tmp_path: Path, capsys: Out) -> None:
    signed_in = ["--data", str(data), "--as", "gm"]
    assert main(["print", "complaint", "--list", *signed_in]) == 0
    number = capsys.readouterr().out.split()[0]
    paper = tmp_path / "form.pdf"
    assert main(["print", "complaint", number, "-o", str(paper), *signed_in]) == 0
    assert "顾客投诉登记表" in PdfReader(paper).pages[0].extract_text()


def test_an_unknown_number_and_an_unwritable_place_are_said(
    data: Path, tmp_path: Path, capsys: Out
) -> None:
    paper = tmp_path / "form.pdf"
    unknown = ["print", "complaint", "C-1999-000001", "-o", str(paper)]
    assert main([*unknown, *signed_in(data)]) == 1
    assert not paper.exists()
    assert capsys.readouterr().err.strip()
    statistics = ["print", "statistics", "--from", "2026-01-01", "--to", "2026-01-31"]
    assert main([*statistics, "-o", str(tmp_path / "no" / "f.pdf"), *signed_in(data)]) == 1
    assert "Cannot write" in capsys.readouterr().err


def test_a_sample_of_any_size_is_built(tmp_path: Path, capsys: Out) -> None:
    folder = tmp_path / "sample"
    arguments = ["sample", "--data", str(folder), "--customers", "12", "--seed", "7"]
    assert main(arguments) == 0
    assert (folder / "frontdesk.db").exists()
    assert main([*arguments, "--lang", "en"]) == 1
    assert "already holds" in capsys.readouterr().err


def test_statistics_are_compared_and_go_to_excel_by_the_name_of_the_file(
    sample: Path, tmp_path: Path
) -> None:
    period = ["--from", "2026-01-01", "--to", "2026-03-31", "--compare", "year"]
    sheet, form = tmp_path / "统计.XLSX", tmp_path / "统计.pdf"
    for target in (sheet, form):
        command = ["print", "statistics", *period, "-o", str(target)]
        assert main([*command, *signed_in(sample)]) == 0
    book = load_workbook(sheet)
    assert [row[1].value for row in book["Complaint statistics"].iter_rows(min_row=7, max_row=9)]
    assert book.sheetnames[1:3] == ["Category", "Second level"]
    words = "".join(page.extract_text() for page in PdfReader(form).pages)
    assert "Compared with last year: 2025-01-01 to 2025-03-31" in words


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["callback-record", "H-2026-000001"], "Callback Record Form"),
        (["callback-record", "--on", "2026-11-02"], "Callback Record Form"),
        (["callback-record", "--blank", "new_car"], "New car"),
        (["call-sheet", "--on", "2999-01-01"], ""),
        (
            ["callback-summary", "--from", "2026-10-01", "--to", "2026-10-31"],
            "Callback Summary Report",
        ),
    ],
)
def test_the_forms_of_callbacks_are_written(
    data: Path, tmp_path: Path, capsys: Out, arguments: list[str], says: str
) -> None:
    out = tmp_path / "form.pdf"
    ended = main(["print", *arguments, "-o", str(out), *signed_in(data, "gm")])
    if not says:
        assert (ended, out.exists()) == (1, False)
        assert "call sheet" in capsys.readouterr().err
        return
    assert ended == 0, capsys.readouterr().err
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(out.read_bytes())).pages)
    assert says in text


def test_the_figures_of_callbacks_are_written_as_a_sheet(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "calls.xlsx"
    days = ["--from", "2026-10-01", "--to", "2026-10-31"]
    assert main(["print", "callback-summary", *days, "-o", str(out), *signed_in(data, "gm")]) == 0
    assert "Kind of call" in load_workbook(out).sheetnames
