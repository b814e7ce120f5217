"""Every template in a real browser, as readers meet it: quiet, whole on every width, proved."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from recoupe.verifying import verify

WIDER_THAN_THE_WINDOW = (
    "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
)
MIRRORED = "() => { document.documentElement.dir = 'rtl' }"


def test_page_says_nothing_on_the_console_and_asks_no_other_host(
    page: Page, examples: list[str], server: str
) -> None:
    told: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))

    for example in examples:
        page.goto(example)
        page.wait_for_load_state("networkidle")

    assert told == []
    assert [url for url in asked if not url.startswith(server)] == []


@pytest.mark.parametrize("direction", ["as it is", "mirrored"])
def test_page_does_not_scroll_sideways(page: Page, examples: list[str], direction: str) -> None:
    for example in examples:
        page.goto(example)
        if direction == "mirrored":
            page.evaluate(MIRRORED)
        for width in (320, 360, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})

            assert page.evaluate(WIDER_THAN_THE_WINDOW) <= 0, (example, width)


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

    page.wait_for_url("**/sources/*/#span-*")
    assert page.locator(":target").count() == 1
    context.close()


def test_every_section_is_a_click_from_the_front_page(page: Page, address: str) -> None:
    page.goto(address)
    sections = page.locator("header nav a")
    labels = sections.all_inner_texts()

    for number, label in enumerate(labels):
        page.goto(address)
        sections.nth(number).click()

        page.wait_for_url(f"{address}**")
        assert page.locator("main h1").is_visible(), label
        assert page.locator("header nav [aria-current=page]").inner_text() == label


@pytest.mark.parametrize("name", ["parler", "specimen"])
def test_built_site_is_proved_again(site: Path, name: str) -> None:
    verified = verify(site.parent / name)

    assert verified.faults == ()
    assert verified.quotes > 0
