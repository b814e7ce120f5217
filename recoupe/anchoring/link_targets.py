"""Links in an editor's Markdown: where they lead must be there, and may be shown."""

from collections.abc import Collection, Mapping
from enum import StrEnum

from recoupe.diagnostics import Report
from recoupe.model import Claim, Discrepancy, MarkdownPage, Project, Source
from recoupe.prose import ProseLink, Target
from recoupe.reading.addresses import is_mail_address, is_web_address
from recoupe.reading.likely_words import listed, meant

Fact = Claim | Discrepancy | Source | MarkdownPage

_MOST_NAMED = 10  # ids in a help; more would hide what it says
# Of each scheme, the folder of what it names.
_FOLDERS = {
    "claim": "claims",
    "source": "sources",
    "quote": "sources",
    "discrepancy": "discrepancies",
    "page": "pages",
}


class TargetState(StrEnum):
    """Whether a link can lead somewhere."""

    MISSING = "missing"
    DRAFT = "draft"
    PUBLISHED = "published"


def check_link(link: ProseLink, project: Project, *, draft: bool, report: Report) -> None:
    """Report a link whose target is missing or a draft, a scheme that is not allowed, a picture.

    `draft` tells that the text itself is a draft's, which may refer to drafts.
    """
    if link.picture:
        report.add(
            "url-invalid",
            link.place,
            f"`{link.href}` is a picture, and pages show none: no request goes to another host",
            help="link to it: [words](address)",
        )
    elif link.target is not None:
        _check_target(link, link.target, project, draft=draft, report=report)
    elif not (is_web_address(link.href) or is_mail_address(link.href)):
        report.add(
            "url-invalid",
            link.place,
            f"`{link.href}` is no address that a link may have",
            help="links may be http, https, mailto, claim:ID, source:ID, discrepancy:ID, page:ID"
            ' or quote:ID "words"',
        )


def target_state(scheme: str, id: str, project: Project) -> TargetState:
    """How what `scheme` names by `id` stands in `project`; what could not be read is published."""
    family = _family(scheme, project)
    if id not in family and f"{_FOLDERS[scheme]}/{id}" not in project.broken:
        return TargetState.MISSING
    return TargetState.DRAFT if _is_draft(family.get(id)) else TargetState.PUBLISHED


def _check_target(
    link: ProseLink, target: Target, project: Project, *, draft: bool, report: Report
) -> None:
    family, state = _family(target.scheme, project), target_state(target.scheme, target.id, project)
    if state is TargetState.MISSING:
        report.add(
            "link-unknown",
            link.place,
            f"`{link.href}` leads nowhere: no {_noun(target)} has the id `{target.id}`",
            help=meant(target.id, family, otherwise=_what_there_is(target, family)),
        )
    elif not draft and state is TargetState.DRAFT:
        report.add(
            "reference-draft",
            link.place,
            f"`{link.href}` leads to a draft, which is not published",
            help="publish it (take `draft: true` out), or take the link out",
        )


def _what_there_is(target: Target, family: Collection[str]) -> str:
    known = sorted(family)[:_MOST_NAMED]
    if not known:
        return f"there is no {_noun(target)} yet; take the link out"
    return f"write one of {listed(known)}"


def _noun(target: Target) -> str:
    return "source" if target.scheme == "quote" else target.scheme


def _family(scheme: str, project: Project) -> Mapping[str, Fact]:
    """What a scheme can name, by id."""
    if scheme == "page":
        return project.pages
    if scheme == "claim":
        return project.claims
    return project.discrepancies if scheme == "discrepancy" else project.sources


def _is_draft(fact: Fact | None) -> bool:
    return fact is not None and not isinstance(fact, MarkdownPage) and fact.record.draft
