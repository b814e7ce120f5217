"""All parts of a site, published as one: their pages go where an ordinary build looks for pages.

That build reads and proves everything itself, takes the pages that it would make just so, and makes
those that it has not: so a merged site is the site of a whole build, whatever the parts were.
"""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from recoupe.folders import PAGES, PICTURES
from recoupe.making.kept_pages import Record, keep_pages, packs_of
from recoupe.making.shells import site_version
from recoupe.packs import Packs
from recoupe.parts.fitting import refuse_unfit
from recoupe.parts.folders import Part, opened
from recoupe.parts.joining import joined
from recoupe.parts.markers import Options
from recoupe.parts.records import PartPages
from recoupe.picturing.store import Store
from recoupe.pipeline import Built, build
from recoupe.runs import Run


def merge(  # noqa: PLR0913  each is an option of the command
    root: Path | str,
    folders: Sequence[Path],
    output: Path | str | None = None,
    *,
    base_url: str | None = None,
    drafts: bool = False,
    strict: bool = False,
    quick: bool = False,
    run: Run | None = None,
) -> Built:
    """Publish the site of the project at `root`, with the pages that its parts in `folders` have.

    The options are those of `build`, and so are what comes back and what is raised; `anew` in it
    are the pages that no part had as they must be. Raises PartRefusedError, before anything has
    changed, unless the parts are whole, all there, and made from the same facts in the same way.
    """
    run = run or Run()
    with run.stage("merging"):
        parts = [opened(folder) for folder in folders]
        options = Options.given(base_url, drafts=drafts, quick=quick)
        refuse_unfit(parts, site_version(Path(root)).hex(), options)
        pages = joined([(part.folder, part.pages()) for part in parts])
        _take_over(parts, pages, Path(root))
    try:
        return build(
            root, output, base_url=base_url, drafts=drafts, strict=strict, quick=quick, run=run
        )
    finally:
        _let_go(parts, pages, Path(root))


def _take_over(parts: Sequence[Part], pages: PartPages, root: Path) -> None:
    """Put pages and pictures where the next build of the project finds them."""
    memory, store = root / PAGES / pages.memory, Store(root / PICTURES)
    packs = Packs(memory)
    for part in parts:
        for pack in part.packs:
            packs.adopt(pack)
        for key in part.pictures:
            picture = part.store.kept(key)
            if picture is not None:
                store.keep(key, picture)
    keep_pages(memory, pages.version, pages.record)
    packs.forget(but=packs_of(pages.record))


def _let_go(parts: Sequence[Part], pages: PartPages, root: Path) -> None:
    """Remember nothing that came with parts: a build without them shall not believe them."""
    memory = root / PAGES / pages.memory
    with suppress(OSError):
        keep_pages(memory, pages.version, Record((), ()))
        Packs(memory).forget(but=())
        keys = frozenset(key for part in parts for key in part.pictures)
        Store(root / PICTURES).remove(keys)
