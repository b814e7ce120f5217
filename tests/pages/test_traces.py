"""That nothing of an edition is read without being noted, and that notes are no more than that."""

from collections.abc import Callable
from dataclasses import fields as dataclass_fields
from dataclasses import is_dataclass

import pytest

from recoupe.pages.editions import Edition
from recoupe.pages.fingerprints import Fingerprints
from recoupe.pages.planned import PlannedPage
from recoupe.pages.site import site_plan
from recoupe.pages.traces import Read, Trace, fields, part, settings
from tests.pages.conftest import FACTS, Maker

# What pages may read of an edition without its being noted: `settings` cover it, or it is a whole
# whose parts are noted, or what nothing of a site can change.
NOT_NOTED = {
    "anchored", "findings", "interface", "addresses", "site", "verdicts",  # of the edition
    "anchored.project", "project.site", "project.broken",
}  # fmt: skip


def names(edition: Edition) -> set[str]:
    """All fields of an edition and of the values that it is made of, as reads name them."""
    found = {one.name for one in dataclass_fields(edition)}
    parts = (("anchored", edition.anchored), ("project", edition.project))
    for name, value in (*parts, ("findings", edition.findings)):
        assert is_dataclass(value)
        found |= {f"{name}.{one.name}" for one in dataclass_fields(value)}
    # What these say comes of sources' texts, and is noted as such.
    found |= {one.name for one in dataclass_fields(edition.addresses)} - {"live_urls", "span_ids"}
    return found


def by_url(edition: Edition) -> dict[str, PlannedPage]:
    return {page.url: page for page in site_plan(edition)}


def reads(edition: Edition) -> dict[str, frozenset[Read]]:
    """What each page reads, by URL."""
    trace, found = Trace(edition), {}
    for url, page in by_url(edition).items():
        page.view(trace.edition)
        found[url] = trace.taken()
    return found


def test_every_field_of_an_edition_is_noted_or_said_not_to_be(small: Edition) -> None:
    assert names(small) - NOT_NOTED == set(fields(small))


def test_view_of_a_noted_edition_is_the_view_of_the_edition(small: Edition) -> None:
    trace = Trace(small)

    for page in site_plan(small):
        assert page.view(trace.edition) == page.view(small), page.url


@pytest.mark.parametrize(
    ("read", "missing"),
    [
        (Read("labels", "nobody"), None),
        (Read("anchored.sources", "nobody"), None),
        (Read("claims", "length"), 3),
    ],
    ids=["a label", "no source", "a length"],
)
def test_part_of_what_is_not_there_is_none(small: Edition, read: Read, missing: int | None) -> None:
    assert part(fields(small), read) == missing


def test_id_of_quoted_words_is_noted_as_a_read_of_their_source(small: Edition) -> None:
    trace = Trace(small)
    source, spans = next((id, found) for id, found in small.addresses.span_ids.items() if found)
    span = next(iter(spans))

    assert trace.edition.addresses.span_id(source, span) == spans[span]
    assert trace.taken() == {Read("anchored.sources", source)}


@pytest.mark.parametrize("asked", [list, len], ids=["which", "how many"])
def test_nobody_can_ask_a_noted_edition_what_is_quoted(
    small: Edition, asked: Callable[[object], object]
) -> None:
    trace = Trace(small)

    with pytest.raises(TypeError, match="ask claims and links"):
        asked(trace.edition.addresses.span_ids)


def changed(before: Edition, after: Edition) -> set[str]:
    """The pages whose plan, or anything that they read, is not what it was."""
    fingerprints = Fingerprints()
    plans, found, now = by_url(after), fields(before), fields(after)
    return {
        url
        for url, noted in reads(before).items()
        if url not in plans
        or fingerprints.of(plans[url].arguments) != fingerprints.of(by_url(before)[url].arguments)
        or any(
            fingerprints.of(part(found, read)) != fingerprints.of(part(now, read)) for read in noted
        )
    }


@pytest.mark.parametrize(
    ("file", "old", "new", "pages"),
    [
        pytest.param("pages/about.md", "mot à mot", "mot pour mot", {"/about/"}, id="a page"),
        pytest.param(
            "discrepancies/fondation.yaml",
            "L’un le dit",
            "L’un dit oui",
            {
                "/discrepancies/fondation/",
                "/discrepancies/",
                "/claims/founding/",
                "/claims/",
                "/timeline/",
                "/compare/daily/early/",
                "/compare/daily/weekly/",
                "/compare/early/weekly/",
                "/",
            },
            id="a discrepancy",
        ),
    ],
)
def test_page_is_another_only_where_it_shows_what_changed(
    make: Maker, file: str, old: str, new: str, pages: set[str]
) -> None:
    before = make()

    after = make({file: FACTS[file].replace(old, new)})

    views = {url: page.view(before) for url, page in by_url(before).items()}
    other = {url for url, page in by_url(after).items() if page.view(after) != views[url]}
    assert other <= pages == changed(before, after)


def test_settings_are_others_when_the_site_is_and_not_when_a_fact_is(make: Maker) -> None:
    fingerprints = Fingerprints()
    before = fingerprints.of(settings(make()))

    fact = make({"pages/about.md": "# À propos\n\nMot à mot.\n"})
    site = make({"site.yaml": FACTS["site.yaml"].replace("Audience", "Public")})

    assert fingerprints.of(settings(fact)) == before
    assert fingerprints.of(settings(site)) != before
