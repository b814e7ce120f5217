"""The grid of a big project in a real browser: sorted, filtered, shared, read on a phone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from recoupe import build
from tests.browser.projects import TAGS, conflicting, source_id, speaking, write_big_project

CLAIMS, SOURCES = 70, 6
WIDER_THAN_SCREEN = (
    "document.documentElement.scrollWidth - document.documentElement.clientWidth > 0"
)


@pytest.fixture(scope="module")
def grid(site: Path, address: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the big project's grid."""
    project = tmp_path_factory.mktemp("big")
    write_big_project(project, claims=CLAIMS, sources=SOURCES)
    built = build(project, site.parent / "big")
    assert not built.report.failed
    return address.replace("/parler/", "/big/grid/")


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    yield context.new_page()
    context.close()


def shown(page: Page) -> list[int]:
    """The numbers of the claims that are shown, from first to last."""
    return [
        int(url.rstrip("/").rsplit("-", 1)[1])
        for url in page.eval_on_selector_all(
            ".grid tbody tr:not([hidden]) th a", "links => links.map(link => link.pathname)"
        )
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("tag=mer", lambda n: TAGS[n % 5] == "mer"),
        ("rating=faux", lambda n: n % 5 == 2),
        ("rating=-", lambda n: n % 5 == 4),
        ("conflicts=1", conflicting),
        (f"source={source_id(3)}&does=speaks", lambda n: 3 in speaking(n, SOURCES)),
        (f"source={source_id(3)}&does=silent", lambda n: 3 not in speaking(n, SOURCES)),
        (f"source={source_id(1)}&does=conflicts", conflicting),
        (f"source={source_id(1)}&does=disputes&tag=mer", lambda n: conflicting(n) and n % 5 == 2),
        ("tag=nowhere&sort=backwards", lambda n: n > 0),
    ],
    ids=["tag", "verdict", "open", "conflicts", "speaks", "silent", "clash", "both", "unknown"],
)
def test_address_says_which_claims_are_shown(
    page: Page, grid: str, query: str, expected: object
) -> None:
    page.goto(f"{grid}?{query}")

    assert callable(expected)
    assert sorted(shown(page)) == [n for n in range(1, CLAIMS + 1) if expected(n)]


def test_choice_is_announced_and_kept_in_the_address(page: Page, grid: str) -> None:
    page.goto(grid)

    page.get_by_label("Sujet", exact=True).select_option("mer")
    page.get_by_label("Seulement les conflits").check()

    found = [n for n in range(1, CLAIMS + 1) if conflicting(n) and TAGS[n % 5] == "mer"]
    assert page.get_by_role("status").inner_text() == (
        f"Affirmations affichées\u00a0: {len(found)} sur {CLAIMS}"
    )
    assert page.url == f"{grid}?tag=mer&conflicts=1"


def test_way_back_leads_to_the_last_choice(page: Page, grid: str) -> None:
    page.goto(grid)
    page.get_by_label("Sujet", exact=True).select_option("mer")
    page.get_by_label("Trier par", exact=True).select_option("speaking")

    page.go_back()

    assert page.url == f"{grid}?tag=mer"
    expect(page.get_by_label("Trier par", exact=True)).to_have_value("")
    assert len(shown(page)) == CLAIMS / 5


def test_link_to_a_choice_shows_it_again(page: Page, grid: str) -> None:
    page.goto(f"{grid}?source={source_id(2)}&does=silent&sort=verdict&reverse=1")

    expect(page.get_by_label("Source", exact=True)).to_have_value(source_id(2))
    expect(page.get_by_label("Ce qu’elle en fait")).to_have_value("silent")
    expect(page.get_by_label("Ordre inverse")).to_be_checked()


@pytest.mark.parametrize(
    ("query", "attribute", "falling"),
    [
        ("sort=verdict", "verdict", False),
        ("sort=verdict&reverse=1", "verdict", True),
        ("sort=date", "date", False),
        ("sort=date&reverse=1", "date", True),
        ("sort=speaking", "speaking", True),
        ("sort=conflicts", "conflicts", True),
    ],
)
def test_rows_are_sorted_and_what_has_no_place_comes_last(
    page: Page, grid: str, query: str, attribute: str, falling: bool
) -> None:
    page.goto(f"{grid}?{query}")

    places = page.eval_on_selector_all(
        ".grid tbody tr", f"rows => rows.map(row => row.dataset.{attribute})"
    )
    known = [int(place) for place in places if place]
    assert places == [str(place) for place in known] + [""] * (CLAIMS - len(known))
    assert known == sorted(known, reverse=falling)
    assert len(set(known)) > 1


def test_rows_that_sort_alike_keep_the_order_of_the_site(page: Page, grid: str) -> None:
    page.goto(grid)
    site_order = shown(page)

    page.get_by_label("Trier par", exact=True).select_option("verdict")

    assert shown(page) == sorted(site_order, key=lambda n: n % 5)


def test_head_of_a_column_sorts_both_ways_and_not_at_all(page: Page, grid: str) -> None:
    page.goto(grid)
    head = page.get_by_role("columnheader", name="Verdict")
    order = []

    for _ in range(3):
        head.get_by_role("button").press("Enter")
        order.append(head.get_attribute("aria-sort"))

    assert order == ["ascending", "descending", None]
    assert page.url == grid


def test_nothing_found_says_why_and_shows_all_again(page: Page, grid: str) -> None:
    page.goto(f"{grid}?tag=mer&rating=vrai")
    expect(page.get_by_role("table")).to_be_hidden()
    expect(page.get_by_text("Aucune affirmation de cette page")).to_contain_text(
        "La mer (14) · Vrai (14)"
    )

    page.locator(".grid-none button").click()

    assert len(shown(page)) == CLAIMS
    assert page.url == grid
    expect(page.get_by_role("button", name="Filtrer et trier")).to_be_focused()


def test_everything_works_with_the_keyboard_alone(page: Page, grid: str) -> None:
    page.goto(grid)
    toggle = page.get_by_role("button", name="Filtrer et trier")

    toggle.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")

    expect(page.get_by_label("Sujet", exact=True)).to_have_value("ville")
    assert "tag=ville" in page.url
    page.get_by_label("Seulement les conflits").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    assert page.url == f"{grid}?tag=ville&conflicts=1"


def test_without_javascript_the_whole_grid_stands_there(browser: Browser, grid: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(grid)

    page.get_by_text("Les affirmations par sujet").click()

    assert len(shown(page)) == CLAIMS
    expect(page.locator("#grid-filters")).to_be_hidden()
    expect(page.get_by_role("button")).to_have_count(0)
    page.get_by_role("link", name="La mer").click()
    assert page.url == grid.replace("/grid/", "/tags/mer/")
    context.close()


def test_phone_shows_entries_and_keeps_the_filters_in_reach(phone: Page, grid: str) -> None:
    told: list[str] = []
    phone.on("console", lambda message: told.append(message.text))
    phone.on("pageerror", lambda error: told.append(str(error)))
    phone.goto(grid)
    phone.evaluate("scrollTo(0, 8000)")

    phone.get_by_role("button", name="Filtrer et trier").tap()
    phone.get_by_label("Seulement les conflits").tap()

    expect(phone.get_by_role("status")).to_be_in_viewport()
    expect(phone.locator(".grid tbody tr:not([hidden]) th").first).to_be_in_viewport()
    assert phone.evaluate(WIDER_THAN_SCREEN) is False
    assert told == []


@pytest.mark.parametrize("width", [320, 700, 1024, 1280])
def test_page_never_scrolls_sideways(page: Page, grid: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})

    page.goto(f"{grid}?conflicts=1&source={source_id(1)}")

    assert page.evaluate(WIDER_THAN_SCREEN) is False


def test_heads_of_the_columns_stay_below_the_filters(page: Page, grid: str) -> None:
    page.goto(grid)

    page.evaluate("scrollTo({top: 3000, behavior: 'instant'})")

    bar = page.locator("#grid-filters").bounding_box()
    head = page.get_by_role("columnheader", name="Affirmation").bounding_box()
    assert bar is not None
    assert head is not None
    assert bar["y"] == 0
    assert head["y"] == pytest.approx(bar["height"], abs=1)


def test_grid_of_a_site_without_claims_offers_nothing_to_filter(
    page: Page, small_site: Callable[..., str]
) -> None:
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    address = small_site({"facts/site.yaml": "title: Vide\nlanguage: fr\n"})

    page.goto(f"{address}grid/")

    expect(page.get_by_role("heading", name="Grille")).to_be_visible()
    expect(page.get_by_role("table")).to_have_count(0)
    expect(page.locator("form")).to_have_count(0)
    assert told == []
