"""Keeps the translations: ``python -m scripts.translations [--check]``.

The words are kept by hand, one JSON file per area: ``resources/i18n/zh_CN.d/<area>.json`` holds
``{"Context": {"Source": "译文"}}``; a plural text may be a list of its forms. A source with a
disambiguation has the key ``"Source [disambiguation]"``. From the Python source and these files
``frontdesk_zh_CN.ts`` and ``frontdesk_en.ts`` (plural forms only) are written, and compiled.
English forms of ``"%n car(s)"`` are made by rule; other plurals stand in ``en.d/<area>.json``.

``--check`` writes nothing and fails when a text has no translation, a translation has no text, the
places to fill differ, or a ``.ts`` file is stale.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from hatch_build import compile_translations
from scripts.tr_sources import Message, SourceFault, messages

ROOT = Path(__file__).resolve().parent.parent
_PLACE = re.compile(r"%L?\d+|%n|\{[^{}]*\}")
_Words = dict[tuple[str, str], list[str]]


@dataclass
class Catalogue:
    """The words of one language for all messages, and what is wrong with them."""

    language: str
    words: _Words
    faults: list[str] = field(default_factory=list)

    def forms(self, message: Message) -> list[str]:
        """The translation of ``message``, one entry per plural form; empty when there is none."""
        keyed = f"{message.source} [{message.comment}]"
        forms = self.words.get((message.context, keyed)) or self.words.get(
            (message.context, message.source), []
        )
        if not forms and self.language == "en" and "(s)" in message.source:
            forms = [message.source.replace("(s)", ""), message.source.replace("(s)", "s")]
        return forms

    def check(self, wanted: Iterable[Message]) -> None:
        """Note every message without words, with wrong places, and every word without message."""
        known: set[tuple[str, str]] = set()
        for message in sorted(wanted):
            known |= {
                (message.context, message.source),
                (message.context, f"{message.source} [{message.comment}]"),
            }
            forms = self.forms(message)
            expected = 2 if self.language == "en" else 1
            if len(forms) != expected or not all(forms):
                self._fault("not translated", message.context, message.source)
            elif any(_places(form) != _places(message.source) for form in forms):
                self._fault("places differ", message.context, message.source)
        for context, source in sorted(self.words.keys() - known):
            self._fault("no longer used", context, source)

    def ts(self, wanted: Iterable[Message]) -> str:
        """The catalogue as a Qt ``.ts`` file, in an order that keeps differences small."""
        root = ElementTree.Element("TS", version="2.1", language=self.language, sourcelanguage="en")
        contexts: dict[str, ElementTree.Element] = {}
        for message in sorted(wanted):
            if message.context not in contexts:
                contexts[message.context] = ElementTree.SubElement(root, "context")
                ElementTree.SubElement(contexts[message.context], "name").text = message.context
            self._entry(contexts[message.context], message)
        ElementTree.indent(root, "    ")
        body = ElementTree.tostring(root, encoding="unicode", short_empty_elements=False)
        return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'

    def _entry(self, context: ElementTree.Element, message: Message) -> None:
        entry = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(entry, "source").text = message.source
        if message.comment:
            ElementTree.SubElement(entry, "comment").text = message.comment
        translation = ElementTree.SubElement(entry, "translation")
        forms = self.forms(message)
        if not forms:
            translation.set("type", "unfinished")
        if message.plural:
            entry.set("numerus", "yes")
            for form in forms:
                ElementTree.SubElement(translation, "numerusform").text = form
        else:
            translation.text = "".join(forms)

    def _fault(self, what: str, context: str, source: str) -> None:
        self.faults.append(f"{self.language}: {what}: {context}: {source!r}")


def load(folder: Path, language: str) -> Catalogue:
    """The words of ``language``; a source translated twice differently is a fault."""
    catalogue = Catalogue(language, {})
    for path in sorted((folder / f"{language}.d").glob("*.json")):
        areas: dict[str, dict[str, str | list[str]]] = json.loads(path.read_text("utf-8"))
        for context, entries in areas.items():
            for source, words in entries.items():
                forms = [words] if isinstance(words, str) else words
                if catalogue.words.setdefault((context, source), forms) != forms:
                    catalogue.faults.append(f"{path.name}: {context}: {source!r} said twice")
    return catalogue


def _places(text: str) -> set[str]:
    return set(_PLACE.findall(text))


def run(root: Path, *, check: bool) -> list[str]:
    """Write (or only check) the catalogues of the checkout at ``root``; returns the faults."""
    folder = root / "resources" / "i18n"
    found = messages(root / "frontdesk")
    faults: list[str] = []
    for language in ("zh_CN", "en"):
        catalogue = load(folder, language)
        wanted = [message for message in found if language != "en" or message.plural]
        catalogue.check(wanted)
        target = folder / f"frontdesk_{language}.ts"
        text = catalogue.ts(wanted)
        if not check:
            target.write_text(text, "utf-8", newline="\n")
        elif not target.is_file() or target.read_text("utf-8") != text:
            catalogue.faults.append(f"{target.name} is stale: run ./dev translations")
        faults += catalogue.faults
    if not check:
        compile_translations(root)
    return faults


def main() -> int:
    """Run from the command line; 1 when anything is missing."""
    parser = argparse.ArgumentParser(description="Update or check the translations.")
    parser.add_argument("--check", action="store_true", help="write nothing, fail on any gap")
    try:
        faults = run(ROOT, check=parser.parse_args().check)
    except SourceFault as fault:
        faults = [str(fault)]
    print("\n".join(faults) or "translations: complete")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
