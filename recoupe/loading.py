"""The first half of the stages: read, anchor, compare. It proves, and writes nothing.

A process that lives on loads with what the load before has `Kept`: then it costs what has changed.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from recoupe.anchoring.anchor import anchor
from recoupe.anchoring.anchored import AnchoredProject
from recoupe.anchoring.held_anchors import HeldAnchors
from recoupe.comparing import Findings, compare
from recoupe.diagnostics import Diagnostic, Report
from recoupe.folders import FACTS, PROOFS, SEEN
from recoupe.linting import lint
from recoupe.memory.program import program_digest
from recoupe.memory.seen_files import SeenFiles
from recoupe.model import Project
from recoupe.proving import KeptProofs
from recoupe.reading import read_project
from recoupe.reading.addresses import with_final_slash
from recoupe.reading.held_project import HeldProject
from recoupe.reading.kept_facts import KeptFacts
from recoupe.runs import Run, growing


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
    """What loads before have left of facts, in files and in this process."""

    facts: KeptFacts
    proofs: KeptProofs
    held: HeldProject
    anchors: HeldAnchors

    @classmethod
    def of(cls, root: Path) -> Self:
        """What stands in the project at `root`."""
        version, seen = program_digest(), SeenFiles(str(root / SEEN))
        facts = KeptFacts(root / FACTS, version, seen)
        return cls(facts, KeptProofs(root / PROOFS, version), HeldProject(seen), HeldAnchors())

    def again(self, changed: Collection[str] | None = None) -> None:
        """Make ready for another load, which looks only at the files at the paths `changed`.

        Where that is None, or not all of them are files that were there before and still are, it
        looks at all: folders may have come and gone.
        """
        looked_at = changed if changed is not None and self.held.has(changed) else None
        self.facts.again(looked_at)
        self.proofs.again()
        self.held.again(looked_at)

    def leave(self) -> None:
        """Leave what was read and proved for later builds."""
        self.facts.leave()
        self.proofs.leave()


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
        self.take()
        self.kept.leave()

    def take(self) -> None:
        """Take down what was proved, so that the next load with the same `kept` knows of it."""
        facts, keys = self.facts, self.kept.facts.keys
        self.kept.proofs.take(facts.anchored, facts.findings, self.report, keys)


def load(
    root: Path | str, *, strict: bool = False, run: Run | None = None, kept: Kept | None = None
) -> Loaded:
    """The facts under `root`, proved, with every diagnostic; nothing is written.

    `strict` makes warnings errors; `run` counts the time; `kept` is what loads before have left,
    in place of what stands in the project. Raises OSError where the machine fails.
    """
    root, report, run = Path(root), Report(strict), run or Run()
    kept = kept or Kept.of(root)
    with growing():
        with run.stage("reading"):
            project = read_project(root, report, kept.facts, kept.held, run)
        with run.stage("anchoring"):
            known = kept.proofs.holding(project, kept.facts.keys)
            found = {id: proof.quotes for id, proof in known.items()}
            anchored = anchor(project, report, found, kept.anchors, run)
        with run.stage("comparing"):
            lint(project, report, known)
            findings = compare(anchored, report, {id: one.findings for id, one in known.items()})
    return Loaded(root, Facts(anchored, findings), report, kept)
