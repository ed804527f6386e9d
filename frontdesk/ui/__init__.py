"""The window: PySide6 only here. Widgets show, services decide."""

from frontdesk.ui.none_guard import keep_none

keep_none()
