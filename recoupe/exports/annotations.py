"""`data/annotations.jsonld`: every quote as a W3C Web Annotation that links it to its claim.

The target is the live article where its address is known, else the article's page on this site.
Either way the positions count in the captured text, as in `claims.json`: it is the one text that
everybody can check them in, while a live page changes under its readers. Prefix and suffix show no
more of an article than its page does. Source: W3C, "Web Annotation Data Model", 2017.
"""

from collections.abc import Iterator
from typing import Any

from recoupe.anchoring.anchored import AnchoredAccount, AnchoredClaim, AnchoredQuote
from recoupe.exports.json_lists import json_items, json_list, json_value
from recoupe.model import Source
from recoupe.pages.editions import Edition
from recoupe.pages.surroundings import surroundings
from recoupe.pages.urls import ANNOTATIONS, absolute, account_anchor

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_NEIGHBOURS = 32  # code points of prefix and of suffix; what other annotation tools store
_DEPTH = 3  # spaces before an item: those of the page, which the collection has
_ROOT = "../"  # from data/annotations.jsonld, for a site whose address nobody knows


def annotations_jsonld(edition: Edition) -> Iterator[bytes]:
    """The file, in parts: a collection with one page; IRIs are relative without a base URL.

    Drafts are not in it. Equal facts give equal bytes.
    """
    claims = [one for one in edition.anchored.claims.values() if not one.claim.record.draft]
    name = absolute(edition.project.site.base_url or _ROOT, ANNOTATIONS)
    collection = {
        "@context": _CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": edition.project.site.title,
        "total": sum(len(_quotes(account)) for claim in claims for account in claim.accounts),
    }
    page = {"id": f"{name}#page", "type": "AnnotationPage", "startIndex": 0}
    yield json_value(collection, 0).removesuffix(b"\n}") + b',\n "first": '
    yield json_value(page, 1).removesuffix(b"\n }") + b',\n  "items": '
    yield from json_list((claim_annotations(edition, claim) for claim in claims), _DEPTH)
    yield b"\n }\n}\n"


def claim_annotations(edition: Edition, claim: AnchoredClaim) -> bytes:
    """What a claim brings to the file: one for each words of each account, as in `claims.json`."""
    base_url = edition.project.site.base_url or _ROOT
    items = [
        _annotation(edition, claim, account, quote=quote, base_url=base_url)
        for account in claim.accounts
        for quote in _quotes(account)
    ]
    return json_items(items, _DEPTH)


def _quotes(account: AnchoredAccount) -> list[AnchoredQuote]:
    """The quotes of an account, those of the same words once."""
    return list({one.span: one for one in account.quotes}.values())


def _annotation(
    edition: Edition,
    claim: AnchoredClaim,
    account: AnchoredAccount,
    *,
    quote: AnchoredQuote,
    base_url: str,
) -> dict[str, Any]:
    said, source = account.account, edition.project.sources[account.account.source.id]
    name = f"{claim.claim.id}/{account_anchor(said.name)}/{quote.name}"
    page = absolute(base_url, edition.addresses.claim(claim.claim.id))
    return {
        "id": f"{absolute(base_url, ANNOTATIONS)}#{name}",
        "type": "Annotation",
        "motivation": "linking",
        "body": [
            {"id": page, "type": "Text", "format": "text/html"},
            {"type": "TextualBody", "value": claim.claim.statement, "purpose": "describing"},
            {"type": "TextualBody", "value": said.stance.value, "purpose": "classifying"},
        ],
        "target": _target(edition, source, quote, base_url),
    }


def _target(
    edition: Edition, source: Source, quote: AnchoredQuote, base_url: str
) -> dict[str, Any]:
    captured = absolute(base_url, edition.addresses.source(source.id))
    around = surroundings(source.captured, quote.span, edition.anchored.sources[source.id].body)
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
