"""补记原话: what the customer says after the words were read back and locked."""

from __future__ import annotations

from frontdesk.ui.kit.fields import MultilineField
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.language import Translated


class WordsForm(Translated, FormPanel):
    """The words as they are said; they are kept beside the first ones."""

    def __init__(self) -> None:
        super().__init__()
        self.words = self.add(MultilineField("words", lines=3), 0)
        self.add_stretch(1)
        self.retranslate()

    def begin(self) -> None:
        """Empty."""
        self.set_values({})

    def retranslate(self) -> None:
        self.words.set_label(self.tr("Own words"))
        self.words.set_placeholder(self.tr("What the customer adds, as they say it"))
