"""Fusion, a palette and one small style sheet made from the tokens."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from frontdesk.ui.kit import tokens as t
from frontdesk.ui.kit.stylesheet import style_sheet

_HALF_LIGHT = 128


class Theme(StrEnum):
    """Which of the two sets of tokens; ``SYSTEM`` follows the desktop, also while running."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class _Choice:
    theme = Theme.LIGHT
    follows: QApplication | None = None
    desktop_is_dark = False


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Dress the whole program; may be called again at any time."""
    _Choice.theme = theme
    if _Choice.follows is not app:
        # Asked once: with a style sheet the program no longer says which style it has, and to put
        # the same one on again polishes every widget.
        if app.style().name().lower() != "fusion":
            app.setStyle("Fusion")
        _Choice.follows = app
        _Choice.desktop_is_dark = _looks_dark(app)
        app.styleHints().colorSchemeChanged.connect(_desktop_changed)
    _dress(app)


def chosen() -> Theme:
    """The theme last applied."""
    return _Choice.theme


def _looks_dark(app: QApplication) -> bool:
    """How the desktop dressed the program before we did.

    By lightness: asking for the colour scheme would read Qt's large ``Qt`` namespace at start.
    """
    return app.palette().color(QPalette.ColorRole.Window).lightness() < _HALF_LIGHT


def _desktop_changed() -> None:
    from PySide6.QtCore import Qt

    app = QApplication.instance()
    if isinstance(app, QApplication):
        _Choice.desktop_is_dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        if _Choice.theme is Theme.SYSTEM:
            _dress(app)


def _dress(app: QApplication) -> None:
    dark = _Choice.theme is Theme.DARK or (
        _Choice.theme is Theme.SYSTEM and _Choice.desktop_is_dark
    )
    tokens = t.DARK if dark else t.LIGHT
    t.put_in_force(tokens)
    # One sheet put in place of another has every widget polished once for each of its ancestors;
    # taken away and put on anew, each is polished twice.
    app.setStyleSheet("")
    app.setPalette(_palette(tokens))
    app.setStyleSheet(style_sheet(tokens))


def _palette(tokens: t.Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for target, colour in {
        role.Window: tokens.page,
        role.Base: tokens.card,
        role.AlternateBase: tokens.page,
        role.Button: tokens.card,
        role.WindowText: tokens.text,
        role.Text: tokens.text,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.over,
        role.PlaceholderText: tokens.muted,
        role.Highlight: tokens.selected,
        role.HighlightedText: tokens.text,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.ToolTipBase: tokens.card,
        role.ToolTipText: tokens.text,
        role.Light: tokens.card,
        role.Midlight: tokens.line,
        role.Mid: tokens.line,
        role.Dark: tokens.edge,
        role.Shadow: tokens.line,
    }.items():
        palette.setColor(target, QColor(colour))
    off = QPalette.ColorGroup.Disabled
    for target in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(off, target, QColor(t.mixed(tokens.muted, tokens.page, 0.75)))
    return palette
