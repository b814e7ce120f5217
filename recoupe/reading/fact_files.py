"""One fact file, from its bytes to the model, without a look at any other fact file.

So files can be read in any order, in any process, and what one gives can be kept for as long as its
bytes are the same. A claim, a discrepancy or a page takes nothing but its own bytes; a source takes
its captured text besides, and the site, which says what holds where the source does not. Whether
what a fact names is there is asked of all of them together, in `references`.
"""

from dataclasses import dataclass
from typing import Generic, TypeVar

from recoupe.diagnostics import Report
from recoupe.model import Claim, Discrepancy, MarkdownPage, Site, Source
from recoupe.reading.claims import claim
from recoupe.reading.composing import composed
from recoupe.reading.decoding import fact_text
from recoupe.reading.discrepancies import discrepancy
from recoupe.reading.fields import Fields
from recoupe.reading.folders import FactFile
from recoupe.reading.markdown_pages import markdown_page
from recoupe.reading.seeds import Seeds
from recoupe.reading.shape_texts import Shape
from recoupe.reading.shapes_claims import ClaimShape
from recoupe.reading.shapes_discrepancies import DiscrepancyShape
from recoupe.reading.shapes_sites import SiteShape
from recoupe.reading.shapes_sources import SourceShape
from recoupe.reading.sites import site
from recoupe.reading.sources import source
from recoupe.reading.straight import straight
from recoupe.reading.validating import validated

AnyShape = TypeVar("AnyShape", bound=Shape)


@dataclass(frozen=True, slots=True)
class _Found(Generic[AnyShape]):
    """The shape of a file; `whole` is false where YAML's reader took pieces out of it."""

    shape: AnyShape
    fields: Fields
    whole: bool


def site_in(file: FactFile, raw: bytes, report: Report) -> Site | None:
    """The site that `raw` describes; None, and a diagnostic, where that is no YAML mapping."""
    found = _found(SiteShape, file, raw, report)
    return None if found is None else site(found.shape, found.fields)


def source_in(
    file: FactFile, raw: bytes, report: Report, *, site: Site | None, seeds: Seeds
) -> Source | None:
    """The source; None, and a diagnostic, where that is no YAML mapping or its text is not had."""
    found = _found(SourceShape, file, raw, report)
    if found is None:
        return None
    return source(file.id, found.shape, found.fields, site=site, seeds=seeds)


def claim_in(file: FactFile, raw: bytes, report: Report) -> Claim | None:
    """The claim; None, and a diagnostic, where that is no YAML mapping."""
    found = _found(ClaimShape, file, raw, report)
    return None if found is None else claim(file.id, found.shape, found.fields, whole=found.whole)


def discrepancy_in(file: FactFile, raw: bytes, report: Report) -> Discrepancy | None:
    """The discrepancy; None, and a diagnostic, where that is no YAML mapping."""
    found = _found(DiscrepancyShape, file, raw, report)
    if found is None:
        return None
    return discrepancy(file.id, found.shape, found.fields, whole=found.whole)


def page_in(file: FactFile, raw: bytes, report: Report) -> MarkdownPage | None:
    """The page; None, and a diagnostic, where it is not UTF-8, is empty or has no heading."""
    text = fact_text(file.path, raw, report)
    return None if text is None else markdown_page(file.id, text, report)


def _found(
    shape: type[AnyShape], file: FactFile, raw: bytes, report: Report
) -> _Found[AnyShape] | None:
    """What the file holds, straight where nothing is wrong with it, else the wordy way."""
    told = len(report)
    text = fact_text(file.path, raw, report)
    if text is None:
        return None
    if (sound := straight(shape, text)) is not None:
        return _Found(sound, Fields(text, report), len(report) == told)
    root = composed(text, report)
    if root is None:
        return None
    whole = len(report) == told  # all that is told of YAML is a mistake
    made = validated(shape, root, text, report)
    return None if made is None else _Found(made, Fields(text, report), whole)
