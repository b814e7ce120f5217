"""The facts of one folder, read: every file, whatever is wrong with the others.

The site is read first, because it gives sources their defaults. Without one the rest is read and
proved all the same, with a site that says nothing: a slip there shall hide no wrong quote.
"""

from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import TypeVar

from recoupe.diagnostics import Place, Report
from recoupe.model import Claim, Discrepancy, Project, Site, Source
from recoupe.reading.fact_files import claim_in, discrepancy_in, page_in, site_in, source_in
from recoupe.reading.folders import FactFile, project_files
from recoupe.reading.held_project import HeldProject
from recoupe.reading.kept_facts import FileRead, KeptFacts, fact_in
from recoupe.reading.references import report_references
from recoupe.reading.seeds import Seeds
from recoupe.reading.ties import claim_ties, project_ties
from recoupe.runs import Run

Fact = TypeVar("Fact")


def read_project(
    root: Path,
    report: Report,
    kept: KeptFacts | None = None,
    held: HeldProject | None = None,
    run: Run | None = None,
) -> Project:
    """The facts below `root`, with every mistake of every file in `report`.

    What a fact names may be missing in the project: then the report says so, or what is wrong
    there. Of a project whose report has failed nothing may be published. Facts that are `kept`, or
    `held` in this process, are taken from there; `run` is told how many files are read.
    """
    files = held.files(root, report) if held else project_files(root, report)
    site = None if files.site is None else fact_in(files.site, report, site_in)
    read_source = partial(source_in, site=site, seeds=Seeds(files.seeds, report))
    a_source: FileRead[Source] = partial(fact_in, read=read_source)
    a_claim: FileRead[Claim] = partial(fact_in, read=claim_in)
    a_discrepancy: FileRead[Discrepancy] = partial(fact_in, read=discrepancy_in)
    if kept is not None:
        a_claim = kept.reader(Claim, claim_in)
        a_discrepancy = kept.reader(Discrepancy, discrepancy_in)
    if held is not None:
        a_source = held.source_reader(a_source, site, files.seeds)
    reader = _Reader(report, run or Run())
    project = Project(
        site or Site(title="", place=Place("facts/site.yaml")),
        sources=reader.facts("sources", files.sources, a_source),
        claims=reader.facts("claims", files.claims, a_claim),
        discrepancies=reader.facts("discrepancies", files.discrepancies, a_discrepancy),
        pages=reader.facts("pages", files.pages, partial(fact_in, read=page_in)),
        broken=frozenset(reader.broken),
    )
    scale = None if site is None else [rating.id for rating in site.ratings]
    ties = project_ties(project, held.claim_ties if held else claim_ties)
    report_references(ties, scale=scale, report=report)
    return project


class _Reader:
    """Reads one file after the other; `broken` has what could not be read, as in `Project`."""

    def __init__(self, report: Report, run: Run) -> None:
        self._report, self._run = report, run
        self.broken: set[str] = set()

    def facts(
        self, folder: str, files: Collection[FactFile], read: FileRead[Fact]
    ) -> dict[str, Fact]:
        """What the files of one folder give, by id; of two with one id the second by its path."""
        facts: dict[str, Fact] = {}
        for file in self._run.counted(f"reading {folder}", files):
            fact = read(file, self._report)
            if fact is None:
                self.broken.add(f"{folder}/{file.id}")
            else:
                facts[file.path if file.id in facts else file.id] = fact
        return dict(sorted(facts.items()))
