"""That a load in a process that lives on finds what a load of nothing held finds."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recoupe.loading import Kept, Loaded, load
from tests.making.test_kept_pages import EDITS, removed, replaced, written

pytestmark = pytest.mark.usefixtures("caches")
OTHERS = {
    "a claim is in a folder": lambda root: moved(root, "claims/members.yaml", "claims/a/b.yaml"),
    "a claim is out of its folder": lambda root: moved(root, "claims/a", "claims/c"),
    "a source is gone": removed("facts/sources/early.yaml"),
    "a text is gone": removed("seeds/early.txt"),
    "a text is a link": lambda root: linked(root, "seeds/weekly.txt", "seeds/daily.txt"),
    "the site is gone": removed("facts/site.yaml"),
    "a body begins later": replaced(
        "facts/sources/daily.yaml", "published:", "body: {from: Le réseau a rouvert}\npublished:"
    ),
}
ALL_EDITS = EDITS | OTHERS


def moved(root: Path, old: str, new: str) -> None:
    if (root / "facts" / old).exists():
        (root / "facts" / new).parent.mkdir(parents=True, exist_ok=True)
        (root / "facts" / old).rename(root / "facts" / new)


def linked(root: Path, path: str, target: str) -> None:
    (root / path).unlink(missing_ok=True)
    (root / path).symlink_to(root / target)


def files(root: Path) -> dict[str, bytes]:
    found = (path for folder in ("facts", "seeds") for path in (root / folder).rglob("*"))
    return {str(one): one.read_bytes() for one in found if one.is_file()}


def differing(before: dict[str, bytes], now: dict[str, bytes]) -> set[str]:
    return {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}


def found(loaded: Loaded) -> tuple[object, ...]:
    """All that is known after loading."""
    anchored = loaded.facts.anchored
    return (
        loaded.project,
        {id: (one.source, one.body) for id, one in anchored.sources.items()},
        anchored.claims,
        list(anchored.linked.items()),
        loaded.facts.findings,
        loaded.diagnostics,
    )


def loaded_again(root: Path, kept: Kept, changed: set[str] | None) -> Loaded:
    kept.again(changed)
    loaded = load(root, kept=kept)
    loaded.take()
    return loaded


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    rounds=st.lists(
        st.tuples(st.lists(st.sampled_from(sorted(ALL_EDITS)), max_size=3), st.booleans()),
        max_size=5,
    )
)
def test_what_is_found_after_any_edits_is_what_a_fresh_load_finds(
    tmp_path: Path, rounds: list[tuple[list[str], bool]]
) -> None:
    shutil.rmtree(tmp_path / "project", ignore_errors=True)
    root = written(tmp_path / "project")
    kept = Kept.of(root)
    load(root, kept=kept).take()

    for names, told in rounds:
        before = files(root)
        for name in names:
            ALL_EDITS[name](root)
        now = loaded_again(root, kept, differing(before, files(root)) if told else None)

        assert found(now) == found(load(root)), names


def test_facts_that_nobody_changed_are_the_same_objects(tmp_path: Path) -> None:
    root = written(tmp_path / "project")
    kept = Kept.of(root)
    load(root, kept=kept).take()
    first = loaded_again(root, kept, set())

    EDITS["a verdict is another"](root)
    second = loaded_again(root, kept, {str(root / "facts/claims/reopening.yaml")})

    before, now = first.facts.anchored, second.facts.anchored
    assert now.claims["members"] is before.claims["members"]
    assert now.sources["daily"] is before.sources["daily"]
    assert now.claims["reopening"] != before.claims["reopening"]
