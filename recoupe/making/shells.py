"""What a site is made of once its facts are known, and where the pages made of it are kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment

from recoupe.anchoring.anchored import AnchoredProject
from recoupe.anchoring.kept_fragments import KeptFragments
from recoupe.comparing import Findings
from recoupe.folders import FRAGMENTS, PAGES, TEMPLATES
from recoupe.locale import Interface, interface
from recoupe.making.kept_entries import KeptEntries
from recoupe.making.kept_pages import PageMemory
from recoupe.memory.program import program_digest
from recoupe.pages.editions import Edition, edition
from recoupe.pages.fingerprints import Fingerprints
from recoupe.pages.live_urls import LiveUrls
from recoupe.writing.assets import Asset, assets
from recoupe.writing.compiled import CompiledTemplates
from recoupe.writing.environment import environment
from recoupe.writing.folders import files_digest, template_folders
from recoupe.writing.publish import Publication

_ENTRIES = "entries"  # beside the pages of the same kind of build
_SHORT = 16  # hex digits that tell the few kinds of builds of one project apart


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates of a project as read; `version` is another for each change of them."""

    assets: Mapping[str, Asset]
    jinja: Environment
    version: bytes


@dataclass(frozen=True, slots=True)
class Shell:
    """The edition, with the `live_urls` that it has, and the templates as read."""

    edition: Edition
    live_urls: LiveUrls
    drafts: bool
    templates: Templates


def site_version(root: Path) -> bytes:
    """A hash of the program and of the templates that it uses in the project at `root`.

    Raises TemplateFailedError where the project's templates are, or hold, a link that leads out.
    """
    return _version(program_digest(), template_folders(root / "templates"))


def shell(found: AnchoredProject, findings: Findings, root: Path, *, drafts: bool) -> Shell:
    """The shell of a project without mistakes. Raises TemplateFailedError as `site_version`."""
    spoken = interface(found.project.site.language)
    live_urls = LiveUrls(found.sources, kept_fragments(root))
    made = edition(found, findings, spoken, drafts=drafts, live_urls=live_urls)
    return Shell(made, live_urls, drafts, templates(root, spoken))


def kept_fragments(root: Path) -> KeptFragments:
    """What marks quotes in live articles, as builds before have found it."""
    return KeptFragments(root / FRAGMENTS, program_digest())


def templates(root: Path, spoken: Interface) -> Templates:
    """The templates of the project at `root`. Raises TemplateFailedError as `site_version`."""
    own, program = root / "templates", program_digest()
    folders = template_folders(own)
    compiled = CompiledTemplates(root / TEMPLATES, program + spoken.language.encode())
    jinja = environment(own, spoken, compiled)
    return Templates(assets(folders), jinja, _version(program, folders))


def _version(program: bytes, folders: tuple[Path, ...]) -> bytes:
    return sha256(program + files_digest(folders)).digest()


def page_memory(
    shell: Shell, edition: Edition, root: Path, keys: Mapping[str, bytes] | None = None
) -> PageMemory:
    """The pages of the build before; one with drafts, or for another address, has its own.

    `keys` as in `Fingerprints`.
    """
    name = memory_name(edition, drafts=shell.drafts)
    version = shell.templates.version
    return PageMemory(root / PAGES / name, edition, version, Fingerprints(keys))


def entry_memory(
    shell: Shell, memory: PageMemory, publication: Publication, root: Path
) -> KeptEntries:
    """The entries of the lists that the build before left in the same output."""
    name = memory_name(shell.edition, drafts=shell.drafts)
    path = root / PAGES / name / _ENTRIES
    return KeptEntries(path, program_digest(), publication, memory.fingerprints)


def memory_name(edition: Edition, *, drafts: bool) -> str:
    """The folder of such a build's pages, below that of all."""
    flavour = f"{edition.project.site.base_url}\n{drafts}"
    return sha256(flavour.encode()).hexdigest()[:_SHORT]
