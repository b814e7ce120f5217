"""The links of an editor's Markdown are found where they were written."""

import pytest

from recoupe.diagnostics import Place
from recoupe.model import Prose
from recoupe.prose import Target, links

PLACE = Place("facts/claims/x.yaml", 10, 3)


def block(text: str) -> Prose:
    return Prose(text, PLACE, literal=True)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        pytest.param("[a](claim:user-count)", Target("claim", "user-count"), id="claim"),
        pytest.param("[a](source:depeche)", Target("source", "depeche"), id="source"),
        pytest.param("[a](discrepancy:x)", Target("discrepancy", "x"), id="discrepancy"),
        pytest.param("[a](page:about)", Target("page", "about"), id="page"),
        pytest.param(
            '[a](quote:depeche "20 millions")',
            Target("quote", "depeche", "20 millions"),
            id="quote",
        ),
        pytest.param(
            "[a](quote:depeche)", Target("quote", "depeche", ""), id="quote without words"
        ),
        pytest.param("[a][b]\n\n[b]: claim:x", Target("claim", "x"), id="by reference"),
        pytest.param("[a](https://example.org/)", None, id="somebody else's"),
    ],
)
def test_link_has_the_target_that_its_scheme_names(text: str, target: Target | None) -> None:
    found = links(block(text))

    assert [one.target for one in found] == [target]


def test_link_in_a_block_is_placed_at_its_own_line_and_column() -> None:
    text = "First line.\n\nSecond [word](claim:x) here."

    (link,) = links(block(text))

    assert (link.place.line, link.place.column) == (12, 3 + len("Second [word]("))
    assert link.place.shown == "  Second [word](claim:x) here."
    assert link.place.width == len("claim:x")


def test_link_in_a_folded_text_is_placed_at_its_field() -> None:
    prose = Prose("Some [word](claim:x).", PLACE)

    (link,) = links(prose)

    assert link.place == PLACE


def test_second_link_to_one_target_is_placed_at_the_second_mention() -> None:
    found = links(block("[a](claim:x)\n[b](claim:x)"))

    assert [one.place.line for one in found] == [10, 11]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("plain words", id="none"),
        pytest.param("`[a](claim:x)`", id="in code"),
        pytest.param('<a href="claim:x">a</a>', id="raw HTML"),
        pytest.param("a note[^1]\n\n[^1]: its words", id="footnote marks"),
    ],
)
def test_what_is_no_markdown_link_is_not_found(text: str) -> None:
    assert links(block(text)) == ()


def test_picture_is_told_from_a_link() -> None:
    (picture,) = links(block("![alt](https://example.org/x.png)"))

    assert picture.picture


def test_address_of_a_mailbox_in_angle_brackets_is_read_as_it_was_written() -> None:
    (link,) = links(block("Write to <desk@example.org>."))

    assert (link.href, link.target) == ("mailto:desk@example.org", None)
