"""A page is called what its first heading says, in plain words."""

import pytest

from recoupe.prose import first_heading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("# Qui nous sommes", "Qui nous sommes", id="plain"),
        pytest.param("Du texte.\n\n## Deux\n\n# Un", "Un", id="below others"),
        pytest.param("À propos\n========", "À propos", id="underlined"),
        pytest.param("# A *b* **c** `d`", "A b c d", id="emphasis and code"),
        pytest.param("# A [b](https://example.org)", "A b", id="a link"),
        pytest.param("# A &amp; B &lt;i&gt;", "A & B <i>", id="entities"),
        pytest.param("# `<b>` \\*", "<b> *", id="signs of HTML and of Markdown"),
        pytest.param("# A <b>b</b><script>c</script>", "A b", id="raw HTML"),
        pytest.param("# A[^1]\n\n[^1]: b", "A", id="a footnote"),
        pytest.param("# Qui\u00a0?", "Qui\u00a0?", id="a no-break space"),
        pytest.param("    # Du code", None, id="code"),
        pytest.param("<h1>A</h1>", None, id="a heading of raw HTML"),
        pytest.param("## Deux", None, id="none of the first level"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_heading_is_the_first_that_markdown_makes(text: str, expected: str | None) -> None:
    assert first_heading(text) == expected
