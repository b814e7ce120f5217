"""The facts of one folder, read: every file, whatever is wrong with the others.

The site is read first, because it gives sources their defaults; without one the rest is read all
the same, for its mistakes, and only then there is no project.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from recoupe.diagnostics import Place, Report
from recoupe.model import Claim, Discrepancy, MarkdownPage, Project, Reference, Site, Source
from recoupe.reading.claims import read_claim
from recoupe.reading.composing import composed
from recoupe.reading.decoding import fact_text
from recoupe.reading.discrepancies import discrepancy
from recoupe.reading.fields import Fields, is_slug
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
from recoupe.reading.validating import validated

AnyShape = TypeVar("AnyShape", bound=Shape)
Fact = TypeVar("Fact")


def read_project(root: Path, report: Report) -> Project | None:
    """The facts below `root`, with every mistake of every file in `report`.

    None where facts/site.yaml gives no site; all other files are read and reported even then. What
    a fact names may be missing in the project: then the report says so, or what is wrong there.
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
    absent = Site(title="", place=Place("facts/site.yaml"))
    project = Project(
        read_site or absent, sources, claims, discrepancies, pages, frozenset(reader.broken)
    )
    scale = None if read_site is None else [rating.id for rating in read_site.ratings]
    report_references(project, scale=scale, lost=reader.lost, report=report)
    return None if read_site is None else project


class _Reader:
    """Reads one file after the other, and keeps the names of what could not be read.

    `broken` is as in `Project`; `lost` has the claims that lack accounts of their files, with the
    sources of these.
    """

    def __init__(self, report: Report, *, site: Site | None, seeds: Seeds) -> None:
        self._report = report
        self._site = site
        self._seeds = seeds
        self.broken: set[str] = set()
        self.lost: dict[str, tuple[Reference, ...]] = {}

    def facts(
        self, folder: str, files: Iterable[FactFile], read: Callable[[FactFile], Fact | None]
    ) -> dict[str, Fact]:
        """What the files of one folder give, by id; of two files with one id the first."""
        facts: dict[str, Fact] = {}
        for file in files:
            fact = read(file)
            if fact is None or not is_slug(file.id):
                self.broken.add(f"{folder}/{file.id}")
            else:
                facts.setdefault(file.id, fact)
        return dict(sorted(facts.items()))

    def source(self, file: FactFile) -> Source | None:
        found = _shape(SourceShape, file, self._report)
        if found is None:
            return None
        shape, fields = found
        return source(file.id, shape, fields, site=self._site, seeds=self._seeds)

    def claim(self, file: FactFile) -> Claim | None:
        found = _shape(ClaimShape, file, self._report)
        if found is None:
            return None
        made = read_claim(file.id, *found)
        if not made.whole:
            self.lost[file.id] = made.lost
        return made.claim

    def discrepancy(self, file: FactFile) -> Discrepancy | None:
        found = _shape(DiscrepancyShape, file, self._report)
        return None if found is None else discrepancy(file.id, *found)

    def page(self, file: FactFile) -> MarkdownPage | None:
        text = _text(file, self._report)
        return None if text is None else markdown_page(file.id, text, self._report)


def _site(file: FactFile | None, report: Report) -> Site | None:
    found = None if file is None else _shape(SiteShape, file, report)
    return None if found is None else site(*found)


def _shape(shape: type[AnyShape], file: FactFile, report: Report) -> tuple[AnyShape, Fields] | None:
    """What the file holds; None, and a diagnostic, where that is no YAML mapping."""
    text = _text(file, report)
    root = None if text is None else composed(text, report)
    if text is None or root is None:
        return None
    made = validated(shape, root, text, report)
    return None if made is None else (made, Fields(text, report))


def _text(file: FactFile, report: Report) -> LocatedText | None:
    raw = file_bytes(file.location, file.path, report)
    return None if raw is None else fact_text(file.path, raw, report)
