"""What is said of files that were offered: those that share a sentence are named together."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QCoreApplication

from frontdesk.services.evidence.dto import Outcome
from frontdesk.ui.kit import errors


def lines_of(outcomes: Iterable[Outcome], *, silent: Collection[str] = ()) -> list[str]:
    """A line for each sentence: why files are not kept, and what is to be known of those that are.

    ``silent``: codes nothing is said of.
    """
    named: dict[str, list[str]] = {}
    for each in outcomes:
        why = each.refusal or each.remark
        if why is not None and why.code not in silent:
            named.setdefault(errors.said(why), []).append(each.name)
    line = QCoreApplication.translate("files_told", "{name}: {why}")
    between = QCoreApplication.translate("files_told", ", ")
    return [line.format(name=between.join(names), why=why) for why, names in named.items()]
