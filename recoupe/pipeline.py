"""The stages in order: read, anchor, compare, view, render, publish. Only this module calls several.

`load` proves and writes nothing; `build` publishes only what `load` has proved.
"""

from dataclasses import dataclass
from pathlib import Path

from recoupe.anchoring.anchor import anchor
from recoupe.anchoring.anchored import AnchoredProject
from recoupe.comparing import Findings, compare
from recoupe.diagnostics import Diagnostic, Report
from recoupe.model import Project
from recoupe.reading import read_project
from recoupe.writing.publish import Published, publishing

DEFAULT_OUTPUT = "site"
INPUTS = ("facts", "seeds", "templates")


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of a project, found and compared."""

    anchored: AnchoredProject
    findings: Findings


@dataclass(frozen=True, slots=True)
class Loaded:
    """A project as `load` leaves it; `facts` is None where there is no site to speak of."""

    root: Path
    facts: Facts | None
    report: Report

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the facts, sorted by place."""
        return tuple(self.report)

    @property
    def project(self) -> Project | None:
        """The facts as they were read."""
        return self.facts.anchored.project if self.facts else None


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did; `published` is None where mistakes forbade it and nothing was touched."""

    loaded: Loaded
    output: Path
    published: Published | None

    @property
    def report(self) -> Report:
        """What is wrong with the facts."""
        return self.loaded.report

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the facts, sorted by place."""
        return self.loaded.diagnostics


def load(root: Path | str, *, strict: bool = False) -> Loaded:
    """The facts under `root`, read, anchored and compared, with every diagnostic; nothing is written.

    `strict` makes warnings errors. Raises OSError where the machine fails.
    """
    root, report = Path(root), Report(strict)
    project = read_project(root, report)
    if project is None:
        return Loaded(root, None, report)
    anchored = anchor(project, report)
    return Loaded(root, Facts(anchored, compare(anchored, report)), report)


def build(
    root: Path | str,
    output: Path | str | None = None,
    *,
    base_url: str | None = None,
    drafts: bool = False,
    strict: bool = False,
) -> Built:
    """Prove the facts under `root` and publish the site to `output` (default: `site` under `root`).

    With one error nothing is written. Raises OutputRefusedError where the output holds what is not
    Recoupe's, OutputFailedError and OSError where the machine fails.
    """
    loaded = load(root, strict=strict)
    folder = Path(output) if output is not None else loaded.root / DEFAULT_OUTPUT
    if loaded.facts is None or loaded.report.failed:
        return Built(loaded, folder, None)
    facts = _with_base_url(loaded.facts, base_url)
    inputs = tuple(loaded.root / name for name in INPUTS)
    with publishing(folder, root=loaded.root, inputs=inputs) as publication:
        published = publication.publish(_files(facts, loaded.root, drafts=drafts))
    return Built(loaded, folder, published)
