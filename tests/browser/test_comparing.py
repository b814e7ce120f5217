"""Values on one axis, in a real browser: seen by everyone, on any screen, without touching."""

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

AXES = ["claims/user-count/", "claims/offline-date/", "discrepancies/offline-10-or-11/"]

BOXES = """selector => [...document.querySelectorAll(selector)]
  .map(one => one.getBoundingClientRect())
  .filter(box => box.width > 0)
  .map(box => [box.left, box.top, box.right, box.bottom])"""

Box = tuple[float, float, float, float]


def boxes(page: Page, selector: str) -> list[Box]:
    return [(box[0], box[1], box[2], box[3]) for box in page.evaluate(BOXES, selector)]


def touching(found: list[Box]) -> list[tuple[Box, Box]]:
    return [
        (one, other)
        for at, one in enumerate(found)
        for other in found[at + 1 :]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]


@pytest.mark.parametrize("width", [320, 768, 1024, 1280])
@pytest.mark.parametrize("path", AXES)
def test_labels_and_rows_of_an_axis_do_not_touch(
    page: Page, address: str, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})

    page.goto(f"{address}{path}")

    labels, rows = boxes(page, ".axis-labels text"), boxes(page, ".axis-rows > li")
    assert len(labels) >= 2
    assert len(rows) >= 2
    assert touching(labels) == []
    assert touching(rows) == []
    assert all(box[0] >= 0 and box[2] <= width for box in labels)


@pytest.mark.parametrize("width", [320, 1280])
def test_drawing_does_not_run_into_its_words(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})

    page.goto(f"{address}claims/offline-date/")

    words, drawings = boxes(page, ".axis-words"), boxes(page, ".axis-drawing")
    assert len(words) == len(drawings)
    assert [pair for pair in zip(words, drawings, strict=True) if touching(list(pair))] == []


def test_marks_keep_their_size_on_a_phone(page: Page, address: str) -> None:
    found = []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{address}claims/user-count/")
        found += boxes(page, ".axis circle")

    assert len(found) == 6
    assert [box[2] - box[0] for box in found] == pytest.approx([10.0] * 6)
    assert [box[3] - box[1] for box in found] == pytest.approx([10.0] * 6)


def test_words_say_all_that_is_drawn(page: Page, address: str) -> None:
    page.goto(f"{address}claims/offline-date/")

    rows = page.get_by_role("region", name="Leurs réponses côte à côte").get_by_role("listitem")
    conflicting = rows.filter(has_text="Ne concorde pas avec")
    assert rows.count() == 5
    assert conflicting.count() == page.locator(".axis-gap").count() == 2
    assert "10 janvier 2021" in (conflicting.first.text_content() or "")


def test_axis_is_seen_in_forced_colours(browser: Browser, address: str) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()

    page.goto(f"{address}claims/offline-date/")

    strokes = page.evaluate(
        """() => [...document.querySelectorAll(".axis-bar, .axis circle")].map(one => [
            getComputedStyle(one).stroke, getComputedStyle(document.body).color])"""
    )
    context.close()
    assert strokes
    assert all(stroke == text for stroke, text in strokes)


def test_summary_of_a_pair_counts_and_leads_to_its_groups(page: Page, address: str) -> None:
    page.goto(f"{address}compare/compilation/depeche/")

    links = page.get_by_role("navigation", name="Sur cette page").get_by_role("link")
    for at in range(links.count()):
        number = int((links.nth(at).locator(".pair-number").text_content() or "").strip())
        group = (links.nth(at).get_attribute("href") or "").removeprefix("#")
        section = page.locator(f"section[aria-labelledby={group}]")
        assert section.locator(".pair, .discrepancy-card").count() == number
    assert links.count() == 6


def test_what_one_alone_tells_opens_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}compare/compilation/depeche/")
    claim = page.locator("details.pair-alone").first

    claim.locator("summary").focus()
    page.keyboard.press("Enter")

    assert claim.locator("blockquote").first.is_visible()


def test_what_one_alone_tells_is_on_paper(page: Page, address: str) -> None:
    page.goto(f"{address}compare/compilation/depeche/")
    words = page.locator("details.pair-alone blockquote").first
    on_screen = words.is_visible()

    page.emulate_media(media="print")

    assert (on_screen, words.is_visible()) == (False, True)


@pytest.mark.parametrize("width", [320, 1280])
def test_words_that_differ_are_underlined_and_announced(
    page: Page, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})

    page.goto(f"{address}discrepancies/two-translations/")

    differing = page.get_by_role("region", name="Les formulations, mot à mot").locator(".differs")
    assert "diffère" in (differing.first.text_content() or "")
    lines = differing.evaluate_all(
        "all => all.map(one => getComputedStyle(one).textDecorationLine)"
    )
    assert set(lines) == {"underline"}
    assert len(lines) == 8


def test_page_of_a_pair_has_a_reasonable_weight(site: Path) -> None:
    pages = list((site / "compare").rglob("index.html"))

    weights = [len(gzip.compress(page.read_bytes())) for page in pages]

    assert len(pages) == 10
    assert max(weights) <= 40_000
