"""Publishing: a whole new site, put into place so that no reader ever meets a broken one.

Changed files are staged beside the output and renamed into place, pages before the lists that
link to them; what the site no longer has is removed after that, and the manifest comes last. Only
files that the manifest names are Recoupe's: anything else in the output stays, and one that is in
the way stops the publish before anything changes. Files that are as they should be are not
touched.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from recoupe.folders import OUTPUTS
from recoupe.memory.seen_files import SeenFiles
from recoupe.memory.stamps import Seen
from recoupe.writing.finishing import finish, refuse_obstacles
from recoupe.writing.journal import (
    Action,
    Step,
    discard,
    has_journal,
    stage,
    stage_parts,
    staged,
    workspace,
    write_journal,
)
from recoupe.writing.lock import locked
from recoupe.writing.manifest import MANIFEST, is_site_path, manifest_json, owned_files
from recoupe.writing.output import digest, folders, output_folder, standing_files
from recoupe.writing.refusals import machine_failures


@dataclass(frozen=True, slots=True)
class Published:
    """What a publish changed, as sorted paths.

    `left` are files that the site no longer has but that somebody else changed: they stay, unowned.
    `stamped` are all files of ours as they stood when the publish ended, its manifest among them,
    whose hash is `manifest`.
    """

    written: tuple[str, ...]
    removed: tuple[str, ...]
    left: tuple[str, ...]
    unchanged: int
    manifest: str = field(default="", compare=False)
    stamped: Seen = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class StagedFile:
    """A file of the site as it will be; where it is not `changed` it stands in the output."""

    path: str
    sha256: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Publication:
    """An output that is held for one publish; `standing` are its own files that are as written.

    `seen` spares a look into files that the publish before left, and nobody touched since.
    """

    output: Path
    record: str
    owned: Mapping[str, str]
    standing: Mapping[str, str]
    seen: SeenFiles

    def publish(self, files: Iterable[tuple[str, bytes]], kept: Iterable[str] = ()) -> Published:
        """Make the site hold `files` and what is `kept`, and no more of ours, as `put` does."""
        return self.put((self.stage(path, content) for path, content in files), kept)

    def stage(self, path: str, content: bytes) -> StagedFile:
        """Lay `content` ready for `path`, unless it stands there already.

        Any process may do that while this one holds the output. Raises ValueError for a path that
        lies out of the site, OutputFailedError where the machine fails.
        """
        self._refuse_foreign(path)
        known = sha256(content).hexdigest()
        stands = self._stands(path, known)
        if not stands:
            with machine_failures():
                stage(workspace(self.output), path, content)
        return StagedFile(path, known, changed=not stands)

    def stage_parts(self, path: str, parts: Iterable[bytes]) -> StagedFile:
        """The same for a file that need never be in memory as a whole."""
        self._refuse_foreign(path)
        with machine_failures():
            known = stage_parts(workspace(self.output), path, parts)
            stands = self._stands(path, known)
            if stands:
                staged(workspace(self.output), path).unlink()
        return StagedFile(path, known, changed=not stands)

    def standing_file(self, path: str, sha256: str) -> StagedFile | None:
        """The file at `path` if it is one of the site's own and has that hash already."""
        stands = self.standing.get(path) == sha256
        return StagedFile(path, sha256, changed=False) if stands else None

    def stamped(self) -> Seen:
        """The files of ours that stand, and their manifest, as they are found now."""
        paths = [f"{self.output}/{path}" for path in (*self.standing, self.record)]
        self.seen.sha256(paths[-1])
        return self.seen.seen(paths)

    def put(self, files: Iterable[StagedFile], kept: Iterable[str] = ()) -> Published:
        """Make the site hold `files` and what is `kept`, which must stand, and no more of ours.

        Raises OutputRefusedError before anything has changed, OutputFailedError where the
        machine fails, ValueError for a path twice.
        """
        with machine_failures():
            new, placed = self._staged(files, kept)
            removed = sorted(self.standing.keys() - new.keys())
            manifest = self._commit(new, placed, removed)
        whole = {f"{self.output}/{path}": one for path, one in new.items()}
        whole[f"{self.output}/{self.record}"] = manifest
        for place, known in whole.items():
            self.seen.wrote(place, known)
        self.seen.leave()
        gone = self.owned.keys() - new.keys() - set(removed)
        left = sorted(path for path in gone if (self.output / path).exists())
        return Published(
            tuple(sorted(placed)),
            tuple(removed),
            tuple(left),
            len(new) - len(placed),
            manifest,
            self.seen.seen(whole),
        )

    def _staged(
        self, files: Iterable[StagedFile], kept: Iterable[str]
    ) -> tuple[dict[str, str], list[str]]:
        """The hashes of the site as it will be, and the paths staged because they change."""
        new = {path: self.standing[path] for path in kept}
        placed = []
        for file in files:
            if file.path in new:
                raise ValueError(f"two files at {file.path!r}")
            new[file.path] = file.sha256
            if file.changed:
                placed.append(file.path)
        if both := new.keys() & {folder for path in new for folder in folders(path)}:
            raise ValueError(f"a file and a folder at {min(both)!r}")
        return new, placed

    def _refuse_foreign(self, path: str) -> None:
        if path == self.record or not is_site_path(path):
            raise ValueError(f"none of the site's files at {path!r}")

    def _stands(self, path: str, wanted: str) -> bool:
        return wanted == (self.standing.get(path) or digest(f"{self.output}/{path}"))

    def _commit(self, new: Mapping[str, str], placed: list[str], removed: list[str]) -> str:
        """Write the journal and carry it out; the manifest comes last, once all others stand.

        Its hash.
        """
        manifest = manifest_json(new)
        steps = _steps(new, placed, removed, self.owned)
        known = sha256(manifest).hexdigest()
        if not self._stands(self.record, known):
            stage(workspace(self.output), self.record, manifest)
            steps.append(Step(Action.PLACE, self.record, known, owned=True))
        if steps:
            refuse_obstacles(self.output, steps)
            write_journal(workspace(self.output), self.record, steps)
            finish(self.output)
        return known


@contextmanager
def publishing(
    output: Path, *, root: Path, inputs: Iterable[Path] = (), record: str = MANIFEST
) -> Iterator[Publication]:
    """Hold `output` for one publish, after finishing one that was interrupted.

    The output may not hold the project's `root`, nor hold or lie in one of its `inputs`; `record`
    is the manifest that says what is Recoupe's. An exception before anything has changed leaves the
    output as it was. Raises OutputRefusedError or OutputFailedError.
    """
    folder = output_folder(output, root=root, inputs=inputs)
    with ExitStack() as held:
        with machine_failures():
            folder.mkdir(parents=True, exist_ok=True)
            held.enter_context(locked(folder))
            finish(folder)
            owned, seen = owned_files(folder, record), SeenFiles(_seen_path(root, folder, record))
            standing = standing_files(folder, owned, seen)
            publication = Publication(folder, record, owned, standing, seen)
        try:
            yield publication
        finally:
            if not has_journal(workspace(folder)):
                discard(workspace(folder))


def _seen_path(root: Path, output: Path, record: str) -> str:
    """Where a project keeps what it last saw of one output."""
    name = sha256(os.fsencode(f"{output}\n{record}")).hexdigest()
    return f"{root}/{OUTPUTS}/{name}"


def _steps(
    new: Mapping[str, str], placed: list[str], removed: list[str], owned: Mapping[str, str]
) -> list[Step]:
    """Placing, then removing; a file in the place of a new folder, or the reverse, goes first."""
    wanted, made = set(placed), {folder for path in placed for folder in folders(path)}
    early = {path for path in removed if path in made or not wanted.isdisjoint(folders(path))}
    places = [
        Step(Action.PLACE, path, new[path], path in owned) for path in sorted(placed, key=_turn)
    ]
    removals = [Step(Action.REMOVE, path, owned[path], owned=True) for path in removed]
    return [
        *(step for step in removals if step.path in early),
        *places,
        *(step for step in removals if step.path not in early),
    ]


def _turn(path: str) -> tuple[int, str]:
    """The order of placing: what pages load, pages of facts, lists, the front page, the rest."""
    family, _, rest = path.partition("/")
    if family == "assets":
        return 0, path
    if path == "index.html":
        return 3, path
    if not path.endswith(".html"):
        return 4, path
    of_a_fact = family in ("claims", "sources", "discrepancies") and rest.count("/") == 1
    return (1 if of_a_fact else 2), path
