"""Searching, in a real browser, under a path and under the page's own policy."""

import re
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from recoupe import build

INDEX = "/search/index/"
SMALL = Path(__file__).parents[1] / "cases" / "comparing" / "conflict-described"


expect.set_options(timeout=30_000)  # ms; Pagefind starts a worker, and machines are busy


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def english(tmp_path: Path) -> Iterator[str]:
    """The address of a small site in English, on articles in French, without an index at first."""
    root = Path(shutil.copytree(SMALL, tmp_path / "project"))
    settings = root / "facts/site.yaml"
    settings.write_text(settings.read_text("utf-8").replace("language: fr", "language: en"))
    claim = root / "facts/claims/people.yaml"
    text = claim.read_text("utf-8").replace("Le pont est ouvert.", "The bridges were opened.")
    claim.write_text(text, "utf-8")
    assert build(root, quick=True).published
    handler = partial(Quiet, directory=str(root / "site"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


def found(page: Page, kind: str) -> Locator:
    return page.locator(f'.search-group[data-kind="{kind}"]')


def titles(page: Page, kind: str) -> list[str]:
    return found(page, kind).locator("h3").all_inner_texts()


def searched(page: Page, address: str, query: str) -> Page:
    page.goto(f"{address}search/")
    page.fill("#query", query)
    expect(page.locator(".search-status")).to_contain_text(f"« {query} »".replace(" ", "\u00a0"))
    return page


def test_nothing_of_pagefind_is_loaded_before_the_first_words(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(f"{address}search/", wait_until="networkidle")

    assert not [url for url in asked if INDEX in url]
    page.fill("#query", "utilisateur")
    expect(found(page, "claim")).to_be_visible()
    assert [url for url in asked if url.endswith(f"{INDEX}pagefind.js")]
    assert all(url.startswith(address) for url in asked)


def test_results_are_grouped_by_kind_and_tell_what_was_decided(page: Page, address: str) -> None:
    searched(page, address, "utilisateurs")

    claim = found(page, "claim").locator(".search-result").filter(has_text="20 millions").first
    expect(claim.locator(".stamp")).to_be_visible()
    expect(claim.locator("mark").first).to_contain_text("utilisateurs")
    expect(found(page, "discrepancy").locator(".strength").first).to_be_visible()
    expect(found(page, "source").locator("h3").first).to_be_visible()
    expect(found(page, "source").locator(".search-result-label").first).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        pytest.param("utilisateur", "20 millions d’utilisateurs", id="a plural"),
        pytest.param("hebergement", "SkySilk héberge", id="no accents"),
        pytest.param("HÉBERGEUR", "hébergeurs sollicités", id="capitals"),
        pytest.param("l'hébergeur", "hébergeurs sollicités", id="an article that is elided"),
        pytest.param("amazon", "décision d’Amazon", id="a name behind one that is elided"),
        pytest.param("utilis", "20 millions d’utilisateurs", id="the beginning of a word"),
        pytest.param("utilisateurs millions", "20 millions d’utilisateurs", id="two words"),
    ],
)
def test_accents_endings_and_elisions_are_forgiven(
    page: Page, address: str, typed: str, title: str
) -> None:
    page.goto(f"{address}search/")
    page.fill("#query", typed)
    expect(found(page, "claim")).to_be_visible()

    while (more := found(page, "claim").locator(".search-more")).is_visible():
        before = len(titles(page, "claim"))
        more.click()
        expect(found(page, "claim").locator("h3").nth(before)).to_be_visible()

    assert any(title in one for one in titles(page, "claim"))


@pytest.mark.parametrize("quoted", ['"{}"', "«\u00a0{}\u00a0»", "“{}”"])
def test_words_between_quotation_marks_are_found_in_this_order_only(
    page: Page, address: str, quoted: str
) -> None:
    page.goto(f"{address}search/")

    page.fill("#query", quoted.format("l'appli de retour"))
    expect(page.locator(".search-status")).to_contain_text("Aucun résultat")
    page.fill("#query", quoted.format("qui revendique 20 millions"))

    expect(page.locator(".search-status")).to_have_text(re.compile(r"^1\srésultat pour"))
    expect(found(page, "source").locator("mark").first).to_have_text("qui revendique")


def test_elided_words_are_shown_as_the_article_has_them(page: Page, address: str) -> None:
    searched(page, address, "amazon")

    shown = page.locator("main").inner_text()

    assert "d’Amazon" in shown
    assert "d’ Amazon" not in shown
    assert "\u2060" not in shown


def test_places_lead_to_the_account_and_to_the_quoted_span(page: Page, address: str) -> None:
    searched(page, address, "utilisateurs")
    account = found(page, "claim").locator('a[href*="#account-"]').first
    span = found(page, "source").locator('a[href*="#span-"]').first
    targets = [one.evaluate("link => link.href") for one in (account, span)]

    for target in targets:
        page.goto(target)
        assert page.locator(f"[id='{target.partition('#')[2]}']").count() == 1


def test_every_result_leads_to_a_page_and_a_place_on_it(
    page: Page, address: str, site: Path
) -> None:
    searched(page, address, "parler")

    links = page.locator(".search-group a").evaluate_all("links => links.map((one) => one.href)")

    assert links
    for link in links:
        path, _, place = link.removeprefix(address).partition("#")
        html = (site / path / "index.html").read_text("utf-8")
        assert not place or f'id="{place}"' in html, link


@pytest.mark.parametrize("typed", ["xylophone", "azertyuiop", "zzz"])
def test_words_that_stand_nowhere_find_nothing_and_are_helped(
    page: Page, address: str, typed: str
) -> None:
    searched(page, address, typed)

    expect(page.locator(".search-status")).to_contain_text("Aucun résultat")
    expect(page.locator(".search-none")).to_be_visible()
    expect(page.locator(".search-lists a").first).to_be_visible()
    expect(page.locator(".search-group:visible")).to_have_count(0)


def test_search_can_be_shared_and_gone_back_to(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=SkySilk")
    expect(page.locator("#query")).to_have_value("SkySilk")
    expect(found(page, "claim")).to_be_visible()

    page.fill("#query", "hébergeur")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=h%C3%A9bergeur$"))
    page.go_back()

    expect(page.locator("#query")).to_have_value("SkySilk")
    expect(page.locator(".search-status")).to_contain_text("SkySilk")


def test_reader_comes_back_to_the_results_from_a_page(page: Page, address: str) -> None:
    searched(page, address, "SkySilk")
    found(page, "claim").locator("h3 a").first.click()
    expect(page).not_to_have_url(re.compile("/search/"))

    page.go_back()

    expect(page.locator("#query")).to_have_value("SkySilk")
    expect(found(page, "claim")).to_be_visible()


def test_keyboard_alone_searches_opens_more_and_follows_a_result(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    page.locator(".masthead-sections a").last.focus()
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.locator("#query").evaluate("one => one === document.activeElement"):
            break
    page.keyboard.type("parler")
    more = found(page, "claim").locator(".search-more")
    expect(more).to_be_visible()

    more.focus()
    page.keyboard.press("Enter")

    eleventh = found(page, "claim").locator("h3 a").nth(10)
    expect(eleventh).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/claims/"))


def test_number_of_results_is_announced(page: Page, address: str) -> None:
    searched(page, address, "SkySilk")

    status = page.get_by_role("status")

    expect(status).to_have_text(re.compile(r"^\d+\srésultats? pour"))
    shown = sum(int(one) for one in page.locator(".search-count:visible").all_inner_texts())
    assert status.inner_text().split()[0] == str(shown)


def test_policy_is_kept_without_a_word_on_the_console(page: Page, address: str) -> None:
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))

    searched(page, address, "utilisateurs")
    page.wait_for_load_state("networkidle")

    policy = page.locator("meta[http-equiv]").get_attribute("content") or ""
    assert "wasm-unsafe-eval" in policy
    assert "'unsafe-" not in policy
    assert told == []


def test_other_pages_do_not_have_the_policy_of_the_search(page: Page, address: str) -> None:
    page.goto(address)

    policy = page.locator("meta[http-equiv]").get_attribute("content") or ""
    assert "wasm" not in policy
    assert "connect-src" not in policy


def test_without_javascript_the_page_says_so_and_leads_to_the_lists(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto(f"{address}search/")

    expect(page.locator(".search")).to_be_hidden()
    expect(page.locator(".search-without")).to_be_visible()
    expect(page.locator(".search-group:visible")).to_have_count(0)
    assert page.locator(".search-lists a").count() == 3
    assert page.locator(".tags a").count() > 3
    context.close()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_results_are_no_wider_than_the_screen(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})

    searched(page, address, "utilisateurs")

    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width


def test_site_without_an_index_says_that_it_cannot_be_searched(page: Page, english: str) -> None:
    page.goto(f"{english}search/?q=bridge")

    expect(page.get_by_role("status")).to_contain_text("cannot be used at the moment")
    expect(page.locator(".search-lists a").first).to_be_visible()


def test_english_site_is_searched_in_english(page: Page, english: str, tmp_path: Path) -> None:
    build(tmp_path / "project")

    page.goto(f"{english}search/?q=bridge")

    expect(page.get_by_role("status")).to_have_text("2 results for “bridge”")
    assert titles(page, "claim") == ["The bridges were opened."]
    page.fill("#query", "habitants")
    expect(found(page, "source")).to_be_visible()
