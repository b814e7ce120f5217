"""What became of words that a project cites: the values in which it is told."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from recoupe.anchoring.anchored import AnchoredSource
from recoupe.diagnostics import Place
from recoupe.editing.citations import Citation
from recoupe.editing.earlier import Earlier
from recoupe.editing.proposals import Passage
from recoupe.editing.telling_words import Telling
from recoupe.model import Source


class State(StrEnum):
    """What became of words; `stands` and `moved` are still proved."""

    STANDS = "stands"
    MOVED = "moved"
    CHANGED = "changed"
    GONE = "gone"
    SPEAKS = "speaks"  # searched words that a silent source now has


@dataclass(frozen=True, slots=True)
class Drift:
    """What became of one citation.

    `before` are its words, the source's own where its earlier text is known, and `after` those that
    stand there now, or are likely to be the same passage; "" where there are none. `then` and `now`
    are their places in the captured file. `passages` may be written for words that are lost: one,
    or first and last of a long passage. `doubts` is why only an editor can decide.
    """

    citation: Citation
    state: State
    before: str
    after: str = ""
    then: Place | None = None
    now: Place | None = None
    passages: tuple[Passage, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def proved(self) -> bool:
        """Whether a build takes it as it is."""
        return self.state in {State.STANDS, State.MOVED}

    @property
    def mendable(self) -> bool:
        """Whether other words can be written without asking anybody."""
        return self.state is State.CHANGED and bool(self.passages) and not self.doubts

    @property
    def meaning_doubted(self) -> bool:
        """Whether the words that have changed may say something else."""
        return any(isinstance(one, Telling) for one in self.doubts)

    @property
    def settled(self) -> bool:
        """Whether nobody needs to look at it."""
        return self.proved and not self.doubts

    def is_left(self, accepted: Callable[[Place], bool]) -> bool:
        """Whether it is left to be decided, where an editor has `accepted` some places."""
        return not (self.settled or (self.proved and accepted(self.citation.quote.place)))

    @property
    def told(self) -> State:
        """Under which state it is counted: a passage with other words inside has changed."""
        return State.CHANGED if self.proved and self.meaning_doubted else self.state


@dataclass(frozen=True, slots=True)
class SourceDrift:
    """A source, what became of all that is cited from it, and whence its earlier text is known.

    `body` is where its words are looked for: the body, or what is likely to be it.
    """

    source: Source
    body: AnchoredSource
    earlier: Earlier | None
    drifts: tuple[Drift, ...]

    @property
    def changed(self) -> bool:
        """Whether the text is not the one that was checked."""
        return has_changed(self.source)

    @property
    def settled(self) -> bool:
        """Whether all that is cited is still proved, and nothing is in doubt."""
        return all(one.settled for one in self.drifts)

    @property
    def proved(self) -> bool:
        """Whether a build takes all that is cited."""
        return all(one.proved for one in self.drifts)


def has_changed(source: Source) -> bool:
    """Whether the text of `source` is not the one that was checked."""
    return source.pin is not None and source.pin != source.file_sha256
