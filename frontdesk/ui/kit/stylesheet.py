"""The one style sheet. Widgets choose a look by the dynamic property ``look`` (and ``tone``)."""

from __future__ import annotations

from frontdesk.config import resource_dir
from frontdesk.ui.kit.tokens import CONTROL_HEIGHT, LIGHT, RADIUS, ROW_HEIGHT, Tokens, Tone

# The border counts to the height, so that a control is CONTROL_HEIGHT tall all in all.
_INNER = CONTROL_HEIGHT - 2


def _check(tokens: Tokens) -> str:
    name = "check-light.svg" if tokens is LIGHT else "check-dark.svg"
    return (resource_dir() / "icons" / name).as_posix()


def style_sheet(tokens: Tokens) -> str:
    """The sheet for one set of tokens."""
    k = tokens
    tones = "".join(
        f'QFrame[look="banner"][tone="{tone}"] {{ background: {k.ground(tone)};'
        f" border: 1px solid {k.tone(tone)}; border-radius: {RADIUS}px; }}"
        f'QLabel[tone="{tone}"] {{ color: {k.tone(tone)}; }}'
        for tone in Tone
    )
    return f"""
QToolTip {{ color: {k.text}; background: {k.card}; border: 1px solid {k.edge}; padding: 4px; }}
QFrame[look="drop"] {{ background: transparent; border: 2px solid {k.accent};
    border-radius: {RADIUS}px; }}
QFrame[look="target"] {{ background: {k.selected}; border: 1px solid {k.accent};
    border-radius: {RADIUS}px; }}
QFrame[look="card"] {{ background: {k.card}; border: 1px solid {k.line};
    border-radius: {RADIUS}px; }}
QLabel[look="muted"], QLabel[look="hint"] {{ color: {k.muted}; }}
QLabel[look="notice"] {{ color: {k.waiting}; }}
QFrame[look="mark"] {{ background: {k.accent}; border: 0; border-radius: 11px; }}
QFrame[look="mark-dome"] {{ background: {k.on_accent}; border: 0;
    border-top-left-radius: 13px; border-top-right-radius: 13px; }}
QFrame[look="mark-foot"], QFrame[look="mark-knob"] {{ background: {k.on_accent}; border: 0;
    border-radius: 2px; }}
QLabel[look="error"] {{ color: {k.over}; }}
QLabel[look="key"] {{ color: {k.muted}; border: 1px solid {k.line}; border-radius: 4px;
    padding: 0 5px; background: {k.page}; }}
QFrame[look="row"] {{ border: 1px solid {k.line}; border-radius: {RADIUS}px; }}
QFrame[look="row"]:focus {{ border: 2px solid {k.accent}; }}
QFrame[look="side"] {{ background: {k.card}; border: 1px solid {k.line};
    border-radius: {RADIUS}px; }}
QFrame[look="side"][chosen="true"] {{ background: {k.selected}; border-color: {k.accent}; }}
QWidget[look="line"] {{ background: {k.line}; }}
{tones}
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {{ background: {k.card}; color: {k.text};
    border: 1px solid {k.edge}; border-radius: {RADIUS}px; padding: 0 8px;
    selection-background-color: {k.accent}; selection-color: {k.on_accent}; }}
QLineEdit, QComboBox, QAbstractSpinBox {{ min-height: {_INNER}px; }}
QPlainTextEdit {{ padding: 4px 4px; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{
    border: 2px solid {k.accent}; padding: 0 7px; min-height: {_INNER - 2}px; }}
QPlainTextEdit:focus {{ padding: 3px 3px; }}
*[fault="true"] {{ border-color: {k.over}; }}
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] {{ background: {k.page};
    border-color: {k.line}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ background: {k.page};
    border-color: {k.line}; }}
QComboBox::drop-down {{ border: 0; width: 24px; }}
QComboBox QLineEdit {{ border: 0; padding: 0; min-height: 0; }}
QComboBox QAbstractItemView {{ background: {k.card};
    border: 1px solid {k.edge}; selection-background-color: {k.selected};
    selection-color: {k.text}; outline: 0; }}
QPushButton {{ min-height: {_INNER}px; padding: 0 14px; background: {k.card}; color: {k.text};
    border: 1px solid {k.edge}; border-radius: {RADIUS}px; }}
QPushButton:hover {{ background: {k.hover}; }}
QPushButton:focus {{ border: 2px solid {k.accent}; min-height: {_INNER - 2}px; padding: 0 13px; }}
QPushButton:disabled {{ border-color: {k.line}; background: {k.page}; }}
QPushButton[look="primary"] {{ background: {k.accent}; color: {k.on_accent};
    border-color: {k.accent}; font-weight: bold; }}
QPushButton[look="primary"]:hover {{ background: {k.accent_hover}; }}
QPushButton[look="primary"]:focus {{ border: 2px solid {k.text}; }}
QPushButton[look="primary"]:disabled {{ background: {k.line}; color: {k.muted};
    border-color: {k.line}; }}
QPushButton[look="part"] {{ background: transparent; border: 1px solid transparent;
    color: {k.muted}; padding: 0 10px; }}
QPushButton[look="part"]:hover {{ background: {k.hover}; }}
QPushButton[look="part"]:checked {{ background: {k.selected}; color: {k.text}; }}
QPushButton[look="part"]:focus {{ border: 2px solid {k.accent}; padding: 0 9px; }}
QPushButton[look="danger"] {{ color: {k.over}; border-color: {k.over}; }}
QPushButton[look="flat"], QToolButton {{ background: transparent; border: 1px solid transparent;
    border-radius: {RADIUS}px; padding: 0 8px; min-height: {_INNER - 4}px; }}
QPushButton[look="flat"] {{ color: {k.accent}; }}
QPushButton[look="flat"][aligned="left"] {{ text-align: left; padding-left: 0; }}
QPushButton[look="flat"]:hover, QToolButton:hover, QToolButton:pressed {{
    background: {k.hover}; }}
QPushButton[look="flat"]:focus, QToolButton:focus {{ border: 2px solid {k.accent};
    padding: 0 7px; }}
QLineEdit QToolButton {{ padding: 0; min-height: 0; border: 0; background: transparent; }}
QToolButton::menu-indicator {{ image: none; }}
QCheckBox, QRadioButton {{ min-height: {CONTROL_HEIGHT}px; spacing: 8px; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 16px; height: 16px;
    border: 1px solid {k.edge}; border-radius: 4px; background: {k.card}; }}
QRadioButton::indicator {{ border-radius: 9px; }}
QCheckBox::indicator:checked {{ background: {k.accent}; border-color: {k.accent};
    image: url("{_check(k)}"); }}
QRadioButton::indicator:checked {{ width: 8px; height: 8px; border: 5px solid {k.accent}; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {k.accent};
    width: 14px; height: 14px; }}
QCheckBox::indicator:disabled {{ border-color: {k.line}; background: {k.page}; }}
QTabBar::tab {{ padding: 0 14px; min-height: 38px; border: 0; color: {k.muted};
    border-bottom: 3px solid transparent; }}
QTabBar::tab:hover {{ color: {k.text}; background: {k.hover}; }}
QTabBar::tab:selected {{ color: {k.accent}; border-bottom-color: {k.accent}; font-weight: bold; }}
QTabBar::tab:focus {{ background: {k.selected}; }}
QTableView, QListView, QTreeView {{ background: {k.card}; border: 1px solid {k.line};
    border-radius: {RADIUS}px; gridline-color: {k.line}; outline: 0;
    selection-background-color: {k.selected}; selection-color: {k.text}; }}
QListView[look="popup"] {{ border: 0; }}
QTableView:focus, QListView:focus, QTreeView:focus {{ border: 2px solid {k.accent}; }}
QTableView::item, QTreeView::item {{ padding: 0 8px; border-bottom: 1px solid {k.line}; }}
QTableView::item:selected, QTreeView::item:selected {{ background: {k.selected};
    color: {k.text}; }}
QHeaderView {{ background: {k.page}; }}
QHeaderView::section {{ background: {k.page}; color: {k.muted}; border: 0; padding: 0 11px;
    border-bottom: 1px solid {k.line}; min-height: {ROW_HEIGHT}px; font-weight: bold; }}
QHeaderView::section:hover {{ color: {k.text}; background: {k.hover}; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
QScrollArea {{ border: 0; background: transparent; }}
QScrollArea > QWidget > QWidget[look="ground"] {{ background: transparent; }}
QScrollBar {{ background: transparent; width: 10px; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {k.edge}; border-radius: 4px; min-height: 32px;
    min-width: 32px; margin: 1px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenu {{ background: {k.card}; border: 1px solid {k.edge}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {k.selected}; color: {k.text}; }}
QMenu::separator {{ height: 1px; background: {k.line}; margin: 4px; }}
QMenu::indicator {{ width: 16px; height: 16px; margin-left: 4px; }}
QProgressBar {{ border: 0; border-radius: 3px; background: {k.line}; max-height: 6px;
    min-height: 6px; }}
QProgressBar::chunk {{ background: {k.accent}; border-radius: 3px; }}
QStatusBar {{ background: {k.card}; border-top: 1px solid {k.line}; color: {k.muted}; }}
QStatusBar::item {{ border: 0; }}
QSplitter::handle {{ background: transparent; }}
"""
