"""What a process that lives on holds of a project, so that another reading costs what has changed.

Which files there are is known from the reading before, as long as all that changed are plain files
that were among them. A source comes of its file, its captured text and the site; it is held while
all three are what they were. Of what anything was told, nothing is held.
"""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from recoupe.diagnostics import Report
from recoupe.memory.remembered import Remembered
from recoupe.memory.seen_files import SeenFiles
from recoupe.model import Site, Source
from recoupe.reading.folders import FactFile, ProjectFiles, project_files
from recoupe.reading.kept_facts import FileRead
from recoupe.reading.ties import claim_ties


class _HeldSource(NamedTuple):
    """A source, and what it came of: the hashes of its file and of its text, and the site."""

    source: Source
    file: str
    seed: str
    site: Site | None


class HeldProject:
    """What is held of one project's folder. `claim_ties` are those of `ties`."""

    def __init__(self, seen: SeenFiles) -> None:
        self._seen, self.claim_ties = seen, Remembered(claim_ties)
        self._files: ProjectFiles | None = None
        self._sources: dict[str, _HeldSource] = {}

    def has(self, paths: Collection[str]) -> bool:
        """Whether all these are plain files that were there before, and are still."""
        return self._files is not None and _are_plain(paths, self._files)

    def again(self, changed: Collection[str] | None) -> None:
        """Begin another reading, as `KeptFacts` does."""
        self.claim_ties.again()
        if changed is None:
            self._files = None

    def files(self, root: Path, report: Report) -> ProjectFiles:
        """As `project_files`."""
        if self._files is not None:
            return self._files
        told = len(report)
        files = project_files(root, report)
        self._files = files if len(report) == told else None
        return files

    def source_reader(
        self, read: FileRead[Source], site: Site | None, seeds: Mapping[str, Path | None]
    ) -> FileRead[Source]:
        """`read`, which takes the `site` and `seeds`, or what is held."""

        def taken(file: FactFile, report: Report) -> Source | None:
            digest = self._seen.sha256(str(file.location))
            held = self._sources.pop(file.path, None)
            if held is not None and held == (held.source, digest, self._seed(held, seeds), site):
                self._sources[file.path] = held
                return held.source
            told = len(report)
            source = read(file, report)
            if source is not None and digest is not None and len(report) == told:
                held = _HeldSource(source, digest, source.file_sha256, site)
                self._sources[file.path] = held
            return source

        return taken

    def _seed(self, held: _HeldSource, seeds: Mapping[str, Path | None]) -> str | None:
        location = seeds.get(held.source.file)
        return None if location is None else self._seen.sha256(str(location))


def _are_plain(paths: Collection[str], files: ProjectFiles) -> bool:
    known = {str(one.location) for one in _facts(files)}
    known |= {str(one) for one in files.seeds.values() if one is not None}
    return all(one in known and _is_plain(one) for one in paths)


def _is_plain(path: str) -> bool:
    return Path(path).is_file() and not Path(path).is_symlink()


def _facts(files: ProjectFiles) -> tuple[FactFile, ...]:
    site = () if files.site is None else (files.site,)
    return (*site, *files.sources, *files.claims, *files.discrepancies, *files.pages)
