"""A part's folder: emptied for a new part, filled, and opened again, each byte held to its hash.

The marker comes last, so that what an interrupted build leaves is no part. Only what looks like a
part is ever removed.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from stat import S_ISREG

from recoupe.packs import is_pack
from recoupe.parts.markers import (
    FORM,
    MARKER,
    PAGES,
    PICTURES,
    Marker,
    OtherFormError,
    marker_json,
    read_marker,
)
from recoupe.parts.records import PartPages, decoded_pages
from recoupe.picturing.store import Store, is_stored
from recoupe.writing.lock import locked
from recoupe.writing.output import output_folder
from recoupe.writing.refusals import OutputRefusedError, PartRefusedError, machine_failures


@dataclass(frozen=True, slots=True)
class Part:
    """A part that somebody made, in `folder`; nothing but its marker was looked at."""

    folder: Path
    marker: Marker

    @property
    def packs(self) -> list[Path]:
        """Where its contents lie."""
        return [self.folder / name for name in self.marker.files if is_pack(name)]

    @property
    def store(self) -> Store:
        """Where its pictures are."""
        return Store(self.folder / PICTURES, sealed=False)

    @property
    def pictures(self) -> list[str]:
        """The keys of its pictures."""
        above = f"{PICTURES}/"
        return [name.removeprefix(above) for name in self.marker.files if name.startswith(above)]

    def pages(self) -> PartPages:
        """Its pages, once all files are proved; raises PartRefusedError for a damaged one."""
        for name, known in self.marker.files.items():
            if _digest(self.folder / name) != known:
                raise PartRefusedError(_damaged(self.folder, name))
        sizes = {path.name: path.stat().st_size for path in self.packs}
        try:
            return decoded_pages((self.folder / PAGES).read_bytes(), sizes)
        except (OSError, ValueError, RecursionError) as error:
            raise PartRefusedError(_damaged(self.folder, PAGES)) from error


def opened(folder: Path) -> Part:
    """The part in `folder`. Raises PartRefusedError where there is none, or a damaged one."""
    try:
        return Part(folder, read_marker((folder / MARKER).read_bytes()))
    except OSError as error:
        raise PartRefusedError(f"{folder} is no part of a site: it has no {MARKER}") from error
    except OtherFormError as error:
        raise PartRefusedError(
            f"{folder} is of format {error}, and this version of Recoupe reads {FORM}"
        ) from error
    except (ValueError, KeyError, RecursionError) as error:
        raise PartRefusedError(_damaged(folder, MARKER)) from error


@contextmanager
def emptied(folder: Path, *, root: Path, inputs: Iterable[Path]) -> Iterator[Path]:
    """Hold `folder` for a new part, without the one that was there before.

    Raises OutputRefusedError, before anything has changed, where it holds anything else.
    """
    folder = output_folder(folder, root=root, inputs=inputs)
    with machine_failures():
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder):
            for path in sorted(_own_files(folder)):
                path.unlink()
            yield folder


def finish_part(folder: Path, marker: Marker) -> None:
    """Make a part of the files in `folder`: from here on it can be merged."""
    (folder / MARKER).write_bytes(marker_json(marker))


def file_hashes(folder: Path) -> dict[str, str]:
    """The hex SHA-256 of all files of a part in the making, by their names in it."""
    names = sorted(path.relative_to(folder).as_posix() for path in _own_files(folder))
    return {name: _digest(folder / name) or "" for name in names}


def _own_files(folder: Path) -> Iterator[Path]:
    """The files in `folder`. Raises OutputRefusedError where one of them can be in no part."""
    for path in folder.iterdir():
        if path.name == PICTURES and path.is_dir() and not path.is_symlink():
            for picture in path.iterdir():
                yield _own(picture, folder, ours=is_stored(picture.name))
        else:
            yield _own(path, folder, ours=path.name in (MARKER, PAGES) or is_pack(path.name))


def _own(path: Path, folder: Path, *, ours: bool) -> Path:
    if ours and S_ISREG(path.lstat().st_mode):
        return path
    name = path.relative_to(folder).as_posix()
    raise OutputRefusedError(f"{folder} holds {name}, which is in no part; choose another folder")


def _digest(path: Path) -> str | None:
    """The hex SHA-256 of the file at `path`; None where there is none (a link is none)."""
    try:
        if not S_ISREG(os.lstat(path).st_mode):
            return None
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _damaged(folder: Path, name: str) -> str:
    there = os.path.lexists(folder / name)
    state = f"{name} is not as it was written" if there else f"{name} is missing"
    return f"{folder} is damaged: {state}; fetch it again, or build it again"
