"""Sentences and trade terms that are needed where Qt is not: services, reports, command line.

What stands on a widget goes through Qt's translation tools; what a *service* says (why an input is
refused, what a status is called) must also appear on a printed form, in a rejected sheet and on
stderr, in the language of that medium. Each module here holds one area as ``{code: Text(...)}``.
"""

from __future__ import annotations

from frontdesk.texts.catalogue import sentence, term
from frontdesk.texts.text import Text

__all__ = ["Text", "sentence", "term"]
