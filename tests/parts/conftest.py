"""The small project of the pages' tests, built in parts."""

import shutil
from pathlib import Path

import pytest

from recoupe.parts.building import build_part
from recoupe.parts.merging import merge
from recoupe.parts.shards import Shard
from recoupe.pipeline import Built, build
from recoupe.runs import Run
from tests.making.test_kept_pages import tree, written


@pytest.fixture
def root(tmp_path: Path, caches: Path) -> Path:
    """The project on the machine that merges."""
    assert caches
    return written(tmp_path / "project")


def built_parts(root: Path, count: int, *, quick: bool = True, drafts: bool = False) -> list[Path]:
    """The folders of all parts, each made by a machine that has nothing but the project."""
    made = []
    for number in range(1, count + 1):
        machine = root.parent / "machine"
        ignored = shutil.ignore_patterns(".recoupe", "site", "part-*")
        shutil.copytree(root, machine, ignore=ignored)
        shard = Shard(number, count)
        folder = root.parent / shard.folder
        built = build_part(machine, shard, folder, quick=quick, drafts=drafts, run=Run(1))
        assert built.share is not None
        shutil.rmtree(machine)
        made.append(folder)
    return made


def merged(root: Path, parts: list[Path], *, quick: bool = True, drafts: bool = False) -> Built:
    """What merging did, on a machine that has no memory of its own."""
    shutil.rmtree(root / ".recoupe", ignore_errors=True)
    return merge(root, parts, quick=quick, drafts=drafts, run=Run(1))


def whole_site(root: Path, *, quick: bool = True) -> dict[str, bytes]:
    """The files of the site that is built in one."""
    copy = root.parent / "whole"
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns(".recoupe", "site", "part-*"))
    build(copy, quick=quick, run=Run(1))
    files = tree(copy / "site")
    shutil.rmtree(copy)
    return files
