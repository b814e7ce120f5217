"""The files that pages load: stylesheets, and scripts, icons and fonts as they are.

Every page has the site's stylesheet. What only one kind of page needs is in a second one, because
readers would pay for it on all others: `css/pages/grid/*.css` becomes `pages/grid.css`.

A stylesheet's name holds a hash of its content, so that an old page never meets a new sheet; the
others keep their names, because they refer to each other by name, and their URLs carry the hash as
a query.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from recoupe.writing.manifest import is_site_path
from recoupe.writing.refusals import TemplateFailedError
from recoupe.writing.stylesheets import stylesheet

STYLESHEET = "site.css"
_PAGES = "pages/"  # where the stylesheets of single kinds of pages are, below `css/`
_HASH_LENGTH = 8  # hex digits; enough to tell two versions of one file apart


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the site: its path in the output, the URL under which pages load it, its bytes."""

    path: str
    url: str
    content: bytes


def assets(folders: tuple[Path, ...]) -> Mapping[str, Asset]:
    """The assets of the template folders by name; the first folder wins.

    Names are like `site.css`, `pages/grid.css` and `js/desk.js`. Raises TemplateFailedError for a
    stylesheet that is not UTF-8, and for an odd name.
    """
    files: dict[str, Path] = {}
    for folder in reversed(folders):
        files |= _files(folder / "assets")
    sheets = {name.removeprefix("css/"): files.pop(name) for name in list(filter(_is_sheet, files))}
    texts = {name: _text(name, path) for name, path in sheets.items()}
    found = {name: _asset(name, path.read_bytes()) for name, path in sorted(files.items())}
    return found | _stylesheets(texts)


def _is_sheet(name: str) -> bool:
    return name.startswith("css/") and name.endswith(".css")


def _files(folder: Path) -> dict[str, Path]:
    """Every file below `folder` by its POSIX name; hidden ones are a system's, not ours."""
    found: dict[str, Path] = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in name.parts):
            if not is_site_path(name.as_posix()) or not name.as_posix().isprintable():
                raise TemplateFailedError(f"assets/{name!r}", "has a name that no site may have")
            found[name.as_posix()] = path
    return found


def _text(name: str, path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise TemplateFailedError(f"assets/css/{name}", "is not UTF-8") from error


def _asset(name: str, content: bytes) -> Asset:
    path = f"assets/{name}"
    return Asset(path, f"/{quote(path)}?v={_short_hash(content)}", content)


def _stylesheets(texts: Mapping[str, str]) -> dict[str, Asset]:
    """The stylesheets by name: the site's, and one for each folder of `css/pages`."""
    groups: dict[str, dict[str, str]] = {STYLESHEET: {}}
    for name, text in texts.items():
        groups.setdefault(_sheet_name(name), {})[name] = text
    return {name: _stylesheet(name, stylesheet(group)) for name, group in groups.items()}


def _sheet_name(name: str) -> str:
    """The stylesheet that a file below `css/` becomes a part of."""
    page, parted, _ = name.removeprefix(_PAGES).partition("/")
    return f"{_PAGES}{page}.css" if name.startswith(_PAGES) and parted else STYLESHEET


def _stylesheet(name: str, text: str) -> Asset:
    content, stem = text.encode(), name.removeprefix(_PAGES).removesuffix(".css")
    path = f"assets/{stem}.{_short_hash(content)}.css"
    return Asset(path, f"/{path}", content)


def _short_hash(content: bytes) -> str:
    return sha256(content).hexdigest()[:_HASH_LENGTH]
