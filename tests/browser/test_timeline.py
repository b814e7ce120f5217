"""The timeline of a big project in a real browser: drawn, read, printed, on any screen."""

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from recoupe import build
from tests.browser.projects import write_big_project

WIDER_THAN_SCREEN = (
    "document.documentElement.scrollWidth - document.documentElement.clientWidth > 0"
)
FORMS = ["day", "coarse", "range", "about", "before", "after"]


@pytest.fixture(scope="module")
def timeline(site: Path, address: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a timeline with dates of every precision."""
    project = tmp_path_factory.mktemp("dated")
    write_big_project(project, claims=40, sources=3)
    name = f"dated-{os.getpid()}"  # each process has its own: they share the folder that is served
    built = build(project, site.parent / name)
    assert not built.report.failed
    return address.replace("/parler/", f"/{name}/timeline/")


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_every_precision_has_a_mark_of_its_own(page: Page, timeline: str) -> None:
    page.goto(timeline)

    for form in FORMS:
        mark = page.locator(f".timeline-track .timeline-{form}").first.bounding_box()
        assert mark is not None
        assert mark["width"] >= 4


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_sticks_out_of_the_page(page: Page, timeline: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})

    page.goto(timeline)

    assert page.evaluate(WIDER_THAN_SCREEN) is False


@pytest.mark.parametrize("width", [320, 360, 768, 1024, 1200, 1280, 1600])
def test_labels_of_the_axis_do_not_touch(page: Page, timeline: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(timeline)

    rows: dict[float, list[tuple[float, float]]] = {}
    for label in page.locator(".timeline-labels text:visible").all():
        box = label.bounding_box()
        assert box is not None
        rows.setdefault(box["y"], []).append((box["x"], box["x"] + box["width"]))

    assert rows
    assert all(first[1] < then[0] for row in rows.values() for first, then in pairwise(sorted(row)))


def test_row_leads_to_its_claims_without_javascript(plain: Page, timeline: str) -> None:
    plain.goto(timeline)

    plain.locator(".timeline-row").get_by_text("Avant le 3 janvier 2021").click()

    assert plain.url == f"{timeline}#before-2021-01-03"
    expect(plain.locator(":target h3")).to_be_in_viewport()
    expect(plain.locator(":target li a").first).to_have_attribute("href", "../claims/lot-016/")


def test_drawing_is_silent_and_says_nothing_on_the_console(page: Page, timeline: str) -> None:
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))

    page.goto(timeline)

    assert page.locator("figure svg:not([aria-hidden] *):not([aria-hidden])").count() == 0
    assert told == []


def test_printed_timeline_keeps_its_marks(page: Page, timeline: str) -> None:
    page.goto(timeline)

    page.emulate_media(media="print")

    expect(page.locator(".timeline-track .timeline-range").first).to_be_visible()
    expect(page.locator(".timeline-axis")).to_have_css("position", "static")
