"""The facts of one folder, read: every file, whatever is wrong with the others.

The site is read first, because it gives sources their defaults. Without one the rest is read and
proved all the same, with a site that says nothing: a slip there shall hide no wrong quote.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from recoupe.diagnostics import Place, Report
from recoupe.model import Claim, Discrepancy, MarkdownPage, Project, Site, Source
from recoupe.reading.claims import read_claim
from recoupe.reading.composing import composed
from recoupe.reading.decoding import fact_text
from recoupe.reading.discrepancies import discrepancy
from recoupe.reading.fields import Fields
from recoupe.reading.folders import FactFile, Folders, file_bytes
from recoupe.reading.lines import LocatedText
from recoupe.reading.markdown_pages import markdown_page
from recoupe.reading.references import report_references
from recoupe.reading.seeds import Seeds
from recoupe.reading.shape_texts import Shape
from recoupe.reading.shapes_claims import ClaimShape
from recoupe.reading.shapes_discrepancies import DiscrepancyShape
from recoupe.reading.shapes_sites import SiteShape
from recoupe.reading.shapes_sources import SourceShape
from recoupe.reading.sites import site
from recoupe.reading.sources import source
from recoupe.reading.straight import straight
from recoupe.reading.validating import validated

AnyShape = TypeVar("AnyShape", bound=Shape)
Fact = TypeVar("Fact")


def read_project(root: Path, report: Report) -> Project:
    """The facts below `root`, with every mistake of every file in `report`.

    What a fact names may be missing in the project: then the report says so, or what is wrong
    there. Of a project whose report has failed nothing may be published.
    """
    folders = Folders(root, report)
    read_site = _site(folders.site(), report)
    reader = _Reader(report, site=read_site, seeds=Seeds(folders.seeds(), report))
    sources = reader.facts("sources", folders.facts("sources"), reader.source)
    claims = reader.facts("claims", folders.facts("claims"), reader.claim)
    discrepancies = reader.facts(
        "discrepancies", folders.facts("discrepancies"), reader.discrepancy
    )
    pages = reader.facts("pages", folders.pages(), reader.page)
    folders.report_ignored()
    silent_site = Site(title="", place=Place("facts/site.yaml"))
    project = Project(
        read_site or silent_site, sources, claims, discrepancies, pages, frozenset(reader.broken)
    )
    scale = None if read_site is None else [rating.id for rating in read_site.ratings]
    report_references(project, scale=scale, report=report)
    return project


@dataclass(frozen=True, slots=True)
class _Found(Generic[AnyShape]):
    """The shape of a file; `whole` is false where YAML's reader took pieces out of it."""

    shape: AnyShape
    fields: Fields
    whole: bool


class _Reader:
    """Reads one file after the other; `broken` has what could not be read, as in `Project`."""

    def __init__(self, report: Report, *, site: Site | None, seeds: Seeds) -> None:
        self._report = report
        self._site = site
        self._seeds = seeds
        self.broken: set[str] = set()

    def facts(
        self, folder: str, files: Iterable[FactFile], read: Callable[[FactFile], Fact | None]
    ) -> dict[str, Fact]:
        """What the files of one folder give, by id; of two with one id the second by its path."""
        facts: dict[str, Fact] = {}
        for file in files:
            fact = read(file)
            if fact is None:
                self.broken.add(f"{folder}/{file.id}")
            else:
                facts[file.path if file.id in facts else file.id] = fact
        return dict(sorted(facts.items()))

    def source(self, file: FactFile) -> Source | None:
        found = _shape(SourceShape, file, self._report)
        if found is None:
            return None
        return source(file.id, found.shape, found.fields, site=self._site, seeds=self._seeds)

    def claim(self, file: FactFile) -> Claim | None:
        found = _shape(ClaimShape, file, self._report)
        if found is None:
            return None
        return read_claim(file.id, found.shape, found.fields, whole=found.whole)

    def discrepancy(self, file: FactFile) -> Discrepancy | None:
        found = _shape(DiscrepancyShape, file, self._report)
        if found is None:
            return None
        return discrepancy(file.id, found.shape, found.fields, whole=found.whole)

    def page(self, file: FactFile) -> MarkdownPage | None:
        text = _text(file, self._report)
        return None if text is None else markdown_page(file.id, text, self._report)


def _site(file: FactFile | None, report: Report) -> Site | None:
    found = None if file is None else _shape(SiteShape, file, report)
    return None if found is None else site(found.shape, found.fields)


def _shape(shape: type[AnyShape], file: FactFile, report: Report) -> _Found[AnyShape] | None:
    """What the file holds; None, and a diagnostic, where that is no YAML mapping."""
    errors = report.errors
    text = _text(file, report)
    if text is None:
        return None
    if (at_once := straight(shape, text)) is not None:
        return _Found(at_once, Fields(text, report), report.errors == errors)
    root = composed(text, report)
    if root is None:
        return None
    whole = report.errors == errors
    made = validated(shape, root, text, report)
    return None if made is None else _Found(made, Fields(text, report), whole)


def _text(file: FactFile, report: Report) -> LocatedText | None:
    raw = file_bytes(file.location, file.path, report)
    return None if raw is None else fact_text(file.path, raw, report)
