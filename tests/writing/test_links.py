from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.writing.links import marked_url, with_relative_urls, with_rooted_urls

SLUGS = st.from_regex(r"[a-z][a-z0-9]{0,4}", fullmatch=True)
PAGES = st.lists(SLUGS, max_size=4).map(lambda parts: "".join(f"{part}/" for part in ["", *parts]))
RESTS = st.sampled_from(["", "#a", "?v=1", "?v=1#a"])


def relative_url(url: str, page: str) -> str:
    return with_relative_urls(marked_url(url), page)


@pytest.mark.parametrize(
    ("url", "page", "expected"),
    [
        ("/claims/x/", "/claims/x/", "../../claims/x/"),
        ("/claims/x/#a", "/claims/x/", "#a"),
        ("/claims/y/#a", "/claims/x/", "../../claims/y/#a"),
        ("/", "/claims/x/", "../../"),
        ("/claims/", "/", "./claims/"),
        ("/", "/", "./"),
        ("/assets/site.1.css", "/claims/x/", "../../assets/site.1.css"),
        ("https://a.example/b", "/claims/x/", "https://a.example/b"),
        ("mailto:a@b.example", "/claims/x/", "mailto:a@b.example"),
    ],
)
def test_url_is_written_as_its_page_needs_it(url: str, page: str, expected: str) -> None:
    assert relative_url(url, page) == expected


@settings(deadline=None)
@given(target=PAGES, rest=RESTS, page=PAGES, root=PAGES)
def test_relative_url_leads_to_its_target_under_any_path(
    target: str, rest: str, page: str, root: str
) -> None:
    base = f"https://site.example{root}"

    reached = urljoin(base + page[1:], relative_url(target + rest, page))

    assert reached == base + target[1:] + rest


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "//a.example/",
        "claims/",
        "",
        "/a/../../b",
        "data:x",
        "/a b/",
        "/a\\b",
    ],
)
def test_anything_else_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="not a URL of the site"):
        relative_url(url, "/")


def test_url_below_a_root_keeps_its_fragment() -> None:
    assert with_rooted_urls(marked_url("/claims/#a"), "/parler/") == "/parler/claims/#a"
