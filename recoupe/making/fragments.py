"""Text fragments found before pages are made, of one source after the other, by all processes.

A quote stands on the pages of its claim and of its source, which two processes may make: each would
search for what the other has found. Where that was kept by a build before, nobody searches.
"""

from collections.abc import Sequence

from recoupe.making.files import made_in_turn
from recoupe.pages.editions import Edition
from recoupe.pages.live_urls import LiveUrls
from recoupe.pages.planned import PlannedPage
from recoupe.runs import Run

_STAGE = "text fragments"


def ready_fragments(
    edition: Edition, live_urls: LiveUrls, pages: Sequence[PlannedPage], run: Run
) -> None:
    """Find what `pages`, which are to be made, show of any source: of all where they are many."""
    urls = {page.url for page in pages}
    sources = [
        id
        for id in edition.places
        if len(pages) > len(edition.places) or edition.addresses.source(id) in urls
    ]

    def ready(number: int) -> None:
        with run.stage(_STAGE):
            id = sources[number]
            live_urls.ready(id, edition.addresses.span_ids[id])

    made_in_turn(_STAGE, len(sources), ready, run)
    live_urls.forget_others()
