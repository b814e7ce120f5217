"""What a fact states, by name: a flat list of texts, so that two versions of it can be compared.

It is made of the model and not of the YAML: a comment, another order of keys or another way to
quote changes nothing on the site. Notes of who checked a fact when are among it.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from recoupe.model import (
    Account,
    Claim,
    Discrepancy,
    MarkdownPage,
    Prose,
    Record,
    Reference,
    Site,
    Source,
)


class Name(NamedTuple):
    """What a text is called: its key, and the account that it belongs to, if there is one."""

    label: str
    account: str = ""


Statements = Mapping[Name, str]
_Entry = tuple[Name, object]


def claim_statements(claim: Claim) -> Statements:
    """What `claim` states beside its quotes."""
    return _stated([*_claim_entries(claim), *_record_entries(claim.record)])


def source_statements(source: Source) -> Statements:
    """What is said of `source`; of its text, the hash."""
    bounds = source.bounds
    entries: dict[str, object] = {
        "title": source.title,
        "publisher": source.publisher,
        "author": source.author,
        "published": source.published,
        "updated": source.updated,
        "retrieved": source.retrieved,
        "url": source.url,
        "archive": source.archive,
        "language": source.language,
        "origin": source.origin,
        "source_text": source.shown.value,
        "text": source.file,
        "body from": bounds and bounds.start,
        "body to": bounds and bounds.end,
    }
    return _stated([*_named(entries), *_record_entries(source.record)])


def discrepancy_statements(discrepancy: Discrepancy) -> Statements:
    """What `discrepancy` states."""
    entries: dict[str, object] = {
        "title": discrepancy.title,
        "kind": discrepancy.kinds,
        "strength": discrepancy.strength,
        "claims": _ids(discrepancy.claims),
        "sources": tuple(
            one.source if one.account is None else f"{one.source}#{one.account}"
            for one in discrepancy.sources
        ),
        "summary": discrepancy.summary,
        "explanation": discrepancy.explanation,
        "resolution": discrepancy.resolution,
    }
    return _stated([*_named(entries), *_record_entries(discrepancy.record)])


def page_statements(page: MarkdownPage) -> Statements:
    """The text of a page of the site's own."""
    return _stated([(Name("text"), page.prose)])


def site_statements(site: Site) -> Statements:
    """What the site says of itself, its ratings and tags one by one."""
    publisher = site.publisher
    entries: dict[str, object] = {
        "title": site.title,
        "description": site.description,
        "language": site.language,
        "base_url": site.base_url,
        "publisher": publisher and " ".join(filter(None, (publisher.name, publisher.url))),
        "source_text": site.source_text.value,
        "report_url": site.report_url,
        "sheets": "true" if site.sheets else None,
    }
    for place, rating in enumerate(site.ratings, start=1):
        worth = None if rating.value is None else f"value {rating.value}"
        said = (f"{place}.", rating.label, worth, rating.description)
        entries[f"rating {rating.id}"] = "; ".join(filter(None, said))
    entries |= {f"tag {id}": label for id, label in site.tags.items()}
    return _stated(_named(entries))


def _claim_entries(claim: Claim) -> Iterator[_Entry]:
    maker, compare, verdict = claim.made_by, claim.compare, claim.verdict
    entries: dict[str, object] = {
        "claim": claim.statement,
        "verdict": verdict and verdict.rating.id,
        "summary": verdict and verdict.summary,
        "question": claim.question,
        "made_by": maker
        and _joined(maker.name, maker.type, maker.date and maker.date.typed, maker.url),
        "tags": _ids(claim.tags),
        "when": claim.when and claim.when.typed,
        "compare": compare
        and _joined(
            compare.kind,
            compare.unit,
            compare.tolerance and f"± {compare.tolerance}",
            *(f"{id}: {label}" for id, label in compare.among.items()),
        ),
        "explanation": claim.explanation,
        "related": _ids(claim.related),
    }
    yield from _named(entries)
    for number, asked in enumerate(claim.asked, start=1):
        when = asked.when and asked.when.typed
        yield Name(f"asked {number}"), _joined(asked.whom, when, asked.answer)
    for one in claim.evidence:
        published = one.published and one.published.typed
        said = _joined(one.title, one.url, one.archive, published, one.quote)
        yield Name(f"evidence {one.url or one.title}"), said
    for account in claim.accounts:
        yield from _account_entries(account)


def _account_entries(account: Account) -> Iterator[_Entry]:
    entries: dict[str, object] = {
        "stance": account.stance.value,
        "certainty": account.certainty.value if account.certainty.value != "asserted" else None,
        "attributed_to": account.attributed_to,
        "value": account.value and account.value.typed,
        "unit": account.unit,
        "as_of": account.as_of and account.as_of.typed,
        "origin": account.origin,
        "derived": "true" if account.derived else None,
        "says": account.says,
        "note": account.note,
        "searched": tuple(one.text for one in account.searched),
    }
    yield from _named(entries, account.name)


def _record_entries(record: Record) -> Iterator[_Entry]:
    yield from _named({"checked": record.checked, "by": record.by})
    for one in record.history:
        said = f"{one.note} (before: {one.before})" if one.before else one.note
        yield Name(f"history {one.date} {one.kind}"), said


def _named(entries: Mapping[str, object], account: str = "") -> Iterator[_Entry]:
    return ((Name(label, account), value) for label, value in entries.items())


def _stated(entries: Iterable[_Entry]) -> Statements:
    """The texts by name, without those that are not there; of two with one name, both."""
    found: dict[Name, str] = {}
    for name, value in entries:
        if text := _text(value):
            found[name] = f"{found[name]}\n{text}" if name in found else text
    return found


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, Prose):
        return value.text.strip()
    return "" if value is None else str(value)


def _ids(references: Iterable[Reference]) -> tuple[str, ...]:
    return tuple(one.id for one in references)


def _joined(*parts: object) -> str:
    return "; ".join(str(part) for part in parts if part)
