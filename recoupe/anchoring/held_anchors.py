"""What was found before in a process that lives on: sources and claims as the very same objects.

Pages are then made of what they were made of before, and whoever asks whether anything changed may
ask whether it is the same object.
"""

from collections.abc import Mapping

from recoupe.anchoring.anchored import AnchoredClaim, AnchoredQuote, AnchoredSource
from recoupe.anchoring.bodies import anchored_source
from recoupe.anchoring.found_quotes import (
    FoundQuotes,
    LinkedQuote,
    claim_as_found,
    link_as_found,
)
from recoupe.diagnostics import Report
from recoupe.model import Claim, Source

Link = tuple[tuple[str, str], AnchoredQuote]


class HeldAnchors:
    """The sources and claims of the search before, as long as their facts are the same objects."""

    def __init__(self) -> None:
        self._sources: dict[str, AnchoredSource] = {}
        self._claims: dict[str, tuple[AnchoredClaim, FoundQuotes]] = {}
        self._links: dict[int, tuple[LinkedQuote, Link]] = {}

    def source(self, source: Source, report: Report) -> AnchoredSource | None:
        """As `anchored_source`; what that has told of is not held."""
        held = self._sources.get(source.id)
        if held is not None and held.source is source:
            return held
        made = anchored_source(source, report)
        if made is not None:
            self._sources[source.id] = made
        return made

    def claim(
        self, claim: Claim, found: FoundQuotes, sources: Mapping[str, AnchoredSource]
    ) -> AnchoredClaim:
        """As `claim_as_found`, of which `found` says already what the texts were."""
        held = self._claims.get(claim.id)
        if held is not None and held[0].claim is claim and held[1] is found:
            return held[0]
        made = claim_as_found(claim, found, sources)
        self._claims[claim.id] = made, found
        return made

    def link(self, found: LinkedQuote, sources: Mapping[str, AnchoredSource]) -> Link:
        """As `link_as_found`."""
        held = self._links.get(id(found))
        if held is None:
            held = self._links[id(found)] = found, link_as_found(found, sources)
        return held[1]
