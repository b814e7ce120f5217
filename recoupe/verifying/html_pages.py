"""A page of a built site, as a browser would read it: ids, links, words, and the text it shows.

Python's own parser is enough, because the pages are well formed; one that was changed so that it is
not shows other words than the data say.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

_LINKS = ("href", "src", "cite")  # the attributes by which a page names another place
_LONGEST_NUMBER = 12  # digits; Python refuses thousands, and no text is as long
_VOID = frozenset(  # elements without an end, as HTML lists them
    "area base br col embed hr img input link meta source track wbr".split()  # noqa: SIM905
)


@dataclass(slots=True)
class Piece:
    """A part of a source's text on its page, from `start` on; `spans` are the quotes it belongs to.

    `end` is where the page says that it ends, if it says so.
    """

    start: int
    end: int | None = None
    spans: frozenset[str] = frozenset()
    text: str = ""


class Page(HTMLParser):
    """A page's ids, links and text; what it shows of a source in `#text`, and what it marks there.

    `canonical` is the address that it gives as its own, `data` what it has for programs (JSON-LD).

    Places are code points of the captured file where the page says where its pieces begin
    (`placed`), else of the body.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.words: list[str] = []
        self.shown: list[Piece] = []
        self.marked: list[Piece] = []
        self.placed = False
        self.canonical: str | None = None
        self.data: list[str] = []
        self._open: list[tuple[str, Piece | None]] = []
        self._is_data = False  # of the script that is open
        # A browser reads every raw line end as a line feed.
        self.feed(html.replace("\r\n", "\n").replace("\r", "\n"))
        self.close()

    @property
    def text(self) -> str:
        """All the text of the page."""
        return "".join(self.words)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element's id and links; it may begin a piece."""
        known = {name: value or "" for name, value in attrs}
        self.ids |= {value for name, value in known.items() if name == "id"}
        self.links += [known[name] for name in _LINKS if name in known]
        if tag == "link" and known.get("rel") == "canonical":
            self.canonical = known.get("href")
        if tag == "script":
            self._is_data = known.get("type") == "application/ld+json"
            self.data += [""] if self._is_data else []
        if tag not in _VOID:
            self._open.append((tag, self._piece(known)))

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost open element of this name, and all within it."""
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth][0] == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        """Add the text to the page and to all pieces that are open."""
        if self.cdata_elem is None:  # a script's data are not printed
            self.words.append(data)
        elif self.cdata_elem == "script" and self._is_data:
            self.data[-1] += data
        for _, piece in self._open:
            if piece is not None:
                piece.text += data

    def _piece(self, known: Mapping[str, str]) -> Piece | None:
        """The piece that an element with the attributes `known` is, if it is one."""
        around = [piece for _, piece in self._open if piece is not None]
        if known.get("id") == "text":
            self.shown = [Piece(0)]
            return self.shown[0]
        if around and known.get("data-start", "").isdecimal():
            if not self.placed:
                self.shown, self.placed = [], True
            piece = Piece(_number(known["data-start"]), _number(known.get("data-end", "")))
            self.shown.append(piece)
            return piece
        if around and "data-spans" in known:
            start = around[-1].start + len(around[-1].text)
            self.marked.append(Piece(start, spans=frozenset(known["data-spans"].split())))
            return self.marked[-1]
        return None


def _number(typed: str) -> int:
    """The number that `typed` is; -1, which is no place in a text, where it is none."""
    return int(typed) if typed.isdecimal() and len(typed) <= _LONGEST_NUMBER else -1
