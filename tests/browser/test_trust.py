"""What readers trust a site by: corrections that are seen, dates, references, ways to object."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

CORRECTIONS = 250
FIRST_DAY = date(2026, 1, 5)


def history() -> str:
    """Two hundred and fifty corrections and five updates."""
    days = [FIRST_DAY + timedelta(days=one) for one in range(CORRECTIONS)]
    corrected = [
        f"  - {{date: {day}, kind: corrected, note: Le nombre., before: Il disait {n}.}}\n"
        for n, day in enumerate(days, start=1)
    ]
    updated = [
        f"  - {{date: 2026-02-0{n}, kind: updated, note: Une source de plus.}}\n"
        for n in range(1, 6)
    ]
    return "".join([*corrected, *updated])


FILES = {
    "seeds/daily.txt": "Alpha compte 20 millions de membres. Alpha a rouvert lundi.",
    "facts/site.yaml": """
title: Alpha, vérifié
language: fr
publisher: {name: Recoupe}
source_text: full
report_url: mailto:erreurs@example.org?cc=chef@example.org
""",
    "facts/sources/daily.yaml": "text: daily.txt\ntitle: Alpha rouvre\npublisher: Le Jour\n",
    "facts/claims/members.yaml": f"""
claim: Alpha compte 20 millions de membres.
checked: 2026-11-21
by: [Ada Lovelace, Bo]
accounts:
  - source: daily
    stance: supports
    quotes: [Alpha compte 20 millions de membres]
history:
{history()}
""",
    "facts/claims/reopening.yaml": """
claim: Alpha a rouvert « lundi ».
accounts:
  - source: daily
    stance: supports
    quotes: [Alpha a rouvert lundi]
""",
    "facts/discrepancies/silence.yaml": """
title: Un silence
kind: omission
claims: [reopening]
summary: Personne d’autre n’en parle.
""",
}


@pytest.fixture(scope="module")
def place(small_site: Callable[..., str]) -> str:
    return small_site(FILES, base_url="https://example.org/alpha/")


def test_correction_stands_at_the_top_of_a_corrected_claim(page: Page, place: str) -> None:
    page.goto(f"{place}claims/members/")

    notice = page.locator(".opening .correction")
    last = FIRST_DAY + timedelta(days=CORRECTIONS - 1)
    expect(notice).to_contain_text(f"Correction du {last.day} septembre 2026\u00a0: Le nombre.")
    expect(notice.locator("del").first).to_have_text(f"Il disait {CORRECTIONS}.")
    expect(notice).to_contain_text("248 corrections antérieures")


def test_last_check_is_told_before_the_verdict_and_at_the_end(page: Page, place: str) -> None:
    page.goto(f"{place}claims/members/")

    expect(page.locator(".opening")).to_contain_text("21 novembre 2026, par Ada Lovelace et Bo")
    expect(page.locator(".checked")).to_contain_text("Dernière vérification")
    page.goto(f"{place}claims/reopening/")
    expect(page.locator(".checked")).to_contain_text("n’a pas été consignée")


def test_long_list_of_corrections_goes_on_and_leads_to_each_entry(page: Page, place: str) -> None:
    page.goto(f"{place}corrections/")
    assert page.locator(".history > li").count() == 100

    page.get_by_role("link", name="5 mises à jour").click()

    page.wait_for_url("**/corrections/page/3/#updated")
    assert page.locator(".history > li").count() == 55
    page.get_by_role("link", name="Lien permanent").first.click()
    page.wait_for_url("**/claims/members/#corrected-2026-02-*")
    assert page.locator("li:target").count() == 1


def test_quote_can_be_linked_to_by_keyboard_alone(page: Page, place: str) -> None:
    page.goto(f"{place}claims/members/")

    page.get_by_role("link", name="Lien permanent vers cette citation").focus()
    page.keyboard.press("Enter")

    assert "#quote-daily-" in page.url
    assert page.locator("figure.quote:target mark").text_content() == (
        "Alpha compte 20 millions de membres"
    )


def test_error_is_reported_with_the_page_that_it_is_on(page: Page, place: str) -> None:
    page.goto(f"{place}claims/reopening/")

    link = page.get_by_role("link", name="Signaler une erreur sur cette page")

    address = link.get_attribute("href") or ""
    assert address.startswith("mailto:erreurs@example.org?cc=chef@example.org&subject=Erreur%20sur")
    assert "body=https%3A%2F%2Fexample.org%2Falpha%2Fclaims%2Freopening%2F%0D%0A" in address


def test_page_is_cited_in_the_usual_form(page: Page, place: str) -> None:
    page.goto(f"{place}claims/reopening/")

    page.get_by_text("Citer cette page").click()

    expect(page.locator(".citation-text")).to_have_text(
        "Recoupe, «\u00a0Alpha a rouvert “lundi”\u00a0», Alpha, vérifié, "
        "https://example.org/alpha/claims/reopening/ (consulté le …)"
    )


def test_buttons_copy_address_and_reference_and_say_so(browser: Browser, place: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{place}claims/members/")

    page.get_by_role("button", name="Copier l’adresse").click()

    expect(page.get_by_role("status").first).to_have_text("Copié")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "https://example.org/alpha/claims/members/"
    page.get_by_text("Citer cette page").click()
    page.get_by_role("button", name="BibTeX").click()
    assert "@online{claim-members," in page.evaluate("navigator.clipboard.readText()")
    context.close()


def test_nothing_is_lost_without_scripts(browser: Browser, place: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{place}claims/members/")

    page.get_by_text("Citer cette page").click()

    assert page.get_by_role("button").count() == 0
    expect(page.get_by_text("@online{claim-members,")).to_be_visible()
    expect(page.get_by_text("TY - ELEC")).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize(
    "path", ["claims/members/", "sources/daily/", "discrepancies/silence/", "corrections/"]
)
def test_page_with_an_open_citation_does_not_scroll_sideways(
    page: Page, place: str, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{place}{path}")

    if "corrections" not in path:
        page.get_by_text("Citer cette page").click()

    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(f"(() => {wide})()") <= 0


def test_permanent_links_and_buttons_are_not_printed(page: Page, place: str) -> None:
    page.goto(f"{place}claims/members/")

    page.emulate_media(media="print")

    expect(page.locator(".permalink").first).to_be_hidden()
    expect(page.locator(".copy").first).to_be_hidden()
    expect(page.locator(".permanent")).to_be_visible()


def test_copying_needs_no_more_than_its_budget() -> None:
    script = Path(__file__).parents[2] / "templates/assets/js/copy.js"

    assert len(script.read_bytes()) <= 1536
