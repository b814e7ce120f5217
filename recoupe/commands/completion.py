"""What a shell completes in a command: ids of this project, and names that git knows.

It is asked at every press of a key, so it looks at names of files and reads none of them. Shells
put in what they are told without quoting it: a name with a sign that means something to them, which
a file or a branch of a stranger's may have, is not told.
"""

import re
import shutil
import subprocess
from pathlib import Path

import click
from click.shell_completion import CompletionItem

COMPLETION = "_RECOUPE_COMPLETE"  # click's own name for where a shell says what it wants
_HARMLESS = re.compile(r"[\w@+][\w./@+-]*")  # to every shell, and no option either
_PATIENCE = 2  # seconds for git; nobody waits longer for a word


def source_ids(
    context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The ids of sources that begin with what was typed."""
    folder = Path(context.params.get("root") or ".") / "facts" / "sources"
    ids = {path.stem for path in folder.rglob("*.y*ml") if _HARMLESS.fullmatch(path.stem)}
    return [CompletionItem(id) for id in sorted(ids) if id.startswith(incomplete)]


def revisions(
    context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Branches and tags that begin with what was typed, behind the dots of a range too."""
    before, dots, typed = incomplete.rpartition("..")
    names = ["HEAD", *sorted(_git_names(str(context.params.get("root") or ".")))]
    return [CompletionItem(f"{before}{dots}{name}") for name in names if name.startswith(typed)]


def _git_names(root: str) -> list[str]:
    git = shutil.which("git")
    if git is None:
        return []
    words = ["for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes"]
    try:
        told = subprocess.run(  # noqa: S603  fixed words
            [git, "-C", root, *words], capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return []
    names = told.stdout.decode("utf-8", "replace").splitlines()
    return [name for name in names if _HARMLESS.fullmatch(name)]
