"""The worksheets of the repository's own site: what pupils get, on a screen and on paper."""

import html
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from recoupe import load

ROOT = Path(__file__).parents[2]
SHEETS = ["sheets/claims/user-count/", "sheets/discrepancies/two-mondays/"]
PAGES = ["sheets/", *SHEETS, *(f"{sheet}solution/" for sheet in SHEETS)]
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def page_text(site: Path, path: str) -> str:
    """Head and body without marks, so that whatever a pupil could find in the source is in it."""
    source = (site / path / "index.html").read_text(encoding="utf-8")
    return " ".join(html.unescape(re.sub(r"</?(?:a|p|li|span|strong)\b[^>]*>", "", source)).split())


def plain(text: str) -> str:
    return " ".join(text.split())


def test_no_sheet_holds_its_verdict_or_explanation(site: Path) -> None:
    for claim in load(ROOT).project.claims.values():
        text = page_text(site, f"sheets/claims/{claim.id}")

        assert plain(claim.statement) in text
        assert claim.verdict is None or plain(claim.verdict.summary or "?!?") not in text
        assert claim.explanation is None or plain(claim.explanation.text)[:30] not in text


def test_no_sheet_holds_the_title_summary_or_resolution_of_its_discrepancy(site: Path) -> None:
    for one in load(ROOT).project.discrepancies.values():
        text = page_text(site, f"sheets/discrepancies/{one.id}")

        assert plain(one.title) not in text
        assert plain(one.summary) not in text
        assert one.resolution is None or plain(one.resolution.text)[:30] not in text


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 1280])
def test_sheet_does_not_scroll_sideways(page: Page, address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})

    page.goto(f"{address}{path}")

    assert page.evaluate(TOO_WIDE) <= 0


def test_claim_leads_to_its_sheet_and_that_to_the_solution(page: Page, address: str) -> None:
    page.goto(f"{address}claims/user-count/")

    page.get_by_role("link", name="Fiche pour la classe").click()
    sheet = page.url
    page.get_by_role("link", name="Corrigé").click()

    assert sheet == f"{address}sheets/claims/user-count/"
    page.wait_for_url(f"{sheet}solution/")
    assert page.locator(".stamp").inner_text() == "Revendiqué"


def test_every_page_leads_teachers_to_the_list(page: Page, address: str) -> None:
    page.goto(f"{address}grid/")

    page.get_by_role("link", name="Fiches d’exercice pour la classe").click()

    page.wait_for_url(f"{address}sheets/")


@pytest.mark.parametrize("path", SHEETS)
def test_paper_has_the_exercise_and_not_the_ways_through_the_site(
    page: Page, address: str, path: str
) -> None:
    page.goto(f"{address}{path}")

    page.emulate_media(media="print")

    assert page.get_by_text("Prénom, nom").is_visible()
    assert page.get_by_text(f"example.org/parler/{path}").is_visible()
    for around in (".masthead", ".breadcrumbs", ".colophon", ".sheet-teacher"):
        assert not page.locator(around).is_visible()


@pytest.mark.parametrize("format", ["A4", "Letter"])
def test_sheet_takes_two_pages(page: Page, address: str, format: str) -> None:
    page.goto(f"{address}sheets/claims/user-count/")

    printed = page.pdf(format=format)

    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 2
