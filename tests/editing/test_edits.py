"""Edits of fact files: what is wanted is there, and every other character is as it was."""

from pathlib import Path
from typing import Any

import pytest

from recoupe.diagnostics import Report
from recoupe.editing.edits import Append, Edit, Put, Remove, Replace, Reword, edited
from recoupe.editing.refusals import EditRefusedError
from recoupe.editing.trees import plain
from recoupe.reading.composing import composed
from recoupe.reading.lines import located_text

FACTS = Path(__file__).parents[2] / "facts"
PLAIN = """\
# A claim.
claim:  'Deux  façons'   # kept
accounts:
  - source: a  # first
    quotes:
      - le mois dernier   # here
      - "cité"
    # before the next

  - {source: b, stance: silent, searched: [x, y,]}
# the end
"""


def said(text: str) -> Any:
    root = composed(located_text("x.yaml", text.removeprefix("\ufeff")), Report())
    assert root is not None
    return plain(root)


CASES: list[tuple[str, Edit, str, str]] = [
    (
        "plain text",
        Replace(("accounts", 0, "quotes", 0), "cette semaine"),
        "le mois dernier ",
        "cette semaine ",
    ),
    (
        "text that needs quotes",
        Replace(("accounts", 0, "quotes", 0), "dit : oui"),
        "le mois dernier ",
        "'dit : oui' ",
    ),
    (
        "text in quotation marks",
        Replace(("accounts", 0, "quotes", 1), "l'an"),
        '"cité"',
        '"l\'an"',
    ),
    (
        "words to a mapping",
        Replace(("accounts", 0, "quotes", 0), {"exact": "a", "suffix": ", b"}),
        "le mois dernier ",
        "{exact: a, suffix: ', b'} ",
    ),
    (
        "item of a list in a block",
        Append(("accounts", 0, "quotes"), "encore"),
        '- "cité"\n',
        '- "cité"\n      - "encore"\n',
    ),
    (
        "item of a list in brackets",
        Append(("accounts", 1, "searched"), "z"),
        "[x, y,]",
        "[x, y, z,]",
    ),
    (
        "key of a mapping in a block",
        Put(("accounts", 0), "note", "un"),
        '- "cité"\n',
        '- "cité"\n    note: un\n',
    ),
    (
        "key of a mapping in brackets",
        Put(("accounts", 1), "id", "un"),
        "y,]}",
        "y,], id: un}",
    ),
    (
        "key of the file",
        Put((), "history", [{"date": "2021", "note": "n"}]),
        "y,]}\n",
        "y,]}\nhistory:\n  - date: 2021\n    note: n\n",
    ),
    ("key taken out of brackets", Remove(("accounts", 1), "stance"), ", stance: silent", ""),
    ("first key taken out", Remove(("accounts", 1), "source"), "source: b, ", ""),
    ("words in a text", Reword(("claim",), "façons", "manières"), "façons", "manières"),
]


@pytest.mark.parametrize(
    ("edit", "old", "new"), [one[1:] for one in CASES], ids=[c[0] for c in CASES]
)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no mark", "byte order mark"])
def test_edit_replaces_these_characters_and_no_other(
    edit: Edit, old: str, new: str, ending: str, mark: str
) -> None:
    before, after = (
        mark + text.replace("\n", ending) for text in (PLAIN, PLAIN.replace(old, new, 1))
    )

    assert edited(before, [edit], path="x.yaml") == after


REFUSED: list[tuple[str, str, Edit, str]] = [
    ("anchor", "a: &x b\nc: d\n", Replace(("c",), "e"), "anchor"),
    ("alias", "a: &x b\nc: *x\n", Replace(("a",), "e"), "anchor"),
    ("tag", "a: !!str b\nc: d\n", Replace(("c",), "e"), "tag"),
    ("two documents", "a: b\n---\nc: d\n", Replace(("a",), "e"), "document"),
    ("doubled key", "a: b\na: d\n", Replace(("a",), "e"), "twice"),
    ("syntax", "a: [b\n", Replace(("a",), "e"), "mend this first"),
    ("no mapping", "- a\n", Replace((0,), "e"), "holds no mapping"),
    ("nothing there", "a: b\n", Replace(("c", 0), "e"), "nothing stands at `c.1`"),
    ("item of a text", "a: b\n", Replace(("a", 0), "e"), "nothing stands at `a.1`"),
    (
        "comment in a mapping",
        "a:\n  exact: b # c\n  suffix: d\n",
        Replace(("a",), "e"),
        "a comment stands in what would be replaced",
    ),
    (
        "comment beside a key",
        "a:\n  exact: b\n  suffix: d # c\n",
        Remove(("a",), "suffix"),
        "a comment stands in what would be replaced",
    ),
    (
        "comment on a block",
        "a: |- # c\n  b\n",
        Replace(("a",), {"exact": "e"}),
        "a comment stands in what would be replaced",
    ),
    ("only key", "a: {exact: b}\n", Remove(("a",), "exact"), "and another key"),
    ("key that is there", "a: {exact: b}\n", Put(("a",), "exact", "c"), "without `exact`"),
    ("words over a line end", "a: >-\n  b\n  c\n", Reword(("a",), "b c", "d"), "on one line"),
    ("huge file", f"a: {'b' * 200_000}\n", Replace(("a",), "c"), "200,004 characters"),
    ("deep file", "a: " + "[" * 50 + "]" * 50, Replace(("a",), "c"), "levels deep"),
    ("list that is a text", "a: b\n", Append(("a",), "c"), "no list stands there"),
    ("tab that YAML 1.2 refuses", "a:\tb\n", Replace(("a",), "c"), "ruamel.yaml refuses"),
]


@pytest.mark.parametrize(
    ("text", "edit", "message"), [one[1:] for one in REFUSED], ids=[one[0] for one in REFUSED]
)
def test_edit_that_could_touch_something_else_is_refused(
    text: str, edit: Edit, message: str
) -> None:
    with pytest.raises(EditRefusedError, match=message):
        edited(text, [edit], path="x.yaml")


def test_folded_block_stays_one_with_its_comment_and_its_width() -> None:
    before = "a:\n  - >-  # long\n      le mois\n      dernier\n\n  # next\n  - b\n"
    words = "cette semaine, au lieu de la semaine dernière que nous avions d’abord comprise ici"

    after = edited(before, [Replace(("a", 0), words)], path="x.yaml")

    assert said(after)["a"][0] == words
    assert after.startswith("a:\n  - >-  # long\n      cette semaine, au lieu")
    assert after.endswith("\n\n  # next\n  - b\n")
    assert max(map(len, after.splitlines())) <= 66


@pytest.mark.parametrize(
    "path", sorted(FACTS.rglob("*.yaml")), ids=lambda path: path.relative_to(FACTS).as_posix()
)
def test_every_list_of_a_real_fact_takes_another_item_and_gives_it_back(path: Path) -> None:
    text = path.read_text("utf-8")
    lists = [key for key, value in said(text).items() if isinstance(value, list)]

    for key in lists:
        after = edited(text, [Append((key,), "encore : un")], path=path.name)

        added = [line for line in after.splitlines() if line not in text.splitlines()]
        assert len(added) == 1
        assert said(after)[key] == [*said(text)[key], "encore : un"]
