"""Where templates and assets come from: the project's own folder first, file by file."""

from pathlib import Path

import recoupe


def package_templates() -> Path:
    """Recoupe's own templates: inside the wheel, or beside the package in its repository."""
    package = Path(recoupe.__file__).parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def template_folders(project_templates: Path | None) -> tuple[Path, ...]:
    """The folders to look in, the first wins; a project need not have its own."""
    package = package_templates()
    if project_templates is None or not project_templates.is_dir():
        return (package,)
    if project_templates.samefile(package):
        return (package,)
    return (project_templates, package)
