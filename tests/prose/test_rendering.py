"""An editor's Markdown becomes clean HTML, whatever stands in it."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.diagnostics import Place
from recoupe.model import Prose
from recoupe.prose import Target, html

PLACE = Place("facts/claims/x.yaml")


def rendered(text: str, **options: object) -> str:
    return html(Prose(text, PLACE), page_url="/claims/x/", link_url=site_url, **options)  # type: ignore[arg-type]


def site_url(target: Target) -> str:
    return f"/{target.scheme}s/{target.id}/" + ("#span-a" if target.quote else "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[a](claim:y)", '<a href="../y/">a</a>', id="a sibling"),
        pytest.param("[a](claim:x)", '<a href="./">a</a>', id="the page itself"),
        pytest.param(
            '[a](quote:s "w")', '<a href="../../quotes/s/#span-a">a</a>', id="a quote, untitled"
        ),
        pytest.param("[a](https://e.org)", '<a href="https://e.org">a</a>', id="another site"),
        pytest.param("[a](javascript:alert)", "<a>a</a>", id="a forbidden scheme"),
        pytest.param("[a](../up/)", "<a>a</a>", id="a relative address"),
        pytest.param("![a](https://e.org/x.png)", "", id="a picture"),
    ],
)
def test_link_leads_where_it_may(text: str, expected: str) -> None:
    assert rendered(text).strip() == f"<p>{expected}</p>"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('<b id="span-forged">x</b>', id="id"),
        pytest.param('<b class="mark">x</b>', id="class"),
        pytest.param('<b style="color:red">x</b>', id="style"),
        pytest.param('<b onclick="alert(1)">x</b>', id="handler"),
        pytest.param("<b>x</b><script>alert(1)</script>", id="script"),
        pytest.param("<b>x</b><style>b{}</style>", id="stylesheet"),
        pytest.param("<b>x</b><!-- note -->", id="comment"),
    ],
)
def test_raw_html_keeps_its_words_and_loses_what_could_harm(text: str) -> None:
    assert re.sub(r"\s", "", rendered(text)) == "<p><b>x</b></p>"


def test_footnotes_of_two_fields_have_different_ids() -> None:
    text = "word[^1]\n\n[^1]: note"

    first, second = rendered(text, prefix="note"), rendered(text, prefix="explanation")

    assert 'id="note-fn-1"' in first
    assert 'id="explanation-fn-1"' in second
    assert 'href="#note-fnref-1"' in first


@pytest.mark.parametrize(
    ("typed", "levels"),
    [
        (["#", "##"], [3, 4]),
        (["##", "###"], [3, 4]),
        (["#", "#####", "#####", "##", "#"], [3, 4, 4, 4, 3]),
        (["#", "##", "###", "####", "#####"], [3, 4, 5, 6, 6]),
    ],
    ids=["as typed", "from the second on", "gaps", "deeper than HTML has"],
)
def test_headings_get_the_levels_that_the_page_has_left_without_a_gap(
    typed: list[str], levels: list[int]
) -> None:
    text = "\n\n".join(f"{signs} a" for signs in typed)

    found = rendered(text, heading=3).split()

    assert found == [f"<h{level}>a</h{level}>" for level in levels]


def test_column_alignment_is_a_class_since_pages_have_no_inline_style() -> None:
    table = rendered("| a |\n|--:|\n| 1 |")

    assert '<td class="align-right">1</td>' in table


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


@given(
    st.text(alphabet=st.sampled_from("<>/ab\"'=&;:!-[]()#*_`\n |^.jsonclikhref"), max_size=80)
    | st.text(max_size=60)
)
def test_no_text_makes_a_script_a_handler_or_an_id_of_a_span(text: str) -> None:
    seen = _Seen()

    seen.feed(rendered(text))

    assert not {"script", "style", "iframe", "img", "svg", "form"} & set(seen.tags)
    names = {name for name, _ in seen.attributes}
    assert not {name for name in names if name.startswith("on") or name == "style"}
    values = [value or "" for name, value in seen.attributes if name in ("id", "href")]
    assert not [value for value in values if value.startswith(("span-", "javascript:"))]
