"""A YAML text to its tree, with every mistake on the way that YAML itself does not call one.

libyaml's events are taken, not PyYAML's nodes: its composer recurses without a limit, resolves
types by YAML 1.1 (`no`, `12:30`, `010`), and drops the keys that stand twice.
"""

from collections.abc import Callable
from typing import Any

import yaml

from recoupe.diagnostics import Related, Report
from recoupe.reading.lines import LocatedText
from recoupe.reading.nodes import Empty, Node, Refused, Series, Table, Typed, series, table, typed
from recoupe.reading.quoting import quoted_line
from recoupe.reading.syntax import report_syntax
from recoupe.values.mistakes import echo

_DEEPEST = 20  # levels; the format itself needs 6
_LARGEST = 1_000_000  # code points; the longest real fact file has some 20,000


Event = Any  # PyYAML's own types leave out what each kind of event carries


class _TooDeep(Exception):  # noqa: N818  ends the reading of one file; it was reported
    pass


def composed(file: LocatedText, report: Report) -> Node | None:
    """The tree of `file`; None, and a diagnostic, where it is no YAML, empty or too large."""
    if len(file.text) > _LARGEST:
        message = f"the file has {len(file.text):,} characters"
        report.add(
            "yaml-limit", file.place(0), message, help=f"a fact file has at most {_LARGEST:,}"
        )
        return None
    loader = yaml.CSafeLoader(file.text)
    composer = _Composer(loader, file, report)
    try:
        return composer.document()
    except yaml.MarkedYAMLError as mistake:
        report_syntax(mistake, file, report, known=composer.prose_lines)
    except _TooDeep:
        pass
    finally:
        loader.dispose()
    return None


class _Composer:
    """Turns the events of one file into its tree."""

    def __init__(self, loader: yaml.CSafeLoader, file: LocatedText, report: Report) -> None:
        self._file = file
        self._report = report
        self._anchors: set[str] = set()
        self.prose_lines: set[int] = set()  # where lines begin whose text was told to need quotes
        self._depth = 0
        self._next: Callable[[], Event] = loader.get_event

    def document(self) -> Node | None:
        """The tree; None, and a diagnostic, where the file holds nothing."""
        next_event = self._next
        next_event()  # the stream begins
        if isinstance(next_event(), yaml.StreamEndEvent):
            self._report_empty()
            return None
        root = self._node(next_event())
        next_event()  # the document ends
        after = next_event()
        if isinstance(after, yaml.DocumentStartEvent):
            start, end = _offsets(after)
            what_to_do = "write one fact in each file"
            self._report_feature(start, end, "a second document begins here", what_to_do)
        if isinstance(root, Empty):
            self._report_empty()
            return None
        return root

    def _node(self, event: Event) -> Node:
        kind = type(event)
        if kind is yaml.AliasEvent:
            return self._alias(event)
        refused = (event.anchor is not None or event.tag is not None) and self._refuse(event)
        node = self._scalar(event) if kind is yaml.ScalarEvent else self._collection(event)
        return Refused(node.start, node.end) if refused else node

    def _scalar(self, event: Event) -> Typed | Empty:
        start, end = _offsets(event)
        if not event.style and event.value in {"", "~"}:
            return Empty(start, end)
        return typed(event.value, start, end, style=event.style)

    def _collection(self, event: Event) -> Table | Series:
        self._depth += 1
        if self._depth > _DEEPEST:
            place = self._file.place(event.start_mark.index)
            message = f"the file is nested more than {_DEEPEST} levels deep"
            self._report.add("yaml-limit", place, message, help="no fact file needs so many")
            raise _TooDeep
        kind = type(event)
        made = self._table(event) if kind is yaml.MappingStartEvent else self._series(event)
        self._depth -= 1
        return made

    def _series(self, begun: Event) -> Series:
        made = series(begun.start_mark.index, flow=begun.flow_style)
        next_event = self._next
        while type(event := next_event()) is not yaml.SequenceEndEvent:
            item = self._node(event)
            if isinstance(item, Refused):
                made.lost = True
            else:
                made.append(item)
        made.end = _offsets(event)[1]
        return made

    def _table(self, begun: Event) -> Table:
        made = table(begun.start_mark.index, flow=begun.flow_style)
        next_event = self._next
        while type(event := next_event()) is not yaml.MappingEndEvent:
            key = self._node(event)
            self._put(made, key, self._node(next_event()))
        made.end = _offsets(event)[1]
        return made

    def _put(self, made: Table, key: Node, value: Node) -> None:
        if not isinstance(key, Typed):
            self._report_key(key)
        elif key == "<<" and key.plain:
            self._report_feature(key.start, key.end, "`<<` merges mappings", "write the keys out")
        elif key in made or key in made.lost:
            self._report_doubled(made, key)
        elif type(value) is Refused:
            made.lost |= {str(key)}
        else:
            made[key] = self._value(made, key, value)

    def _value(self, made: Table, key: Typed, value: Node) -> Node:
        """`value`; where a comma in `{…}` made `key`, an empty one that tells so."""
        if not isinstance(value, Empty) or not made.flow:
            return value
        bare = ":" not in self._file.text[key.end : max(value.end, key.end)]
        return Empty(value.start, value.end, bare=bare)

    def _report_doubled(self, made: Table, key: Typed) -> None:
        related: tuple[Related, ...] = ()
        if key in made:
            first = made.key(key)
            related = (Related(self._file.place(first.start, first.end), "it stands here already"),)
        self._report.add(
            "key-doubled",
            self._file.place(key.start, key.end),
            f"the key {echo(key)} stands twice in one mapping",
            help="keep one of them",
            related=related,
        )

    def _report_key(self, key: Node) -> None:
        if not isinstance(key, Refused):
            message = "a list, a mapping or nothing stands where a key was expected"
            place = self._file.place(key.start, key.end)
            self._report.add("yaml-feature", place, message, help="write `key: value`")

    def _refuse(self, event: Event) -> bool:
        """Report the anchor or tag of a node; True."""
        if event.anchor is not None:
            self._anchors.add(event.anchor)
            self._report_sign(event, f"`&{event.anchor}` is an anchor")
        else:
            sign = self._file.text[event.start_mark.index :].split(maxsplit=1)[0]
            self._report_sign(event, f"`{sign}` is a tag")
        return True

    def _report_sign(self, event: Event, message: str) -> None:
        """An `&` or `!` before plain text is taken for prose, before anything else for YAML."""
        start, end = _offsets(event)
        prose = isinstance(event, yaml.ScalarEvent) and not event.style
        if prose and not self._file.text.startswith("!!", start):
            self._report_prose(start, end, message)
        else:
            self._report_feature(start, end, message, "leave it out")

    def _alias(self, event: Event) -> Refused:
        start, end = _offsets(event)
        if event.anchor in self._anchors:
            message = f"`*{event.anchor}` is an alias"
            self._report_feature(start, end, message, "write the value out again")
        else:
            self._report_prose(start, end, f"`*{event.anchor}` is an alias")
        return Refused(start, end)

    def _report_prose(self, start: int, end: int, message: str) -> None:
        line_start, line = self._file.line_of(start)
        self.prose_lines.add(line_start)
        self._report.add(
            "yaml-unquoted",
            self._file.place(start, end),
            f"{message}, where a text was meant",
            help=quoted_line(line),
        )

    def _report_feature(self, start: int, end: int, message: str, what_to_do: str) -> None:
        place = self._file.place(start, end)
        message = f"{message}: fact files do not use this"
        self._report.add("yaml-feature", place, message, help=what_to_do)

    def _report_empty(self) -> None:
        self._report.add(
            "file-empty",
            self._file.place(0),
            "the file holds nothing",
            help="write the fact, or remove the file",
        )


def _offsets(event: Event) -> tuple[int, int]:
    return event.start_mark.index, event.end_mark.index
