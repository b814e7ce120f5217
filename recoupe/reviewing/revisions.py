"""The project's files as they stood at a revision of git, in a folder that is gone afterwards.

They come out of `git archive`, not of a worktree: nothing is written into the repository, no hook
runs, and a worktree that a killed process left behind would be in the way of the next.
"""

import os
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from recoupe.folders import INPUTS

_PATIENCE = 60  # seconds for one git command; a large archive on a slow disk takes some
# A repository that was cloned in part would fetch what it lacks, by whatever program it names.
_ALONE = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "GIT_TERMINAL_PROMPT": "0"}
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

    Links that lead out of it are left out. Raises RevisionRefusedError where git fails.
    """
    if state.commit is None:
        yield root
        return
    with TemporaryDirectory(prefix="recoupe-") as made:
        folder = Path(made) / "project"
        folder.mkdir()
        if kept := _kept_folders(root, state.commit):
            archive = Path(made) / "project.tar"
            words = ("archive", "--format=tar", f"--output={archive}", state.commit, "--", *kept)
            _told(root, *words)
            with tarfile.open(archive) as packed:
                packed.extractall(folder, filter=_harmless)  # noqa: S202  see _harmless
            archive.unlink()
        yield folder


def _kept_folders(root: Path, commit: str) -> list[str]:
    """What makes a site and is there at `commit`; git counts from `root`, wherever that stands."""
    return _told(root, "ls-tree", "--name-only", commit, "--", *INPUTS).split()


def _harmless(member: tarfile.TarInfo, path: str) -> tarfile.TarInfo | None:
    try:
        return tarfile.data_filter(member, path)
    except tarfile.FilterError:
        return None


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
        return _told(root, *words)
    except RevisionRefusedError:
        return None


def _told(root: Path, *words: str) -> str:
    try:
        ended = subprocess.run(  # noqa: S603  fixed words, and names that git has checked
            [
                str(shutil.which("git")),
                "--no-pager",
                "--literal-pathspecs",
                "-C",
                str(root),
                *words,
            ],
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            stdin=subprocess.DEVNULL,
            env=os.environ | _ALONE,
        )
    except subprocess.TimeoutExpired:
        raise RevisionRefusedError(f"git took more than {_PATIENCE} seconds") from None
    if ended.returncode:
        said = ended.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RevisionRefusedError(said[-1] if said else f"git {words[0]} failed")
    return ended.stdout.decode("utf-8", "replace")
