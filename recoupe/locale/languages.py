"""What is known of a text's language by its tag: its name, and the way that it runs.

The direction is that of the script: the tag's own, or the one that CLDR expects of the language. So
`ar-Latn` runs as Latin does, and a language without a locale of its own is not refused.
"""

import unicodedata

from babel import Locale, UnknownLocaleError
from babel.core import get_global, parse_locale

# Unicode's scripts in modern or scholarly use whose letters have the bidirectional class R or AL.
_RIGHT_TO_LEFT = frozenset(
    {"Adlm", "Arab", "Aran", "Armi", "Avst", "Hebr", "Khar", "Mand", "Mani", "Mend", "Nbat", "Nkoo"}
    | {"Palm", "Phli", "Phnx", "Prti", "Rohg", "Samr", "Sarb", "Sogd", "Syrc", "Thaa", "Yezi"}
)

_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_FIRST_RIGHT_TO_LEFT = "\u0590"  # the block of Hebrew; no letter below runs from right to left


def text_direction(tag: str) -> str:
    """`rtl` or `ltr`: how a text in the language of a BCP 47 tag runs; `ltr` where not known."""
    return "rtl" if _script(tag) in _RIGHT_TO_LEFT else "ltr"


def isolated(text: str, direction: str) -> str:
    """`text` as it can stand in a sentence that runs in `direction` without upsetting its order.

    Where no letter of it runs the other way, it is `text` itself; else it is put between U+2068 and
    U+2069, as Unicode's bidirectional algorithm (UAX #9) has it for words of unknown direction.
    """
    if direction == "ltr" and max(text, default="") < _FIRST_RIGHT_TO_LEFT:
        return text
    other = {"L"} if direction == "rtl" else {"R", "AL"}
    turns = any(unicodedata.bidirectional(letter) in other for letter in text)
    return f"{_ISOLATE}{text}{_POP_ISOLATE}" if turns else text


def language_name(tag: str, locale: Locale) -> str:
    """What `locale` calls the language of a BCP 47 tag; the tag itself where CLDR has no name."""
    try:
        name = Locale.parse(tag, sep="-").get_display_name(locale)
    except (ValueError, UnknownLocaleError):
        name = locale.languages.get(tag.split("-", maxsplit=1)[0].lower())
    return name or tag


def _script(tag: str) -> str | None:
    try:
        language, territory, script, *_ = parse_locale(tag, sep="-")
    except ValueError:
        return None
    likely = get_global("likely_subtags")
    expected = likely.get(f"{language}_{territory}") or likely.get(language, "")
    return script or next((part for part in expected.split("_") if len(part) == 4), None)
