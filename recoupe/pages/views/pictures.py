"""The pictures that others show with a link to a page: all that is drawn on one, and no more."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PictureView:
    """What is drawn on a picture of the page at `page`.

    `heading` is a claim's statement, or the site's title on the picture of all other pages; `site`
    is the title where it is not the heading. `stamp` is the verdict's label; `given` tells whether
    there is one, or the claim is open. `note` is a line or two below the heading.
    """

    page: str
    heading: str
    site: str | None
    stamp: str | None
    given: bool
    note: str | None
