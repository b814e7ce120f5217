"""Whatever a fact file looks like: an edit changes what it is to change, or is refused."""

import re
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.diagnostics import Report
from recoupe.editing.edits import Append, Edit, Put, Remove, Replace, edited
from recoupe.editing.refusals import EditRefusedError
from recoupe.editing.trees import Where, plain
from recoupe.reading.composing import composed
from recoupe.reading.lines import located_text

WORDS = st.text(
    st.sampled_from(list("abé ’'\"«»:,#-[]{}&*!|>%@`?~\\…œ\u00a0\u202f0=")), min_size=1, max_size=30
).filter(lambda words: words.strip() == words)
FLOW_SCALARS = ["mot {}", "'c''est {}'", '"dit \\u00e9 {}"', "l'an {}", "'a # b {}'"]
BLOCK_SCALARS = [
    *FLOW_SCALARS,
    "suite, {}\n{}et fin",
    ">-\n{}bloc\n{}# pas un {}",
    "|\n{}lignes {}\n\n{}et",
    ">- # dit\n{}plié {}",
]


@dataclass
class Writer:
    """Writes a tree in styles that are drawn; each text and comment has a number of its own."""

    draw: Any
    count: int = 0
    comments: list[str] = field(default_factory=list)

    def number(self) -> int:
        self.count += 1
        return self.count

    def comment(self) -> str:
        if not self.draw(st.booleans()):
            return ""
        self.comments.append(f"# note {self.number()}.")
        return "  " + self.comments[-1]

    def scalar(self, indent: int, *, flow: bool) -> str:
        form = self.draw(st.sampled_from(FLOW_SCALARS if flow else BLOCK_SCALARS))
        head, *others = form.split("\n")
        lines = [
            head,
            *(one.replace("{}", " " * indent, 1) if one.strip() else one for one in others),
        ]
        return "\n".join(lines).replace("{}", f"{self.number()}.")

    def node(self, tree: Any, indent: int) -> str:
        """What stands behind `key:` or `-`, and the end of the line."""
        if not isinstance(tree, str) and tree and self.draw(st.booleans()):
            step = self.draw(st.sampled_from([2, 3]))
            return f"{self.comment()}\n{self.block(tree, indent + step)}"
        text = self.flow(tree) if not isinstance(tree, str) else self.scalar(indent + 1, flow=False)
        after = "" if "\n" in text else self.comment()
        return f" {text}{after}\n"

    def block(self, tree: Any, indent: int) -> str:
        lines = []
        for key, value in tree.items() if isinstance(tree, dict) else (("-", one) for one in tree):
            if self.draw(st.integers(0, 3)) == 0:
                lines.append(self.draw(st.sampled_from(["\n", f"{' ' * indent}#.\n"])))
            sign = "-" if key == "-" else f"{key}:"
            lines.append(f"{' ' * indent}{sign}{self.node(value, indent)}")
        return "".join(lines)

    def flow(self, tree: Any) -> str:
        if isinstance(tree, str):
            return self.scalar(0, flow=True)
        comma = self.draw(st.sampled_from(["", ",", " ,", " "])) if tree else ""
        if isinstance(tree, dict):
            return (
                "{"
                + ", ".join(f"{key}: {self.flow(one)}" for key, one in tree.items())
                + comma
                + "}"
            )
        return "[" + ", ".join(map(self.flow, tree)) + comma + "]"


KEYS = st.sampled_from(["exact", "prefix", "suffix", "note"])


def collections(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3)


SHAPES = collections(st.recursive(st.just("text"), collections, max_leaves=8))


def places(tree: Any, where: Where = ()) -> list[Where]:
    inside = (
        tree.items()
        if isinstance(tree, dict)
        else enumerate(tree)
        if isinstance(tree, list)
        else ()
    )
    return [where, *(place for key, one in inside for place in places(one, (*where, key)))]


def at(tree: Any, where: Where) -> Any:
    for step in where:
        tree = tree[step]
    return tree


def said(text: str) -> Any:
    root = composed(located_text("x.yaml", text), Report())
    return None if root is None else plain(root)


@st.composite
def files(draw: Any) -> tuple[str, list[str]]:
    shape = draw(
        st.dictionaries(
            st.sampled_from(["claim", "accounts", "history"]), SHAPES | st.just("text"), min_size=1
        )
    )
    writer = Writer(draw)
    text = writer.block(shape, 0) + draw(st.sampled_from(["", "# fin\n", "\n\n"]))
    if draw(st.booleans()):
        text = text.removesuffix("\n")
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"]))), writer.comments


def an_edit(draw: Any, tree: Any) -> Edit:
    """An edit of a kind that is drawn first, so that rare kinds of places come often enough."""
    every = places(tree)[1:]
    lists = [where for where in every if isinstance(at(tree, where), list)]
    tables = [where for where in every if isinstance(at(tree, where), dict)]
    value = WORDS | st.fixed_dictionaries({"exact": WORDS, "suffix": WORDS})
    kinds = [st.builds(Replace, st.sampled_from(every), value)]
    if lists:
        kinds.append(st.builds(Append, st.sampled_from(lists), value))
    if tables:
        where = st.sampled_from(tables)
        kinds.append(st.builds(Put, where, st.just("occurrence"), value))
        kinds.append(st.builds(Remove, where, KEYS))
    return draw(draw(st.sampled_from(kinds)))


def expected(tree: Any, edit: Edit) -> Any:
    tree = deepcopy(tree)
    around, last = at(tree, edit.where[:-1]), edit.where[-1]
    match edit:
        case Replace(value=value):
            around[last] = value
        case Append(value=value):
            around[last].append(value)
        case Put(key=key, value=value):
            around[last][key] = value
        case Remove(key=key):
            del around[last][key]
    return tree


def alike(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def taken_out(before: str, after: str) -> str:
    """The characters of `before` that are not in `after`, from the first to the last."""
    start = alike(before, after)
    return before[start : len(before) - alike(before[start:][::-1], after[start:][::-1])]


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_edit_changes_what_it_names_and_nothing_else_or_is_refused(data: st.DataObject) -> None:
    text, comments = data.draw(files())
    tree = said(text)
    edit = an_edit(data.draw, tree)

    try:
        after = edited(text, [edit], path="x.yaml")
    except EditRefusedError:
        return

    assert said(after) == expected(tree, edit)
    assert [one for one in comments if one not in after] == []
    assert after.count("#.") == text.count("#.")
    if isinstance(edit, Append | Put):
        assert taken_out(text, after) == ""
    else:
        numbers = set(re.findall(r"\d+\.", taken_out(text, after)))
        there = at(tree, edit.where)
        assert numbers <= set(re.findall(r"\d+\.", str(there)))


ANY = st.text(st.sampled_from(list("ab:-[]{},#&*!|>'\"%@`? \n\r\t\x85\u2028\ufeffé0")), max_size=40)


@settings(max_examples=300, deadline=None)
@given(ANY, WORDS)
def test_text_of_any_kind_is_edited_as_wanted_or_refused(text: str, words: str) -> None:
    before = f"a: {text}\nb: c\n"

    try:
        after = edited(before, [Replace(("b",), words)], path="x.yaml")
    except EditRefusedError:
        return

    assert said(after) == said(before) | {"b": words}
    assert after.startswith(f"a: {text}\nb: ")
