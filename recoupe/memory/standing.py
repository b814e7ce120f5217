"""Whether a command has nothing to do, because all that it read and wrote stands as it left it.

That is asked before anything else is loaded, and answered by `stat` where that is enough. It is
asked of the same words typed in the same place, so that no option need be understood here. Whatever
is unclear is answered with no: then the build finds out.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from recoupe.folders import INPUTS, STANDING
from recoupe.memory.program import installed, program_files
from recoupe.memory.seal import sealed, unsealed
from recoupe.memory.stamps import Seen, files_below, seen, stands
from recoupe.memory.writing import write_anew

_FORM = "1"  # raised when the file is written otherwise


class Standing:
    """What a build without errors left: what it said, what it read, what it wrote.

    `said` is for a person; `report` are its diagnostics in JSON, empty where there are none.
    """

    __slots__ = ("read", "report", "said", "written")

    def __init__(self, said: str, report: str, read: Seen, written: Seen) -> None:
        self.said, self.report, self.read, self.written = said, report, read, written


def root_of(arguments: Sequence[str]) -> str | None:
    """The project's folder, as the words of a command name it; None where they do so twice."""
    named = [number for number, word in enumerate(arguments) if word.startswith("--root")]
    if not named:
        return "."
    option, parted, root = arguments[named[0]].partition("=")
    if len(named) > 1 or option != "--root":
        return None
    return root if parted else "".join(arguments[named[0] + 1 : named[0] + 2]) or None


def standing(arguments: Sequence[str]) -> Standing | None:
    """What the last build said, if it was asked for in these words and all of it still stands."""
    root = root_of(arguments)
    known = None if root is None else _remembered(root, arguments)
    if root is None or known is None:
        return None
    if set(_inputs(root)) != known.read.keys():
        return None
    read, written = _as_before(known.read), _as_before(known.written)
    if read is None or written is None:
        return None
    if (read, written) != (known.read, known.written):
        remember(arguments, Standing(known.said, known.report, read, written))
    return known


def remember(arguments: Sequence[str], left: Standing) -> None:
    """Write down what a build has left; where that fails, the next one has more to do."""
    root = root_of(arguments)
    if root is None:
        return
    lines = [_key(arguments), left.said.replace("\n", "\r"), left.report]
    for files in (left.read, left.written):
        lines += (f"{digest} {stamp} {path}" for path, (stamp, digest) in files.items())
        lines.append("")
    path = f"{root}/{STANDING}"
    try:
        content = "\n".join(lines).encode("utf-8", "surrogateescape")
        if content.count(b"\n") != len(lines) - 1:
            return  # a path of several lines
        write_anew(path, sealed(content))
    except OSError:
        return


def snapshot(arguments: Sequence[str]) -> Seen | None:
    """The files that a build is about to read; None where they cannot be told by their names."""
    root = root_of(arguments)
    if root is None:
        return None
    known = _remembered(root, arguments)
    try:
        return seen(_inputs(root), known.read if known else None)
    except OSError:
        return None


def _inputs(root: str) -> Iterator[str]:
    return files_below(f"{root}/{name}" for name in INPUTS)


def _remembered(root: str, arguments: Sequence[str]) -> Standing | None:
    try:
        with open(f"{root}/{STANDING}", "rb") as file:
            content = unsealed(file.read())
    except OSError:
        return None
    if content is None:
        return None
    key, said, report, *rest = content.decode("utf-8", "surrogateescape").split("\n")
    if key != _key(arguments):
        return None
    parted = rest.index("")
    return Standing(
        said.replace("\r", "\n"), report, _files(rest[:parted]), _files(rest[parted + 1 : -1])
    )


def _files(lines: Iterable[str]) -> Seen:
    parts = (line.split(" ", 2) for line in lines)
    return {path: (stamp, digest) for digest, stamp, path in parts}


def _as_before(files: Seen) -> Seen | None:
    """The files with their stamps of now; None where one is not what it was."""
    now = {}
    for path, before in files.items():
        found = stands(path, before)
        if found is None:
            return None
        now[path] = found
    return now


def _key(arguments: Sequence[str]) -> str:
    """Of what else a build depends on: words, place, and the program with all that it uses."""
    parts = [_FORM, os.getcwd(), *arguments, *installed()]
    for path in program_files():
        status = os.stat(path)
        parts.append(f"{path} {status.st_size} {status.st_mtime_ns}")
    return sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
