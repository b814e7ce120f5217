"""Every template without a mouse: each way is reached, in reading order, and its focus is seen."""

from itertools import pairwise

from playwright.sync_api import Page, expect

# What a page has for the keyboard, in the order of its text; each is given its number in it.
# Of radio buttons with one name only the chosen one is a stop, or else the first.
NUMBERED = """() => {
  const ways = "a[href], button, input, select, textarea, summary, [tabindex]"
  const groups = new Set()
  window.stops = [...document.querySelectorAll(ways)].filter((one) =>
    one.tabIndex >= 0 && one.checkVisibility({visibilityProperty: true}) && !one.disabled
    && !(one.type === "radio" && (groups.has(one.name) || !groups.add(one.name))))
  return window.stops.length
}"""
# Where the focus is: its number, and whether one sees it, by its first line.
FOCUS = """() => {
  const one = document.activeElement
  const parts = [one, ...one.querySelectorAll("svg *, :scope > :is(rect, path, circle)")]
  const box = one.getClientRects()[0] ?? one.getBoundingClientRect()
  const x = box.x + Math.min(box.width / 2, 8)
  const y = box.y + Math.min(box.height / 2, 8)
  const top = document.elementFromPoint(x, y)
  return {
    number: window.stops.indexOf(one),
    scrolls: one.scrollHeight > one.clientHeight || one.scrollWidth > one.clientWidth,
    outlined: parts.map((part) => getComputedStyle(part)).some((style) =>
      (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
      || (one instanceof SVGElement && style.stroke !== "none"
        && parseFloat(style.strokeWidth) >= 2)),
    uncovered: top !== null && (one.contains(top) || top.contains(one)),
    html: one.outerHTML.slice(0, 120),
  }
}"""
FIRST_WAY = "main :is(h2, h3, p, li, td, th) a[href]:not([href^='http'])"


def test_tab_goes_through_everything_in_order_and_shows_where_it_is(
    page: Page, examples: list[str]
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(examples[0])
    count = page.evaluate(NUMBERED)

    visited = []
    while len(visited) < 2 * count and (not visited or visited[-1]["number"] < count - 1):
        page.keyboard.press("Tab")
        visited.append(page.evaluate(FOCUS))

    stops = [one["number"] for one in visited if one["number"] >= 0]
    assert stops == list(range(count))
    assert [one for one in visited if one["number"] < 0 and not one["scrolls"]] == []
    assert [one["html"] for one in visited if not one["outlined"]] == []
    assert [one["html"] for one in visited if not one["uncovered"]] == []


def test_shift_tab_leads_back_the_same_way(page: Page, examples: list[str]) -> None:
    page.goto(examples[-1])
    count = page.evaluate(NUMBERED)
    page.evaluate("window.stops.at(-1).focus()")

    visited = [count - 1]
    for _ in range(min(count - 1, 20)):
        page.keyboard.press("Shift+Tab")
        visited.append(page.evaluate(FOCUS)["number"])

    assert all(before > after for before, after in pairwise(n for n in visited if n >= 0))


def test_skip_link_leads_to_the_content(page: Page, examples: list[str]) -> None:
    for example in examples:
        page.goto(example)

        page.keyboard.press("Tab")
        shown = page.evaluate(
            "document.querySelector('.skip:focus')?.getBoundingClientRect().y >= 0"
        )
        page.keyboard.press("Enter")

        assert shown, example
        expect(page.locator("#main"), example).to_be_focused()


def test_enter_follows_a_link(page: Page, address: str) -> None:
    page.goto(f"{address}claims/")
    way = page.locator(FIRST_WAY).first
    leads = way.evaluate("(one) => one.href")

    way.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(leads)

    assert page.locator("main h1").is_visible()


def test_enter_opens_and_closes_details(page: Page, address: str) -> None:
    page.goto(f"{address}grid/")
    page.locator("main summary").first.focus()

    page.keyboard.press("Enter")
    opened = page.locator("main details").first.get_attribute("open")
    page.keyboard.press("Enter")

    assert opened is not None
    assert page.locator("main details").first.get_attribute("open") is None
