"""Repairing facts whose sources have changed: what is clear is written, the rest is left and told.

Everything is written in two steps, so that no pin vouches for words that were not proved: first
the words, then, once the facts were loaded again and all that is cited stands, the pins.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from recoupe.diagnostics import Place
from recoupe.editing.drift import SourceDrift
from recoupe.editing.edits import edited
from recoupe.editing.link_places import link_place
from recoupe.editing.mended import Mended, as_typed, edits, link_words, mended
from recoupe.editing.proposals import changes
from recoupe.editing.quote_edits import NewHistory, history_added, key_set
from recoupe.editing.refusals import EditRefusedError
from recoupe.editing.saving import SeenFile, seen_file, write_over
from recoupe.editing.splices import reworded
from recoupe.model import HistoryKind, Source

_MARKDOWN = ".md"
_NOTES: Mapping[str, str] = {
    "fr": "Le texte de {} a changé\u202f; les citations le suivent{}.",
    "en": "The text of {} has changed, and the quotes with it{}.",
}
_FROM_TO: Mapping[str, str] = {"fr": "{} devient {}", "en": "{} is now {}"}
_COLON: Mapping[str, str] = {"fr": "\u00a0: ", "en": ": "}
_MOST_NOTED = 5  # changes that a note spells out; the page has all the words
_NAMED: Mapping[str, str] = {"fr": "«\u00a0{}\u00a0»", "en": "“{}”"}


@dataclass(frozen=True, slots=True)
class Repair:
    """What can be written of one citation; `obstacle` is why it was not, "" where it was."""

    mended: Mended
    source: SourceDrift
    obstacle: str = ""


@dataclass(frozen=True, slots=True)
class Repaired:
    """What was done: repairs that were written or met an obstacle, and the files written."""

    repairs: tuple[Repair, ...]
    files: tuple[str, ...]


def repairs(
    drifted: Iterable[SourceDrift], accepted: Callable[[Place], bool] = lambda _: False
) -> list[Repair]:
    """What can be written without asking anybody, by file and place.

    And what is in doubt, where an editor has looked at its place and `accepted` it.
    """
    found = []
    for source in drifted:
        for drift in source.drifts:
            taken = accepted(drift.citation.quote.place)
            one = mended(drift, source) if taken or drift.mendable else None
            if one is None and taken and drift.proved and drift.doubts:
                one = as_typed(drift)
            if one is not None:
                found.append(Repair(one, source))
    return sorted(found, key=lambda one: one.mended.drift.citation.quote.place)


def write_repairs(root: Path, found: Sequence[Repair], *, today: str, language: str) -> Repaired:
    """Write what was `found` into the fact files, each with one entry of its history.

    An entry is only for what readers were shown: not for drafts, nor where a quote never was
    proved, nor where only the neighbours that name it are others. A repair that cannot be written
    without touching something else meets an obstacle, and the others are written all the same.
    Raises FileChangedError where a file was saved by another program meanwhile, and OSError where
    the machine fails.
    """
    done: list[Repair] = []
    written: list[str] = []
    for path in dict.fromkeys(one.mended.drift.citation.path for one in found):
        own = [one for one in found if one.mended.drift.citation.path == path]
        try:
            seen = seen_file(root, path)
        except EditRefusedError as refusal:
            done += [replace(one, obstacle=str(refusal)) for one in own]
            continue
        after = _File(seen, today, language)
        done += after.repaired(own)
        if after.text != seen.text:
            write_over(seen, after.text)
            written.append(path)
    return Repaired(tuple(done), tuple(written))


def write_pin(root: Path, source: Source) -> None:
    """Write the hash of the text of `source` as it was loaded; raises as `write_over` does."""
    seen = seen_file(root, source.record.place.path)
    edit = key_set(seen, "sha256", source.file_sha256)
    write_over(seen, edited(seen.text, [edit], path=seen.path))


class _File:
    """One fact file while repairs are made in it."""

    def __init__(self, seen: SeenFile, today: str, language: str) -> None:
        self._seen = seen
        self._today = today
        self._language = language if language in _NAMED else "en"
        self.text = seen.text

    def repaired(self, found: Sequence[Repair]) -> list[Repair]:
        """`found`, each made in the text, or with the obstacle that it met."""
        done = [self._repair(one) for one in found]
        told = [one for one in done if not one.obstacle and _is_told(one)]
        if told and not self._seen.path.endswith(_MARKDOWN):
            entry = NewHistory(self._today, HistoryKind.UPDATED, self._note(told))
            self.text = edited(self.text, [history_added(self._seen, entry)], path=self._seen.path)
        return done

    def _repair(self, one: Repair) -> Repair:
        try:
            self.text = self._with(one.mended)
        except EditRefusedError as refusal:
            return replace(one, obstacle=str(refusal))
        return one

    def _with(self, one: Mended) -> str:
        now = replace(self._seen, content=self.text.encode("utf-8"))
        if one.wording is None:
            return self.text
        if not self._seen.path.endswith(_MARKDOWN):
            return edited(self.text, edits(one, now), path=self._seen.path)
        old, new = link_words(one)
        place = link_place(self.text, old, new)
        return reworded(self.text, place.typed, new, number=place.number)

    def _note(self, told: Sequence[Repair]) -> str:
        """What the history tells readers, a sentence for each source."""
        by_title: dict[str, list[Repair]] = {}
        for one in told:
            by_title.setdefault(one.source.source.title, []).append(one)
        return " ".join(
            _NOTES[self._language].format(self._named(title), self._changes(own))
            for title, own in by_title.items()
        )

    def _changes(self, told: Sequence[Repair]) -> str:
        """The words that have changed, each with those that stood there."""
        drifts = [one.mended.drift for one in told]
        pairs = dict.fromkeys(
            (" ".join(one.before), " ".join(one.now))
            for drift in drifts
            for one in changes(drift.before, drift.after)
        )
        said = [
            _FROM_TO[self._language].format(self._named(before), self._named(now))
            for before, now in pairs
        ]
        if not said:  # its punctuation alone has changed
            return ""
        listed = ", ".join([*said[:_MOST_NOTED], *(["…"] if len(said) > _MOST_NOTED else [])])
        return _COLON[self._language] + listed

    def _named(self, words: str) -> str:
        return _NAMED[self._language].format(words or "…")


def _is_told(one: Repair) -> bool:
    """Whether readers of the published site see that something is other than it was."""
    return one.source.changed and one.mended.visible and one.mended.drift.citation.published
