"""What parts cost: worksheets, text fragments, pictures, the search index, each kind of page.

A part is what a whole build takes more with it than without it, in processor's time. Kinds of pages
are timed inside this process, as there is no site without one of them.
"""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.corpus import make_project
from benchmarks.generators import RECOUPE
from benchmarks.generators.generator import Scenario
from benchmarks.measured import measured
from benchmarks.rounds import Told, clear, scene
from benchmarks.tables import seconds, table
from recoupe import load
from recoupe.locale import interface
from recoupe.pages.editions import edition
from recoupe.pages.site import site_plan
from recoupe.writing.environment import environment
from recoupe.writing.pages import page_html

_PAIRED = 100  # claims that five sources tell, who make ten pairs
_WHOLE = tuple(word for word in RECOUPE.command if word != "--quick")


@dataclass(frozen=True, slots=True)
class Costs:
    """Processor's time of builds, in seconds, each with one thing more than another."""

    bare: float  # no addresses, no sheets, no pictures, no index
    addressed: float  # sources have addresses, so quotes have text fragments
    with_sheets: float  # and there are worksheets
    refilled: float  # addressed, when the output is gone
    drawn: float  # addressed, with pictures and index, from nothing
    indexed: float  # the same when the output is gone, and the pictures are kept from before


@dataclass(frozen=True, slots=True)
class Kind:
    """All pages under one of the site's folders."""

    name: str
    pages: int
    seconds: float
    size: int  # bytes


def costs(folder: Path, claims: int, count: int, tell: Told) -> Costs:
    """The medians of `count` runs of each build."""
    made = {
        "bare": {"addresses": False},
        "addressed": {},
        "sheets": {"sheets": True},
    }
    for name, options in made.items():
        make_project(folder / name, claims, **options)
    runs: dict[str, list[float]] = {}
    for number in range(1, count + 1):
        for name, spent in _round(folder, number):
            tell(f"{number}/{count} {name}: {spent:.2f} s of processor's time")
            runs.setdefault(name, []).append(spent)
    return Costs(**{name: median(some) for name, some in runs.items()})


def _round(folder: Path, number: int) -> Iterator[tuple[str, float]]:
    for name, project in (("bare", "bare"), ("addressed", "addressed"), ("with_sheets", "sheets")):
        yield name, scene(folder / project, RECOUPE, Scenario.COLD, number).cpu
    addressed = folder / "addressed"
    yield "refilled", scene(addressed, RECOUPE, Scenario.WARM, number).cpu
    for name, scenario in (("drawn", Scenario.COLD), ("indexed", Scenario.WARM)):
        clear(addressed, RECOUPE, scenario)
        yield name, measured(_WHOLE, addressed).cpu


def costs_table(costs: Costs, claims: int) -> str:
    """What each part adds, and what it adds for each claim."""
    index = costs.indexed - costs.refilled
    parts = {
        "everything else": costs.bare,
        "text fragments": costs.addressed - costs.bare,
        "worksheets": costs.with_sheets - costs.addressed,
        "search index": index,
        "pictures": costs.drawn - costs.addressed - index,
    }
    rows = [
        [name, seconds(max(0.0, spent)), f"{1000 * max(0.0, spent) / claims:.2f} ms"]
        for name, spent in parts.items()
    ]
    return table(["", f"{claims:,} claims", "each claim"], rows)


def kinds(folder: Path, claims: int) -> list[Kind]:
    """Every kind of page with what making it takes, those that take longest first.

    Pairs of sources are those of a site that is small enough to have a page for each.
    """
    small, large = folder / "pairs", folder / "kinds"
    make_project(small, _PAIRED)
    make_project(large, claims, sheets=True)
    paired = [kind for kind in _kinds(small) if kind.name == "compare/"]
    others = [kind for kind in _kinds(large) if kind.name != "compare/"]
    return sorted([*paired, *others], key=lambda kind: -kind.seconds)


def _kinds(root: Path) -> Iterable[Kind]:
    facts = load(root).facts
    spoken = interface(facts.anchored.project.site.language)
    jinja = environment(root / "templates", spoken)
    found: dict[str, Kind] = {}
    made = edition(facts.anchored, facts.findings, spoken)
    for page in site_plan(made):
        began = time.process_time()
        html = page_html(page.view(made), jinja)
        spent = time.process_time() - began
        name = _kind(page.url)
        before = found.get(name, Kind(name, 0, 0.0, 0))
        size = before.size + len(html.encode())
        found[name] = Kind(name, before.pages + 1, before.seconds + spent, size)
    return found.values()


def _kind(url: str) -> str:
    """The folder of a page; its lists are a kind of their own."""
    first, *rest = url.strip("/").split("/")
    if not first:
        return "home"
    return f"{first}/" if rest and rest[0] != "page" else f"{first}/ (list)" if rest else first


def kinds_table(found: Sequence[Kind]) -> str:
    """The kinds of pages, those that take longest first."""
    rows = [
        [
            kind.name,
            f"{kind.pages:,}",
            f"{1000 * kind.seconds / kind.pages:.2f} ms",
            f"{kind.size / kind.pages / 1000:,.1f} kB",
            seconds(kind.seconds),
        ]
        for kind in found
    ]
    return table(["kind", "pages", "time of one", "size of one", "together"], rows)
