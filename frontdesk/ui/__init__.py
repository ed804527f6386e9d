"""The window: PySide6 only here. Widgets show, services decide."""

from frontdesk.ui.pyside_repairs import keep_singletons, read_no_sources

keep_singletons()
read_no_sources()
