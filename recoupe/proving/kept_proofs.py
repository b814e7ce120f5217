"""What builds before proved of claims, so that it need not be proved again.

A claim of which anything was told is not among them, so that no mistake and no warning goes untold.
A proof holds while the claim's file has the same bytes, and its context is the same.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from recoupe.anchoring.anchor import claim_proses
from recoupe.anchoring.anchored import AnchoredProject
from recoupe.anchoring.found_quotes import FoundQuotes, LinkedQuote, found_quote
from recoupe.comparing import ClaimFindings, Findings
from recoupe.diagnostics import Report
from recoupe.memory.records import keep_record, kept_record
from recoupe.model import ExactQuote, Project
from recoupe.prose import ProseLink, links
from recoupe.proving.contexts import (
    Contexts,
    HeldHashes,
    Surroundings,
    Touched,
    surroundings,
    touched_by,
)


class Proof(NamedTuple):
    """What was found of one claim, and the context in which it was."""

    touched: Touched
    context: bytes
    quotes: FoundQuotes
    findings: ClaimFindings


_encoded = msgspec.msgpack.Encoder().encode
_decoded = msgspec.msgpack.Decoder(dict[bytes, Proof]).decode


class KeptProofs:
    """The proofs in the file at `path`, which may be removed at any time."""

    def __init__(self, path: Path, version: bytes) -> None:
        self._path, self._version = str(path), version
        self._before = kept_record(self._path, version, _decoded) or {}
        self._left = frozenset(self._before)
        self._now: dict[bytes, Proof] = {}
        self._hashed = HeldHashes()
        self._around_before: Surroundings | None = None
        self._around_now: Surroundings | None = None

    def again(self) -> None:
        """Begin another proof in this process, which holds what those before proved."""
        self._before, self._now = self._now, {}
        self._around_before = self._around_now
        self._hashed.again()

    def holding(self, project: Project, keys: Mapping[str, bytes]) -> dict[str, Proof]:
        """The proofs that still hold, by the keys of their claims in `project`.

        `keys` tell of each claim, by the path of its file, what bytes it was read from.
        """
        self._around_now = surroundings(project)
        same = self._around_now == self._around_before
        contexts = None if same else Contexts(project, self._hashed)
        proofs = {}
        for id, claim in project.claims.items():
            key = keys.get(claim.place.path, b"")
            proof = self._before.get(key)
            if proof is None:
                continue
            if contexts is None or contexts.of(claim, proof.touched) == proof.context:
                proofs[id] = self._now[key] = proof
        return proofs

    def take(
        self,
        anchored: AnchoredProject,
        findings: Findings,
        report: Report,
        keys: Mapping[str, bytes],
    ) -> None:
        """Take down what was just proved of a project; `keys` as in `holding`."""
        contexts = Contexts(anchored.project, self._hashed)
        new = _new_proofs(anchored, findings, report, keys, contexts, known=self._now)
        self._now |= dict(new)

    def leave(self) -> None:
        """Leave all that was taken down for the next build; where that fails, it proves more."""
        now = frozenset(self._now)
        if now != self._left:
            with suppress(OSError):
                keep_record(self._path, self._version, _encoded(self._now))
                self._left = now


def _new_proofs(
    anchored: AnchoredProject,
    findings: Findings,
    report: Report,
    keys: Mapping[str, bytes],
    contexts: Contexts,
    *,
    known: Container[bytes],
) -> Iterator[tuple[bytes, Proof]]:
    told = {one.place.path for one in report}
    for id, claim in anchored.claims.items():
        path = claim.claim.place.path
        key = keys.get(path)
        if key is None or key in known or path in told:
            continue
        linked = [link for prose, _ in claim_proses(claim.claim) for link in links(prose)]
        touched = touched_by(claim.claim, linked)
        quotes = FoundQuotes(
            tuple(tuple(map(found_quote, account.quotes)) for account in claim.accounts),
            tuple(_linked_quotes(linked, anchored)),
        )
        yield key, Proof(touched, contexts.of(claim.claim, touched), quotes, findings.claims[id])


def _linked_quotes(linked: Iterable[ProseLink], anchored: AnchoredProject) -> Iterator[LinkedQuote]:
    for link in linked:
        target = link.target
        if target is None or target.quote is None:
            continue
        found = anchored.linked.get((target.id, target.quote))
        if found is not None:
            typed = ExactQuote(target.quote, link.place)
            yield LinkedQuote(target.id, typed, found_quote(found))
