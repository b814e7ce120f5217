"""The pictures of a site: which there are, under which URLs, and their files.

A picture's URL has the key of what is drawn on it, so that whoever keeps an old one asks for the
new one, and pages can name pictures before these are made.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256

from recoupe.pages import urls
from recoupe.pages.editions import Edition
from recoupe.pages.pictures import picture_link, picture_views
from recoupe.pages.views.frame import PictureLink
from recoupe.pages.views.pictures import PictureView
from recoupe.picturing.store import Store
from recoupe.picturing.tools import tools

_SHORT = 16  # hex digits of a key in a URL: enough to tell the versions of one picture apart
_FILE = re.compile(rf"assets/pictures/[a-z0-9/-]+\.[0-9a-f]{{{_SHORT}}}\.png")


@dataclass(frozen=True, slots=True)
class Gallery:
    """The pictures of one build; `links` are how pages name theirs, by the page's URL.

    `keys` are the pictures to be made, with the keys of what is drawn on them; `kept` the paths of
    files that stay in the output as they are.
    """

    links: Mapping[str, PictureLink]
    keys: Mapping[PictureView, str]
    kept: tuple[str, ...]

    def files(self, store: Store) -> Iterator[tuple[str, Callable[[], bytes]]]:
        """The pictures to be made: their paths, and what draws those that the store has not."""
        drawings = self.drawings()
        for view, key in self.keys.items():
            yield _url(view, key).removeprefix("/"), partial(store.drawn, key, drawings[key])

    def drawings(self) -> Mapping[str, Callable[[], bytes]]:
        """What draws each of the pictures to be made, by their keys."""
        if not self.keys:
            return {}
        from recoupe.picturing.drawing import drawing  # noqa: PLC0415  loads Pillow, which is slow

        picture_png = drawing()
        return {key: partial(picture_png, view) for view, key in self.keys.items()}


def whole_gallery(edition: Edition) -> Gallery:
    """All pictures of an edition."""
    drawn_with = tools()
    keys = {view: _key(view, drawn_with) for view in picture_views(edition)}
    links = {view.page: picture_link(edition, view, _url(view, key)) for view, key in keys.items()}
    return Gallery(links, keys, kept=())


def standing_gallery(edition: Edition, standing: Iterable[str]) -> Gallery:
    """The pictures among the files that stand in the output: all stay, and none is made.

    A page names the one that says what it says; one of before, with another verdict, names nothing.
    """
    kept = frozenset(path for path in standing if _FILE.fullmatch(path))
    if not kept:
        return Gallery({}, {}, ())
    drawn_with = tools()
    found = ((view, _url(view, _key(view, drawn_with))) for view in picture_views(edition))
    links = {
        view.page: picture_link(edition, view, url)
        for view, url in found
        if url.removeprefix("/") in kept
    }
    return Gallery(links, {}, tuple(sorted(kept)))


def _key(view: PictureView, drawn_with: tuple[str, ...]) -> str:
    """Of all that is drawn, and of what it is drawn with. One drawing may do for several pages."""
    return sha256(repr((replace(view, page=""), drawn_with)).encode()).hexdigest()


def _url(view: PictureView, key: str) -> str:
    return urls.picture(view.page, key[:_SHORT])
