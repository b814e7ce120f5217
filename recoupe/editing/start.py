"""New fact files and projects, ready to be filled in; nothing that exists is overwritten."""

from importlib.resources import files
from pathlib import Path

from recoupe.reading.fields import is_slug

FAMILIES = {"claim": "claims", "source": "sources", "discrepancy": "discrepancies"}
_RESERVED = "page"  # lists go on at /claims/page/2/
_PROJECT_FOLDERS = ("claims", "sources", "discrepancies", "pages")


def new_fact(root: Path, family: str, id: str) -> Path:
    """A commented file for a new fact of `family` (claim, source or discrepancy); its path.

    Raises FileExistsError where a fact of that id stands already, in whatever folder, ValueError
    for an id that is none.
    """
    if id == _RESERVED:
        raise ValueError(f"`{id}` cannot be an id: long lists go on at …/{id}/2/")
    if not is_slug(id):
        raise ValueError(
            f"`{id}` cannot be an id: small letters, digits and single hyphens, a letter first"
        )
    folder = root / "facts" / FAMILIES[family]
    for standing in folder.rglob(f"{id}.y*ml"):
        raise FileExistsError(f"{standing} stands already")
    folder.mkdir(parents=True, exist_ok=True)
    text = _skeleton(f"{family}.yaml")
    if family == "source" and (root / "seeds" / f"{id}.txt").is_file():
        text = text.replace("FILE.txt", f"{id}.txt")
    return _written(folder / f"{id}.yaml", text)


def new_project(folder: Path) -> tuple[Path, ...]:
    """A new project in `folder`, which builds at once; the files that were written.

    None of them is a page: only the editors know what stands there, and the build asks for those
    that a site owes its readers as soon as it gives a verdict.

    Raises FileExistsError where one of them, or a file in their way, stands already; then none is
    written.
    """
    contents = {
        folder / "facts" / "site.yaml": _skeleton("site.yaml"),
        folder / ".gitignore": "/site/\n/part-*-of-*/\n/.recoupe/\n",
        folder / ".gitattributes": "# Captured texts are evidence: git leaves their bytes alone.\n"
        "seeds/** -text\n",
    }
    for path in contents:
        if path.exists():
            raise FileExistsError(f"{path} stands already")
    for above in (folder, *folder.parents):
        if above.exists() and not above.is_dir():
            raise FileExistsError(f"{above} is a file, not a folder")
    for name in _PROJECT_FOLDERS:
        (folder / "facts" / name).mkdir(parents=True, exist_ok=True)
    (folder / "seeds").mkdir(exist_ok=True)
    return tuple(_written(path, text) for path, text in contents.items())


def _skeleton(name: str) -> str:
    return files("recoupe.editing").joinpath("skeletons", name).read_text(encoding="utf-8")


def _written(path: Path, text: str) -> Path:
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return path
