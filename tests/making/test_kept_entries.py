"""That files which are put together from entries of before are what they would be if made whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from recoupe.anchoring.anchored import AnchoredClaim
from recoupe.diagnostics import Place
from recoupe.exports.dataset import ExportedClaim
from recoupe.making.kept_entries import Entry, KeptEntries, StagedList
from recoupe.model import Claim, Record
from recoupe.pages.fingerprints import Fingerprints
from recoupe.writing.manifest import MANIFEST
from recoupe.writing.publish import Publication, publishing
from recoupe.writing.refusals import OutputFailedError

pytestmark = pytest.mark.usefixtures("caches")
VERSION = b"1"
PATH = "data/list.txt"


def exported(id: str, statement: str) -> ExportedClaim:
    place = Place(f"facts/claims/{id}.yaml")
    return ExportedClaim(AnchoredClaim(Claim(Record(id, place), statement, ()), ()), {}, None)


class Listing:
    """A list of statements, made over and over again in one folder; `made` are the new entries."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.made: list[str] = []

    def write(self, claims: dict[str, str], version: bytes = VERSION) -> bytes:
        """The list as it is published."""
        self.made.clear()
        with publishing(self.root / "site", root=self.root) as publication:
            kept = KeptEntries(self.root / "entries", version, publication, Fingerprints())
            staged = self.staged(kept, claims)
            publication.put([staged.file])
            kept.leave([staged])
        return (self.root / "site" / PATH).read_bytes()

    def staged(self, kept: KeptEntries, claims: dict[str, str]) -> StagedList:
        known = kept.known(exported(*one) for one in claims.items())
        return kept.staged(PATH, known, self._line, self._whole)

    def _line(self, one: ExportedClaim) -> bytes:
        claim = one.anchored.claim
        self.made.append(claim.id)
        return claim.statement.encode()

    def _whole(self, entries: Iterator[Entry]) -> Iterator[Entry | bytes]:
        yield b"["
        for entry in entries:
            if len(entry):
                yield entry
                yield b";"
        yield b"]"


@pytest.fixture
def listing(tmp_path: Path) -> Listing:
    return Listing(tmp_path)


BEFORE = {"a": "Un pont.", "c": "Deux é.", "d": "Trois."}


@pytest.mark.parametrize(
    ("claims", "content", "made"),
    [
        pytest.param(BEFORE, "[Un pont.;Deux é.;Trois.;]", [], id="nothing new"),
        pytest.param(
            BEFORE | {"a": "Un petit pont."}, "[Un petit pont.;Deux é.;Trois.;]", ["a"], id="longer"
        ),
        pytest.param(BEFORE | {"e": ""}, "[Un pont.;Deux é.;Trois.;]", ["e"], id="empty"),
        pytest.param({"c": "Deux é.", "a": "Un pont."}, "[Deux é.;Un pont.;]", [], id="two moved"),
        pytest.param(
            BEFORE | {"e": "Neuf."}, "[Un pont.;Deux é.;Trois.;Neuf.;]", ["e"], id="one more"
        ),
        pytest.param({}, "[]", [], id="none"),
    ],
)
def test_only_new_parts_are_made(
    listing: Listing, claims: dict[str, str], content: str, made: list[str]
) -> None:
    listing.write(BEFORE)

    assert listing.write(claims).decode() == content
    assert listing.made == made
    assert listing.write(claims).decode() == content
    assert listing.made == [id for id, statement in claims.items() if not statement]


def test_file_that_somebody_changed_gives_no_parts(listing: Listing) -> None:
    whole = listing.write(BEFORE)
    (listing.root / "site" / PATH).write_bytes(whole.replace(b"Un", b"Le"))

    assert listing.write(BEFORE) == whole
    assert listing.made == list(BEFORE)


@pytest.mark.parametrize("lost", [f"site/{PATH}", "entries", f"site/{MANIFEST}"])
def test_parts_of_which_anything_is_lost_are_made_again(listing: Listing, lost: str) -> None:
    whole = listing.write(BEFORE)
    (listing.root / lost).unlink(missing_ok=True)

    assert listing.write(BEFORE) == whole
    assert listing.made == list(BEFORE)


def test_parts_of_another_version_are_made_again(listing: Listing) -> None:
    listing.write(BEFORE)

    listing.write(BEFORE, version=b"2")

    assert listing.made == list(BEFORE)


def test_file_that_becomes_shorter_on_the_way_is_not_published(listing: Listing) -> None:
    whole = listing.write(BEFORE)
    file = listing.root / "site" / PATH

    def published_after_a_cut(publication: Publication) -> None:
        kept = KeptEntries(listing.root / "entries", VERSION, publication, Fingerprints())
        file.write_bytes(whole[:12])
        publication.put([listing.staged(kept, BEFORE).file])

    with (
        publishing(listing.root / "site", root=listing.root) as publication,
        pytest.raises(OutputFailedError, match="changes while"),
    ):
        published_after_a_cut(publication)

    assert file.read_bytes() == whole[:12]
