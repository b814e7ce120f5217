"""The feed, as a feed reader takes it."""

from collections.abc import Callable
from xml.etree.ElementTree import Element, fromstring

import pytest

from recoupe.exports.feed import feed
from recoupe.pages.editions import Edition

EditionOf = Callable[..., Edition]
BASE_URL = "https://example.org/alpha/"
ATOM = {"a": "http://www.w3.org/2005/Atom", "h": "http://www.w3.org/1999/xhtml"}
CLAIM = "claim: Alpha existe.\naccounts: [{source: live, stance: supports, quotes: [Alpha]}]\n"


def read(edition: Edition) -> Element:
    return fromstring(feed(edition, BASE_URL) or b"")


def texts(root: Element, path: str) -> list[str]:
    return ["".join(one.itertext()).strip() for one in root.findall(path, ATOM)]


def test_feed_says_what_happened_newest_first(edition_of: EditionOf) -> None:
    root = read(edition_of())

    assert texts(root, "a:entry/a:title") == [
        "Vérification\u00a0: Alpha a rouvert.",
        "Correction\u00a0: Alpha compte 20 millions de membres.",
        "Publication\u00a0: Alpha compte 20 millions de membres.",
    ]
    assert texts(root, "a:entry/a:updated") == [
        "2021-03-05T00:00:00Z",
        "2021-03-04T00:00:00Z",
        "2021-03-01T00:00:00Z",
    ]


def test_feed_has_what_rfc_4287_asks_of_it(edition_of: EditionOf) -> None:
    root = read(edition_of())

    once = ["id", "title", "updated", "author/a:name"]
    links = {one.get("rel"): one.get("href") for one in root.findall("a:link", ATOM)}
    assert [len(texts(root, f"a:{name}")) for name in once] == [1, 1, 1, 1]
    assert links == {"self": f"{BASE_URL}feed.xml", "alternate": BASE_URL}
    assert texts(root, "a:updated") == ["2021-03-05T00:00:00Z"]
    for entry in root.findall("a:entry", ATOM):
        found = [len(texts(entry, f"a:{name}")) for name in ("id", "title", "updated", "content")]
        assert found == [1, 1, 1, 1]


def test_correction_says_what_stood_there_before(edition_of: EditionOf) -> None:
    root = read(edition_of())

    entry = root.findall("a:entry", ATOM)[1]

    assert texts(entry, "a:content/h:div/h:p") == [
        "Le nombre & le mot.",
        "Auparavant, on lisait\u00a0:",
        "2 <millions>",
    ]
    assert texts(entry, ".//h:del") == ["2 <millions>"]


def test_entry_keeps_its_id_when_news_of_the_same_day_come_below_it(edition_of: EditionOf) -> None:
    older = "  - {date: 2021-03-04, kind: updated, note: Un.}\n"
    newer = "  - {date: 2021-03-04, kind: updated, note: Deux.}\n"

    before = read(edition_of({"facts/claims/undated.yaml": f"{CLAIM}history:\n{older}"}))
    after = read(edition_of({"facts/claims/undated.yaml": f"{CLAIM}history:\n{older}{newer}"}))

    url = f"{BASE_URL}claims/undated/#updated-2021-03-04"
    assert url in texts(before, "a:entry/a:id")
    assert {url, f"{url}--2"} <= set(texts(after, "a:entry/a:id"))
    said = dict(zip(texts(after, "a:entry/a:id"), texts(after, "a:entry/a:content"), strict=True))
    assert said[url] == "Un."


def test_ids_are_never_the_same(edition_of: EditionOf) -> None:
    twice = "  - {date: 2021-03-04, kind: updated, note: Un.}\n" * 3
    root = read(edition_of({"facts/claims/undated.yaml": f"{CLAIM}history:\n{twice}"}))

    ids = texts(root, "a:entry/a:id")

    assert len(ids) == len(set(ids)) == 6


def test_drafts_are_no_news(edition_of: EditionOf) -> None:
    assert b"secret" not in (feed(edition_of(drafts=True), BASE_URL) or b"").lower()


def test_long_feed_has_the_newest(edition_of: EditionOf) -> None:
    days = "".join(f"  - {{date: {year}, kind: updated, note: x}}\n" for year in range(2022, 2092))

    root = read(edition_of({"facts/claims/undated.yaml": f"{CLAIM}history:\n{days}"}))

    assert len(root.findall("a:entry", ATOM)) == 50
    assert texts(root, "a:entry/a:updated")[0] == "2091-01-01T00:00:00Z"


def test_site_without_dates_has_no_feed(edition_of: EditionOf) -> None:
    undated = {
        "facts/claims/members.yaml": CLAIM,
        "facts/claims/reopening.yaml": CLAIM,
        "facts/sources/kept.yaml": "text: kept.txt\ntitle: x\n",
    }
    edition = edition_of(undated)

    assert feed(edition, BASE_URL) is None
    assert edition.site.feed is None


@pytest.mark.parametrize("sign", ["\x0b", "\x1b", "\ufffe"])
def test_sign_that_xml_does_not_have_is_left_out(edition_of: EditionOf, sign: str) -> None:
    escaped = f"\\u{ord(sign):04x}"
    history = f'history: [{{date: 2021, kind: updated, note: "a{escaped}b"}}]\n'

    root = read(edition_of({"facts/claims/undated.yaml": f"{CLAIM}{history}"}))

    assert "ab" in texts(root, "a:entry/a:content")


def test_equal_facts_give_equal_bytes(edition_of: EditionOf) -> None:
    assert feed(edition_of(), BASE_URL) == feed(edition_of(), BASE_URL)
