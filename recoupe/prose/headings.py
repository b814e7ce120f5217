"""The first heading of a Markdown text, in plain words: what a page is called in titles and menus.

It is taken from what the one engine makes, because a second reading of Markdown would sometimes
find another heading than the page shows.
"""

import re
from html import unescape
from xml.etree.ElementTree import Element

import nh3

from recoupe.prose.cleaning import DROPPED_WITH_CONTENT
from recoupe.prose.engine import engine, token


def first_heading(text: str) -> str | None:
    """The words of the first heading of the first level that has any; None where there is none."""
    mark = token(text)
    raw = engine().run(text, lambda root: _mark_headings(root, mark))
    headings = re.findall(rf'<h1 class="{mark}">(.*?)</h1>', raw, re.DOTALL)
    return next(filter(None, map(_words, headings)), None)


def _mark_headings(root: Element, mark: str) -> None:
    """Tell the headings that Markdown made from those of raw HTML, and take footnote signs out."""
    for heading in root.iter("h1"):
        heading.set("class", mark)
        for sign in heading.iter("sup"):
            for link in sign.findall("a"):
                sign.remove(link)


def _words(raw: str) -> str:
    plain = nh3.clean(raw, tags=set(), clean_content_tags=set(DROPPED_WITH_CONTENT))
    return re.sub(r"[ \t\n]+", " ", unescape(plain)).strip()  # no-break spaces stay
