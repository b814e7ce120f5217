"""Hugo: it uses all processors, keeps nothing between builds, and writes all pages each time."""

import shutil
from pathlib import Path

from benchmarks.generators.generator import Generator, write_project


def _program() -> tuple[str, ...]:
    """Hugo itself: what the Python package puts on the PATH would be measured with it."""
    found = shutil.which("hugo")
    if found is None:
        return ()
    libraries = Path(found).resolve().parents[1] / "lib"
    inside = sorted(libraries.glob("python*/site-packages/hugo/binaries/hugo*"))
    return (str(inside[0]) if inside else found,)


HUGO = Generator(
    name="Hugo",
    program=_program,
    version=("version",),
    arguments=("--quiet",),
    write=lambda folder, claims: write_project(folder, "hugo", claims),
    output="public",
    cache=("resources",),
    claim="content/claims/claim-000000.md",
    template="layouts/_default/baseof.html",
)
