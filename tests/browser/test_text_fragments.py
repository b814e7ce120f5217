"""Chromium marks the very words of a quote in the live article that our fragment names."""

import base64
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Page

from recoupe import load
from recoupe.anchoring.anchored import AnchoredSource
from recoupe.anchoring.browser_texts import BrowserText
from recoupe.anchoring.text_fragments import text_fragment, url_with_fragment
from recoupe.text import Span

ROOT = Path(__file__).parents[2]
ARTICLE = "https://news.example/article"
STYLE = """<!DOCTYPE html><meta charset="utf-8"><title>Article</title><style>
body { margin: 0; font: 12px monospace; color: #fff; background: #fff }
::target-text { color: #f0f; background: #f0f }
</style>"""
# The middle of each character of the page, in the order of the text.
MIDDLES = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const middles = [];
  while (walker.nextNode()) {
    let at = 0;
    for (const letter of walker.currentNode.data) {
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, (at += letter.length));
      const box = range.getBoundingClientRect();
      middles.push([(box.left + box.right) / 2, (box.top + box.bottom) / 2]);
    }
  }
  return middles;
}"""
# Which of these places are not white on a picture of the page.
COLOURED = """async ([picture, middles]) => {
  const image = await createImageBitmap(await (await fetch(picture)).blob());
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const pixels = context.getImageData(0, 0, image.width, image.height).data;
  const green = ([x, y]) => pixels[4 * (Math.floor(y) * image.width + Math.floor(x)) + 1];
  return middles.map((middle) => green(middle) < 128);
}"""


def opened(page: Page, text: str, fragment: str) -> None:
    """Show `text` at an address with `fragment`, a paragraph for each of its lines."""
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))
    body = f"{STYLE}<body>{paragraphs}"
    page.route(f"{ARTICLE}*", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto("about:blank")
    page.goto(url_with_fragment(ARTICLE, fragment))


def marked(page: Page, text: str) -> list[int]:
    """The letters and digits of `text` that the browser has marked, by their number."""
    middles = page.evaluate(MIDDLES)
    picture = base64.b64encode(page.screenshot(full_page=True)).decode()
    coloured = page.evaluate(COLOURED, [f"data:image/png;base64,{picture}", middles])
    places = [at for at, letter in enumerate(text) if letter != "\n"]
    marks = zip(places, coloured, strict=True)
    return [at for at, is_marked in marks if is_marked and text[at].isalnum()]


HARD = (
    "Parler revient. L’application compte 20 millions de membres, selon Parler.\n"
    "Elle en comptait «\u00a020 millions\u00a0» en janvier, et l'an dernier 12 MILLIONS de plus\n"
    "Le réseau a déclaré\u202f: «\u00a0Nous sommes là.\u00a0» Rien de plus, rien de moins.\n"
    "Le resau du cœur, le RÉ\u00adSEAU du Coeur; mot-clé (a & b), 3,5 % d’eau, 100 % vrai."
)


@pytest.mark.parametrize(
    "words",
    [
        "application compte 20 millions",
        "application",
        "20 millions\u00a0» en",
        "an dernier 12 MILLIONS",
        "«\u00a0Nous sommes là.\u00a0»",
        "Rien de plus",
        "membres, selon Parler.\nElle en comptait",
        "le RÉ\u00adSEAU du Coeur",
        "mot-clé (a & b), 3,5 %",
        "eau",
    ],
)
def test_words_are_marked_and_no_others(page: Page, words: str) -> None:
    start = HARD.index(words)
    end = start + len(words)

    opened(page, HARD, text_fragment(HARD, Span(start, end)) or "")

    assert marked(page, HARD) == [at for at in range(start, end) if HARD[at].isalnum()]


def articles() -> Iterator[tuple[AnchoredSource, list[Span]]]:
    """This repository's articles with some of what is quoted of each."""
    anchored = load(ROOT).facts.anchored
    for id, source in sorted(anchored.sources.items()):
        accounts = (one for claim in anchored.claims.values() for one in claim.accounts)
        own = [one for one in accounts if one.account.source.id == id]
        spans = sorted({quote.span for account in own for quote in account.quotes})
        yield source, spans[:: max(1, len(spans) // 3)]


ARTICLES = {source.source.id: (source, spans) for source, spans in articles()}


@pytest.mark.parametrize("id", ARTICLES)
def test_quotes_of_a_real_article_are_marked(page: Page, id: str) -> None:
    source, spans = ARTICLES[id]
    captured = source.source.captured
    text = BrowserText.of(captured)

    for span in spans:
        opened(page, captured, text_fragment(text, span, within=source.body) or "")

        expected = [at for at in range(*span) if captured[at].isalnum()]
        assert marked(page, captured) == expected, captured[slice(*span)]
