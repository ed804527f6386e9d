"""What can be asked on the command line. Kept stable: scripts of the dealership rely on it."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from frontdesk import __version__
from frontdesk.language import Language
from frontdesk.models.enums import CallbackKind, Comparison
from frontdesk.services.visit_lists.dto import VisitSort


def make_parser() -> argparse.ArgumentParser:
    """The parser of every command and option."""
    parser = argparse.ArgumentParser(
        prog="frontdesk",
        description="The front office of a car dealership. Without a command it opens the window.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"frontdesk {__version__}")
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="the dealership's data folder")
    parser.add_argument("--demo", action="store_true", help="open a throw-away sample dealership")
    _language(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    tour = commands.add_parser("tour", help="drive the real window through a whole day")
    tour.add_argument("out", type=Path, metavar="OUT", help="folder for screenshots and PDFs")
    _language(tour)

    sample = commands.add_parser("sample", help="build a sample dealership of any size")
    _data(sample)
    sample.add_argument("--customers", type=_count, default=None, metavar="N")
    sample.add_argument("--seed", type=int, default=None, metavar="S")
    _language(sample)

    imported = commands.add_parser("import", help="import a delivery sheet (.xlsx, .csv)")
    imported.add_argument("file", type=Path, metavar="FILE")
    imported.add_argument("--json", action="store_true", help="print the counts as JSON")
    _signed_in(imported)

    _add_print(commands.add_parser("print", help="print a form to a PDF file"))

    _add_export(commands.add_parser("export", help="write data to a file; it is noted"))

    backup = commands.add_parser("backup", help="make a checked backup")
    backup.add_argument("target", type=Path, metavar="TARGET", help="a folder, or a new file")
    _signed_in(backup)

    restore = commands.add_parser("restore", help="put a backup into a folder that holds no data")
    restore.add_argument("backup", type=Path, metavar="BACKUP", help="a .fdbackup file")
    restore.add_argument(
        "--recovery-code",
        nargs="?",
        const="",
        metavar="CODE",
        help="the code of the recovery sheet, in place of an account; asked for if left out",
    )
    _signed_in(restore)

    check = commands.add_parser("check", help="verify the store: 0 sound, 1 damaged")
    check.add_argument(
        "--proof",
        type=Path,
        metavar="FILE",
        help="verify a proof pack instead; with --as its change log against the store as well",
    )
    _signed_in(check)
    return parser


def _add_print(parser: argparse.ArgumentParser) -> None:
    forms = parser.add_subparsers(dest="form", metavar="FORM", required=True)
    complaint = forms.add_parser("complaint", help="complaint registration form")
    complaint.add_argument("number", nargs="?", metavar="NUMBER", help="such as C-2026-000123")
    complaint.add_argument("--list", action="store_true", help="print the numbers there are")
    statistics = forms.add_parser(
        "statistics", help="complaint category statistics form; with -o X.xlsx the figures"
    )
    _add_period(statistics)
    statistics.add_argument(
        "--compare",
        type=Comparison,
        choices=list(Comparison),
        default=Comparison.NONE,
        metavar="{none,before,year}",
        help="with the period before, or with the same of last year",
    )
    review = forms.add_parser("review", help="monthly complaint review list for management")
    review.add_argument("--month", type=_month, required=True, metavar="YYYY-MM")
    intake = forms.add_parser("intake", help="intake sheet: of a visit, or blank")
    intake.add_argument("number", nargs="?", metavar="NUMBER", help="such as V-2026-000123")
    intake.add_argument(
        "--blank", action="store_true", help="nobody's, to be filled in by hand without power"
    )
    intake.add_argument(
        "--photos",
        action=argparse.BooleanOptionalAction,
        help="with the photos of the walk-around, or without; as it is set if left out",
    )
    visits = forms.add_parser(
        "visits", help="list of the visits of a period; with -o X.xlsx as a workbook"
    )
    _add_period(visits)
    visits.add_argument(
        "--sort",
        type=VisitSort,
        choices=list(VisitSort),
        default=VisitSort.ALL,
        metavar="SORT",
        help=f"which of them: {', '.join(VisitSort)}",
    )
    daily = forms.add_parser("daily-sheet", help="what was done on one day, to be signed and kept")
    daily.add_argument("--on", dest="day", type=_day, required=True, metavar="D")
    proof = forms.add_parser("proof", help="proof pack of a complaint (.zip)")
    proof.add_argument("number", metavar="NUMBER", help="such as C-2026-000123")
    proof.add_argument(
        "--in-full", action="store_true", help="telephone and ID number unmasked; this is noted"
    )
    record = forms.add_parser(
        "callback-record", help="callback record form: of one call, of a day, or blank"
    )
    record.add_argument("number", nargs="?", metavar="NUMBER", help="such as H-2026-000123")
    record.add_argument("--on", dest="day", type=_day, metavar="D", help="all calls of a day")
    record.add_argument(
        "--blank",
        type=CallbackKind,
        choices=list(CallbackKind),
        metavar="KIND",
        help="the questions of one kind of call, to be filled in by hand",
    )
    sheet = forms.add_parser("call-sheet", help="the calls of a day, to be made without power")
    sheet.add_argument("--on", dest="day", type=_day, required=True, metavar="D")
    summary = forms.add_parser(
        "callback-summary", help="callback summary report; with -o X.xlsx the figures"
    )
    _add_period(summary)
    routine = forms.add_parser("routine-sheet", help="new-car routine sheet of a delivered car")
    routine.add_argument(
        "number", metavar="NUMBER", help="plate, VIN, or the number of the customer or of a call"
    )
    costs = forms.add_parser("calls-not-made", help="what calls not made in a month cost whom")
    costs.add_argument("--month", type=_month, required=True, metavar="YYYY-MM")
    every = (complaint, statistics, review, intake, daily, proof, record, sheet, summary)
    for form in (*every, visits, routine, costs):
        form.add_argument("-o", "--output", type=Path, metavar="FILE")
        _signed_in(form)


def _add_period(form: argparse.ArgumentParser) -> None:
    form.add_argument("--from", dest="first", type=_day, required=True, metavar="D")
    form.add_argument("--to", dest="last", type=_day, required=True, metavar="D")


def _add_export(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    customer = kinds.add_parser("customer", help="all data of one customer (.zip)")
    customer.add_argument("number", metavar="NUMBER", help="such as K-2026-000123")
    segment = kinds.add_parser("segment", help="the customers of a kept segment (.xlsx)")
    segment.add_argument("name", metavar="NAME", help="as it was kept")
    for each in (customer, segment):
        each.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
        _signed_in(each)


def _signed_in(parser: argparse.ArgumentParser) -> None:
    _data(parser)
    parser.add_argument(
        "--as",
        dest="login",
        metavar="NAME",
        help="account; its password is asked for or taken from FRONTDESK_PASSWORD",
    )
    _language(parser)


def _data(parser: argparse.ArgumentParser) -> None:
    # SUPPRESS: a value given before the command must not be overwritten by a default after it.
    parser.add_argument("--data", type=Path, metavar="FOLDER", default=argparse.SUPPRESS)


def _language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--lang",
        type=Language,
        choices=list(Language),
        default=argparse.SUPPRESS,
        metavar="{zh_CN,en}",
        help="language of screen, sentences and forms",
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{text}' is no day such as 2026-10-01") from error


def _month(text: str) -> date:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{text}' is no month such as 2026-11") from error


def _count(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is no whole number from 1 up")
    return int(text)
