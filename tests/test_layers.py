"""Imports point down the layers: a room knows only the rooms above it in docs/architecture.md."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "recoupe"
LAYERS = [
    {"folders"},
    {"memory"},
    {"text", "codes", "runs", "packs"},
    {"diagnostics", "values"},
    {"model"},
    {"prose"},
    {"reading"},
    {"anchoring"},
    {"comparing"},
    {"linting"},
    {"proving"},
    {"locale"},
    {"pages"},
    {"writing"},
    {"exports", "picturing", "searching"},
    {"making"},
    {"loading"},
    {"pipeline"},
    {"verifying", "editing", "parts"},
    {"reviewing"},
    {"serving", "terminal"},
    {"options"},
    {"commands"},
    {"cli"},
    {"__main__"},
]
RANK = {room: rank for rank, rooms in enumerate(LAYERS) for room in rooms}


def room_of(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(module: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= (
                {f"recoupe.{one.name}" for one in node.names}
                if node.module == "recoupe"
                else {node.module}
            )
        elif isinstance(node, ast.Import):
            names |= {one.name for one in node.names}
    return {name.split(".")[1] for name in names if name.startswith("recoupe.")}


MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_module_imports_only_from_rooms_above_its_own(module: Path) -> None:
    room = room_of(module)
    if room == "__init__":
        return

    upward = {other for other in imported_rooms(module) if RANK[other] > RANK[room]}

    assert upward == set()


def test_every_room_has_its_layer() -> None:
    rooms = {room_of(module) for module in MODULES} - {"__init__"}

    assert rooms <= RANK.keys()


def test_no_two_rooms_of_one_layer_import_each_other() -> None:
    edges = {(room_of(module), other) for module in MODULES for other in imported_rooms(module)}

    assert not {(a, b) for a, b in edges if a != b and (b, a) in edges and a != "__init__"}
