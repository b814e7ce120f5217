"""What stands in the output folder, told without following a link and without changing anything."""

from collections.abc import Iterable, Mapping
from hashlib import file_digest
from pathlib import Path, PurePosixPath

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


def digest(path: Path) -> str | None:
    """The hex SHA-256 of the file at `path`; None where there is none (a link is none)."""
    if path.is_symlink() or not path.is_file():
        return None
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def standing_files(output: Path, owned: Mapping[str, str]) -> dict[str, str]:
    """Those of the owned files that stand in the output as they were written."""
    return {path: known for path, known in owned.items() if digest(output / path) == known}


def first_obstacle(output: Path, paths: Iterable[str]) -> Path | None:
    """What forbids to write at one of `paths`: a link, a file for a folder, a folder for a file.

    Regular files at the paths themselves are no obstacles here: who owns them, the caller knows.
    """
    paths = list(paths)
    folders = {PurePosixPath(path).parent for path in paths}
    folders |= {parent for folder in folders for parent in folder.parents}
    for folder in sorted(folders):
        place = output / folder
        if folder.parts and (place.is_symlink() or (place.exists() and not place.is_dir())):
            return place
    for path in paths:
        place = output / path
        if place.is_symlink() or (place.exists() and not place.is_file()):
            return place
    return None
