"""Whatever a file holds, reading it ends in diagnostics at places that are in the file."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.diagnostics import Diagnostic, Report
from recoupe.reading import read_project

CLAIM = (Path(__file__).parents[1] / "cases/reading/nothing-wrong/facts/claims/one.yaml").read_text(
    "utf-8"
)
SITE = "title: Essai\nratings: [{id: unproven, label: Non}]\n"
SOURCE = "text: a.txt\ntitle: A\n"
SIGNS = st.sampled_from([*"-:,#&*!|>'\"%@`{}[]?~\\ \t\n\r\ufeff\x85\u2028\x00\xa0é«»", "\r\n"])
YAML_LIKE = st.lists(st.one_of(SIGNS, st.sampled_from(["claim", "accounts", "exact", "- a"]))).map(
    "".join
)


def write(root: Path, path: str, content: bytes) -> None:
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def diagnostics(path: str, content: bytes) -> list[Diagnostic]:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name, text in (("facts/site.yaml", SITE), ("facts/sources/alpha.yaml", SOURCE)):
            write(root, name, text.encode())
        write(root, "seeds/a.txt", b"a")
        write(root, path, content)
        report = Report()
        read_project(root, report)
    return list(report)


def is_in(diagnostic: Diagnostic, content: bytes) -> bool:
    place = diagnostic.place
    text = content.decode("utf-8", "replace").removeprefix("\ufeff")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert "\n" not in diagnostic.message
    return place.line <= len(lines) and place.column <= len(lines[place.line - 1]) + 1


@pytest.mark.parametrize(
    "path",
    ["facts/claims/one.yaml", "facts/site.yaml", "facts/sources/alpha.yaml", "facts/pages/a.md"],
)
@given(content=st.one_of(st.binary(), st.text().map(str.encode), YAML_LIKE.map(str.encode)))
@settings(deadline=None, max_examples=40)
def test_any_bytes_end_in_diagnostics_that_point_into_the_file(path: str, content: bytes) -> None:
    found = [one for one in diagnostics(path, content) if one.place.path == path]

    assert all(is_in(diagnostic, content) for diagnostic in found)


@given(data=st.data(), noise=st.one_of(SIGNS, YAML_LIKE, st.text(max_size=5)))
@settings(deadline=None, max_examples=100)
def test_a_sound_claim_with_noise_in_it_ends_in_diagnostics(
    data: st.DataObject, noise: str
) -> None:
    start = data.draw(st.integers(0, len(CLAIM)))
    end = data.draw(st.integers(start, min(start + 12, len(CLAIM))))
    content = f"{CLAIM[:start]}{noise}{CLAIM[end:]}".encode()

    found = [one for one in diagnostics("facts/claims/one.yaml", content) if one.place.line]

    assert all(is_in(one, content) for one in found if one.place.path == "facts/claims/one.yaml")


@given(data=st.data())
@settings(deadline=None, max_examples=40)
def test_a_claim_that_loses_a_line_is_still_read_to_its_end(data: st.DataObject) -> None:
    lines = CLAIM.splitlines(keepends=True)
    lost = data.draw(st.integers(0, len(lines) - 1))
    content = "".join([*lines[:lost], *lines[lost + 1 :], "colour: red\n"]).encode()

    codes = {one.code for one in diagnostics("facts/claims/one.yaml", content)}

    assert codes & {"key-unknown", "yaml-syntax", "yaml-unquoted"}
