"""Every page of a site in each language of the interface: nothing of another stands there."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from importlib.resources import files
from io import BytesIO

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from recoupe.locale import interface
from recoupe.pages.editions import Edition
from recoupe.pages.site import site_pages
from recoupe.writing.environment import environment
from recoupe.writing.pages import page_html

Maker = Callable[..., Edition]

_FILLED = re.compile(r"%\(\w+\)s|<[^>]+>")
_FACTS = {"Publié"}  # what the small project's own facts say in words of the interface
_STOPS = " .,:;"
_SHOWN = {"aria-label", "title", "alt", "content", "placeholder"}
SITE = """
title: Alpha
language: {language}
report_url: mailto:a@example.org
ratings:
  - {{id: confirmed, label: A, value: 2}}
  - {{id: unproven, label: B}}
"""


def plain(text: str) -> str:
    """`text` on one line, without the marks that part it from what is filled in."""
    return " ".join(text.split()).strip(_STOPS)


class Words(HTMLParser):
    """Collects what readers of a page see or are told, piece by piece."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: set[str] = set()

    def handle_data(self, data: str) -> None:
        self.pieces.add(plain(data))

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            told = (
                name.startswith("data-") and value and value[0].isupper()
            )  # others are for scripts
            if value and (name in _SHOWN or told):
                self.pieces.add(plain(value))


def forms(message: Message) -> Iterator[tuple[str, str]]:
    """A message in English and French, each of its plural forms."""
    english, french = message.id, message.string
    if isinstance(english, tuple):
        yield from zip(english, french, strict=True)
    else:
        yield english, str(french)


def telling_pieces(language: str) -> set[str]:
    """What the interface says only in `language`: its texts between what is filled in."""
    po = files("recoupe.locale").joinpath("fr", "LC_MESSAGES", "recoupe.po")
    messages = [one for one in read_po(BytesIO(po.read_bytes())) if one.id]
    pairs = [pair for message in messages for pair in forms(message)]
    english, french = (
        {plain(part) for pair in pairs for part in _FILLED.split(pair[index])} for index in (0, 1)
    )
    own, other = (english, french) if language == "en" else (french, english)
    return {one for one in own - other if sum(map(str.isalpha, one)) >= 4} - _FACTS


@pytest.mark.parametrize(("language", "other"), [("en", "fr"), ("fr", "en")], ids=["en", "fr"])
def test_no_page_says_anything_in_another_language_of_the_interface(
    make: Maker, language: str, other: str
) -> None:
    edition = make({"site.yaml": SITE.format(language=language)})
    jinja = environment(None, interface(language))
    foreign = telling_pieces(other)

    for view in site_pages(edition):
        page = Words()
        page.feed(page_html(view, jinja))
        assert page.pieces & foreign == set(), view.frame.url
