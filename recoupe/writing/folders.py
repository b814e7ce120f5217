"""Where templates and assets come from: the project's own folder first, file by file.

Links may not lead out of that folder, because whatever stands there is published, and a project may
come from somebody who is not trusted with the rest of the machine.
"""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import recoupe
from recoupe.writing.refusals import TemplateFailedError


def package_templates() -> Path:
    """Recoupe's own templates: inside the wheel, or beside the package in its repository."""
    package = Path(recoupe.__file__).parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def template_folders(project_templates: Path | None) -> tuple[Path, ...]:
    """The folders to look in, the first wins; a project need not have its own.

    Raises TemplateFailedError where the project's is a link, or holds one to a folder or out of it.
    """
    package = package_templates()
    if project_templates is None or not project_templates.is_dir():
        return (package,)
    _refuse_ways_out(project_templates)
    if project_templates.samefile(package):
        return (package,)
    return (project_templates, package)


def files_digest(folders: Iterable[Path]) -> bytes:
    """A hash of all files below `folders`, their paths there and the order of the folders."""
    digest = sha256()
    for folder in folders:
        found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
        files = {name: path.read_bytes() for name, path in found.items() if path.is_file()}
        for name, content in sorted(files.items()):
            digest.update(sha256(name.encode()).digest() + sha256(content).digest())
        digest.update(b"\0")
    return digest.digest()


def _refuse_ways_out(folder: Path) -> None:
    if folder.is_symlink():
        raise TemplateFailedError("", "is a link; only a folder of the project's own is published")
    inside = folder.resolve()
    for path in sorted(path for path in folder.rglob("*") if path.is_symlink()):
        name = path.relative_to(folder).as_posix()
        if not path.resolve().is_relative_to(inside):
            raise TemplateFailedError(name, "leads out of the project's templates")
        if path.is_dir():
            reason = "is a link to a folder, and such links are not followed"
            raise TemplateFailedError(name, reason)
