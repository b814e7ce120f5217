"""The repository's own site in a real browser, as readers meet it."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from recoupe.verifying import verify

PAGES = [
    "",
    "claims/",
    "claims/user-count/",
    "sources/",
    "sources/compilation/",
    "sources/presse-citron/",
    "discrepancies/",
    "discrepancies/two-translations/",
    "grid/",
    "timeline/",
    "tags/audience/",
    "compare/compilation/depeche/",
    "methodology/",
    "404.html",
]
WITHOUT_A_PAGE = (
    "(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)()"
)


@pytest.mark.parametrize("path", PAGES)
def test_page_says_nothing_on_the_console_and_asks_no_other_host(
    page: Page, address: str, path: str
) -> None:
    told: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))

    page.goto(f"{address}{path}")

    assert told == []
    assert [url for url in asked if not url.startswith(address)] == []
    assert len(asked) <= 6


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_page_does_not_scroll_sideways(page: Page, address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})

    page.goto(f"{address}{path}")

    assert page.evaluate(WITHOUT_A_PAGE) <= 0


@pytest.mark.parametrize(
    "source", ["compilation", "depeche", "presse-citron", "retour-gafam", "suspension"]
)
def test_text_of_a_source_page_is_the_body_character_for_character(
    page: Page, address: str, site: Path, source: str
) -> None:
    data = json.loads((site / "data/claims.json").read_text(encoding="utf-8"))
    (row,) = [one for one in data["sources"] if one["id"] == source]
    sentences = Path(__file__).parents[2] / "facts" / "sources" / f"{source}.yaml"
    name = sentences.read_text(encoding="utf-8").split("text: ")[1].split("\n")[0]
    captured = (Path(__file__).parents[2] / "seeds" / name).read_bytes().decode()

    page.goto(f"{address}sources/{source}/")

    body = captured[row["body"]["start"] : row["body"]["end"]]
    assert page.evaluate("document.getElementById('text').textContent") == body


def test_claim_leads_to_the_quoted_words_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}claims/user-count/")

    page.locator("article blockquote a, a:has(mark), mark a").first.click()

    assert "/sources/" in page.url
    assert "#span-" in page.url
    assert page.locator(":target").count() == 1
    context.close()


def test_keyboard_reaches_the_content_first(page: Page, address: str) -> None:
    page.goto(f"{address}claims/user-count/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


def test_built_site_is_proved_again(site: Path) -> None:
    verified = verify(site)

    assert verified.faults == ()
    assert verified.quotes > 0
