"""The text of a source as it was when it was checked, where that can be known.

Known is what has the hash of the pin: a version of the file in git, or the body that a published
site shows, whose own hashes say of which file it is. Nothing else is taken for it, however likely.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from recoupe.anchoring.anchored import AnchoredSource
from recoupe.anchoring.bodies import anchored_source
from recoupe.diagnostics import Report
from recoupe.editing.published_bodies import published_body
from recoupe.model import Source
from recoupe.reading.folders import SEEDS
from recoupe.text import Span, Text

_VERSIONS = 200  # of a file in git that are looked at; each is read whole
_PATIENCE = 20  # seconds for one git command; a repository on a lost network drive never answers
# A repository that was cloned in part would fetch what it lacks, by whatever program it names.
_ALONE = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "GIT_TERMINAL_PROMPT": "0"}


@dataclass(frozen=True, slots=True)
class Earlier:
    """A source with the text that it had; `origin` says whence that is known.

    `whole` is false where only the body is known: then lines of the file cannot be told.
    """

    anchored: AnchoredSource
    origin: str
    whole: bool = True


def earlier(root: Path, source: Source) -> Earlier | None:
    """`source` as it was when its pin was written; None where its text then is not known."""
    if source.pin is None or source.pin == source.file_sha256:
        return None
    return _from_git(root, source, source.pin) or _from_site(root, source, source.pin)


def _from_git(root: Path, source: Source, pin: str) -> Earlier | None:
    found = _in_git(root, f"{SEEDS}/{source.file}", pin)
    if found is None:
        return None
    revision, content = found
    try:
        captured = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    anchored = anchored_source(replace(source, captured=captured, file_sha256=pin), Report())
    return None if anchored is None else Earlier(anchored, f"git, {revision[:10]}")


def _from_site(root: Path, source: Source, pin: str) -> Earlier | None:
    found = published_body(root, source)
    if found is None:
        return None
    padded = " " * found.start + found.text  # so that spans count as they do in the file
    was = replace(source, captured=padded, file_sha256=pin)
    body = Span(found.start, len(padded))
    return Earlier(AnchoredSource(was, body, Text(found.text)), "the published site", whole=False)


def _in_git(root: Path, path: str, digest: str) -> tuple[str, bytes] | None:
    """The last revision in which `path` had the hash `digest`, and its content.

    Only commands are called that run no filter, pager or signature check of the repository's own.
    """
    listed = _git(root, "rev-list", f"--max-count={_VERSIONS}", "HEAD", "--", path)
    for revision in (listed or b"").decode("ascii", "replace").split():
        content = _git(root, "cat-file", "blob", f"{revision}:./{path}")
        if content is not None and sha256(content).hexdigest() == digest:
            return revision, content
    return None


def _git(root: Path, *words: str) -> bytes | None:
    """What a git command prints; None where it fails, or where there is no git."""
    git = shutil.which("git")
    if git is None:
        return None
    try:
        ended = subprocess.run(  # noqa: S603  fixed words, and a path of the project's own
            [git, "--no-pager", "--literal-pathspecs", "-C", str(root), *words],
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            stdin=subprocess.DEVNULL,
            env=os.environ | _ALONE,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return ended.stdout if ended.returncode == 0 else None
