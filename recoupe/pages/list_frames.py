"""The frames of lists: each page after the first says in its title which one it is."""

from decimal import Decimal

from recoupe.pages.editions import Edition
from recoupe.pages.frames import frame
from recoupe.pages.lists import Item, Leaf
from recoupe.pages.views.frame import Frame, Link


def list_frame(
    edition: Edition,
    leaf: Leaf[Item],
    *,
    title: str,
    description: str,
    trail: tuple[Link, ...] = (),
) -> Frame:
    """The frame of one page of a list."""
    if leaf.pager.current > 1:
        number = edition.interface.number(Decimal(leaf.pager.current))
        page = edition.interface.gettext("page %(number)s") % {"number": number}
        title = f"{title}, {page}"
    return frame(edition, leaf.url, title=title, description=description, trail=trail)
