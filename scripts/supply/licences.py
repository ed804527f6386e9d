"""Licences: what each package says, whether that is allowed, and where its text lies."""

from __future__ import annotations

import re
from contextlib import suppress
from importlib.metadata import Distribution
from pathlib import Path

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.utils import canonicalize_name

ALLOWED = frozenset(
    {
        *("0BSD", "MIT", "MIT-0", "MIT-CMU", "ISC", "Zlib", "HPND", "Unlicense", "CC0-1.0"),
        *("BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "PSF-2.0", "Python-2.0"),
        *("MPL-2.0", "OFL-1.1", "CC-BY-4.0"),
        *("LGPL-2.1-or-later", "LGPL-2.0-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later"),
    }
)
"""Those under which this program (MIT) may be passed on together with what it stands on. The LGPL
asks that its libraries can be exchanged: bundles keep them as files of their own."""

_SAID = {
    "MIT": "MIT",
    "MIT License": "MIT",
    "MIT license": "MIT",
    "BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.0-or-later",
}
"""SPDX words for what packages say freely in ``License`` and in classifiers."""

_LOOKED_UP = {
    # what the package does not say itself, read in the texts it carries
    "justmytype-intl-cjk": "MIT AND OFL-1.1",  # the fonts are Noto's
    "qtawesome": "MIT AND OFL-1.1 AND Apache-2.0 AND CC-BY-4.0",  # the icon fonts
    "sqlcipher3": "Zlib AND BSD-3-Clause AND Apache-2.0",  # the driver, SQLCipher, OpenSSL
    "pillow": "MIT-CMU",
    # the bindings, and PDFium with the libraries it is built of
    "pypdfium2": "BSD-3-Clause AND Apache-2.0 AND MIT AND Zlib AND CC-BY-4.0",
}
_OWN_TEXTS = {
    # whose wheels carry no text: those in packaging/licences
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "pyside6-pdf": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
}
_TEXT = re.compile(
    r"(licen[cs]e|copying|notice|ofl)[^/]*(\.(txt|md|rst))?$|\.dist-info/licenses/.+", re.IGNORECASE
)
_TOKEN = re.compile(r"\(|\)|[A-Za-z0-9.+-]+")


def licence(distribution: Distribution) -> str:
    """The SPDX expression of a package; ``''`` where it says nothing that is understood."""
    told = distribution.metadata
    name = canonicalize_name(told["Name"])
    if name in _LOOKED_UP:
        return _LOOKED_UP[name]
    free = next((told[key] for key in ("License-Expression", "License") if key in told), "")
    with suppress(InvalidLicenseExpression):
        return canonicalize_license_expression(free)
    said = [free, *(c.split(" :: ")[-1] for c in told.get_all("Classifier") or ())]
    return next((_SAID[each] for each in said if each in _SAID), "")


def allowed(expression: str) -> bool:
    """Whether the terms can be met with what is allowed; of several offered one is enough."""
    tokens = _TOKEN.findall(expression)

    def either() -> bool:
        good = both()
        while tokens and tokens[0] == "OR":
            tokens.pop(0)
            good = both() or good
        return good

    def both() -> bool:
        good = one()
        while tokens and tokens[0] == "AND":
            tokens.pop(0)
            good = one() and good
        return good

    def one() -> bool:
        word = tokens.pop(0) if tokens else ""
        if word == "(":
            good = either()
            return bool(tokens) and tokens.pop(0) == ")" and good
        return word in ALLOWED

    return either() and not tokens


def texts(distribution: Distribution, root: Path) -> list[Path]:
    """The licence's texts, in the package itself or in ``packaging/licences``."""
    name = canonicalize_name(distribution.metadata["Name"])
    if name in _OWN_TEXTS:
        return [root / "packaging" / "licences" / each for each in _OWN_TEXTS[name]]
    inside = [each for each in distribution.files or () if _TEXT.search(str(each))]
    places = [Path(str(distribution.locate_file(each))) for each in inside]
    return [place for place in places if place.suffix not in {".py", ".pyc", ".json"}]
