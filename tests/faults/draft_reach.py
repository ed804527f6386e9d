"""How a page and a field of the window are reached, for the forms that keep drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from frontdesk.ui.shell.desk_view import DeskView


def go(
    desk: DeskView, tab: str, record: str | None = None, action: str = "open", payload: Any = None
) -> Any:
    """The page of ``tab``, asked once to go there."""
    from frontdesk.ui.kit.page import Place

    asked = (tab, record, action, payload)
    if desk.property("asked") != repr(asked):
        desk.setProperty("asked", repr(asked))
        desk.go(Place(tab, record, action, payload))
    return desk.page(tab)


def editor(form: Any, name: str) -> QWidget | None:
    """The editor of a field of a form on screen."""
    editor: QWidget = form.field(name).editor()
    return editor if editor.isVisible() else None
