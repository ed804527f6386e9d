"""Something made by a service is kept where the person wants it: asked, written, said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from frontdesk.ui.kit.page import Page
from frontdesk.ui.kit.section import Section
from frontdesk.ui.kit.tokens import Tone

Said = Callable[[Path], str]


def save_as(
    owner: Page | Section,
    title: str,
    file_name: str,
    content: bytes,
    *,
    kinds: str = "",
    said: Said | None = None,
) -> None:
    """Ask where ``content`` is to go, ``file_name`` in the home folder proposed, and write it.

    ``kinds``: a filter of Qt's window, workbooks by default. ``said``: what is told afterwards.
    """
    chosen, _ = QFileDialog.getSaveFileName(
        owner, title, str(Path.home() / file_name), kinds or _tr("Excel sheet (*.xlsx)")
    )
    if not chosen:
        return
    path = Path(chosen)

    def done(_: Any) -> None:
        told = said(path) if said is not None else _tr("Saved: {path}").format(path=path)
        owner.notice(Tone.OK, told)

    owner.run(lambda: path.write_bytes(content), done, kind="long")


def _tr(text: str) -> str:
    return QCoreApplication.translate("save_as", text)
