"""What an editor completes, explains and underlines, by the server that most of them run."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from recoupe.editing.schemas import known_names, write_schemas
from recoupe.loading import load
from tests.editing.language_server import Editor, editor

ROOT = Path(__file__).parents[2]
SERVER = ROOT / "tests/browser/node_modules/yaml-language-server/bin/yaml-language-server"
CLAIM = """\
# yaml-language-server: $schema=../../.recoupe/schemas/claim.json
claim: Une phrase.
tags: [audience]
accounts:
  - source: depeche
    stance: supports
    quotes:
      - Parler, qui revendique 20 millions de membres
verdict:
  rating: revendique
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("editor")
    for folder in ("facts", "seeds"):
        shutil.copytree(ROOT / folder, made / folder)
    loaded = load(made)
    write_schemas(made / ".recoupe/schemas", known_names(made, loaded.project, loaded.report))
    return made


@pytest.fixture(scope="module")
def desk(root: Path) -> Iterator[Editor]:
    node = shutil.which("node")
    if node is None or not SERVER.is_file():
        missing = "no yaml-language-server: run `npm ci` in tests/browser"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    with editor([node, str(SERVER), "--stdio"], root) as opened:
        yield opened


@pytest.fixture
def claim(root: Path, request: pytest.FixtureRequest) -> Path:
    """Where a claim may be written, one for each test: the server remembers what is open."""
    return root / "facts/claims" / f"new-{abs(hash(request.node.name))}.yaml"


def place(text: str, words: str) -> tuple[int, int]:
    """The line and column, from 0, right behind `words`."""
    before = text[: text.index(words) + len(words)]
    return before.count("\n"), len(before) - before.rfind("\n") - 1


def test_sound_file_is_not_underlined(desk: Editor, claim: Path) -> None:
    claim.write_text(CLAIM, "utf-8")

    assert desk.open(claim) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("verdict:", "verdicts:"),
        ("rating: revendique", "rating: revendiqué"),
        ("source: depeche", "source: depesche"),
        ("stance: supports", "stance: support"),
    ],
    ids=["key", "rating", "source", "stance"],
)
def test_what_the_build_refuses_is_underlined(
    desk: Editor, claim: Path, right: str, wrong: str
) -> None:
    text = CLAIM.replace(right, wrong)
    claim.write_text(text, "utf-8")

    underlined = {one["range"]["start"]["line"] for one in desk.open(claim)}

    assert place(text, wrong)[0] in underlined


def test_tag_without_a_label_is_not_underlined(desk: Editor, claim: Path) -> None:
    claim.write_text(CLAIM.replace("[audience]", "[some-other]"), "utf-8")

    assert desk.open(claim) == []


@pytest.mark.parametrize(
    ("old", "typed", "offered"),
    [
        ("source: depeche", "source: ", {"depeche", "presse-citron", "retour-gafam"}),
        ("rating: revendique", "rating: ", {"revendique", "recoupe"}),
        ("stance: supports", "stance: ", {"supports", "disputes", "neutral"}),
        ("verdict:\n  rating: revendique\n", "q", {"question"}),
        ("rating: revendique", "s", {"summary", "rating"}),
    ],
    ids=["sources", "ratings", "stances", "keys", "keys of a verdict"],
)
def test_keys_and_ids_are_completed(
    desk: Editor, claim: Path, old: str, typed: str, offered: set[str]
) -> None:
    text = CLAIM.replace(old, typed)
    claim.write_text(text, "utf-8")
    desk.open(claim)
    at = CLAIM.index(old) + len(typed)

    line = text[:at].count("\n")

    assert offered <= desk.completed(claim, line, at - text[:at].rfind("\n") - 1)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("stance", "speaks of it without settling it"),
        ("tags", "Subjects"),
        ("rating", "facts/site.yaml"),
    ],
)
def test_key_is_explained(desk: Editor, claim: Path, key: str, said: str) -> None:
    claim.write_text(CLAIM, "utf-8")
    desk.open(claim)

    assert said in desk.hover(claim, *place(CLAIM, f"{key}"))


@pytest.mark.parametrize(
    ("folder", "schema"),
    [("claims", "claim"), ("sources", "source"), ("discrepancies", "discrepancy")],
)
def test_facts_of_the_five_articles_are_not_underlined(
    desk: Editor, root: Path, folder: str, schema: str
) -> None:
    paths = sorted((root / "facts" / folder).rglob("*.yaml"))[:8]
    assert paths

    for path in paths:
        up = "../" * (len(path.relative_to(root).parts) - 1)
        modeline = f"# yaml-language-server: $schema={up}.recoupe/schemas/{schema}.json\n"
        path.write_text(modeline + path.read_text("utf-8"), "utf-8")

        assert desk.open(path) == [], path.name
