"""Pelican: claims are its articles, listed and tagged; sources and discrepancies are its pages."""

from benchmarks.content import Page
from benchmarks.generators.generator import ANEW, Generator, on_path, write_project


def _text(page: Page) -> str:
    """The page with its head as Pelican's reader wants it; the slug is its place in the site."""
    tags = f"Tags: {', '.join(page.tags)}\n" if page.tags else ""
    head = f"Title: {page.title}\nDate: {page.date}\nSlug: {page.kind}/{page.id}\n{tags}"
    return f"{head}\n{page.body}"


PELICAN = Generator(
    name="Pelican",
    program=on_path("pelican"),
    version=("--version",),
    arguments=("--quiet", "--settings", "pelicanconf.py"),
    write=lambda folder, claims: write_project(folder, "pelican", claims, _text),
    output="output",
    cache=("cache",),
    claim="content/claims/claim-000000.md",
    template="theme/templates/base.html",
    scenarios=ANEW,
)
