"""Eleventy: a build from the command line makes everything anew.

Markdown is not run through a template language first, as no other generator does that.
"""

from benchmarks.generators.generator import ANEW, Generator, on_path, write_project

ELEVENTY = Generator(
    name="Eleventy",
    program=on_path("eleventy"),
    version=("--version",),
    arguments=("--quiet",),
    write=lambda folder, claims: write_project(folder, "eleventy", claims),
    output="public",
    cache=(".cache",),
    claim="content/claims/claim-000000.md",
    template="content/_includes/base.liquid",
    scenarios=ANEW,
)
