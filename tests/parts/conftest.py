"""The small project of the pages' tests, built in parts by machines that share nothing.

Compiled templates alone go from one to the other: they take most of so small a build's time.
"""

import shutil
from pathlib import Path

import pytest

from recoupe.folders import TEMPLATES
from recoupe.parts.building import build_part
from recoupe.parts.merging import merge
from recoupe.parts.shards import Shard
from recoupe.pipeline import Built, build
from recoupe.runs import Run
from tests.making.test_kept_pages import tree, written


class Works:
    """The project as it is before any edit, and its parts and sites, each built once."""

    def __init__(self, folder: Path) -> None:
        self.root, self.caches = written(folder / "project"), folder / "caches"
        self._folder = folder
        self._parts: dict[tuple[int, bool], list[Path]] = {}
        self._sites: dict[bool, dict[str, bytes]] = {}

    def parts(self, count: int, *, quick: bool = True) -> list[Path]:
        """All of so many parts; they are not to be changed."""
        key = count, quick
        if key not in self._parts:
            into = self._folder / f"{count} {quick}"
            self._parts[key] = built_parts(self.root, count, into, quick=quick)
        return self._parts[key]

    def site(self, *, quick: bool = True) -> dict[str, bytes]:
        """The files of the site that is built in one."""
        if quick not in self._sites:
            self._sites[quick] = whole_site(self.root, quick=quick)
        return self._sites[quick]


@pytest.fixture(scope="session")
def all_works(tmp_path_factory: pytest.TempPathFactory) -> Works:
    """What tests share; they ask for `works`, which has a key for what builds leave."""
    return Works(tmp_path_factory.mktemp("works"))


@pytest.fixture
def works(all_works: Works, monkeypatch: pytest.MonkeyPatch) -> Works:
    """The project before any edit, with its parts and sites."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(all_works.caches))
    return all_works


@pytest.fixture
def root(tmp_path: Path, works: Works) -> Path:
    """The project on the machine that merges, to be edited."""
    return machine_with(works.root, tmp_path / "project")


def machine_with(root: Path, folder: Path) -> Path:
    """A copy of a project on a machine that has built nothing."""
    shutil.copytree(root, folder, ignore=shutil.ignore_patterns(".recoupe", "site", "part-*"))
    if (root / TEMPLATES).exists():
        shutil.copytree(root / TEMPLATES, folder / TEMPLATES)
    return folder


def built_parts(root: Path, count: int, into: Path, *, quick: bool = True) -> list[Path]:
    """The folders of all parts, each made by another machine."""
    made = []
    for number in range(1, count + 1):
        machine = machine_with(root, into / "machine")
        shard = Shard(number, count)
        built = build_part(machine, shard, into / shard.folder, quick=quick, run=Run(1))
        assert built.share is not None
        if not (root / TEMPLATES).exists():
            shutil.copytree(machine / TEMPLATES, root / TEMPLATES)
        shutil.rmtree(machine)
        made.append(built.output)
    return made


def merged(root: Path, parts: list[Path], *, quick: bool = True) -> Built:
    """What merging did, on a machine that keeps nothing of builds before."""
    for kept in ("pages", "facts", "proofs", "pictures", "seen"):
        path = root / ".recoupe" / kept
        if path.is_file():
            path.unlink()
        elif path.exists():
            shutil.rmtree(path)
    return merge(root, parts, quick=quick, run=Run(1))


def whole_site(root: Path, *, quick: bool = True) -> dict[str, bytes]:
    """The files of the site that is built in one."""
    machine = machine_with(root, root.parent / "whole")
    build(machine, quick=quick, run=Run(1))
    files = tree(machine / "site")
    shutil.rmtree(machine)
    return files
