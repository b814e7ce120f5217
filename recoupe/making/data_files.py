"""The files in `data/`: what each claim brings to them is made once, and kept while it can be."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from recoupe.exports.annotations import annotations_jsonld, claim_annotations
from recoupe.exports.claims_csv import claim_csv, claims_csv
from recoupe.exports.claims_json import claim_json, claims_json
from recoupe.exports.dataset import ExportedClaim, claim_record, dataset, exported_claims
from recoupe.making.kept_entries import Entry, KeptEntries, StagedList
from recoupe.pages.editions import Edition
from recoupe.runs import Run


class _DataFile(NamedTuple):
    """A file: what a claim brings to it, and the whole of what all claims bring."""

    path: str
    entry: Callable[[ExportedClaim], bytes]
    whole: Callable[[Iterator[Entry]], Iterator[Entry | bytes]]


def data_files(made: Edition, kept: KeptEntries, run: Run) -> list[StagedList]:
    """The files, staged. Raises OutputFailedError where the machine fails."""
    with run.stage("data"):
        claims = kept.known(exported_claims(made.anchored))
        return [kept.staged(file.path, claims, file.entry, file.whole) for file in _files(made)]


def data_content(path: str, made: Edition) -> bytes | None:
    """The file at `path`, made at once and kept nowhere; None where that is none of them."""
    for file in _files(made):
        if file.path == path:
            entries = (Entry(b"", file.entry(one)) for one in exported_claims(made.anchored))
            parts = file.whole(entries)
            return b"".join(one if isinstance(one, bytes) else one.content or b"" for one in parts)
    return None


def _files(made: Edition) -> Iterator[_DataFile]:
    beside_claims = dataset(made.anchored, made.findings, made.addresses)
    yield _DataFile(
        "data/claims.json",
        lambda one: claim_json(claim_record(one)),
        lambda entries: claims_json(entries, beside_claims),
    )
    yield _DataFile("data/claims.csv", lambda one: claim_csv(claim_record(one)), claims_csv)
    yield _DataFile(
        "data/annotations.jsonld", claim_annotations, partial(annotations_jsonld, made.anchored)
    )
