"""`data/annotations.jsonld`: every quote as a W3C Web Annotation that links it to its claim.

The target is the live article where its address is known, else the article's page on this site.
Either way the positions count in the captured text, as in `claims.json`: it is the one text that
everybody can check them in, while a live page changes under its readers. Prefix and suffix show no
more of an article than its page does. Source: W3C, "Web Annotation Data Model", 2017.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from recoupe.anchoring.anchored import (
    AnchoredAccount,
    AnchoredProject,
    AnchoredQuote,
    AnchoredSource,
)
from recoupe.exports.dataset import ExportedClaim, addresses_within, published_claims
from recoupe.exports.json_lists import Entry, json_items, json_list, json_value
from recoupe.pages.surroundings import surroundings
from recoupe.pages.urls import ANNOTATIONS, Addresses, absolute, account_anchor

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_NEIGHBOURS = 32  # code points of prefix and of suffix; what other annotation tools store
_DEPTH = 3  # spaces before an item: those of the page, which the collection has
_ROOT = "../"  # from data/annotations.jsonld, for a site whose address nobody knows


def annotations_jsonld(
    project: AnchoredProject, claims: Iterable[Entry]
) -> Iterator[Entry | bytes]:
    """The file, in parts: a collection with one page; IRIs are relative without a base URL.

    `claims` are what `claim_annotations` gives of each. Equal facts give equal bytes.
    """
    site = project.project.site
    name = absolute(site.base_url or _ROOT, ANNOTATIONS)
    published = published_claims(project)
    collection = {
        "@context": _CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": site.title,
        "total": sum(len(_quotes(account)) for claim in published for account in claim.accounts),
    }
    page = {"id": f"{name}#page", "type": "AnnotationPage", "startIndex": 0}
    yield json_value(collection, 0).removesuffix(b"\n}") + b',\n "first": '
    yield json_value(page, 1).removesuffix(b"\n }") + b',\n  "items": '
    yield from json_list(claims, _DEPTH)
    yield b"\n }\n}\n"


def claim_annotations(exported: ExportedClaim) -> bytes:
    """What a claim brings to the file: one for each words of each account, as in `claims.json`."""
    addresses = addresses_within(exported)
    items = [
        _annotation(exported, account, quote, addresses)
        for account in exported.anchored.accounts
        for quote in _quotes(account)
    ]
    return json_items(items, _DEPTH)


def _quotes(account: AnchoredAccount) -> list[AnchoredQuote]:
    """The quotes of an account, those of the same words once."""
    return list({one.span: one for one in account.quotes}.values())


def _annotation(
    exported: ExportedClaim, account: AnchoredAccount, quote: AnchoredQuote, addresses: Addresses
) -> dict[str, Any]:
    said, claim = account.account, exported.anchored.claim
    base_url = exported.base_url or _ROOT
    name = f"{claim.id}/{account_anchor(said.name)}/{quote.name}"
    page = absolute(base_url, addresses.claim(claim.id))
    return {
        "id": f"{absolute(base_url, ANNOTATIONS)}#{name}",
        "type": "Annotation",
        "motivation": "linking",
        "body": [
            {"id": page, "type": "Text", "format": "text/html"},
            {"type": "TextualBody", "value": claim.statement, "purpose": "describing"},
            {"type": "TextualBody", "value": said.stance.value, "purpose": "classifying"},
        ],
        "target": _target(
            exported.sources[said.source.id],
            quote,
            absolute(base_url, addresses.source(said.source.id)),
        ),
    }


def _target(anchored: AnchoredSource, quote: AnchoredQuote, captured: str) -> dict[str, Any]:
    """The words, in the live article or else in what was `captured`, at that URL."""
    source = anchored.source
    around = surroundings(source.captured, quote.span, anchored.body)
    prefix = source.captured[around.start : quote.span.start]
    suffix = source.captured[quote.span.end : around.end]
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": source.url or captured,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": quote.text,
                "prefix": prefix[-_NEIGHBOURS:],
                "suffix": suffix[:_NEIGHBOURS],
            },
            {
                "type": "TextPositionSelector",
                "start": quote.span.start,
                "end": quote.span.end,
            },
        ],
    }
    if source.url:
        target["state"] = {"type": "TimeState", "cached": captured}
        if source.retrieved and source.retrieved.precision == "day":
            target["state"]["sourceDate"] = f"{source.retrieved.isoformat()}T00:00:00Z"
    return target
