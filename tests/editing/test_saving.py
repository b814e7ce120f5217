"""Fact files written over: whole, only as they were seen, and never through a link."""

from pathlib import Path

import pytest

from recoupe.anchoring.wordings import Wording
from recoupe.editing.edits import edited
from recoupe.editing.quote_edits import (
    NewAccount,
    NewHistory,
    PassageWording,
    add_account,
    add_quote,
    history_added,
    key_set,
    quote_changed,
)
from recoupe.editing.refusals import EditRefusedError, FileChangedError
from recoupe.editing.saving import SeenFile, seen_file, undo, write_over
from recoupe.model import HistoryKind

CLAIM = """\
claim: Un nombre.  # the claim
accounts:
  - source: a
    stance: supports
    quotes:
      - exact: le mois dernier  # twice there
        suffix: .L'an
        translation: last month
      - {exact: vingt, prefix: de}
      - dit-il
  - source: b
    stance: silent
    searched: [nombre]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "facts" / "claims"
    folder.mkdir(parents=True)
    (folder / "x.yaml").write_bytes(CLAIM.encode())
    return tmp_path


def changed(where: tuple[str | int, ...], quote: Wording | PassageWording) -> str:
    seen = SeenFile(Path(), "x.yaml", CLAIM.encode())
    return edited(CLAIM, quote_changed(seen, where, quote), path="x.yaml")


def test_added_quote_stands_behind_the_others_and_is_taken_back(root: Path) -> None:
    seen = seen_file(root, "facts/claims/x.yaml")

    written = add_quote(root, seen.path, seen.digest, 0, Wording("le nombre", suffix=", dit"))

    path = root / seen.path
    line = "      - {exact: le nombre, suffix: ', dit'}\n"
    assert path.read_text("utf-8") == CLAIM.replace("- dit-il\n", f"- dit-il\n{line}")
    undo(written)
    assert path.read_text("utf-8") == CLAIM


def test_added_account_stands_as_the_others_do(root: Path) -> None:
    seen = seen_file(root, "facts/claims/x.yaml")
    account = NewAccount("c", "neutral", (Wording("oui : non"),), (("attributed_to", "Parler"),))

    add_account(root, seen.path, seen.digest, account)

    assert (root / seen.path).read_text("utf-8") == CLAIM + (
        "  - source: c\n    stance: neutral\n    attributed_to: Parler\n    quotes:\n"
        "      - 'oui : non'\n"
    )


def test_silent_account_takes_no_quote(root: Path) -> None:
    seen = seen_file(root, "facts/claims/x.yaml")

    with pytest.raises(EditRefusedError, match="that account is silent"):
        add_quote(root, seen.path, seen.digest, 1, Wording("le nombre"))


def test_file_that_changed_since_it_was_read_is_not_written_over(root: Path) -> None:
    seen = seen_file(root, "facts/claims/x.yaml")
    path = root / seen.path
    path.write_text("claim: Autre.\n", "utf-8")

    with pytest.raises(FileChangedError, match="has changed since it was read"):
        write_over(seen, "claim: Rien.\n")

    assert path.read_text("utf-8") == "claim: Autre.\n"
    assert [one.name for one in path.parent.iterdir()] == ["x.yaml"]


def test_what_was_written_is_not_taken_back_once_somebody_else_has_changed_it(root: Path) -> None:
    seen = seen_file(root, "facts/claims/x.yaml")
    written = write_over(seen, "claim: Rien.\n")
    (root / seen.path).write_text("claim: Autre.\n", "utf-8")

    with pytest.raises(FileChangedError):
        undo(written)

    assert (root / seen.path).read_text("utf-8") == "claim: Autre.\n"


def test_rights_of_the_file_are_kept(root: Path) -> None:
    path = root / "facts/claims/x.yaml"
    path.chmod(0o640)

    write_over(seen_file(root, "facts/claims/x.yaml"), "claim: Rien.\n")

    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    "path",
    ["facts/../secret.yaml", "secret.yaml", "facts/claims", "facts/claims/none.yaml", ""],
    ids=["out of facts", "beside facts", "folder", "missing", "empty"],
)
def test_path_that_is_no_fact_file_is_refused(root: Path, path: str) -> None:
    (root / "secret.yaml").write_text("a: b\n", "utf-8")

    with pytest.raises(EditRefusedError, match="is no file under facts/"):
        seen_file(root, path)


def test_links_are_not_written_through(root: Path) -> None:
    (root / "secret.yaml").write_text("a: b\n", "utf-8")
    (root / "facts/link.yaml").symlink_to("../secret.yaml")
    (root / "facts/folder").symlink_to("claims")

    for path in ("facts/link.yaml", "facts/folder/x.yaml"):
        with pytest.raises(EditRefusedError, match="links are not written through"):
            seen_file(root, path)


QUOTES = ("accounts", 0, "quotes")


def test_quote_in_a_block_keeps_its_comment_and_translation() -> None:
    after = changed((*QUOTES, 0), Wording("ce mois", occurrence=2))

    assert after == CLAIM.replace("le mois dernier", "ce mois").replace(
        "        suffix: .L'an\n        translation: last month\n",
        "        translation: last month\n        occurrence: 2\n",
    )


def test_quote_in_brackets_becomes_plain_where_the_words_suffice() -> None:
    after = changed((*QUOTES, 1), Wording("vingt et un"))

    assert after == CLAIM.replace("{exact: vingt, prefix: de}", "vingt et un")


def test_quote_becomes_a_passage() -> None:
    after = changed((*QUOTES, 2), PassageWording("dit", "il"))

    assert after == CLAIM.replace("- dit-il", "- {from: dit, to: il}")


def test_history_is_begun_and_continued() -> None:
    first, second = (
        NewHistory("2026-11-23", HistoryKind.UPDATED, "Un."),
        NewHistory("2026-11-24", HistoryKind.CORRECTED, "Deux : trois.", before="Quoi"),
    )

    begun = SeenFile(Path(), "x.yaml", CLAIM.encode())
    begun_text = edited(CLAIM, [history_added(begun, first)], path="x.yaml")
    again = SeenFile(Path(), "x.yaml", begun_text.encode())
    text = edited(begun_text, [history_added(again, second)], path="x.yaml")

    assert text == CLAIM + (
        "history:\n  - date: 2026-11-23\n    kind: updated\n    note: Un.\n"
        "  - date: 2026-11-24\n    kind: corrected\n    note: 'Deux : trois.'\n    before: Quoi\n"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("text: a.txt\nsha256: '0'\n", "text: a.txt\nsha256: 'f'\n"),
        ("text: a.txt", "text: a.txt\nsha256: f"),
    ],
    ids=["set", "added"],
)
def test_pin_is_set_or_added(text: str, expected: str) -> None:
    seen = SeenFile(Path(), "x.yaml", text.encode())

    assert edited(text, [key_set(seen, "sha256", "f")], path="x.yaml") == expected
