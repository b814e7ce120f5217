"""What tells one value of an edition from another: a hash of all that a page could show of it.

Facts are immutable, and found again and again from many sides, so that each is hashed once and
known by its identity from then on. A value of a kind that cannot be hashed is an error and never
taken for unchanged.
"""

from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b
from typing import Any

import msgspec

from recoupe.anchoring.anchored import AnchoredClaim, AnchoredSource
from recoupe.comparing import ClaimFindings
from recoupe.model import Claim, Discrepancy, MarkdownPage, Source
from recoupe.pages.editions import Voice
from recoupe.pages.lists import Leaf

_LENGTH = 16  # bytes: that two of a thousand million values agree is less likely than 1 in 10^20

_encoded = msgspec.msgpack.Encoder().encode


class Fingerprints:
    """The fingerprints of one build's values; the facts among them stay as long as it does.

    `keys` are those of claims and discrepancies by the paths of their files: a key is another for
    any other file, so that what came of one with a key need not be hashed.
    """

    def __init__(self, keys: Mapping[str, bytes] | None = None) -> None:
        self._keys = keys or {}
        self._facts: dict[int, tuple[object, bytes]] = {}

    def of(self, value: object) -> bytes:
        """The fingerprint of `value`: another one for whatever a page could show otherwise.

        Raises TypeError for what is no value of an edition.
        """
        kind = type(value)
        if kind in _FACTS:
            return self._of_fact(value)
        if kind in _PARTS:
            return self._of_all(kind.__name__, _PARTS[kind](value))
        if isinstance(value, tuple | list) and kind in (tuple, list):
            return self._of_all("sequence", value)
        if isinstance(value, Mapping):
            return self._of_all("mapping", (one for pair in value.items() for one in pair))
        return _hash(_encoded((kind.__name__, value)))

    def _of_fact(self, fact: object) -> bytes:
        known = self._facts.get(id(fact))
        if known is None:
            known = self._facts[id(fact)] = (fact, self._of_new_fact(fact))
        return known[1]

    def _of_new_fact(self, fact: object) -> bytes:
        kind = type(fact)
        if parts := _PARTS.get(kind):
            return self._of_all(kind.__name__, parts(fact))
        key = self._keys.get(fact.place.path) if isinstance(fact, Claim | Discrepancy) else None
        return key or _hash(_encoded(fact))

    def _of_all(self, kind: str, parts: Iterable[object]) -> bytes:
        digest = blake2b(kind.encode(), digest_size=_LENGTH)
        for part in parts:
            # A word is quicker written than hashed; the first byte tells which of the two it is.
            plain = type(part) is str
            digest.update(b"w" + _encoded(part) if plain else b"h" + self.of(part))
        return digest.digest()


def _hash(encoded: bytes) -> bytes:
    return blake2b(encoded, digest_size=_LENGTH).digest()


# What is hashed once, since it is met often; all else is hashed whenever it is asked for.
_FACTS = frozenset({AnchoredClaim, AnchoredSource, Claim, Discrepancy, MarkdownPage, Source})

# What values are made of that hold facts, or what has no order.
_PARTS: dict[type, Callable[[Any], Iterable[object]]] = {
    AnchoredClaim: lambda one: (
        one.claim,
        _encoded([[(q.span, q.text, q.name) for q in told.quotes] for told in one.accounts]),
    ),
    AnchoredSource: lambda one: (one.source, one.body),  # its text is that of the source
    ClaimFindings: lambda one: (one.conflicts, one.confirmations, sorted(one.earlier)),
    Leaf: lambda one: (one.url, one.items, one.pager),
    Voice: lambda one: (one.claim, one.account.account.name),
}
