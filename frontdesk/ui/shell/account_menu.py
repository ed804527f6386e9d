"""The person's button at the top right: change person, language, looks, help."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from frontdesk.language import Language
from frontdesk.ui.kit import language, theme
from frontdesk.ui.kit.icons import icon
from frontdesk.ui.kit.language import Translated
from frontdesk.ui.kit.theme import Theme

LANGUAGE_NAMES = {Language.ZH_CN: "中文", Language.EN: "English"}


class AccountButton(Translated, QToolButton):
    """Shows the person's name; the menu opens by click, Enter or F10."""

    change_person = Signal()
    sign_out = Signal()
    language_chosen = Signal(object)
    theme_chosen = Signal(object)
    shortcuts_asked = Signal()
    about_asked = Signal()

    def __init__(self, person: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person = person
        self.setIcon(icon("user-circle", "muted"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setShortcut(Qt.Key.Key_F10)
        menu = QMenu(self)
        self._change = self._action(menu, "swap", "Ctrl+Shift+L", self.change_person)
        self._out = self._action(menu, "sign-out", "Ctrl+Shift+Q", self.sign_out)
        menu.addSeparator()
        self._languages = QMenu(menu)
        self._languages.setIcon(icon("translate", "muted"))
        self._themes = QMenu(menu)
        self._themes.setIcon(icon("moon", "muted"))
        menu.addMenu(self._languages)
        menu.addMenu(self._themes)
        menu.addSeparator()
        self._keys = self._action(menu, "keyboard", "F1", self.shortcuts_asked)
        self._about = self._action(menu, "info", "", self.about_asked)
        self.setMenu(menu)
        self._language_actions = self._choices(self._languages, list(Language), self._speak)
        self._theme_actions = self._choices(self._themes, list(Theme), self._dress)
        menu.aboutToShow.connect(self._tick)
        self.retranslate()

    def retranslate(self) -> None:
        self.setText(self._person.replace("&", "&&"))
        self.setAccessibleName(self.tr("Account: {name}").format(name=self._person))
        self._change.setText(self.tr("Change person"))
        self._out.setText(self.tr("Sign out"))
        self._languages.setTitle(self.tr("Language"))
        self._themes.setTitle(self.tr("Appearance"))
        self._keys.setText(self.tr("Keys"))
        self._about.setText(self.tr("About Frontdesk"))
        for each, action in self._language_actions.items():
            action.setText(LANGUAGE_NAMES[Language(each)])
        names = {
            Theme.LIGHT: self.tr("Light"),
            Theme.DARK: self.tr("Dark"),
            Theme.SYSTEM: self.tr("Like the desktop"),
        }
        for each, action in self._theme_actions.items():
            action.setText(names[Theme(each)])

    def _action(self, menu: QMenu, icon_name: str, keys: str, asked: SignalInstance) -> QAction:
        action = QAction(icon(icon_name, "muted"), "", self)
        if keys:
            action.setShortcut(keys)
            # The window must know the action for its key to work while the menu is closed.
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            self.addAction(action)
        action.triggered.connect(asked)
        menu.addAction(action)
        return action

    def _choices(
        self, menu: QMenu, values: list[Language] | list[Theme], chosen: object
    ) -> dict[str, QAction]:
        group = QActionGroup(menu)
        actions: dict[str, QAction] = {}
        for value in values:
            action = QAction(group)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, v=value: chosen(v))  # type: ignore[operator]
            menu.addAction(action)
            actions[value.value] = action
        return actions

    def _speak(self, wanted: Language) -> None:
        self.language_chosen.emit(wanted)

    def _dress(self, wanted: Theme) -> None:
        self.theme_chosen.emit(wanted)

    def _tick(self) -> None:
        self._language_actions[language.current().value].setChecked(True)
        self._theme_actions[theme.chosen().value].setChecked(True)
