"""One function per command. Each imports what it needs when it is called."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.cli.context import CliContext, password_of
from frontdesk.errors import UserError
from frontdesk.language import Language

if TYPE_CHECKING:
    from frontdesk.services.registry import Services


def window(context: CliContext, options: Namespace) -> int:
    """Open the window, over the dealership's data or a throw-away sample."""
    from frontdesk import quick_start
    from frontdesk.cli.display import has_display

    if not has_display():
        raise UserError("cli.no_display")
    quick_start.begin()
    from frontdesk.app import run_window

    return run_window(
        data=context.folder.root,
        language=context.language if context.language_given else None,
        demo=options.demo,
        clock=context.clock,
    )


def tour(context: CliContext, options: Namespace) -> int:
    """Drive the real window through a whole day; pictures, PDFs and ``tour.json`` in OUT."""
    from frontdesk.cli.display import has_display, use_no_display

    if not has_display():
        use_no_display()
    from frontdesk.tour import run_tour

    return run_tour(options.out, context.language)


def sample(context: CliContext, options: Namespace) -> int:
    """Build a sample dealership in the data folder."""
    from frontdesk.sample.dealership import DEFAULT_CUSTOMERS, DEFAULT_SEED, build_sample

    def told(made: int, of: int) -> None:
        if sys.stderr.isatty():
            print(f"\r{made}/{of}", end="\n" if made == of else "", file=sys.stderr)

    services = build_sample(
        context.folder,
        context.clock,
        customers=options.customers or DEFAULT_CUSTOMERS,
        seed=DEFAULT_SEED if options.seed is None else options.seed,
        progress=told,
    )
    services.desk.store.close()
    print(context.folder.root)
    return 0


def import_sheet(context: CliContext, options: Namespace) -> int:
    """Import a delivery sheet; prints what came of it."""
    from frontdesk.cli.import_command import run_import

    with context.signed_in(options) as services:
        return run_import(services, options.file, as_json=options.json, language=context.language)


def check(context: CliContext, options: Namespace) -> int:
    """Verify the store: 0 sound, 1 damaged."""
    from frontdesk.services.accounts.checking import check_store
    from frontdesk.texts.command_line import CHECK_DAMAGED, CHECK_SOUND

    if options.proof is not None:
        from frontdesk.cli.proof_commands import check_proof

        return check_proof(context, options)
    if not options.login:
        raise UserError("cli.account_missing")
    password = password_of(options.login)
    context.wait_for_turn(options.login)
    faults = check_store(context.folder, options.login, password, context.clock)
    if not faults:
        print(CHECK_SOUND.in_(context.language).format(path=context.folder.root))
        return 0
    print(
        CHECK_DAMAGED.in_(context.language).format(path=context.folder.root, count=len(faults)),
        file=sys.stderr,
    )
    for fault in faults[:20]:
        print(f"  {fault}", file=sys.stderr)
    return 1


def print_form(context: CliContext, options: Namespace) -> int:
    """Write a form as PDF, or list the complaint numbers there are."""
    listed = options.form == "complaint" and options.list
    if not listed and options.output is None:
        raise UserError("cli.output_missing")
    if options.form == "complaint" and not listed and options.number is None:
        raise UserError("cli.number_missing")
    if options.form == "callback-record":
        asked = (options.number, options.day, options.blank)
        if sum(each is not None for each in asked) != 1:
            raise UserError("cli.one_record")
    if options.form == "intake" and (options.number is None) is not options.blank:
        raise UserError("cli.one_intake")
    with context.signed_in(options) as services:
        if listed:
            for number in services.complaints.numbers():
                print(number)
            return 0
        if options.form == "proof":
            language = form_language(context)
            services.proofs.make(options.number, options.output, language, in_full=options.in_full)
            return 0
        pdf = _render(services, context, options)
    write(options.output, pdf)
    return 0


def _render(services: Services, context: CliContext, options: Namespace) -> bytes:
    language = form_language(context)
    if options.form == "complaint":
        return services.complaints.print_form(options.number, language).pdf
    if options.form == "intake":
        return _render_intake(services, options, language)
    if options.form == "daily-sheet":
        return services.audit.print_day(options.day, language).pdf
    if options.form == "review":
        return services.after.print_review(options.month, language).pdf
    if options.form == "routine-sheet":
        car = services.routine.find(options.number)
        return services.routine.print_sheet(car, language).pdf
    if options.form == "calls-not-made":
        return services.spot_checks.print_consequences(options.month, language).pdf
    if options.form in ("callback-record", "call-sheet"):
        return _render_calls(services, options, language)
    return _render_period(services, options, language)


def _render_intake(services: Services, options: Namespace, language: Language) -> bytes:
    if options.blank:
        return services.terms.print_blank(language).pdf
    return services.intake.print_intake(options.number, language, photos=options.photos).pdf


def _render_period(services: Services, options: Namespace, language: Language) -> bytes:
    """The form of a period, or its figures where the file is to be a workbook."""
    if options.first > options.last:
        raise UserError("cli.period_reversed")
    days, sheet = (options.first, options.last), options.output.suffix.lower() == ".xlsx"
    figures = services.call_figures
    if options.form == "callback-summary":
        if sheet:
            return figures.export(*days, language).content
        return figures.print_summary(*days, language).pdf
    if options.form == "visits":
        from frontdesk.services.visit_lists.dto import VisitList

        wanted = VisitList(options.sort, *days)
        if sheet:
            return services.visit_lists.export(wanted, language).content
        return services.visit_lists.print_list(wanted, language).pdf
    compared = options.compare
    if sheet:
        return services.statistics.export_complaints(*days, language, compared).content
    return services.statistics.print_complaints(*days, language, compared=compared).pdf


def _render_calls(services: Services, options: Namespace, language: Language) -> bytes:
    figures = services.call_figures
    if options.form == "call-sheet":
        return figures.print_call_sheet(options.day, language).pdf
    if options.blank is not None:
        return figures.print_blank(options.blank, language).pdf
    if options.day is not None:
        return figures.print_day(options.day, language).pdf
    return figures.print_record(options.number, language).pdf


def form_language(context: CliContext) -> Language:
    """Forms are Chinese unless another language is asked for."""
    return context.language if context.language_given else Language.ZH_CN


def write(path: Path, content: bytes) -> None:
    """Write a file where there is a folder for it."""
    if path.is_dir() or not path.parent.is_dir():
        raise UserError("cli.output_unwritable", path=str(path))
    path.write_bytes(content)
