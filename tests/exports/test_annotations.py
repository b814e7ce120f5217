"""Annotations, as the W3C's model and vocabulary have them."""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin

import pytest

from recoupe.exports.annotations import annotations_jsonld, claim_annotations
from recoupe.exports.dataset import claim_record, exported_claims
from recoupe.pages.editions import Edition

EditionOf = Callable[..., Edition]
SITE = "https://example.org/alpha/"
# The keys that http://www.w3.org/ns/anno.jsonld defines and that we use.
TERMS = {"@context", "id", "type", "label", "total", "first", "startIndex", "items"}
TERMS |= {"motivation", "body", "target", "value", "purpose", "format", "source", "selector"}
TERMS |= {"exact", "prefix", "suffix", "start", "end", "state", "cached", "sourceDate"}
# The W3C's "Web Annotation Vocabulary", 3.1 and 4.
TYPES = {"AnnotationCollection", "AnnotationPage", "Annotation", "SpecificResource", "Text"}
TYPES |= {"TextualBody", "TextQuoteSelector", "TextPositionSelector", "TimeState"}
MOTIVATIONS = {"linking", "describing", "classifying"}


def text(edition: Edition) -> bytes:
    parts = map(claim_annotations, exported_claims(edition.anchored))
    return b"".join(annotations_jsonld(edition.anchored, parts))


def read(edition: Edition) -> Any:
    return json.loads(text(edition))


def items(edition: Edition) -> list[Any]:
    found: list[Any] = read(edition)["first"]["items"]
    return found


def every(value: Any) -> list[dict[str, Any]]:
    """All objects in a JSON value."""
    if isinstance(value, list):
        return [found for one in value for found in every(one)]
    if isinstance(value, dict):
        return [value, *(found for one in value.values() for found in every(one))]
    return []


def test_every_key_type_and_purpose_is_of_the_vocabulary(edition_of: EditionOf) -> None:
    objects = every(read(edition_of()))

    assert {key for one in objects for key in one} <= TERMS
    assert {one["type"] for one in objects if "type" in one} <= TYPES
    assert {one["purpose"] for one in objects if "purpose" in one} <= MOTIVATIONS
    assert {one["motivation"] for one in objects if "motivation" in one} <= MOTIVATIONS


def test_collection_has_what_the_model_asks_of_it(edition_of: EditionOf) -> None:
    collection = read(edition_of())

    page = collection["first"]
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], page["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert collection["total"] == len(page["items"]) == 5
    assert page["startIndex"] == 0


def test_annotation_has_what_the_model_asks_of_it(edition_of: EditionOf) -> None:
    found = items(edition_of())

    ids = [one["id"] for one in found]
    assert len(set(ids)) == len(ids)
    for one in found:
        assert one["type"] == "Annotation"
        assert one["id"].startswith(f"{SITE}data/annotations.jsonld#")
        assert one["target"]["type"] == "SpecificResource"
        assert [selector["type"] for selector in one["target"]["selector"]] == [
            "TextQuoteSelector",
            "TextPositionSelector",
        ]


def test_words_stand_where_the_data_have_them(edition_of: EditionOf) -> None:
    edition = edition_of()
    quotes = [
        (quote.text, quote.start, quote.end)
        for claim in map(claim_record, exported_claims(edition.anchored))
        for account in claim.accounts
        for quote in account.quotes
    ]

    selectors = [one["target"]["selector"] for one in items(edition)]
    assert [(a["exact"], b["start"], b["end"]) for a, b in selectors] == quotes


def test_positions_count_code_points_of_the_captured_file(edition_of: EditionOf) -> None:
    edition = edition_of()
    captured = edition.project.sources["live"].captured

    [one] = [one for one in items(edition) if one["target"]["selector"][0]["exact"] == "son patron"]

    quote, position = one["target"]["selector"]
    start, end = position["start"], position["end"]
    assert captured[start:end] == "son patron"
    assert quote["prefix"] == captured[start - 32 : start]
    assert quote["suffix"] == captured[end:]


def test_article_with_an_address_is_the_target_and_our_page_the_copy(edition_of: EditionOf) -> None:
    live, *_, kept = sorted(
        (one["target"] for one in items(edition_of())), key=lambda target: -len(target)
    )

    assert live["source"] == "https://news.example/alpha?id=1"
    assert live["state"] == {
        "type": "TimeState",
        "cached": f"{SITE}sources/live/",
        "sourceDate": "2021-02-20T00:00:00Z",
    }
    assert kept["source"] == f"{SITE}sources/kept/"
    assert "state" not in kept


def test_claim_is_what_is_linked(edition_of: EditionOf) -> None:
    page, statement, stance = items(edition_of())[0]["body"]

    assert page["id"] == f"{SITE}claims/members/"
    assert statement["value"] == "Alpha compte 20 millions de membres."
    assert stance["value"] == "supports"


def test_site_without_an_address_has_iris_that_lead_to_the_same_from_where_the_file_is(
    edition_of: EditionOf,
) -> None:
    named = items(edition_of())
    nameless = items(
        edition_of(
            {
                "facts/site.yaml": "title: Alpha\nratings:\n"
                "  - {id: confirmed, label: x}\n  - {id: false, label: y}\n"
            }
        )
    )

    here = f"{SITE}data/annotations.jsonld"
    for one, other in zip(named, nameless, strict=True):
        assert urljoin(here, other["id"]) == one["id"]
        assert urljoin(here, other["body"][0]["id"]) == one["body"][0]["id"]
        assert urljoin(here, other["target"]["source"]) == one["target"]["source"]


@pytest.mark.parametrize("drafts", [False, True])
def test_drafts_are_not_in_it(edition_of: EditionOf, drafts: bool) -> None:
    assert b"secret" not in text(edition_of(drafts=drafts)).lower()


def test_words_that_an_account_quotes_twice_are_annotated_once(edition_of: EditionOf) -> None:
    twice = "claim: x\naccounts: [{source: live, stance: supports, quotes: [lundi, lundi]}]\n"

    found = items(edition_of({"facts/claims/undated.yaml": twice}))

    assert sum("undated" in one["id"] for one in found) == 1
