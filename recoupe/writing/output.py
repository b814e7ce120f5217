"""What stands in the output folder, told without following a link and without changing anything."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from recoupe.memory.seen_files import SeenFiles
from recoupe.writing.refusals import OutputRefusedError


def output_folder(output: Path, *, root: Path, inputs: Iterable[Path]) -> Path:
    """`output`, resolved; raises OutputRefusedError where a site would bury what it is made of."""
    folder = output.resolve()
    for source in (root, *inputs):
        if source.resolve().is_relative_to(folder):
            raise OutputRefusedError(f"{output} holds {source}; choose a folder of its own")
    for source in inputs:
        if folder.is_relative_to(source.resolve()):
            raise OutputRefusedError(f"{output} lies in {source}; choose a folder of its own")
    if folder.exists() and not folder.is_dir():
        raise OutputRefusedError(f"{output} is a file; choose a folder")
    return folder


def digest(path: str | Path) -> str | None:
    """The hex SHA-256 of the file at `path`; None where there is none (a link is none)."""
    if not S_ISREG(_mode(path)):
        return None
    with open(path, "rb") as file:  # noqa: PTH123  ten thousand paths are dear as objects
        return sha256(file.read()).hexdigest()


def standing_files(output: Path, owned: Mapping[str, str], seen: SeenFiles) -> dict[str, str]:
    """Those of the owned files that stand in the output as they were written."""
    return {
        path: known for path, known in owned.items() if seen.sha256(f"{output}/{path}") == known
    }


def first_obstacle(
    output: Path, paths: Iterable[str], going: Collection[str] = frozenset()
) -> Path | None:
    """What forbids to write at one of `paths`: a link, a file for a folder, a folder for a file.

    The files that are `going` to be removed before forbid nothing. Regular files at the paths
    themselves are no obstacles here: who owns them, the caller knows.
    """
    paths = list(paths)
    for folder in sorted({folder for path in paths for folder in folders(path)}.difference(going)):
        if (mode := _mode(f"{output}/{folder}")) and not S_ISDIR(mode):
            return output / folder
    for path in paths:
        mode = _mode(f"{output}/{path}")
        room = S_ISDIR(mode) and _vanishes(output / path, output, going)
        if mode and not S_ISREG(mode) and not room:
            return output / path
    return None


def _vanishes(folder: Path, output: Path, going: Collection[str]) -> bool:
    """Whether nothing is left of `folder` when the files that are `going` are gone."""
    emptied = {above for path in going for above in folders(path)}
    return all(
        found.relative_to(output).as_posix() in (going if S_ISREG(_mode(found)) else emptied)
        for found in [folder, *folder.rglob("*")]
    )


def folders(path: str) -> Iterator[str]:
    """The folders that a path of the site lies in, innermost first, without the output itself."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _mode(path: str | Path) -> int:
    """What stands at `path`, a link as itself; 0 where nothing does."""
    try:
        return os.lstat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return 0
