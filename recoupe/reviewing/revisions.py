"""The project's files as they stood at a revision of git, in a folder that is gone afterwards.

They are git's objects, byte for byte: `git archive` and checkouts heed a `.gitattributes` of the
very revision, by which a pull request could hide a file from its reviewers (`export-ignore`) or
write other bytes into it. Nothing is written into the repository, and no hook or filter runs.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from recoupe.folders import INPUTS

_PATIENCE = 60  # seconds for one git command; a large archive on a slow disk takes some
# A repository that was cloned in part would fetch what it lacks, by whatever program it names.
_ALONE = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "GIT_TERMINAL_PROMPT": "0"}
# Names of another repository that a hook of git's, or a shell, may have left: `root` names ours.
_ELSEWHERE = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX"}
_LINK = "120000"  # the mode of a symbolic link in git's trees
WORKING_TREE = "the files as they are"
_SHALLOW = (
    "this clone is shallow, older revisions are not in it: `git fetch --unshallow` gets them"
    " (in GitHub Actions: `fetch-depth: 0` for actions/checkout)"
)


class RevisionRefusedError(Exception):
    """A revision cannot be looked at; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class State:
    """One side of a comparison: `commit` is None for the files as they are."""

    name: str
    commit: str | None


def compared_states(root: Path, revisions: str) -> tuple[State, State]:
    """The older and the newer state that `revisions` names.

    `REV` is compared with the files as they are, `A..B` is two revisions, and `A...B` what B has
    changed since the two parted, as git has it; a side that is left out is `HEAD`. Raises
    RevisionRefusedError where there is no git, no repository or no such revision.
    """
    _require_repository(root)
    parting = "..." if "..." in revisions else ".."
    old, dots, new = revisions.partition(parting)
    if not dots:
        return _state(root, old), State(WORKING_TREE, None)
    older, newer = _state(root, old or "HEAD"), _state(root, new or "HEAD")
    return (_parted(root, older, newer) if parting == "..." else older), newer


@contextmanager
def standing_at(root: Path, state: State) -> Iterator[Path]:
    """A folder with the project as it is in `state`; one that was made for it is gone afterwards.

    Links are there as links, to be refused by who reads as they are elsewhere. Raises
    RevisionRefusedError where git fails.
    """
    if state.commit is None:
        yield root
        return
    with TemporaryDirectory(prefix="recoupe-") as made:
        folder = Path(made) / "project"
        folder.mkdir()
        _unpack(root, _entries(root, state.commit), folder)
        yield folder


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file or a link of a revision; `name` is that of its content among git's objects."""

    mode: str
    name: str
    path: str

    @property
    def is_link(self) -> bool:
        return self.mode == _LINK


def _entries(root: Path, commit: str) -> list[_Entry]:
    """What makes a site at `commit`, paths from `root`, wherever in the repository that stands."""
    listed = _told(root, "ls-tree", "-r", "-z", commit, "--", *INPUTS).decode(
        "utf-8", "surrogateescape"
    )
    parted = (line.partition("\t") for line in listed.split("\0") if line)
    told = ((about.split(), path) for about, _, path in parted)
    return [_Entry(mode, name, path) for (mode, kind, name), path in told if kind == "blob"]


def _unpack(root: Path, entries: list[_Entry], folder: Path) -> None:
    """Write `entries` below `folder`: links last, and as they are, so that nothing follows them."""
    ordered = sorted(entries, key=lambda entry: entry.is_link)
    for entry, content in zip(ordered, _contents(root, ordered), strict=True):
        path = folder / entry.path
        if ".." in Path(entry.path).parts or folder not in path.parents:
            raise RevisionRefusedError(f"`{entry.path}` is no path that git would make")
        path.parent.mkdir(parents=True, exist_ok=True)
        if entry.is_link:
            path.symlink_to(os.fsdecode(content))
        else:
            path.write_bytes(content)


def _contents(root: Path, entries: list[_Entry]) -> Iterator[bytes]:
    """What `entries` hold, as `git cat-file --batch` gives it: a line with its size, and it."""
    asked = "".join(f"{entry.name}\n" for entry in entries).encode("ascii")
    told = _told(root, "cat-file", "--batch", given=asked)
    at = 0
    for entry in entries:
        begin = told.index(b"\n", at) + 1
        about = told[at : begin - 1].split()
        if about[1:2] != [b"blob"]:
            raise RevisionRefusedError(f"this clone lacks {entry.path}: `git fetch` it in full")
        size = int(about[2])
        yield told[begin : begin + size]
        at = begin + size + 1


def _state(root: Path, name: str) -> State:
    found = _asked(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
    )
    if found is None:
        raise _refusal(root, f"git knows no revision `{name}`")
    return State(name, found.strip())


def _parted(root: Path, older: State, newer: State) -> State:
    found = _asked(root, "merge-base", str(older.commit), str(newer.commit))
    if found is None:
        raise _refusal(root, f"`{older.name}` and `{newer.name}` have no revision in common")
    return State(f"where {newer.name} left {older.name}", found.strip())


def _refusal(root: Path, message: str) -> RevisionRefusedError:
    if (_asked(root, "rev-parse", "--is-shallow-repository") or "").strip() == "true":
        return RevisionRefusedError(f"{message}; {_SHALLOW}")
    return RevisionRefusedError(f"{message}; `git log --oneline` lists those that there are")


def _require_repository(root: Path) -> None:
    if shutil.which("git") is None:
        raise RevisionRefusedError("there is no git here, and it alone knows what was before")
    try:
        _told(root, "rev-parse", "--git-dir")
    except RevisionRefusedError as refusal:
        raise RevisionRefusedError(f"git knows nothing of this folder: {refusal}") from None


def _asked(root: Path, *words: str) -> str | None:
    """What a git command prints; None where it has nothing to say but that it failed."""
    try:
        return _told(root, *words).decode("utf-8", "replace")
    except RevisionRefusedError:
        return None


def _told(root: Path, *words: str, given: bytes = b"") -> bytes:
    git = [str(shutil.which("git")), "--no-pager", "--literal-pathspecs", "-C", str(root)]
    try:
        ended = subprocess.run(  # noqa: S603  fixed words, and names that git has checked
            [*git, *words],
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            input=given,
            env={name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
            | _ALONE,
        )
    except subprocess.TimeoutExpired:
        raise RevisionRefusedError(f"git took more than {_PATIENCE} seconds") from None
    if ended.returncode:
        said = ended.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RevisionRefusedError(said[-1] if said else f"git {words[0]} failed")
    return ended.stdout
