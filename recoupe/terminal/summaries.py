"""The last line of a run: what was found or done, and what to do next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from recoupe.diagnostics import Report

if TYPE_CHECKING:  # see `finds`
    from recoupe.parts.building import Share
    from recoupe.parts.shards import Shard
    from recoupe.searching import Indexed
    from recoupe.writing.publish import Published


def summary(report: Report) -> str:
    """`2 errors, 1 warning`, or that nothing is wrong."""
    if not len(report):
        return "everything is proved"
    counted = [_counted(report.errors, "error"), _counted(report.warnings, "warning")]
    return ", ".join(part for part in counted if part)


def checked_summary(report: Report) -> str:
    """What a check found, and what it means for a build."""
    if report.failed:
        return f"{summary(report)}; next: mend what is shown, nothing is published before"
    return f"{summary(report)}; a build may go on" if len(report) else summary(report)


def built_summary(
    report: Report, output: Path, published: Published | None, indexed: Indexed | None
) -> str:
    """What a build did, in a few lines."""
    if published is None:
        return f"{summary(report)}; nothing was written; next: mend what is shown, and build again"
    files = len(published.written) + published.unchanged
    parts = [_counted(files, "file"), f"{len(published.written)} new or changed"]
    if published.removed:
        parts.append(f"{len(published.removed)} removed")
    lines = [f"{summary(report)}; {output.as_posix()}/ has {', '.join(parts)}"]
    lines += [f"left alone, changed by somebody else: {path}" for path in published.left]
    if indexed is not None and indexed.documents and indexed.failure is None:
        state = "new" if indexed.made else "unchanged"
        lines.append(f"search index over {_counted(indexed.documents, 'page')}, {state}")
    return "\n".join(lines)


def part_summary(report: Report, output: Path, shard: Shard, share: Share | None) -> str:
    """What building a part of a site did, and what is to be done with it."""
    if share is None:
        return f"{summary(report)}; nothing was written"
    made = [f"{share.pages} of {_counted(share.whole, 'page')}"]
    if share.pictures:
        made.append(_counted(share.pictures, "picture"))
    return (
        f"{summary(report)}; {output.as_posix()}/ is {shard}, with {' and '.join(made)}\n"
        "no site was published: `merge` does that once all parts are together"
    )


def merged_summary(parts: int, anew: int) -> str:
    """Whether a site is what its parts had."""
    merged = f"merged {_counted(parts, 'part')}"
    if not anew:
        return f"{merged}; all pages are theirs"
    made = "1 page was" if anew == 1 else f"{anew} pages were"
    return f"{merged}; {made} made anew, because no part had them as these facts make them"


def _counted(number: int, noun: str) -> str:
    if number == 0:
        return ""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
