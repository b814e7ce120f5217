"""A source's page in a real browser: its marks, the note beside them, the ribbon."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

FILLER = "Nothing more is known of it, and nobody has said anything else since. "
WORDS = {
    "members": "Alpha counts 20 million members",
    "chief": "20 million members, says its chief",
    "figure": "million members",
    "reopening": "The network reopened on Monday",
    "founding": "Alpha was founded in 2018",
}
DAILY = (
    f"{WORDS['members']}, says its chief. {WORDS['reopening']}, after a month. "
    f"{FILLER * 40}{WORDS['founding']}."
)
ARABIC = (
    f"قال المدير إن الشبكة عادت يوم الاثنين. {'لا شيء آخر معروف عنها. ' * 60}تأسست الشبكة سنة 2018."
)
SITE = "title: Alpha\nlanguage: en\nsource_text: full\nratings: [{id: yes, label: Confirmed}]\n"
RTL = {
    "reopening": "الشبكة عادت يوم الاثنين",
    "founding": "تأسست الشبكة سنة 2018",
}
FILES = {
    "seeds/daily.txt": DAILY,
    "seeds/arabic.txt": ARABIC,
    "facts/site.yaml": SITE,
    "facts/sources/daily.yaml": "text: daily.txt\ntitle: Alpha counts its members\n",
    "facts/sources/arabic.yaml": "text: arabic.txt\ntitle: عودة\nlanguage: ar\n"
    "source_text: excerpts\n",
} | {
    f"facts/claims/{id}.yaml": f"claim: Claim of the {id}.\nverdict: {{rating: yes}}\naccounts:\n"
    f"  - source: daily\n    stance: disputes\n    certainty: hedged\n    quotes: ['{words}']\n"
    + (f"  - {{source: arabic, stance: supports, quotes: ['{RTL[id]}']}}\n" if id in RTL else "")
    for id, words in WORDS.items()
}
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
JOINED = "(marks) => marks.map((mark) => mark.textContent).join('')"

Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def alpha(small_site: Callable[..., str]) -> str:
    return small_site(FILES)


@pytest.fixture
def opened(browser: Browser, alpha: str) -> Iterator[Opened]:
    """Opens a source's page, in a context of its own."""
    contexts: list[BrowserContext] = []

    def made(fragment: str = "", *, source: str = "daily", **options: Any) -> Page:
        settings = {"viewport": WIDE, "reduced_motion": "reduce"} | options
        contexts.append(browser.new_context(**settings))
        page = contexts[-1].new_page()
        page.goto(f"{alpha}sources/{source}/{fragment}")
        return page

    yield made
    for context in contexts:
        context.close()


def name(page: Page, claim: str) -> str:
    """The id of the span that a claim quotes."""
    words = page.locator(".reading-passages .passage").filter(has_text=f"Claim of the {claim}.")
    return str(words.get_attribute("id")).removeprefix("passage-")


def mark(page: Page, claim: str) -> Locator:
    """The first words of the span that a claim quotes."""
    return page.locator(f"#text mark[data-spans~='{name(page, claim)}'] a").first


def note(page: Page) -> Locator:
    return page.get_by_role("dialog", name="What quotes these words")


def claims(page: Page) -> list[str]:
    """The claims in the note, in order."""
    return note(page).locator(".passage-claims a").all_text_contents()


def box(locator: Locator) -> dict[str, float]:
    found = locator.bounding_box()
    assert found is not None
    return {
        "left": found["x"],
        "right": found["x"] + found["width"],
        "top": found["y"],
        "bottom": found["y"] + found["height"],
    }


def scroll(words: Locator, bottom: int) -> None:
    """Scroll so that the words end `bottom` pixels below the top of the window."""
    words.evaluate(
        "(link, bottom) => scrollBy(0, link.getBoundingClientRect().bottom - bottom)", bottom
    )


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent"))


def test_pointing_at_words_shows_their_claims_in_the_margin_at_their_height(
    opened: Opened,
) -> None:
    page = opened()

    scroll(mark(page, "reopening"), 300)

    mark(page, "reopening").hover()

    expect(note(page)).to_be_visible()
    assert claims(page) == ["Claim of the reopening."]
    assert abs(box(note(page))["top"] - box(mark(page, "reopening"))["top"]) < 20
    assert box(note(page))["left"] > box(page.locator("#text"))["right"]


def test_note_tells_stance_verdict_and_leads_to_the_account(opened: Opened) -> None:
    page = opened()

    mark(page, "reopening").hover()

    expect(note(page)).to_contain_text("Disputes it with reserve")
    expect(note(page)).to_contain_text("Verdict: Confirmed")
    link = note(page).get_by_role("link", name="Claim of the reopening.")
    assert str(link.get_attribute("href")).endswith("/claims/reopening/#account-daily")


def test_entry_of_the_note_shows_which_words_are_its_claims(opened: Opened) -> None:
    page = opened()
    mark(page, "figure").hover()

    shown = {}
    for claim in ("figure", "chief", "members"):
        note(page).get_by_role("link", name=f"Claim of the {claim}.").hover()
        shown[claim] = page.locator("mark.lit").evaluate_all(JOINED)

    assert shown == {claim: WORDS[claim] for claim in shown}


def test_note_stays_inside_the_window_beside_words_at_its_lower_edge(opened: Opened) -> None:
    page = opened()
    scroll(mark(page, "founding"), 880)

    mark(page, "founding").hover()

    expect(note(page)).to_be_visible()
    assert box(note(page))["bottom"] <= WIDE["height"]


def test_tab_goes_from_span_to_span_and_shows_the_note_of_each(opened: Opened) -> None:
    page = opened()
    page.locator(".ribbon a").first.focus()

    seen = []
    for _ in WORDS:
        page.keyboard.press("Tab")
        seen.append((focused(page), claims(page)[0]))

    assert seen == [
        ("Alpha counts ", "Claim of the members."),
        ("20 ", "Claim of the members."),
        ("million members", "Claim of the figure."),
        (WORDS["reopening"], "Claim of the reopening."),
        (WORDS["founding"], "Claim of the founding."),
    ]


def test_enter_goes_into_the_note_and_tab_leaves_it_for_the_words_that_follow(
    opened: Opened,
) -> None:
    page = opened()
    page.locator(".ribbon a").first.focus()
    page.keyboard.press("Tab")

    page.keyboard.press("Enter")
    entered = page.evaluate("document.activeElement.id")
    stops = []
    for _ in range(2):
        page.keyboard.press("Tab")
        stops.append(focused(page))
    page.keyboard.press("Tab")

    assert entered == "note"
    assert stops == ["Close", "Claim of the members."]
    assert focused(page) == "20 "


def test_shift_tab_leaves_the_note_for_its_words(opened: Opened) -> None:
    page = opened()
    mark(page, "reopening").focus()
    page.keyboard.press("Enter")

    page.keyboard.press("Shift+Tab")

    assert focused(page) == WORDS["reopening"]


@pytest.mark.parametrize("inside", [True, False], ids=["in the note", "on the words"])
def test_escape_closes_the_note_and_the_focus_is_on_the_words(opened: Opened, inside: bool) -> None:
    page = opened()
    page.locator(".ribbon a").first.focus()
    page.keyboard.press("Tab")
    if inside:
        page.keyboard.press("Enter")

    page.keyboard.press("Escape")

    expect(note(page)).to_be_hidden()
    assert focused(page) == "Alpha counts "
    assert page.locator("mark.shown").count() == 0


def test_leaving_the_text_closes_the_note(opened: Opened) -> None:
    page = opened()
    mark(page, "founding").focus()
    page.keyboard.press("Shift+Tab")

    page.locator(".ribbon a").first.focus()

    expect(note(page)).to_be_hidden()


@pytest.mark.parametrize("claim", ["figure", "founding"])
def test_tap_opens_a_sheet_that_does_not_hide_the_words(opened: Opened, claim: str) -> None:
    page = opened(viewport=PHONE, has_touch=True)
    words = mark(page, claim)
    scroll(words, 700)

    words.tap()

    expect(note(page)).to_be_visible()
    assert f"Claim of the {claim}." in claims(page)
    assert box(note(page))["bottom"] == PHONE["height"]
    assert box(words)["bottom"] <= box(note(page))["top"]
    assert box(words)["top"] >= box(page.locator(".ribbon"))["bottom"]


@pytest.mark.parametrize("way", ["button", "Escape", "outside"])
def test_sheet_is_closed_and_gives_the_focus_back(opened: Opened, way: str) -> None:
    page = opened(viewport=PHONE, has_touch=True)
    mark(page, "reopening").tap()
    assert page.evaluate("document.activeElement.id") == "note"

    if way == "button":
        note(page).get_by_role("button", name="Close").tap()
    elif way == "Escape":
        page.keyboard.press("Escape")
    else:
        page.touchscreen.tap(180, 60)

    expect(note(page)).to_be_hidden()
    assert focused(page) == WORDS["reopening"]


@pytest.mark.parametrize("claim", ["members", "chief", "figure"])
@pytest.mark.parametrize("later", [False, True], ids=["at once", "by a change of the fragment"])
def test_arriving_at_a_span_shows_all_its_words_and_its_note(
    opened: Opened, claim: str, later: bool
) -> None:
    span = name(opened(), claim)
    page = opened("" if later else f"#{span}")

    if later:
        page.evaluate("(span) => { location.hash = span; }", span)

    expect(note(page)).to_be_visible()
    assert page.locator("mark.target").evaluate_all(JOINED) == WORDS[claim]
    assert claims(page) == [f"Claim of the {claim}."]


def test_arriving_at_a_passage_shows_its_entry_and_its_words(opened: Opened) -> None:
    span = name(opened(), "chief")

    page = opened(f"#passage-{span}")

    expect(page.locator(f"#passage-{span}")).to_be_in_viewport()
    assert page.locator("mark.target").evaluate_all(JOINED) == WORDS["chief"]
    expect(note(page)).to_be_hidden()


def test_words_lead_to_their_claim_without_javascript(opened: Opened) -> None:
    page = opened(java_script_enabled=False)

    mark(page, "reopening").click()

    page.wait_for_url("**/claims/reopening/#account-daily")


def test_words_of_several_claims_lead_to_the_list_beside_the_text_without_javascript(
    opened: Opened,
) -> None:
    page = opened(java_script_enabled=False)
    span = name(page, "figure")

    mark(page, "figure").click()

    entry = page.locator(f"#passage-{span}:target")
    expect(entry).to_be_in_viewport()
    assert box(entry)["left"] > box(page.locator("#text"))["right"]
    assert not page.locator("#note").is_visible()
    assert not page.locator(".margin-hint").is_visible()


def test_screen_reader_is_told_once_where_each_passage_begins_and_ends(opened: Opened) -> None:
    page = opened()
    session = page.context.new_cdp_session(page)

    said = spoken(session.send("Accessibility.getFullAXTree")["nodes"])

    assert [one for one in said if "passage" in one] == [
        "Start of passage 1.",
        "Start of passage 2.",
        "Start of passage 3.",
        "End of passage 3. End of passage 1.",
        "End of passage 2.",
        "Start of passage 4.",
        "End of passage 4.",
        "Start of passage 5.",
        "End of passage 5.",
    ]
    assert said.index("million members") == said.index("Start of passage 3.") + 1
    assert page.locator("#text").evaluate("(text) => text.textContent") == DAILY


def spoken(nodes: list[dict[str, Any]]) -> list[str]:
    """What a screen reader reads of the source's text, piece by piece."""
    known = {node["nodeId"]: node for node in nodes}
    (first,) = (
        node
        for node in nodes
        if node["role"]["value"] == "StaticText"
        and node["name"]["value"].startswith("Start of passage 1")
    )
    top = first
    while len(under(top, known)) < 2 * len(WORDS):
        top = known[top["parentId"]]
    return under(top, known)


def under(node: dict[str, Any], known: dict[str, dict[str, Any]]) -> list[str]:
    if not node["ignored"] and node["role"]["value"] == "StaticText":
        return [str(node["name"]["value"]).strip()]
    children = (known[id] for id in node.get("childIds", []) if id in known)
    return [text for child in children for text in under(child, known)]


def test_marks_that_are_meant_look_unlike_the_others_in_forced_colours(opened: Opened) -> None:
    span = name(opened(), "chief")

    page = opened(f"#{span}", forced_colors="active")

    colour = "(mark) => getComputedStyle(mark).backgroundImage + getComputedStyle(mark).color"
    meant = {page.locator("mark.target").nth(number).evaluate(colour) for number in range(3)}
    other = page.locator(f"#{name(page, 'founding')}").evaluate(colour)
    assert other not in meant


def test_note_stands_on_the_other_side_where_the_page_runs_from_right_to_left(
    opened: Opened,
) -> None:
    page = opened()
    page.evaluate("document.documentElement.dir = 'rtl'")
    scroll(mark(page, "reopening"), 300)

    mark(page, "reopening").hover()

    expect(note(page)).to_be_visible()
    assert box(note(page))["right"] < box(page.locator(".ribbon"))["left"]
    assert box(page.locator(".ribbon"))["right"] < box(page.locator("#text"))["left"]
    assert abs(box(note(page))["top"] - box(mark(page, "reopening"))["top"]) < 20


def test_ribbon_of_a_text_from_right_to_left_begins_at_the_right_on_a_phone(
    opened: Opened,
) -> None:
    page = opened(source="arabic", viewport=PHONE)

    bands = page.locator(".ribbon a")

    assert box(bands.first)["left"] > box(bands.last)["left"]
    assert box(page.locator(".ribbon-strip"))["left"] == box(page.locator(".ribbon"))["left"]
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_excerpts_of_a_text_from_right_to_left_have_notes_and_a_ribbon(opened: Opened) -> None:
    page = opened(source="arabic")

    page.locator(".ribbon a").last.click()

    expect(note(page)).to_be_visible()
    assert claims(page) == ["Claim of the founding."]
    assert page.locator("mark.target").evaluate_all(JOINED) == RTL["founding"]
    assert page.locator(".excerpt").count() == 2


def test_excerpts_say_where_the_article_has_more(opened: Opened) -> None:
    page = opened(source="arabic")

    signs = page.locator(".excerpt").evaluate_all(
        """(parts) => parts.map((part) => ["::before", "::after"].map(
          (side) => getComputedStyle(part, side).content.includes("…")))"""
    )

    body = page.locator(".excerpt").evaluate_all("(all) => all.map((one) => one.dataset)")
    assert signs == [[False, False], [True, False]]
    assert body[0]["end"] != body[1]["start"]


def test_one_key_leads_past_the_text_to_the_list_of_passages(opened: Opened) -> None:
    page = opened()

    page.locator(".past-text a").press("Enter")

    expect(page.locator("#passages")).to_be_in_viewport()


def test_print_has_the_marks_and_neither_note_nor_ribbon(opened: Opened) -> None:
    page = opened()
    mark(page, "reopening").hover()
    expect(note(page)).to_be_visible()

    page.emulate_media(media="print")

    expect(page.locator("#note")).to_be_hidden()
    expect(page.locator(".ribbon")).to_be_hidden()
    first = page.locator("mark").first
    expect(first).to_have_css("print-color-adjust", "exact")
    assert "rgb(0, 0, 0)" in first.evaluate("(mark) => getComputedStyle(mark).backgroundImage")


def test_ribbon_leads_to_the_first_span_of_a_band_and_shows_where_the_reader_is(
    opened: Opened,
) -> None:
    page = opened()
    here = page.locator(".ribbon-here")
    before = float(str(here.get_attribute("y")))

    page.locator(".ribbon a").last.click()

    expect(page.locator("mark.target")).to_have_text(WORDS["founding"])
    expect(here).not_to_have_attribute("y", str(before))
    assert float(str(here.get_attribute("y"))) + float(str(here.get_attribute("height"))) > 900


def test_arrow_keys_go_along_the_ribbon(opened: Opened) -> None:
    page = opened()
    page.locator(".ribbon a").first.focus()

    page.keyboard.press("ArrowDown")

    expect(page.locator(".ribbon a").nth(1)).to_be_focused()


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_ribbon_keeps_to_the_text(opened: Opened, viewport: dict[str, int]) -> None:
    page = opened(viewport=viewport)

    page.evaluate("scrollTo(0, document.body.scrollHeight)")

    ribbon, passages = page.locator(".ribbon-strip"), page.locator(".reading-passages")
    assert box(ribbon)["bottom"] <= box(passages)["top"]
