"""That fingerprints tell all values apart, and none that are alike."""

import os
import subprocess
import sys

import pytest

from recoupe.comparing import ClaimFindings
from recoupe.pages.editions import Edition
from recoupe.pages.fingerprints import Fingerprints
from recoupe.pages.views.frame import Link

PRINTED = """
from recoupe.comparing import ClaimFindings
from recoupe.pages.fingerprints import Fingerprints
print(Fingerprints().of(ClaimFindings((), (), frozenset("abcdefgh"))).hex())
"""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("1", 1, id="a text and a number"),
        pytest.param((), None, id="no items, and nothing"),
        pytest.param(("a", "b"), ("ab",), id="two texts, and one"),
        pytest.param((("a",), "b"), (("a", "b"),), id="what belongs together"),
        pytest.param(("a", "b"), ("b", "a"), id="an order"),
        pytest.param({"a": 1, "b": 2}, {"b": 2, "a": 1}, id="an order of keys"),
        pytest.param(Link("a", "b"), ("a", "b"), id="a link, and two texts"),
        pytest.param(
            ClaimFindings((), (), frozenset("a")), ClaimFindings((), (), frozenset()), id="a set"
        ),
    ],
)
def test_fingerprints_of_two_values_are_two(one: object, other: object) -> None:
    assert Fingerprints().of(one) != Fingerprints().of(other)


def test_fingerprint_of_a_fact_is_that_of_an_equal_one(small: Edition) -> None:
    for facts in (small.claims, small.sources, small.discrepancies):
        for fact in facts:
            assert Fingerprints().of(fact) == Fingerprints().of(fact)
    assert len({Fingerprints().of(claim) for claim in small.claims}) == len(small.claims)


def test_fingerprint_is_the_same_in_every_process() -> None:
    printed = {
        subprocess.run(
            [sys.executable, "-c", PRINTED],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(printed) == 1


def test_value_of_an_unknown_kind_is_an_error() -> None:
    with pytest.raises(TypeError):
        Fingerprints().of(object())
