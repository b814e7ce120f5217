"""`data/annotations.jsonld`: every quote as a W3C Web Annotation that links it to its claim.

The target is the live article where its address is known, else the article's page on this site.
Either way the positions count in the captured text, as in `claims.json`: it is the one text that
everybody can check them in, while a live page changes under its readers. Prefix and suffix show no
more of an article than its page does. Source: W3C, "Web Annotation Data Model", 2017.
"""

import json
from collections.abc import Iterator
from typing import Any

from recoupe.anchoring.anchored import AnchoredAccount, AnchoredClaim, AnchoredQuote
from recoupe.model import Source
from recoupe.pages.editions import Edition
from recoupe.pages.surroundings import surroundings
from recoupe.pages.urls import ANNOTATIONS, absolute, account_anchor

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_NEIGHBOURS = 32  # code points of prefix and of suffix; what other annotation tools store
_ROOT = "../"  # from data/annotations.jsonld, for a site whose address nobody knows


def annotations_jsonld(edition: Edition) -> bytes:
    """The file: a collection with one page; IRIs are relative where there is no base URL.

    Drafts are not in it. Equal facts give equal bytes.
    """
    base_url = edition.project.site.base_url or _ROOT
    items = list(_annotations(edition, base_url))
    name = absolute(base_url, ANNOTATIONS)
    page = {"id": f"{name}#page", "type": "AnnotationPage", "startIndex": 0, "items": items}
    collection = {
        "@context": _CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": edition.project.site.title,
        "total": len(items),
        "first": page,
    }
    return (json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode()


def _annotations(edition: Edition, base_url: str) -> Iterator[dict[str, Any]]:
    """One for each words of each account, in the order of `claims.json`."""
    for claim in edition.anchored.claims.values():
        if claim.claim.record.draft:
            continue
        for account in claim.accounts:
            for quote in {one.span: one for one in account.quotes}.values():
                yield _annotation(edition, claim, account, quote=quote, base_url=base_url)


def _annotation(
    edition: Edition,
    claim: AnchoredClaim,
    account: AnchoredAccount,
    *,
    quote: AnchoredQuote,
    base_url: str,
) -> dict[str, Any]:
    said, source = account.account, edition.project.sources[account.account.source.id]
    span = edition.addresses.span_id(source.id, quote.span)
    name = f"{claim.claim.id}/{account_anchor(said.name)}/{span}"
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
