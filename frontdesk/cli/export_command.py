"""Writes data to a file: all of one customer, or the list of a segment."""

from __future__ import annotations

from argparse import Namespace

from frontdesk.cli.commands import form_language, write
from frontdesk.cli.context import CliContext


def export(context: CliContext, options: Namespace) -> int:
    """Write what is asked for; the act is noted like one from the window."""
    language = form_language(context)
    with context.signed_in(options) as services:
        if options.what == "customer":
            personal = services.personal_data
            content = personal.copy(personal.find(options.number), language).content
        else:
            kept = services.segments.named(options.name)
            content = services.segments.export(kept.criteria, language, kept.name).content
    write(options.output, content)
    return 0
