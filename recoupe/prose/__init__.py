"""An editor's Markdown: which links it holds, and the clean HTML that it makes.

One Markdown configuration serves both, so that what was proved is what is shown.
"""

from recoupe.prose.engine import Target
from recoupe.prose.headings import first_heading
from recoupe.prose.links import ProseLink, links
from recoupe.prose.rendering import html

__all__ = ["ProseLink", "Target", "first_heading", "html", "links"]
