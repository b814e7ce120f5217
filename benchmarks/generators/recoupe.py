"""Recoupe, from the folder that these benchmarks stand in, on two processes and with `--quick`.

No other generator makes a search index; it is measured apart.
"""

import shutil
import sys
from pathlib import Path

from benchmarks.corpus import make_project
from benchmarks.generators.generator import STAMP, Generator

_HERE = Path(__file__).parents[2]
_TEMPLATE = "templates/base.html"  # every page extends it


def _write(folder: Path, claims: int) -> None:
    make_project(folder, claims)
    stamp_template(folder)


def stamp_template(folder: Path) -> None:
    """Give the project its own base template, with something in it that an edit can change."""
    template = folder / _TEMPLATE
    template.parent.mkdir()
    shutil.copy(_HERE / _TEMPLATE, template)
    text = template.read_text(encoding="utf-8")
    template.write_text(text.replace("</body>", f"<!-- {STAMP} 0 -->\n</body>"), encoding="utf-8")


RECOUPE = Generator(
    name="Recoupe",
    program=lambda: (sys.executable, str(_HERE / "build.py")),
    version=("--version",),
    arguments=("build", "--quick", "--jobs", "2"),
    write=_write,
    output="site",
    cache=(".recoupe",),
    claim="facts/claims/claim-000000.yaml",
    template=_TEMPLATE,
)
