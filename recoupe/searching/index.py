"""The index in its place: published with a record of its own, and only when a text has changed.

The site's manifest leaves the index out, because Pagefind does not promise equal files for equal
texts. Whether it is still right is told by a key over all that it was made from, which stands among
its files: a build that finds it there does not even start Pagefind.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from recoupe.memory.stamps import Seen
from recoupe.pages.urls import SEARCH_INDEX
from recoupe.searching.bundle import IndexFailedError, bundle, page, pagefind_version
from recoupe.searching.documents import Document
from recoupe.writing.manifest import MANIFEST
from recoupe.writing.output import digest
from recoupe.writing.publish import Publication, Published, publishing

_FOLDER = SEARCH_INDEX.removeprefix("/")
INDEX_RECORD = f"{_FOLDER}manifest.json"
_KEY = "key.txt"
_OVERTAKEN = "another build has published another site there meanwhile"


@dataclass(frozen=True, slots=True)
class Indexed:
    """Over how many pages the index is, and whether it had to be made anew.

    With a `failure`, which says why, the index is as it was before. `stamped` are its files as they
    stood then.
    """

    documents: int
    made: bool
    failure: str | None = None
    stamped: Seen = field(default_factory=dict)


def publish_index(
    documents: Iterable[Document],
    output: Path,
    *,
    language: str,
    root: Path,
    inputs: Iterable[Path] = (),
    site: Published | None = None,
) -> Indexed:
    """Make the index of the site in `output` right for `documents`; without any there is none.

    `site` is how that was published. That it was since published again, or that Pagefind fails, is
    told in the result. Raises OutputRefusedError and OutputFailedError as every publish does.
    """
    pages = {one.url: page(one, language) for one in documents}
    key = _key(pages, language)
    with publishing(output, root=root, inputs=inputs, record=INDEX_RECORD) as publication:
        if site is not None and site.manifest != digest(f"{output}/{MANIFEST}"):
            return Indexed(len(pages), made=False, failure=_OVERTAKEN)
        if _is_right(publication, key if pages else None):
            return Indexed(len(pages), made=False, stamped=publication.stamped())
        try:
            files = bundle(pages.items(), language) | {_KEY: key} if pages else {}
        except IndexFailedError as error:
            return Indexed(len(pages), made=False, failure=str(error))
        published = publication.publish((f"{_FOLDER}{path}", one) for path, one in files.items())
    return Indexed(len(pages), made=True, stamped=published.stamped)


def _is_right(publication: Publication, key: bytes | None) -> bool:
    """Whether the index stands as written, under this key; without a key, whether there is none."""
    wanted = sha256(key).hexdigest() if key else None
    found = publication.owned.get(f"{_FOLDER}{_KEY}")
    return publication.owned == publication.standing and found == wanted


def _key(pages: dict[str, bytes], language: str) -> bytes:
    """One hash over all that an index depends on."""
    made = sha256(f"{version('recoupe')} {pagefind_version()} {language}".encode())
    for url, content in sorted(pages.items()):
        made.update(f"\n{url} {len(content)}\n".encode() + content)
    return f"{made.hexdigest()}\n".encode()
