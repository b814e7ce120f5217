"""A site in English that reads articles in French, Arabic, Hebrew and Japanese."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

FRENCH = """Le pont de Lindholm a rouvert lundi 4 mai 2026, après onze mois de travaux. \
Selon la mairie, 12 000 véhicules l’empruntent chaque jour. « C’est un soulagement », dit-elle."""
ARABIC = """أعيد افتتاح جسر ليندهولم يوم الإثنين 4 مايو 2026 بعد أحد عشر شهرا من الأشغال. \
وقالت البلدية إن نحو 12 ألف سيارة تعبره كل يوم. ويربط الجسر الميناء بوسط المدينة."""
HEBREW = """גשר לינדהולם נפתח מחדש ביום שלישי, 5 במאי 2026, אחרי שנה של עבודות. \
לפי העירייה, כ-15,000 כלי רכב עוברים בו מדי יום. עלות העבודות הייתה 8 מיליון אירו."""
JAPANESE = (
    "リンドホルム橋は、十一か月にわたる工事を終えて、二〇二六年五月四日月曜日に再開通した。"
    "午前六時の開通を前に、橋のたもとには早朝から多くの市民が集まり、最初の車を拍手で迎えた。"
    "市によると、一日におよそ一万二千台の車が通る。"
    "橋は港と市の中心部を結び、工事の間は渡し船が代わりを務めていた。"
    "船は来月まで運航を続け、その後の予定は決まっていないと、市の担当者は話している。"
)

FILES = {
    "seeds/gazette.txt": FRENCH,
    "seeds/mina.txt": ARABIC,
    "seeds/namal.txt": HEBREW,
    "seeds/minato.txt": JAPANESE,
    "facts/site.yaml": """
title: The bridge, checked
description: Four newspapers on one bridge, word for word.
language: en
publisher: {name: Recoupe}
source_text: full
report_url: mailto:errors@example.org
sheets: true
ratings:
  - {id: confirmed, label: Confirmed, value: 2, description: Two origins say so.}
  - {id: unproven, label: Unproven}
tags: {traffic: Traffic}
""",
    "facts/sources/gazette.yaml": """
text: gazette.txt
title: Le pont de Lindholm rouvre
publisher: La Gazette du port
author: [Ève Martin, Jean Le Goff]
language: fr
published: 2026-05-04
""",
    "facts/sources/mina.yaml": """
text: mina.txt
title: جسر ليندهولم يُفتح من جديد
publisher: جريدة الميناء
language: ar
published: 2026-05-05
origin: La Gazette du port
""",
    "facts/sources/namal.yaml": """
text: namal.txt
title: "הגשר נפתח: התנועה חוזרת"
language: he
published: 2026-05-06
""",
    "facts/sources/minato.yaml": """
text: minato.txt
title: リンドホルム橋が再開通、朝から市民の列
language: ja
source_text: excerpts
""",
    "facts/claims/traffic.yaml": """
claim: About 12,000 vehicles cross the Lindholm bridge every day.
question: How many vehicles cross the bridge?
made_by: {name: العمدة, type: person, date: 2026-05}
tags: [traffic]
when: 2026-05
checked: 2026-05-20
by: [Ada Lovelace, דנה לוי]
compare: {as: number, unit: vehicles, tolerance: 0.05}
accounts:
  - source: gazette
    stance: supports
    attributed_to: la mairie
    value: 12 000
    quotes:
      - exact: 12 000 véhicules l’empruntent chaque jour
        translation: 12,000 vehicles use it every day
  - source: mina
    stance: supports
    attributed_to: [البلدية, العمدة]
    value: about 12 000
    quotes:
      - exact: نحو 12 ألف سيارة تعبره كل يوم
        translation: about 12 thousand cars cross it every day
  - source: namal
    stance: neutral
    attributed_to: העירייה
    value: about 15 000
    says: 15,000 or so
    quotes:
      - exact: כ-15,000 כלי רכב עוברים בו מדי יום
        translation: about 15,000 vehicles pass over it every day
  - source: minato
    stance: supports
    certainty: hedged
    attributed_to: 市
    value: about 12 000
    quotes:
      - exact: 一日におよそ一万二千台の車が通る
        translation: about twelve thousand cars pass in a day
verdict: {rating: unproven, summary: Only the town has counted.}
explanation: |
  The Arabic article has [about 12 thousand](quote:mina "نحو 12 ألف سيارة").
asked:
  - {whom: 市長, when: 2026-05-19}
history:
  - {date: 2026-05-20, kind: corrected, note: The unit is vehicles., before: "12,000 cars"}
""",
    "facts/claims/reopening.yaml": """
claim: The bridge reopened on 4 May 2026.
when: 2026-05-04
compare: {as: date}
accounts:
  - source: gazette
    stance: supports
    value: 2026-05-04
    quotes:
      - {exact: a rouvert lundi 4 mai 2026, translation: reopened on Monday 4 May 2026}
  - source: mina
    stance: supports
    value: 2026-05-04
    quotes: [يوم الإثنين 4 مايو 2026]
  - source: namal
    stance: disputes
    value: 2026-05-05
    quotes:
      - "ביום שלישי, 5 במאי 2026"
  - source: minato
    stance: supports
    value: 2026-05-04
    quotes: [二〇二六年五月四日月曜日に再開通した]
""",
    "facts/claims/cost.yaml": """
claim: The works cost 8 million euros.
accounts:
  - source: namal
    stance: supports
    quotes: [עלות העבודות הייתה 8 מיליון אירו]
  - {source: gazette, stance: silent, searched: [million, euros]}
  - {source: mina, stance: silent, searched: [مليون, يورو]}
  - {source: minato, stance: silent, searched: [億, ユーロ]}
""",
    "facts/discrepancies/day.yaml": """
title: Monday or Tuesday
kind: date
strength: contradiction
claims: [reopening]
summary: Three newspapers say Monday the 4th, one says Tuesday the 5th.
""",
    "facts/discrepancies/count.yaml": """
title: Twelve or fifteen thousand
kind: number
strength: tension
claims: [traffic]
summary: The town counted twice, or two newspapers heard it differently.
""",
    "facts/pages/about.md": "# About us\n\nWe compare [four articles](source:mina).\n",
}
PAGES = [
    "",
    "claims/",
    "claims/traffic/",
    "claims/reopening/",
    "claims/cost/",
    "sources/",
    "sources/gazette/",
    "sources/mina/",
    "sources/namal/",
    "sources/minato/",
    "discrepancies/",
    "discrepancies/day/",
    "grid/",
    "timeline/",
    "corrections/",
    "compare/gazette/mina/",
    "tags/traffic/",
    "about/",
    "sheets/",
    "sheets/claims/cost/",
    "sheets/claims/cost/solution/",
    "404.html",
]


@pytest.fixture(scope="module")
def place(small_site: Callable[..., str]) -> str:
    return small_site(FILES, base_url="https://example.org/alpha/")


SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Pairs of neighbours in the flow, of which one lies over the other by more than a line's width.
OVERLAPS = """() => {
  const flows = (one) => {
    const style = getComputedStyle(one);
    return !["absolute", "fixed", "sticky"].includes(style.position)
      && !["none", "inline", "contents"].includes(style.display);
  };
  const found = [];
  for (const parent of document.querySelectorAll("body, body *:not(svg, svg *, table, table *)")) {
    const children = [...parent.children].filter(flows);
    for (const [index, first] of children.entries())
      for (const second of children.slice(index + 1)) {
        const [a, b] = [first.getBoundingClientRect(), second.getBoundingClientRect()];
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 2 && high > 2) found.push(first.outerHTML.slice(0, 80));
      }
  }
  return found;
}"""
# Right-to-left words in running text that neither an element nor a character keeps apart from it.
UNPARTED = r"""() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!/[\u0590-\u06ff]/.test(node.data) || node.parentElement.closest("pre")) continue;
    const apart = node.parentElement.closest("[dir], bdi") !== document.documentElement;
    if (!apart && !node.data.includes("\u2068")) found.push(node.data.trim());
  }
  return found;
}"""


@pytest.mark.parametrize("path", PAGES)
def test_page_neither_overflows_nor_overlaps_in_either_direction(
    page: Page, place: str, path: str
) -> None:
    page.goto(f"{place}{path}")

    for direction in ("ltr", "rtl"):
        page.evaluate(f"document.documentElement.dir = '{direction}'")
        for width in (320, 360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(SIDEWAYS) <= 0, (direction, width)
            assert page.evaluate(OVERLAPS) == [], (direction, width)


@pytest.mark.parametrize("path", PAGES)
def test_words_that_run_the_other_way_leave_the_order_around_them_alone(
    page: Page, place: str, path: str
) -> None:
    page.goto(f"{place}{path}")

    assert page.evaluate(UNPARTED) == []


@pytest.mark.parametrize(
    ("source", "language", "direction"),
    [
        ("gazette", "fr", "ltr"),
        ("mina", "ar", "rtl"),
        ("namal", "he", "rtl"),
        ("minato", "ja", "ltr"),
    ],
)
def test_words_of_a_source_keep_their_language_and_direction(
    page: Page, place: str, source: str, language: str, direction: str
) -> None:
    own = f'[lang="{language}"][dir="{direction}"]'
    page.goto(f"{place}claims/traffic/")
    account = page.locator(f"#account-{source}")
    expect(account.locator(f"blockquote{own}")).to_have_count(1)

    page.goto(f"{place}sources/{source}/")

    expect(page.locator(f"#text{own}")).to_have_count(1)
    expect(page.locator(f"h1{own}")).to_have_count(1)
    expect(page.locator(f".passage q {own}").first).to_be_visible()
    page.goto(f"{place}sources/")
    expect(page.locator(f".source-card {own}")).to_have_count(1)


def test_searched_words_are_in_the_language_of_their_source(page: Page, place: str) -> None:
    page.goto(f"{place}claims/cost/")

    words = page.locator(".silence-words bdi").evaluate_all(
        "all => all.map(one => [one.textContent, one.lang, one.dir])"
    )

    assert ["مليون", "ar", "rtl"] in words
    assert ["million", "fr", "ltr"] in words
    assert ["億", "ja", "ltr"] in words


def test_translation_stands_below_the_words_on_a_phone_and_beside_them_where_there_is_room(
    page: Page, place: str
) -> None:
    page.goto(f"{place}compare/gazette/mina/")
    quote = page.locator("figure.quote:has(figcaption)").first

    page.set_viewport_size({"width": 1280, "height": 800})
    wide = [quote.locator(one).bounding_box() for one in ("blockquote", "figcaption")]
    page.set_viewport_size({"width": 360, "height": 800})
    narrow = [quote.locator(one).bounding_box() for one in ("blockquote", "figcaption")]

    assert all(wide)
    assert all(narrow)
    assert wide[1]["x"] >= wide[0]["x"] + wide[0]["width"]  # type: ignore[index]  # asserted
    assert narrow[1]["y"] >= narrow[0]["y"] + narrow[0]["height"]  # type: ignore[index]
    assert quote.locator("figcaption").evaluate("one => one.closest('[lang]').lang") == "en"


def test_text_without_spaces_is_measured_in_characters_and_cut_between_them(
    page: Page, place: str
) -> None:
    page.goto(f"{place}sources/minato/")

    expect(page.get_by_text("182 characters")).to_be_visible()
    shown = page.locator(".excerpt").all_text_contents()
    assert all(one in JAPANESE for one in shown)
    assert "一日におよそ一万二千台の車が通る" in "".join(shown)
    assert page.locator(".excerpt mark").count() == 2


def test_arrows_and_strands_are_mirrored(page: Page, place: str) -> None:
    page.goto(place)
    arrow = "getComputedStyle(document.querySelector('.more'), '::after').content"
    strand = "getComputedStyle(document.querySelector('.strand')).transform"
    forward = (page.evaluate(arrow), page.evaluate(strand))

    page.evaluate("document.documentElement.dir = 'rtl'")

    assert "→" in forward[0]
    assert "←" in page.evaluate(arrow)
    assert forward[1] != page.evaluate(strand)


def test_axis_stands_beside_its_words_in_either_direction(page: Page, place: str) -> None:
    page.goto(f"{place}claims/traffic/")
    row = page.locator(".axis-rows > .axis-row").first

    for direction in ("ltr", "rtl"):
        page.evaluate(f"document.documentElement.dir = '{direction}'")
        words = row.locator(".axis-words").bounding_box()
        drawing = row.locator(".axis-drawing").bounding_box()
        assert words is not None
        assert drawing is not None
        apart = max(
            words["x"] - drawing["x"] - drawing["width"], drawing["x"] - words["x"] - words["width"]
        )
        assert apart >= 0, direction
