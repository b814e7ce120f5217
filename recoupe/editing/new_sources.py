"""A source made of a saved page or a text: the captured text, and what the page states about it.

A text is taken byte for byte; of a page, only what is stated is filled in. Nothing is fetched, and
nothing that stands is overwritten: what could not be finished is taken away again.
"""

import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from recoupe.diagnostics import Report
from recoupe.editing.article_texts import article_text
from recoupe.editing.new_files import new_file
from recoupe.editing.refusals import EditRefusedError
from recoupe.editing.saved_pages import LARGEST, page_tree, saved_page
from recoupe.editing.snippets import Value, item_text
from recoupe.editing.start import fact_path, skeleton
from recoupe.editing.statements import Stated, stated
from recoupe.reading.decoding import article_text as checked_text
from recoupe.reading.folders import SEEDS

_PAGES = frozenset({".html", ".htm", ".xhtml"})
_TEXTS = frozenset({".txt", ".text"})
_KEY = re.compile(r"(?:# )?(\w+):")
# What stands in the way of an article, in French and English; articles about it are longer.
_CONSENT = re.compile(r"cookies?\b|consent\b|consentement|vie privée|privacy", re.IGNORECASE)
_SHORT = 2_000  # bytes of text; of articles on the matter, few are shorter
_WORTH_FILLING = ("title", "publisher", "author", "published", "retrieved", "url", "language")


@dataclass(frozen=True, slots=True)
class NewSource:
    """What was written, what is left to be filled in, and what an editor should look at."""

    paths: tuple[Path, ...]
    missing: tuple[str, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Captured:
    """The text of an article as it will stand under seeds/, and what is known of it."""

    content: bytes
    values: Mapping[str, Value]
    remarks: Mapping[str, str]
    doubts: tuple[str, ...]


def new_source(
    root: Path, name: str, file: Path, *, keep: bool = False, retrieved: str = ""
) -> NewSource:
    """Make the source `name` of `file`, a saved page or a text; `keep` keeps the page beside it.

    `retrieved` is the day of capture, in place of what the page says. Raises EditRefusedError where
    the file cannot be a source, FileExistsError where something of that name stands, OSError where
    the machine fails; then nothing is left behind.
    """
    path = fact_path(root, "source", name)
    raw = _read(file)
    captured = _captured(file, raw)
    seed = root / SEEDS / f"{path.stem}.txt"
    contents = {seed: captured.content}
    if keep:
        contents[seed.with_suffix(file.suffix.lower())] = raw
    for standing, content in contents.items():
        if standing.exists() and not _is_same(standing, file, content):
            raise FileExistsError(f"{standing} stands already, and differs; take another id")
    values = {
        **captured.values,
        **({"retrieved": retrieved} if retrieved else {}),
        "text": seed.name,
        "sha256": sha256(captured.content).hexdigest(),
    }
    filled = _filled(skeleton("source.yaml", below=root, path=path), values, captured.remarks)
    new = {one: content for one, content in contents.items() if not one.exists()}
    paths = _all_written(root, new | {path: filled.encode("utf-8")})
    missing = tuple(key for key in _WORTH_FILLING if key not in values)
    return NewSource(paths, missing, captured.doubts)


def _read(file: Path) -> bytes:
    """The bytes of a plain file that is not too large to be an article."""
    if not file.is_file():
        raise EditRefusedError(f"there is no file `{file}`")
    with file.open("rb") as opened:
        if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
            raise EditRefusedError(f"`{file}` is no plain file")
        raw = opened.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise EditRefusedError(f"`{file}` is larger than {LARGEST // 1_000_000} MB")
    return raw


def _captured(file: Path, raw: bytes) -> _Captured:
    ending = file.suffix.lower()
    if ending in _TEXTS:
        return _Captured(_checked(file, raw), {}, {}, ())
    if ending not in _PAGES:
        raise EditRefusedError(
            f"`{file}` is neither .html nor .txt: save the page from the browser as “HTML only”, or"
            " its text as .txt"
        )
    try:
        return _of_page(file, raw)
    except EditRefusedError as refusal:
        raise EditRefusedError(
            f"`{file}`: {refusal}; or copy the article’s text into a .txt file and take that"
        ) from refusal


def _of_page(file: Path, raw: bytes) -> _Captured:
    page = saved_page(raw)
    tree = page_tree(page.text)
    said = stated(tree)  # before the article is taken out, which changes the tree
    content = _checked(file, article_text(tree, said).encode("utf-8"))
    doubts = [page.doubt] if page.doubt else []
    if not said.free:
        doubts.append("the page says that only subscribers see all of it: is the text whole?")
    if len(content) < _SHORT and _CONSENT.search(content.decode("utf-8", "replace")):
        doubts.append("a short text that speaks of cookies or consent: is it the article?")
    if "\ufffd".encode() in content:
        doubts.append("the text holds the sign �: some letters were lost before the page was saved")
    return _Captured(content, dict(_values(said)), dict(_remarks(said)), tuple(doubts))


def _checked(file: Path, content: bytes) -> bytes:
    """`content`, if the build can read it as an article."""
    report = Report()
    text = checked_text(file.as_posix(), content, report)
    for one in report:
        where = f"line {one.place.line}, column {one.place.column}"
        raise EditRefusedError(f"`{file}`, {where}: {one.message}; {one.help}")
    if not text or text.isspace():
        raise EditRefusedError(f"`{file}` holds no words")
    return content


def _values(said: Stated) -> Iterator[tuple[str, Value]]:
    """The keys that are stated, with what is to stand there."""
    authors: Value = said.authors[0] if len(said.authors) == 1 else said.authors
    every: dict[str, Value] = {
        "title": said.title,
        "publisher": said.publisher,
        "author": authors,
        "published": said.published,
        "updated": said.updated,
        "retrieved": said.retrieved,
        "url": said.url,
        "language": said.language,
    }
    return ((key, value) for key, value in every.items() if value)


def _remarks(said: Stated) -> Iterator[tuple[str, str]]:
    """The moments as stated, where their day may be another one where the reader is."""
    for key, moment in (("published", said.published_at), ("updated", said.updated_at)):
        if moment.endswith(("Z", "+00:00", "+0000")):
            yield key, f"the page states {moment}"


def _filled(text: str, values: Mapping[str, Value], remarks: Mapping[str, str]) -> str:
    """The skeleton with `values` in the place of the lines, commented or not, of their keys."""
    lines = []
    for line in text.splitlines():
        found = _KEY.match(line)
        key = found[1] if found else ""
        if key in values:
            remark = f" # {remarks[key]}" if key in remarks else ""
            lines.append(f"{key}: {item_text(values[key])}{remark}")
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


def _is_same(standing: Path, file: Path, content: bytes) -> bool:
    """Whether `standing` is what would be written there: the very file, or the same bytes."""
    return standing.is_file() and (standing.samefile(file) or standing.read_bytes() == content)


def _all_written(root: Path, contents: Mapping[Path, bytes]) -> tuple[Path, ...]:
    done: list[Path] = []
    try:
        for path, content in contents.items():
            done.append(new_file(root, path, content))
    except (OSError, EditRefusedError):
        for path in done:
            path.unlink()
        raise
    return tuple(done)
