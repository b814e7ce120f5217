"""A small project under git, in a folder below its repository's own, as some are."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

CASE = Path(__file__).parents[1] / "cases" / "comparing" / "conflict-described"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A project whose first state is committed and tagged `first`."""

    root: Path

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.root / path
        content = file.read_text("utf-8")
        assert old in content
        file.write_text(content.replace(old, new), "utf-8")

    def git(self, *words: str) -> str:
        own = ["user.name=Test", "user.email=test@example.org", "commit.gpgsign=false"]
        settings = [word for one in own for word in ("-c", one)]
        command = ["git", "-C", self.root, *settings, *words]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def commit(self, message: str) -> None:
        self.git("add", "--all", ".")
        self.git("commit", "--quiet", f"--message={message}")


@pytest.fixture
def reviewed(tmp_path: Path) -> Reviewed:
    repository = tmp_path / "repository"
    made = Reviewed(Path(shutil.copytree(CASE, repository / "checks")))
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", repository], check=True)
    made.commit("first")
    made.git("tag", "first")
    return made
