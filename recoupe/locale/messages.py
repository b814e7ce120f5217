"""Texts that are kept in tables before they are translated.

An extractor finds only literal texts, and a table of calls would need a language when it is made;
so `Message` marks a text and its context for the extractor, and is translated when it is used.
"""

from typing import NamedTuple

from babel.support import NullTranslations


class Message(NamedTuple):
    """A text of the interface, with the context that tells it from its homonyms."""

    context: str
    text: str

    def translated(self, translations: NullTranslations) -> str:
        """The text in the language of `translations`."""
        # Typeshed has gettext's own method return a str; Babel's stands before it, untyped.
        return str(translations.pgettext(self.context, self.text))
