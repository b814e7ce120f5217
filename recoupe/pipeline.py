"""The stages in order: read, anchor, compare, view, render, publish. Only this module calls all.

`load` proves and writes nothing; `build` publishes only what `load` has proved.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Self, TypeVar

from recoupe.anchoring.anchor import anchor
from recoupe.anchoring.anchored import AnchoredProject
from recoupe.comparing import Findings, compare
from recoupe.diagnostics import Diagnostic, Report
from recoupe.exports.feed import feed
from recoupe.exports.sitemap import Listing, sitemap_files, sitemap_url
from recoupe.folders import DEFAULT_OUTPUT, FACTS, INPUTS, PICTURES, PROOFS, SEEN
from recoupe.linting import lint
from recoupe.making.data_files import data_files
from recoupe.making.files import Workshop
from recoupe.making.fragments import ready_fragments
from recoupe.making.kept_entries import KeptEntries, StagedList
from recoupe.making.kept_pages import KeptPage, MadePage, PageMemory
from recoupe.making.pages import PageMaker
from recoupe.making.shells import Shell, entry_memory, page_memory, shell
from recoupe.memory.program import program_digest
from recoupe.memory.seen_files import SeenFiles
from recoupe.model import Project
from recoupe.pages.editions import Edition
from recoupe.pages.site import site_plan
from recoupe.picturing.gallery import Gallery, standing_gallery, whole_gallery
from recoupe.picturing.store import Store
from recoupe.proving import KeptProofs
from recoupe.reading import read_project
from recoupe.reading.addresses import with_final_slash
from recoupe.reading.kept_facts import KeptFacts
from recoupe.runs import Run, freeing, growing
from recoupe.searching import Document, Indexed, publish_index
from recoupe.writing.assets import Asset
from recoupe.writing.fixed_files import fixed_files
from recoupe.writing.publish import Published, StagedFile, publishing

Exported = TypeVar("Exported")


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of a project, found and compared."""

    anchored: AnchoredProject
    findings: Findings

    @property
    def unread_sources(self) -> frozenset[str]:
        """The ids of sources that stand there and whose text could not be read."""
        broken = (name.partition("/") for name in self.anchored.project.broken)
        lost = {id for folder, _, id in broken if folder == "sources"}
        return frozenset(lost | (self.anchored.project.sources.keys() - self.anchored.sources))

    def served_at(self, base_url: str | None) -> Self:
        """The same, with an address that was given on the way instead of in site.yaml."""
        if base_url is None:
            return self
        project = self.anchored.project
        site = replace(project.site, base_url=with_final_slash(base_url))
        return replace(self, anchored=replace(self.anchored, project=replace(project, site=site)))


@dataclass(frozen=True, slots=True)
class Kept:
    """What builds before have left of facts, and what this one may leave."""

    facts: KeptFacts
    proofs: KeptProofs

    @classmethod
    def of(cls, root: Path) -> Self:
        """What stands in the project at `root`."""
        version = program_digest()
        return cls(
            KeptFacts(root / FACTS, version, SeenFiles(str(root / SEEN))),
            KeptProofs(root / PROOFS, version),
        )


@dataclass(frozen=True, slots=True)
class Loaded:
    """A project as `load` leaves it; it may be published unless its report has failed.

    `kept` is what later builds need not read again, once it is left for them.
    """

    root: Path
    facts: Facts
    report: Report
    kept: Kept

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the facts, sorted by place."""
        return tuple(self.report)

    @property
    def project(self) -> Project:
        """The facts as they were read."""
        return self.facts.anchored.project

    def leave(self) -> None:
        """Leave what was read and proved for later builds."""
        self.kept.facts.leave()
        facts, keys = self.facts, self.kept.facts.keys
        self.kept.proofs.leave(facts.anchored, facts.findings, self.report, keys)


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


def load(root: Path | str, *, strict: bool = False, run: Run | None = None) -> Loaded:
    """The facts under `root`, proved, with every diagnostic; nothing is written.

    `strict` makes warnings errors; `run` counts the time. Raises OSError where the machine fails.
    """
    root, report, run = Path(root), Report(strict), run or Run()
    kept = Kept.of(root)
    with growing():
        with run.stage("reading"):
            project = read_project(root, report, kept.facts)
        with run.stage("anchoring"):
            known = kept.proofs.holding(project, kept.facts.keys)
            found = {id: proof.quotes for id, proof in known.items()}
            anchored = anchor(project, report, found)
        with run.stage("comparing"):
            lint(project, report, known)
            findings = compare(anchored, report, {id: one.findings for id, one in known.items()})
    return Loaded(root, Facts(anchored, findings), report, kept)


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
            made.documents, folder, language=language, root=loaded.root, inputs=inputs
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
        edition, made_of.jinja, memory, workshop.publication, workshop.run, searched=not quick
    )
    ready = partial(ready_fragments, edition, made_of.live_urls, run=workshop.run)
    pages = workshop.pages(list(site_plan(edition)), maker, ready)
    listings = [page.listing for page in pages if page.listing]
    others = workshop.files("data", list(_other_files(edition, made_of.assets, listings)))
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
