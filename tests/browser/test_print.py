"""Every template on paper: the words, without the ways through the site, readable in black."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

SHEET = 672  # CSS pixels: A4 without its margins is 178 mm wide, at 96 pixels to an inch
WAYS = ".masthead nav, .breadcrumbs, .colophon nav, .skip, .pager, .more"
# What is read on a screen, ways of the page's own aside, which are links and nothing else.
READ = """() => {
  const linked = (one) => [...one.querySelectorAll("a")].map((way) => way.textContent).join("")
  window.read = [...document.querySelectorAll("main :is(h1, h2, h3, blockquote, mark, p, td, li)")]
    .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.closest("form, nav"))
    .filter((one) => one.textContent.trim() !== linked(one).trim())
}"""
UNPRINTED = """() => window.read
  .filter((one) => !one.checkVisibility({visibilityProperty: true}))
  .map((one) => `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 60)}`)"""
PALE = """() => [...document.querySelectorAll("main :is(h1, h2, p, blockquote, mark)")]
  .map((one) => [one, getComputedStyle(one).color.match(/[\\d.]+/g).slice(0, 3).map(Number)])
  .filter(([one, colour]) => Math.max(...colour) > 0x66)
  .map(([one]) => one.outerHTML.slice(0, 80))"""
UNMARKED = """() => {
  const inked = (style) => style.borderBlockEndStyle !== "none"
    || (style.backgroundImage !== "none" && style.printColorAdjust === "exact")
  return [...document.querySelectorAll("main mark")]
  .filter((mark) => ![mark, ...mark.querySelectorAll("*")].some(
    (one) => inked(getComputedStyle(one))))
  .map((mark) => mark.textContent)
}"""
CUT = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def paper(browser: Browser) -> Iterator[Page]:
    """A page as wide as a sheet of paper; without scripts, as controls are nothing to be read."""
    size = {"width": SHEET, "height": 950}
    context = browser.new_context(viewport=size, color_scheme="dark", java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_words_are_printed_whole_in_black_and_ways_are_not(
    paper: Page, examples: list[str]
) -> None:
    for example in examples:
        paper.emulate_media(media="screen")
        paper.goto(example)
        paper.evaluate(READ)

        paper.emulate_media(media="print")

        ways = paper.locator(WAYS).all()
        assert [way.inner_text() for way in ways if way.is_visible()] == [], example
        assert paper.evaluate(UNPRINTED) == [], example
        assert paper.evaluate(PALE) == [], example
        assert paper.evaluate(UNMARKED) == [], example
        assert paper.evaluate(CUT) <= 0, example


def test_page_can_be_printed(paper: Page, examples: list[str]) -> None:
    paper.goto(examples[-1])

    assert paper.pdf(prefer_css_page_size=True).startswith(b"%PDF-")
