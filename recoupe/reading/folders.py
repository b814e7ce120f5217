"""The files of a project: which there are, what their ids are, and that none leads out of it.

Links to folders are never followed, and links to files only where they stay in facts/ or in seeds/:
fact files come by pull request, and a link is a way to publish `/etc/passwd`, or `.git/config`.
"""

import os
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from recoupe.diagnostics import Place, Related, Report
from recoupe.reading.fields import RESERVED_IDS, is_slug, slug_help

FACTS, SEEDS = "facts", "seeds"
_YAML = frozenset({".yaml", ".yml"})
_MARKDOWN = ".md"
_NOUNS = {"claims": "claim", "sources": "source", "discrepancies": "discrepancy"}
_RESERVED_FOR_PAGES = frozenset(  # FORMAT 8: the site's own URLs
    {
        *RESERVED_IDS,
        *("claims", "sources", "discrepancies", "tags", "compare", "grid", "timeline"),
        *("corrections", "search", "sheets", "assets", "data"),
    }
)


@dataclass(frozen=True, slots=True)
class FactFile:
    """A file of a project; `path` is POSIX and relative to the root.

    `id` is its stem, whether that is a slug or not; `ending` what follows, with its point.
    """

    location: Path
    path: str
    id: str
    ending: str


def file_bytes(location: Path, path: str, report: Report) -> bytes | None:
    """What the file holds; None, and a diagnostic, where the system refuses."""
    try:
        return location.read_bytes()
    except OSError as refusal:
        reason = (refusal.strerror or "the system refuses").lower()
        help_text = "see to it that the file is there and may be read"
        report.add("file-unreadable", Place(path), f"it cannot be read: {reason}", help=help_text)
        return None


@dataclass(frozen=True, slots=True)
class ProjectFiles:
    """The files of a project by kind, sorted by path; `site` is None where there is none.

    `seeds` has the captured texts by name; None for what stands there and is not followed.
    """

    site: FactFile | None
    sources: tuple[FactFile, ...]
    claims: tuple[FactFile, ...]
    discrepancies: tuple[FactFile, ...]
    pages: tuple[FactFile, ...]
    seeds: Mapping[str, Path | None]


def project_files(root: Path, report: Report) -> ProjectFiles:
    """The files below `root`, with a diagnostic for each name or place that is wrong."""
    folders = _Folders(root, report)
    files = ProjectFiles(
        site=folders.site(),
        sources=folders.facts("sources"),
        claims=folders.facts("claims"),
        discrepancies=folders.facts("discrepancies"),
        pages=folders.pages(),
        seeds=folders.seeds(),
    )
    folders.report_ignored()
    return files


class _Folders:
    """The files below one root."""

    def __init__(self, root: Path, report: Report) -> None:
        self._root = root
        self._real_root = root.resolve()
        self._report = report
        self._seen: set[str] = set()
        self._refused: set[str] = set()

    def site(self) -> FactFile | None:
        """facts/site.yaml, or .yml; None, and a diagnostic, where there is none."""
        found = [file for file in self._below(FACTS, deep=False) if _is_site(file)]
        self._seen.update(file.path for file in found)
        self._report_doubled(found, "site")
        if not found and self._refused.isdisjoint(f"{FACTS}/site{ending}" for ending in _YAML):
            place = Place(f"{FACTS}/site.yaml")
            help_text = "write at least `title: …` in it, or begin with `recoupe init`"
            self._report.add("file-missing", place, "the site is not described", help=help_text)
        return found[0] if found else None

    def facts(self, folder: str) -> tuple[FactFile, ...]:
        """The YAML files anywhere below facts/`folder`, sorted by path."""
        found = tuple(file for file in self._below(f"{FACTS}/{folder}") if _is_yaml(file))
        self._seen.update(file.path for file in found)
        self._report_doubled(found, _NOUNS[folder])
        self._report_ids(found, RESERVED_IDS)
        return found

    def pages(self) -> tuple[FactFile, ...]:
        """The Markdown files of facts/pages, sorted by path."""
        below = self._below(f"{FACTS}/pages", deep=False)
        found = tuple(file for file in below if file.ending == _MARKDOWN)
        self._seen.update(file.path for file in found)
        self._report_ids(found, _RESERVED_FOR_PAGES)
        return found

    def seeds(self) -> Mapping[str, Path | None]:
        """The files of seeds/ by name; None for what stands there and is not followed."""
        found = {file.location.name: file.location for file in self._below(SEEDS, deep=False)}
        names = (path.removeprefix(f"{SEEDS}/") for path in self._refused if path.startswith(SEEDS))
        return dict.fromkeys(names) | found

    def report_ignored(self) -> None:
        """Warn of each fact file that stands where nothing is read."""
        for file in self._below(FACTS, but=self._seen):
            ending = file.ending
            if ending.lower() not in {*_YAML, _MARKDOWN}:
                continue
            message = "nothing is read at this place"
            help_text = (
                "move it below facts/claims, facts/sources or facts/discrepancies, or "
                "a Markdown file into facts/pages"
            )
            if ending != ending.lower():
                message = f"files that end in `{ending}` are not read"
                help_text = f"name it `{file.id}{ending.lower()}`"
            self._report.add("file-ignored", Place(file.path), message, help=help_text)

    def _below(self, folder: str, *, deep: bool = True, but: Container[str] = ()) -> list[FactFile]:
        """The files below `folder`, sorted by path, without some paths and what leads elsewhere."""
        start = self._root / folder
        if not start.is_dir() or self._leads_out(start, folder):
            return []
        shift = len(str(start))
        entries = ((entry, f"{folder}{entry.path[shift:]}") for entry in _entries(start, deep=deep))
        named = ((entry, _printable(path.replace(os.sep, "/"))) for entry, path in entries)
        found = (self._fact_file(entry, path) for entry, path in named if path not in but)
        return sorted((file for file in found if file is not None), key=lambda file: file.path)

    def _fact_file(self, entry: os.DirEntry[str], path: str) -> FactFile | None:
        location = Path(entry.path)
        if entry.is_symlink() and self._leads_astray(location, path):
            return None
        if not entry.is_file():
            self._refuse(path, "it is neither a file nor a folder", help="put a file here")
            return None
        return FactFile(location, path, location.stem, location.suffix)

    def _leads_astray(self, location: Path, path: str) -> bool:
        """Whether a link leads to no file of its own folder, which is reported."""
        try:
            real = Path(os.path.realpath(location, strict=True))
        except OSError:  # the target is missing, or the link leads back to itself
            self._refuse(path, "it is a link that leads nowhere", help="put the file itself here")
            return True
        if real.is_dir():
            message = "it is a link to a folder, and such links are not followed"
            self._refuse(path, message, help="put the folder itself here")
            return True
        return self._leads_out(location, path)

    def _leads_out(self, location: Path, path: str) -> bool:
        own = path.split("/", 1)[0]
        if location.resolve().is_relative_to(self._real_root / own):
            return False
        message = f"it is a link that leads out of {own}/"
        self._refuse(path, message, help="put the file itself here")
        return True

    def _refuse(self, path: str, message: str, *, help: str) -> None:
        self._refused.add(path)
        self._report.add("file-unreadable", Place(path), message, help=help)

    def _report_doubled(self, files: Iterable[FactFile], kind: str) -> None:
        first: dict[str, FactFile] = {}
        for file in files:
            other = first.setdefault(file.id, file)
            if other is not file:
                self._report.add(
                    "id-doubled",
                    Place(file.path),
                    f"another {kind} has the id `{file.id}`",
                    help="give one of the two files another name",
                    related=(Related(Place(other.path), "the other file"),),
                )

    def _report_ids(self, files: Iterable[FactFile], reserved: frozenset[str]) -> None:
        for file in files:
            place = Place(file.path)
            if not is_slug(file.id):
                message = f"the file's name gives the id `{file.id}`, which is none"
                self._report.add("id-invalid", place, message, help=slug_help())
            elif file.id in reserved:
                message = f"the id `{file.id}` is a name that the site's own addresses use"
                self._report.add("id-reserved", place, message, help="give it another name")


def _entries(folder: Path | str, *, deep: bool) -> Iterator[os.DirEntry[str]]:
    """What stands below but for real folders; links to folders are among it, hidden names not."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if not entry.is_dir(follow_symlinks=False):
                yield entry
            elif deep:
                yield from _entries(entry.path, deep=deep)


def _printable(path: str) -> str:
    """`path` as text, be its name no UTF-8."""
    return path if path.isascii() else os.fsencode(path).decode("utf-8", "replace")


def _is_yaml(file: FactFile) -> bool:
    return file.ending in _YAML


def _is_site(file: FactFile) -> bool:
    return _is_yaml(file) and file.id == "site"
