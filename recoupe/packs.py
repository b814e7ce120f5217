"""Contents kept between builds, compressed, many to a file: ten thousand small files are dear.

A pack is only ever added to, by the one process that began it, and known by the places of what is
in it and their hashes. So packs that are truncated, gone or somebody else's cost time and no more.
"""

import errno
import os
import re
import shutil
import sys
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

import zstandard

from recoupe.memory.forgetting import forget
from recoupe.memory.writing import make_folder, new_path

_LEVEL = 1  # zstd's: a seventh of the size at half a gigabyte a second; more effort saves little
_WASTE = 2  # times the bytes in use that packs may take, before all is packed anew
_MOST = 32  # packs that one build has to open: each edit begins one
_OURS = re.compile(r"[0-9a-f]{16}\.pack")


def is_pack(name: str) -> bool:
    """Whether a file is called as packs are."""
    return _OURS.fullmatch(name) is not None


@dataclass(frozen=True, slots=True)
class Packed:
    """Where a content lies: `length` bytes from `start` on in a pack, `size` when unpacked."""

    pack: str
    start: int
    length: int
    size: int
    sha256: bytes


class Packs:
    """The packs in one folder, which may be removed at any time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._compressor = zstandard.ZstdCompressor(level=_LEVEL)
        self._decompressor = zstandard.ZstdDecompressor()
        self._opened = _OpenedFiles()
        self._pack: str | None = None
        self._owner = 0

    def keep(self, content: bytes) -> Packed | None:
        """Keep `content`; None where that cannot be done."""
        packed = self._compressor.compress(content)
        try:
            name, start = self._added(packed)
        except OSError:
            return None
        return Packed(name, start, len(packed), len(content), sha256(content).digest())

    def content(self, packed: Packed) -> bytes | None:
        """What was kept; None where it is no longer there as it was."""
        if not is_pack(packed.pack):
            return None
        try:
            found = self._found(packed)
            if zstandard.frame_content_size(found) != packed.size:  # nothing larger is unpacked
                return None
            content = self._decompressor.decompress(found)
        except (OSError, ValueError, zstandard.ZstdError):
            return None
        return content if sha256(content).digest() == packed.sha256 else None

    def adopt(self, pack: Path) -> None:
        """Take in a copy of a pack that lies elsewhere. Raises OSError, ValueError for no pack."""
        if not is_pack(pack.name):
            raise ValueError(f"{pack} has not the name of a pack")
        make_folder(str(self._folder))
        new = Path(new_path(str(self._folder / pack.name)))
        shutil.copyfile(pack, new)
        new.replace(self._folder / pack.name)

    def forget(self, but: Collection[str]) -> None:
        """Remove all packs but some; nothing else, and none behind a link."""
        forget(self._folder, _OURS, but=but)

    def tidied(self, kept: Iterable[Packed]) -> list[Packed | None]:
        """The same contents, all in one pack where more is out of use than in use, or packs many.

        None stands for what is no longer there. Raises OSError where nothing can be written.
        """
        kept = list(kept)
        few = len({one.pack for one in kept}) <= _MOST
        if few and self._size() <= _WASTE * sum(one.length for one in kept):
            return [*kept]
        self._pack = None
        return [self._moved(one) for one in kept]

    def _size(self) -> int:
        """The bytes of all packs."""
        found = (one for one in os.scandir(self._folder) if is_pack(one.name))
        return sum(one.stat(follow_symlinks=False).st_size for one in found)

    def _moved(self, packed: Packed) -> Packed | None:
        """The same in the newest pack, without a look at it; None where it is gone."""
        try:
            found = self._found(packed)
        except OSError:
            return None
        name, start = self._added(found)
        return replace(packed, pack=name, start=start)

    def _found(self, packed: Packed) -> bytes:
        return self._opened.read(f"{self._folder}/{packed.pack}", packed.start, packed.length)

    def _added(self, packed: bytes) -> tuple[str, int]:
        """The pack and the place that something got."""
        name = self._own_pack()
        with (self._folder / name).open("ab", buffering=0) as pack:
            start = pack.tell()
            if pack.write(packed) != len(packed):
                raise OSError(errno.ENOSPC, "written in part")
        return name, start

    def _own_pack(self) -> str:
        """The pack of this process; a copy of the process begins one of its own."""
        if self._pack is None or self._owner != os.getpid():
            make_folder(str(self._folder))
            self._pack, self._owner = f"{token_hex(8)}.pack", os.getpid()
        return self._pack


class _OpenedFiles:
    """Files that are opened once for many reads, until nobody has this any more.

    Processes that come of one share its files with their places, so that none is ever moved to.
    """

    def __init__(self) -> None:
        self._descriptors: dict[str, int] = {}

    def read(self, path: str, start: int, length: int) -> bytes:
        """Some of the bytes of a file, as many as there are. Raises OSError as `open` does."""
        if sys.platform == "win32":  # where a file that is open cannot be removed
            with Path(path).open("rb") as file:
                file.seek(start)
                return file.read(length)
        opened = self._descriptors.get(path)
        if opened is None:
            opened = self._descriptors[path] = os.open(path, os.O_RDONLY)
        return os.pread(opened, length, start)

    def __del__(self) -> None:
        for opened in self._descriptors.values():
            os.close(opened)
