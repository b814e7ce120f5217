"""What a site tells programs is proved against its pages, on a site that was really built."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from recoupe import build
from recoupe.verifying import Fault, verify
from recoupe.verifying.announcements import (
    annotation_faults,
    feed_faults,
    review_faults,
    sitemap_faults,
)
from recoupe.verifying.html_pages import Page

BASE_URL = "https://example.org/alpha/"
FILES = {
    "facts/site.yaml": """title: Alpha
publisher: {name: La rédaction & co}
ratings: [{id: right, label: Exact, value: 2}, {id: wrong, label: Faux, value: 1}]
""",
    "facts/sources/live.yaml": "text: a.txt\ntitle: Un <article>\nurl: https://news.example/a\n",
    "facts/sources/kept.yaml": "text: b.txt\ntitle: Un autre\n",
    "facts/claims/people.yaml": """claim: La ville compte plus de 12 000 < 13 000 habitants.
made_by: {name: Ada, type: person}
accounts:
  - {source: live, stance: supports, quotes: [12 000 habitants, La ville]}
  - {source: kept, stance: disputes, quotes: [11 000 habitants]}
verdict: {rating: wrong}
history: [{date: 2021-03-01, kind: published, note: Publié.}]
""",
    "seeds/a.txt": "La ville 𝟙 compte 12 000 habitants.",
    "seeds/b.txt": "On y compte 11 000 habitants.",
}
CLAIM = "claims/people/index.html"


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a site that is proved."""
    root = tmp_path_factory.mktemp("project")
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    build(root, root / "site", base_url=BASE_URL, quick=True)
    assert verify(root / "site").faults == ()
    found = (path for path in (root / "site").rglob("*") if path.is_file())
    return {path.relative_to(root / "site").as_posix(): path.read_bytes() for path in found}


def pages(files: dict[str, bytes]) -> dict[str, Page]:
    return {path: Page(text.decode()) for path, text in files.items() if path.endswith(".html")}


def claim_page(files: dict[str, bytes], old: str, new: str) -> Page:
    html = files[CLAIM].decode()
    assert old in html
    return Page(html.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"alternateName":"Faux"', '"alternateName":"Vrai"', "its review says `Vrai`"),
        ('"name":"Ada"', '"name":"Eve"', "its review says `Eve`"),
        ('"claimReviewed":"La', '"claimReviewed":"Ma', "and the page does not"),
        ('"url":"https://example.org/alpha/claims/people/"', '"url":"u"', "of another page, `u`"),
        ('"ratingValue":1', '"ratingValue":3', "outside its scale"),
        ('"worstRating":1', '"worstRating":0', "outside its scale"),
    ],
)
def test_review_that_says_what_its_page_does_not_is_told(
    files: dict[str, bytes], old: str, new: str, message: str
) -> None:
    page = claim_page(files, old, new)

    [fault] = review_faults(CLAIM, page)

    assert message in fault.message


def test_second_review_is_told(files: dict[str, bytes]) -> None:
    block = re.findall(r"<script type=.application/ld.*?</script>", files[CLAIM].decode())[0]

    page = claim_page(files, block, block * 2)

    assert Fault(CLAIM, "reviews more than one claim") in list(review_faults(CLAIM, page))


@pytest.mark.parametrize(
    ("key", "value"), [("exact", "13 000 habitants"), ("start", 1), ("end", 99)]
)
def test_annotation_that_is_no_quote_of_the_data_is_told(
    files: dict[str, bytes], key: str, value: Any
) -> None:
    content = json.loads(files["data/annotations.jsonld"])
    for selector in content["first"]["items"][0]["target"]["selector"]:
        selector.update({key: value} if key in selector else {})

    found = annotation_faults(
        json.dumps(content).encode(), json.loads(files["data/claims.json"]), pages(files)
    )

    assert any("does not stand in the data" in fault.message for fault in found)


def test_annotation_of_another_source_or_claim_is_told(files: dict[str, bytes]) -> None:
    content = files["data/annotations.jsonld"].replace(b"alpha/sources/kept/", b"alpha/sources/x/")

    found = list(annotation_faults(content, json.loads(files["data/claims.json"]), pages(files)))

    assert {fault.path for fault in found} == {"data/annotations.jsonld"}


def test_quote_that_is_not_annotated_is_told(files: dict[str, bytes]) -> None:
    content = json.loads(files["data/annotations.jsonld"])
    left_out = content["first"]["items"].pop()

    [fault] = annotation_faults(
        json.dumps(content).encode(), json.loads(files["data/claims.json"]), pages(files)
    )

    assert left_out["target"]["selector"][0]["exact"] in fault.message
    assert "is not annotated" in fault.message


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (b"claims/people/#", b"claims/peoples/#", "leads to no page"),
        (b"#published-2021-03-01", b"#published-2021-03-02", "leads to no place on its page"),
    ],
)
def test_entry_of_the_feed_that_leads_nowhere_is_told(
    files: dict[str, bytes], old: bytes, new: bytes, message: str
) -> None:
    content = files["feed.xml"]
    assert old in content

    found = list(feed_faults(content.replace(old, new), pages(files)))

    assert any(message in fault.message for fault in found)


@pytest.mark.parametrize("url", ["https://example.org/alpha/x/", "https://evil.example/", ""])
def test_page_of_the_sitemap_that_is_not_there_is_told(files: dict[str, bytes], url: str) -> None:
    content = files["sitemap.xml"].replace(b"<loc>https://example.org/alpha/sources/<", b"<loc><")
    content = content.replace(b"<loc><", f"<loc>{url}<".encode())

    found = list(sitemap_faults("sitemap.xml", content, pages(files)))

    assert [fault.path for fault in found] == ["sitemap.xml"]


def test_page_that_gives_another_address_than_the_sitemap_is_told(files: dict[str, bytes]) -> None:
    other = pages(files)
    other[CLAIM].canonical = f"{BASE_URL}claims/other/"

    [fault] = sitemap_faults("sitemap.xml", files["sitemap.xml"], other)

    assert "is not the address that its page gives" in fault.message


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("feed.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"),
        ("feed.xml", "<feed"),
        ("sitemap.xml", ""),
        ("data/annotations.jsonld", "[]"),
        ("data/annotations.jsonld", '{"first": {"items": [{}]}}'),
        (CLAIM, '<script type="application/ld+json">{"@type": "ClaimReview"}</script>'),
        (CLAIM, '<script type="application/ld+json">{</script>'),
    ],
)
def test_file_of_another_form_is_told_and_not_raised(
    files: dict[str, bytes], tmp_path: Path, path: str, content: str
) -> None:
    for name, old in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(old)
    (tmp_path / path).write_text(content, "utf-8")

    faults = [fault for fault in verify(tmp_path).faults if fault.path == path]

    assert any("is not in its format" in fault.message for fault in faults)
