"""The interface's texts by language, read from gettext's own `.po` files at run time.

Compiling them first would put a second, binary copy of every text beside the first, to be forgotten
in a wheel; reading one takes some hundredths of a second, once in a process.
"""

from importlib.resources import files
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

DOMAIN = "recoupe"
_SOURCE_LANGUAGE = "en"  # what the texts in code and templates are written in
LANGUAGES = (_SOURCE_LANGUAGE, "fr")


def catalogue(language: str) -> NullTranslations:
    """The texts in `language`, one of `LANGUAGES`; raises ValueError for any other."""
    if language not in LANGUAGES:
        raise ValueError(f"the interface speaks {', '.join(LANGUAGES)}, not `{language}`")
    if language == _SOURCE_LANGUAGE:
        return NullTranslations()
    return Translations(BytesIO(_compiled(language)), domain=DOMAIN)


def _compiled(language: str) -> bytes:
    source = files(__package__).joinpath(language, "LC_MESSAGES", f"{DOMAIN}.po")
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(source.read_bytes()), locale=language))
    return compiled.getvalue()
