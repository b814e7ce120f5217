"""Which of the known words was meant, for "did you mean"."""

from collections.abc import Iterable

_LEAST_LIKENESS = 60  # of 100; `tow` and `two` have 67, `resolved` and `resolution` 56


def likely_word(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`; None where none is like it."""
    # Local, because only a file with a mistake needs it.
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    found = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=_LEAST_LIKENESS)
    return None if found is None else found[0]


def meant(word: str, known: Iterable[str], *, otherwise: str = "") -> str:
    """`did you mean …?` for a word that is not known, or `otherwise`."""
    likely = likely_word(word, known)
    return otherwise if likely is None else f"did you mean `{likely}`?"


def listed(words: Iterable[str]) -> str:
    """The words in backticks, with commas between them."""
    return ", ".join(f"`{word}`" for word in words)
