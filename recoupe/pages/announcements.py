"""What a screen reader says where a quoted passage begins and ends.

Passages may overlap, so both ends name the passage by its number in the list beside the text: an
"end of passage" alone would leave open which one.
"""

from collections.abc import Iterable, Mapping

from recoupe.locale import Interface
from recoupe.text import Span

Numbers = Mapping[Span, int]


def opening(spans: Iterable[Span], numbers: Numbers, interface: Interface) -> str | None:
    """What is said where the `spans` begin; None where there are none.

    `numbers` has those of the listed passages; others, which no claim quotes, have none.
    """
    numbered = interface.gettext("Start of passage %(number)s.")
    return _said(spans, numbers, numbered, interface.gettext("Start of a quoted passage."))


def closing(spans: Iterable[Span], numbers: Numbers, interface: Interface) -> str | None:
    """What is said where the `spans` end; None where there are none."""
    numbered = interface.gettext("End of passage %(number)s.")
    return _said(spans, numbers, numbered, interface.gettext("End of a quoted passage."))


def _said(spans: Iterable[Span], numbers: Numbers, numbered: str, other: str) -> str | None:
    said = (numbered % {"number": numbers[one]} if one in numbers else other for one in spans)
    return " ".join(said) or None
