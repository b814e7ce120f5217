"""What the proof of a claim takes besides the claim: in a hash, another for each change of it.

That is the site, the sources that it quotes, what its links lead to, and the discrepancies that
name it. Nothing else of a project is looked at where a claim is proved without a word said.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from hashlib import blake2b
from typing import NamedTuple

import msgspec

from recoupe.anchoring.link_targets import target_state
from recoupe.comparing.compare import discrepancy_findings
from recoupe.comparing.discrepancies import accounts_named
from recoupe.memory.remembered import Remembered
from recoupe.model import Claim, Discrepancy, Project, Site, Source
from recoupe.prose import ProseLink

_LENGTH = 16  # bytes, as of a fingerprint

_encoded = msgspec.msgpack.Encoder().encode


class Touched(NamedTuple):
    """What a claim names: the ids of sources, and what its links lead to, by scheme and id."""

    sources: tuple[str, ...]
    targets: tuple[tuple[str, str], ...]


def touched_by(claim: Claim, linked: Iterable[ProseLink]) -> Touched:
    """What `claim` names, whose Markdown has the links that are `linked`."""
    targets = [link.target for link in linked if link.target is not None]
    sources = [account.source.id for account in claim.accounts]
    sources += [target.id for target in targets if target.quote is not None]
    return Touched(
        tuple(dict.fromkeys(sources)),
        tuple(dict.fromkeys((target.scheme, target.id) for target in targets)),
    )


class Surroundings(NamedTuple):
    """All of a project that contexts are made of, but for the accounts of the claims themselves.

    While these are the same, so is the context of every claim that is.
    """

    site: Site
    sources: tuple[Source, ...]
    discrepancies: tuple[Discrepancy, ...]
    drafts: dict[str, bool]
    pages: frozenset[str]
    broken: AbstractSet[str]


def surroundings(project: Project) -> Surroundings:
    """Those of the claims of `project`; compared in no time where most facts are the same."""
    return Surroundings(
        project.site,
        tuple(project.sources.values()),
        tuple(project.discrepancies.values()),
        {id: claim.record.draft for id, claim in project.claims.items()},
        frozenset(project.pages),
        project.broken,
    )


class HeldHashes:
    """The hashes of facts that stay the same objects in a process that lives on."""

    def __init__(self) -> None:
        self.source = Remembered[Source, bytes](_hash)

    def again(self) -> None:
        """Forget those of facts that are gone."""
        self.source.again()


class Contexts:
    """The contexts of one project's claims."""

    def __init__(self, project: Project, held: HeldHashes) -> None:
        self._project = project
        self._site = _hash(project.site)
        self._sources = {id: held.source(source) for id, source in project.sources.items()}
        self._named = accounts_named(discrepancy_findings(project))

    def of(self, claim: Claim, touched: Touched) -> bytes:
        """The context of `claim`, which names what is `touched`; 16 bytes."""
        sources = [self._sources.get(id) for id in touched.sources]
        states = [target_state(*target, self._project) for target in touched.targets]
        naming = self._naming(self._named.get(claim.id, {}))
        return _hash((self._site, sources, states, naming))

    def _naming(self, named: Mapping[str, Iterable[str]]) -> list[tuple[str, bool, list[str]]]:
        """The discrepancies that name a claim: whether they are drafts, which accounts they name.

        They are in their order, which findings follow.
        """
        facts = self._project.discrepancies
        return [(id, facts[id].record.draft, sorted(names)) for id, names in named.items()]


def _hash(value: object) -> bytes:
    return blake2b(_encoded(value), digest_size=_LENGTH).digest()
