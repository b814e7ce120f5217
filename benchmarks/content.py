"""The stories as plain pages in Markdown: the same content for generators that prove nothing.

Links are absolute paths, which every generator leaves as they are. There is
one page for each claim, source and discrepancy, as Recoupe has.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.stories import Article, Event, Story

KINDS = ("claims", "sources", "discrepancies")
LISTED = 100  # claims on one page of the list; the themes have the same figure


@dataclass(frozen=True, slots=True)
class Page:
    """One page: where it stands is `/kind/id/`."""

    kind: str
    id: str
    title: str
    date: str
    tags: tuple[str, ...]
    body: str


def pages(told: Iterable[Story]) -> Iterator[Page]:
    """Every page of the stories."""
    for story in told:
        for article in story.articles:
            yield _source(article)
        for event in story.events:
            yield _claim(event, story)
            if event.conflicting:
                yield _discrepancy(event, story)


def _source(article: Article) -> Page:
    body = f"{article.publisher}, [{article.url}]({article.url})\n\n{article.text}"
    return Page("sources", article.id, article.title, article.published, (), body)


def _claim(event: Event, story: Story) -> Page:
    quotes = "\n\n".join(_account(event, article) for article in story.articles)
    body = f"""\
{event.summary}

**{event.rating.capitalize()}**

{quotes}

Le premier article présente [l’intéressé](/sources/{story.articles[0].id}/) et donne
*le même chiffre* que les autres, à peu de chose près.
Voir aussi [l’affaire voisine](/claims/{story.neighbour(event).id}/).

Aucun ne dit **comment** l’on compte : comptes ouverts, inscrits ou présents donnent des nombres
différents, et les articles ne renvoient à aucun document.
"""
    date = f"2021-03-0{1 + event.number % 9}"
    return Page("claims", event.id, event.statement, date, event.tags, body)


def _account(event: Event, article: Article) -> str:
    link = f"[{article.title}](/sources/{article.id}/)"
    sentence = article.sentences.get(event.id)
    return f"> {sentence}\n>\n> {link}" if sentence else f"{link} : silence."


def _discrepancy(event: Event, story: Story) -> Page:
    accounts = "\n\n".join(_account(event, article) for article in story.articles)
    body = f"""\
Un article compte deux fois moins de {event.unit} que les autres :
[{event.statement}](/claims/{event.id}/)

{accounts}

Les deux nombres ne peuvent tenir ensemble ; rien dans les textes ne dit lequel vaut.
"""
    title = f"Du simple au double pour {event.name}"
    return Page("discrepancies", f"gap-{event.number:06}", title, "2021-03-09", (), body)
