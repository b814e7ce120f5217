"""New fact files and projects, ready to be filled in; nothing that exists is overwritten."""

import re
from importlib.resources import files
from pathlib import Path, PurePosixPath

from recoupe.editing.new_files import new_file, own_folder, require_own
from recoupe.editing.refusals import refusal
from recoupe.folders import SCHEMAS
from recoupe.reading.fields import RESERVED_IDS, is_slug

FAMILIES = {"claim": "claims", "source": "sources", "discrepancy": "discrepancies"}
_WINDOWS = re.compile("con|prn|aux|nul|(?:com|lpt)[0-9]")  # devices, whatever ending follows
_PROJECT_FOLDERS = ("claims", "sources", "discrepancies", "pages")


def new_fact(root: Path, family: str, name: str) -> Path:
    """A commented file for a new fact of `family` (claim, source or discrepancy); its path.

    `name` is its id, or folders and its id (`audience/user-count`). Raises FileExistsError where a
    fact of that id stands already, in whatever folder, EditRefusedError for what is no id.
    """
    path = fact_path(root, family, name)
    text = skeleton(f"{family}.yaml", below=root, path=path)
    if family == "source" and (root / "seeds" / f"{path.stem}.txt").is_file():
        text = text.replace("FILE.txt", f"{path.stem}.txt")
    return new_file(root, path, text.encode("utf-8"))


def fact_path(root: Path, family: str, name: str) -> Path:
    """Where the file of a new fact belongs; raises as `new_fact` does."""
    parts = PurePosixPath(name).parts or (name,)
    for part in parts:
        if part in RESERVED_IDS:
            raise refusal("`%(id)s` cannot be an id: long lists go on at …/%(id)s/2/", id=part)
        if _WINDOWS.fullmatch(part):
            raise refusal("`%(id)s` cannot be an id: Windows has no file of that name", id=part)
        if not is_slug(part):
            raise refusal(
                "`%(id)s` cannot be an id: write small letters a to z, digits and single hyphens,"
                " beginning with a letter, at most 80 of them",
                id=part,
            )
    folder = root / "facts" / FAMILIES[family]
    for standing in sorted(folder.rglob(f"{parts[-1]}.y*ml")):
        raise FileExistsError(f"{standing} stands already, and an id is unique; take another")
    return folder.joinpath(*parts[:-1]) / f"{parts[-1]}.yaml"


def new_project(folder: Path) -> tuple[Path, ...]:
    """A new project in `folder`, which builds at once; the files that were written.

    None of them is a page: only the editors know what stands there, and the build asks for those
    that a site owes its readers as soon as it gives a verdict.

    Raises FileExistsError where one of them, or a file in their way, stands already, and
    EditRefusedError where a link does; then none is written.
    """
    site = folder / "facts" / "site.yaml"
    contents = {
        site: skeleton("site.yaml", below=folder, path=site),
        folder / ".gitignore": "/site/\n/part-*-of-*/\n/.recoupe/\n/.*.recoupe-publish/\n",
        folder / ".gitattributes": "# Captured texts are evidence: git leaves their bytes alone.\n"
        "seeds/** -text\n",
    }
    for path in contents:
        if path.exists():
            raise FileExistsError(f"{path} stands already; take another folder")
    for above in (folder, *folder.parents):
        if above.exists() and not above.is_dir():
            raise FileExistsError(f"{above} is a file, not a folder; take another")
    folders = [folder / "seeds", *(folder / "facts" / name for name in _PROJECT_FOLDERS)]
    for own in folders:
        require_own(folder, own)
    for own in folders:
        own_folder(folder, own)
    return tuple(new_file(folder, path, text.encode("utf-8")) for path, text in contents.items())


def skeleton(name: str, *, below: Path, path: Path) -> str:
    """The commented text of a new file, for `path` in the project `below`.

    Its first line tells editors where the file's schema is, as seen from the file.
    """
    text = files("recoupe.editing").joinpath("skeletons", name).read_text(encoding="utf-8")
    return modeline(name.removesuffix(".yaml"), below=below, path=path) + text


def modeline(family: str, *, below: Path, path: Path) -> str:
    """The line that tells editors where the schema of a fact file is, as seen from it."""
    up = "../" * (len(path.relative_to(below).parts) - 1)
    return f"# yaml-language-server: $schema={up}{SCHEMAS}/{family}.json\n"
