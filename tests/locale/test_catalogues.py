"""The French catalogue against all that code and templates say."""

import re
from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from recoupe.locale import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
KEYWORDS = {**DEFAULT_KEYWORDS, "Message": ((1, "c"), 2), "refusal": None, "file_changed": None}

TYPEWRITER = {
    "a straight apostrophe": r"'",
    "straight quotation marks": r"(?<![=\w])\"",
    "three dots": r"\.\.\.",
    "a plain space before a high mark": r" (?:[;:!?»]|%(?!\())",
    "a plain space after a number": r"%\(num\)s(?:</\w+>)* ",
    "no space before a high mark": r"[^\s\u00a0\u202f/]([;!?»]|:(?!//))",
    "a plain space after an opening guillemet": r"« |«[^\u00a0\u202f]",
    "a capital without its accent": r"\b(?:Etat|Editeur|Evenement|A (?:ce|propos|la|l’))",
}


def catalogue(language: str) -> Catalog:
    po = files("recoupe.locale").joinpath(language, "LC_MESSAGES", "recoupe.po")
    return read_po(BytesIO(po.read_bytes()), locale=language)


def said() -> set[tuple[str | None, str | tuple[str, ...]]]:
    with (ROOT / "recoupe" / "locale" / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)
    found = extract_from_dir(ROOT, methods, options, keywords=KEYWORDS)
    return {(context, message) for _, _, message, _, context in found}


def translated(language: str) -> Iterator[Message]:
    return (message for message in catalogue(language) if message.id)


TRANSLATED = [language for language in LANGUAGES if language != "en"]


@pytest.mark.parametrize("language", TRANSLATED)
def test_catalogue_has_exactly_what_code_and_templates_say(language: str) -> None:
    kept = {(message.context, message.id) for message in translated(language)}

    assert kept == said()


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_is_untranslated_doubtful_or_left_over(language: str) -> None:
    found = catalogue(language)

    empty = [message.id for message in translated(language) if not all_forms(message)]
    doubtful = [message.id for message in translated(language) if message.fuzzy]

    assert (empty, doubtful, list(found.obsolete), found.fuzzy) == ([], [], [], False)


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_have_the_names_of_their_texts(language: str) -> None:
    mistakes = [
        (message.id, str(error)) for message in translated(language) for error in message.check()
    ]

    assert mistakes == []


@pytest.mark.parametrize("pattern", TYPEWRITER.values(), ids=list(TYPEWRITER))
def test_french_is_set_as_in_print(pattern: str) -> None:
    texts = [form for message in translated("fr") for form in forms(message)]

    assert [text for text in texts if re.search(pattern, text)] == []


def forms(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string,)


def all_forms(message: Message) -> bool:
    return all(form.strip() for form in forms(message))
