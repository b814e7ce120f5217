"""The generators that are measured, each in a module that says how it is fed and how it is run."""

from benchmarks.generators.eleventy import ELEVENTY
from benchmarks.generators.generator import Generator
from benchmarks.generators.hugo import HUGO
from benchmarks.generators.mkdocs import MKDOCS
from benchmarks.generators.pelican import PELICAN
from benchmarks.generators.recoupe import RECOUPE

PEERS = (HUGO, ELEVENTY, MKDOCS, PELICAN)

__all__ = ["ELEVENTY", "HUGO", "MKDOCS", "PEERS", "PELICAN", "RECOUPE", "Generator"]
