"""MkDocs, without plugins. It has no lists and no tags, so those are written as pages for it.

Its theme shows no tree of all pages: that would make every page as long as the site.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.content import LISTED
from benchmarks.generators.generator import ANEW, Generator, on_path, write_project
from benchmarks.stories import stories


def _write(folder: Path, claims: int) -> None:
    write_project(folder, "mkdocs", claims)
    for name, text in _lists(claims):
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _lists(claims: int) -> Iterator[tuple[str, str]]:
    links: list[str] = []
    tagged: defaultdict[str, list[str]] = defaultdict(list)
    for event in (event for story in stories(claims) for event in story.events):
        links.append(f"- [{event.statement}](/claims/{event.id}/)\n")
        for tag in event.tags:
            tagged[tag].append(links[-1])
    yield "index.md", "# Accueil\n\n[Affirmations](/claims/)\n"
    for tag, own in tagged.items():
        yield f"tags/{tag}.md", f"# {tag}\n\n{''.join(own)}"
    for number, start in enumerate(range(0, len(links), LISTED), 1):
        name = f"claims/page/{number}.md" if number > 1 else "claims/index.md"
        listed = "".join(links[start : start + LISTED])
        after = f"[Suite](/claims/page/{number + 1}/)\n" if links[start + LISTED :] else ""
        yield name, f"# Affirmations\n\n{listed}\n{after}"


MKDOCS = Generator(
    name="MkDocs",
    program=on_path("mkdocs"),
    version=("--version",),
    arguments=("build", "--quiet"),
    write=_write,
    output="site",
    cache=(),
    claim="content/claims/claim-000000.md",
    template="theme/main.html",
    scenarios=ANEW,
)
