"""From views to files: templates, stylesheets, pages, and the journaled publishing of a site."""

from recoupe.writing.publish import Publication, Published, publishing
from recoupe.writing.refusals import OutputFailedError, OutputRefusedError

__all__ = [
    "OutputFailedError",
    "OutputRefusedError",
    "Publication",
    "Published",
    "publishing",
]
