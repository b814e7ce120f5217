"""The stages in order: load, which reads and proves; then view, render, publish.

`build` publishes only what `load` has proved. Only this module calls all.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from recoupe.diagnostics import Diagnostic, Report
from recoupe.exports.feed import feed
from recoupe.exports.sitemap import Listing, sitemap_files, sitemap_url
from recoupe.folders import DEFAULT_OUTPUT, INPUTS, PICTURES
from recoupe.loading import Loaded, load
from recoupe.making.data_files import data_files
from recoupe.making.files import Workshop
from recoupe.making.fragments import ready_fragments
from recoupe.making.kept_entries import KeptEntries, StagedList
from recoupe.making.kept_pages import KeptPage, MadePage, PageMemory
from recoupe.making.pages import PageMaker
from recoupe.making.shells import Shell, entry_memory, page_memory, shell
from recoupe.pages.editions import Edition
from recoupe.pages.site import site_plan
from recoupe.picturing.gallery import Gallery, standing_gallery, whole_gallery
from recoupe.picturing.store import Store
from recoupe.runs import Run, freeing, growing
from recoupe.searching import Document, Indexed, publish_index
from recoupe.writing.assets import Asset
from recoupe.writing.fixed_files import fixed_files
from recoupe.writing.publish import Published, StagedFile, publishing

Exported = TypeVar("Exported")


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did; `published` is None where mistakes forbade it and nothing was touched.

    `indexed` tells of the search index; it is None where that was to be left as it is. `anew` is
    how many pages were made, and not taken over.
    """

    loaded: Loaded
    output: Path
    published: Published | None
    indexed: Indexed | None = None
    anew: int = 0

    @property
    def report(self) -> Report:
        """What is wrong with the facts."""
        return self.loaded.report

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the facts, sorted by place."""
        return self.loaded.diagnostics


@freeing()
def build(  # noqa: PLR0913  each is an option of the command
    root: Path | str,
    output: Path | str | None = None,
    *,
    base_url: str | None = None,
    drafts: bool = False,
    strict: bool = False,
    quick: bool = False,
    run: Run | None = None,
) -> Built:
    """Prove the facts under `root` and publish the site to `output` (default: `site` under `root`).

    `quick` leaves the search index and the pictures as they are; `run` says over how many processes
    the work may go, and is told how it goes on. With one error nothing is written; an index that
    could not be made is told in the result, and the pages are published all the same.
    Raises TemplateFailedError for a mistake in the project's templates, OutputRefusedError where
    the output holds what is not Recoupe's, OutputFailedError and OSError where the machine fails.
    """
    run = run or Run()
    loaded = load(root, strict=strict, run=run)
    folder = Path(output) if output is not None else loaded.root / DEFAULT_OUTPUT
    if loaded.report.failed:
        return Built(loaded, folder, None)
    inputs = tuple(loaded.root / name for name in INPUTS)
    facts = loaded.facts.served_at(base_url)
    with growing(), run.stage("edition"):
        made_of = shell(facts.anchored, facts.findings, loaded.root, drafts=drafts)
    with publishing(folder, root=loaded.root, inputs=inputs) as publication:
        workshop = Workshop(publication, run)
        made = _made(made_of, workshop, loaded.root, loaded.kept.facts.keys, quick=quick)
        with run.stage("publishing"):
            published = publication.put(made.files, made.kept)
        with run.stage("keeping"):
            made.leave()
            loaded.leave()
    if quick:
        return Built(loaded, folder, published, anew=made.anew)
    with run.stage("search index"):
        language = facts.anchored.project.site.language
        indexed = publish_index(
            made.documents,
            folder,
            language=language,
            root=loaded.root,
            inputs=inputs,
            site=published,
        )
    return Built(loaded, folder, published, indexed, made.anew)


@dataclass(frozen=True, slots=True)
class _Made:
    """The files of a site, staged; the paths of those that stay; what a search is to find.

    `left` are the pages for the `memory` of the next build, and `lists` what its `entries` are for;
    `anew` is how many pages were made.
    """

    files: tuple[StagedFile, ...]
    kept: tuple[str, ...]
    documents: tuple[Document, ...]
    memory: PageMemory
    left: tuple[KeptPage | MadePage, ...]
    entries: KeptEntries
    lists: list[StagedList]
    anew: int

    def leave(self) -> None:
        """Leave for the next build what it need not make again."""
        self.memory.leave(self.left)
        self.entries.leave(self.lists)


def _made(
    made_of: Shell, workshop: Workshop, root: Path, keys: Mapping[str, bytes], *, quick: bool
) -> _Made:
    store = Store(root / PICTURES)
    pictures = _pictures(made_of.edition, workshop.publication.standing, quick=quick)
    edition = replace(made_of.edition, pictures=pictures.links)
    drawn = workshop.files("pictures", list(pictures.files(store)))
    if not quick:
        store.forget(but=frozenset(pictures.keys.values()))
    with growing(), workshop.run.stage("reusing"):
        memory = page_memory(made_of, edition, root, keys)
    maker = PageMaker(
        edition,
        made_of.templates.jinja,
        memory,
        workshop.publication,
        workshop.run,
        searched=not quick,
    )
    ready = partial(ready_fragments, edition, made_of.live_urls, run=workshop.run)
    pages = workshop.pages(list(site_plan(edition)), maker, ready)
    listings = [page.listing for page in pages if page.listing]
    others = workshop.files("data", list(_other_files(edition, made_of.templates.assets, listings)))
    entries = entry_memory(made_of, memory, workshop.publication, root)
    lists = data_files(edition, entries, workshop.run)
    documents = (page.document for page in pages if page.document)
    files = (*drawn, *(page.file for page in pages), *others, *(one.file for one in lists))
    left = tuple(page.left for page in pages if page.left)
    anew = sum(page.anew for page in pages)
    return _Made(files, pictures.kept, tuple(documents), memory, left, entries, lists, anew)


def _pictures(made: Edition, standing: Iterable[str], *, quick: bool) -> Gallery:
    return standing_gallery(made, standing) if quick else whole_gallery(made)


def _other_files(
    made: Edition, assets: Mapping[str, Asset], pages: Sequence[Listing]
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Every file beside pages, pictures and data: its path, and what makes its content."""
    for asset in assets.values():
        yield asset.path, partial(bytes, asset.content)
    for path, content in _files_of_known_address(made, pages):
        yield path, partial(bytes, content)


def _files_of_known_address(made: Edition, pages: Sequence[Listing]) -> Iterator[tuple[str, bytes]]:
    """What names the site's pages from outside, which takes the address that it is served at."""
    base_url = made.project.site.base_url
    if base_url is None:
        yield from fixed_files().items()
        return
    yield from sitemap_files(pages, base_url).items()
    if (told := feed(made, base_url)) is not None:
        yield "feed.xml", told
    yield from fixed_files(sitemap_url=sitemap_url(base_url)).items()
