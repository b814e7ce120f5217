"""That URLs for live articles are the same, be they found now or by a build before."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from recoupe.anchoring.anchored import AnchoredSource
from recoupe.anchoring.kept_fragments import KeptFragments
from recoupe.pages.editions import Edition
from recoupe.pages.live_urls import LiveUrls
from recoupe.text import Span

pytestmark = pytest.mark.usefixtures("caches")
VERSION = b"1"

Sources = Mapping[str, AnchoredSource]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / ".recoupe" / "fragments"


@pytest.fixture
def sources(small: Edition) -> Sources:
    """Those of the small project, each at an address."""
    return {
        id: replace(one, source=replace(one.source, url=f"https://example.org/{id}"))
        for id, one in small.anchored.sources.items()
    }


@pytest.fixture
def spans(small: Edition) -> dict[str, list[Span]]:
    return {id: list(found) for id, found in small.addresses.span_ids.items()}


def kept(folder: Path, version: bytes = VERSION) -> KeptFragments:
    return KeptFragments(folder, version)


def urls(live_urls: LiveUrls, spans: dict[str, list[Span]]) -> list[str | None]:
    return [live_urls(id, span) for id, found in spans.items() for span in found]


def test_urls_are_the_same_whether_anything_is_kept_or_not(
    folder: Path, sources: Sources, spans: dict[str, list[Span]]
) -> None:
    first = LiveUrls(sources, kept(folder))
    for id, found in spans.items():
        first.ready(id, found)

    plain = urls(LiveUrls(sources), spans)

    assert any(plain)
    assert urls(first, spans) == plain
    assert urls(LiveUrls(sources, kept(folder)), spans) == plain


def test_kept_fragments_are_those_that_were_asked_for(
    folder: Path, sources: Sources, spans: dict[str, list[Span]]
) -> None:
    id, found = max(spans.items(), key=lambda one: len(one[1]))
    live_urls = LiveUrls(sources, kept(folder))

    live_urls.ready(id, found)
    assert set(kept(folder).of(sources[id])) == set(found)

    LiveUrls(sources, kept(folder)).ready(id, found[:1])
    assert set(kept(folder).of(sources[id])) == set(found[:1])


def test_fragments_of_another_text_or_version_are_not_taken(
    folder: Path, sources: Sources, spans: dict[str, list[Span]]
) -> None:
    id, found = max(spans.items(), key=lambda one: len(one[1]))
    LiveUrls(sources, kept(folder)).ready(id, found)
    source = sources[id]

    longer = replace(source, source=replace(source.source, captured=f"{source.source.captured}!"))
    moved = replace(source, body=Span(source.body.start + 1, source.body.end))

    assert kept(folder).of(source)
    assert kept(folder).of(longer) == {}
    assert kept(folder).of(moved) == {}
    assert kept(folder, b"2").of(source) == {}


def test_what_is_kept_of_sources_that_are_gone_is_removed(
    folder: Path, sources: Sources, spans: dict[str, list[Span]]
) -> None:
    for id, found in spans.items():
        LiveUrls(sources, kept(folder)).ready(id, found)
    last = list(spans)[-1]
    (folder / "stranger").write_text("stays")

    LiveUrls({last: sources[last]}, kept(folder)).forget_others()

    assert len(list(folder.iterdir())) == 2
    assert kept(folder).of(sources[last])
    assert (folder / "stranger").exists()


def test_nothing_is_removed_behind_a_link(folder: Path, sources: Sources) -> None:
    other = folder.parents[1] / "other"
    other.mkdir()
    (other / ("0" * 32)).write_text("stays")
    folder.parent.mkdir()
    folder.symlink_to(other)

    LiveUrls(sources, kept(folder)).forget_others()

    assert (other / ("0" * 32)).exists()


def test_source_without_an_address_has_no_url(
    sources: Sources, spans: dict[str, list[Span]]
) -> None:
    id, found = next((id, found) for id, found in spans.items() if found)
    nowhere = replace(sources[id], source=replace(sources[id].source, url=None))

    assert LiveUrls({id: nowhere})(id, found[0]) is None
