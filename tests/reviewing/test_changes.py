"""What is told of two states of the facts: what came, went, moved or was reworded."""

from pathlib import Path

import pytest

from recoupe.loading import load
from recoupe.reviewing import (
    Change,
    FactChange,
    Fate,
    SiteChanges,
    compared_states,
    site_changes,
    standing_at,
)
from tests.reviewing.conftest import Reviewed

CLAIM = "facts/claims/people.yaml"


def changes_of(project: Reviewed, revisions: str = "first") -> SiteChanges:
    older, newer = compared_states(project.root, revisions)
    with standing_at(project.root, older) as before, standing_at(project.root, newer) as now:
        old, new = load(before), load(now)
    assert not old.report.failed
    assert not new.report.failed
    return site_changes(old.facts.anchored, new.facts.anchored)


def only(changes: SiteChanges) -> FactChange:
    (fact,) = changes.facts
    return fact


def test_nothing_is_told_of_comments_order_and_ways_to_quote(reviewed: Reviewed) -> None:
    reviewed.edit(
        CLAIM, "claim: Le pont est ouvert.\n", "# so they say\nclaim: 'Le pont est ouvert.'\n"
    )
    reviewed.edit(CLAIM, "  as: number\n  unit: habitants\n", "  unit: habitants\n  as: number\n")

    assert changes_of(reviewed).facts == ()


def test_changed_verdict_is_told_with_what_it_was(reviewed: Reviewed) -> None:
    reviewed.edit(CLAIM, "accounts:", "verdict: {rating: open, summary: On ne sait.}\naccounts:")
    reviewed.commit("a verdict")
    reviewed.edit(CLAIM, "On ne sait.", "On ne sait pas.")

    assert only(changes_of(reviewed, "first..HEAD")).changes == (
        Change("verdict", "", None, "open"),
        Change("summary", "", None, "On ne sait."),
    )
    assert only(changes_of(reviewed, "HEAD")).changes == (
        Change("summary", "", "On ne sait.", "On ne sait pas."),
    )


def test_longer_quote_has_changed_and_another_one_is_new(reviewed: Reviewed) -> None:
    reviewed.edit(
        CLAIM,
        "      - La ville compte 12 millions\n",
        "      - La ville compte 12 millions d’habitants\n      - le pont était sûr\n",
    )

    fact = only(changes_of(reviewed))

    assert (fact.family, fact.id, fact.fate) == ("claim", "people", Fate.CHANGED)
    assert fact.changes == (
        Change(
            "quote",
            "alpha",
            "La ville compte 12 millions",
            "La ville compte 12 millions d’habitants",
        ),
        Change("quote", "alpha", None, "le pont était sûr"),
    )


def test_same_words_quoted_elsewhere_in_the_source_have_moved(reviewed: Reviewed) -> None:
    quote = "- {exact: le pont, occurrence: %d}\n"
    reviewed.edit(CLAIM, "- La ville compte 12 millions\n", quote % 1)
    reviewed.commit("first of two")
    reviewed.edit(CLAIM, quote % 1, quote % 2)

    assert only(changes_of(reviewed, "HEAD")).changes == (
        Change("quote", "alpha", "le pont", "le pont", moved=True),
    )


def test_quote_behind_new_words_of_a_text_has_not_moved(reviewed: Reviewed) -> None:
    reviewed.edit("seeds/b.txt", "Selon", "Mise à jour de ce matin. Selon")

    fact = only(changes_of(reviewed))

    assert (fact.family, fact.id) == ("source", "beta")
    assert [one.label for one in fact.changes] == ["captured text"]


def test_facts_are_added_and_gone_with_all_that_they_say(reviewed: Reviewed) -> None:
    (reviewed.root / "facts/pages").mkdir()
    (reviewed.root / "facts/pages/about.md").write_text("# À propos\n", "utf-8")
    (reviewed.root / "facts/discrepancies/people.yaml").unlink()

    found = {(one.family, one.id): one for one in changes_of(reviewed).facts}

    assert {name: one.fate for name, one in found.items()} == {
        ("discrepancy", "people"): Fate.GONE,
        ("page", "about"): Fate.ADDED,
    }
    assert all(one.after is None for one in found["discrepancy", "people"].changes)
    assert found["discrepancy", "people"].path == "facts/discrepancies/people.yaml"


def test_draft_is_added_when_it_is_published(reviewed: Reviewed) -> None:
    draft = CLAIM.replace("people", "bridge")
    text = (reviewed.root / CLAIM).read_text("utf-8").replace("ouvert", "sûr")
    (reviewed.root / draft).write_text(f"draft: true\n{text}", "utf-8")
    reviewed.edit("facts/discrepancies/people.yaml", "summary", "resolution: Rien.\nsummary")
    reviewed.commit("a draft")
    before = [one.id for one in changes_of(reviewed, "first..HEAD").facts]
    reviewed.edit(draft, "draft: true\n", "")

    after = only(changes_of(reviewed, "HEAD"))

    assert before == ["people"]
    assert (after.family, after.id, after.fate) == ("claim", "bridge", Fate.ADDED)


def test_three_dots_leave_out_what_happened_on_the_other_side(reviewed: Reviewed) -> None:
    reviewed.git("checkout", "--quiet", "-b", "mine")
    reviewed.edit(CLAIM, "accounts:", "question: Combien ?\naccounts:")
    reviewed.commit("mine")
    reviewed.git("checkout", "--quiet", "main")
    reviewed.edit("facts/site.yaml", "Une ville", "Deux villes")
    reviewed.commit("theirs")

    two, three = changes_of(reviewed, "main..mine"), changes_of(reviewed, "main...mine")

    assert [one.family for one in two.facts] == ["claim", "site"]
    assert [one.family for one in three.facts] == ["claim"]


def test_link_that_leads_out_is_there_as_a_link(reviewed: Reviewed, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("claim: secret\n", "utf-8")
    (reviewed.root / "facts/claims/out.yaml").symlink_to(secret)
    reviewed.commit("a link")
    state, _ = compared_states(reviewed.root, "HEAD")

    with standing_at(reviewed.root, state) as folder:
        linked = (folder / "facts/claims/out.yaml").readlink()

    assert linked == secret  # which is refused as one in the working tree is
    assert not folder.exists()


def test_no_attribute_of_a_revision_hides_or_changes_a_file(reviewed: Reviewed) -> None:
    hidden = "checks/** export-ignore export-subst text eol=crlf filter=none ident\n"
    (reviewed.root.parent / ".gitattributes").write_text(hidden, "utf-8")
    note = reviewed.root / "seeds/note été.txt"
    note.write_bytes(b"$Format:%H$ $Id$\nA line.\r\n")
    reviewed.git("add", "--all", "..")
    blob = reviewed.git("hash-object", "-w", "--no-filters", str(note)).strip()
    reviewed.git("update-index", "--cacheinfo", f"100644,{blob},checks/seeds/note été.txt")
    reviewed.git("commit", "--quiet", "--message=attributes")
    state, _ = compared_states(reviewed.root, "HEAD")

    with standing_at(reviewed.root, state) as folder:
        content = (folder / "seeds/note été.txt").read_bytes()
        facts = (folder / CLAIM).is_file()

    assert facts
    assert content == b"$Format:%H$ $Id$\nA line.\r\n"


def test_repository_that_a_hook_names_is_not_asked(
    reviewed: Reviewed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "another/.git"))

    _, now = compared_states(reviewed.root, "first..HEAD")

    monkeypatch.delenv("GIT_DIR")
    assert now.commit == reviewed.git("rev-parse", "HEAD").strip()


@pytest.mark.parametrize(
    ("noun", "counted"),
    [("claim", {Fate.CHANGED: 1}), ("verdict", {Fate.ADDED: 1}), ("quote", {Fate.GONE: 1})],
)
def test_changes_are_counted_by_what_they_are(
    reviewed: Reviewed, noun: str, counted: dict[Fate, int]
) -> None:
    reviewed.edit(CLAIM, "quotes:\n      - La", "quotes:\n      - le pont était sûr\n      - La")
    reviewed.commit("two quotes")
    reviewed.edit(CLAIM, "      - le pont était sûr\n", "")
    reviewed.edit(CLAIM, "accounts:", "verdict: {rating: open}\naccounts:")

    assert changes_of(reviewed, "HEAD").counted(noun) == counted
