"""What a YAML file holds, each piece with the place where it was typed.

Texts are `str` that know their offsets, not objects around a text: the shapes check them as they
are, and a value keeps its place all the way into the model without a second tree to walk.
"""

from dataclasses import dataclass

MISSING = "missing"  # the style of a text that nobody typed


class Typed(str):
    """A scalar as text, never guessed at; `start` and `end` are offsets into the file's text.

    `style` is the sign that begins it: `"`, `'`, `|`, `>`, nothing for a plain one, or `MISSING`.
    """

    __slots__ = ("end", "start", "style")

    start: int
    end: int
    style: str

    @property
    def missing(self) -> bool:
        """Whether it only stands in for what is not there, which was reported."""
        return self.style == MISSING

    @property
    def plain(self) -> bool:
        """Whether it stands without quotes and is no block."""
        return not self.style


def typed(text: str, start: int, end: int, *, style: str) -> Typed:
    """`text` with its place."""
    scalar = Typed(text)
    scalar.start, scalar.end, scalar.style = start, end, style
    return scalar


def missing_text() -> Typed:
    """A text that stands in for one that is not there."""
    return typed("", 0, 0, style=MISSING)


@dataclass(frozen=True, slots=True)
class Empty:
    """Nothing, or an unquoted `~`; `bare` where a comma in `{…}` made a key of a piece of text."""

    start: int
    end: int
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """What was reported when it was read, and is not spoken of again."""

    start: int
    end: int


class Table(dict[str, "Node"]):
    """A mapping, whose keys are `Typed`; `lost` are the keys that were reported and taken out."""

    __slots__ = ("end", "flow", "lost", "start")

    start: int
    end: int
    flow: bool
    lost: frozenset[str]

    def key(self, name: str) -> Typed:
        """The key `name` as typed; KeyError where there is none."""
        for key in self:
            if key == name and isinstance(key, Typed):
                return key
        raise KeyError(name)


class Series(list["Node"]):
    """A list; `lost` is true where items were reported and taken out."""

    __slots__ = ("end", "flow", "lost", "start")

    start: int
    end: int
    flow: bool
    lost: bool


Node = Typed | Empty | Refused | Table | Series


def table(start: int, *, flow: bool) -> Table:
    """A mapping that begins at `start`, still without keys."""
    made = Table()
    made.start, made.end, made.flow, made.lost = start, start, flow, frozenset()
    return made


def series(start: int, *, flow: bool) -> Series:
    """A list that begins at `start`, still without items."""
    made = Series()
    made.start, made.end, made.flow, made.lost = start, start, flow, False
    return made
