"""Links in an editor's Markdown: where they lead must be there, and may be shown."""

import difflib
from collections.abc import Collection, Mapping

from recoupe.diagnostics import Report
from recoupe.model import Claim, Discrepancy, Project, Source
from recoupe.prose import ProseLink, Target
from recoupe.reading.addresses import is_mail_address, is_web_address

_MOST_NAMED = 10  # ids in a help; more would hide what it says
_LEAST_LIKENESS = 0.6  # difflib's own default: below it, a guess at an id misleads


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


def _check_target(
    link: ProseLink, target: Target, project: Project, *, draft: bool, report: Report
) -> None:
    family, drafts = _family(target.scheme, project)
    if target.id not in family and _file(target) not in project.broken:
        near = difflib.get_close_matches(target.id, family, 1, _LEAST_LIKENESS)
        report.add(
            "link-unknown",
            link.place,
            f"`{link.href}` leads nowhere: no {_noun(target)} has the id `{target.id}`",
            help=f"did you mean `{near[0]}`?" if near else _what_there_is(target, family),
        )
    elif target.id in drafts and not draft:
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
    return "write one of " + ", ".join(f"`{one}`" for one in known)


def _file(target: Target) -> str:
    """The name under which a broken file of the target's kind is listed."""
    noun = _noun(target)
    return f"{noun[:-1]}ies/{target.id}" if noun.endswith("y") else f"{noun}s/{target.id}"


def _noun(target: Target) -> str:
    return "source" if target.scheme == "quote" else target.scheme


def _family(scheme: str, project: Project) -> tuple[Collection[str], Collection[str]]:
    """The ids that a scheme can name, and those of them that are drafts."""
    if scheme == "page":
        return project.pages.keys(), ()
    facts: Mapping[str, Claim | Discrepancy | Source]
    if scheme == "claim":
        facts = project.claims
    elif scheme == "discrepancy":
        facts = project.discrepancies
    else:
        facts = project.sources
    return facts.keys(), {id for id, fact in facts.items() if fact.record.draft}
