"""Which parts of an edition a page was made of: noted as they are read, so that none is forgotten.

Whatever of an edition one fact can change is read through here. The rest, its `settings`, are what
all pages share: when these change, every page is another.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from recoupe.pages.editions import Edition
from recoupe.pages.urls import Addresses
from recoupe.text import Span

_LENGTH = "length"  # the key of how many there are, which more pages ask for than what they are

Key = TypeVar("Key")
Value = TypeVar("Value")


class Read(NamedTuple):
    """A part of an edition: what has `key` in the field `name`; None is all keys, or all items."""

    name: str
    key: Any


Fields = Mapping[str, Mapping[Any, Any] | Sequence[Any]]


def fields(edition: Edition) -> Fields:
    """What is read by key, by the names that reads have."""
    anchored, findings = edition.anchored, edition.findings
    project = anchored.project
    return {
        "project.sources": project.sources,
        "project.claims": project.claims,
        "project.discrepancies": project.discrepancies,
        "project.pages": project.pages,
        "anchored.sources": anchored.sources,
        "anchored.claims": anchored.claims,
        "anchored.linked": anchored.linked,
        "findings.claims": findings.claims,
        "findings.discrepancies": findings.discrepancies,
        "sources": edition.sources,
        "claims": edition.claims,
        "discrepancies": edition.discrepancies,
        "labels": edition.labels,
        "voices": edition.voices,
        "discrepancies_of": edition.discrepancies_of,
        "places": edition.places,
        "linked": edition.linked,
        "pairs": edition.pairs,
        "tags": edition.tags,
        "pictures": edition.pictures,
    }


def settings(edition: Edition) -> tuple[object, ...]:
    """What every page may show and no trace tells of."""
    return edition.project.site, edition.site, edition.interface.language, edition.verdicts


def part(found: Fields, read: Read) -> object:
    """What stands now where it was read; None where nothing does, which no field holds."""
    field, key = found.get(read.name, {}), read.key
    if key is None:
        return tuple(field)
    if isinstance(field, Sequence):
        return len(field)
    return field.get(key)


class Trace:
    """Notes what is read of `edition`, which is the one that was given in all else."""

    def __init__(self, edition: Edition) -> None:
        self._reads: set[Read] = set()
        self.edition = _traced(edition, self._reads.add)

    def taken(self) -> frozenset[Read]:
        """What has been read since this was asked before."""
        reads = frozenset(self._reads)
        self._reads.clear()
        return reads


Note = Callable[[Read], None]


class _TracedMapping(Mapping[Key, Value]):
    """A mapping that notes which of its keys are asked for, be they there or not."""

    def __init__(self, name: str, traced: Mapping[Key, Value], note: Note) -> None:
        self._name, self._traced, self._note = name, traced, note

    def __getitem__(self, key: Key) -> Value:
        self._note(Read(self._name, key))
        return self._traced[key]

    def __iter__(self) -> Iterator[Key]:
        self._note(Read(self._name, None))
        return iter(self._traced)

    def __len__(self) -> int:
        self._note(Read(self._name, None))
        return len(self._traced)


class _TracedSequence(Sequence[Value]):
    """A sequence that notes whether its length or its items are asked for."""

    def __init__(self, name: str, traced: Sequence[Value], note: Note) -> None:
        self._name, self._traced, self._note = name, traced, note

    def __getitem__(self, index: Any) -> Any:
        self._note(Read(self._name, None))
        return self._traced[index]

    def __iter__(self) -> Iterator[Value]:
        self._note(Read(self._name, None))
        return iter(self._traced)

    def __len__(self) -> int:
        self._note(Read(self._name, _LENGTH))
        return len(self._traced)


class _TracedSpanIds(Mapping[str, Mapping[Span, str]]):
    """The ids of quotes, which come of their sources’ texts alone: so these are what is noted.

    Which quotes there are does not, so that nobody can ask for it here.
    """

    def __init__(self, traced: Mapping[str, Mapping[Span, str]], note: Note) -> None:
        self._traced, self._note = traced, note

    def __getitem__(self, source: str) -> Mapping[Span, str]:
        self._note(Read("anchored.sources", source))
        return self._traced[source]

    def __iter__(self) -> Iterator[str]:
        raise TypeError("ask claims and links for quotes: reads of these are noted")

    def __len__(self) -> int:
        raise TypeError("ask claims and links for quotes: reads of these are noted")


def _traced(edition: Edition, note: Note) -> Edition:
    """`edition` with every one of its `fields` noting what is asked of it."""
    traced: dict[str, Any] = {}  # each of the type that its field has
    for name, field in fields(edition).items():
        if isinstance(field, Mapping):
            traced[name] = _TracedMapping(name, field, note)
        else:
            traced[name] = _TracedSequence(name, field, note)
    own = {name: field for name, field in traced.items() if hasattr(edition, name)}
    project = replace(edition.project, **_below("project", traced))
    return replace(
        edition,
        **own,
        anchored=replace(edition.anchored, project=project, **_below("anchored", traced)),
        findings=replace(edition.findings, **_below("findings", traced)),
        addresses=_traced_addresses(edition.addresses, note),
    )


def _below(name: str, traced: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a part of the edition, by their own names."""
    names = (one.partition(".") for one in traced)
    return {
        field: traced[f"{name}.{field}"] for above, _, field in names if field and above == name
    }


def _traced_addresses(addresses: Addresses, note: Note) -> Addresses:
    def live_url(source: str, span: Span) -> str | None:
        note(Read("anchored.sources", source))
        return addresses.live_urls(source, span)

    return Addresses(_TracedSpanIds(addresses.span_ids, note), live_url)
