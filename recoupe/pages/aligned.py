"""Two wordings of one statement, with the words that differ."""

from collections.abc import Iterable, Iterator

from recoupe.anchoring.anchored import AnchoredAccount
from recoupe.comparing import Parallel, Passage, parallels
from recoupe.pages.editions import Edition
from recoupe.pages.views.wordings import AlignedView, WordingPiece, WordingView
from recoupe.text import Span


def aligned_views(edition: Edition, accounts: Iterable[AnchoredAccount]) -> tuple[AlignedView, ...]:
    """The passages of the `accounts` that two sources have in nearly the same words."""
    passages = [Passage(one.account.source.id, quote) for one in accounts for quote in one.quotes]
    return tuple(_aligned(edition, one) for one in parallels(passages))


def _aligned(edition: Edition, parallel: Parallel) -> AlignedView:
    return AlignedView(
        first=_wording(edition, parallel.first, parallel.first_differs),
        second=_wording(edition, parallel.second, parallel.second_differs),
        same=not (parallel.first_differs or parallel.second_differs),
    )


def _wording(edition: Edition, passage: Passage, differs: Iterable[Span]) -> WordingView:
    source = edition.project.sources[passage.source]
    return WordingView(
        source=edition.labels[passage.source],
        url=edition.addresses.span(passage.source, passage.quote.span),
        language=source.language,
        direction=edition.interface.text_direction(source.language),
        pieces=tuple(_pieces(passage.quote.text, differs)),
    )


def _pieces(text: str, differs: Iterable[Span]) -> Iterator[WordingPiece]:
    done = 0
    for start, end in differs:
        if done < start:
            yield WordingPiece(text[done:start], differs=False)
        yield WordingPiece(text[start:end], differs=True)
        done = end
    if done < len(text):
        yield WordingPiece(text[done:], differs=False)
