"""Every template before axe-core, in every guise that a reader's system may give it.

All rules run on the wide page as it is loaded and on the narrow one with all details open; colour
alone changes with a scheme, so that the dark and the forced colours need only its rules.
"""

from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
OPEN_DETAILS = "() => document.querySelectorAll('details').forEach((one) => { one.open = true })"
# A row that is out of sight has its place kept and not its size: laid out, it overlaps the next.
LAY_ALL_OUT = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync("* { content-visibility: visible !important }")
  document.adoptedStyleSheets = [sheet]
}"""
RUN = """async (only) => {
  const found = await axe.run(document, {
    runOnly: only,
    resultTypes: ["violations"],
    preload: false,
    ...(only.type === "tag" ? {rules: {"target-size": {enabled: true}}} : {}),
  })
  return found.violations.flatMap((rule) => rule.nodes.map(
    (node) => `${rule.id}: ${node.target} ${node.any.map((one) => one.message)}`))
}"""


def violations(page: Page, rules: list[str] | None = None) -> list[str]:
    """What axe-core finds wrong with a page as it stands, by all rules or only by `rules`."""
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": RULES}
    found: list[str] = page.evaluate(RUN, only)
    return found


def guises(page: Page) -> dict[str, list[str]]:
    """The violations of a loaded page in each guise that has any."""
    page.evaluate(LAY_ALL_OUT)
    found = {"light": violations(page)}
    page.evaluate(OPEN_DETAILS)
    page.emulate_media(color_scheme="dark")
    found["dark"] = violations(page, COLOURS)
    page.emulate_media(color_scheme="light", forced_colors="active")
    found["forced colours"] = violations(page, COLOURS)
    page.emulate_media(forced_colors="none")
    page.set_viewport_size({"width": 360, "height": 800})
    found["narrow"] = violations(page)
    return {guise: told for guise, told in found.items() if told}


def test_page_is_accessible_in_every_guise(page: Page, examples: list[str], axe: str) -> None:
    for example in examples:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(color_scheme="light")
        page.goto(example)
        page.evaluate(axe)

        assert guises(page) == {}, example
