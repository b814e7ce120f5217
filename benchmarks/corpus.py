"""A made-up project of any size as Recoupe reads it: what the other benchmarks build.

    python -m benchmarks.corpus FOLDER [CLAIMS]

Quotes overlap, one claim in ten has values that conflict and a discrepancy that explains it, every
source has an address so that its quotes get text fragments, and the project builds without a
diagnostic.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.stories import RATINGS, SEED, TAGS, Article, Event, Story, shown, stories, tags_of

_OURS = frozenset({"facts", "seeds", "site", ".recoupe"})  # what a project has, once it was built


def make_project(
    folder: Path, claims: int, seed: int = SEED, *, sheets: bool = False, addresses: bool = True
) -> None:
    """Write a project with `claims` claims into `folder`, in the place of one that was there.

    `sheets` asks for worksheets; without `addresses` no source has one, and no text fragments.
    Raises FileExistsError, with nothing done, where anything else is there.
    """
    if folder.exists() and any(one.name not in _OURS for one in folder.iterdir()):
        raise FileExistsError(f"{folder} holds what is no made-up project; choose another folder")
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("claims", "sources", "discrepancies", "pages"):
        (folder / "facts" / name).mkdir(parents=True)
    (folder / "seeds").mkdir()
    for path, text in _files(claims, seed, sheets=sheets, addresses=addresses):
        (folder / path).write_text(text, encoding="utf-8")


def _files(claims: int, seed: int, *, sheets: bool, addresses: bool) -> Iterator[tuple[str, str]]:
    yield "facts/site.yaml", _site(claims, sheets=sheets)
    for page in ("methodology", "corrections-policy", "funding"):
        yield f"facts/pages/{page}.md", f"# {page}\n\nUn texte d’essai.\n"
    for story in stories(claims, seed):
        for article in story.articles:
            yield f"seeds/{article.id}.txt", article.text
            yield f"facts/sources/{article.id}.yaml", _source(article, addresses=addresses)
        for event in story.events:
            yield f"facts/claims/{event.id}.yaml", _claim(event, story)
            if event.conflicting:
                yield f"facts/discrepancies/gap-{event.number:06}.yaml", _discrepancy(event, story)


def _site(claims: int, *, sheets: bool) -> str:
    ratings = "".join(
        f"  - {{id: {id}, label: {id.capitalize()}, value: {3 - place}, description: Un degré.}}\n"
        if place < 3
        else f"  - {{id: {id}, label: {id.capitalize()}, description: Hors de l’échelle.}}\n"
        for place, id in enumerate(RATINGS)
    )
    used = {tag for number in range(min(claims, len(TAGS))) for tag in tags_of(number)}
    tags = "".join(f"  {tag}: {tag.capitalize()}\n" for tag in TAGS if tag in used)
    return (
        "title: Un site d’essai\ndescription: Des faits inventés, pour mesurer.\nlanguage: fr\n"
        "base_url: https://example.org/essai/\npublisher: {name: Essai, url: https://example.org/}\n"
        f"source_text: full\nsheets: {str(sheets).lower()}\nratings:\n{ratings}tags:\n{tags}"
    )


def _source(article: Article, *, addresses: bool) -> str:
    return (
        f"text: {article.id}.txt\ntitle: {article.title}\npublisher: {article.publisher}\n"
        f"published: {article.published}\nlanguage: fr\n"
        + (f"url: {article.url}\n" if addresses else "")
    )


def _claim(event: Event, story: Story) -> str:
    accounts = "".join(_account(event, article) for article in story.articles)
    quote = f"{event.first} {event.name}, {event.role} à {event.town}"
    return f"""\
claim: {event.statement}
question: Combien de {event.unit} ?
tags: [{", ".join(event.tags)}]
when: 2021-{1 + event.number % 2:02}-{1 + event.number % 28:02}
compare: {{as: number, unit: {event.unit}, tolerance: 0.05}}
accounts:
{accounts}verdict:
  rating: {event.rating}
  summary: {event.summary}
explanation: |
  Le premier article présente [l’intéressé](quote:{story.articles[0].id} "{quote}") et donne
  *le même chiffre* que les autres, à peu de chose près.
  Voir aussi [l’affaire voisine](claim:{story.neighbour(event).id}).

  Aucun ne dit **comment** l’on compte : comptes ouverts, inscrits ou présents donnent des nombres
  différents, et les articles ne renvoient à aucun document.
checked: 2021-03-0{1 + event.number % 9}
by: [R. Editor]
history:
  - {{date: 2021-03-0{1 + event.number % 9}, kind: published, note: Première publication.}}
"""


def _account(event: Event, article: Article) -> str:
    """Silent, or with two quotes: the whole sentence and, over it, a part of it."""
    sentence = article.sentences.get(event.id)
    if sentence is None:
        return f"  - source: {article.id}\n    stance: silent\n    searched: [{event.name}]\n"
    figure = f"{shown(event.value(article.place))} {event.unit}"
    start = min(sentence.index(event.first), sentence.index(figure))
    last = max((event.name, figure), key=sentence.index)
    part = sentence[start : sentence.index(last) + len(last)]
    return f"""\
  - source: {article.id}
    stance: {"disputes" if event.conflicting and article.place == 1 else "supports"}
    attributed_to: {event.first} {event.name}
    value: {event.value(article.place)}
    as_of: 2021
    quotes:
      - "{part}"
      - "{sentence.rstrip(".")}"
"""


def _discrepancy(event: Event, story: Story) -> str:
    return f"""\
title: Du simple au double pour {event.name}
kind: number
strength: tension
claims: [{event.id}]
sources: [{", ".join(article.id for article in story.articles)}]
summary: Un article compte deux fois moins de {event.unit} que les autres.
explanation: |
  Les deux nombres ne peuvent tenir ensemble ; rien dans les textes ne dit lequel vaut.
"""


def main() -> None:
    """Make the project that the command line names."""
    folder, claims = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000
    make_project(folder, claims)
    print(f"{claims} claims in {folder}")


if __name__ == "__main__":
    main()
