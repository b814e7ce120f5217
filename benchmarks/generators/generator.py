"""What is to be known of a generator to measure it."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from benchmarks.content import KINDS, Page, pages
from benchmarks.stories import stories

SUMMARY = "rapporté par plusieurs articles"  # what an edit of a claim changes: in every claim
STAMP = "Gabarit"  # what an edit of a template changes: in the one that makes every page


_NUMBER = re.compile(r"\d+(\.\d+)+")
_THEMES = Path(__file__).parents[1] / "themes"


class Scenario(Enum):
    """What has happened since the last build; the value is its name in tables."""

    COLD = "cold: no cache, no output"
    WARM = "full rebuild: the output is gone"
    NOTHING = "nothing changed"
    CLAIM = "one claim edited"
    TEMPLATE = "one template edited"


ANEW = (Scenario.COLD, Scenario.CLAIM)  # of a generator that makes everything anew each time


@dataclass(frozen=True, slots=True)
class Generator:
    """A generator and its project: all paths are relative to the project's folder."""

    name: str
    program: Callable[[], tuple[str, ...]]  # the words that start it; none where not installed
    version: tuple[str, ...]  # what is added to them to be told the version
    arguments: tuple[str, ...]  # what is added to build
    write: Callable[[Path, int], None]  # a project with so many claims into an empty folder
    output: str
    cache: tuple[str, ...]  # folders, besides the output, that a build keeps for the next one
    claim: str  # the file of the claim that is edited
    template: str  # the file of the template that is edited
    scenarios: tuple[Scenario, ...] = tuple(Scenario)

    @property
    def command(self) -> tuple[str, ...]:
        """The command that builds, run in the project's folder."""
        return *self.program(), *self.arguments

    def release(self) -> str:
        """The number of the program's version; nothing where it names none."""
        told = subprocess.run(
            [*self.program(), *self.version], capture_output=True, text=True, check=True
        )
        number = _NUMBER.search(told.stdout)
        return number[0] if number else ""


def on_path(name: str) -> Callable[[], tuple[str, ...]]:
    """The words that start a program of that name; none where it is not on the PATH."""

    def words() -> tuple[str, ...]:
        found = shutil.which(name)
        return (found,) if found else ()

    return words


def front_matter(page: Page) -> str:
    """The page with title, date and tags in YAML, as most generators read it."""
    tags = json.dumps(page.tags)
    title = json.dumps(page.title, ensure_ascii=False)
    return f"---\ntitle: {title}\ndate: {page.date}\ntags: {tags}\n---\n{page.body}"


def write_project(
    folder: Path, theme: str, claims: int, text: Callable[[Page], str] = front_matter
) -> None:
    """Copy the theme of that name into `folder`, and every page under `content/`."""
    shutil.copytree(_THEMES / theme, folder, dirs_exist_ok=True)
    for kind in KINDS:
        (folder / "content" / kind).mkdir(parents=True, exist_ok=True)
    for page in pages(stories(claims)):
        path = folder / "content" / page.kind / f"{page.id}.md"
        path.write_text(text(page), encoding="utf-8")
