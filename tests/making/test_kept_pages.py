"""That a build which takes pages over leaves the very site that a whole build does."""

import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recoupe.folders import PAGES
from recoupe.pipeline import build
from recoupe.runs import Run
from tests.pages.conftest import FACTS, SEEDS

pytestmark = pytest.mark.usefixtures("caches")
Edit = Callable[[Path], object]
PAGES_MADE = 24  # of the small project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return written(tmp_path / "project")


def written(root: Path) -> Path:
    """The small project of the pages' tests, in a folder of its own."""
    for folder, files in (("facts", FACTS), ("seeds", SEEDS)):
        for name, content in files.items():
            path = root / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8")
    return root


def tree(folder: Path) -> dict[str, bytes]:
    found = folder.rglob("*")
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in found if one.is_file()}


def rebuilt(root: Path, *, drafts: bool = False, quick: bool = True) -> int | None:
    """How many pages a build made or put back; None where there were mistakes in the facts."""
    counts = [0]
    run = Run(1, lambda stage, _, whole: counts.append(whole) if stage == "pages" else None)
    built = build(root, quick=quick, drafts=drafts, run=run)
    return None if built.published is None else counts[-1]


def site_of_nothing_kept(root: Path, *, drafts: bool = False) -> dict[str, bytes]:
    """What a build makes that has no memory and no output."""
    copy = root.parent / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns(".recoupe", "site"))
    build(copy, quick=True, drafts=drafts, run=Run(1))
    return tree(copy / "site")


def replaced(path: str, old: str, new: str) -> Edit:
    def edit(root: Path) -> None:
        file = root / path
        if file.exists():
            file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")

    return edit


def added(path: str, content: str) -> Edit:
    def edit(root: Path) -> None:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")

    return edit


def removed(path: str) -> Edit:
    return lambda root: (root / path).unlink(missing_ok=True)


CLAIM = """
claim: Alpha est un réseau.
tags: [retour]
accounts:
  - {source: early, stance: supports, quotes: [Le réseau Alpha]}
"""
TAGS = "{% macro tag_list(tags) %}<p>{{ tags | length }}</p>{% endmacro %}\n"
DISCREPANCY = """
title: Qui a fermé
kind: omission
claims: [founding]
summary: L’un ne dit rien.
sources: [daily]
"""
EDITS = {
    "a claim says something else": replaced("facts/claims/members.yaml", "20 millions", "vingt M"),
    "a claim is as it was": replaced("facts/claims/members.yaml", "vingt M", "20 millions"),
    "a claim gets a tag": replaced("facts/claims/reopening.yaml", "[retour]", "[retour, audience]"),
    "a claim has another date": replaced("facts/claims/founding.yaml", "when: 2018", "when: 2017"),
    "a claim is new": added("facts/claims/network.yaml", CLAIM),
    "a claim is gone": removed("facts/claims/network.yaml"),
    "a claim becomes a draft": added("facts/claims/network.yaml", "draft: true\n" + CLAIM.strip()),
    "a verdict is another": replaced("facts/claims/reopening.yaml", "confirmed", "unproven"),
    "a value is another": replaced("facts/claims/members.yaml", "about 15", "about 20"),
    "a quote is longer": replaced(
        "facts/claims/founding.yaml", "[Il avait été fondé en 2018]", "[Il avait été fondé]"
    ),
    "a quote is wrong": replaced("facts/claims/founding.yaml", "Il avait", "Il n’avait"),
    "a quote is mended": replaced("facts/claims/founding.yaml", "Il n’avait", "Il avait"),
    "a source has another title": replaced("facts/sources/weekly.yaml", "le retour", "le départ"),
    "a source has an address": replaced(
        "facts/sources/weekly.yaml", "publisher:", "url: https://example.org/h\npublisher:"
    ),
    "a text is longer": replaced("seeds/early.txt", "Le réseau", "Enfin. Le réseau"),
    "a text goes on": replaced(
        "seeds/daily.txt", "Le réseau a rouvert", "Bref. Le réseau a rouvert"
    ),
    "a discrepancy is new": added("facts/discrepancies/silence.yaml", DISCREPANCY),
    "a discrepancy is gone": removed("facts/discrepancies/silence.yaml"),
    "a discrepancy is stronger": replaced("facts/discrepancies/lundi.yaml", "nuance", "tension"),
    "a page is longer": replaced("facts/pages/about.md", "mot à mot", "mot pour mot"),
    "a page is new": added("facts/pages/method.md", "# La méthode\n\nLire.\n"),
    "the site has another title": replaced("facts/site.yaml", "title: Alpha", "title: Bêta"),
    "the site has worksheets": replaced(
        "facts/site.yaml", "source_text:", "sheets: true\nsource_text:"
    ),
    "the site is in English": replaced("facts/site.yaml", "language: fr", "language: en"),
    "a tag has another name": replaced("facts/site.yaml", "Le retour", "La reprise"),
    "a template is the project's own": added("templates/components/tag-list.html", TAGS),
    "a stylesheet is the project's own": added(
        "templates/assets/css/print.css", "p { color: red }"
    ),
    "the output is gone": lambda root: shutil.rmtree(root / "site", ignore_errors=True),
    "a page of the output is gone": removed("site/claims/members/index.html"),
    "a page of the output was changed": replaced("site/claims/members/index.html", "<p>", "<p>!"),
}


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    rounds=st.lists(
        st.tuples(st.lists(st.sampled_from(sorted(EDITS)), max_size=3), st.booleans()), max_size=3
    )
)
def test_site_after_any_edits_is_that_of_a_whole_build(
    tmp_path: Path, rounds: list[tuple[list[str], bool]]
) -> None:
    shutil.rmtree(tmp_path / "project", ignore_errors=True)
    root = written(tmp_path / "project")
    rebuilt(root)

    for names, drafts in rounds:
        for name in names:
            EDITS[name](root)
        made = rebuilt(root, drafts=drafts)

        if made is not None:
            assert tree(root / "site") == site_of_nothing_kept(root, drafts=drafts), names


def test_build_of_what_is_unchanged_makes_no_page(root: Path) -> None:
    first = rebuilt(root)

    assert (first, rebuilt(root)) == (PAGES_MADE, 0)


@pytest.mark.parametrize(
    ("edit", "made"),
    [
        pytest.param("a page is longer", 1, id="a page of the site's own"),
        pytest.param("a page of the output is gone", 1, id="a page that somebody took out"),
        pytest.param("a discrepancy is stronger", 10, id="a discrepancy, and what names it"),
        pytest.param("the output is gone", PAGES_MADE, id="all that is put back"),
    ],
)
def test_pages_are_made_again_where_they_show_what_was_edited(
    root: Path, edit: str, made: int
) -> None:
    rebuilt(root)

    EDITS[edit](root)

    assert rebuilt(root) == made


def test_site_with_drafts_and_site_without_have_memories_of_their_own(root: Path) -> None:
    rebuilt(root)
    rebuilt(root, drafts=True)

    assert rebuilt(root) == 0
    assert rebuilt(root, drafts=True) == 0


def pack(root: Path) -> Path:
    """The largest file of pages that are kept."""
    return max((root / PAGES).rglob("*.pack"), key=lambda path: path.stat().st_size)


def record(root: Path) -> Path:
    (found,) = (root / PAGES).rglob("record")
    return found


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def altered(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def made_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("part", [pack, record], ids=["pack", "record"])
@pytest.mark.parametrize("harm", [truncated, altered, made_a_folder, Path.unlink])
def test_memory_that_was_harmed_costs_time_and_nothing_else(
    root: Path, part: Callable[[Path], Path], harm: Callable[[Path], None]
) -> None:
    rebuilt(root)
    whole = tree(root / "site")
    shutil.rmtree(root / "site")

    harm(part(root))

    assert rebuilt(root) == PAGES_MADE
    assert tree(root / "site") == whole


def test_memory_of_another_user_is_not_believed(root: Path, caches: Path) -> None:
    rebuilt(root)
    (caches / "recoupe" / "key").write_bytes(bytes(32))

    assert rebuilt(root) == PAGES_MADE


def test_memory_that_cannot_be_written_does_not_stop_a_build(root: Path) -> None:
    (root / ".recoupe").write_text("a file in the place of the folder", "utf-8")

    assert rebuilt(root) == PAGES_MADE
    assert rebuilt(root) == PAGES_MADE


def test_files_beside_the_memory_stay_and_packs_out_of_use_go(root: Path) -> None:
    rebuilt(root)
    folder = record(root).parent
    (folder / "notes.pack").write_text("an editor's own", "utf-8")
    for number in range(3):
        EDITS["a template is the project's own"](root)
        added("templates/components/tag-list.html", f"{TAGS}{{# {number} #}}")(root)
        rebuilt(root)

    assert (folder / "notes.pack").exists()
    assert len(list(folder.glob("*.pack"))) == 2


def test_packs_of_many_edits_are_packed_anew(root: Path) -> None:
    words = " ".join(sha256(b"%d" % one).hexdigest() for one in range(5000))
    added("facts/pages/about.md", f"# À propos\n\n{words}\n")(root)
    rebuilt(root)
    large = pack(root).stat().st_size

    added("facts/pages/about.md", "# À propos\n\nMot à mot.\n")(root)
    rebuilt(root)

    packs = list(record(root).parent.glob("*.pack"))
    assert len(packs) == 1
    assert packs[0].stat().st_size < large / 2
    shutil.rmtree(root / "site")
    rebuilt(root)
    assert tree(root / "site") == site_of_nothing_kept(root)


def test_words_of_pages_that_are_taken_over_are_found_as_before(root: Path) -> None:
    build(root, run=Run(1))
    index = tree(root / "site" / "search" / "index")
    EDITS["a page is longer"](root)

    indexed = build(root, run=Run(1)).indexed

    assert indexed is not None
    assert not indexed.made
    assert tree(root / "site" / "search" / "index") == index


def test_words_that_a_quick_build_did_not_ask_for_are_asked_for_later(root: Path) -> None:
    rebuilt(root)

    indexed = build(root, run=Run(1)).indexed

    assert indexed is not None
    assert indexed.made
    assert indexed.documents == 9


def edited(root: Path, number: int) -> None:
    added("facts/pages/about.md", f"# À propos\n\nÉtat {number}.\n")(root)


def test_pack_that_is_gone_does_not_keep_the_memory_from_being_written(root: Path) -> None:
    rebuilt(root)
    pack(root).unlink()

    for number in range(3):
        edited(root, number)
        rebuilt(root)

    assert rebuilt(root) == 0
    shutil.rmtree(root / "site")
    rebuilt(root)
    assert rebuilt(root) == 0
    assert len(list((root / PAGES).rglob("*.pack"))) < 5


def test_packs_stay_few_over_many_edits(root: Path) -> None:
    rebuilt(root)

    for number in range(40):
        edited(root, number)
        rebuilt(root)

    assert len(list((root / ".recoupe").rglob("*.pack"))) <= 2 * 33  # of facts, and of pages
    assert tree(root / "site") == site_of_nothing_kept(root)
