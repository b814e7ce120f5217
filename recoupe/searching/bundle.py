"""Pagefind's bundle of files, made from documents: a program run over a folder of tiny pages.

Its command is used, and not its Python interface: that waits a tenth of a second for every
document, and for ever where the program dies. It runs in a folder of its own, away from settings
that a project may hold. Of what it makes, only what a search needs is kept: no user interface.
"""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from markupsafe import Markup, escape

from recoupe.searching.documents import Document, Place

_KEPT = re.compile(
    r"pagefind(?:-worker)?\.js|pagefind-entry\.json|pagefind\.[^/]+\.pf_meta"
    r"|wasm\.(?!unknown\.)[^/]+\.pagefind|(?:index|fragment|filter)/[^/]+"
)
_PAGE = Markup(
    '<!DOCTYPE html><html lang="{language}"><body><main data-pagefind-body>'
    '<p data-pagefind-ignore data-pagefind-meta="title">{title}</p>'
    '<p data-pagefind-ignore data-pagefind-filter="kind">{kind}</p>'
    "{label}{publisher}<div>{places}</div></main></body></html>"
)
_LABEL = Markup('<p data-pagefind-ignore data-pagefind-filter="label">{}</p>')
_PUBLISHER = Markup('<p data-pagefind-ignore data-pagefind-meta="publisher">{}</p>')
_PLACE = Markup('<i id="{}">{}</i>')


class IndexFailedError(Exception):
    """Pagefind is not there for this machine, or cannot do its work; the message says which."""


def pagefind_version() -> str:
    """The version of Pagefind that is installed."""
    return version("pagefind")


def page(document: Document, language: str) -> bytes:
    """What Pagefind reads of `document`: its words in order, with the ids of their places."""
    made = _PAGE.format(
        language=language,
        title=document.title,
        kind=document.kind,
        label=_LABEL.format(document.label) if document.label else "",
        publisher=_PUBLISHER.format(document.publisher) if document.publisher else "",
        places=Markup(" ").join(map(_place, document.places)),
    )
    return made.encode()


def bundle(pages: Iterable[tuple[str, bytes]], language: str) -> dict[str, bytes]:
    """The files of the index over `pages`, each with its URL, sorted by path.

    Raises IndexFailedError where Pagefind fails, OSError where the machine does.
    """
    with TemporaryDirectory(prefix="recoupe-index-") as name:
        folder = Path(name)
        for url, content in pages:
            path = folder / "site" / url.strip("/") / "index.html"
            path.parent.mkdir(parents=True)
            path.write_bytes(content)
        _run(folder, language)
        return dict(_files(folder / "bundle"))


def _place(place: Place) -> Markup:
    mark = _PLACE.format(place.anchor, place.name) if place.anchor else ""
    return Markup(" ").join(escape(part) for part in (mark, place.text) if part)


def _run(folder: Path, language: str) -> None:
    command = [_program(), "--site", "site", "--output-path", "bundle", "--silent"]
    settings = {name: value for name, value in os.environ.items() if "PAGEFIND" not in name}
    try:
        subprocess.run(  # noqa: S603  a program of a package of ours, and no words of a user's
            [*command, "--force-language", language],
            cwd=folder,
            env=settings,
            check=True,
            capture_output=True,
        )
    except OSError as error:
        raise IndexFailedError(f"{command[0]} does not run here: {error.strerror}") from error
    except subprocess.CalledProcessError as error:
        told = (error.stderr or error.stdout).decode(errors="replace").strip()
        last = told.splitlines()[-1] if told else f"it ended with {error.returncode}"
        raise IndexFailedError(f"Pagefind failed: {last}") from error


def _program() -> str:
    """Where the program is: in its package, at $PAGEFIND_BINARY_PATH, or among the commands."""
    from pagefind.service import get_executable  # noqa: PLC0415  heavy, and most builds need none

    try:
        found = get_executable()
    except FileNotFoundError:
        found = None
    if found is None:
        raise IndexFailedError("Pagefind has no program for this machine")
    return str(found)


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and _KEPT.fullmatch(name):
            yield name, path.read_bytes()
