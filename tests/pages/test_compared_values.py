"""The views of values that differ: which stand on an axis, what is drawn, what is said besides."""

from collections.abc import Callable

import pytest

from recoupe.pages.compared_values import compared_values
from recoupe.pages.editions import Edition
from recoupe.pages.views.axes import AxisMark, ComparedValues

Maker = Callable[..., Edition]

QUOTES = {
    "daily": "Le réseau a rouvert lundi",
    "weekly": "Le réseau aurait rouvert lundi",
    "early": "Il avait été fondé en 2018",
}


def compared(make: Maker, compare: str, **accounts: str) -> ComparedValues | None:
    """The values of a claim that compares as told, with an account of each source that is named."""
    listed = "\n".join(
        f"  - {{source: {source}, stance: neutral, {keys}, quotes: [{QUOTES[source]}]}}"
        for source, keys in accounts.items()
    )
    text = f"claim: Combien ?\ncompare: {compare}\naccounts:\n{listed}\n"
    edition = make({"claims/compared.yaml": text})
    claim = edition.project.claims["compared"]
    return compared_values(edition, claim, claim.accounts)


def marks(values: ComparedValues | None) -> list[AxisMark]:
    assert values is not None
    (axis,) = values.axes
    return [row.mark for row in axis.rows]


def test_conflict_is_drawn_from_both_sides_and_from_no_other(make: Maker) -> None:
    values = compared(
        make, "{as: number}", daily="value: 20", weekly="value: 10", early="value: 5 to 20"
    )

    assert values is not None
    (axis,) = values.axes
    assert [(row.value, [gap.bars for gap in row.gaps]) for row in axis.rows] == [
        ("de 5 à 20", []),
        ("10", [(1000,)]),
        ("20", [(500,)]),
    ]
    assert [[link.label for link in row.conflicts_with] for row in axis.rows] == [
        [],
        ["Le Jour"],
        ["L’Hebdo"],
    ]


@pytest.mark.parametrize(
    ("value", "mark"),
    [
        ("10", AxisMark(500, 500, "closed", "closed", None)),
        ("5 to 10", AxisMark(250, 500, "closed", "closed", None)),
        ("over 10", AxisMark(500, 1000, "open", "unbounded", None)),
        ("at least 10", AxisMark(500, 1000, "closed", "unbounded", None)),
        ("under 10", AxisMark(0, 500, "unbounded", "open", None)),
        ("at most 10", AxisMark(0, 500, "unbounded", "closed", None)),
        ("about 10", AxisMark(450, 550, "closed", "closed", (500, 500))),
    ],
    ids=["exact", "range", "over", "at least", "under", "at most", "about"],
)
def test_each_form_of_number_has_its_own_mark(make: Maker, value: str, mark: AxisMark) -> None:
    values = compared(make, "{as: number}", daily=f"value: {value}", weekly="value: 0 to 20")

    assert mark in marks(values)


@pytest.mark.parametrize(
    ("value", "mark"),
    [
        ("2018-01-08", AxisMark(200, 200, "closed", "closed", None)),
        ("2018-01", AxisMark(0, 857, "closed", "closed", None)),
        ("after 2018-01-08", AxisMark(200, 1000, "open", "unbounded", None)),
        ("before 2018-01-08", AxisMark(0, 200, "unbounded", "open", None)),
        ("about 2018-01-08", AxisMark(171, 229, "closed", "closed", (200, 200))),
    ],
    ids=["day", "month", "after", "before", "about"],
)
def test_each_form_of_date_has_its_own_mark(make: Maker, value: str, mark: AxisMark) -> None:
    five_weeks = "value: from 2018-01-01 to 2018-02-05"

    values = compared(make, "{as: date}", daily=f"value: {value}", weekly=five_weeks)

    assert mark in marks(values)


def test_values_that_are_all_the_same_are_not_drawn(make: Maker) -> None:
    values = compared(
        make, "{as: number}", daily="value: 20", weekly="value: 20", early="value: 20"
    )

    assert values is None


def test_lone_value_is_not_drawn(make: Maker) -> None:
    assert compared(make, "{as: number}", daily="value: 20", weekly="says: rien") is None


def test_value_in_another_unit_stands_apart(make: Maker) -> None:
    values = compared(
        make,
        "{as: number, unit: membres}",
        daily="value: 20",
        weekly="value: 10",
        early="value: 20, unit: comptes",
    )

    assert values is not None
    assert [row.value for axis in values.axes for row in axis.rows] == ["10 membres", "20 membres"]
    assert [one.value for one in values.apart] == ["20 comptes"]


def test_axis_says_when_it_does_not_begin_at_zero(make: Maker) -> None:
    near = compared(make, "{as: number}", daily="value: 100", weekly="value: 101")
    far = compared(make, "{as: number}", daily="value: 100", weekly="value: 10")

    assert near is not None
    assert far is not None
    assert [values.axes[0].cut for values in (near, far)] == [True, False]


def test_tolerance_and_moments_are_said(make: Maker) -> None:
    values = compared(
        make,
        "{as: number, tolerance: 0.05}",
        daily="value: 20, as_of: 2021-02",
        weekly="value: 10, as_of: 2021-01",
    )

    assert values is not None
    assert (values.tolerance, values.moments_differ) == ("5\u00a0%", True)
    assert all(row.as_of and not row.gaps for row in values.axes[0].rows)


def test_choices_stand_in_the_order_of_the_list_with_those_who_made_them(make: Maker) -> None:
    values = compared(
        make,
        "{as: choice, among: {full: Pleinement, part: En partie}}",
        daily="value: part",
        weekly="value: full",
        early="value: part",
    )

    assert values is not None
    assert values.axes == ()
    assert [(one.value, [link.label for link in one.accounts]) for one in values.choices] == [
        ("Pleinement", ["L’Hebdo"]),
        ("En partie", ["Le Jour", "La fermeture d’Alpha racontée par un…"]),
    ]
