"""Every text of the window is translated, in both catalogues, and the catalogues are fresh."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from hatch_build import compile_translations
from scripts import translations
from scripts.tr_sources import Message, SourceFault, messages

_CHAT = """
class Chat(QWidget):
    class Kind:
        pass

    def say(self, count: int) -> None:
        self.tr("Hello " "there")
        self.tr("%n word(s)", n=count)
        self.tr("Open", "verb")
        QCoreApplication.translate("Desk", "Closed")
        self.tr("After")


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("words", text, None, count)


def ago(days: int) -> str:
    return _tr("%n day(s) ago", days) if days else _tr("Today")
"""


def _package(folder: Path, source: str) -> Path:
    package = folder / "frontdesk"
    package.mkdir(parents=True)
    (package / "chat.py").write_text(source, "utf-8")
    return package


def test_every_text_of_the_window_is_translated() -> None:
    assert translations.run(translations.ROOT, check=True) == []


def test_texts_are_found_with_their_class_comment_and_plural(tmp_path: Path) -> None:
    assert messages(_package(tmp_path, _CHAT)) == {
        Message("Chat", "Hello there"),
        Message("Chat", "%n word(s)", plural=True),
        Message("Chat", "Open", "verb"),
        Message("Desk", "Closed"),
        Message("Chat", "After"),
        Message("words", "%n day(s) ago", plural=True),
        Message("words", "Today"),
    }


@pytest.mark.parametrize(
    "source",
    [
        pytest.param('class A:\n    def a(self): self.tr(f"{1} car")', id="formatted first"),
        pytest.param('class A:\n    def a(self): self.tr("a" + b)', id="glued together"),
        pytest.param('def a(self): self.tr("a")', id="outside a class"),
        pytest.param('class A:\n    def a(self): self.tr("%n cars")', id="count left out"),
        pytest.param('class A:\n    def a(self): self.tr("cars", n=1)', id="%n left out"),
        pytest.param(
            'class A:\n    def a(self): self.tr("%n car(s)", n=1)\nclass B(A):\n    pass',
            id="plural in a base class",
        ),
    ],
)
def test_a_text_that_cannot_be_translated_is_refused(tmp_path: Path, source: str) -> None:
    with pytest.raises(SourceFault, match=r"chat\.py:"):
        messages(_package(tmp_path, source))


def test_gaps_and_leftovers_are_named(tmp_path: Path) -> None:
    _package(tmp_path, 'class A:\n    def a(self): self.tr("Due %1"), self.tr("New")')
    words = tmp_path / "resources/i18n/zh_CN.d/area.json"
    words.parent.mkdir(parents=True)
    words.write_text('{"A": {"Due %1": "到期", "Gone": "没了"}}', "utf-8")
    assert translations.run(tmp_path, check=True) == [
        "zh_CN: places differ: A: 'Due %1'",
        "zh_CN: not translated: A: 'New'",
        "zh_CN: no longer used: A: 'Gone'",
        "frontdesk_zh_CN.ts is stale: run ./dev translations",
        "frontdesk_en.ts is stale: run ./dev translations",
    ]


def test_compiled_catalogues_answer_in_the_window(tmp_path: Path, qapp: QCoreApplication) -> None:
    class Chat(QObject):
        def words(self, count: int) -> str:
            return self.tr("%n word(s)", n=count)

    _package(tmp_path, _CHAT)
    words = tmp_path / "resources/i18n/zh_CN.d/area.json"
    words.parent.mkdir(parents=True)
    words.write_text(
        """{"Chat": {"Hello there": "你好", "%n word(s)": ["%n 个字"], "Open [verb]": "打开",
                     "After": "之后"}, "Desk": {"Closed": "关"},
            "words": {"Today": "今天", "%n day(s) ago": "%n天前"}}""",
        "utf-8",
    )
    assert translations.run(tmp_path, check=False) == []
    compile_translations(tmp_path)
    for language, expected in {"zh_CN": "2 个字", "en": "2 words"}.items():
        translator = QTranslator()
        assert translator.load(str(tmp_path / f"resources/i18n/frontdesk_{language}.qm"))
        qapp.installTranslator(translator)
        try:
            assert Chat().words(2) == expected
        finally:
            qapp.removeTranslator(translator)
