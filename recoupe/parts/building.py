"""One part of a site, built: everything is read and proved, and only the part's share is made."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from recoupe.folders import INPUTS, PICTURES
from recoupe.loading import Loaded, load
from recoupe.making.files import made_in_turn
from recoupe.making.fragments import ready_fragments
from recoupe.making.kept_pages import MadePage, PageMemory
from recoupe.making.pages import Press
from recoupe.making.shells import Shell, memory_name, shell
from recoupe.pages.fingerprints import Fingerprints
from recoupe.pages.planned import PlannedPage
from recoupe.pages.site import site_plan
from recoupe.parts import markers
from recoupe.parts.folders import emptied, file_hashes, finish_part
from recoupe.parts.markers import Marker, Options
from recoupe.parts.records import PartPages, encoded_pages
from recoupe.parts.shards import Shard
from recoupe.picturing.gallery import Gallery, whole_gallery
from recoupe.picturing.store import Store
from recoupe.runs import Run, freeing, growing
from recoupe.writing.refusals import OutputFailedError


@dataclass(frozen=True, slots=True)
class Share:
    """How many pages and pictures a part has; `whole` is how many pages there are in all."""

    pages: int
    whole: int
    pictures: int


@dataclass(frozen=True, slots=True)
class BuiltPart:
    """What building a part did; `share` is None where mistakes in the facts forbade it."""

    loaded: Loaded
    output: Path
    shard: Shard
    share: Share | None


@freeing()
def build_part(  # noqa: PLR0913  each is an option of the command
    root: Path | str,
    shard: Shard,
    output: Path | str | None = None,
    *,
    base_url: str | None = None,
    drafts: bool = False,
    strict: bool = False,
    quick: bool = False,
    run: Run | None = None,
) -> BuiltPart:
    """Prove the facts under `root` and write one part of their site to `output`.

    The default is a folder below `root`, with the part's name. No site is published, and one that
    stands is left alone; an earlier part in `output` is replaced. The options are those of `build`,
    and so is what is raised.
    """
    run = run or Run()
    loaded = load(root, strict=strict, run=run)
    folder = Path(output) if output is not None else loaded.root / shard.folder
    if loaded.report.failed:
        return BuiltPart(loaded, folder, shard, None)
    facts = loaded.facts.served_at(base_url)
    with growing(), run.stage("edition"):
        made_of = shell(facts.anchored, facts.findings, loaded.root, drafts=drafts)
    inputs = tuple(loaded.root / name for name in INPUTS)
    with emptied(folder, root=loaded.root, inputs=inputs) as held:
        options = Options.given(base_url, drafts=drafts, quick=quick)
        share = _Maker(held, loaded, shard, options, run).made(made_of)
    loaded.leave()
    return BuiltPart(loaded, folder, shard, share)


@dataclass(frozen=True, slots=True)
class _Maker:
    """What makes a part of what was loaded, in `folder`."""

    folder: Path
    loaded: Loaded
    shard: Shard
    options: Options
    run: Run

    def made(self, made_of: Shell) -> Share:
        """What a part of that shell has, written."""
        edition = made_of.edition
        gallery = Gallery({}, {}, ()) if self.options.quick else whole_gallery(edition)
        pictures = self._draw(gallery)
        edition = replace(edition, pictures=gallery.links)
        plan = list(site_plan(edition))
        memory = PageMemory(
            self.folder,
            edition,
            made_of.templates.version,
            Fingerprints(self.loaded.kept.facts.keys),
        )
        press = Press(
            edition, made_of.templates.jinja, memory, self.run, searched=not self.options.quick
        )
        share = self.shard.share(plan)
        ready_fragments(edition, made_of.live_urls, share, self.run)
        pages = self._print(share, press)
        with self.run.stage("keeping"):
            name = memory_name(edition, drafts=made_of.drafts)
            content = encoded_pages(PartPages(name, memory.version, memory.record(pages)))
            (self.folder / markers.PAGES).write_bytes(content)
            files, program = file_hashes(self.folder), made_of.templates.version.hex()
            finish_part(self.folder, Marker(self.shard, program, self.options, files))
        return Share(len(pages), len(plan), pictures)

    def _draw(self, gallery: Gallery) -> int:
        """How many pictures are this part's, all drawn and kept in it."""
        drawn = Store(self.loaded.root / PICTURES)
        kept = Store(self.folder / markers.PICTURES, sealed=False)
        drawings = self.shard.share(list(gallery.drawings().items()))

        def draw(number: int) -> None:
            key, drawing = drawings[number]
            with self.run.stage("pictures"):
                kept.keep(key, drawn.drawn(key, drawing))

        return len(made_in_turn("pictures", len(drawings), draw, self.run))

    def _print(self, plan: Sequence[PlannedPage], press: Press) -> list[MadePage]:
        def make(number: int) -> MadePage:
            made = press.page(plan[number]).made
            if made is None:
                raise OutputFailedError(f"{self.folder}: a page could not be written")
            return made

        return made_in_turn("pages", len(plan), make, self.run)
